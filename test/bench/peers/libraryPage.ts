import { connectLibrary } from '../../../lib/library/client';
import type { Library } from '../../../lib/library/types';

/** What the library's benchmark runs in a page of the extension, as its own pages ask. */

let library: Library;
let worker: Worker | undefined;

/** Starts a worker, as a reader page does that is opened; the one before is ended. */
export function connect(path: string, version: string): void {
  worker?.terminate();
  library = connectLibrary(() => {
    worker = new Worker(path, { type: 'module', name: version });
    return worker;
  });
}

/** Adds the texts one after the other; milliseconds of each. */
export async function add(texts: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const text of texts) {
    const start = performance.now();
    const [added] = await library.add([{ text, origin: { kind: 'paste', name: '' } }]);
    times.push(performance.now() - start);
    if (added?.state !== 'added') throw new Error(`a report was not added: ${JSON.stringify(added)}`);
  }
  return times;
}

/** Milliseconds to the first report and to the last, and how many there are. */
export async function search(words: string): Promise<{ first: number; end: number; reports: number }> {
  const start = performance.now();
  let first = 0;
  let reports = 0;
  for await (const _ of library.search({ words })) {
    if (reports++ === 0) first = performance.now() - start;
  }
  const end = performance.now() - start;
  return { first: first || end, end, reports };
}

/** The least that a search without signatures takes: every text read from the same database, and looked through as it is. */
export async function plainScan(words: string): Promise<{ end: number; reports: number }> {
  const start = performance.now();
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('report-margins-library');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  let reports = 0;
  let after: IDBKeyRange | null = null;
  for (;;) {
    const store: IDBObjectStore = database.transaction('texts').objectStore('texts');
    const range = after;
    const [keys, texts] = await Promise.all([
      answerOf<IDBValidKey[]>(store.getAllKeys(range, 32)),
      answerOf<string[]>(store.getAll(range, 32)),
    ]);
    for (const text of texts) if (text.includes(words)) reports++;
    if (keys.length < 32) break;
    after = IDBKeyRange.lowerBound(keys.at(-1)!, true);
  }
  database.close();
  return { end: performance.now() - start, reports };
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Milliseconds that opening takes of each of some added reports, all over the library. */
export async function open(count: number): Promise<number[]> {
  const added = (await library.list()).filter(({ origin }) => origin !== null);
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const { id } = added[Math.floor((i * added.length) / count)]!;
    const start = performance.now();
    await library.open(id);
    times.push(performance.now() - start);
  }
  return times;
}

/** Milliseconds of one question. */
export async function ask(
  what: 'list' | 'indicators' | 'figures' | 'definitions' | 'match',
  words = '',
): Promise<number> {
  const start = performance.now();
  if (what === 'match') await library.match(words, { top: 5 });
  else if (what === 'figures' || what === 'definitions') await library[what](words);
  else await library[what]();
  return performance.now() - start;
}

/** Bytes on the disk; in Chromium those of the databases alone. */
export async function diskBytes(): Promise<number> {
  const { usage = 0, usageDetails } = (await navigator.storage.estimate()) as StorageEstimate & {
    usageDetails?: { indexedDB?: number };
  };
  return usageDetails?.indexedDB ?? usage;
}

/** Milliseconds and bytes of an export. */
export async function exportAll(): Promise<{ ms: number; bytes: number }> {
  const start = performance.now();
  const { size } = await library.exportAll();
  return { ms: performance.now() - start, bytes: size };
}
