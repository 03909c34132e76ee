/** Something that wants to stand beside a passage; lengths are CSS pixels. */
export interface Beside {
  /** Where its passage begins. */
  top: number;
  height: number;
}

/** Where a column begins and ends, across the page. */
export interface Strip {
  left: number;
  right: number;
}

/**
 * The tops of a column of notes, in the order given, which is that of their passages: none overlaps the one before, all
 * stand between `from` and `to` as far as they fit there, and the sum of the squared distances from their passages is the
 * least possible. This is isotonic regression with bounds (pool adjacent violators), in linear time.
 */
export function stack(
  notes: readonly Beside[],
  { gap, from, to }: { gap: number; from: number; to: number },
): number[] {
  // With the heights above it taken off, each note's place may equal that of the one before, but not lie above it.
  const above: number[] = [];
  let total = 0;
  for (const { height } of notes) {
    above.push(total);
    total += height + gap;
  }
  const pools: { sum: number; count: number }[] = [];
  const mean = ({ sum, count }: { sum: number; count: number }) => sum / count;
  for (const [i, { top }] of notes.entries()) {
    let pool = { sum: top - above[i]!, count: 1 };
    for (let last = pools.at(-1); last && mean(last) > mean(pool); last = pools.at(-1)) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  }
  const latest = Math.max(from, to - (total - gap));
  const places = pools.flatMap((pool) => {
    const place = Math.max(from, Math.min(latest, mean(pool)));
    return Array.from({ length: pool.count }, () => place);
  });
  return places.map((place, i) => Math.round(place) + above[i]!);
}

/** The narrowest and the widest that notes are set, and the air on each side of them. */
export const NOTE = { narrowest: 200, widest: 280, air: 24 } as const;

/**
 * The strip beside a column of text that notes may stand in, null where there is no room for them. `blocks` are the boxes
 * of whatever else stands at the height of the text. The right is preferred, as in a book that is read from the left.
 */
export function stripBeside(
  text: Strip,
  blocks: readonly Strip[],
  page: { width: number },
): { side: 'left' | 'right'; left: number; width: number } | null {
  const right = blocks.reduce((edge, { left }) => (left >= text.right - 1 ? Math.min(edge, left) : edge), page.width);
  const left = blocks.reduce((edge, block) => (block.right <= text.left + 1 ? Math.max(edge, block.right) : edge), 0);
  const width = (room: number) => Math.min(NOTE.widest, room - 2 * NOTE.air);
  if (width(right - text.right) >= NOTE.narrowest) {
    return { side: 'right', left: text.right + NOTE.air, width: width(right - text.right) };
  }
  if (width(text.left - left) >= NOTE.narrowest) {
    const wide = width(text.left - left);
    return { side: 'left', left: text.left - NOTE.air - wide, width: wide };
  }
  return null;
}
