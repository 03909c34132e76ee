// @ts-expect-error: the package ships no types.
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { observationsToCsv, quoteOf, timePeriod } from '../../lib/indicators/csv';
import type { Observation } from '../../lib/indicators/types';

const TEXT = '一、工作回顾\n=SUM(A1)指标，地区生产总值"现价"增长8%以上，\n居全省前列。';
const growth: Observation = {
  indicator: 'gdp',
  name: '地区生产总值',
  value: 8,
  unit: '%',
  measure: 'growth',
  parts: null,
  bound: 'at_least',
  status: 'actual',
  from: 2019,
  to: 2019,
  refArea: '衡阳市',
  start: TEXT.indexOf('8%'),
  end: TEXT.indexOf('8%') + 4,
};
const origin = { text: TEXT, report: '+报告', url: 'https://example.gov.cn/a?b="c"', sectionAt: () => '一、工作回顾' };

function rows(observations: Observation[]): Record<string, string>[] {
  const csv = observationsToCsv(observations, origin);
  return Papa.parse(csv.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data;
}

describe('observationsToCsv', () => {
  test('begins with a byte order mark and a header with SDMX column names', () => {
    const csv = observationsToCsv([], origin);
    expect(csv.startsWith('\ufeffINDICATOR,NAME,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  test('reads back in a CSV parser', () => {
    expect(rows([growth])).toMatchObject([
      {
        INDICATOR: 'gdp',
        REF_AREA: '衡阳市',
        TIME_PERIOD: '2019',
        OBS_VALUE: '8',
        UNIT_MEASURE: '%',
        OBS_STATUS: 'A',
        MEASURE: 'growth',
        BOUND: 'at_least',
        SECTION: '一、工作回顾',
        URL: 'https://example.gov.cn/a?b="c"',
      },
    ]);
  });

  test('makes cells that look like formulas safe, and leaves negative numbers numbers', () => {
    const [row] = rows([{ ...growth, value: -4.3, name: '@名称' }]);
    expect(row!.OBS_VALUE).toBe('-4.3');
    expect(row!.NAME).toBe("'@名称");
    expect(row!.REPORT).toBe("'+报告");
    expect(row!.QUOTE!.startsWith("'=SUM")).toBe(true);
  });

  test('writes a structure with its parts and an open period', () => {
    const structure: Observation = { ...growth, measure: 'structure', parts: [1.2, 10.8, 88], from: null, to: 2020 };
    expect(rows([structure])).toMatchObject([{ PARTS: '1.2:10.8:88', TIME_PERIOD: '../2020' }]);
  });
});

test('timePeriod', () => {
  expect(timePeriod({ from: 2008, to: 2012 })).toBe('2008/2012');
  expect(timePeriod({ from: null, to: null })).toBe('');
});

test('a quote is the sentence on one line', () => {
  expect(quoteOf('甲。乙增长\n8%。丙', 6, 8)).toBe('8%');
  expect(quoteOf('甲。乙增长8%，好。丙', 5, 7)).toBe('乙增长8%，好');
});
