import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFigures } from '../../lib/indicators/read';
import type { Indicator } from '../../lib/indicators/types';
import type { ReportIdentity } from '../../lib/report/types';
import { normalise } from '../../lib/text/normal';

const lexicon: Indicator[] = parse(readFileSync('seeds/indicators.yaml', 'utf8'));
const report: ReportIdentity = { title: '', place: '青石县', level: 'county', year: 2020, reviewYear: 2019 };

/** 'indicator name value unit measure' of each observation. */
function read(text: string): string[] {
  const { observations } = readFigures(normalise(`一、2019年工作回顾\n${text}`), { lexicon, sections: [], report });
  return observations.map((o) => `${o.indicator ?? '-'} ${o.name} ${o.value} ${o.unit} ${o.measure}`);
}

describe('new firms are counted, whatever else is done is not', () => {
  test.each([
    [
      '全年新登记市场主体3400户，比上年增长12%，其中企业820户、个体工商户2510户。',
      [
        'market_entities 市场主体 3400 户 change',
        '- 新登记市场主体 12 % growth',
        '- 新登记企业 820 户 level',
        '- 新登记个体工商户 2510 户 level',
      ],
    ],
    [
      '新认定高新技术企业42家，净增31家，达到180家。',
      [
        'hightech_firms 高新技术企业 42 家 change',
        'hightech_firms 高新技术企业 31 家 change',
        'hightech_firms 高新技术企业 180 家 level',
      ],
    ],
    [
      '新增市场主体3484户，增幅排名全市第一。',
      ['market_entities 市场主体 3484 户 change', 'market_entities 市场主体 1 位 rank'],
    ],
    ['新增专精特新企业21家，累计达到120家。', ['- 新增专精特新企业 21 家 level', '- 专精特新企业 120 家 level']],
    [
      '新增专精特新企业21家、上市公司3家，累计达到120家。',
      ['- 新增专精特新企业 21 家 level', '- 新增上市公司 3 家 level'],
    ],
    [
      '新增规上工业企业30家、高新技术企业35家、专精特新企业15家，培育产值超50亿元企业1家。',
      [
        'designated_firms 规上工业企业 30 家 change',
        'hightech_firms 高新技术企业 35 家 change',
        '- 新增专精特新企业 15 家 level',
      ],
    ],
    ['新增36家规上工业企业。', ['designated_firms 规上工业企业 36 家 change']],
    ['专精特新企业新增8家。', ['- 专精特新企业 8 家 change']],
    ['建成公园9个，新建学校20所，新增项目100个，引进项目30个，新引进企业20家。', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
