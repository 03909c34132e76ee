import type { Note } from './types';

/** So many characters of a tag are kept, and so many tags of a note. */
export const TAG_LIMITS = { length: 50, count: 16 } as const;

/**
 * #口径, also as #口径# where the text goes on without a space. Not after a letter or a slash, which is the fragment of an
 * address, nor as the target of a link.
 */
const TAG = /(?<![\w/#&=?.-]|\]\()#([\p{L}\p{N}_·-]{1,50})#?/gu;

/** The tags in a note's text, each once, in their order. */
export function tagsIn(text: string): string[] {
  const tags = new Set(Array.from(text.matchAll(TAG), ([, tag]) => tag!));
  return [...tags].slice(0, TAG_LIMITS.count);
}

/** A note's tags: those that it is stored with, and those in its words. */
export function tagsOf({ body }: Note): string[] {
  const tags = body.flatMap(({ value, purpose }) => (purpose === 'tagging' ? [value] : tagsIn(value)));
  return [...new Set(tags)];
}

/** A tag as it stands in a text. */
export function tagText(tag: string): string {
  return `#${tag.trim().replace(/[^\p{L}\p{N}_·-]+/gu, '-')}`;
}

/** What a note is stored with: its words, and each tag in them as a body of its own. */
export function bodiesOf(text: string): Note['body'] {
  if (text === '') return [];
  const body = (value: string): Note['body'][number] => ({ type: 'TextualBody', value, format: 'text/plain' });
  return [body(text), ...tagsIn(text).map((tag) => ({ ...body(tag), purpose: 'tagging' as const }))];
}
