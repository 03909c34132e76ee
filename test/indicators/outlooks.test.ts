import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lexiconOf } from '../../lib/indicators/lexicon';
import { readFigures } from '../../lib/indicators/read';
import type { Indicator } from '../../lib/indicators/types';
import type { ReportIdentity } from '../../lib/report/types';
import { normalise } from '../../lib/text/normal';

const entries: Indicator[] = parse(readFileSync('seeds/indicators.yaml', 'utf8'));
const lexicon = lexiconOf(entries);

describe('one quantity under the names of its era', () => {
  test.each([
    ['industrial_va_designated', '国有及规模以上非国有工业企业工业增加值', '规模以上工业企业工业增加值'],
    ['retail_sales', '社会商品零售额', '消费品零售总额'],
    ['fiscal_revenue_total', '财税总收入'],
    ['budget_revenue', '地方公共财政一般预算收入', '公共财政一般预算收入', '地方财政预算内收入'],
    ['budget_expenditure', '地方一般公共财政预算支出'],
    ['tax_share', '地方税收占公共财政预算收入比重'],
    ['industry_structure', '一、二、三产业比重', '国民经济三次产业比例'],
    ['jobs_rural_transfer', '转移农业富余劳动力', '农村富余劳力转移就业', '农牧区富余劳动力转移'],
    ['income_rural', '农民家庭人均纯收入', '农民人均年纯收入'],
    ['income_urban', '城市居民家庭人均可支配收入'],
    ['market_entities', '各类在册市场主体', '实有各类经营主体'],
    ['poverty_lifted', '农村贫困群众全部脱贫'],
    ['tourist_visits', '接待境内外游客', '接待海内外旅游者人次'],
    ['pm25', '细颗粒物年平均浓度', 'PM2.5均值'],
    ['hospital_beds', '每千常住人口医疗卫生机构床位数'],
    ['deposits', '全部金融机构各项存款余额'],
    ['trade_total', '海关进出口总值'],
    ['fdi_used', '实际吸收外商投资额'],
  ])('%s', (id, ...names) => {
    expect(names.map((name) => [name, lexicon.find(name)?.id])).toEqual(names.map((name) => [name, id]));
  });

  test('a part or a neighbour is none of them', () => {
    const others = [
      '区级财政收入',
      '地方级一般公共预算收入',
      '预算收入',
      '政府性基金预算收入',
      '预算外收入',
      '国民生产总值',
      '劳动力转移',
      '国有及国有控股工业增加值',
      '接待国内游客',
      '接待旅游团队',
      '千名老人养老床位数',
      '服务进出口总额',
      '合同利用外资',
      '新登记市场主体',
    ];
    expect(others.filter((name) => lexicon.find(name))).toEqual([]);
  });
});

const report: ReportIdentity = { title: '', place: '青石市', level: 'prefecture', year: 2024, reviewYear: 2023 };

/** 'indicator name value unit measure' of each observation, with its years where they are not the report's. */
function read(text: string, plan = false): string[] {
  const head = plan ? '一、2023年工作回顾\n过去一年。\n二、2024年主要任务\n' : '一、2023年工作回顾\n';
  const { observations } = readFigures(normalise(head + text), { lexicon: entries, sections: [], report });
  const year = plan ? 2024 : 2023;
  return observations.map((o) => {
    const years = o.from === year && o.to === year ? '' : ` ${o.from}–${o.to}`;
    return `${o.indicator ?? '-'} ${o.name} ${o.value} ${o.unit} ${o.measure}${years}`;
  });
}

test('a name that joins two by 及 is one name', () => {
  expect(read('生产总值和国有及规模以上非国有工业增加值分别增长8%、9%。')).toEqual([
    'gdp 生产总值 8 % growth',
    'industrial_va_designated 国有及规模以上非国有工业增加值 9 % growth',
  ]);
});

