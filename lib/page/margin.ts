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

/** The narrowest and the widest that notes are set, and the air between them and the text, or anything else. */
export const NOTE = { narrowest: 180, widest: 280, air: 24, edge: 12 } as const;

/**
 * The strip beside a column of text that notes may stand in, null where there is no room for them. `blocks` are the boxes
 * of whatever else stands at the height of the text, `frames` the boxes with visible edges that the text lies in: notes
 * stand outside of these where there is room. The right is preferred, as in a book that is read from the left.
 */
export function stripBeside(
  text: Strip,
  { blocks, frames, width }: { blocks: readonly Strip[]; frames: readonly Strip[]; width: number },
): { side: 'left' | 'right'; left: number; width: number } | null {
  const mirror = ({ left, right }: Strip): Strip => ({ left: width - right, right: width - left });
  const right = toTheRight(text, blocks, frames, width);
  if (right) return { side: 'right', left: right.left, width: right.right - right.left };
  const left = toTheRight(mirror(text), blocks.map(mirror), frames.map(mirror), width);
  return left && { side: 'left', left: mirror(left).left, width: left.right - left.left };
}

function toTheRight(text: Strip, blocks: readonly Strip[], frames: readonly Strip[], width: number): Strip | null {
  const beside = blocks.filter(({ left }) => left >= text.right - 1);
  const end = beside.reduce((edge, { left }) => Math.min(edge, left), width) - NOTE.edge;
  const inside = text.right + NOTE.air;
  const outside = frames.reduce(
    (edge, { right }) => (right < width ? Math.max(edge, right + NOTE.edge) : edge),
    inside,
  );
  const left = [outside, inside].find((start) => end - start >= NOTE.narrowest);
  // Notes stand at the text, or at the edge of the page that it is printed on.
  return left === undefined ? null : { left, right: Math.min(end, left + NOTE.widest) };
}

/** Where markers stand when there is no room for notes: in the gutter on the right, else on the left, else at the edge. */
export function gutterBeside(text: Strip, { width, marker }: { width: number; marker: number }): number {
  if (text.right + marker <= width) return text.right;
  return text.left >= marker ? text.left - marker : width - marker;
}
