/**
 * A sentence without its asides: what stands in round brackets is lifted out and read as a line of its own that hangs
 * on the place where it stood. `at[i]` is the offset in the normal text of the line's character i.
 */
export interface Line {
  text: string;
  at: number[];
  /** Asides by the offset in `text` before which they stood. */
  asides: { before: number; line: Line }[];
}

/** Sentences end at these; a semicolon only separates the items of a list inside one. */
const ENDS = '。！？\n';
/** No sentence of a report comes near this; a longer run is cut so that no clause costs more than its share. */
const LONGEST = 4000;

/** Call-outs such as [3] or ① belong to the glossary and not to the sentence. */
const CALL_OUT = /\[\d{1,3}\]|[①-⑳]/y;
const opensCallOut = (char: string) => char === '[' || (char >= '①' && char <= '⑳');

/** Cuts a normal text into sentences. Linear; nested brackets deeper than two levels are read as one aside. */
export function* sentences(text: string): Generator<{ line: Line; start: number; end: number }> {
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const atEnd = i === text.length || ENDS.includes(text[i]!) || i - start >= LONGEST;
    if (!atEnd || (text[i] === '\n' && runsOn(text, i))) continue;
    if (i > start) yield { line: lineOf(text, start, i), start, end: i };
    start = i === text.length || ENDS.includes(text[i]!) ? i + 1 : i;
  }
}

/** A line that stops at a comma, or a next one that starts with one, is broken by a page or an image and no sentence's end. */
function runsOn(text: string, i: number): boolean {
  // 下降3.\n9个百分点; a line that is only 3. numbers what follows.
  if (/[^\n]\d\.\n\d/.test(text.slice(Math.max(0, i - 3), i + 2))) return true;
  return /[、，：]/.test(text[i - 1] ?? '')
    ? !/[（一二三四五六七八九十—#]/.test(text[i + 1] ?? '')
    : /[、，；。%）]/.test(text[i + 1] ?? '');
}

function lineOf(text: string, start: number, end: number): Line {
  const chars: string[] = [];
  const line: Line = { text: '', at: [], asides: [] };
  for (let i = start; i < end; i++) {
    const char = text[i]!;
    if (char === '（') {
      const close = closing(text, i, end);
      if (close > 0) {
        line.asides.push({ before: chars.length, line: lineOf(text, i + 1, close) });
        i = close;
        continue;
      }
    }
    if (char === '\n') continue;
    if (opensCallOut(char)) {
      CALL_OUT.lastIndex = i;
      const callOut = CALL_OUT.exec(text);
      if (callOut) {
        i += callOut[0].length - 1;
        continue;
      }
    }
    chars.push(char);
    line.at.push(i);
  }
  line.text = chars.join('');
  return line;
}

/** The bracket that closes the one at `open`, within a sane distance, or -1. */
function closing(text: string, open: number, end: number): number {
  let depth = 0;
  const limit = Math.min(end, open + 200);
  for (let i = open; i < limit; i++) {
    if (text[i] === '（') depth++;
    else if (text[i] === '）' && --depth === 0) return i;
  }
  return -1;
}

/** The normal range that the line range [start, end) was made from. */
export function normalRange(line: Line, start: number, end: number): { start: number; end: number } {
  return { start: line.at[start]!, end: line.at[end - 1]! + 1 };
}
