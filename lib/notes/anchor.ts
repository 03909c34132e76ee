import { type NormalText, normalise } from '../text/normal';
import { align } from './align';
import { type Candidate, indexPage, likely, widened } from './candidates';
import { compare } from './changes';
import { isFigure, type Tokens, tokenAt, tokenise, written } from './tokens';
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
/** What one side of the context is worth alone, where the passage stands beside another neighbour than before. */
const ONE_SIDE = 0.85;
/** A side shorter than this proves less. */
const FULL_SIDE = 16;
/** A word of the context at this distance from the quote counts half as much as its neighbour. */
const NEARBY = 8;
/** A passage that stands this near its old place has not moved, but the page's furniture has grown or shrunk. */
const NEAR = 64;
/** Nor has one that is shifted by this share of the text before it: spaces come and go, line breaks where all else fits. */
const NEAR_SHARE = 0.04;
const NEAR_SHARE_VERBATIM = 0.15;

/** The quote between its contexts, as tokens. The quote is [from, to); it may begin or end inside a figure. */
interface Pattern extends Tokens {
  from: number;
  to: number;
  /** Normal characters of the first and of the last token of the quote that are outside the quote. */
  cutBefore: number;
  cutAfter: number;
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
  return {
    ...tokens,
    from,
    to: Math.min(to, tokens.blind.length),
    cutBefore: Math.max(0, quoteStart - tokens.start[from]!),
    cutAfter: Math.max(0, tokens.end[to - 1]! - quoteEnd),
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

  const quote = likeness(pattern, pattern.from, pattern.to, page, stands);
  const inserted = Math.max(0, end - start - (pattern.to - pattern.from)) / 3;
  if (quote.same + quote.otherFigures < QUOTE_FLOOR * (quote.tokens + inserted)) return undefined;

  const context = contextLikeness(pattern, page, stands);
  // A figure weighs more than a word, but that it has changed is believed as far as the context holds.
  const extra = (FIGURE_WEIGHT - 1) * quote.sameFigures + FIGURE_WEIGHT * quote.otherFigures * context.bothSides;
  const whole = quote.tokens + (FIGURE_WEIGHT - 1) * quote.figures + inserted;
  const kept = (quote.same + extra) / whole;
  // Beside another neighbour than before a passage is believed only when it is itself unchanged.
  const support = Math.max(context.bothSides, context.oneSide * kept * kept);
  const weight = Math.min(CONTEXT_WEIGHT, context.tokens);
  return { start, end, score: (whole * kept + weight * support) / (whole + weight), stands };
}

interface Likeness {
  tokens: number;
  /** Tokens that are the same, figures included. */
  same: number;
  figures: number;
  sameFigures: number;
  /** Figures in whose place stands another figure. */
  otherFigures: number;
}

function likeness(pattern: Pattern, from: number, to: number, page: Tokens, stands: Int32Array): Likeness {
  const sum = { tokens: to - from, same: 0, figures: 0, sameFigures: 0, otherFigures: 0 };
  for (let i = from; i < to; i++) {
    const figure = isFigure(pattern, i);
    if (figure) sum.figures++;
    const at = stands[i]!;
    if (at < 0 || pattern.blind[i] !== page.blind[at]) continue;
    if (figure && written(pattern, i) !== written(page, at)) {
      sum.otherFigures++;
    } else {
      sum.same++;
      if (figure) sum.sameFigures++;
    }
  }
  return sum;
}

/** How much of the context stands beside the passage, 0 to 1; near words count more, figures whatever their value. */
function contextLikeness(pattern: Pattern, page: Tokens, stands: Int32Array) {
  const sides = [
    { from: pattern.from - 1, to: -1, step: -1 },
    { from: pattern.to, to: pattern.blind.length, step: 1 },
  ].map(({ from, to, step }) => {
    let all = 0;
    let same = 0;
    let tokens = 0;
    for (let i = from; i !== to; i += step) {
      const weight = NEARBY / (NEARBY + tokens++);
      all += weight;
      const at = stands[i]!;
      if (at >= 0 && pattern.blind[i] === page.blind[at]) same += weight;
    }
    return { all, same, tokens, alone: all === 0 ? 0 : (same / all) * Math.min(1, tokens / FULL_SIDE) };
  });
  const [before, after] = sides as [(typeof sides)[0], (typeof sides)[0]];
  const all = before.all + after.all;
  return {
    tokens: before.tokens + after.tokens,
    bothSides: all === 0 ? 0 : (before.same + after.same) / all,
    oneSide: ONE_SIDE * Math.max(before.alone, after.alone),
  };
}

/** The places good enough to be considered, best first; of places that overlap only the best. */
function distinct(places: (Place | undefined)[]): Place[] {
  const good = places.filter((place) => place !== undefined && place.score >= FLOOR) as Place[];
  good.sort((a, b) => b.score - a.score);
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
  return NEAR + (score === 1 ? NEAR_SHARE_VERBATIM : NEAR_SHARE) * oldStart;
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
  const whole = (i: number, at: number) => stands[i] === at && written(pattern, i) === written(page, at);
  const cutBefore = whole(pattern.from, start) ? pattern.cutBefore : 0;
  const cutAfter = whole(pattern.to - 1, end - 1) ? pattern.cutAfter : 0;
  return page.normal.toSource(page.start[start]! + cutBefore, page.end[end - 1]! - cutAfter);
}

function nowhere(state: 'ambiguous' | 'orphaned'): AnchorResult {
  return { state, start: null, end: null, score: null, changes: [] };
}
