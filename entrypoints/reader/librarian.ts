import { bundledIndex } from '../../lib/corpus/bundled';
import { createAnnouncer } from '../../lib/library/announce';
import { newReportId } from '../../lib/library/identity';
import { createLibrarian, type Librarian } from '../../lib/library/librarian';
import { CHANGES, type Port } from '../../lib/library/protocol';
import { serve } from '../../lib/library/serve';
import { createLibraryStore } from '../../lib/library/store';

/** The index is a file of its own, which pages and overlays share; built into the worker it would be there twice. */
const INDEX = '/report-index.js';

/** The worker in which the library is kept and searched. It has no `browser`; its name is the extension's version. */
async function start(version: string): Promise<Librarian> {
  await import(/* @vite-ignore */ INDEX);
  const channel = new BroadcastChannel(CHANGES);
  const librarian = createLibrarian({
    store: createLibraryStore(),
    index: bundledIndex(),
    version,
    now: () => new Date(),
    newId: newReportId,
    announce: createAnnouncer(channel),
  });
  // What a page or another version has added is read now. Its own announcements do not come back on the same channel.
  const catchUp = () => void librarian.catchUp().catch(() => {});
  channel.onmessage = () => {
    librarian.refresh();
    catchUp();
  };
  catchUp();
  return librarian;
}

serve(start(self.name), self as unknown as Port);
