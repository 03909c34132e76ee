import { align } from './align';
import { type Candidate, likely, widened } from './candidates';
import type { Pattern } from './pattern';
import { breaksBefore, isFigure, isNumeral, type Tokens, written } from './tokens';

/**
 * Below this nothing is a match. On the seeds and on fifteen other reports it leaves about one deleted passage in three
 * hundred at a wrong place and loses one in a thousand when a tenth of all characters change; at 0.65 it is one in two
 * hundred, at 0.75 one passage in forty is lost when a fifth change (test/bench/anchor).
 */
const FLOOR = 0.7;
/** Reports say the same of last year and of this year's aims: another figure is believed only where all else fits. */
const FLOOR_OF_CHANGED_VALUE = 0.78;
/** A passage that scores as much is all there; below, a clause may have been inserted into it or cut from it. */
const WHOLE = 0.9;
/** The context counts as much as a quote of this many tokens: a short quote stands by its context, a long one by itself. */
const CONTEXT_WEIGHT = 24;
/** This much of a quote must be there, however well its context fits: otherwise it was cut from between its neighbours. */
const QUOTE_FLOOR = 0.5;
/** A figure weighs as much as this many other tokens. */
const FIGURE_WEIGHT = 3;
/** What a number's place is worth with another number in it. */
const OTHER_NUMBER = 0.75;
/** What one side of the context is worth alone, where the passage stands beside another neighbour than before. */
const ONE_SIDE = 0.85;
/** A side shorter than this proves less. */
const FULL_SIDE = 16;
/** A word of the context at this distance from the quote counts half as much as its neighbour. */
const NEARBY = 8;
/** What a word of the context in another paragraph is worth: paragraphs are moved as a whole. */
const OTHER_PARAGRAPH = 0.2;

/** A place on the page that the quote may have: page tokens [start, end). */
export interface Place {
  start: number;
  end: number;
  score: number;
  stands: Int32Array;
}

/** Where the quote stands with all its context, token for token. */
export function verbatimPlaces(pattern: Pattern, page: Tokens): Place[] {
  const places: Place[] = [];
  // A figure at the edge of the context may have been cut in two and says nothing then.
  const skip = pattern.from > 0 && isFigure(pattern, 0) ? 1 : 0;
  const last = pattern.blind.length - 1;
  const drop = pattern.to <= last && isFigure(pattern, last) ? 1 : 0;
  const words = pattern.blind.slice(skip, pattern.blind.length - drop);
  for (let at = page.blind.indexOf(words); at >= 0; at = page.blind.indexOf(words, at + 1)) {
    const shift = at - skip;
    if (!sameFigures(pattern, skip, last + 1 - drop, page, shift)) continue;
    const stands = new Int32Array(pattern.blind.length).map((_, i) => i + shift);
    places.push({ start: pattern.from + shift, end: pattern.to + shift, score: 1, stands });
    if (places.length === 64) break;
  }
  return places;
}

function sameFigures(pattern: Tokens, from: number, to: number, page: Tokens, shift: number): boolean {
  for (let i = from; i < to; i++) {
    if (isFigure(pattern, i) && written(pattern, i) !== written(page, i + shift)) return false;
  }
  return true;
}

/** The places where the quote stands as nearly as its candidates allow, best first. */
export function similarPlaces(pattern: Pattern, page: Tokens, candidates: readonly Candidate[]): Place[] {
  const places = likely(candidates).map((candidate) => placeAt(pattern, page, candidate));
  const best = Math.max(0, ...places.map((place) => place?.score ?? 0));
  const wide = best < WHOLE ? widened(candidates) : undefined;
  if (wide) places.push(placeAt(pattern, page, wide));
  return distinct(places);
}

