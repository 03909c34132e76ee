import type { DBSchema, IDBPDatabase, IDBPObjectStore, IDBPTransaction } from 'idb';
import { connectTo, isNamed, type Migration } from '../database';
import type { Observation } from '../indicators/types';
import type { Definition } from '../report/types';
import { LibraryError } from './errors';
import type { Rows, Signature } from './read';
import type { Holding } from './types';

/** A holding as it is stored. */
export interface KeptReport extends Holding {
  /** See hashOf in duplicates.ts; no two stored reports have the same. */
  hash: string;
  /** The title that the page or the file gave, for another reading. */
  hint: string;
}

interface LibrarySchema extends DBSchema {
  reports: {
    key: string;
    value: KeptReport;
    indexes: { hash: string; whose: [place: string, year: number]; name: string };
  };
  texts: { key: string; value: string };
  signatures: { key: string; value: Signature };
  figures: {
    key: [indicator: string, id: string];
    value: { indicator: string; id: string; observations: Observation[] };
  };
  definitions: {
    key: [term: string, id: string];
    value: { term: string; id: string; definitions: Definition[] };
  };
  /** Of which indicators and terms a report has rows. An index by id would double what is written for each row. */
  contents: { key: string; value: { indicators: string[]; terms: string[] } };
}

type StoreName = 'reports' | 'texts' | 'signatures' | 'figures' | 'definitions' | 'contents';
const STORES: StoreName[] = ['reports', 'texts', 'signatures', 'figures', 'definitions', 'contents'];
type WritableStores = { [Name in StoreName]: IDBPObjectStore<LibrarySchema, StoreName[], Name, 'readwrite'> };

export const MIGRATIONS: readonly Migration<LibrarySchema>[] = [
  (database) => {
    const reports = database.createObjectStore('reports', { keyPath: 'id' });
    reports.createIndex('hash', 'hash', { unique: true });
    reports.createIndex('whose', ['place', 'year']);
    // Pasted text has no name; a bundled origin is never stored.
    reports.createIndex('name', 'origin.name');
    database.createObjectStore('texts');
    database.createObjectStore('signatures');
    database.createObjectStore('figures', { keyPath: ['indicator', 'id'] });
    database.createObjectStore('definitions', { keyPath: ['term', 'id'] });
    database.createObjectStore('contents');
  },
];

/**
 * The added reports on the disk. What is written of a report is written in one transaction, whole or not at all, and is
 * on the disk when the method resolves. Every method rejects with a LibraryError and leaves what was stored as it was.
 */
