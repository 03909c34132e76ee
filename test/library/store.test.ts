import { openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Rows } from '../../lib/library/read';
import { createLibraryStore, type KeptReport, MIGRATIONS } from '../../lib/library/store';
import { wipe } from './library';

beforeEach(() => {
  vi.unstubAllGlobals();
  wipe();
});

function reportOf(n: number, more: Partial<KeptReport> = {}): KeptReport {
  return {
    id: `own-${n}`,
    kind: 'report',
    title: '政府工作报告',
    short: `清溪 ${n}`,
    place: '清溪县',
    level: 'county',
    year: n,
    reviewYear: n - 1,
    length: 4,
    origin: { kind: 'page', name: `https://www.example.gov.cn/${n}.html` },
    added: '2026-01-01T00:00:00.000Z',
    readBy: '1.0.0',
    corrected: false,
    hash: `hash ${n}`,
    hint: '',
    ...more,
  };
}

function rowsOf(indicators: string[], terms: string[] = []): Rows {
  return {
    signature: { bits: new Uint8Array(8192).fill(1), sketches: new Uint16Array(64) },
    figures: new Map(indicators.map((each) => [each, []])),
    definitions: new Map(terms.map((each) => [each, []])),
  };
}

test('what was added is there after the database was closed, and found by each of its keys', async () => {
  const before = createLibraryStore();
  expect(await before.add(reportOf(2019), '正文甲乙', rowsOf(['gdp'], ['清溪模式']))).toBeNull();
  await before.add(reportOf(2020), '正文丙丁', null);
  await before.close();
  const store = createLibraryStore();
  expect((await store.all()).map(({ id }) => id)).toEqual(['own-2019', 'own-2020']);
  expect(await store.byWhose('清溪县', 2019)).toEqual([reportOf(2019)]);
  expect(await store.byName('https://www.example.gov.cn/2020.html')).toEqual([reportOf(2020)]);
  expect(await store.byHash('hash 2020')).toEqual(reportOf(2020));
  expect(await store.texts(['own-2020', 'own-1', 'own-2019'])).toEqual(['正文丙丁', undefined, '正文甲乙']);
  expect([...(await store.signatures()).keys()]).toEqual(['own-2019']);
  expect((await store.figures('gdp')).map(({ id }) => id)).toEqual(['own-2019']);
  expect(await store.countFigures('gdp')).toBe(1);
  expect((await store.definitions('清溪模式')).map(({ id }) => id)).toEqual(['own-2019']);
});

test('a report with a known hash is not stored a second time', async () => {
  const store = createLibraryStore();
  await store.add(reportOf(1), '甲', null);
  const [again, other] = await Promise.all([
    store.add(reportOf(2, { hash: 'hash 1' }), '甲', rowsOf(['gdp'])),
    store.add(reportOf(3), '乙', rowsOf(['gdp'])),
  ]);
  expect(again).toEqual(reportOf(1));
  expect(other).toBeNull();
  expect((await store.figures('gdp')).map(({ id }) => id)).toEqual(['own-3']);
});

test('another reading replaces the rows of the last, and does not bring back what has gone', async () => {
  const store = createLibraryStore();
  await store.add(reportOf(1), '甲', rowsOf(['gdp', 'exports'], ['甲']));
  await store.add(reportOf(2), '乙', rowsOf(['gdp'], ['甲']));
  const changed = await store.reread('own-1', (report) => ({ ...report, readBy: '2.0.0' }), rowsOf(['cpi'], ['乙']));
  expect(changed!.readBy).toBe('2.0.0');
  const ids = async (indicator: string) => (await store.figures(indicator)).map(({ id }) => id);
  expect([await ids('gdp'), await ids('exports'), await ids('cpi')]).toEqual([['own-2'], [], ['own-1']]);
  expect((await store.definitions('甲')).map(({ id }) => id)).toEqual(['own-2']);
  await store.remove('own-1');
  expect(await store.reread('own-1', (report) => report, rowsOf(['gdp']))).toBeNull();
  expect(await ids('cpi')).toEqual([]);
  expect(await ids('gdp')).toEqual(['own-2']);
});

test('what fails in the middle leaves nothing, whatever fails', async () => {
  const store = createLibraryStore();
  const unstorable = { ...rowsOf(['gdp']), definitions: new Map([['甲', [() => {}] as never]]) };
  await expect(store.add(reportOf(1), '甲', unstorable)).rejects.toMatchObject({ code: 'write_failed' });
  await expect(store.add(reportOf(1), (() => {}) as never, null)).rejects.toMatchObject({ code: 'write_failed' });
  expect(await store.all()).toEqual([]);
  expect(await store.text('own-1')).toBeUndefined();
  expect(await store.figures('gdp')).toEqual([]);
  expect(await store.add(reportOf(1), '甲', rowsOf(['gdp']))).toBeNull();
});

test('writes with strict durability', async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const store = createLibraryStore();
  await store.add(reportOf(1), '甲', rowsOf(['gdp']));
  await store.reread('own-1', (report) => report, rowsOf(['gdp']));
  await store.remove('own-1');
  await store.clear();
  const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writes.map(([, , options]) => options)).toEqual(Array(4).fill({ durability: 'strict' }));
  transaction.mockRestore();
});

test('a database of a newer version is left alone, with words that say so', async () => {
  const newer = await openDB('report-margins-library', MIGRATIONS.length + 1);
  newer.close();
  const store = createLibraryStore();
  await expect(store.all()).rejects.toMatchObject({ code: 'newer_database', message: /更新到最新版本/ });
});

test('makes way for a newer version of the extension', async () => {
  const store = createLibraryStore();
  await store.add(reportOf(1), '甲', null);
  const newer = await openDB('report-margins-library', MIGRATIONS.length + 1);
  expect(await newer.count('reports')).toBe(1);
  newer.close();
});

test('a browser that forbids databases is told of in a sentence', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('denied', 'SecurityError');
    },
  });
  await expect(createLibraryStore().all()).rejects.toMatchObject({ code: 'no_database', message: /。$/ });
});
