import { normalise } from '../text/normal';

const QUOTE = '"＂“”〝〞「」『』';
/** What stands in quotation marks, or between spaces. */
const PART = new RegExp(`[${QUOTE}]([^${QUOTE}]*)(?:[${QUOTE}]|$)|[^\\s${QUOTE}]+`, 'g');
/** Nobody types more; what a page pastes beyond it is left out. */
const MOST_WORDS = 16;
const LONGEST_QUERY = 500;

/** Words that are searched for, and the text they are searched in, in one spelling: normal form, Latin letters small. */
export function searchForm(normal: string): string {
  return normal.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The words of a search, each once: a phrase in quotation marks, or what stands between spaces. In search form. */
export function readWords(query: string): string[] {
  const words = new Set<string>();
  for (const [whole, phrase] of query.slice(0, LONGEST_QUERY).matchAll(PART)) {
    const word = searchForm(normalise(phrase ?? whole).text);
    if (word.trim() !== '') words.add(word);
  }
  return [...words].slice(0, MOST_WORDS);
}

/**
 * Where the words stand in a text in search form, in the order of the text; null unless every word is there. Of places
 * that overlap only the first counts, so that 湖南 and 湖南省 are one place. `most` places are given, all are counted.
 */
export function findWords(
  form: string,
  words: readonly string[],
  most: number,
): { places: { start: number; end: number }[]; count: number } | null {
  const all: { start: number; end: number }[] = [];
  for (const word of words) {
    let start = form.indexOf(word);
    if (start < 0) return null;
    for (; start >= 0; start = form.indexOf(word, start + word.length)) all.push({ start, end: start + word.length });
  }
  if (words.length > 1) all.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  const places = all.filter((place) => {
    if (place.start < end) return false;
    end = place.end;
    return true;
  });
  return { places: places.slice(0, most), count: places.length };
}
