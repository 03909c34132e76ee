import type { DBSchema, IDBPDatabase, IDBPObjectStore } from 'idb';
import { connectTo, isNamed, type Migration } from '../database';
import { NotesError } from './errors';
import type { KeptDraft, Note, TrashedNote } from './types';

interface NotesSchema extends DBSchema {
  notes: {
    key: string;
    value: Note;
    indexes: { source: string; report: [place: string, year: number] };
  };
  /** What was removed, until it is purged. */
  trash: {
    key: string;
    value: TrashedNote;
    indexes: { deleted: string };
  };
  /** Facts about the database itself, by name. */
  meta: { key: string; value: string };
  /** What was typed and not saved. */
  drafts: { key: string; value: KeptDraft };
}

type StoreName = 'notes' | 'trash' | 'meta' | 'drafts';
export const MIGRATIONS: readonly Migration<NotesSchema>[] = [
  (database) => {
    const notes = database.createObjectStore('notes', { keyPath: 'id' });
    notes.createIndex('source', 'target.source');
    // A note of no report has no such key and stands in no report's list.
    notes.createIndex('report', ['report.place', 'report.year']);
  },
  (database) => {
    database.createObjectStore('trash', { keyPath: 'note.id' }).createIndex('deleted', 'deleted');
  },
  (database) => {
    database.createObjectStore('meta');
  },
  (database) => {
    database.createObjectStore('drafts', { keyPath: 'key' });
  },
];

/** The notes on the disk. Every method rejects with a NotesError and leaves what was stored as it was. */
export interface NotesStore {
  get(id: string): Promise<Note | undefined>;
  listBySource(source: string): Promise<Note[]>;
  listByReport(report: NonNullable<Note['report']>): Promise<Note[]>;
  all(): Promise<Note[]>;
  /** Resolves when the note is on the disk (strict durability), not before. */
  put(note: Note): Promise<void>;
  /** All or none, in one transaction. */
  putAll(notes: readonly Note[]): Promise<void>;
  /** Moves a note to the trash, where it stays until it is purged; `at` is an ISO time. */
  discard(id: string, at: string): Promise<void>;
  /** Puts a note back from the trash; one that is there again already stays as it is. */
  restore(id: string): Promise<void>;
  trashed(id: string): Promise<TrashedNote | undefined>;
  /** The trash, oldest first. */
  trash(): Promise<TrashedNote[]>;
  /** Deletes for good what was discarded before an ISO time. */
  purge(before: string): Promise<void>;
  /** What tells this database from an empty one made in its place; see lib/notes/canary.ts. */
  canary(): Promise<string | undefined>;
  setCanary(canary: string): Promise<void>;
  drafts(): Promise<KeptDraft[]>;
  keepDraft(draft: KeptDraft): Promise<void>;
  /** Does nothing where there is no such draft. */
  dropDraft(key: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * The store over an IndexedDB database, opened at the first use and again whenever the browser has closed it.
 * `migrations` is for tests that need the database of an earlier version.
 */
export function createNotesStore(
  name = 'report-margins',
  migrations: readonly Migration<NotesSchema>[] = MIGRATIONS,
): NotesStore {
  const { open, close } = connectTo(name, migrations, openingError);

  const write = async (change: (stores: WritableStores) => Promise<unknown>) => {
    const database = await open();
    try {
      const transaction = database.transaction(STORES, 'readwrite', { durability: 'strict' });
      try {
        await change({
          notes: transaction.objectStore('notes'),
          trash: transaction.objectStore('trash'),
          meta: transaction.objectStore('meta'),
          drafts: transaction.objectStore('drafts'),
        });
      } catch (error) {
        // What the change had asked for before it failed is taken back; `done` then rejects, and is heard of here.
        transaction.done.catch(() => {});
        transaction.abort();
        throw error;
      }
      await transaction.done;
    } catch (error) {
      throw writingError(error);
    }
  };

  const read = async <T>(query: (database: IDBPDatabase<NotesSchema>) => Promise<T>) => {
    const database = await open();
    try {
      return await query(database);
    } catch (error) {
      throw new NotesError('no_database', error);
    }
  };

  return {
    get: (id) => read((database) => database.get('notes', id)),
    listBySource: (source) => read((database) => database.getAllFromIndex('notes', 'source', source)),
    listByReport: ({ place, year }) => read((database) => database.getAllFromIndex('notes', 'report', [place, year])),
    all: () => read((database) => database.getAll('notes')),
    put: (note) => write(({ notes }) => notes.put(note)),
    // Each put in a promise of its own: one that throws must not leave those before it unheard.
    putAll: (all) => write(({ notes }) => Promise.all(all.map(async (note) => notes.put(note)))),
    discard: (id, at) =>
      write(async ({ notes, trash }) => {
        const note = await notes.get(id);
        if (!note) return;
        await Promise.all([trash.put({ note, deleted: at }), notes.delete(id)]);
      }),
    restore: (id) =>
      write(async ({ notes, trash }) => {
        const [trashed, again] = await Promise.all([trash.get(id), notes.getKey(id)]);
        if (!trashed) return;
        await Promise.all([again ?? notes.put(trashed.note), trash.delete(id)]);
      }),
    trashed: (id) => read((database) => database.get('trash', id)),
    trash: () => read((database) => database.getAllFromIndex('trash', 'deleted')),
    purge: (before) =>
      write(async ({ trash }) => {
        const old = await trash.index('deleted').getAllKeys(IDBKeyRange.upperBound(before, true));
        await Promise.all(old.map((id) => trash.delete(id)));
      }),
    canary: () => read((database) => database.get('meta', 'canary')),
    setCanary: (canary) => write(({ meta }) => meta.put(canary, 'canary')),
    drafts: () => read((database) => database.getAll('drafts')),
    keepDraft: (draft) => write(({ drafts }) => drafts.put(draft)),
    dropDraft: (key) => write(({ drafts }) => drafts.delete(key)),
    close,
  };
}

const STORES: StoreName[] = ['notes', 'trash', 'meta', 'drafts'];
type WritableStores = { [Name in StoreName]: IDBPObjectStore<NotesSchema, StoreName[], Name, 'readwrite'> };

function openingError(error: unknown): NotesError {
  if (isNamed(error, 'VersionError')) return new NotesError('newer_database', error);
  if (isNamed(error, 'QuotaExceededError')) return new NotesError('quota', error);
  return new NotesError('no_database', error);
}

function writingError(error: unknown): NotesError {
  return new NotesError(isNamed(error, 'QuotaExceededError') ? 'quota' : 'write_failed', error);
}
