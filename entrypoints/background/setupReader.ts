import { browser } from '#imports';
import { parseReaderHash, readerHash } from '../../lib/corpus/address';
import { onMessage } from '../../lib/platform/messages';

/** Opens the reader beside the tab that asks for it. The address is read and written anew: a page may have sent it. */
export function setupReader(): void {
  onMessage('openReader', async ({ data, sender }) => {
    const place = parseReaderHash(String(data?.hash));
    if (!place) return;
    const url = browser.runtime.getURL('/reader.html') + readerHash(place);
    const beside = sender.tab && {
      index: sender.tab.index + 1,
      ...(sender.tab.id !== undefined && { openerTabId: sender.tab.id }),
    };
    await browser.tabs.create({ url, ...beside });
  });
}