describe('what the words around a figure say of it', () => {
  test.each([
    [
      '粮食在遭受严重干旱的情况下仍获得较好收成，总产达14.8亿公斤，仅比历史最高的2019年减产3.2%；油菜籽收购量86万担。',
      [
        'grain_output 粮食总产 14.8 亿公斤 level',
        'grain_output 粮食总产 -3.2 % growth 2020–2023',
        '- 油菜籽收购量 86 万担 level',
      ],
    ],
    [
      '农业总产值增长6.2%，其中种植业5.1%、畜牧业8.3%。',
      ['- 农业总产值 6.2 % growth', '- 种植业产值 5.1 % growth', '- 畜牧业产值 8.3 % growth'],
    ],
    [
      '财政收入5.2亿元，增长12%，其中税收80%。',
      ['fiscal_revenue_total 财政收入 5.2 亿元 level', 'fiscal_revenue_total 财政收入 12 % growth'],
    ],
    ['有两个乡财政收入突破1000万元，有12个村人均纯收入超过2500元，三个村集体收入超过100万元。', []],
    [
      '财政收入净增3个亿，达到25个亿。',
      ['fiscal_revenue_total 财政收入 3 亿元 change', 'fiscal_revenue_total 财政收入 25 亿元 level'],
    ],
    [
      '牧业年度牲畜总头数达到168.4万头只；新批外资企业12家。',
      ['- 牲畜总头数 168.4 万头只 level', '- 新批外资企业 12 家 level'],
    ],
    [
      '一季度规模以上工业增加值下降12%，二季度由负转正，全年增长4.5%；社会消费品零售总额增长7%，增速比一季度提高3.2个百分点。',
      ['industrial_va_designated 规模以上工业增加值 4.5 % growth', 'retail_sales 社会消费品零售总额 7 % growth'],
    ],
    [
      '贫困发生率由年初的9.7%降至5.8%。',
      ['poverty_headcount 贫困发生率 9.7 % level 2022–2022', 'poverty_headcount 贫困发生率 5.8 % level'],
    ],
    [
      '全市工业增长12.4%，其中国有工业8.1%、集体工业15.2%；出口增长12%，其中机电产品15%。',
      ['- 工业 12.4 % growth', '- 国有工业 8.1 % growth', '- 集体工业 15.2 % growth', 'exports 出口 12 % growth'],
    ],
    ['乡镇企业利税1.2亿元，其中工业8100万元。', ['- 乡镇企业利税 1.2 亿元 level']],
    ['全市有15家企业主营业务收入超过10亿元。', []],
    // What a rate of the whole year came from within the year is none; nor does it end the sentence.
    [
      '地区生产总值增速由一季度的-5.2%回升至全年的2.8%，总量达到126亿元；财政收入下降8%。',
      ['gdp 地区生产总值 2.8 % growth', 'gdp 地区生产总值 126 亿元 level', 'fiscal_revenue_total 财政收入 -8 % growth'],
    ],
    ['社会消费品零售总额降幅由上半年的9.8%收窄至全年的3.6%。', ['retail_sales 社会消费品零售总额 -3.6 % growth']],
    ['出口由上半年的下降5%转为全年的增长4.2%。', ['exports 出口 4.2 % growth']],
    ['城镇调查失业率由一季度的6.1%降至年末的5.2%。', ['unemployment_surveyed 城镇调查失业率 5.2 % level']],
    ['地区生产总值增速由一季度的3%回升至上半年的5%，总量达到60亿元。', []],
    [
      '三次产业结构由22:47:31演进为11:64:25；玉米收购价由每公斤2元急跌至1.6元，成品油价格由每吨6000元上涨到7200元。',
      [
        'industry_structure 三次产业结构 22 ratio structure null–null',
        'industry_structure 三次产业结构 11 ratio structure',
        '- 玉米收购价 2 元 level null–null',
        '- 玉米收购价 1.6 元 level',
        '- 成品油价格 6000 元 level null–null',
        '- 成品油价格 7200 元 level',
      ],
    ],
    [
      '新增高速公路120公里、总里程达到860公里。',
      ['expressway_km 高速公路里程 120 公里 change', 'expressway_km 高速公路总里程 860 公里 level'],
    ],
    [
      '规模以上工业增加值下降1.8%，其中煤炭、焦炭、钢铁三大行业分别下降5.2%、7.9%和3.3%。',
      [
        'industrial_va_designated 规模以上工业增加值 -1.8 % growth',
        '- 煤炭增加值 -5.2 % growth',
        '- 焦炭增加值 -7.9 % growth',
        '- 钢铁增加值 -3.3 % growth',
      ],
    ],
    ['新增高速公路120公里、高速公路3条。', ['expressway_km 高速公路里程 120 公里 change']],
    [
      '争取上级资金21亿元、债券资金8亿元，分别居全市第1、第3。',
      ['- 争取上级资金 21 亿元 level', '- 债券资金 8 亿元 level', '- 争取上级资金 1 位 rank', '- 债券资金 3 位 rank'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    [
      '国内生产总值增长9%，力争达到10%；财政收入突破30亿元、冲刺35亿元；城镇化率提高1个百分点，力争达到60%。',
      [
        'gdp 国内生产总值 9 % growth',
        'gdp 国内生产总值 10 % growth',
        'fiscal_revenue_total 财政收入 30 亿元 level',
        'fiscal_revenue_total 财政收入 35 亿元 level',
        'urbanization 城镇化率 1 个百分点 change',
        'urbanization 城镇化率 60 % level',
      ],
    ],
    [
      '调减粮食面积2万亩，压缩一般性支出5%，压缩过剩产能120万吨，为民办实事投入3亿元。',
      [
        'grain_area 粮食面积 -2 万亩 change',
        '- 一般性支出 -5 % growth',
        '- 压缩过剩产能 120 万吨 level',
        '- 为民办实事投入 3 亿元 level',
      ],
    ],
    [
      '展望“十四五”，地区生产总值年均增长6%，城镇化率每年提高1.2个百分点。',
      ['gdp 地区生产总值 6 % average_growth 2021–2025', 'urbanization 城镇化率 1.2 个百分点 change 2021–2025'],
    ],
    [
      '到2025年，常住人口城镇化率达到62%，五年提高4个百分点。',
      [
        'urbanization 常住人口城镇化率 62 % level 2025–2025',
        'urbanization 常住人口城镇化率 4 个百分点 change 2021–2025',
      ],
    ],
    ['现行标准下12万农村贫困人口全部脱贫。', ['poverty_lifted 农村贫困人口脱贫 12 万人 level']],
    [
      '确保到2025年现行标准下12万农村贫困人口全部脱贫、12个贫困县全部摘帽。',
      ['poverty_lifted 农村贫困人口脱贫 12 万人 level 2025–2025'],
    ],
    [
      '到2028年，城镇化率由目前的53%提高到60%。',
      ['urbanization 城镇化率 53 % level 2023–2023', 'urbanization 城镇化率 60 % level 2028–2028'],
    ],
    // A fall by the end of the years that are planned is of all of them.
    [
      '“十五五”时期，生产总值年均增长5%，到2030年城镇化率达到62%，单位GDP二氧化碳排放降低18%。',
      [
        'gdp 生产总值 5 % average_growth 2026–2030',
        'urbanization 城镇化率 62 % level 2030–2030',
        '- 单位GDP二氧化碳排放 -18 % growth 2026–2030',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(read(text, true)).toEqual(expected);
  });
});
