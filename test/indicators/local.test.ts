import { describe, expect, test } from 'vitest';
import type { ReportIdentity } from '../../lib/report/types';
import { readText } from './readText';

/** 'name id value unit measure bound' of each observation in the report of a place. */
function read(text: string, place = '青石县', level: ReportIdentity['level'] = 'county'): string[] {
  const report: ReportIdentity = { title: '', place, level, year: 2020, reviewYear: 2019 };
  const observations = readText(text, report);
  return observations.map(
    (o) =>
      `${o.name} ${o.indicator ?? '-'} ${o.value} ${o.unit} ${o.measure} ${o.bound ?? '-'}${o.refArea === place ? '' : ` ${o.refArea}`}`,
  );
}

describe('the area that a report is of', () => {
  test.each<[string, ReportIdentity['level'], string, string]>([
    ['柳溪镇', 'township', '镇财政收入首次突破六百万元。', '财政收入 fiscal_revenue_total 600 万元 level at_least'],
    ['白沙街道', 'township', '全街道财政收入增长8%。', '财政收入 fiscal_revenue_total 8 % growth -'],
    ['东岭地区', 'prefecture', '全地区国内生产总值增长9%。', '国内生产总值 gdp 9 % growth -'],
    ['东岭地区', 'prefecture', '地区生产总值增长9%。', '地区生产总值 gdp 9 % growth -'],
    ['临江开发区', 'county', '开发区完成税收7亿元。', '税收 tax_revenue 7 亿元 level -'],
    ['南湖新区', 'county', '全新区税收增长7%。', '税收 tax_revenue 7 % growth -'],
    ['青石县', 'county', '青石县财政收入增长7%。', '财政收入 fiscal_revenue_total 7 % growth -'],
    ['青石县', 'county', '我国粮食产量增长2%。', '粮食产量 grain_output 2 % growth - 全国'],
    ['青石县', 'county', '镇财政收入达到600万元。', '镇财政收入 - 600 万元 level -'],
    ['东岭地区', 'prefecture', '地区财政收入增长6%。', '财政收入 fiscal_revenue_total 6 % growth -'],
    ['临江开发区', 'county', '区财政收入增长6%。', '财政收入 fiscal_revenue_total 6 % growth -'],
    ['青石县', 'county', '区内财政收入增长2%。', '财政收入 fiscal_revenue_total 2 % growth -'],
  ])('%s, %s: %s', (place, level, text, expected) => {
    expect(read(text, place, level)).toEqual([expected]);
  });
});

