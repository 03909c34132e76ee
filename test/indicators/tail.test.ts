import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFigures } from '../../lib/indicators/read';
import type { ReportIdentity } from '../../lib/report/types';
import { normalise } from '../../lib/text/normal';
import { readText } from './readText';

const lexicon = parse(readFileSync('seeds/indicators.yaml', 'utf8'));

const report: ReportIdentity = { title: '', place: '某市', level: 'prefecture', year: 2016, reviewYear: 2015 };

/** 'gdp 8 % growth at_least target' */
function read(text: string, part: { plan?: boolean } = {}): string[] {
  return readText(text, report, part).map(({ indicator, name, value, unit, measure, bound, status }) =>
    [
      indicator ?? name,
      value,
      unit,
      measure,
      ...(bound ? [bound] : []),
      ...(status === 'actual' || part.plan ? [] : [status]),
    ].join(' '),
  );
}

/** '公园 6' */
function told(text: string, part: { plan?: boolean } = {}): string[] {
  return readText(text, report, part).map(({ name, value }) => `${name} ${value}`);
}

const CASES: Record<string, [string, string[]][]> = {
  'a statement with its number inside': [
    ['全年有312人次得到补偿。', ['得到补偿 312 人次 level']],
    ['1640户5230人搬出大山、住进楼房。', ['搬出大山 1640 户 level', '搬出大山 5230 人 level']],
    ['项目已试生产，可带动周边120余人就业。', ['带动周边就业 120 人 level at_least estimate']],
    ['42万人易地扶贫搬迁任务全面完成。', ['易地扶贫搬迁 42 万人 level']],
    ['年初剩余的3.6万农村贫困人口全部脱贫。', ['poverty_lifted 3.6 万人 level']],
    ['完成了长达120多公里的干堤加固工程。', ['干堤加固工程 120 公里 level at_least']],
    // A rule, an office, an honour and what firms did are none; nor is a size.
    ['每户至少培训1人，31名市级领导一线督战，3人入选国家人才计划。', []],
    ['有18户企业完成改制，26户企业停产半停产。', []],
    ['建成可容纳3万人的体育场。', []],
    ['13亿多人口的大国实现了充分就业。', []],
  ],
  'shares of things': [
    ['96%的县市区30分钟内可上高速。', ['县市区30分钟内可上高速 96 % level']],
    ['约六成返乡农民工重新外出务工。', ['返乡农民工重新外出务工 60 % level about']],
    ['全市所有乡镇和82%的行政村通油路。', ['行政村通油路 82 % level']],
    ['人均补助标准提高40元，一半用于大病保险。', ['人均补助标准 40 元 change', '用于大病保险 50 % level']],
    ['一般公共预算支出近八成投向民生。', ['livelihood_spending_share 80 % level about']],
    ['以占全国二十分之一的耕地生产了全国十分之一的粮食。', ['耕地占全国比重 5 % level', '粮食占全国比重 10 % level']],
    ['常年在家人口不足户籍人口的四成。', ['常年在家人口占户籍人口比重 40 % level at_most']],
    ['审批事项3260项，占政务服务事项的91.4%。', ['审批事项占政务服务事项比重 91.4 % level']],
    // A noun after the things makes another quantity of them.
    ['有近三成县区财政自给率低于20%。', []],
  ],
  'sums and what they were for': [
    ['加快推进总投资160亿元的半导体产业园建设。', ['半导体产业园总投资 160 亿元 level']],
    ['总投资86亿元的28个技改项目全部开工。', ['技改项目总投资 86 亿元 level']],
    ['组建总规模100亿元的人工智能产业基金。', ['人工智能产业基金总规模 100 亿元 level']],
    ['投资1.6亿元，续建滨河大道12公里。', ['续建滨河大道投资 1.6 亿元 level', '续建滨河大道 12 公里 level']],
    ['实际利用外资12亿美元、约合78亿元。', ['fdi_used 12 亿美元 level', 'fdi_used 78 亿元 level']],
    // Of several works nobody can say which one took how much.
    ['总投资38亿元的电子产业园、物流港等项目开工。', []],
    ['投资2.3亿元，新建滨河路，改造人民路。', []],
    ['兴达铸造、永盛纺织2家企业年纳税超千万元。', []],
    ['每村投入财政扶贫资金不少于30万元，中央和地方财政各补助10元。', []],
  ],
  'steps and round numbers': [
    [
      '财政收入突破亿元大关，完成1.02亿元。',
      ['fiscal_revenue_total 1 亿元 level at_least', 'fiscal_revenue_total 1.02 亿元 level'],
    ],
    ['粮食产量连续五年稳定在百亿斤以上。', ['grain_output 100 亿斤 level at_least']],
    ['财政总收入连续跨越30亿、40亿两大台阶，达到45.2亿元。', ['fiscal_revenue_total 45.2 亿元 level']],
    ['地区生产总值接连跨过2万亿元、2.5万亿元大关，达到2.76万亿元。', ['gdp 2.76 万亿元 level']],
    ['规模以上工业总产值先后跨过500亿元、800亿元两个台阶，达到865亿元。', ['规模以上工业总产值 865 亿元 level']],
  ],
  'what is said of several': [
    [
      '第一、二、三产业增加值分别增长4.2%、12.5%和11.3%。',
      ['primary_industry_va 4.2 % growth', 'secondary_industry_va 12.5 % growth', 'tertiary_industry_va 11.3 % growth'],
    ],
    [
      '接待游客420万人次，旅游总收入15亿元，均增长30%。',
      [
        'tourist_visits 420 万人次 level',
        'tourism_revenue 15 亿元 level',
        'tourist_visits 30 % growth',
        'tourism_revenue 30 % growth',
      ],
    ],
    ['事故起数和死亡人数分别下降5%。', ['事故起数 -5 % growth', '事故死亡人数 -5 % growth']],
    ['新建高标准农田19万亩、改造提升8万亩。', ['新建高标准农田 19 万亩 level', '改造提升高标准农田 8 万亩 level']],
    // The second number of the list is no number with a unit, so neither is read.
    ['企业、政府投资项目审批时间分别压缩至47个、60个工作日。', []],
    ['改造公园、绿道、管网200公里。', []],
  ],
  'comparisons and parts of the year': [
    ['地区生产总值增长9.2%，高出全国1.2个百分点、全省0.6个百分点，居全省第二。', ['gdp 9.2 % growth', 'gdp 2 位 rank']],
    [
      '地区生产总值增长4.6%，高于前三季度0.2个百分点；工业增加值增长3.1%。',
      ['gdp 4.6 % growth', 'industrial_va 3.1 % growth'],
    ],
    ['地区生产总值增长6.1%，增速连续六个季度保持全市前三。', ['gdp 6.1 % growth']],
    ['经济连续五年以10%以上的速度增长。', ['gdp 10 % growth at_least']],
    ['带动全市出口增长7.4%。', ['exports 7.4 % growth']],
    ['拉动全市出口增长7.4%。', []],
  ],
};

