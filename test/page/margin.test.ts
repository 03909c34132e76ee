import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gutterBeside, NOTE, stack, stripBeside } from '../../lib/page/margin';

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
  const page = { blocks: [], frames: [], width: 1440 };

  test('is on the right, and no wider than notes are', () => {
    const room = { side: 'right', left: 1000 + NOTE.air, width: NOTE.widest };
    expect(stripBeside({ left: 200, right: 1000 }, page)).toEqual(room);
    // What lies behind the text takes no room away.
    expect(stripBeside({ left: 200, right: 1000 }, { ...page, blocks: [{ left: 0, right: 1440 }] })).toEqual(room);
  });

  test('ends where something else stands, and is then looked for on the left', () => {
    const text = { left: 400, right: 1100 };
    const bar = { left: 1200, right: 1400 };
    const blocks = [{ left: 1360, right: 1440 }];
    expect(stripBeside(text, { ...page, blocks })).toEqual({ side: 'right', left: 1124, width: 224 });
    const onTheLeft = { side: 'left', left: 400 - NOTE.air - NOTE.widest, width: NOTE.widest };
    expect(stripBeside(text, { ...page, blocks: [bar] })).toEqual(onTheLeft);
    expect(stripBeside(text, { ...page, blocks: [bar, { left: 0, right: 220 }] })).toBeNull();
  });

  test('lies outside of the frame that the text is in, unless that leaves too little', () => {
    const text = { left: 200, right: 1000 };
    expect(stripBeside(text, { ...page, frames: [{ left: 140, right: 1060 }] })).toMatchObject({ left: 1072 });
    expect(stripBeside(text, { ...page, frames: [{ left: 0, right: 1440 }] })).toMatchObject({ left: 1024 });
    expect(stripBeside(text, { ...page, frames: [{ left: 140, right: 1300 }] })).toMatchObject({ left: 1024 });
  });

  test('is the gutter where there is none', () => {
    const at = (left: number, right: number) => gutterBeside({ left, right }, { width: 768, marker: 16 });
    expect([at(20, 740), at(60, 900), at(0, 768)]).toEqual([740, 44, 752]);
  });
});
