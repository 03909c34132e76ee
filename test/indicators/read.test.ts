import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFigures } from '../../lib/indicators/read';
import type { Indicator, Observation } from '../../lib/indicators/types';
import type { ReportIdentity } from '../../lib/report/types';
import { normalise } from '../../lib/text/normal';

const lexicon: Indicator[] = parse(readFileSync('seeds/indicators.yaml', 'utf8'));
const report: ReportIdentity = { title: '', place: '衡阳市', level: 'prefecture', year: 2020, reviewYear: 2019 };

const REVIEW = '一、2019年工作回顾\n';
const PLAN = '一、2019年工作回顾\n过去一年。\n二、2020年主要任务\n';

function read(text: string, head = REVIEW): Observation[] {
  return readFigures(normalise(head + text), { lexicon, sections: [], report }).observations;
}

/** 'gdp 8.5 % growth about target 2020-2020' */
function brief(o: Observation): string {
  return [
    o.indicator ?? o.name,
    o.parts ? o.parts.join(':') : o.value,
    o.unit,
    o.measure,
    o.bound ?? '-',
    o.status,
    `${o.from}-${o.to}`,
  ].join(' ');
}

/** The rows of the README's table 'How an observation is read'. */
const ROWS: [string, string, string[]][] = [
  ['地区生产总值达到1985亿元（预计数）。', REVIEW, ['gdp 1985 亿元 level - estimate 2019-2019']],
  ['地区生产总值预计增长8%以上。', REVIEW, ['gdp 8 % growth at_least estimate 2019-2019']],
  [
    '规模工业增加值、固定资产投资分别增长9%、12%。',
    REVIEW,
    ['industrial_va_designated 9 % growth - actual 2019-2019', 'fixed_asset_investment 12 % growth - actual 2019-2019'],
  ],
  [
    '城乡居民人均可支配收入分别达36508元、19838元，分别增长8.2%、8.7%。',
    REVIEW,
    [
      'income_urban 36508 元 level - actual 2019-2019',
      'income_rural 19838 元 level - actual 2019-2019',
      'income_urban 8.2 % growth - actual 2019-2019',
      'income_rural 8.7 % growth - actual 2019-2019',
    ],
  ],
  [
    '城市化率由2007年的33.1%提高到46.9%。',
    REVIEW,
    ['urbanization 33.1 % level - actual 2007-2007', 'urbanization 46.9 % level - actual 2019-2019'],
  ],
  ['税收占比提高0.3个百分点。', REVIEW, ['tax_share 0.3 个百分点 change - actual 2019-2019']],
  ['固定资产投资同比下降4.3%。', REVIEW, ['fixed_asset_investment -4.3 % growth - actual 2019-2019']],
  ['单位GDP能耗下降2%左右。', PLAN, ['energy_intensity -2 % growth about target 2020-2020']],
  ['地区生产总值在2010年基础上翻一番。', PLAN, ['gdp 2 倍 multiple - target 2011-2020']],
  [
    '三次产业结构由2015年的3.3:21.1:75.6调整到1.2∶10.8:88.0。',
    REVIEW,
    [
      'industry_structure 3.3:21.1:75.6 ratio structure - actual 2015-2015',
      'industry_structure 1.2:10.8:88 ratio structure - actual 2019-2019',
    ],
  ],
  [
    '一般公共预算收入完成27.9亿元，总量稳居全市第一；增速4%，增幅排名全市第二。',
    REVIEW,
    [
      'budget_revenue 27.9 亿元 level - actual 2019-2019',
      'budget_revenue 1 位 rank - actual 2019-2019',
      'budget_revenue 4 % growth - actual 2019-2019',
      'budget_revenue 2 位 rank - actual 2019-2019',
    ],
  ],
  [
    '经济总量由上年第四位上升为第三位。',
    REVIEW,
    ['gdp 4 位 rank - actual 2018-2018', 'gdp 3 位 rank - actual 2019-2019'],
  ],
  [
    '地区生产总值增长8%，总量和增速均居全国第5位。',
    REVIEW,
    ['gdp 8 % growth - actual 2019-2019', 'gdp 5 位 rank - actual 2019-2019'],
  ],
  ['固定资产投资比2012年增长65.5%。', REVIEW, ['fixed_asset_investment 65.5 % growth - actual 2013-2019']],
  ['初步统计，地区生产总值达到1985亿元。', REVIEW, ['gdp 1985 亿元 level - actual 2019-2019']],
  [
    '地方级收入26.5亿元，制造业贷款余额增长9%。',
    REVIEW,
    ['地方级收入 26.5 亿元 level - actual 2019-2019', '制造业贷款余额 9 % growth - actual 2019-2019'],
  ],
  ['养老金实现“十五连调”，12345热线、“3311”工程、5G和2019年大事。', REVIEW, []],
  ['居民消费价格上涨2.3%。', REVIEW, ['cpi 2.3 % growth - actual 2019-2019']],
  ['居民消费价格涨幅控制在3.5%左右。', PLAN, ['cpi 3.5 % growth about target 2020-2020']],
  [
    '地区生产总值增长6%—6.5%。',
    PLAN,
    ['gdp 6 % growth at_least target 2020-2020', 'gdp 6.5 % growth at_most target 2020-2020'],
  ],
  ['高新技术企业增长1.71倍。', REVIEW, ['hightech_firms 1.71 倍 growth - actual 2019-2019']],
  [
    '五年来，一般公共预算收入从270亿元增加到379亿元、年均增长8.4%。',
    REVIEW,
    [
      'budget_revenue 270 亿元 level - actual 2014-2014',
      'budget_revenue 379 亿元 level - actual 2019-2019',
      'budget_revenue 8.4 % average_growth - actual 2015-2019',
    ],
  ],
  ['城镇登记失业率控制在4%。', PLAN, ['unemployment_registered 4 % level - target 2020-2020']],
  [
    '预计实现地区生产总值3372亿元，增长8%；固定资产投资增长12%；财政总收入300亿元。',
    REVIEW,
    [
      'gdp 3372 亿元 level - estimate 2019-2019',
      'gdp 8 % growth - estimate 2019-2019',
      'fixed_asset_investment 12 % growth - estimate 2019-2019',
      'fiscal_revenue_total 300 亿元 level - estimate 2019-2019',
    ],
  ],
  ['进出口增长5%。', REVIEW, ['trade_total 5 % growth - actual 2019-2019']],
  ['经济增长5%左右。', PLAN, ['gdp 5 % growth about target 2020-2020']],
  [
    '存贷款余额分别增长8%、9%。',
    REVIEW,
    ['deposits 8 % growth - actual 2019-2019', 'loans 9 % growth - actual 2019-2019'],
  ],
  ['服务进出口总额增长5%。', REVIEW, ['服务进出口总额 5 % growth - actual 2019-2019']],
  [
    '地区生产总值从2014年6580亿元预计提高到2019年8600亿元，五年跨越两个千亿元台阶，年均增长8.5%。',
    REVIEW,
    [
      'gdp 6580 亿元 level - actual 2014-2014',
      'gdp 8600 亿元 level - estimate 2019-2019',
      'gdp 8.5 % average_growth - estimate 2015-2019',
    ],
  ],
  [
    '三次产业比重由2014年1.9:62.\n1:36调整为2019年1.8:59.2:39。',
    REVIEW,
    [
      'industry_structure 1.9:62.1:36 ratio structure - actual 2014-2014',
      'industry_structure 1.8:59.2:39 ratio structure - actual 2019-2019',
    ],
  ],
  [
    '财政总收入3.12亿元，增长37%，提前两年实现翻番目标，其中地方财政收入1.73亿元。',
    REVIEW,
    [
      'fiscal_revenue_total 3.12 亿元 level - actual 2019-2019',
      'fiscal_revenue_total 37 % growth - actual 2019-2019',
      'budget_revenue 1.73 亿元 level - actual 2019-2019',
    ],
  ],
  [
    '规上工业增加值增长9.4%，连续七年位居全国工业百强区榜首。',
    REVIEW,
    ['industrial_va_designated 9.4 % growth - actual 2019-2019'],
  ],
  [
    '地区生产总值由2010年的77亿元跃升到2019年的161.1亿元，经济总量实现翻番。',
    REVIEW,
    [
      'gdp 77 亿元 level - actual 2010-2010',
      'gdp 161.1 亿元 level - actual 2019-2019',
      'gdp 2 倍 multiple - actual 2011-2019',
    ],
  ],
  [
    '产业结构进一步优化，由上年的6.9:55.9:37.2演变为6.7:55.1:38.2。',
    REVIEW,
    [
      'industry_structure 6.9:55.9:37.2 ratio structure - actual 2018-2018',
      'industry_structure 6.7:55.1:38.2 ratio structure - actual 2019-2019',
    ],
  ],
  ['“八五”期间，国内生产总值年均增长12%。', REVIEW, ['gdp 12 % average_growth - actual 1991-1995']],
  ['到“十四五”末，地区生产总值突破1000亿元。', PLAN, ['gdp 1000 亿元 level at_least target 2025-2025']],
  [
    '“十四五”时期，地区生产总值年均增长12%，到2025年达到1000亿元。',
    PLAN,
    ['gdp 12 % average_growth - target 2021-2025', 'gdp 1000 亿元 level - target 2025-2025'],
  ],
  ['用三年时间，地区生产总值达到1000亿元。', PLAN, ['gdp 1000 亿元 level - target 2022-2022']],
  ['一季度，地区生产总值增长9%。', REVIEW, []],
  ['全员劳动生产率增长6%以上。', PLAN, ['全员劳动生产率 6 % growth at_least target 2020-2020']],
  ['全年国内生产总值881·2亿元。', REVIEW, ['gdp 881.2 亿元 level - actual 2019-2019']],
  ['优良天数317天。', REVIEW, ['优良天数 317 天 level - actual 2019-2019']],
  ['初步预计，2019年地区生产总值增长8%。', REVIEW, ['gdp 8 % growth - estimate 2019-2019']],
  ['●地区生产总值增长5%以上', PLAN, ['gdp 5 % growth at_least target 2020-2020']],
  [
    '城、乡居民人均可支配收入分别增长8.5%、11%。',
    REVIEW,
    ['income_urban 8.5 % growth - actual 2019-2019', 'income_rural 11 % growth - actual 2019-2019'],
  ],
  [
    '固定资产投资由上年下降4.3%转为增长5%。',
    REVIEW,
    ['fixed_asset_investment -4.3 % growth - actual 2018-2018', 'fixed_asset_investment 5 % growth - actual 2019-2019'],
  ],
  [
    '出口增速由-3.2%回升至5.6%。',
    REVIEW,
    ['exports -3.2 % growth - actual null-null', 'exports 5.6 % growth - actual 2019-2019'],
  ],
  [
    '市、省重点项目分别完成投资45.6亿元、23.1亿元。',
    REVIEW,
    ['市重点项目投资 45.6 亿元 level - actual 2019-2019', '省重点项目投资 23.1 亿元 level - actual 2019-2019'],
  ],
  [
    '新建绿道130公里、绿地1000公顷。',
    REVIEW,
    ['新建绿道 130 公里 level - actual 2019-2019', '新建绿地 1000 公顷 level - actual 2019-2019'],
  ],
  ['新增公园141座、累计达到973座。', REVIEW, ['公园 973 座 level - actual 2019-2019']],
  [
    '五年来，人民生活明显改善。城镇居民人均可支配收入和农村居民人均纯收入，分别增长58.3%和29.2%。',
    PLAN,
    ['income_urban 58.3 % growth - actual 2015-2019', 'income_rural 29.2 % growth - actual 2015-2019'],
  ],
  ['提高大病保险最高支付限额3800元。', PLAN, ['大病保险最高支付限额 3800 元 change - target 2020-2020']],
  ['提高城乡低保标准到500元。', PLAN, ['城乡低保标准 500 元 level - target 2020-2020']],
  ['居民消费价格指数为102.8%。', REVIEW, []],
  [
    '引进省外5000万元以上项目资金60亿元，增长15%。',
    REVIEW,
    [
      '引进省外5000万元以上项目资金 60 亿元 level - actual 2019-2019',
      '引进省外5000万元以上项目资金 15 % growth - actual 2019-2019',
    ],
  ],
  [
    '集中供养孤儿最低标准从每人每月2295元提高到2375元。',
    REVIEW,
    ['集中供养孤儿最低标准 2295 元 level - actual null-null', '集中供养孤儿最低标准 2375 元 level - actual 2019-2019'],
  ],
  ['计划生育率达98.5%。', REVIEW, ['计划生育率 98.5 % level - actual 2019-2019']],
  [
    '粮食总产达到32.5万吨，同比增长2.1%；万元GDP能耗下降4.3%。',
    '一、过去五年工作回顾\n',
    [
      'grain_output 32.5 万吨 level - actual 2019-2019',
      'grain_output 2.1 % growth - actual 2019-2019',
      'energy_intensity -4.3 % growth - actual 2019-2019',
    ],
  ],
  [
    '规模以上工业完成增加值28.4亿元，五年累计完成固定资产投资210亿元。',
    '一、过去五年工作回顾\n',
    [
      'industrial_va_designated 28.4 亿元 level - actual 2019-2019',
      'fixed_asset_investment 210 亿元 level - actual 2015-2019',
    ],
  ],
  [
    '178个市重点项目、23个省重点项目分别完成投资760亿元、276亿元。',
    REVIEW,
    ['市重点项目投资 760 亿元 level - actual 2019-2019', '省重点项目投资 276 亿元 level - actual 2019-2019'],
  ],
  [
    '乡镇企业实现总产值32.5亿元、利税2.1亿元，分别增长31%和26%。',
    REVIEW,
    [
      '乡镇企业总产值 32.5 亿元 level - actual 2019-2019',
      '乡镇企业利税 2.1 亿元 level - actual 2019-2019',
      '乡镇企业总产值 31 % growth - actual 2019-2019',
      '乡镇企业利税 26 % growth - actual 2019-2019',
    ],
  ],
  [
    '高新区实现地区生产总值126亿元，固定资产投资增长20%。',
    REVIEW,
    ['高新区地区生产总值 126 亿元 level - actual 2019-2019', '高新区固定资产投资 20 % growth - actual 2019-2019'],
  ],
  [
    '养老、失业、医疗保险参保人数分别达到1.2万人、0.9万人和1.6万人。',
    REVIEW,
    [
      '养老保险参保人数 1.2 万人 level - actual 2019-2019',
      '失业保险参保人数 0.9 万人 level - actual 2019-2019',
      '医疗保险参保人数 1.6 万人 level - actual 2019-2019',
    ],
  ],
  [
    '农作物播种面积3.2万亩，其中粮食2.1万亩；公路总里程1.86万公里，其中高速公路586公里。',
    REVIEW,
    [
      '农作物播种面积 3.2 万亩 level - actual 2019-2019',
      'grain_area 2.1 万亩 level - actual 2019-2019',
      '公路总里程 1.86 万公里 level - actual 2019-2019',
      'expressway_km 586 公里 level - actual 2019-2019',
    ],
  ],
  [
    '完成130公里架空线入地，安排30亿元国债资金，80%的县级医院达到三级医院水平，建设30万吨铜项目。',
    REVIEW,
    [
      '架空线入地 130 公里 level - actual 2019-2019',
      '国债资金 30 亿元 level - actual 2019-2019',
      '县级医院达到三级医院水平 80 % level - actual 2019-2019',
    ],
  ],
  [
    '城乡低保标准分别提高到每人每月680元、每人每年5880元。',
    REVIEW,
    ['城镇低保标准 680 元 level - actual 2019-2019', '农村低保标准 5880 元 level - actual 2019-2019'],
  ],
  ['人均存款1850元，比年初增加1.6亿元。', REVIEW, ['人均存款 1850 元 level - actual 2019-2019']],
  [
    '地区生产总值增长8.1%，两年平均增长5.6%。',
    REVIEW,
    ['gdp 8.1 % growth - actual 2019-2019', 'gdp 5.6 % average_growth - actual 2018-2019'],
  ],
  [
    '五年来，地方财政收入先后跨过60亿、70亿、80亿三个台阶，达到86.3亿元。',
    REVIEW,
    ['budget_revenue 86.3 亿元 level - actual 2019-2019'],
  ],
  ['粮食总产连续三年稳定在4亿斤以上。', REVIEW, ['grain_output 4 亿斤 level at_least actual 2019-2019']],
  [
    '增速居全国前3位，财政支出近八成投向民生领域。',
    REVIEW,
    ['livelihood_spending_share 80 % level about actual 2019-2019'],
  ],
  ['论坛活动数量和财政支出均压减50%。', REVIEW, []],
  ['财政支出提高到人均320元。', REVIEW, []],
  [
    '地区生产总值增长8.1%，两年平均增长5.6%，工业增加值增长9.2%。',
    REVIEW,
    [
      'gdp 8.1 % growth - actual 2019-2019',
      'gdp 5.6 % average_growth - actual 2018-2019',
      'industrial_va 9.2 % growth - actual 2019-2019',
    ],
  ],
  ['地区生产总值近三年平均增长5.1%。', REVIEW, ['gdp 5.1 % average_growth - actual 2017-2019']],
  [
    '新增养老床位860张，改建200张护理床位，床位使用率62%。',
    REVIEW,
    [
      '新增养老床位 860 张 level - actual 2019-2019',
      '改建护理床位 200 张 level - actual 2019-2019',
      '床位使用率 62 % level - actual 2019-2019',
    ],
  ],
  [
    '全年化解债务8.7亿元，其中上半年5亿元，下半年3.7亿元；不良贷款率控制在2.1%以下。',
    REVIEW,
    ['化解债务 8.7 亿元 level - actual 2019-2019', '不良贷款率 2.1 % level at_most actual 2019-2019'],
  ],
  ['一季度，地区生产总值增长9%；工业增加值增长8%。', REVIEW, []],
  [
    '全市仍有贫困村12个，今年新增就业3200人。',
    PLAN,
    ['贫困村 12 个 level - actual 2020-2020', '新增就业 3200 人 level - target 2020-2020'],
  ],
  ['力争财政收入可达到520亿元。', PLAN, ['fiscal_revenue_total 520 亿元 level - target 2020-2020']],
  ['全年财政收入可完成520亿元。', REVIEW, ['fiscal_revenue_total 520 亿元 level - estimate 2019-2019']],
  [
    '在全国县域竞争力评价中的位次，由2010年首次参评时的第87位上升到第54位。',
    REVIEW,
    ['县域竞争力评价 87 位 rank - actual 2010-2010', '县域竞争力评价 54 位 rank - actual 2019-2019'],
  ],
  ['2015—2019年，现有贫困村96个。', REVIEW, ['贫困村 96 个 level - actual 2019-2019']],
  [
    '今后五年，我们要抓住机遇，加快建设现代化城区。地区生产总值年均增长7%。',
    PLAN,
    ['gdp 7 % average_growth - target 2020-2024'],
  ],
  ['平均受教育年限达到11.3年，用3年时间建成。', REVIEW, ['平均受教育年限 11.3 年 level - actual 2019-2019']],
  [
    'PM2.5浓度降至每立方米28.5微克，算力规模突破2万P。',
    REVIEW,
    ['pm25 28.5 微克/立方米 level - actual 2019-2019', '算力规模 2 万P level at_least actual 2019-2019'],
  ],
  [
    '为企业降低用能成本2.3亿元，减轻企业负担3万多亿元，减少财政支出5亿元。',
    REVIEW,
    [
      '降低用能成本 2.3 亿元 level - actual 2019-2019',
      '减轻企业负担 3 万亿元 level at_least actual 2019-2019',
      'budget_expenditure -5 亿元 change - actual 2019-2019',
    ],
  ],
  [
    '落实助企政策，惠及经营主体3.1万户次，惠及5.6万户家庭；居民低保标准提高，86万人受益。',
    REVIEW,
    [
      '惠及经营主体 3.1 万户次 level - actual 2019-2019',
      '惠及家庭 5.6 万户 level - actual 2019-2019',
      '居民低保标准提高惠及 86 万人 level - actual 2019-2019',
    ],
  ],
  [
    '外企户数、外资规模居全省第二，文化及相关产业增加值居全省第三。',
    REVIEW,
    [
      '外企户数 2 位 rank - actual 2019-2019',
      '外资规模 2 位 rank - actual 2019-2019',
      '文化及相关产业增加值 3 位 rank - actual 2019-2019',
    ],
  ],
  [
    '累计建设35个海外仓、总面积12万平方米，累计办理案件900件，新建海外仓5个。',
    REVIEW,
    ['海外仓 35 个 level - actual 2019-2019', '海外仓总面积 12 万平方米 level - actual 2019-2019'],
  ],
  ['2019年累计建成体育公园9个，累计引进201家企业。', REVIEW, []],
  ['企业参与科技项目超600项，开发区新投产项目超270个，食品抽检超1.5万批次。', REVIEW, []],
  [
    '厦门、福州机场旅客吞吐量分别达2790万人次、1529万人次，65岁及以上65岁及以上。',
    REVIEW,
    [
      '厦门机场旅客吞吐量 2790 万人次 level - actual 2019-2019',
      '福州机场旅客吞吐量 1529 万人次 level - actual 2019-2019',
    ],
  ],
  [
    '新引进品牌首店超80家，升级建设校园超40所，募集见习岗位超6000个。',
    REVIEW,
    ['募集见习岗位 6000 个 level at_least actual 2019-2019'],
  ],
  [
    '65岁及以上老年人健康管理率72%，60周岁以上人口占比18%。',
    REVIEW,
    ['65岁及以上老年人健康管理率 72 % level - actual 2019-2019', '60周岁以上人口占比 18 % level - actual 2019-2019'],
  ],
  [
    '设区城市空气质量优良天数比例98%，主要流域国控断面优良水质比例99%。',
    REVIEW,
    ['air_quality_days 98 % level - actual 2019-2019', 'surface_water 99 % level - actual 2019-2019'],
  ],
  ['今年再完成林分优化提升200万亩。', PLAN, ['林分优化提升 200 万亩 level - target 2020-2020']],
  ['荣获53个奖项、比上次增长47%。', REVIEW, ['奖项 47 % growth - actual 2019-2019']],
  ['引进亿元以上项目超500个，高新技术企业超500家。', REVIEW, ['hightech_firms 500 家 level at_least actual 2019-2019']],
];

describe('the rows of the contract', () => {
  for (const [text, head, expected] of ROWS) {
    test(text, () => {
      expect(read(text, head).map(brief)).toEqual(expected);
    });
  }
});
