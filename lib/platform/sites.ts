import { browser } from '#imports';

/** The sites that are watched without being asked for; the manifest says the same. */
const BUILT_IN = '*://*.gov.cn/*';
const SCRIPT = 'detect-on-sites';

function originOf(host: string): string {
  return `*://${host}/*`;
}

/** Whether a site can be asked for: one that is watched anyway cannot, nor can what is no web page. */
export function canWatch(url: string | undefined): boolean {
  if (!url || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && !/(?:^|\.)gov\.cn$/.test(hostname);
}

/** The hosts on which the reader has let reports be recognised, beside those that are built in. The browser keeps them. */
export async function watchedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins
    .filter((origin) => origin !== BUILT_IN)
    .flatMap((origin) => /^(?:\*|https?):\/\/([^/]+)\/\*$/.exec(origin)?.[1] ?? [])
    .sort();
}

/** Asks the reader to let reports be recognised on a host; resolves to the answer. Must run within the reader's click. */
export function watchSite(host: string): Promise<boolean> {
  return browser.permissions.request({ origins: [originOf(host)] });
}

/** Gives a host back: the browser forgets the permission, and no script of ours runs there any more. */
export async function unwatchSite(host: string): Promise<void> {
  await browser.permissions.remove({ origins: [originOf(host)] });
}

/** Calls the listener whenever sites come or go. */
export function onSitesChange(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}

/** Lets the detector run on exactly the sites that the reader has let it; for the background. */
export async function detectOnSites(): Promise<void> {
  const matches = (await watchedSites()).map(originOf);
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: SCRIPT, matches, js: ['detect.js'], runAt: 'document_idle', allFrames: true, persistAcrossSessions: true },
  ]);
}
