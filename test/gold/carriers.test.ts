import { describe, expect, test } from 'vitest';
import { CARRIERS } from './carriers';
import { fixturesOf } from './fixture';
import { printed, scoreOf } from './score';

/** Tables in Markdown have no other form; everything else must read the same in every carrier. */
const FIXTURES = ['unseen', 'unseen-2', 'fresh-1'].flatMap(fixturesOf).filter(([, { text }]) => !text.includes('|'));

/** Without even a space, a heading that no word closes cannot be told from its paragraph, nor a raised 1 from a number. */
const LEAST: Record<string, { headings: number; definitions: number }> = {
  oneLine: { headings: 0.92, definitions: 0.65 },
  oneSpacedLine: { headings: 0.97, definitions: 0.85 },
  indentedLine: { headings: 0.97, definitions: 0.85 },
  lineForChapter: { headings: 0.95, definitions: 0.8 },
};

describe('the same report in every carrier', () => {
  test.each(Object.entries(CARRIERS))('%s', (name, carry) => {
    const score = scoreOf(FIXTURES.map(([title, fixture]) => [title, { ...fixture, text: carry(fixture.text) }]));
    console.log(`${name}: ${printed(score)}`);
    const share = (line: string) => (score[line] ? score[line].right / score[line].of : 1);
    const least = LEAST[name] ?? { headings: 0.98, definitions: 0.95 };
    expect(share('verdict')).toBe(1);
    for (const line of ['place', 'level', 'year']) expect(share(line)).toBe(1);
    expect(share('headings')).toBeGreaterThanOrEqual(least.headings);
    expect(share('definitions')).toBeGreaterThanOrEqual(least.definitions);
  });
});