for (const [name, cases] of Object.entries(CASES))
  describe(name, () => {
    test.each(cases)('%s', (sentence, expected) => {
      expect(read(sentence)).toEqual(expected);
    });
  });

test('an aim that was set is read with its year, and the sentence after it as before', () => {
  expect(read('提出经济增长8.5%左右的预期目标，考虑了就业需要。', { plan: true })).toEqual(['gdp 8.5 % growth about']);
  expect(read('今年单位GDP能耗必须下降5.2%。', { plan: true })).toEqual(['energy_intensity -5.2 % growth']);
});

test('one part may look back and then ahead, from the paragraph that opens with the years to come', () => {
  const text = [
    '一、2015年工作回顾',
    '地区生产总值增长8%。',
    '二、“十二五”时期发展成就和“十三五”时期主要目标任务',
    '过去五年，地区生产总值年均增长11%。',
    '“十三五”时期是全面建成小康社会的决胜阶段。',
    '森林覆盖率达到62%，单位生产总值能耗降低15%。',
    '三、2016年重点工作',
    '地区生产总值增长8.5%。',
  ].join('\n');
  const { observations } = readFigures(normalise(text), { lexicon, sections: [], report });
  expect(observations.map(({ value, status, from, to }) => `${value} ${status} ${from}–${to}`)).toEqual([
    '8 actual 2015–2015',
    '11 actual 2011–2015',
    '62 target 2020–2020',
    '-15 target 2016–2020',
    '8.5 target 2016–2016',
  ]);
});

