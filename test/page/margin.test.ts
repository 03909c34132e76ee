import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOTE, stack, stripBeside } from '../../lib/page/margin';

const GAP = 12;
const note = fc.record({ top: fc.integer({ min: 0, max: 3000 }), height: fc.integer({ min: 18, max: 300 }) });
const column = fc.array(note, { maxLength: 12 }).map((notes) => notes.sort((a, b) => a.top - b.top));
const far = { gap: GAP, from: 0, to: 100_000 };

describe('a column of notes', () => {
  test('stands beside its passages where nothing is in the way', () => {
    const notes = [
      { top: 100, height: 50 },
      { top: 300, height: 50 },
    ];
    expect(stack(notes, far)).toEqual([100, 300]);
  });

  test('shares the way between notes that want one place, and stays on the page', () => {
    const notes = [
      { top: 100, height: 48 },
      { top: 100, height: 48 },
    ];
    expect(stack(notes, far)).toEqual([70, 130]);
    expect(stack(notes, { ...far, from: 90 })).toEqual([90, 150]);
    expect(stack(notes, { ...far, to: 150 })).toEqual([42, 102]);
  });

  test('keeps the order and never overlaps', () => {
    fc.assert(
      fc.property(column, fc.integer({ min: 0, max: 4000 }), (notes, to) => {
        const tops = stack(notes, { gap: GAP, from: 0, to });
        expect(tops).toHaveLength(notes.length);
        for (let i = 0; i < tops.length; i++) {
          expect(tops[i]).toBeGreaterThanOrEqual(i === 0 ? 0 : tops[i - 1]! + notes[i - 1]!.height + GAP);
        }
      }),
    );
  });

  test('is nearer to its passages than any other that keeps the order', () => {
    const distance = (tops: readonly number[], notes: readonly { top: number }[]) =>
      tops.reduce((sum, top, i) => sum + (top - notes[i]!.top) ** 2, 0);
    fc.assert(
      fc.property(column, fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }), (notes, shifts) => {
        // Any other column: pushed down from above, each note by some more.
        const other: number[] = [];
        for (const [i, { top }] of notes.entries()) {
          const free = i === 0 ? 0 : other[i - 1]! + notes[i - 1]!.height + GAP;
          other.push(Math.max(free, top - 20 + (shifts[i] ?? 0)));
        }
        // A pixel of rounding each.
        const slack = notes.length * 3000;
        expect(distance(stack(notes, far), notes)).toBeLessThanOrEqual(distance(other, notes) + slack);
      }),
    );
  });
});

describe('the room beside a text', () => {
  const page = { width: 1440 };

  test('is on the right, and no wider than notes are', () => {
    expect(stripBeside({ left: 200, right: 1000 }, [], page)).toEqual({
      side: 'right',
      left: 1000 + NOTE.air,
      width: NOTE.widest,
    });
  });

  test('ends where something else stands, and is then looked for on the left', () => {
    const text = { left: 400, right: 1100 };
    expect(stripBeside(text, [{ left: 1360, right: 1440 }], page)).toMatchObject({ side: 'right', width: 212 });
    expect(stripBeside(text, [{ left: 1200, right: 1400 }], page)).toMatchObject({
      side: 'left',
      left: 400 - NOTE.air - NOTE.widest,
    });
    expect(
      stripBeside(
        text,
        [
          { left: 1200, right: 1400 },
          { left: 0, right: 220 },
        ],
        page,
      ),
    ).toBeNull();
  });

  test('is not taken away by what lies behind the text', () => {
    expect(stripBeside({ left: 200, right: 1000 }, [{ left: 0, right: 1440 }], page)).not.toBeNull();
  });
});
