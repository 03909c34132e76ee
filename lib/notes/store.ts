import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { NotesError } from './errors';
import type { Note } from './types';

interface NotesSchema extends DBSchema {
  notes: {
    key: string;
    value: Note;
    indexes: { source: string; report: [place: string, year: number] };
  };
}

type Migration = (
  database: IDBPDatabase<NotesSchema>,
  transaction: IDBPTransaction<NotesSchema, 'notes'[], 'versionchange'>,
) => void;

/**
 * One step per schema version, in order; the version is their number. A step that has been released is never changed.
 * A step may only wait for requests of its transaction, otherwise the transaction closes under it.
 */
export const MIGRATIONS: readonly Migration[] = [
  (database) => {
    const notes = database.createObjectStore('notes', { keyPath: 'id' });
    notes.createIndex('source', 'target.source');
    // A note of no report has no such key and stands in no report's list.
    notes.createIndex('report', ['report.place', 'report.year']);
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
  delete(id: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * The store over an IndexedDB database, opened at the first use and again whenever the browser has closed it.
 * `migrations` is for tests that need the database of an earlier version.
 */
export function createNotesStore(name = 'report-margins', migrations: readonly Migration[] = MIGRATIONS): NotesStore {
  let opened: Promise<IDBPDatabase<NotesSchema>> | undefined;

  // Async, because indexedDB.open may throw at once where the browser forbids it.
  const connect = async () =>
    openDB<NotesSchema>(name, migrations.length, {
      upgrade(database, oldVersion, _newVersion, transaction) {
        // A step that throws is heard of through openDB; unheard here, it would be an unhandled rejection as well.
        transaction.done.catch(() => {});
        for (const migrate of migrations.slice(oldVersion)) migrate(database, transaction);
      },
      // A newer version of the extension waits for this connection: make way, the next call opens anew.
      blocking: (_current, _blocked, event) => {
        opened = undefined;
        (event.target as IDBDatabase).close();
      },
      terminated: () => {
        opened = undefined;
      },
    });

  const open = () => {
    opened ??= connect().catch((error) => {
      opened = undefined;
      throw openingError(error);
    });
    return opened;
  };

  const write = async (change: (notes: WritableNotes) => Promise<unknown>) => {
    const database = await open();
    try {
      const transaction = database.transaction('notes', 'readwrite', { durability: 'strict' });
      // Both are awaited at once: when a request fails, `done` rejects too and must not go unheard.
      await Promise.all([change(transaction.store), transaction.done]);
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
    put: (note) => write((notes) => notes.put(note)),
    putAll: (all) => write((notes) => Promise.all(all.map((note) => notes.put(note)))),
    delete: (id) => write((notes) => notes.delete(id)),
    async close() {
      const database = await opened;
      opened = undefined;
      database?.close();
    },
  };
}

type WritableNotes = IDBPTransaction<NotesSchema, ['notes'], 'readwrite'>['store'];

function openingError(error: unknown): NotesError {
  if (isNamed(error, 'VersionError')) return new NotesError('newer_database', error);
  if (isNamed(error, 'QuotaExceededError')) return new NotesError('quota', error);
  return new NotesError('no_database', error);
}

function writingError(error: unknown): NotesError {
  return new NotesError(isNamed(error, 'QuotaExceededError') ? 'quota' : 'write_failed', error);
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
