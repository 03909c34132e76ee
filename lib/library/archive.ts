import { strToU8, Unzip, UnzipInflate, Zip, ZipDeflate } from 'fflate';
import * as v from 'valibot';
import { sha256 } from './duplicates';
import { LibraryError } from './errors';
import { identitySchema, LEVELS, LIMITS } from './identity';
import { identityOf } from './read';
import type { KeptReport } from './store';
import type { Identity, Origin } from './types';

/**
 * An exported library: a zip of `texts/<id>.txt` (UTF-8) and, as its last entry, `library.json`, which names the format
 * and lists the reports. What reading gives is left out: the version that imports reads anew.
 */
const FORMAT = 'report-margins-library';
const VERSION = 1;
const LIST = 'library.json';

/** Ten thousand reports of 20,000 characters take some 300 MB; these bounds are what a hostile file is held to. */
const BOUNDS = { file: 1_000_000_000, list: 64_000_000, text: 3 * LIMITS.text, reports: 20_000 } as const;
/** What is put into the zip or taken out of it at a time; one such piece inflates to 17 MB at the very most. */
const PIECE = 16_384;

/** A report as an exported library lists it. */
export interface ArchivedReport {
  id: string;
  identity: Identity;
  origin: Origin;
  hint: string;
  added: string;
  corrected: boolean;
}

const year = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(2199));
const short = (limit: number) => v.pipe(v.string(), v.maxLength(limit));

const archivedReport = v.object({
  id: v.pipe(v.string(), v.regex(/^own-[a-z0-9]{1,40}$/)),
  title: short(LIMITS.title),
  place: short(LIMITS.place),
  level: v.picklist(LEVELS),
  year,
  reviewYear: v.nullable(year),
  origin: v.object({ kind: v.picklist(['page', 'file', 'paste']), name: short(LIMITS.name) }),
  hint: short(LIMITS.title),
  added: v.pipe(v.string(), v.isoTimestamp()),
  corrected: v.boolean(),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

const archiveHead = v.looseObject({ format: v.literal(FORMAT), version: v.pipe(v.number(), v.safeInteger()) });
const archiveList = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  exported: short(40),
  reports: v.pipe(v.array(archivedReport), v.maxLength(BOUNDS.reports)),
});

/** Writes the reports with their texts, a few at a time; one that has gone meanwhile is left out. */
export async function writeArchive(
  reports: readonly KeptReport[],
  textsOf: (ids: readonly string[]) => Promise<(string | undefined)[]>,
  now: Date,
): Promise<Blob> {
  // A blob of many small blobs, so that the browser may keep them on the disk.
  const pieces: Blob[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else pieces.push(new Blob([chunk as Uint8Array<ArrayBuffer>]));
  });
  const put = (name: string, bytes: Uint8Array) => {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = now;
    zip.add(entry);
    entry.push(bytes, true);
  };
  const listed: v.InferOutput<typeof archivedReport>[] = [];
  for (let i = 0; i < reports.length; i += BATCH) {
    const batch = reports.slice(i, i + BATCH);
    const texts = await textsOf(batch.map(({ id }) => id));
    for (const [at, report] of batch.entries()) {
      const text = texts[at];
      if (text === undefined) continue;
      const bytes = new TextEncoder().encode(text);
      put(`texts/${report.id}.txt`, bytes);
      const { id, hint, corrected } = report;
      const { origin, added } = report as typeof report & { origin: Origin; added: string };
      listed.push({ id, ...identityOf(report), origin, hint, added, corrected, sha256: await sha256(bytes) });
    }
  }
  const list = { format: FORMAT, version: VERSION, exported: now.toISOString(), reports: listed };
  put(LIST, strToU8(JSON.stringify(list, null, 1)));
  zip.end();
  if (failure) throw failure;
  return new Blob(pieces, { type: 'application/zip' });
}

const BATCH = 32;

/** An exported library whose every byte has been checked. `texts` reads the texts one by one, in the order of the file. */
export interface Archive {
  reports: number;
  texts(): AsyncGenerator<[ArchivedReport, string]>;
}

/**
 * Reads an exported library. Rejects with a LibraryError, before anything has been written anywhere, unless every listed
 * text is there as it was exported, can be taken, and nothing else is.
 */
