import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFigures } from '../../lib/indicators/read';
import type { Indicator } from '../../lib/indicators/types';
import type { ReportIdentity } from '../../lib/report/types';
import { normalise } from '../../lib/text/normal';

const lexicon: Indicator[] = parse(readFileSync('seeds/indicators.yaml', 'utf8'));
const report: ReportIdentity = { title: '', place: '衡阳市', level: 'prefecture', year: 2020, reviewYear: 2019 };

function read(text: string) {
  return readFigures(normalise(text), { lexicon, sections: [], report });
}

describe('right or nothing', () => {
  test('a thousand numbers in one sentence', () => {
    const { observations, unread } = read(
      `地区生产总值分别增长${Array.from({ length: 1000 }, (_, i) => `${i}%`).join('、')}。`,
    );
    expect(observations).toEqual([]);
    expect(unread.length).toBe(1000);
  });

  test('a number of 400 digits', () => {
    expect(read(`地区生产总值达到${'9'.repeat(400)}亿元。`).observations).toEqual([]);
  });

  test('digits torn apart are not read by halves', () => {
    expect(read('地区生产总值达到3 372亿元。').observations).toEqual([]);
    expect(read('地区生产总值达到3，372亿元。').observations).toEqual([]);
    expect(read('地区生产总值达到3,372亿元。').observations.map(({ value }) => value)).toEqual([3372]);
  });

  test('names without numbers and numbers without names', () => {
    expect(read('地区生产总值、固定资产投资、城镇化率稳步提高。').observations).toEqual([]);
    expect(read('增长8%，达到100亿元。').observations).toEqual([]);
  });

  test.each(['1.2:10.8:88.0', '1.2：10.8：88.0', '1.2∶10.8∶88.0', '1.2︰10.8︰88.0'])('the ratio %s', (ratio) => {
    const { observations } = read(`三次产业结构调整为${ratio}。`);
    expect(observations.map(({ parts }) => parts)).toEqual([[1.2, 10.8, 88]]);
  });

  test('a comparison between places is no growth', () => {
    expect(read('地区生产总值增速高于全国0.3个百分点。').observations).toEqual([]);
    expect(read('比全省平均水平高1.2个百分点。').observations).toEqual([]);
  });

  test('a part of a year has no period in whole years', () => {
    expect(read('一季度地区生产总值增长5%。').observations).toEqual([]);
    expect(read('1-11月固定资产投资增长5%。').observations).toEqual([]);
  });

  test('an attribute is no statement', () => {
    expect(read('建成30万吨锌冶炼项目，培育年销售收入过100亿元、过500亿元的旗舰企业。').observations).toEqual([]);
  });

  test('slogans, hotlines and years', () => {
    expect(read('实施“3311”工程，12345热线获奖，5G和4A级景区，养老金“十五连调”，2019年大庆。')).toEqual({
      observations: [],
      unread: [],
    });
  });

  test('unbalanced and nested brackets', () => {
    expect(
      read(`${'（'.repeat(3000)}地区生产总值增长8%${'）'.repeat(2000)}。`).observations.length,
    ).toBeLessThanOrEqual(1);
    expect(read('地区生产总值（GDP（现价））增长8%。').observations).toHaveLength(1);
  });
});

describe('linear time', () => {
  const REPEATED: [string, string][] = [
    ['one long sentence', '规模工业增加值、固定资产投资分别增长9%、12%，'],
    ['no separators', '增长比上年分别均年均'],
    ['bare numbers', '1、'],
    ['ratios', '1：2：'],
    ['open brackets', '（增长8%'],
    ['open quotes', '“8%'],
    ['ranks', '居全国第一、第'],
    ['years', '2019年2020年'],
    ['words of time', '五年来“十三五”期间今后五年'],
    ['names', '居民人均可支配收入和'],
    ['amounts in words', '三亿二千万'],
    ['parts of a hundred', '百分之'],
    ['statements', '全覆盖、完成提升、'],
    ['parts of a whole', '其中，'],
    ['objects', '完成3公里'],
  ];
  test.each(REPEATED)('%s', (_, unit) => {
    const time = (length: number) => {
      const normal = normalise(unit.repeat(Math.ceil(length / unit.length)));
      const start = performance.now();
      readFigures(normal, { lexicon, sections: [], report });
      return performance.now() - start;
    };
    time(20_000);
    const small = Math.max(time(20_000), 2);
    const large = time(200_000);
    expect(large).toBeLessThan(small * 10 * 4 + 50);
  });
});
