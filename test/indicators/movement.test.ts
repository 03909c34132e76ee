import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lexiconOf } from '../../lib/indicators/lexicon';
import { isMovement, movedIn, quantityMovedIn } from '../../lib/indicators/movement';
import type { ReportIdentity } from '../../lib/report/types';
import { readText } from './readText';

const lexicon = lexiconOf(parse(readFileSync('seeds/indicators.yaml', 'utf8')));
const report: ReportIdentity = { title: '', place: '某市', level: 'prefecture', year: 2016, reviewYear: 2015 };

/** 'gdp 8 % growth' */
function read(text: string, plan = false): string[] {
  return readText(text, report, { plan }).map(({ indicator, name, value, unit, measure }) =>
    [indicator ?? name, value, unit, measure].join(' '),
  );
}

describe('what tells how a quantity moved', () => {
  test.each([
    '顶住下行压力',
    '平稳增长',
    '再创历史新高',
    '保持较高水平',
    '增速位居全省前列',
    '在大规模减税的情况下',
    '连跨三个台阶',
  ])('%s names nothing more', (words) => {
    expect(isMovement(words)).toBe(true);
  });

  test.each([
    '创汇',
    '结构',
    '在建项目',
    '保险金',
    '最低收购价',
    '从业人员',
    '占生产总值比重',
    '企业稳步增长能力',
    '经费',
  ])('%s makes another quantity', (words) => {
    expect(isMovement(words)).toBe(false);
  });

  test('an indicator is found before it, and a name with another noun is left alone', () => {
    expect(movedIn('固定资产投资顶住下行压力', lexicon)?.entry.id).toBe('fixed_asset_investment');
    expect(movedIn('固定资产投资结构持续优化', lexicon)).toBeNull();
    expect(quantityMovedIn('工业用电量恢复性增长')).toBe('工业用电量');
    expect(quantityMovedIn('全市上下奋力拼搏')).toBeNull();
  });
});

describe('an indicator with how it moved between it and its figure', () => {
  test.each<[string, string[]]>([
    ['固定资产投资顶住下行压力增长5.2%。', ['fixed_asset_investment 5.2 % growth']],
    ['粮食总产量战胜严重旱灾达到42万吨。', ['grain_output 42 万吨 level']],
    ['财政总收入连跨三个台阶达到12亿元。', ['fiscal_revenue_total 12 亿元 level']],
    ['社会消费品零售总额走出低谷增长3%。', ['retail_sales 3 % growth']],
    ['带动全社会固定资产投资完成58.7亿元。', ['fixed_asset_investment 58.7 亿元 level']],
    ['稳定粮食播种面积32万亩。', ['grain_area 32 万亩 level']],
    ['粮食直补资金1.2亿元。', ['粮食直补资金 1.2 亿元 level']],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });

  test('what is striven for in a plan is its target', () => {
    expect(read('争取实际利用外资3亿美元。', true)).toEqual(['fdi_used 3 亿美元 level']);
  });
});

describe('a statement without a figure that its topic is kept from', () => {
  test.each<[string, string[]]>([
    ['外贸进出口逆势飘红，完成25亿美元，增长30%。', ['trade_total 25 亿美元 level', 'trade_total 30 % growth']],
    ['财政收入在减税降费的情况下，仍完成32亿元。', ['fiscal_revenue_total 32 亿元 level']],
    ['固定资产投资拉动有力，完成投资120亿元。', ['fixed_asset_investment 120 亿元 level']],
    ['网上零售额保持高速增长，全年增长36%。', ['网上零售额 36 % growth']],
    [
      '企业退休人员养老金连续三次调整，月人均由512元增加到830元。',
      ['企业退休人员养老金 512 元 level', '企业退休人员养老金 830 元 level'],
    ],
    // The statement speaks of how fast it grew, so the figure is that.
    ['财政总收入增幅创近五年新高，达到18.6%。', ['fiscal_revenue_total 18.6 % growth']],
    ['地区生产总值增速连续五年居全省第一，达到12.6%。', ['gdp 1 位 rank', 'gdp 12.6 % growth']],
    // Another noun is the topic there.
    ['固定资产投资结构持续优化，达到120亿元。', []],
    ['全市经济运行平稳，完成120亿元。', []],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });
});
