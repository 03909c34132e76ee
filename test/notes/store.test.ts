import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createNotesStore, MIGRATIONS } from '../../lib/notes/store';
import { draftOf, HENGYANG, idOf, noteOf, SHIGU } from './notes';

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

test('replaces, discards, restores and purges', async () => {
  const store = createNotesStore();
  await store.put(noteOf(1));
  await store.put(noteOf(1, { modified: '2021-01-01T00:00:00.000Z' }));
  expect(await store.all()).toEqual([noteOf(1, { modified: '2021-01-01T00:00:00.000Z' })]);
  await store.put(noteOf(2));
  await store.discard(idOf(1), '2021-02-01T00:00:00.000Z');
  await store.discard(idOf(1), '2021-02-02T00:00:00.000Z');
  await store.discard(idOf(2), '2021-01-01T00:00:00.000Z');
  expect(await store.all()).toEqual([]);
  expect((await store.trash()).map(({ note, deleted }) => [note.id, deleted])).toEqual([
    [idOf(2), '2021-01-01T00:00:00.000Z'],
    [idOf(1), '2021-02-01T00:00:00.000Z'],
  ]);
  await store.purge('2021-02-01T00:00:00.000Z');
  await store.restore(idOf(1));
  await store.restore(idOf(2));
  expect(await store.all()).toEqual([noteOf(1, { modified: '2021-01-01T00:00:00.000Z' })]);
  expect(await store.trash()).toEqual([]);
});

test('restoring does not overwrite a note that is there again', async () => {
  const store = createNotesStore();
  await store.put(noteOf(1));
  await store.discard(idOf(1), '2021-02-01T00:00:00.000Z');
  const again = noteOf(1, { modified: '2022-01-01T00:00:00.000Z' });
  await store.putAll([again]);
  await store.restore(idOf(1));
  expect(await store.all()).toEqual([again]);
  expect(await store.trash()).toEqual([]);
});

test('of many notes all are written or none', async () => {
  const store = createNotesStore();
  const unstorable = { ...noteOf(2), body: [() => {}] } as never;
  await expect(store.putAll([noteOf(1), unstorable, noteOf(3)])).rejects.toMatchObject({ code: 'write_failed' });
  expect(await store.all()).toEqual([]);
  await store.put(noteOf(1));
  expect(await store.all()).toEqual([noteOf(1)]);
});

test('ten thousand notes stay fast', async () => {
  const store = createNotesStore();
  await store.putAll(
    Array.from({ length: 10_000 }, (_, n) => noteOf(n, { report: { place: '衡阳市', year: 2000 + (n % 100) } })),
  );
  const start = performance.now();
  expect(await store.listByReport({ place: '衡阳市', year: 2020 })).toHaveLength(100);
  expect(performance.now() - start).toBeLessThan(500);
});

test('writes with strict durability', async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const store = createNotesStore();
  await store.put(noteOf(1));
  await store.discard(idOf(1), '2021-02-01T00:00:00.000Z');
  await store.restore(idOf(1));
  await store.purge('2021-02-01T00:00:00.000Z');
  const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writes.map(([, , options]) => options)).toEqual(Array(4).fill({ durability: 'strict' }));
  transaction.mockRestore();
});

test('keeps drafts until they are dropped', async () => {
  const store = createNotesStore();
  const draft = { key: 'a', source: 'https://www.hyqss.cn/', written: '2021-01-01T00:00:00.000Z', draft: draftOf() };
  await store.keepDraft(draft);
  await store.close();
  await store.dropDraft('b');
  expect(await store.drafts()).toEqual([draft]);
  await store.dropDraft('a');
  expect(await store.drafts()).toEqual([]);
});

describe('schema versions', () => {
  test.each(MIGRATIONS.map((_, index) => index + 1))(
    'notes written by version %i are all there today',
    async (version) => {
      // Written as that version of the extension wrote, without today's store.
      const database = await openDB('report-margins', version, {
        upgrade: (db, _old, _new, transaction) => {
          for (const migrate of MIGRATIONS.slice(0, version)) migrate(db as never, transaction as never);
        },
      });
      await database.put('notes', noteOf(1));
      await database.put('notes', noteOf(2, { report: null }));
      database.close();
      const today = createNotesStore();
      expect(await today.all()).toEqual([noteOf(1), noteOf(2, { report: null })]);
      expect(await today.listByReport(HENGYANG)).toEqual([noteOf(1)]);
      await today.discard(idOf(1), '2021-02-01T00:00:00.000Z');
      expect(await today.trash()).toHaveLength(1);
      expect(await today.drafts()).toEqual([]);
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
