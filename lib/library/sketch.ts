import { pairAt } from '../corpus/vectors';

/**
 * Passages as the few pairs of characters that tell them apart, so that those on one matter are found among hundreds of
 * thousands without reading their texts: 64 hashes of 16 bits, 128 bytes a passage, some 12 KB a report.
 *
 * Measured on fifteen reports that the rules were not made with (1,455 passages, 129 different pairs each), 120 passages of
 * the seeds put to them: the passage that the matcher of lib/corpus thinks best is the third here (median), among the
 * first 30 in 62 of 70 cases, with all pairs kept in 70; signatures of whole reports say hardly more than chance.
 */
export const SKETCH = 64;

/** In how many of some passages each pair of characters stands. */
export type PairCounts = ReadonlyMap<number, number>;

export function countPairs(passages: readonly string[]): PairCounts {
  const counts = new Map<number, number>();
  for (const passage of passages) for (const pair of pairsOf(passage)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return counts;
}

/**
 * The sketches of passages (in normal form) one after the other, 0 where a passage has fewer pairs. `known` counts the
 * pairs in the bundled passages, the same for every report of the library.
 */
export function sketchesOf(passages: readonly string[], known: PairCounts): Uint16Array {
  const sketches = new Uint16Array(SKETCH * passages.length);
  const rank = (pair: number) => rankOf(known.get(pair) ?? 0);
  for (const [i, passage] of passages.entries()) {
    const pairs = [...pairsOf(passage)].sort((a, b) => rank(a) - rank(b) || hashOf(a) - hashOf(b));
    sketches.set(pairs.slice(0, SKETCH).map(hashOf), SKETCH * i);
  }
  return sketches;
}

/**
 * The rarer a pair the more it tells, but one that no bundled passage has, or only one, is mostly the end of one word and
 * the beginning of the next: it comes behind those that fifteen or thirty have.
 */
function rankOf(count: number): number {
  if (count === 0) return 30;
  return count === 1 ? 15 : count;
}

/** The sketches of a library, and how often each hash is in them. */
export interface Sketches {
  set(id: string, sketches: Uint16Array): void;
  delete(id: string): void;
  /** The reports with the passages that have most of the rare pairs of a text (in normal form), best first. */
  best(text: string, most: number, accepts: (id: string) => boolean): string[];
}

/** Of a longer text only the beginning is looked at. */
const LONGEST = 2_000;
const HASHES = 65_536;

export function createSketches(): Sketches {
  const all = new Map<string, Uint16Array>();
  const counts = new Uint32Array(HASHES);
  let passages = 0;
  const count = (sketches: Uint16Array, by: 1 | -1) => {
    for (const hash of sketches) counts[hash]! += by;
    passages += (by * sketches.length) / SKETCH;
  };
  const drop = (id: string) => {
    const before = all.get(id);
    if (before) count(before, -1);
    all.delete(id);
  };
  return {
    set(id, sketches) {
      drop(id);
      all.set(id, sketches);
      count(sketches, 1);
    },
    delete: drop,
    best(text, most, accepts) {
      const weights = new Float32Array(HASHES);
      for (const pair of pairsOf(text.slice(0, LONGEST))) {
        const hash = hashOf(pair);
        if (counts[hash]! > 0) weights[hash] = Math.log((passages + 1) / counts[hash]!);
      }
      const scores: { id: string; score: number }[] = [];
      for (const [id, sketches] of all) {
        if (!accepts(id)) continue;
        let score = 0;
        for (let from = 0; from < sketches.length; from += SKETCH) {
          let sum = 0;
          for (let i = from; i < from + SKETCH; i++) sum += weights[sketches[i]!]!;
          if (sum > score) score = sum;
        }
        if (score > 0) scores.push({ id, score });
      }
      scores.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
      return scores.slice(0, most).map(({ id }) => id);
    },
  };
}

function pairsOf(text: string): Set<number> {
  const pairs = new Set<number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = pairAt(text, i);
    if (pair !== 0) pairs.add(pair);
  }
  return pairs;
}

/** 1 to 65535; 0 stands for no pair. */
function hashOf(pair: number): number {
  return Math.imul(pair, 0x9e3779b1) >>> 16 || 1;
}
