import { type NormalText, normalise } from '../text/normal';
import type { AnchorResult, Selector, TextPositionSelector, TextQuoteSelector } from './types';

/** Finds notes in one text; made once a text, since reading the text costs more than finding a note in it. */
export type Anchorer = (selectors: readonly Selector[]) => AnchorResult;

/** Finds one note. Offsets of the result are UTF-16 code units into `text`. */
export function anchor(text: string, selectors: readonly Selector[]): AnchorResult {
  return createAnchorer(text)(selectors);
}

/** Prepares a text, raw or already in normal form, for finding many notes in it. */
export function createAnchorer(text: string | NormalText): Anchorer {
  const page = squeeze(typeof text === 'string' ? normalise(text) : text);
  return (selectors) => {
    const quote = selectors.find((selector): selector is TextQuoteSelector => selector.type === 'TextQuoteSelector');
    const position = selectors.find(
      (selector): selector is TextPositionSelector => selector.type === 'TextPositionSelector',
    );
    return quote ? find(page, quote, position) : ORPHANED;
  };
}

const ORPHANED: AnchorResult = { state: 'orphaned', start: null, end: null, score: null, changes: [] };

/** This much context on one side tells a short quote from its likes. */
const ENOUGH_CONTEXT = 8;
/** A quote this long stands for itself: sentences that two passages share word for word are shorter. */
const LONG_QUOTE = 20;
/** A passage this near to its old place, or shifted by this share of the text before it, has not moved. */
const NEAR = 64;
const NEAR_SHARE = 0.04;

interface Squeezed {
  text: string;
  toSource(start: number, end: number): { start: number; end: number };
  fromSource(offset: number): number;
}

/** The normal form without spaces and line breaks, which come and go with the page's layout. */
function squeeze(normal: NormalText): Squeezed {
  const at: number[] = [];
  let text = '';
  for (let i = 0; i < normal.text.length; i++) {
    const char = normal.text[i]!;
    if (char === '\n' || char === ' ') continue;
    at.push(i);
    text += char;
  }
  return {
    text,
    toSource: (start, end) => normal.toSource(at[start]!, at[end - 1]! + 1),
    fromSource(offset) {
      const target = normal.fromSource(offset);
      let low = 0;
      let high = at.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (at[middle]! < target) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}

function find(page: Squeezed, quote: TextQuoteSelector, position: TextPositionSelector | undefined): AnchorResult {
  // Normalised as one piece: what a comma is depends on the characters around it.
  const whole = squeeze(normalise(quote.prefix + quote.exact + quote.suffix));
  const from = whole.fromSource(quote.prefix.length);
  const to = whole.fromSource(quote.prefix.length + quote.exact.length);
  const exact = whole.text.slice(from, to);
  if (exact === '') return ORPHANED;
  const prefix = whole.text.slice(0, from);
  const suffix = whole.text.slice(to);

  const places: { start: number; context: number; source: { start: number; end: number } }[] = [];
  for (let start = page.text.indexOf(exact); start >= 0; start = page.text.indexOf(exact, start + 1)) {
    const before = commonEnd(page.text, start, prefix);
    const after = commonStart(page.text, start + exact.length, suffix);
    const enough =
      exact.length >= LONG_QUOTE ||
      before >= Math.min(ENOUGH_CONTEXT, prefix.length || Number.POSITIVE_INFINITY) ||
      after >= Math.min(ENOUGH_CONTEXT, suffix.length || Number.POSITIVE_INFINITY);
    if (!enough) continue;
    places.push({ start, context: before + after, source: page.toSource(start, start + exact.length) });
  }
  if (places.length === 0) return ORPHANED;

  const most = Math.max(...places.map(({ context }) => context));
  const best = places.filter(({ context }) => context === most);
  const atOldPlace = best.find(({ source }) => source.start === position?.start);
  const place = best.length === 1 ? best[0]! : atOldPlace;
  if (!place) return { ...ORPHANED, state: 'ambiguous' };

  const shift = position ? Math.abs(place.source.start - position.start) : 0;
  const moved = position ? shift > NEAR + NEAR_SHARE * position.start : place.context === 0;
  return { state: moved ? 'moved' : 'exact', ...place.source, score: 1, changes: [] };
}

/** How many characters of `text` before `end` are the end of `words`. */
function commonEnd(text: string, end: number, words: string): number {
  let count = 0;
  while (count < words.length && count < end && text[end - 1 - count] === words[words.length - 1 - count]) count++;
  return count;
}

/** How many characters of `text` from `start` are the beginning of `words`. */
function commonStart(text: string, start: number, words: string): number {
  let count = 0;
  while (count < words.length && text[start + count] === words[count]) count++;
  return count;
}
