import { beforeEach, expect, test, vi } from 'vitest';
import { createLibraryService } from '../../lib/library/service';
import { createLibraryStore } from '../../lib/library/store';
import { librarianOf, wipe } from './library';
import { reportOf } from './reports';

beforeEach(wipe);

const URL = 'https://www.example.gov.cn/report.html';

function setUp() {
  const store = createLibraryStore();
  const announce = vi.fn();
  let count = 0;
  const parts = { store, announce, now: () => new Date(0), newId: () => `own-page${++count}` };
  return { store, announce, service: createLibraryService(parts) };
}

test('a page is taken in under the address that the browser gives, and read by the librarian', async () => {
  const { service, store, announce } = setUp();
  expect(await service.has(URL, { place: '清溪县', year: 2019 })).toBeNull();
  const data = { text: reportOf(), title: '政府工作报告', url: 'https://evil.example/' };
  const taken = await service.add(`${URL}#top`, data);
  expect(taken).toMatchObject({
    state: 'added',
    holding: { id: 'own-page1', place: '清溪县', year: 2019, readBy: null, origin: { kind: 'page', name: URL } },
  });
  expect(announce).toHaveBeenCalledTimes(1);
  expect(await service.add(URL, data)).toMatchObject({ state: 'known', holding: { id: 'own-page1' } });
  expect(announce).toHaveBeenCalledTimes(1);

  const { librarian } = librarianOf(store);
  // Found before it has been read, too.
  const found = async () => {
    const ids: string[] = [];
    for await (const { holding } of librarian.search({ words: '清溪茶' })) ids.push(holding.id);
    return ids;
  };
  expect(await found()).toEqual(['own-page1']);
  await librarian.catchUp();
  expect(await found()).toEqual(['own-page1']);
  expect((await librarian.figures('gdp')).some(({ holding }) => holding.id === 'own-page1')).toBe(true);
});

test('a page hears of the report that it shows, under its own address or another', async () => {
  const { service } = setUp();
  await service.add(URL, { text: reportOf(), title: '' });
  const held = { id: 'own-page1', short: '清溪 2019' };
  expect(await service.has(`${URL}#2`, { place: null, year: null })).toEqual(held);
  expect(await service.has('https://other.example/', { place: '清溪县', year: 2019 })).toEqual(held);
  // The address carries another year's report by now.
  expect(await service.has(URL, { place: '清溪县', year: 2020 })).toBeNull();
  expect(await service.has('https://other.example/', { place: null, year: 2019 })).toBeNull();
});

test.each([[null], ['text'], [{ text: 1, title: '' }], [{ text: '字' }]])('%j is no report', async (data) => {
  const { service, store } = setUp();
  await expect(service.add(URL, data)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(service.has(URL, data)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await store.all()).toEqual([]);
});

test('what is too long or empty is refused', async () => {
  const { service } = setUp();
  expect(await service.add(URL, { text: '长'.repeat(500_001), title: '' })).toEqual({
    state: 'refused',
    reason: 'too_long',
  });
  expect(await service.add(URL, { text: '\n', title: '' })).toEqual({ state: 'refused', reason: 'empty' });
});
