import { defineUnlistedScript } from '#imports';
import { watchForReport } from '../lib/page/watchForReport';
import { handOn } from '../lib/platform/handOn';

/**
 * Runs on every page of the sites that are watched (wxt.config.ts, lib/platform/sites.ts). Not a content script of wxt's:
 * its wrapper and the messenger take longer to set up than the page takes to be looked at (1.2 of 2.1 ms).
 */
export default defineUnlistedScript(() => {
  // Both browsers may run a script anew in a page that is open: once is enough.
  const world = globalThis as { reportMarginsDetects?: true };
  if (world.reportMarginsDetects) return;
  world.reportMarginsDetects = true;
  watchForReport(handOn);
});
