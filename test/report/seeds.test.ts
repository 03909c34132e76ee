import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detect } from '../../lib/report/detect';
import { readGlossary } from '../../lib/report/glossary';
import { identify } from '../../lib/report/identity';
import { readSections } from '../../lib/report/sections';
import { normalise } from '../../lib/text/normal';

function seed(name: string) {
  return normalise(readFileSync(new URL(`../../seeds/reports/${name}.txt`, import.meta.url), 'utf8'));
}

describe('the seeds', () => {
  test.each([
    ['hengyang-2012', 'report', '衡阳市', 'prefecture', 2013, 2012],
    ['hengyang-2020', 'report', '衡阳市', 'prefecture', 2020, 2019],
    ['hengyang-2020-continuation', 'excerpt', '衡阳市', 'prefecture', 2020, 2019],
    ['shigu-2021', 'report', '衡阳市石鼓区', 'county', 2021, 2020],
  ])('%s is a %s of %s', (name, verdict, place, level, year, reviewYear) => {
    const normal = seed(name);
    expect(detect(normal).verdict).toBe(verdict);
    expect(identify(normal)).toMatchObject({ place, level, year, reviewYear });
  });

  test('an article about a party congress report is related', () => {
    expect(detect(seed('hengyang-congress-2021-article')).verdict).toBe('related');
  });

  test('the glossary of 2021 has its 16 entries, each where it stands', () => {
    const normal = seed('shigu-2021');
    const glossary = readGlossary(normal, readSections(normal));
    expect(glossary.map(({ term, callout }) => `${term}${callout}`)).toEqual([
      '教育“扁平化”管理（P3）',
      '“五中心合一”综治模式（P3）',
      '六稳六保（P3）',
      '三高四新（P4）',
      '一体两翼（P4）',
      '2+4产业体系（P5）',
      '月清“三地”（P6）',
      '两个大局（P9）',
      '万雁入衡（P14）',
      '百千万人才工程（P14）',
      '六大强农行动（P18）',
      '百千万工程（P18）',
      '多规合一（P18）',
      '三资管理（P19）',
      '四到四零（P20）',
      '“两年”行动（P25）',
    ]);
    for (const { start, end, text } of glossary) expect(normal.source.slice(start, end).endsWith(text)).toBe(true);
  });
});
