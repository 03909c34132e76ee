import { type NormalText, normalise } from '../text/normal';
import { align } from './align';
import { type Candidate, indexPage, likely, widened } from './candidates';
import { compare } from './changes';
import { breaksBefore, isFigure, isNumeral, offsetInside, type Tokens, tokenAt, tokenise, written } from './tokens';
import type { AnchorResult, Selector, TextPositionSelector, TextQuoteSelector } from './types';

/** Finds notes in one text; made once a text, since reading the text costs more than finding a note in it. */
export type Anchorer = (selectors: readonly Selector[]) => AnchorResult;

/** Finds one note. Offsets of the result are UTF-16 code units into `text`. */
export function anchor(text: string, selectors: readonly Selector[]): AnchorResult {
  return createAnchorer(text)(selectors);
}

/**
 * Prepares a text, raw or already in normal form, for finding many notes in it.
 *
 * A passage is sought with its context as one pattern: strings of three tokens that pattern and page share vote for
 * places, the likeliest places are aligned with the pattern token by token, and the alignment says how much of the
 * quote and of its context stands there. The states:
 * - exact: the same words, in or near their old place;
 * - moved: the same words in another place;
 * - value_changed: another figure stands in the passage; `changes` has each old and new one with its unit;
 * - edited: other changes;
 * - ambiguous: two places fit about equally well; neither is given;
 * - orphaned: no place fits well enough.
 */
export function createAnchorer(text: string | NormalText): Anchorer {
  const source = typeof text === 'string' ? text : text.source;
  // Read only when the first note asks for it: on a page that has not changed no note does.
  let read: { page: Tokens; candidatesOf: (pattern: string) => Candidate[] } | undefined;
  const reading = () => {
    if (!read) {
      const page = tokenise(typeof text === 'string' ? normalise(text) : text);
      read = { page, candidatesOf: indexPage(page.blind) };
    }
    return read;
  };

  return (selectors) => {
    const quote = selectors.find((selector): selector is TextQuoteSelector => selector.type === 'TextQuoteSelector');
    const position = selectors.find(
      (selector): selector is TextPositionSelector => selector.type === 'TextPositionSelector',
    );
    if (!quote) return nowhere('orphaned');
    if (position && standsAt(source, quote, position.start)) {
      const { start } = position;
      return { state: 'exact', start, end: start + quote.exact.length, score: 1, changes: [] };
    }
    const pattern = patternOf(quote);
    if (!pattern) return nowhere('orphaned');
    const { page, candidatesOf } = reading();
    const verbatim = verbatimPlaces(pattern, page);
    const places = verbatim.length > 0 ? verbatim : similarPlaces(pattern, page, candidatesOf(pattern.blind));
    return decide(pattern, page, places, position?.start);
  };
}

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
/** Two places whose scores differ by less are equally good, and only the old position may choose between them. */
const MARGIN = 0.08;
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
/**
 * A passage has not moved when it stands within so many characters of its old place and is shifted by no more than this
 * share of the text before it. With its context around it the page's furniture may have grown and lines been broken.
 */
const NEAR = { characters: 8, share: 0.04 };
const NEAR_IN_CONTEXT = { characters: 64, share: 0.15 };
/** An unchanged passage that scores as much has its context around it, but for a mark that was cut in two. */
const IN_CONTEXT = 0.98;

/** The quote between its contexts, as tokens. The quote is [from, to); it may begin or end inside a figure. */
interface Pattern extends Tokens {
  from: number;
  to: number;
  /** How many characters of its first token stand before the quote, and how many of its last one belong to it. */
  cutBefore: number;
  keptOfLast: number;
}

/** A place on the page that the quote may have: page tokens [start, end). */
interface Place {
  start: number;
  end: number;
  score: number;
  stands: Int32Array;
}

