import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createNotesStore, MIGRATIONS } from '../../lib/notes/store';
import { HENGYANG, idOf, noteOf, SHIGU } from './notes';

beforeEach(() => {
  vi.unstubAllGlobals();
  vi.stubGlobal('indexedDB', new IDBFactory());
});

test('a note survives that the database is closed and opened again', async () => {
  const before = createNotesStore();
  await before.put(noteOf(1));
  await before.close();
  const after = createNotesStore();
  expect(await after.get(idOf(1))).toEqual(noteOf(1));
});

test('a store that was closed opens again at the next call', async () => {
  const store = createNotesStore();
  await store.put(noteOf(1));
  await store.close();
  expect(await store.all()).toEqual([noteOf(1)]);
});

test('lists by the address and by the report', async () => {
  const store = createNotesStore();
  const paper = { ...noteOf(2).target, source: 'https://www.hyqss.cn/paper.html' };
  const notes = [noteOf(1), noteOf(2, { target: paper }), noteOf(3, { report: SHIGU }), noteOf(4, { report: null })];
  for (const note of notes) await store.put(note);
  const ids = (list: { id: string }[]) => list.map(({ id }) => id).sort();
  expect(ids(await store.listByReport(HENGYANG))).toEqual([idOf(1), idOf(2)]);
  expect(ids(await store.listByReport({ ...HENGYANG, year: 2021 }))).toEqual([]);
  expect(ids(await store.listBySource(paper.source))).toEqual([idOf(2)]);
  expect(ids(await store.listBySource(noteOf(1).target.source))).toEqual([idOf(1), idOf(3), idOf(4)]);
  expect(ids(await store.all())).toEqual([idOf(1), idOf(2), idOf(3), idOf(4)]);
});

test('replaces and deletes', async () => {
  const store = createNotesStore();
  await store.put(noteOf(1));
  await store.put(noteOf(1, { modified: '2021-01-01T00:00:00.000Z' }));
  expect(await store.all()).toEqual([noteOf(1, { modified: '2021-01-01T00:00:00.000Z' })]);
  await store.delete(idOf(1));
  await store.delete(idOf(1));
  expect(await store.all()).toEqual([]);
});

test('writes with strict durability', async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const store = createNotesStore();
  await store.put(noteOf(1));
  await store.delete(idOf(1));
  const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writes.map(([, , options]) => options)).toEqual([{ durability: 'strict' }, { durability: 'strict' }]);
  transaction.mockRestore();
});

describe('schema versions', () => {
  test.each(MIGRATIONS.map((_, index) => index + 1))(
    'notes written by version %i are all there today',
    async (version) => {
      const earlier = createNotesStore('report-margins', MIGRATIONS.slice(0, version));
      await earlier.put(noteOf(1));
      await earlier.put(noteOf(2, { report: null }));
      await earlier.close();
      const today = createNotesStore();
      expect(await today.all()).toEqual([noteOf(1), noteOf(2, { report: null })]);
      expect(await today.listByReport(HENGYANG)).toEqual([noteOf(1)]);
    },
  );

  test('a store in use makes way for a newer version', async () => {
    const today = createNotesStore();
    await today.put(noteOf(1));
    const tomorrow = createNotesStore('report-margins', [...MIGRATIONS, () => {}]);
    expect(await tomorrow.all()).toEqual([noteOf(1)]);
    await expect(today.all()).rejects.toMatchObject({ code: 'newer_database' });
  });

  test('a migration that fails leaves the notes as they were', async () => {
    const today = createNotesStore();
    await today.put(noteOf(1));
    await today.close();
    const broken = createNotesStore('report-margins', [
      ...MIGRATIONS,
      () => {
        throw new Error('broken');
      },
    ]);
    await expect(broken.all()).rejects.toMatchObject({ code: 'no_database' });
    expect(await createNotesStore().all()).toEqual([noteOf(1)]);
  });
});

describe('says what happened when', () => {
  test('the browser gives no database, and tries again at the next call', async () => {
    const factory = indexedDB;
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('A mutation operation was attempted on a database that did not allow mutations.');
      },
    });
    const store = createNotesStore();
    await expect(store.put(noteOf(1))).rejects.toMatchObject({
      code: 'no_database',
      message: expect.stringContaining('打不开旁注数据库'),
    });
    vi.stubGlobal('indexedDB', factory);
    await store.put(noteOf(1));
    expect(await store.all()).toEqual([noteOf(1)]);
  });

  test('the disk is full, and what was stored stays', async () => {
    const store = createNotesStore();
    await store.put(noteOf(1));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('Encountered full disk.', 'QuotaExceededError');
    });
    await expect(store.put(noteOf(2))).rejects.toMatchObject({
      code: 'quota',
      message: expect.stringContaining('磁盘空间不足'),
    });
    put.mockRestore();
    expect(await store.all()).toEqual([noteOf(1)]);
    await store.put(noteOf(2));
    expect(await store.all()).toHaveLength(2);
  });
});
