import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { vi } from 'vitest';
import { compileIndex } from '../../lib/corpus/compile';
import { createLibrarian } from '../../lib/library/librarian';
import { createLibraryStore, type LibraryStore } from '../../lib/library/store';

export const index = compileIndex();

/** An empty database for whatever opens one next. */
export function wipe(): void {
  vi.stubGlobal('indexedDB', new IDBFactory());
}

/** A librarian with ids and times that repeat: own-1 at the first second of 2026, own-2 at the second one. */
export function librarianOf(store: LibraryStore = createLibraryStore(), version = '1.0.0') {
  let count = 0;
  const announce = vi.fn();
  const librarian = createLibrarian({
    store,
    index,
    version,
    now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, count)),
    newId: () => `own-${++count}`,
    announce,
  });
  return { librarian, store, announce };
}