function patternOf({ prefix, exact, suffix }: TextQuoteSelector): Pattern | undefined {
  // Normalised as one piece: what a comma is depends on the characters around it.
  const normal = normalise(prefix + exact + suffix);
  const tokens = tokenise(normal);
  const quoteStart = normal.fromSource(prefix.length);
  const quoteEnd = normal.fromSource(prefix.length + exact.length);
  const from = tokenAt(tokens, quoteStart);
  const to = quoteEnd > quoteStart ? tokenAt(tokens, quoteEnd - 1) + 1 : from;
  if (from >= to || from >= tokens.blind.length) return undefined;
  const writtenUpTo = (index: number, offset: number) =>
    normal.text.slice(tokens.start[index], offset).replace('\n', '').length;
  const last = Math.min(to, tokens.blind.length) - 1;
  return {
    ...tokens,
    from,
    to: last + 1,
    cutBefore: writtenUpTo(from, Math.max(quoteStart, tokens.start[from]!)),
    keptOfLast: writtenUpTo(last, Math.min(quoteEnd, tokens.end[last]!)),
  };
}

/** Whether the quote stands at the offset with all its context, letter for letter. */
function standsAt(source: string, { exact, prefix, suffix }: TextQuoteSelector, start: number): boolean {
  const from = start - prefix.length;
  const to = start + exact.length + suffix.length;
  return (
    exact.trim() !== '' &&
    from >= 0 &&
    // Without context at an edge the quote must stand at the edge of the text: 9 is not a part of 95.
    (prefix !== '' || from === 0) &&
    (suffix !== '' || to === source.length) &&
    source.startsWith(prefix + exact + suffix, from)
  );
}

/** Where the quote stands with all its context, token for token. */
function verbatimPlaces(pattern: Pattern, page: Tokens): Place[] {
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
function similarPlaces(pattern: Pattern, page: Tokens, candidates: readonly Candidate[]): Place[] {
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

function decide(pattern: Pattern, page: Tokens, places: Place[], oldStart: number | undefined): AnchorResult {
  const best = places[0];
  if (!best) return nowhere('orphaned');
  const rivals = places.filter(({ score }) => best.score - score < MARGIN);
  const place = rivals.length === 1 ? best : nearest(rivals, page, oldStart);
  if (!place) return nowhere('ambiguous');

  const { list, value } = compare(pattern, [pattern.from, pattern.to], page, [place.start, place.end], place.stands);
  const moved = oldStart !== undefined && shift(page, place, oldStart) > near(place, oldStart);
  return {
    state: value ? 'value_changed' : list.length > 0 ? 'edited' : moved ? 'moved' : 'exact',
    ...sourceRange(pattern, page, place),
    score: Math.round(place.score * 1000) / 1000,
    changes: list,
  };
}

function near({ score }: Place, oldStart: number): number {
  const { characters, share } = score >= IN_CONTEXT ? NEAR_IN_CONTEXT : NEAR;
  return characters + share * oldStart;
}

/** How far a place is from an old offset, whether the old text was set like this one or without its line breaks. */
function shift(page: Tokens, { start }: Place, oldStart: number): number {
  const normal = page.start[start]!;
  const source = page.normal.toSource(normal, normal + 1).start;
  return Math.min(Math.abs(source - oldStart), Math.abs(normal - oldStart), Math.abs(start - oldStart));
}

/** Of places that fit equally well the one that stands where the passage stood, when the others clearly do not. */
function nearest(places: Place[], page: Tokens, oldStart: number | undefined): Place | undefined {
  if (oldStart === undefined) return undefined;
  const [first, second] = places
    .map((place) => ({ place, shift: shift(page, place, oldStart) }))
    .sort((a, b) => a.shift - b.shift);
  return first && second && first.shift <= near(first.place, oldStart) && second.shift > 2 * first.shift
    ? first.place
    : undefined;
}

function sourceRange(pattern: Pattern, page: Tokens, { start, end, stands }: Place): { start: number; end: number } {
  const last = end - 1;
  const whole = (i: number, at: number) => stands[i] === at && written(pattern, i) === written(page, at);
  const from = whole(pattern.from, start) ? offsetInside(page, start, pattern.cutBefore) : page.start[start]!;
  const to = whole(pattern.to - 1, last) ? offsetInside(page, last, pattern.keptOfLast) : page.end[last]!;
  return page.normal.toSource(from, to);
}

function nowhere(state: 'ambiguous' | 'orphaned'): AnchorResult {
  return { state, start: null, end: null, score: null, changes: [] };
}
