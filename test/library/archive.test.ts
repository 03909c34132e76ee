import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Progress } from '../../lib/library/types';
import { librarianOf, wipe } from './library';
import { reportOf } from './reports';

beforeEach(wipe);

const page = (text: string) => ({
  text,
  origin: { kind: 'page' as const, name: 'https://www.example.gov.cn/1.html' },
  title: '报告',
});

/** An export of two reports, one of them put right, as its entries. */
async function exported() {
  const { librarian, store } = librarianOf();
  // Lone surrogates and a byte order mark are what a careless round through UTF-8 would lose.
  await librarian.add([page(`\ufeff${reportOf()}`), page(reportOf({ year: 2020, more: '\u{20bb7}野。' }))]);
  await librarian.correct('own-2', { title: '另一份', place: '青石县', level: 'county', year: 2022, reviewYear: null });
  const blob = await librarian.exportAll();
  const entries = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return { librarian, store, blob, entries };
}

async function kept(store: ReturnType<typeof librarianOf>['store']) {
  const reports = await store.all();
  return {
    reports,
    texts: await store.texts(reports.map(({ id }) => id)),
    signatures: [...(await store.signatures())],
    figures: await store.figures('gdp'),
  };
}

test('what was exported is all there again after everything was wiped', async () => {
  const { store, blob } = await exported();
  const before = await kept(store);
  wipe();
  const { librarian: fresh, store: empty } = librarianOf();
  const seen: Progress[] = [];
  const onProgress = (progress: Progress) => seen.push(progress);
  expect(await fresh.importAll(blob, { onProgress })).toEqual({ added: 2, known: 0 });
  expect(await kept(empty)).toEqual(before);
  expect(seen.at(-1)).toEqual({ done: 2, total: 2 });
  expect(await fresh.importAll(blob)).toEqual({ added: 0, known: 2 });
  expect(await kept(empty)).toEqual(before);
});

test('an import that is cancelled keeps what it has taken', async () => {
  const { blob } = await exported();
  wipe();
  const { librarian, store } = librarianOf();
  const stop = new AbortController();
  const counts = await librarian.importAll(blob, { signal: stop.signal, onProgress: () => stop.abort() });
  expect(counts).toEqual({ added: 1, known: 0 });
  expect(await store.all()).toHaveLength(1);
});

test('a report with a taken id gets another', async () => {
  const { blob } = await exported();
  wipe();
  const { librarian, store } = librarianOf();
  await librarian.add([page(reportOf({ year: 1999 }))]);
  await librarian.importAll(blob);
  expect((await store.all()).map(({ year }) => year).sort()).toEqual([1999, 2019, 2022]);
});

test('an empty library has an export, too', async () => {
  const { librarian } = librarianOf();
  expect(await librarian.importAll(await librarian.exportAll())).toEqual({ added: 0, known: 0 });
});

test('whatever a text claims to be, its export can be imported', async () => {
  const { librarian, store } = librarianOf();
  const name = `${'云'.repeat(17)}自治县${'霞'.repeat(9)}街道`;
  const texts = [
    reportOf({ year: 2999 }),
    reportOf({ year: 1001 }),
    reportOf({ county: name }),
    `${'长'.repeat(300)}政府工作报告\n\u0000\ud800一段话。`,
  ];
  const results = await librarian.add(
    texts.map((text) => ({
      ...page(text),
      origin: { kind: 'page', name: `https://x/${'a'.repeat(9000)}` },
      title: '题'.repeat(900),
    })),
  );
  expect(results.every((result) => 'holding' in result)).toBe(true);
  const blob = await librarian.exportAll();
  const before = await store.all();
  wipe();
  const { librarian: fresh, store: empty } = librarianOf();
  await fresh.importAll(blob);
  expect(await empty.all()).toEqual(before);
});

