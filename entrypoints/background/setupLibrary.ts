import { browser } from '#imports';
import { createAnnouncer } from '../../lib/library/announce';
import { LibraryError } from '../../lib/library/errors';
import { newReportId } from '../../lib/library/identity';
import { createLibraryService } from '../../lib/library/service';
import type { LibraryStore } from '../../lib/library/store';
import { onMessage } from '../../lib/platform/messages';

/** Takes reports into the library that a reader adds on a web page. */
export function setupLibrary(store: LibraryStore): void {
  const announce = createAnnouncer();
  const service = createLibraryService({ store, now: () => new Date(), newId: newReportId, announce });
  onMessage('library.add', async ({ data, sender }) => service.add(pageOf(sender), data));
  onMessage('library.has', async ({ data, sender }) => service.has(pageOf(sender), data));
}

/** The address of the web page that asks, in the browser's words. Throws a LibraryError for anybody else. */
function pageOf({ id, url }: { id?: string | undefined; url?: string | undefined }): string {
  if (id !== browser.runtime.id || !url || url.startsWith(browser.runtime.getURL('/'))) {
    throw new LibraryError('forbidden');
  }
  return url;
}
