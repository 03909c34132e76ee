import type { Note, TextQuoteSelector } from './types';

/** What the reader wrote; '' for a mark without words. */
export function wordsOf({ body }: Note): string {
  const words = body.filter(({ purpose }) => purpose !== 'tagging');
  return words.map(({ value }) => value).join('\n\n');
}

/** The passage that the note was written on, with its context; empty where the note has none. */
export function quoteOf({ target }: Note): TextQuoteSelector {
  const quote = target.selector.find((selector) => selector.type === 'TextQuoteSelector');
  return quote ?? { type: 'TextQuoteSelector', exact: '', prefix: '', suffix: '' };
}