test('what is striven for over five years is no effort of the past', () => {
  const text = '一、“十二五”时期的回顾\n地区生产总值增长8%。\n二、“十三五”时期的主要奋斗目标\n森林覆盖率达到62%。';
  const { observations } = readFigures(normalise(text), { lexicon, sections: [], report });
  expect(observations.map(({ value, status, to }) => `${value} ${status} ${to}`)).toEqual([
    '8 actual 2015',
    '62 target 2020',
  ]);
});

describe('of which years a figure is', () => {
  /** '320 level 2015–2015' */
  const years = (text: string, part: { plan?: boolean; heading?: string } = {}) =>
    readText(text, report, part).map(({ value, measure, from, to }) => `${value} ${measure} ${from}–${to}`);

  test('an average told besides keeps its years to itself', () => {
    expect(years('地区生产总值增长2.1%，“十二五”期间年均增长6.2%；固定资产投资增长9.5%。')).toEqual([
      '2.1 growth 2015–2015',
      '6.2 average_growth 2011–2015',
      '9.5 growth 2015–2015',
    ]);
  });

  test('a plan that it is compared with is no time of its own', () => {
    expect(
      years('2015年，地区生产总值达到320亿元，高于“十一五”时期4个百分点；人均地区生产总值提高到4550美元。'),
    ).toEqual(['320 level 2015–2015', '4550 level 2015–2015']);
  });

  test('a flow in a paragraph about five years is of the last of them, and what adds up is of all', () => {
    expect(
      years(
        '“十二五”时期，是提升最快的五年。\n财政总收入36.8亿元，是2010年的2.1倍。五年累计完成固定资产投资620亿元。',
        {
          heading: '“十二五”时期工作回顾',
        },
      ),
    ).toEqual(['36.8 level 2015–2015', '2.1 multiple 2011–2015', '620 level 2011–2015']);
  });

  test('troubles are those of the last year', () => {
    expect(
      years('我们也清醒地看到，还存在不少困难和问题。\n地区生产总值增长8%。', { heading: '过去五年工作回顾' }).length,
    ).toBe(1);
    expect(
      years('我们也清醒地看到，经济还面临不少困难，房地产开发投资下降11.3%。', { heading: '过去五年工作回顾' }),
    ).toEqual(['-11.3 growth 2015–2015']);
  });

  test('where a paragraph of a plan opens with its horizon, the sentences after it are of that year', () => {
    expect(years('到2020年，与全国同步全面建成小康社会。地区生产总值达到120亿元。', { plan: true })).toEqual([
      '120 level 2020–2020',
    ]);
    expect(years('展望二〇三五年，基本实现现代化。经济总量较2020年翻一番。', { plan: true })).toEqual([
      '2 multiple 2021–2035',
    ]);
  });

  test('how many firms made losses in a year long past says nothing of the sentences after it', () => {
    expect(years('2012年底亏损的184户企业，已有147户摆脱困境。全市规模以上工业企业实现利润98亿元。')).toEqual([
      '98 level 2015–2015',
    ]);
  });

  test('a year that tells which works and firms are meant is no time of what is told of them', () => {
    expect(
      years('全省2012年亏损的186户企业已有143户摆脱困境，国有控股工业企业实现利润96.8亿元，比2012年增长1.9倍。'),
    ).toEqual(['96.8 level 2015–2015', '1.9 growth 2013–2015']);
    expect(years('2012年全市财政收入占生产总值的比重达到9%，财政收入31亿元。').at(-1)).toBe('31 level 2012–2012');
  });
});

test('a burden that is reduced falls, and a reduction does not', () => {
  const read = (text: string) => readText(text, report).map(({ name, value, unit }) => `${name} ${value}${unit}`);
  expect(read('农民人均负担比改革前减少46元，减幅达41%。')).toEqual(['农民人均负担 -46元', '农民人均负担 -41%']);
  expect(read('人均减负34.6元，减幅达58%。')).toEqual(['人均减负 34.6元']);
  expect(read('农业税税率统一降低1个百分点。')).toEqual([]);
});