export async function readArchive(file: Blob, canTake: (text: string) => boolean): Promise<Archive> {
  if (file.size > BOUNDS.file) throw new LibraryError('large_archive');
  const sums = new Map<string, string>();
  let list: Uint8Array | null = null;
  for await (const [name, bytes] of entriesOf(file)) {
    if (name === LIST) list = bytes;
    else if (canTake(textOf(bytes))) sums.set(name, await sha256(bytes as Uint8Array<ArrayBuffer>));
  }
  if (!list) throw new LibraryError('not_archive');
  const reports = parseList(list);
  const byName = new Map(reports.map((report) => [`texts/${report.id}.txt`, report]));
  const whole = byName.size === reports.length && sums.size === byName.size;
  if (!whole || reports.some((report) => sums.get(`texts/${report.id}.txt`) !== report.sha256)) {
    throw new LibraryError('broken_archive');
  }
  return {
    reports: reports.length,
    async *texts() {
      for await (const [name, bytes] of entriesOf(file)) {
        const report = byName.get(name);
        if (!report) continue;
        const { id, origin, hint, added, corrected } = report;
        yield [{ id, origin, hint, added, corrected, identity: identityOf(report) }, textOf(bytes)];
      }
    },
  };
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch (error) {
    throw new LibraryError('broken_archive', error);
  }
}

function parseList(bytes: Uint8Array): v.InferOutput<typeof archivedReport>[] {
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new LibraryError('broken_archive', error);
  }
  const head = v.safeParse(archiveHead, data);
  if (!head.success) throw new LibraryError('not_archive', v.flatten(head.issues));
  if (head.output.version > VERSION) throw new LibraryError('newer_archive');
  const list = v.safeParse(archiveList, data, { abortEarly: true });
  if (!list.success) throw new LibraryError('broken_archive', v.flatten(list.issues));
  const unread = list.output.reports.find((report) => {
    return report.corrected && !v.is(identitySchema, identityOf(report));
  });
  if (unread) throw new LibraryError('broken_archive');
  return list.output.reports;
}

/** The entries of a zip one after the other, each inflated within its bound. Rejects with a LibraryError. */
async function* entriesOf(file: Blob): AsyncGenerator<[name: string, bytes: Uint8Array]> {
  const ready: [string, Uint8Array][] = [];
  const names = new Set<string>();
  let failure: LibraryError | null = null;
  const fail = (code: 'not_archive' | 'broken_archive' | 'large_archive', cause?: unknown) => {
    failure ??= new LibraryError(code, cause);
  };
  let open = 0;
  const unzip = new Unzip((entry) => {
    const { name } = entry;
    if (names.has(name) || !(name === LIST || /^texts\/own-[a-z0-9]{1,40}\.txt$/.test(name))) fail('not_archive');
    names.add(name);
    if (names.size > BOUNDS.reports + 1) fail('large_archive');
    const most = name === LIST ? BOUNDS.list : BOUNDS.text;
    const chunks: Uint8Array[] = [];
    let size = 0;
    entry.ondata = (error, chunk, final) => {
      if (error) fail('broken_archive', error);
      if (failure) return;
      size += chunk.length;
      if (size > most) {
        entry.terminate();
        fail('large_archive');
        return;
      }
      chunks.push(chunk);
      if (!final) return;
      open--;
      ready.push([name, joined(chunks, size)]);
    };
    open++;
    entry.start();
  });
  unzip.register(UnzipInflate);

  const take = (piece: Uint8Array, last: boolean) => {
    try {
      unzip.push(piece, last);
    } catch (error) {
      fail('broken_archive', error);
    }
    if (failure) throw failure;
    return ready.splice(0);
  };
  for (let from = 0; from < file.size; from += READ) {
    const bytes = new Uint8Array(await file.slice(from, from + READ).arrayBuffer());
    for (let at = 0; at < bytes.length; at += PIECE) {
      const last = from + READ >= file.size && at + PIECE >= bytes.length;
      yield* take(bytes.subarray(at, at + PIECE), last);
    }
  }
  if (names.size === 0) throw new LibraryError('not_archive');
  if (open > 0) throw new LibraryError('broken_archive');
}

/** What is read of the file at a time. */
const READ = 64 * PIECE;

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
