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