export interface LibraryStore {
  all(): Promise<KeptReport[]>;
  get(id: string): Promise<KeptReport | undefined>;
  byHash(hash: string): Promise<KeptReport | undefined>;
  /** The reports of a place and a year. */
  byWhose(place: string, year: number): Promise<KeptReport[]>;
  /** The reports from an address or a file's name. */
  byName(name: string): Promise<KeptReport[]>;
  text(id: string): Promise<string | undefined>;
  /** In the order of the ids. */
  texts(ids: readonly string[]): Promise<(string | undefined)[]>;
  signatures(): Promise<Map<string, Signature>>;
  signature(id: string): Promise<Signature | undefined>;
  figures(indicator: string): Promise<{ id: string; observations: Observation[] }[]>;
  /** How many reports observe an indicator. */
  countFigures(indicator: string): Promise<number>;
  definitions(term: string): Promise<{ id: string; definitions: Definition[] }[]>;
  /** Adds a report, `rows` null when it has not been read; when one with its hash is there already, resolves to that. */
  add(report: KeptReport, text: string, rows: Rows | null): Promise<KeptReport | null>;
  /**
   * Puts another reading in the place of the last one. `change` is given the report as it is now and answers as it shall
   * be; resolves to that, or to null when the report is gone.
   */
  reread(id: string, change: (report: KeptReport) => KeptReport, rows: Rows): Promise<KeptReport | null>;
  remove(id: string): Promise<void>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** The store over an IndexedDB database, opened at the first use and again whenever the browser has closed it. */
export function createLibraryStore(
  name = 'report-margins-library',
  migrations: readonly Migration<LibrarySchema>[] = MIGRATIONS,
): LibraryStore {
  const { open, close } = connectTo(name, migrations, openingError);

  const write = async <T>(change: (stores: WritableStores) => Promise<T>): Promise<T> => {
    const database = await open();
    let transaction: IDBPTransaction<LibrarySchema, StoreName[], 'readwrite'> | undefined;
    try {
      transaction = database.transaction(STORES, 'readwrite', { durability: 'strict' });
      let result: T;
      try {
        result = await change({
          reports: transaction.objectStore('reports'),
          texts: transaction.objectStore('texts'),
          signatures: transaction.objectStore('signatures'),
          figures: transaction.objectStore('figures'),
          definitions: transaction.objectStore('definitions'),
          contents: transaction.objectStore('contents'),
        });
      } catch (error) {
        transaction.done.catch(() => {});
        // Throws where the failure has aborted it already.
        try {
          transaction.abort();
        } catch {}
        throw error;
      }
      await transaction.done;
      return result;
    } catch (error) {
      const full = isNamed(error, 'QuotaExceededError') || isNamed(transaction?.error, 'QuotaExceededError');
      throw new LibraryError(full ? 'no_space' : 'write_failed', error);
    }
  };

  const read = async <T>(query: (database: IDBPDatabase<LibrarySchema>) => Promise<T>) => {
    const database = await open();
    try {
      return await query(database);
    } catch (error) {
      throw new LibraryError('no_database', error);
    }
  };

  return {
    all: () => read((database) => database.getAll('reports')),
    get: (id) => read((database) => database.get('reports', id)),
    byHash: (hash) => read((database) => database.getFromIndex('reports', 'hash', hash)),
    byWhose: (place, year) => read((database) => database.getAllFromIndex('reports', 'whose', [place, year])),
    byName: (origin) => read((database) => database.getAllFromIndex('reports', 'name', origin)),
    text: (id) => read((database) => database.get('texts', id)),
    texts: (ids) =>
      read((database) => {
        const { store } = database.transaction('texts');
        return Promise.all(ids.map((id) => store.get(id)));
      }),
    signatures: () =>
      read(async (database) => {
        const { store } = database.transaction('signatures');
        const [ids, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
        return new Map(ids.map((id, i) => [id, values[i]!]));
      }),
    signature: (id) => read((database) => database.get('signatures', id)),
    figures: (indicator) => read((database) => database.getAll('figures', allOf(indicator))),
    countFigures: (indicator) => read((database) => database.count('figures', allOf(indicator))),
    definitions: (term) => read((database) => database.getAll('definitions', allOf(term))),
    add: (report, text, rows) =>
      write(async (stores) => {
        const twin = await stores.reports.index('hash').get(report.hash);
        if (twin) return twin;
        await all([
          () => stores.reports.add(report),
          () => stores.texts.add(text, report.id),
          ...(rows ? rowPuts(stores, report.id, rows) : []),
        ]);
        return null;
      }),
    reread: (id, change, rows) =>
      write(async (stores) => {
        const report = await stores.reports.get(id);
        if (!report) return null;
        const changed = change(report);
        await dropRows(stores, id);
        await all([() => stores.reports.put(changed), ...rowPuts(stores, id, rows)]);
        return changed;
      }),
    remove: (id) =>
      write(async (stores) => {
        await dropRows(stores, id);
        await Promise.all([stores.reports.delete(id), stores.texts.delete(id)]);
      }),
    clear: () => write((stores) => Promise.all(STORES.map((name) => stores[name].clear())).then(() => {})),
    close,
  };
}

/** Every key whose first part is this one: an array comes behind every string. */
function allOf(first: string): IDBKeyRange {
  return IDBKeyRange.bound([first], [first, []]);
}

/** Makes requests together. Each is made in a promise of its own: one that throws must not leave those before it unheard. */
function all(requests: readonly (() => Promise<unknown>)[]): Promise<unknown> {
  return Promise.all(requests.map(async (request) => request()));
}

function rowPuts({ signatures, figures, definitions, contents }: WritableStores, id: string, rows: Rows) {
  return [
    () => contents.put({ indicators: [...rows.figures.keys()], terms: [...rows.definitions.keys()] }, id),
    () => signatures.put(rows.signature, id),
    ...[...rows.figures].map(
      ([indicator, observations]) =>
        () =>
          figures.put({ indicator, id, observations }),
    ),
    ...[...rows.definitions].map(
      ([term, each]) =>
        () =>
          definitions.put({ term, id, definitions: each }),
    ),
  ];
}

async function dropRows({ signatures, figures, definitions, contents }: WritableStores, id: string): Promise<void> {
  const { indicators, terms } = (await contents.get(id)) ?? { indicators: [], terms: [] };
  await Promise.all([
    signatures.delete(id),
    contents.delete(id),
    ...indicators.map((indicator) => figures.delete([indicator, id])),
    ...terms.map((term) => definitions.delete([term, id])),
  ]);
}

function openingError(error: unknown): LibraryError {
  if (isNamed(error, 'VersionError')) return new LibraryError('newer_database', error);
  if (isNamed(error, 'QuotaExceededError')) return new LibraryError('no_space', error);
  return new LibraryError('no_database', error);
}
