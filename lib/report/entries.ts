import type { Line } from '../text/lines';
import type { NormalText } from '../text/normal';
import { anyNumber, raisedNumber } from '../text/numerals';
import { isFurniture } from './end';

/** A range of the normal text. */
export interface Range {
  start: number;
  end: number;
}

/** A number that opens an entry. */
export interface Numbered {
  value: number;
  /** The number's form without its digits: entries of one glossary share it. */
  form: string;
  length: number;
}

/** 1. 1、 [1] （1） 【1】 [^1]: 注1： ① ¹ 一、 （一） and a number in a table's cell of its own. */
const NUMBER =
  /^(?:注)?(?:\[\^(\d{1,3})\]：?|[[【（](\d{1,3})[\]】）][.、：]?|(\d{1,3})(?:[）.、：|]|\s|(?=\n|$)|(?=[\u4e00-\u9fff“]))|([①-⑳])[.、]?|([⁰¹²³⁴-⁹]{1,3})[.、]?|（?([一二三四五六七八九十]{1,3})(?:、|）))/;
const LONGEST_TERM = 60;
/** A term of its own line, or of a table's cell. */
const LONGEST_CELL = 30;
/** 名词|解释, 序号|术语|含义: a table's first row. */
const TABLE_HEAD =
  /^\|?(?:(?:序号|编号|名词|术语|词条|词语|名称|关键词|释义|解释|含义|说明|注释|内容|页码|备注|-+|:?-+:?)\|?){1,4}$/;

/**
 * The entries of one appendix; an entry ends where the next number of the same form opens a line, or at what the page
 * prints below. Headings that group the entries (一、综合类) are none, and numbers may begin anew behind them.
 */
export function entriesOf(normal: NormalText, all: readonly Line[]): Range[] {
  const lines = all.filter(({ text }) => !TABLE_HEAD.test(text)).map(rowOf);
  const form = formOf(lines);
  if (form === null) return unnumbered(normal, lines);
  const entries: Range[] = [];
  let expected = 1;
  let ended = false;
  for (const line of lines) {
    const number = numberOf(line.text);
    const inSequence = number && (entries.length === 0 || (number.value >= expected && number.value <= expected + 2));
    if (number?.form === form && (inSequence || (ended && number.value === 1))) {
      entries.push({ start: line.start, end: line.end });
      expected = number.value + 1;
      ended = false;
    } else if (entries.length > 0 && !ended) {
      const last = entries[entries.length - 1]!;
      // A bracket or a quotation mark may also close the term on its own line: 林邑讲堂（P9）.
      const mark = normal.text[last.end - 1]!;
      const closed = '。！；'.includes(mark) || ('）”'.includes(mark) && last.end - last.start > LONGEST_CELL);
      ended = isFurniture(line.text) || (closed && line.text.length < 14 && !/[。；]$/.test(line.text));
      if (!ended) last.end = line.end;
    }
  }
  return entries;
}

/** True for the cells of a glossary's first row: 序号, 名词, 解释. */
export function isTableHead(line: string): boolean {
  return TABLE_HEAD.test(line);
}

/** A row of a table without the bars around it. */
function rowOf(line: Line): Line {
  if (!line.text.startsWith('|')) return line;
  const text = line.text.replace(/\|+$/, '').slice(1);
  return { start: line.start + 1, end: line.start + 1 + text.length, text };
}

/** Entries without numbers: a line opens one where it names its term, or is no more than the term; others carry it on. */
function unnumbered(normal: NormalText, lines: readonly Line[]): Range[] {
  const entries: Range[] = [];
  for (let i = 0; i < lines.length; i++) {
    const { text, start, end } = lines[i]!;
    if (isFurniture(text)) break;
    const next = lines[i + 1];
    const cell = text.length <= LONGEST_CELL && !/[。；：，|]/.test(text) && next && /[。；）]$/.test(next.text);
    const split = cell ? null : splitTerm(text, 0, spacesIn(normal, start));
    if (cell) {
      entries.push({ start, end: next.end });
      i++;
    } else if (split && split.termEnd <= LONGEST_CELL && text.length > 8) entries.push({ start, end });
    else if (entries.length > 0) entries[entries.length - 1]!.end = end;
  }
  return entries;
}

