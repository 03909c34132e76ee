import { normalise } from './normal';

interface Range {
  start: number;
  end: number;
}

/**
 * Finds words in a text whatever their width, spacing, line breaks and letter case, in both; the answers are ranges of
 * the text, in order, none over another. Reading the text is done once; a search is linear in its length.
 */
export function makeFinder(source: string): (words: string) => Range[] {
  const normal = normalise(source);
  const { text, at } = squeeze(normal.text);
  return (words) => {
    const wanted = squeeze(normalise(words).text).text;
    const found: Range[] = [];
    if (wanted === '') return found;
    for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + wanted.length)) {
      found.push(normal.toSource(at[i]!, at[i + wanted.length - 1]! + 1));
    }
    return found;
  };
}

/** The text without white space, in small letters of the same length, and where each character stood. */
function squeeze(text: string): { text: string; at: number[] } {
  const at: number[] = [];
  let kept = '';
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === ' ' || char === '\n') continue;
    const small = char.toLowerCase();
    kept += small.length === 1 ? small : char;
    at.push(i);
  }
  return { text: kept, at };
}
