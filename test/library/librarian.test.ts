import { beforeEach, describe, expect, test } from 'vitest';
import type { Found, Intake } from '../../lib/library/types';
import { index, librarianOf, wipe } from './library';
import { reportOf } from './reports';

beforeEach(wipe);

const paste = (text: string): Intake => ({ text, origin: { kind: 'paste', name: '' } });

async function all(found: AsyncIterable<Found>): Promise<Found[]> {
  const list: Found[] = [];
  for await (const one of found) list.push(one);
  return list;
}

describe('adding', () => {
  test('a report is read, listed, opened and found', async () => {
    const { librarian, announce } = librarianOf();
    const text = reportOf();
    const [added] = await librarian.add([paste(text)]);
    expect(added).toMatchObject({
      state: 'added',
      holding: { id: 'own-1', kind: 'report', place: '清溪县', level: 'county', year: 2019, short: '清溪 2019' },
    });
    expect(announce).toHaveBeenCalled();
    const list = await librarian.list();
    expect(list).toHaveLength(index.reports.length + 1);
    const open = await librarian.open('own-1');
    expect(open).toMatchObject({ id: 'own-1', text, partOf: null, year: 2019 });
    expect(open!.observations.some(({ indicator, value }) => indicator === 'gdp' && value === 8)).toBe(true);
    const found = await all(librarian.search({ words: '清溪茶' }));
    expect(found.map(({ holding, count }) => [holding.id, count])).toEqual([['own-1', 1]]);
    const [hit] = found[0]!.hits;
    expect(text.slice(hit!.start, hit!.end)).toBe('清溪茶');
    expect(hit!.heading).toBe('一、2018年工作回顾');
  });
});
