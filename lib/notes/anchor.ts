import { type NormalText, normalise } from '../text/normal';
import { type Candidate, indexPage } from './candidates';
import { compare } from './changes';
import { type Pattern, patternOf, standsAt } from './pattern';
import { type Place, similarPlaces, verbatimPlaces } from './places';
import { offsetInside, type Tokens, tokenise, written } from './tokens';
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
 * A passage has not moved when it stands within so many characters of its old place and is shifted by no more than this
 * share of the text before it. With its context around it the page's furniture may have grown and lines been broken.
 */
const NEAR = { characters: 8, share: 0.04 };
const NEAR_IN_CONTEXT = { characters: 64, share: 0.15 };
/** An unchanged passage that scores as much has its context around it, but for a mark that was cut in two. */
const IN_CONTEXT = 0.98;

/** Two places whose scores differ by less are equally good, and only the old position may choose between them. */
const MARGIN = 0.08;

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