/** How many spaces of the source stand before the offsets from a place of the normal text; a wide one counts for two. */
export function spacesIn(normal: NormalText, from: number): (offset: number) => number {
  return (offset) => {
    const { start } = normal.toSource(from + offset, from + offset + 1);
    const before = normal.source.slice(Math.max(0, start - 2), start);
    return /[^\S\n]*$/.exec(before)![0].replace(/[\u3000\t]/g, '  ').length;
  };
}

/** The form of number that most lines with a term begin with; null when none does. */
function formOf(lines: readonly Line[]): string | null {
  const counts = new Map<string, number>();
  lines.forEach(({ text }, i) => {
    const number = numberOf(text);
    if (!number) return;
    const names = splitTerm(text, number.length) !== null || (lines[i + 1] && !numberOf(lines[i + 1]!.text));
    counts.set(number.form, (counts.get(number.form) ?? 0) + (names ? 2 : 1));
  });
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The number that a line opens with, null when it opens with none. */
export function numberOf(line: string): Numbered | null {
  const match = NUMBER.exec(line);
  if (!match) return null;
  const length = match[0].length;
  const digits = match[1] ?? match[2] ?? match[3];
  if (digits) {
    return { value: Number(digits), form: match[0].replace(digits, '').replace(/[、：\s]/, '.'), length };
  }
  if (match[4]) return { value: match[4].charCodeAt(0) - 0x2460 + 1, form: '①', length };
  if (match[5]) return { value: raisedNumber(match[5]), form: '¹', length };
  return { value: anyNumber(match[6]!) ?? 0, form: match[0].replace(match[6]!, '一'), length };
}

const MEANT = /^[，,]?(?:是指|系指|指|即|是)|^——/;

/**
 * Where an entry's term ends and its definition begins: at a colon, a cell's or a line's end, before 是指, 指 or 即, behind
 * the brackets around it, at a space, or at a first short sentence's end. Null when nothing parts them.
 */
export function splitTerm(
  body: string,
  from: number,
  spaceAt: (offset: number) => number = () => 0,
): { termEnd: number; textStart: number } | null {
  const limit = Math.min(body.length, from + LONGEST_TERM);
  const bracket = /^【[^】\n]{2,40}】/.exec(body.slice(from, limit));
  if (bracket) {
    const termEnd = from + bracket[0].length;
    return { termEnd, textStart: termEnd + (body[termEnd] === '：' ? 1 : 0) };
  }
  const meant = /^[^：。\n|]{2,30}?[，,]?(?:是指|系指|指的是|主要指|特指)/.exec(body.slice(from, limit));
  let stop = -1;
  for (let i = from + 1; i < limit && !meant; i++) {
    const char = body[i]!;
    if (char === '：' || char === '\n' || char === '|') {
      // 两个转变指：…
      const cue = char === '：' ? (/(?:指|即|是)$/.exec(body.slice(from, i))?.[0].length ?? 0) : 0;
      return { termEnd: cue && i - cue > from + 1 ? i - cue : i, textStart: i + 1 };
    }
    if (char === '。') {
      stop = i;
      break;
    }
  }
  let space = -1;
  for (let i = from + 2; i < limit; i++) {
    const cue = /^(?:[，,]?(?:是指|系指|指的是|主要指|特指|即指|即|指|是)|—{1,2})/.exec(body.slice(i, i + 5))?.[0];
    if (cue) return { termEnd: i, textStart: i + (/^[，,—]/.test(cue) ? cue.replace(/[^，,—].*$/, '').length : 0) };
    if (i >= from + LONGEST_CELL) continue;
    const width = spaceAt(i);
    if (width > 1 && !MEANT.test(body.slice(i, i + 5))) return { termEnd: i, textStart: i };
    if (width > 0 && space < 0) space = i;
  }
  if (space > 0) return { termEnd: space, textStart: space };
  if (stop > 0 && stop - from <= LONGEST_CELL && body.length > stop + 8) return { termEnd: stop, textStart: stop + 1 };
  return null;
}
