import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { type CanaryMark, checkCanary } from '../../lib/notes/canary';
import { createNotesStore } from '../../lib/notes/store';
import { noteOf } from './notes';

let mark: CanaryMark | null;
let ids = 0;

/** What the background does at its start. */
async function start(): Promise<string | null> {
  const store = createNotesStore();
  await checkCanary({
    store,
    remembered: {
      getValue: async () => mark,
      setValue: async (value) => {
        mark = value;
      },
    },
    newId: () => `canary-${++ids}`,
    now: () => new Date('2021-05-01T00:00:00Z'),
  });
  await store.put(noteOf(1));
  await store.close();
  return mark!.wiped;
}

beforeEach(() => {
  mark = null;
  vi.stubGlobal('indexedDB', new IDBFactory());
});

test('all is well on the first start and on every later one', async () => {
  expect(await start()).toBe(null);
  expect(await start()).toBe(null);
  expect(mark).toEqual({ canary: `canary-${ids}`, wiped: null });
});

test('a wiped database is noticed, once, until the reader knows', async () => {
  await start();
  vi.stubGlobal('indexedDB', new IDBFactory());
  expect(await start()).toBe('2021-05-01T00:00:00.000Z');
  expect(await start()).toBe('2021-05-01T00:00:00.000Z');
  mark = { ...mark!, wiped: null };
  expect(await start()).toBe(null);
});

test('the wiping of what is remembered is no wiped database', async () => {
  await start();
  mark = null;
  expect(await start()).toBe(null);
});