test('what all of the county has is not of the zone that was built before', () => {
  const read = (text: string) =>
    readText(text, report, { plan: true }).map(({ indicator, name, value }) => `${indicator ?? '-'} ${name} ${value}`);
  expect(read('抓好工业小区建设，力争全县工业增加值突破4亿元，实现利税3200万元。')).toEqual([
    'industrial_va 工业增加值 4',
    '- 利税 3200',
  ]);
  expect(read('推进蔬菜产业发展，产值达到8亿元。')).toEqual(['- 蔬菜产业产值 8']);
});

test('new kilometres are a change of the motorways that they are told of', () => {
  const read = (text: string) =>
    readText(text, report).map(({ indicator, measure, value }) => `${indicator} ${measure} ${value}`);
  expect(read('高速公路建设提速，新增通车里程380公里，总里程突破3000公里。')).toEqual([
    'expressway_km change 380',
    'expressway_km level 3000',
  ]);
  expect(read('新增铁路营业里程216公里、高速公路358公里。')).toEqual([
    'railway_km change 216',
    'expressway_km change 358',
  ]);
});

test('residents and homes are no rank that what was built before would hold', () => {
  expect(told('组建城市医疗集团6个，居民人均预期寿命达到79岁。')).toEqual(['居民人均预期寿命 79']);
  expect(told('建成公园6个，居家适老化改造300户。')).toEqual(['居家适老化改造 300']);
  expect(told('国家级企业技术中心12家，居全省第二位。')).toEqual(['国家级企业技术中心 12', '国家级企业技术中心 2']);
});

test('how proposals were handled is said of all of them together', () => {
  const both = ['人大代表建议和政协提案按期办结率', '人大代表建议和政协提案见面率'];
  expect(told('人大代表建议、政协提案按期办结率和见面率均达100%。')).toEqual(both.map((name) => `${name} 100`));
  expect(told('人大代表建议和政协提案按期办结率、见面率分别达到100%和98%。')).toEqual([
    `${both[0]} 100`,
    `${both[1]} 98`,
  ]);
});

test('what each household is to get is a rule, and so is what is listed after it', () => {
  expect(told('新建扶贫车间12座，每户至少培训1人、转移就业1人；城镇新增就业3000人。', { plan: true })).toEqual([
    '城镇新增就业 3000',
  ]);
  expect(told('总投资4500万元的区体育馆年底前投入使用。', { plan: true })).toEqual(['区体育馆总投资 4500']);
});

test('what is raised to a level may stand between the verb and 至', () => {
  const read = (text: string) =>
    readText(text, report, { plan: true }).map(({ name, measure, value }) => `${name} ${measure} ${value}`);
  expect(read('扩大优质稻面积至120万亩，降低单位生产总值能耗至0.5吨标准煤。')).toEqual([
    '优质稻面积 level 120',
    '单位生产总值能耗 level 0.5',
  ]);
  expect(read('提高城乡居民医保财政补助标准至每人每年640元。')).toEqual(['城乡居民医保财政补助标准 level 640']);
  expect(read('增加投入到3亿元。')).toEqual([]);
});

test('a place among others is of what was judged', () => {
  expect(told('全市营商环境在全省考评中由第9位升至第4位。')).toEqual(['营商环境 9', '营商环境 4']);
  expect(told('临江经开区在全省综合考评中由第31位跃升至第18位。')).toEqual([
    '临江经开区综合考评 31',
    '临江经开区综合考评 18',
  ]);
});

test('what several railways have cost is named by what they are', () => {
  expect(told('推进京广客运专线、沪昆客运专线等铁路建设，完成投资210亿元。')).toEqual(['铁路建设投资 210']);
});

test('whom something was given to is counted, households without another name too', () => {
  expect(told('为5.2万户发放租房补贴。')).toEqual(['发放租房补贴 5.2']);
  expect(told('解决了6.2万人、3.8万头大家畜的饮水困难。')).toEqual(['解决饮水困难 6.2']);
});
