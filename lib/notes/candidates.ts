/**
 * A stretch of diagonals: the pattern's token i may stand at the page's token i + d for any low ≤ d ≤ high.
 * `votes` counts the three-token strings that pattern and page share there.
 */
export interface Candidate {
  low: number;
  high: number;
  votes: number;
}

/** Three tokens are enough to be rare in Chinese, and half of them survive when a fifth of all characters change. */
const GRAM = 3;
/** Neighbouring diagonals vote together, since every inserted or deleted character shifts the rest by one. */
const BUCKET = 16;
/** A string that stands in more places says nothing about where; this also bounds the time on a hostile page. */
const TOO_COMMON = 256;
/** Of a longer pattern about so many strings vote; a whole chapter needs no more. */
const VOTERS = 1024;
/** A clause of up to this many tokens may have been inserted into or cut from a passage. */
const GAP = 96;
/** Shares of the best candidate's votes. */
const NOISE = 0.1;
const LIKELY = 0.2;
/** More places than this that are alike are ambiguous anyway. */
const MOST = 4;

/**
 * Indexes a page's tokens once; the function that it returns names the places where a pattern may stand, the likeliest
 * first, in time linear in the pattern and in the votes that it gives.
 */
export function indexPage(page: string): (pattern: string) => Candidate[] {
  const count = Math.max(0, page.length - GRAM + 1);
  // Postings in one array, those of hash h at first[h]..first[h + 1]. Collisions only add stray votes.
  const first = new Uint32Array((1 << 16) + 1);
  for (let i = 0; i < count; i++) first[hash(page, i) + 1]!++;
  for (let h = 1; h < first.length; h++) first[h]! += first[h - 1]!;
  const postings = new Uint32Array(count);
  const next = first.slice();
  for (let i = 0; i < count; i++) postings[next[hash(page, i)]!++] = i;

  return (pattern) => {
    const votes = new Map<number, number>();
    const stride = Math.max(1, Math.floor(pattern.length / VOTERS));
    for (let i = 0; i + GRAM <= pattern.length; i += stride) {
      const h = hash(pattern, i);
      const from = first[h]!;
      const to = first[h + 1]!;
      if (to - from > TOO_COMMON) continue;
      for (let k = from; k < to; k++) {
        const bucket = Math.floor((postings[k]! - i) / BUCKET);
        votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
      }
    }
    return clusters(votes);
  };
}

function hash(text: string, i: number): number {
  const mixed = (text.charCodeAt(i) * 31 + text.charCodeAt(i + 1)) * 31 + text.charCodeAt(i + 2);
  return (Math.imul(mixed, 0x9e3779b1) >>> 16) & 0xffff;
}

/** Joins neighbouring buckets; what has far fewer votes than the best is noise. */
function clusters(votes: Map<number, number>): Candidate[] {
  let most = 0;
  for (const count of votes.values()) most = Math.max(most, count);
  const buckets = [...votes].filter(([, count]) => count > NOISE * most).sort(([a], [b]) => a - b);
  const found: Candidate[] = [];
  for (const [bucket, count] of buckets) {
    const low = bucket * BUCKET;
    const last = found.at(-1);
    if (last && last.high + 1 === low) {
      last.high = low + BUCKET - 1;
      last.votes += count;
    } else {
      found.push({ low, high: low + BUCKET - 1, votes: count });
    }
  }
  return found.sort((a, b) => b.votes - a.votes);
}

/** The few candidates that are worth aligning. */
export function likely(candidates: readonly Candidate[]): Candidate[] {
  return candidates.slice(0, MOST).filter(({ votes }) => votes >= LIKELY * candidates[0]!.votes);
}

/** The best candidate with those beside it that a clause inserted into the passage or cut from it would explain. */
export function widened([best, ...others]: readonly Candidate[]): Candidate | undefined {
  if (!best) return undefined;
  const near = others.filter(({ low, high, votes }) => votes > 2 && Math.max(low - best.high, best.low - high) <= GAP);
  if (near.length === 0) return undefined;
  return {
    low: Math.min(best.low, ...near.map(({ low }) => low)),
    high: Math.max(best.high, ...near.map(({ high }) => high)),
    votes: near.reduce((sum, { votes }) => sum + votes, best.votes),
  };
}
