import { describe, expect, test } from 'vitest';
import { parseReaderHash } from '../../lib/corpus/address';
import { carriersAmong, newReportId, shortOf } from '../../lib/library/identity';
import type { Holding } from '../../lib/library/types';

describe('short names', () => {
  test.each([
    ['全国', '全国 2020'],
    ['湖南省', '湖南 2020'],
    ['内蒙古自治区', '内蒙古 2020'],
    ['衡阳市', '衡阳 2020'],
    ['衡阳市石鼓区', '石鼓 2020'],
    ['上海市浦东新区', '浦东 2020'],
    ['济南市市中区', '市中 2020'],
    ['阳泉市城区', '城区 2020'],
    ['清溪县', '清溪 2020'],
    ['湘西土家族苗族自治州', '湘西 2020'],
    ['湘西土家族苗族自治州吉首市', '吉首 2020'],
    ['昆山市周庄镇', '周庄 2020'],
    ['锡林郭勒盟', '锡林郭勒 2020'],
  ])('%s', (place, short) => expect(shortOf({ title: '政府工作报告', place, year: 2020 })).toBe(short));

  test('of a report that nobody knows are its title', () => {
    expect(shortOf({ title: '一份没有地方也没有年份的很长的报告题目', place: '', year: 2020 })).toBe(
      '一份没有地方也没有年份的很长的报',
    );
  });
});

test('ids are addresses of the reader page, each another one', () => {
  const ids = Array.from({ length: 1000 }, newReportId);
  expect(new Set(ids).size).toBe(1000);
  for (const id of ids) expect(parseReaderHash(`#${id}/3.1`)).toEqual({ reportId: id, sectionId: '3.1' });
});

test('carriers are the other reports of the place and the year, articles left out', () => {
  const holdingOf = (id: string, more: Partial<Holding> = {}) =>
    ({ id, place: '清溪县', year: 2019, kind: 'report', ...more }) as Holding;
  const one = holdingOf('own-1');
  const paper = holdingOf('own-2', { kind: 'continuation' });
  const others = [
    holdingOf('own-3', { year: 2020 }),
    holdingOf('own-4', { kind: 'article' }),
    holdingOf('own-5', { place: '青石县' }),
  ];
  expect(carriersAmong([one, paper, ...others], one)).toEqual([paper]);
  const nowhere = holdingOf('own-6', { place: '', year: 0 });
  expect(carriersAmong([nowhere, { ...nowhere, id: 'own-7' }], nowhere)).toEqual([]);
});
