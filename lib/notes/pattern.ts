import { normalise } from '../text/normal';
import { type Tokens, tokenAt, tokenise } from './tokens';
import type { TextQuoteSelector } from './types';

/** The quote between its contexts, as tokens. The quote is [from, to); it may begin or end inside a figure. */
export interface Pattern extends Tokens {
  from: number;
  to: number;
  /** How many characters of its first token stand before the quote, and how many of its last one belong to it. */
  cutBefore: number;
  keptOfLast: number;
}

/** The pattern of a quote, undefined where the quote has nothing but spaces and marks. */
export function patternOf({ prefix, exact, suffix }: TextQuoteSelector): Pattern | undefined {
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
export function standsAt(source: string, { exact, prefix, suffix }: TextQuoteSelector, start: number): boolean {
  const from = start - prefix.length;
  const end = start + exact.length;
  return (
    source.startsWith(exact, start) &&
    from >= 0 &&
    source.startsWith(prefix, from) &&
    source.startsWith(suffix, end) &&
    // Without context at an edge the quote must stand at the edge of the text: 9 is not a part of 95.
    (prefix !== '' || from === 0) &&
    (suffix !== '' || end === source.length) &&
    exact.trim() !== ''
  );
}
