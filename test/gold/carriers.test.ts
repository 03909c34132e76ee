import { describe, expect, test } from 'vitest';
import { detect, detectPage } from '../../lib/report/detect';
import { normalise } from '../../lib/text/normal';
import { CARRIERS } from './carriers';
import { fixturesOf } from './fixture';
import { printed, scoreOf } from './score';

/** What has lost its line breaks cannot be Markdown, and a page of its own lines cannot be wrapped a second time. */
const FIXTURES = ['unseen', 'unseen-2', 'unseen-3', 'unseen-4', 'fresh-1', 'fresh-2', 'fresh-3']
  .flatMap(fixturesOf)
  .filter(([, { text, verdict }]) => verdict === 'report' && !/^[#|]|\*\*/m.test(text));

/** Without even a space, a heading that no word closes cannot be told from its paragraph, nor a raised 1 from a number. */
const LEAST: Record<string, { headings: number; definitions: number }> = {
  oneLine: { headings: 0.84, definitions: 0.5 },
  oneSpacedLine: { headings: 0.98, definitions: 0.9 },
  indentedLine: { headings: 0.98, definitions: 0.9 },
  lineForChapter: { headings: 0.97, definitions: 0.8 },
};

describe('the same report in every carrier', () => {
  test.each(Object.entries(CARRIERS))('%s', (name, carry) => {
    const score = scoreOf(FIXTURES.map(([title, fixture]) => [title, { ...fixture, text: carry(fixture.text) }]));
    console.log(`${name}: ${printed(score)}`);
    const share = (line: string) => (score[line] ? score[line].right / score[line].of : 1);
    const least = LEAST[name] ?? { headings: 0.98, definitions: 0.95 };
    expect(share('verdict')).toBe(1);
    for (const line of ['place', 'level', 'year']) expect(share(line)).toBeGreaterThanOrEqual(0.98);
    expect(share('headings')).toBeGreaterThanOrEqual(least.headings);
    expect(share('definitions')).toBeGreaterThanOrEqual(least.definitions);
  });
});

describe('what is no report is none in any carrier', () => {
  const kin = ['kin', 'kin-2', 'kin-3', 'unseen-3', 'unseen-4']
    .flatMap(fixturesOf)
    .filter(([, { verdict }]) => ![verdict].flat().includes('report'));

  test.each(Object.entries(CARRIERS))('%s', (_, carry) => {
    const called = kin.filter(([, { text, hints = {} }]) => {
      const carried = carry(text);
      return detect(normalise(carried), hints).verdict === 'report' || detectPage(carried, hints).verdict === 'report';
    });
    expect(called.map(([name]) => name)).toEqual([]);
  });
});