describe('firms and what they make', () => {
  test.each([
    [
      '乡镇企业发展到412家，从业人员6230人，完成总产值2.3亿元，占工农业总产值的七成以上，实现利税1480万元。',
      [
        '乡镇企业 - 412 家 level -',
        '乡镇企业从业人员 - 6230 人 level -',
        '乡镇企业总产值 - 2.3 亿元 level -',
        '乡镇企业总产值占工农业总产值比重 - 70 % level at_least',
        '乡镇企业利税 - 1480 万元 level -',
      ],
    ],
    [
      '新办私营企业45家，注册资金3200万元，实现税收410万元；完成工业投资5亿元。',
      [
        '新办私营企业 - 45 家 level -',
        '私营企业注册资金 - 3200 万元 level -',
        '私营企业税收 - 410 万元 level -',
        '工业投资 industrial_investment 5 亿元 level -',
      ],
    ],
    [
      '合作社达到320家，其中省级示范社12家、市级示范社30家。',
      ['合作社 - 320 家 level -', '省级示范社 - 12 家 level -', '市级示范社 - 30 家 level -'],
    ],
    [
      '产值超亿元企业达到60家、超10亿元企业3-5家。',
      [
        '产值超亿元企业 - 60 家 level -',
        '产值超10亿元企业 - 3 家 level at_least',
        '产值超10亿元企业 - 5 家 level at_most',
      ],
    ],
    ['税收过亿元楼宇达5幢，千万元以上27幢。', ['税收过亿元楼宇 - 5 幢 level -', '税收千万元以上楼宇 - 27 幢 level -']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('names completed from what stood before', () => {
  test.each([
    [
      '乡镇企业产值完成8600万元，利税达到520万元，从业人员1350人。',
      ['乡镇企业产值 - 8600 万元 level -', '乡镇企业利税 - 520 万元 level -', '乡镇企业从业人员 - 1350 人 level -'],
    ],
    [
      '个体私营企业达到1240户，实现产值3.1亿元、税收680万元。',
      ['个体私营企业 - 1240 户 level -', '个体私营企业产值 - 3.1 亿元 level -', '个体私营企业税收 - 680 万元 level -'],
    ],
    [
      '规模工业企业增加值、出口创汇分别增长8%、5%。',
      ['规模工业企业增加值 industrial_va_designated 8 % growth -', '出口创汇 exports 5 % growth -'],
    ],
    ['规上企业产值、税收分别增长12.3%、8.6%。', ['规上企业产值 - 12.3 % growth -', '规上企业税收 - 8.6 % growth -']],
    ['存栏生猪3.2万头，出栏4.1万头。', ['存栏生猪 - 3.2 万头 level -', '生猪出栏 - 4.1 万头 level -']],
    ['粮食单产达到412公斤，总产21.6万吨。', ['粮食单产 - 412 公斤 level -', '粮食总产 grain_output 21.6 万吨 level -']],
    [
      '新增光伏装机52万千瓦，发电量6.8亿千瓦时。',
      ['新增光伏装机 - 52 万千瓦 level -', '光伏发电量 - 6.8 亿千瓦时 level -'],
    ],
    ['新建光伏电站86座、装机容量5.2兆瓦。', ['新建光伏电站装机容量 - 5.2 兆瓦 level -']],
    ['养老保险参保9420人，参保率98.3%。', ['养老保险参保 - 9420 人 level -', '养老保险参保率 - 98.3 % level -']],
    ['国有企业扭亏为盈，盈亏相抵后实现利润1236万元。', ['国有企业利润 - 1236 万元 level -']],
    ['“三品一标”农产品累计认证57个。', ['“三品一标”农产品 - 57 个 level -']],
    ['提前三年实现国民生产总值比1980年翻两番的目标。', ['国民生产总值 - 4 倍 multiple -']],
    ['本地区生产总值达到102亿元。', ['地区生产总值 gdp 102 亿元 level -']],
    ['60岁以上老人1868人按月领取养老金。', ['60岁以上老人按月领取养老金 - 1868 人 level -']],
    [
      '民生支出18.6亿元，占财政支出的76.8%，比上年增加2.1亿元。',
      [
        '民生支出 - 18.6 亿元 level -',
        '民生支出占财政支出比重 livelihood_spending_share 76.8 % level -',
        '民生支出 - 2.1 亿元 change -',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('parts of a place and of a sum', () => {
  test.each([
    [
      '三江村集体经济收入达260万元，人均纯收入1.2万元。',
      ['三江村集体经济收入 - 260 万元 level -', '三江村人均纯收入 - 1.2 万元 level -'],
    ],
    [
      '高新区税收增长12%，全县财政收入增长8%，固定资产投资增长9%。',
      [
        '高新区税收 - 12 % growth -',
        '财政收入 fiscal_revenue_total 8 % growth -',
        '固定资产投资 fixed_asset_investment 9 % growth -',
      ],
    ],
    [
      '龙头企业实现销售收入12亿元，出口创汇860万美元。',
      ['龙头企业销售收入 - 12 亿元 level -', '龙头企业出口创汇 - 860 万美元 level -'],
    ],
    [
      '一般公共预算收入完成12.6亿元，其中税收收入8.9亿元，占70.6%。',
      [
        '一般公共预算收入 budget_revenue 12.6 亿元 level -',
        '税收收入 tax_revenue 8.9 亿元 level -',
        '税收收入占一般公共预算收入比重 tax_share 70.6 % level -',
      ],
    ],
    ['完成投资52亿元，其中亿元以上项目23个，占45%。', []],
    [
      '一般预算收入12亿元，其中税收收入8亿元，工业投资5亿元，占30%。',
      [
        '一般预算收入 budget_revenue 12 亿元 level -',
        '税收收入 tax_revenue 8 亿元 level -',
        '工业投资 industrial_investment 5 亿元 level -',
        '工业投资占比 - 30 % level -',
      ],
    ],
    [
      '地方工业总产值完成6.8亿元，其中轻工业2.6亿元，重工业4.2亿元。',
      ['地方工业总产值 - 6.8 亿元 level -', '轻工业产值 - 2.6 亿元 level -', '重工业产值 - 4.2 亿元 level -'],
    ],
    ['上级下达的财政收入任务为2.6亿元，实际完成2.8亿元。', []],
    ['五一期间接待游客12万人次，实现旅游收入3600万元。', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('what is to come is a target under any heading', () => {
    const report: ReportIdentity = { title: '', place: '青石县', level: 'county', year: 2020, reviewYear: 2019 };
    const observations = readText('到2025年，城镇化率达到60%。', report);
    expect(observations.map(({ status, to }) => `${status} ${to}`)).toEqual(['target 2025']);
  });
});

describe('several that share a figure or a verb', () => {
  test.each([
    [
      '油料总产1.1万吨，棉花总产3.2万担，分别比上年增长9.4%和减少12.5%。',
      [
        '油料总产 - 1.1 万吨 level -',
        '棉花总产 - 3.2 万担 level -',
        '油料总产 - 9.4 % growth -',
        '棉花总产 - -12.5 % growth -',
      ],
    ],
    ['进口、出口分别增长5%、下降3%。', ['进口 imports 5 % growth -', '出口 exports -3 % growth -']],
    [
      '财政总收入、一般预算收入分别达到25亿元和14亿元，比2010年翻一番。',
      [
        '财政总收入 fiscal_revenue_total 25 亿元 level -',
        '一般预算收入 budget_revenue 14 亿元 level -',
        '财政总收入 fiscal_revenue_total 2 倍 multiple -',
        '一般预算收入 budget_revenue 2 倍 multiple -',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('what was counted and how it was done', () => {
  test.each([
    [
      '办理人大代表建议86件、政协提案112件，办结率、满意率均为100%。',
      ['人大代表建议和政协提案办结率 - 100 % level -', '人大代表建议和政协提案满意率 - 100 % level -'],
    ],
    ['梳理“一次办”事项1124项，占比98.6%。', ['“一次办”事项占比 - 98.6 % level -']],
    ['办理建议86件，城镇化率60%，办结率100%。', ['城镇化率 urbanization 60 % level -']],
    [
      '投入资金3200万元改造中低产田1.8万亩。',
      ['改造中低产田投入资金 - 3200 万元 level -', '改造中低产田 - 1.8 万亩 level -'],
    ],
    [
      '民生支出8亿元，占一般公共预算支出比重逐年提高、由72%上升到79%。',
      [
        '民生支出 - 8 亿元 level -',
        '民生支出占一般公共预算支出比重 livelihood_spending_share 72 % level -',
        '民生支出占一般公共预算支出比重 livelihood_spending_share 79 % level -',
      ],
    ],
    [
      '高新技术企业达到143家，占全市的21%，居各县首位。',
      [
        '高新技术企业 hightech_firms 143 家 level -',
        '高新技术企业占全市比重 - 21 % level -',
        '高新技术企业 hightech_firms 1 位 rank -',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('ratios, shares and rates', () => {
  test.each([
    ['城乡居民收入比缩小到2.51：1。', ['城乡居民收入比 - 2.51 ratio structure -']],
    ['大会8：30开始，比分2：1。', []],
    [
      '旅游总收入11.4亿元，相当于全县GDP的6.7%。',
      ['旅游总收入 tourism_revenue 11.4 亿元 level -', '旅游总收入相当于全县GDP比重 - 6.7 % level -'],
    ],
    ['零售物价总指数上涨幅度控制在7%以内。', ['零售物价总指数 - 7 % growth at_most']],
    ['农村电话普及率提高到每百人15部。', ['农村电话普及率 - 15 部 level -']],
    ['黄金周期间接待游客8万人次，春节假期接待游客3万人次。', []],
    ['粮食生产喜获丰收，总产量42.8万吨。', ['粮食总产量 grain_output 42.8 万吨 level -']],
    ['带动3100户贫困户户均增收3000元。', ['带动贫困户 - 3100 户 level -', '贫困户户均收入 - 3000 元 change -']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
