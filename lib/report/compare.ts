import { finish, type Steps } from '../steps';
import type { NormalText } from '../text/normal';

/** A passage of one version; offsets are UTF-16 code units into its source, `text` is the source between them. */
export interface Passage {
  start: number;
  end: number;
  text: string;
}

/** One place where two versions of a document differ. */
export interface Difference {
  kind: 'insertion' | 'deletion' | 'substitution';
  /** What it concerns: a number, words, or punctuation only. */
  matter: 'number' | 'words' | 'punctuation';
  before: Passage;
  after: Passage;
}

/** The differences between two versions, in document order, within the part that both carry. */
export interface Comparison {
  differences: Difference[];
  /** The part of each version that has a counterpart in the other; null when they share nothing. */
  covered: { before: Passage; after: Passage } | null;
  /** True when a version was so long that only its beginning was compared. */
  truncated: boolean;
}

/** A run this long stands once in a report and hardly ever in two reports. */
const ANCHOR = 10;
/** Six times the longest report at hand. */
const LONGEST = 200_000;
/** Cells of the table that aligns the text between two anchors; beyond it the whole stretch is one difference. */
const LARGEST_GAP = 1_000_000;
/** Two edits with so little between them are one to a reader. */
const JOINED = 2;
const PUNCTUATION = /^[\s，。、；：！？“”‘’《》（）()—·…\-.,;:!?"'*#\u3000]*$/;

/**
 * How much of the shorter text stands word for word in the longer one, 0 to 1: above 0.5 they are versions of the same
 * document. The newspaper continuation of hengyang-2020 has 0.93 with the full report; reports of two years of one place
 * have less than 0.1. Linear in both lengths.
 */
export function sharedText(a: NormalText, b: NormalText): number {
  return finish(sharedTextInSteps(a, b));
}

/** The same in steps of a few milliseconds. */
export function* sharedTextInSteps(a: NormalText, b: NormalText): Steps<number> {
  const [short, long] = [streamOf(a), streamOf(b)].sort((x, y) => x.text.length - y.text.length) as [Stream, Stream];
  const runs = new Set<string>();
  for (let i = 0; i + ANCHOR <= long.text.length; i++) runs.add(long.text.slice(i, i + ANCHOR));
  yield;
  let shared = 0;
  let all = 0;
  for (let i = 0; i + ANCHOR <= short.text.length; i++) {
    all++;
    if (runs.has(short.text.slice(i, i + ANCHOR))) shared++;
  }
  return all === 0 ? 0 : shared / all;
}

/** Compares two versions of the same document; either may be a part of the other. */
export function compareVersions(before: NormalText, after: NormalText): Comparison {
  return finish(compareVersionsInSteps(before, after));
}

/** The same in steps of a few milliseconds. */
export function* compareVersionsInSteps(before: NormalText, after: NormalText): Steps<Comparison> {
  const a = streamOf(before);
  const b = streamOf(after);
  yield;
  const runs = yield* commonRuns(a.text, b.text);
  const truncated = before.text.length > LONGEST || after.text.length > LONGEST;
  const first = runs[0];
  const last = runs[runs.length - 1];
  if (!first || !last) return { differences: [], covered: null, truncated };
  const edits: Edit[] = [];
  for (let i = 1; i < runs.length; i++) {
    const left = runs[i - 1]!;
    const right = runs[i]!;
    edits.push(...align(a.text, b.text, left.a + left.length, right.a, left.b + left.length, right.b));
    yield;
  }
  const differences = joined(edits).map((edit) => differenceOf(a, b, wholeNumbers(a.text, b.text, edit)));
  const covered = {
    before: passage(a, first.a, last.a + last.length),
    after: passage(b, first.b, last.b + last.length),
  };
  return { differences, covered, truncated };
}

/** Numbers first, then words, then punctuation; in document order within each. */
export function numbersFirst(differences: readonly Difference[]): Difference[] {
  const order = { number: 0, words: 1, punctuation: 2 };
  return [...differences].sort((x, y) => order[x.matter] - order[y.matter] || x.before.start - y.before.start);
}

/** The text that is compared, without line breaks and spaces, which every carrier sets anew. */
interface Stream {
  normal: NormalText;
  text: string;
  at: Uint32Array;
}

/** A run of characters that both texts have. */
interface Run {
  a: number;
  b: number;
  length: number;
}

/** The stretch [a1, a2) of one text stands for [b1, b2) of the other. */
interface Edit {
  a1: number;
  a2: number;
  b1: number;
  b2: number;
}

function streamOf(normal: NormalText): Stream {
  const length = Math.min(normal.text.length, LONGEST);
  const at = new Uint32Array(length);
  const kept: string[] = [];
  for (let i = 0; i < length; i++) {
    const char = normal.text[i]!;
    if (char === '\n' || char === ' ') continue;
    at[kept.length] = i;
    kept.push(char);
  }
  return { normal, text: kept.join(''), at };
}

/** Runs that stand once in each text, in the same order in both, grown as far as they go. */
function* commonRuns(a: string, b: string): Steps<Run[]> {
  const inA = uniqueRuns(a);
  yield;
  const pairs: Run[] = [];
  const inB = uniqueRuns(b);
  yield;
  for (const [gram, at] of inB) {
    const from = inA.get(gram);
    if (from !== undefined && from >= 0 && at >= 0) pairs.push({ a: from, b: at, length: ANCHOR });
  }
  yield;
  pairs.sort((x, y) => x.a - y.a);
  const runs: Run[] = [];
  for (const pair of longestRising(pairs)) {
    const last = runs[runs.length - 1];
    if (last && pair.a < last.a + last.length) continue;
    if (last && pair.b < last.b + last.length) continue;
    const floorA = last ? last.a + last.length : 0;
    const floorB = last ? last.b + last.length : 0;
    let { a: startA, b: startB } = pair;
    while (startA > floorA && startB > floorB && a[startA - 1] === b[startB - 1]) {
      startA--;
      startB--;
    }
    let length = pair.a - startA + ANCHOR;
    while (startA + length < a.length && startB + length < b.length && a[startA + length] === b[startB + length])
      length++;
    runs.push({ a: startA, b: startB, length });
  }
  return runs;
}

/** Where every run of ANCHOR characters stands; −1 when it stands more than once. */
function uniqueRuns(text: string): Map<string, number> {
  const runs = new Map<string, number>();
  for (let i = 0; i + ANCHOR <= text.length; i++) {
    const gram = text.slice(i, i + ANCHOR);
    runs.set(gram, runs.has(gram) ? -1 : i);
  }
  return runs;
}

/** The longest subsequence whose places in b rise too (patience sorting). */
function longestRising(pairs: readonly Run[]): Run[] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (let i = 0; i < pairs.length; i++) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]!.b < pairs[i]!.b) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[i] = tails[low - 1]!;
    tails[low] = i;
  }
  const rising: Run[] = [];
  for (let i = tails[tails.length - 1] ?? -1; i >= 0; i = before[i]!) rising.push(pairs[i]!);
  return rising.reverse();
}

