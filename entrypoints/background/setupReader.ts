import { browser } from '#imports';
import { linkHash } from '../../lib/library/address';
import { onMessage } from '../../lib/platform/messages';

/** Opens the reader beside the tab that asks for it. The address is read and written anew: a page may have sent it. */
export function setupReader(): void {
  onMessage('openReader', async ({ data, sender }) => {
    const hash = linkHash(String(data?.hash));
    if (hash === null) return;
    const url = browser.runtime.getURL('/reader.html') + hash;
    const beside = sender.tab && {
      index: sender.tab.index + 1,
      ...(sender.tab.id !== undefined && { openerTabId: sender.tab.id }),
    };
    await browser.tabs.create({ url, ...beside });
  });
}
