import type { Note, Selector, TextQuoteSelector } from './types';

/** What the reader wrote; '' for a mark without words. */
export function wordsOf({ body }: Note): string {
  const words = body.filter(({ purpose }) => purpose !== 'tagging');
  return words.map(({ value }) => value).join('\n\n');
}

/** The passage that the note was written on, with its context; empty where the note has none. */
export function quoteOf({ target }: Note): TextQuoteSelector {
  return quoteIn(target.selector);
}

/** The quote among selectors; empty where there is none. */
export function quoteIn(selectors: readonly Selector[]): TextQuoteSelector {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  return quote ?? { type: 'TextQuoteSelector', exact: '', prefix: '', suffix: '' };
}
