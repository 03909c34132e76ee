import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFigures } from '../../lib/indicators/read';
import type { Indicator } from '../../lib/indicators/types';
import type { ReportIdentity } from '../../lib/report/types';
import { normalise } from '../../lib/text/normal';

const lexicon: Indicator[] = parse(readFileSync('seeds/indicators.yaml', 'utf8'));
const report: ReportIdentity = { title: '', place: '青石县', level: 'county', year: 2020, reviewYear: 2019 };

/** 'name value unit measure bound' of each observation. */
function read(text: string): string[] {
  const { observations } = readFigures(normalise(`一、2019年工作回顾\n${text}`), { lexicon, sections: [], report });
  return observations.map((o) => `${o.name} ${o.value} ${o.unit} ${o.measure} ${o.bound ?? '-'}`);
}

describe('shares and fractions', () => {
  test.each([
    ['全县三分之二的行政村通了水泥路。', ['行政村通了水泥路 66.67 % level -']],
    ['新能源汽车产量占全国近1/4。', ['新能源汽车产量占全国比重 25 % level about']],
    ['专项转移支付项目减少三分之一。', ['专项转移支付项目 -33.33 % growth -']],
    ['财政支出三分之二以上用于民生领域。', ['财政支出用于民生领域 66.67 % level at_least']],
    ['在80%的乡镇卫生院开展了中医服务。', ['乡镇卫生院开展了中医服务 80 % level -']],
    ['基本药物制度在30%的村卫生室实施。', ['村卫生室实施基本药物制度 30 % level -']],
    ['规划指标中超七成达到预期水平。', ['规划指标达到预期水平 70 % level at_least']],
    ['会议室有3/4的席位，24/7小时服务，5/8月开会。', []],
    ['以三分之二多数通过。', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('a verb after the figures', () => {
  test.each([
    ['城乡低保标准分别按3%、7%稳步提标。', ['城镇低保标准 3 % growth -', '农村低保标准 7 % growth -']],
    ['孤儿供养标准按8%的幅度提高。', ['孤儿供养标准 8 % growth -']],
    ['退休金按10%的比例发放。', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('what belongs to a name', () => {
  test.each([
    ['17个重点行业增加值增长8%。', ['17个重点行业增加值 8 % growth -']],
    ['10种有色金属产量占全省比重超1/10。', ['10种有色金属产量占全省比重 10 % level at_least']],
    ['18个重点镇地区生产总值增长12%。', ['18个重点镇地区生产总值 12 % growth -']],
    ['20户以上自然村通硬化路比例达95%。', ['20户以上自然村通硬化路比例 95 % level -']],
    ['农村生活污水治理（管控）率达48.3%。', ['农村生活污水治理（管控）率 48.3 % level -']],
    ['蔬菜（含食用菌）产量达95万吨。', ['蔬菜产量 95 万吨 level -']],
    [
      '光伏并网装机40万千瓦，总规模突破100万千瓦、占全市电力装机50%以上。',
      [
        '光伏并网装机 40 万千瓦 level -',
        '光伏并网装机总规模 100 万千瓦 level at_least',
        '光伏并网装机占全市电力装机比重 50 % level at_least',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('what a scan makes of digits', () => {
  test.each([
    ['农机总动力达25l万千瓦。', ['农机总动力 251 万千瓦 level -']],
    ['粮食总产量达3O万吨。', ['粮食总产量 30 万吨 level -']],
    ['粮食总产量达3B万吨。', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('an aim that was set', () => {
  test('is none that was reached', () => {
    const { observations } = readFigures(
      normalise('一、2019年工作回顾\n《规划》提出“十三五”期间单位GDP能耗降低15%、粮食产量提高5%等目标。'),
      { lexicon, sections: [], report },
    );
    expect(observations.map((o) => `${o.name} ${o.value} ${o.status} ${o.from}-${o.to}`)).toEqual([
      '单位GDP能耗 -15 target 2016-2020',
      '粮食产量 5 target 2016-2020',
    ]);
  });
});
