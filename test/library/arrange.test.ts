import { describe, expect, it } from 'vitest';
import { ARRANGED, arrange } from '../../lib/library/arrange';
import type { Holding } from '../../lib/library/types';

const holdingOf = (part: Partial<Holding>): Holding => ({
  id: 'own-a',
  kind: 'report',
  title: `${part.year ?? 2020}年${part.place ?? '清溪县'}人民政府工作报告`,
  place: '清溪县',
  level: 'county',
  year: 2020,
  reviewYear: 2019,
  short: '清溪 2020',
  length: 16_000,
  origin: { kind: 'file', name: 'a.docx' },
  added: '2026-01-01T00:00:00.000Z',
  readBy: '1',
  corrected: false,
  ...part,
});

const holdings = [
  holdingOf({ id: 'own-a', place: '白石县', year: 2019, added: '2026-01-03T00:00:00.000Z' }),
  holdingOf({ id: 'own-b', place: '清溪县', year: 2018 }),
  holdingOf({ id: 'own-c', place: '清溪县', year: 2021, added: '2026-01-02T00:00:00.000Z' }),
  holdingOf({ id: 'hengyang-2020', place: '衡阳市', year: 2020, origin: null, added: null }),
  holdingOf({
    id: 'own-d',
    place: '',
    year: 0,
    title: '讲话',
    origin: { kind: 'page', name: 'http://www.qingxi.gov.cn/1' },
  }),
];
const ids = (part: Partial<typeof ARRANGED>) => arrange(holdings, { ...ARRANGED, ...part }).map(({ id }) => id);

describe('the holdings of a library', () => {
  it('stand by place, by year or by their adding', () => {
    expect(ids({})).toEqual(['own-d', 'own-a', 'hengyang-2020', 'own-c', 'own-b']);
    expect(ids({ order: 'year' })).toEqual(['own-c', 'hengyang-2020', 'own-a', 'own-b', 'own-d']);
    expect(ids({ order: 'added' })).toEqual(['own-a', 'own-c', 'own-d', 'own-b', 'hengyang-2020']);
  });

  it('are found by all the words, wherever each stands', () => {
    expect(ids({ words: ' 清溪  2021 ' })).toEqual(['own-c']);
    expect(ids({ words: 'QINGXI' })).toEqual(['own-d']);
    expect(ids({ words: '清溪 2030' })).toEqual([]);
  });

  it('are those of the extension or those that the reader has added', () => {
    expect(ids({ origin: 'bundled' })).toEqual(['hengyang-2020']);
    expect(ids({ origin: 'added', words: '清溪县' })).toEqual(['own-c', 'own-b']);
  });
});