describe('a file that is not as it was exported changes nothing', () => {
  type Entries = Record<string, Uint8Array>;
  const list = (entries: Entries, change: (list: { version: number; reports: Record<string, unknown>[] }) => void) => {
    const data = JSON.parse(strFromU8(entries['library.json']!));
    change(data);
    return { ...entries, 'library.json': strToU8(JSON.stringify(data)) };
  };
  const without = (entries: Entries, name: string) =>
    Object.fromEntries(Object.entries(entries).filter(([key]) => key !== name));

  test.each<[string, string, (entries: Entries) => Entries]>([
    ['no list', 'not_archive', (entries) => without(entries, 'library.json')],
    ['a list that is no JSON', 'broken_archive', (entries) => ({ ...entries, 'library.json': strToU8('{') })],
    ['another list', 'not_archive', (entries) => ({ ...entries, 'library.json': strToU8('{"reports":[]}') })],
    ['a newer format', 'newer_archive', (entries) => list(entries, (data) => void data.version++)],
    ['a missing text', 'broken_archive', (entries) => without(entries, 'texts/own-1.txt')],
    ['a text too many', 'broken_archive', (entries) => ({ ...entries, 'texts/own-7.txt': strToU8('字') })],
    ['a changed text', 'broken_archive', (entries) => ({ ...entries, 'texts/own-1.txt': strToU8('字') })],
    ['a foreign file', 'not_archive', (entries) => ({ ...entries, '../evil.txt': strToU8('字') })],
    [
      'a text that is no UTF-8',
      'broken_archive',
      (entries) => ({ ...entries, 'texts/own-1.txt': new Uint8Array([0xff]) }),
    ],
    [
      'an id of a bundled report',
      'broken_archive',
      (entries) => list(entries, (data) => void Object.assign(data.reports[0]!, { id: 'shigu-2021' })),
    ],
    ['an id twice', 'broken_archive', (entries) => list(entries, (data) => void data.reports.push(data.reports[0]!))],
    [
      'a year that is none',
      'broken_archive',
      (entries) => list(entries, (data) => void Object.assign(data.reports[0]!, { year: '2019' })),
    ],
    [
      'a time that is none',
      'broken_archive',
      (entries) => list(entries, (data) => void Object.assign(data.reports[0]!, { added: 'today' })),
    ],
    [
      'a title without end',
      'broken_archive',
      (entries) => list(entries, (data) => void Object.assign(data.reports[0]!, { title: '长'.repeat(9999) })),
    ],
    [
      'a corrected report of nowhere',
      'broken_archive',
      (entries) =>
        list(entries, (data) => {
          for (const report of data.reports) Object.assign(report, { place: '', corrected: true });
        }),
    ],
    ['a bomb', 'large_archive', (entries) => ({ ...entries, 'texts/own-1.txt': new Uint8Array(40_000_000) })],
  ])('%s', async (_, code, change) => {
    const { entries } = await exported();
    wipe();
    const { librarian, store } = librarianOf();
    const file = new Blob([zipSync(change(entries)) as Uint8Array<ArrayBuffer>]);
    await expect(librarian.importAll(file)).rejects.toMatchObject({ code, message: expect.stringMatching(/。$/) });
    expect(await store.all()).toEqual([]);
  });

  test.each<[string, string, (bytes: Uint8Array) => Uint8Array]>([
    ['nothing', 'not_archive', () => new Uint8Array()],
    ['no zip', 'not_archive', () => strToU8('这不是压缩文件。'.repeat(1000))],
    ['a torn file', 'broken_archive', (bytes) => bytes.slice(0, 2000)],
    ['a flipped byte', 'broken_archive', (bytes) => bytes.with(600, bytes[600]! ^ 0xff)],
  ])('%s', async (_, code, change) => {
    const { blob } = await exported();
    wipe();
    const { librarian, store } = librarianOf();
    const bytes = change(new Uint8Array(await blob.arrayBuffer()));
    await expect(librarian.importAll(new Blob([bytes as Uint8Array<ArrayBuffer>]))).rejects.toMatchObject({ code });
    expect(await store.all()).toEqual([]);
  });
});
