import search from 'approx-string-match';
import type { TextPositionSelector, TextQuoteSelector } from '../../../lib/notes/types';

/**
 * The anchoring of the best-known annotator, written up from its published description: a structural selector and the
 * position count when the quote stands there letter for letter; otherwise the quote is searched for, allowing half of
 * its characters (256 at most) to differ, and the match with the highest score wins, however low it is. The score weighs
 * quote 50, prefix 20, suffix 20 and nearness to the old position 2.
 */
export function createPeer(text: string): (selectors: PeerSelectors) => { start: number; end: number } | null {
  const paragraphs = paragraphStarts(text);
  return ({ path, position, quote }) => {
    const start = (paragraphs[path.paragraph] ?? Number.NaN) + path.offset;
    for (const at of [start, position.start]) {
      if (text.slice(at, at + quote.exact.length) === quote.exact) return { start: at, end: at + quote.exact.length };
    }
    return bestQuote(text, quote, position.start);
  };
}

export interface PeerSelectors {
  /** Stands for the XPath: the paragraph's ordinal and the offset in it. */
  path: { paragraph: number; offset: number };
  position: TextPositionSelector;
  quote: TextQuoteSelector;
}

export function paragraphStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

interface Found {
  start: number;
  end: number;
  errors: number;
}

function bestQuote(text: string, { exact, prefix, suffix }: TextQuoteSelector, hint: number) {
  const found = find(text, exact, Math.min(256, exact.length / 2));
  const score = ({ start, end, errors }: Found) =>
    (50 * (1 - errors / exact.length) +
      20 * (prefix ? likeness(text.slice(Math.max(0, start - prefix.length), start), prefix) : 1) +
      20 * (suffix ? likeness(text.slice(end, end + suffix.length), suffix) : 1) +
      2 * (1 - Math.abs(start - hint) / text.length)) /
    92;
  let best: { found: Found; score: number } | undefined;
  for (const each of found) {
    const its = score(each);
    if (!best || its > best.score) best = { found: each, score: its };
  }
  return best ? { start: best.found.start, end: best.found.end } : null;
}

/** All places letter for letter, or where there are none, the nearest ones. */
function find(text: string, words: string, errors: number): Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    found.push({ start: at, end: at + words.length, errors: 0 });
  }
  return found.length > 0 ? found : search(text, words, errors);
}

function likeness(text: string, words: string): number {
  if (text === '') return 0;
  const [first] = find(text, words, words.length);
  return first ? 1 - first.errors / words.length : 0;
}
