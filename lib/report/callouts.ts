import type { NormalText } from '../text/normal';
import { raisedNumber } from '../text/numerals';

/** A call-out of the running text: as written, and where it stands in the normal text. */
export interface Mark {
  written: string;
  at: number;
}

const MARK =
  /\[[注^]?(\d{1,3})\]|【注?(\d{1,3})】|（注(\d{1,3})）|(?<=”)（(\d{1,3})）|(?<=[\u4e00-\u9fffA-Za-z\d”》）])([①-⑳])|(?<![a-z\d米里])([⁰¹²³⁴-⁹]{1,3})/g;
export const QUOTES = /[“”"'‘’「」『』《》]/g;
const LONGEST_TERM = 60;
/** Two characters at the end of a word are shared by chance. */
const SHORTEST_SAID = 3;

/**
 * The marks of the running text that may lead to an entry, by number, each number's in document order: ［3］, ③, （注3）, ³.
 * `listed` tells what lies inside an entry.
 */
export function calloutMarks(
  normal: NormalText,
  running: number,
  listed: (offset: number) => boolean,
): Map<number, Mark[]> {
  const marks = new Map<number, Mark[]>();
  for (const match of normal.text.slice(0, running).matchAll(MARK)) {
    if (listed(match.index)) continue;
    const digits = match[1] ?? match[2] ?? match[3] ?? match[4];
    const circled = match[5] && match[5].charCodeAt(0) - 0x2460 + 1;
    const number = circled || (match[6] ? raisedNumber(match[6]) : Number(digits));
    const { start, end } = normal.toSource(match.index, match.index + match[0].length);
    const mark = { written: normal.source.slice(start, end), at: match.index };
    const same = marks.get(number);
    if (same) same.push(mark);
    else marks.set(number, [mark]);
  }
  return marks;
}

/**
 * How the running text says a term right before its call-out where that is no spelling of the entry's own: the quoted
 * words, or the longest end of them that the term holds (三高四新［1］ for the entry 三高四新战略). Null when they differ.
 */
export function saidBefore(text: string, at: number, spellings: readonly string[]): string | null {
  const before = text
    .slice(Math.max(0, at - LONGEST_TERM), at)
    .split(/[\n。]/)
    .at(-1)!;
  const bare = before.replace(QUOTES, '');
  const whole = spellings.map((spelling) => spelling.replace(QUOTES, ''));
  if (whole.some((spelling) => bare.endsWith(spelling))) return null;
  const term = whole[0]!;
  const quoted = /“([^“”]{2,24})”$/.exec(before)?.[1];
  if (quoted && (term.includes(quoted) || quoted.includes(term))) return quoted;
  for (let from = Math.max(0, bare.length - term.length); from <= bare.length - SHORTEST_SAID; from++) {
    if (term.includes(bare.slice(from))) return bare.slice(from);
  }
  return null;
}

/**
 * A bare superscript, which a page's text shows as “三高四新”1战略, or the number in brackets, which only its term before it
 * tells from a list's: the entry's number right after the term, as written.
 */
export function superscriptOf(
  normal: NormalText,
  running: number,
  number: number,
  spellings: readonly string[],
): string | null {
  const { text } = normal;
  for (const spelling of spellings) {
    for (let at = text.indexOf(spelling); at >= 0 && at < running; at = text.indexOf(spelling, at + spelling.length)) {
      const start = at + spelling.length + (text[at + spelling.length] === '”' ? 1 : 0);
      const written = [`（${number}）`, String(number)].find((form) => text.startsWith(form, start));
      if (!written) continue;
      const end = start + written.length;
      // Right behind a closing quotation mark no quantity begins; behind a bare term one may.
      const quantity = text[start - 1] === '”' ? /[\d.%]/ : /[\d.%年月日个项家万亿]/;
      if (!written.startsWith('（') && quantity.test(text[end] ?? '')) continue;
      const source = normal.toSource(start, end);
      return normal.source.slice(source.start, source.end);
    }
  }
  return null;
}