function placeAt(pattern: Pattern, page: Tokens, { low, high }: Candidate): Place | undefined {
  const stands = align(pattern, page, low, high);
  let start = -1;
  let end = -1;
  for (let i = pattern.from; i < pattern.to; i++) {
    if (stands[i]! < 0) continue;
    if (start < 0) start = stands[i]!;
    end = stands[i]! + 1;
  }
  if (start < 0) return undefined;
  // A numeral that has grown at an edge of the quote is another number: 三 is not a part of 十三.
  if (isNumeral(pattern, pattern.from))
    while (start - 1 > lastBefore(pattern, stands) && isNumeral(page, start - 1)) start--;
  if (isNumeral(pattern, pattern.to - 1)) while (end < firstAfter(pattern, page, stands) && isNumeral(page, end)) end++;

  const quote = likeness(pattern, page, stands);
  const inserted = Math.max(0, end - start - quote.tokens) / 3;
  if (quote.standing < QUOTE_FLOOR * (quote.tokens + inserted)) return undefined;

  const context = contextOf(pattern, page, stands);
  // That a figure has changed is believed as far as the context holds.
  const amount = quote.weight + inserted;
  const kept = (quote.same + OTHER_NUMBER * context.bothSides * quote.otherNumber) / amount;
  // Beside another neighbour than before a passage is believed only when it is itself unchanged.
  const support = Math.max(context.bothSides, context.oneSide * kept * kept);
  const weight = Math.min(CONTEXT_WEIGHT, context.amount);
  const score = (amount * kept + weight * support) / (amount + weight);
  return score < (quote.otherNumber > 0 ? FLOOR_OF_CHANGED_VALUE : FLOOR) ? undefined : { start, end, score, stands };
}

/** The last page token that the context before the quote holds, −1 where there is none. */
function lastBefore({ from }: Pattern, stands: Int32Array): number {
  for (let i = from - 1; i >= 0; i--) if (stands[i]! >= 0) return stands[i]!;
  return -1;
}

/** The first page token that the context after the quote holds, the page's length where there is none. */
function firstAfter({ to }: Pattern, page: Tokens, stands: Int32Array): number {
  for (let i = to; i < stands.length; i++) if (stands[i]! >= 0) return stands[i]!;
  return page.blind.length;
}

interface Likeness {
  tokens: number;
  /** How many tokens stand there, a number whatever its value. */
  standing: number;
  /** The weight of all tokens, of those that are the same, and of numbers in whose place stands another number. */
  weight: number;
  same: number;
  otherNumber: number;
}

function likeness(pattern: Pattern, page: Tokens, stands: Int32Array): Likeness {
  const sum = { tokens: pattern.to - pattern.from, standing: 0, weight: 0, same: 0, otherNumber: 0 };
  for (let i = pattern.from; i < pattern.to; i++) {
    const weight = isFigure(pattern, i) ? FIGURE_WEIGHT : 1;
    sum.weight += weight;
    const at = stands[i]!;
    if (at < 0) continue;
    if (written(pattern, i) === written(page, at)) sum.same += weight;
    else if (isNumeral(pattern, i) && isNumeral(page, at)) sum.otherNumber += weight;
    else continue;
    sum.standing++;
  }
  return sum;
}

interface Context {
  /** How much context there is to compare with, in tokens of the quote's own paragraph. */
  amount: number;
  /** How much of it stands beside the passage, 0 to 1, on both sides together and on the better side alone. */
  bothSides: number;
  oneSide: number;
}

/** Near words count more than far ones, those of another paragraph little. */
function contextOf(pattern: Pattern, page: Tokens, stands: Int32Array): Context {
  const before = sideOf(pattern, page, stands, pattern.from - 1, -1);
  const after = sideOf(pattern, page, stands, pattern.to, 1);
  const all = before.all + after.all;
  return {
    amount: before.amount + after.amount,
    bothSides: all === 0 ? 0 : (before.same + after.same) / all,
    oneSide: ONE_SIDE * Math.max(alone(before), alone(after)),
  };
}

interface Side {
  amount: number;
  all: number;
  same: number;
}

function sideOf(pattern: Pattern, page: Tokens, stands: Int32Array, from: number, step: 1 | -1): Side {
  const side = { amount: 0, all: 0, same: 0 };
  let share = 1;
  for (let i = from, distance = 0; i >= 0 && i < pattern.blind.length; i += step, distance++) {
    if (breaksBefore(pattern, step > 0 ? i : i + 1)) share = OTHER_PARAGRAPH;
    const weight = (share * NEARBY) / (NEARBY + distance);
    side.amount += share;
    side.all += weight;
    const at = stands[i]!;
    if (at >= 0 && written(pattern, i) === written(page, at)) side.same += weight;
  }
  return side;
}

function alone({ amount, all, same }: Side): number {
  return all === 0 ? 0 : (same / all) * Math.min(1, amount / FULL_SIDE);
}

/** The places good enough to be considered, best first; of places that overlap only the best. */
function distinct(places: (Place | undefined)[]): Place[] {
  const good = places.filter((place) => place !== undefined).sort((a, b) => b.score - a.score);
  return good.filter((place, i) => !good.slice(0, i).some(({ start, end }) => place.start < end && start < place.end));
}
