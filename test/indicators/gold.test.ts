import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFigures } from '../../lib/indicators/read';
import type { Indicator } from '../../lib/indicators/types';
import type { ReportIdentity } from '../../lib/report/types';
import { normalise } from '../../lib/text/normal';
import { readGold, score, summary } from './gold';

const lexicon: Indicator[] = parse(readFileSync('seeds/indicators.yaml', 'utf8'));

function city(year: number): ReportIdentity {
  return { title: '', place: '衡阳市', level: 'prefecture', year, reviewYear: year - 1 };
}

const SEEDS: [string, ReportIdentity][] = [
  ['hengyang-2012', city(2013)],
  ['hengyang-2020', city(2020)],
  ['hengyang-2020-continuation', city(2020)],
  ['hengyang-congress-2021-article', city(2021)],
  ['shigu-2021', { title: '', place: '衡阳市石鼓区', level: 'county', year: 2021, reviewYear: 2020 }],
];

describe('every observation of the five seeds', () => {
  for (const [id, report] of SEEDS) {
    test(id, () => {
      const normal = normalise(readFileSync(`seeds/reports/${id}.txt`, 'utf8'));
      const gold = readGold(`test/gold/observations/${id}.txt`, normal);
      const { observations } = readFigures(normal, { lexicon, sections: [], report });
      const result = score(gold, observations);
      console.log(summary(id, result));
      if (process.env.GOLD) {
        for (const one of result.missed) console.log('  missed', one.line);
        for (const one of result.wrong)
          console.log('  wrong ', JSON.stringify(one), normal.source.slice(one.start - 20, one.end + 5));
        for (const one of result.off)
          console.log('  off   ', one.fields.join(), one.gold.line, JSON.stringify(one.made));
      }
      expect(result.precision).toBeGreaterThanOrEqual(0.99);
    });
  }
});
