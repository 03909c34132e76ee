import { describe, expect, test } from 'vitest';
import { fixturesOf } from './fixture';
import { printed, scoreOf } from './score';
import { STYLES } from './styles';

/** Whole reports whose outline has no more than 一、 and （一）, each on a line of its own. */
const FIXTURES = ['unseen', 'unseen-2', 'unseen-3', 'unseen-4', 'fresh-1', 'fresh-2', 'fresh-3', 'fresh-4']
  .flatMap(fixturesOf)
  .filter(([, { verdict, outline = '', text }]) => {
    const plain = outline
      .trim()
      .split('\n')
      .every((line) => /^(?:[一二三四五六七八九十]{1,2}、| *（[一二三四五六七八九十]）|名词|注|附)/.test(line));
    return verdict === 'report' && plain && outline.includes('（一）') && !/[|#]|[^\s]（二）/.test(text);
  });

describe('the same outline in every style', () => {
  test.each(Object.entries(STYLES))('%s', (name, style) => {
    const score = scoreOf(FIXTURES.map(([title, fixture]) => [title, style(fixture)]));
    console.log(`${name}: ${printed(score)}`);
    const { right, of } = score.headings!;
    expect(right / of).toBeGreaterThanOrEqual(0.95);
    expect(score.verdict!.right).toBe(FIXTURES.length);
  });
});
