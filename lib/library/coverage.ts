import { bitsOf, hasBit } from './signature';
import { searchForm } from './words';

/** A pair that stands in more of the reports says nothing of which of them treats a matter. */
const COMMON = 0.5;
/** Of a longer query only the beginning is looked at. */
const LONGEST = 2_000;

/** What a report's signature says to this; its fill is the share of its bits that are set. */
export interface Covering {
  bits: Uint8Array;
  fill: number;
}

/**
 * The reports whose signatures hold most of a text's rare pairs of characters, best first, `most` of them. A pair counts
 * by its rarity among these reports; what a full signature holds by chance is taken off. `text` is in normal form.
 */
export function bestCovered(text: string, signatures: ReadonlyMap<string, Covering>, most: number): string[] {
  const bits = bitsOf(searchForm(text.slice(0, LONGEST)));
  const all = [...signatures.values()];
  const weights = new Float64Array(bits.length);
  let sum = 0;
  for (const [i, bit] of bits.entries()) {
    let count = 0;
    for (const one of all) if (hasBit(one.bits, bit)) count++;
    if (count === 0 || (all.length > most && count > COMMON * all.length)) continue;
    weights[i] = Math.log((all.length + 1) / count);
    sum += weights[i];
  }
  const scores: { id: string; score: number }[] = [];
  for (const [id, one] of signatures) {
    let score = -sum * one.fill;
    for (const [i, bit] of bits.entries()) if (weights[i]! > 0 && hasBit(one.bits, bit)) score += weights[i]!;
    if (score > 0) scores.push({ id, score });
  }
  scores.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return scores.slice(0, most).map(({ id }) => id);
}
