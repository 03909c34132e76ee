import { browser } from '#imports';
import { detectOnSites, onSitesChange } from '../../lib/platform/sites';

/** Keeps the detector on the sites that the reader has let it run on, besides those of the manifest. */
export function setupSites(): void {
  // One after the other: registering a script twice is an error.
  let last = Promise.resolve();
  const follow = () => {
    last = last.then(detectOnSites, detectOnSites);
  };
  onSitesChange(follow);
  // An update of the extension drops what was registered.
  browser.runtime.onInstalled.addListener(follow);
}