/** The edits between two anchors, from the longest common subsequence of what lies between them. */
function align(a: string, b: string, a1: number, a2: number, b1: number, b2: number): Edit[] {
  const rows = a2 - a1;
  const columns = b2 - b1;
  if (rows === 0 && columns === 0) return [];
  if (rows === 0 || columns === 0 || rows * columns > LARGEST_GAP) return [{ a1, a2, b1, b2 }];
  const width = columns + 1;
  const table = new Uint16Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      table[i * width + j] =
        a[a1 + i] === b[b1 + j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
    }
  }
  const edits: Edit[] = [];
  let i = 0;
  let j = 0;
  while (i < rows || j < columns) {
    if (i < rows && j < columns && a[a1 + i] === b[b1 + j]) {
      i++;
      j++;
      continue;
    }
    const edit = { a1: a1 + i, a2: 0, b1: b1 + j, b2: 0 };
    while (i < rows || j < columns) {
      if (i < rows && j < columns && a[a1 + i] === b[b1 + j]) break;
      if (j >= columns || (i < rows && table[(i + 1) * width + j]! >= table[i * width + j + 1]!)) i++;
      else j++;
    }
    edits.push({ ...edit, a2: a1 + i, b2: b1 + j });
  }
  return edits;
}

function joined(edits: readonly Edit[]): Edit[] {
  const result: Edit[] = [];
  for (const edit of edits) {
    const last = result[result.length - 1];
    if (last && edit.a1 - last.a2 <= JOINED && edit.b1 - last.b2 <= JOINED) {
      last.a2 = edit.a2;
      last.b2 = edit.b2;
    } else result.push({ ...edit });
  }
  return result;
}

/** An edit inside a number is an edit of the whole number: 36508 for 36608, not 5 for 6. */
function wholeNumbers(a: string, b: string, edit: Edit): Edit {
  const digit = (char: string | undefined) => char !== undefined && /[\d.%]/.test(char);
  let { a1, a2, b1, b2 } = edit;
  const touches =
    /\d/.test(a.slice(a1, a2) + b.slice(b1, b2)) || (a1 === a2 || b1 === b2 ? false : digit(a[a1]) || digit(b[b1]));
  if (!touches) return edit;
  while (a1 > 0 && b1 > 0 && digit(a[a1 - 1]) && a[a1 - 1] === b[b1 - 1]) {
    a1--;
    b1--;
  }
  while (digit(a[a2]) && a[a2] === b[b2]) {
    a2++;
    b2++;
  }
  return { a1, a2, b1, b2 };
}

function differenceOf(a: Stream, b: Stream, { a1, a2, b1, b2 }: Edit): Difference {
  const gone = a.text.slice(a1, a2);
  const come = b.text.slice(b1, b2);
  const numbers = (text: string) => text.match(/\d+(?:\.\d+)?%?/g)?.join(' ') ?? '';
  return {
    kind: a1 === a2 ? 'insertion' : b1 === b2 ? 'deletion' : 'substitution',
    matter:
      numbers(gone) !== numbers(come)
        ? 'number'
        : PUNCTUATION.test(gone) && PUNCTUATION.test(come)
          ? 'punctuation'
          : 'words',
    before: passage(a, a1, a2),
    after: passage(b, b1, b2),
  };
}

function passage({ normal, at, text }: Stream, start: number, end: number): Passage {
  const from = start < text.length ? at[start]! : normal.text.length;
  const range = normal.toSource(from, end > start ? at[end - 1]! + 1 : from);
  return { ...range, text: normal.source.slice(range.start, range.end) };
}
