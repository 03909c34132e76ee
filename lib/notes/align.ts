import { isFigure, type Tokens, written } from './tokens';

/** Costs of the alignment: a figure that became another figure is nearer than a character that became another. */
const EDIT = 2;
const OTHER_FIGURE = 1;

/** How far an alignment may leave its diagonals: the surplus of insertions over deletions on the way. */
const SLACK = 8;
const SLACK_SHARE = 1 / 16;
/** Cells of the table at most: bounds time and memory when a whole chapter is the quote. */
const MOST_CELLS = 4_000_000;

const PAIR = 0;
const DELETE = 1;
const INSERT = 2;
/** The cost of what cannot be. */
const NEVER = 1 << 29;

let steps = new Uint8Array(1 << 14);

/**
 * Aligns the whole pattern with a part of the page at the lowest cost, along the diagonals low to high. The result says
 * for each token of the pattern where it stands on the page, or −1 where it is gone; a token may be paired with a
 * different one, which then stands in its place.
 */
export function align(pattern: Tokens, page: Tokens, low: number, high: number): Int32Array {
  const m = pattern.blind.length;
  const n = page.blind.length;
  const slack = SLACK + Math.ceil(SLACK_SHARE * m);
  const width = Math.max(8, Math.min(high - low + 1 + 2 * slack, Math.floor(MOST_CELLS / m)));
  // Cell (i, k) aligns pattern[0, i) with the page up to j = i + base + k.
  const base = Math.floor((low + high + 1 - width) / 2);
  if (steps.length < (m + 1) * width) steps = new Uint8Array((m + 1) * width);

  let above = new Int32Array(width + 1).fill(NEVER);
  let row = new Int32Array(width + 1).fill(NEVER);
  // The alignment may begin anywhere at no cost, even before the page: what is not on it costs as a changed token.
  above.fill(0, 0, width);

  for (let i = 1; i <= m; i++) {
    const code = pattern.blind.charCodeAt(i - 1);
    const figure = isFigure(pattern, i - 1) ? written(pattern, i - 1) : undefined;
    let left = NEVER;
    for (let k = 0; k < width; k++) {
      const j = i + base + k;
      let cost = above[k]! + EDIT;
      let step = PAIR;
      if (j > 0 && j <= n && page.blind.charCodeAt(j - 1) === code) {
        cost -= figure === undefined || figure === written(page, j - 1) ? EDIT : EDIT - OTHER_FIGURE;
      }
      const deleted = above[k + 1]! + EDIT;
      if (deleted < cost) {
        cost = deleted;
        step = DELETE;
      }
      if (left + EDIT < cost) {
        cost = left + EDIT;
        step = INSERT;
      }
      row[k] = left = cost;
      steps[i * width + k] = step;
    }
    [above, row] = [row, above];
  }
  return wayBack(m, n, width, base, above);
}

/** Follows the steps back from the cheapest end. */
function wayBack(m: number, n: number, width: number, base: number, ends: Int32Array): Int32Array {
  let k = 0;
  for (let other = 1; other < width; other++) if (ends[other]! < ends[k]!) k = other;
  const stands = new Int32Array(m).fill(-1);
  for (let i = m; i > 0 && k >= 0 && k < width; ) {
    const step = steps[i * width + k];
    if (step === INSERT) {
      k--;
    } else {
      i--;
      const at = i + base + k;
      if (step === DELETE) k++;
      else if (at >= 0 && at < n) stands[i] = at;
    }
  }
  return stands;
}
