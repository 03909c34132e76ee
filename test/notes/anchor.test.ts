import { readFileSync } from 'node:fs';
import { expect, describe as group, test } from 'vitest';
import { anchor } from '../../lib/notes/anchor';
import { describe } from '../../lib/text/quote';

const report = readFileSync(new URL('../../seeds/reports/hengyang-2020.txt', import.meta.url), 'utf8');

/** The selectors of the first place where the words stand in a text. */
function selectorsOf(text: string, words: string) {
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return describe(text, start, start + words.length);
}

group('a passage', () => {
  test('that stands as it stood is exact', () => {
    const selectors = selectorsOf(report, '规模工业增加值、固定资产投资分别增长');
    expect(anchor(report, selectors)).toEqual({
      state: 'exact',
      start: selectors[1].start,
      end: selectors[1].end,
      score: 1,
      changes: [],
    });
  });

  test('stays exact when widths and line breaks change', () => {
    const before = '一般公共预算收入完成270.06亿元，地方税占比提高到64.9%，主要经济指标普遍高于全国、全省平均水平。';
    const after =
      '一般公共预算收入完成\n  ２７０．０６ 亿元，地方税占\r\n比提高到 64.9％，主要经济指标\n普遍高于全国、全省平均水平。';
    const result = anchor(after, selectorsOf(before, '270.06亿元，地方税占比提高到64.9%'));
    expect(result.state).toBe('exact');
    expect(after.slice(result.start!, result.end!)).toBe('２７０．０６ 亿元，地方税占\r\n比提高到 64.9％');
  });

  test('that is gone is orphaned', () => {
    const words = '主要经济指标普遍高于全国、全省平均水平';
    const selectors = selectorsOf(report, words);
    expect(anchor(report.replace(words, ''), selectors)).toEqual({
      state: 'orphaned',
      start: null,
      end: null,
      score: null,
      changes: [],
    });
  });
});
