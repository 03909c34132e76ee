import { expect, test } from 'vitest';
import type { ReportIdentity } from '../../lib/report/types';
import { readText } from './readText';

const report: ReportIdentity = { title: '', place: '临海省', level: 'province', year: 2022, reviewYear: 2021 };

/** 'name id value unit measure bound period' of each observation; a status and an area only where they are not the usual. */
function read(text: string, { plan = false, heading = '2021年工作回顾' } = {}): string[] {
  const observations = readText(text, report, { plan, heading });
  const usual = plan ? 'target' : 'actual';
  return observations.map(({ name, indicator, value, unit, measure, bound, from, to, status, refArea }) =>
    [
      `${name} ${indicator ?? '-'} ${value} ${unit} ${measure} ${bound ?? '-'} ${from === to ? to : `${from}-${to}`}`,
      ...(status === usual ? [] : [status]),
      ...(refArea === report.place ? [] : [refArea]),
    ].join(' '),
  );
}

test.each([
  [
    '工业园区新开工项目87个、竣工投产62个，实现主营业务收入320亿元、税收11亿元。',
    ['工业园区主营业务收入 - 320 亿元 level - 2021', '工业园区税收 - 11 亿元 level - 2021'],
  ],
  ['开发区新签约项目30个，地区生产总值增长8%。', ['地区生产总值 gdp 8 % growth - 2021']],
  ['粮食在大旱之年总产仍达766万吨。', ['粮食总产 grain_output 766 万吨 level - 2021']],
  ['外贸在需求收缩的形势下出口增长12%。', ['外贸出口 exports 12 % growth - 2021']],
  ['12个省考断面水质优良比例达到100%。', ['省考断面水质优良比例 - 100 % level - 2021']],
  ['9个国控断面水质优良比例提高到97%。', ['国控断面水质优良比例 surface_water 97 % level - 2021']],
  ['财政用于民生支出占比达到71.5%。', ['财政用于民生支出占比 livelihood_spending_share 71.5 % level - 2021']],
  ['旅客吞吐量恢复到2480万人次。', ['旅客吞吐量 airport_passengers 2480 万人次 level - 2021']],
  [
    '江东机场旅客吞吐量恢复至980万人次、货邮吞吐量36万吨。',
    ['江东机场旅客吞吐量 - 980 万人次 level - 2021', '江东机场货邮吞吐量 - 36 万吨 level - 2021'],
  ],
  ['年末城镇登记失业率降到3.5%。', ['城镇登记失业率 unemployment_registered 3.5 % level - 2021']],
  [
    '全省电话用户达到4120万户，其中移动电话2380万户。',
    ['电话用户 - 4120 万户 level - 2021', '移动电话用户 - 2380 万户 level - 2021'],
  ],
  [
    '投入衔接资金13.6亿元，其中用于产业发展7.9亿元、占58%。',
    [
      '投入衔接资金 - 13.6 亿元 level - 2021',
      '衔接资金用于产业发展 - 7.9 亿元 level - 2021',
      '衔接资金用于产业发展占投入衔接资金比重 - 58 % level - 2021',
    ],
  ],
  ['企业退休人员基本养老金月人均增加112元。', ['企业退休人员基本养老金 - 112 元 change - 2021']],
  ['“临海茶”区域公用品牌价值评估达41.2亿元。', ['“临海茶”区域公用品牌价值 - 41.2 亿元 level - 2021']],
  ['茶园面积达98万亩、综合产值152亿元。', ['茶园面积 - 98 万亩 level - 2021', '茶园综合产值 - 152 亿元 level - 2021']],
  ['农产品加工业产值与农业总产值之比达到2.4:1。', ['农产品加工业产值与农业总产值之比 - 2.4 ratio structure - 2021']],
  ['尽快实现制造业企业100%使用清洁电力。', []],
  ['国际航班恢复到2019年的80%。', []],
  ['为8600户企业提供贷款贴息2.1亿元。', ['提供贷款贴息 - 2.1 亿元 level - 2021']],
  ['服务业对经济增长贡献率达58%，拉动GDP增长4.1个百分点。', ['服务业对经济增长贡献率 - 58 % level - 2021']],
  [
    '化学需氧量和二氧化硫排放总量分别削减3.1%、4.6%。',
    ['化学需氧量排放总量 - -3.1 % growth - 2021', '二氧化硫排放总量 - -4.6 % growth - 2021'],
  ],
  [
    '十大产业链营业收入突破5000亿元，其中电子信息1860亿元。',
    ['十大产业链营业收入 - 5000 亿元 level at_least 2021', '电子信息营业收入 - 1860 亿元 level - 2021'],
  ],
  [
    '开发区新开工项目36个，完成固定资产投资120亿元，增长18%。',
    ['开发区固定资产投资 - 120 亿元 level - 2021', '开发区固定资产投资 - 18 % growth - 2021'],
  ],
  [
    '高新区入驻企业1200家，实现技工贸总收入560亿元、税收18亿元。',
    ['高新区技工贸总收入 - 560 亿元 level - 2021', '高新区税收 - 18 亿元 level - 2021'],
  ],
  [
    '合同利用外资18亿美元，实际到位9.6亿美元。',
    ['合同利用外资 - 18 亿美元 level - 2021', '实际到位外资 fdi_used 9.6 亿美元 level - 2021'],
  ],
  [
    '港口货物吞吐量突破3亿吨，居全国第九位、全球第十五位。',
    [
      '港口货物吞吐量 - 3 亿吨 level at_least 2021',
      '港口货物吞吐量 - 9 位 rank - 2021',
      '港口货物吞吐量 - 15 位 rank - 2021',
    ],
  ],
  [
    '经济总量达到6万亿元，居全国位次由第12位上升到第10位。',
    ['经济总量 gdp 6 万亿元 level - 2021', '经济总量 gdp 12 位 rank - null', '经济总量 gdp 10 位 rank - 2021'],
  ],
  [
    '研发经费投入突破1200亿元，投入强度达2.48%。',
    ['研发经费投入 - 1200 亿元 level at_least 2021', '研发经费投入强度 rd_intensity 2.48 % level - 2021'],
  ],
  [
    '人口自然增长率为8.77‰，比上年下降0.56个千分点。',
    ['人口自然增长率 - 8.77 ‰ level - 2021', '人口自然增长率 - -0.56 个千分点 change - 2021'],
  ],
  [
    '新增高速公路通车里程283公里、总里程突破6800公里。',
    [
      '高速公路通车里程 expressway_km 283 公里 change - 2021',
      '高速公路总里程 expressway_km 6800 公里 level at_least 2021',
    ],
  ],
  [
    '中心城区空气质量优良天数354天，优良率97%，PM2.5年均浓度24微克/立方米；森林覆盖率41%。',
    [
      '空气质量优良天数 - 354 天 level - 2021 中心城区',
      '空气质量优良率 air_quality_days 97 % level - 2021 中心城区',
      'PM2.5年均浓度 pm25 24 微克/立方米 level - 2021 中心城区',
      '森林覆盖率 forest_coverage 41 % level - 2021',
    ],
  ],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('tells the year before beside a plan without losing the plan', () => {
  expect(read('今年地区生产总值增长7.5%，去年实际增长8.1%；进出口增长6%。', { plan: true })).toEqual([
    '地区生产总值 gdp 7.5 % growth - 2022',
    '地区生产总值 gdp 8.1 % growth - 2021 actual',
    '进出口 trade_total 6 % growth - 2022',
  ]);
  expect(read('滚动实施亿元以上项目2000个，年度完成投资7000亿元以上。', { plan: true })).toEqual([
    '亿元以上项目投资 - 7000 亿元 level at_least 2022',
  ]);
});

test('tells what there is at the end of five years from what they add up to', () => {
  const heading = '过去五年工作回顾';
  expect(read('A股上市公司累计达到46家。', { heading })).toEqual(['A股上市公司 - 46 家 level - 2021']);
  expect(read('城镇新增就业累计达到63万人。', { heading })).toEqual([
    '城镇新增就业 jobs_urban_new 63 万人 level - 2017-2021',
  ]);
  expect(read('每千人口拥有3岁以下婴幼儿托位数4.8个。', { heading })).toEqual([
    '每千人口拥有3岁以下婴幼儿托位数 - 4.8 个 level - 2021',
  ]);
});
