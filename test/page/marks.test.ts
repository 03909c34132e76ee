import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mark, makeMarkFinder, marksOf } from '../../lib/page/marks';

const term = (start: number, end: number): Mark => ({
  kind: 'term',
  start,
  end,
  mention: { term: '六稳', start, end, source: 'bundled' },
});

describe('marks', () => {
  it('are found innermost first', () => {
    const find = makeMarkFinder([term(0, 10), term(2, 6), term(3, 4), term(8, 12)]);
    expect(find(3).map(({ start, end }) => [start, end])).toEqual([
      [3, 4],
      [2, 6],
      [0, 10],
    ]);
    expect(find(12)).toEqual([]);
  });

  it('are found just where a plain search finds them', () => {
    const ranges = fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 9 })), { maxLength: 30 });
    fc.assert(
      fc.property(ranges, fc.nat(60), (pairs, offset) => {
        const mentions = pairs.map(([start, length]) => ({
          term: '六稳',
          start,
          end: start + length,
          source: 'bundled' as const,
        }));
        const marks = marksOf({ text: '', mentions, observations: [], unread: [] }, []);
        const plain = marks.filter(({ start, end }) => start <= offset && offset < end);
        expect(new Set(makeMarkFinder(marks)(offset))).toEqual(new Set(plain));
      }),
    );
  });
});
