import type { NormalText } from '../text/normal';

/**
 * A normal text as the anchorer compares it: without spaces and line breaks, which come and go with a page's layout,
 * and with every figure as one token, so that a passage is found whatever figure stands in it, and the figure is then
 * compared as a whole: 9 is not a part of 19.
 */
export interface Tokens {
  readonly normal: NormalText;
  /** One UTF-16 code unit for each token; a figure is '0' whatever its digits. */
  readonly blind: string;
  /** Where each token stands in the normal text. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

export const FIGURE = '0';

/** The characters of Chinese numerals; each is a token of its own, as most of them are also parts of words. */
export const NUMERALS = /^[〇零一二三四五六七八九十百千万亿两]+$/;

const ZERO = 48;
const NINE = 57;

export function tokenise(normal: NormalText): Tokens {
  const { text } = normal;
  const start = new Uint32Array(text.length);
  const end = new Uint32Array(text.length);
  const codes: string[] = [];
  let i = 0;
  while (i < text.length) {
    const char = text[i]!;
    if (char === ' ' || char === '\n') {
      i++;
      continue;
    }
    start[codes.length] = i;
    if (isDigit(text, i)) {
      i = figureEnd(text, i);
      end[codes.length] = i;
      codes.push(FIGURE);
    } else {
      end[codes.length] = ++i;
      codes.push(char);
    }
  }
  return { normal, blind: codes.join(''), start: start.slice(0, codes.length), end: end.slice(0, codes.length) };
}

/** The token that holds the normal offset, or the first after it. */
export function tokenAt({ end }: Tokens, offset: number): number {
  let low = 0;
  let high = end.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (end[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The token as it is written in the normal text, a figure without the line break that may cut it in two. */
export function written({ normal, start, end }: Tokens, index: number): string {
  return normal.text.slice(start[index], end[index]).replace('\n', '');
}

/** The normal offset after so many written characters of a token. */
export function offsetInside({ normal, start }: Tokens, index: number, characters: number): number {
  let offset = start[index]!;
  for (let left = characters; left > 0; offset++) if (normal.text[offset] !== '\n') left--;
  return offset;
}

/** Whether a line of the normal text ends between two tokens. */
export function breaksBefore({ normal, start, end }: Tokens, index: number): boolean {
  return index > 0 && normal.text.slice(end[index - 1], start[index]).includes('\n');
}

export function isFigure({ blind }: Tokens, index: number): boolean {
  return blind[index] === FIGURE;
}

/** Whether the token is a figure or a character of a Chinese numeral. */
export function isNumeral({ blind }: Tokens, index: number): boolean {
  const token = blind[index];
  return token !== undefined && (token === FIGURE || NUMERALS.test(token));
}

/** A line at least this long that ends in a figure was broken by the page's width; a shorter one is a table's cell. */
const WRAPPED_LINE = 12;

function figureEnd(text: string, start: number): number {
  let i = start;
  for (;;) {
    while (isDigit(text, i)) i++;
    let next = afterBreak(text, i);
    if (text[next] === '.' || text[next] === ',') next = afterBreak(text, next + 1);
    if (!isDigit(text, next)) return i;
    i = next;
  }
}

/** The offset after a line break that runs on, or the same offset. */
function afterBreak(text: string, i: number): number {
  return text[i] === '\n' && i - 1 - text.lastIndexOf('\n', i - 1) >= WRAPPED_LINE ? i + 1 : i;
}

function isDigit(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  return code >= ZERO && code <= NINE;
}
