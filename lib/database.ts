import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';

/**
 * One step of a database's schema. A step that has been released is never changed, and may only wait for requests of its
 * transaction, otherwise the transaction closes under it.
 */
export type Migration<Schema extends DBSchema> = (
  database: IDBPDatabase<Schema>,
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
) => void;

/** An IndexedDB database that is opened at the first use, and again whenever the browser has closed it. */
export interface Connection<Schema extends DBSchema> {
  /** Rejects with what `failed` makes of the browser's error. */
  open(): Promise<IDBPDatabase<Schema>>;
  close(): Promise<void>;
}

/** Connects to a database of which each step is a schema version, in order; the version is their number. */
export function connectTo<Schema extends DBSchema>(
  name: string,
  migrations: readonly Migration<Schema>[],
  failed: (error: unknown) => Error,
): Connection<Schema> {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;

  // Async, because indexedDB.open may throw at once where the browser forbids it.
  const connect = async () =>
    openDB<Schema>(name, migrations.length, {
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

  return {
    open() {
      opened ??= connect().catch((error) => {
        opened = undefined;
        throw failed(error);
      });
      return opened;
    },
    async close() {
      const database = await opened;
      opened = undefined;
      database?.close();
    },
  };
}

/** Whether an error is the browser's own of that name, such as QuotaExceededError. */
export function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
