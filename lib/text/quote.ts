import type { TextPositionSelector, TextQuoteSelector } from '../notes/types';

/** Context kept on either side of a quote: what the W3C model's examples and the common annotators keep. */
const CONTEXT = 32;

/** Context stops growing here: a passage that repeats with this much around it is told apart by its position. */
const MAX_CONTEXT = 1024;

/**
 * Describes the passage [start, end) of a text so that it can be found again: by its words with the words around them,
 * and by its place. The context on a side doubles until the quote with that side alone is unique: reports repeat their
 * formulas, and when a passage is gone, or has another neighbour, one side must tell it from its likes.
 *
 * Offsets are UTF-16 code units. Throws a RangeError when the range is empty or lies outside the text.
 */
export function describe(text: string, start: number, end: number): [TextQuoteSelector, TextPositionSelector] {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) {
    throw new RangeError(`describe: ${start}–${end} is no passage of a text of ${text.length} characters.`);
  }
  let from = contextStart(text, start, CONTEXT);
  for (let context = 2 * CONTEXT; context <= MAX_CONTEXT && !isUnique(text, from, end); context *= 2) {
    from = contextStart(text, start, context);
  }
  let to = contextEnd(text, end, CONTEXT);
  for (let context = 2 * CONTEXT; context <= MAX_CONTEXT && !isUnique(text, start, to); context *= 2) {
    to = contextEnd(text, end, context);
  }
  return [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(from, start),
      suffix: text.slice(end, to),
    },
    { type: 'TextPositionSelector', start, end },
  ];
}

function isUnique(text: string, from: number, to: number): boolean {
  const words = text.slice(from, to);
  const first = text.indexOf(words);
  return text.indexOf(words, first + 1) < 0;
}

/** Never cuts a surrogate pair in two: half a character cannot be stored as UTF-8. */
function contextStart(text: string, start: number, context: number): number {
  const from = Math.max(0, start - context);
  return from > 0 && isLowSurrogate(text, from) ? from - 1 : from;
}

function contextEnd(text: string, end: number, context: number): number {
  const to = Math.min(text.length, end + context);
  return to < text.length && isLowSurrogate(text, to) ? to + 1 : to;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
