import { type Line, linesOf } from '../text/lines';
import type { NormalText } from '../text/normal';
import { appendixKind } from './appendix';
import { inTextDefinitions } from './inText';
import type { Definition, Section } from './types';

/** 1. 1、 [1] （1） 【1】 注1： ① and a number in a table's cell of its own. */
const NUMBER = /^(?:注)?(?:[[【（](\d{1,3})[\]】）][.、：]?|(\d{1,3})(?:[）.、：]|\s|(?=\n|$))|([①-⑳])[.、]?)/;
const PAGE = /（(?:[Pp]{1,2}\.?|见?(?:正文|报告)?第?)(\d{1,3}(?:[-~—、，]\d{1,3})*)页?）/;
/** What a page prints under a document. */
const FURNITURE =
  /^(?:责任?编辑|编辑：|来源|作者|分享|打印|关闭|【|上一[篇条]|下一[篇条]|相关|推荐|扫一扫|版权|主办|承办|联系|网站|返回|（?此件|Copyright|©|备案)/i;
const QUOTES = /[“”"'‘’「」『』《》]/g;
const LONGEST_TERM = 60;
/** So many entries in a row make a glossary even without its title. */
const FEWEST_UNTITLED = 3;

interface Range {
  start: number;
  end: number;
}

interface Numbered {
  value: number;
  /** The number's form without its digits: entries of one glossary share it. */
  form: string;
  length: number;
}

/** The printed page that a call-out names (（P4） → 4), null when it names none. */
export function pageOf(callout: string | null): number | null {
  const page = callout && /[Pp第见页]/.test(callout) ? /\d{1,3}/.exec(callout) : null;
  return page ? Number(page[0]) : null;
}

/**
 * The definitions that the document gives itself, in document order: the entries of its glossary appendices, and what the
 * running text defines.
 */
export function readGlossary(normal: NormalText, sections: Section[]): Definition[] {
  const lines = linesOf(normal.text);
  const titled = appendices(normal, sections, lines).map((range) => entriesOf(normal, inside(lines, range)));
  const entries = titled.some((found) => found.length > 0) ? titled.flat() : untitledEntries(normal, lines);
  const running = entries.length > 0 ? Math.min(...entries.map(({ start }) => start)) : normal.text.length;
  const listed = entries.flatMap((entry) => definitionOf(normal, entry, running) ?? []);
  const known = new Set(listed.flatMap(({ term, aliases }) => [term, ...aliases]));
  const said = inTextDefinitions(normal, (offset) => entries.some(({ start, end }) => offset >= start && offset < end));
  return [...listed, ...said.filter(({ term }) => !known.has(term))].sort((a, b) => a.start - b.start);
}

function appendices(normal: NormalText, sections: Section[], lines: readonly Line[]): Range[] {
  const byStart = new Map(lines.map((line) => [line.start, line]));
  return sections.flatMap((section) => {
    const line = byStart.get(normal.fromSource(section.start));
    if (!line || appendixKind(line.text) !== 'glossary') return [];
    return [{ start: Math.min(line.end + 1, normal.text.length), end: normal.fromSource(section.end) }];
  });
}

function inside(lines: readonly Line[], range: Range): Line[] {
  return lines.filter(({ start, end }) => start >= range.start && end <= range.end);
}

/** The entries of one appendix; an entry ends where the next number of the same form opens a line. */
function entriesOf(normal: NormalText, lines: readonly Line[]): Range[] {
  const entries: Range[] = [];
  let form: string | null = null;
  let expected = 1;
  for (const line of lines) {
    const number = numberOf(line.text);
    const opens =
      number && (form === null || (number.form === form && number.value >= expected && number.value <= expected + 2));
    if (opens) {
      entries.push({ start: line.start, end: line.end });
      form = number.form;
      expected = number.value + 1;
    } else if (entries.length > 0) {
      const last = entries[entries.length - 1]!;
      const closed = /[。！；）”]$/.test(normal.text.slice(last.start, last.end));
      if (FURNITURE.test(line.text) || (closed && line.text.length < 12 && !/[。；]$/.test(line.text))) break;
      last.end = line.end;
    }
  }
  return entries.length > 0 ? entries : lines.filter(({ text }) => splitTerm(text, 0) !== null && text.length > 8);
}

/** Notes without a title, at the end or at the foot of every page: lines in sequence that name and explain a term. */
function untitledEntries(normal: NormalText, lines: readonly Line[]): Range[] {
  const entries: Range[] = [];
  let form: string | null = null;
  for (const line of lines) {
    const number = numberOf(line.text);
    if (!number || number.value !== entries.length + 1 || (form !== null && number.form !== form)) continue;
    const split = splitTerm(line.text, number.length);
    if (
      !split ||
      split.termEnd - number.length > 30 ||
      line.text[split.termEnd] !== '：' ||
      line.start < normal.text.length * 0.2
    )
      continue;
    form = number.form;
    entries.push({ start: line.start, end: line.end });
  }
  return entries.length >= FEWEST_UNTITLED ? entries : [];
}

function numberOf(line: string): Numbered | null {
  const match = NUMBER.exec(line);
  if (!match) return null;
  const digits = match[1] ?? match[2];
  return {
    value: digits ? Number(digits) : match[3]!.charCodeAt(0) - 0x2460 + 1,
    form: digits ? match[0].replace(digits, '').replace(/[、：\s]/, '.') : '①',
    length: match[0].length,
  };
}

function definitionOf(normal: NormalText, entry: Range, running: number): Definition | null {
  const body = normal.text.slice(entry.start, entry.end);
  const number = numberOf(body);
  let from = number?.length ?? 0;
  if (body[from] === '\n') from++;
  const split = splitTerm(body, from);
  if (!split) return null;
  const page = PAGE.exec(body.slice(from, split.termEnd + 12)) ?? null;
  let { termEnd } = split;
  if (page && from + page.index < termEnd) termEnd = from + page.index;
  const slice = (start: number, end: number) => {
    const range = normal.toSource(entry.start + start, entry.start + end);
    return normal.source.slice(range.start, range.end);
  };
  const term = slice(from, termEnd)
    .replace(/[［[]\d{1,3}[\]］]$|[：:\s]+$/g, '')
    .trim();
  if (!term) return null;
  const whole = normal.toSource(entry.start, entry.end);
  const aliases = aliasesOf(term, normal.text.slice(0, running));
  return {
    term,
    aliases,
    text: slice(split.textStart, body.length).trim(),
    start: whole.start,
    end: whole.end,
    callout: page
      ? slice(from + page.index, from + page.index + page[0].length)
      : number && calloutOf(normal, running, number.value, [term, ...aliases]),
  };
}

/** The mark in the running text that leads to an entry: ［3］ anywhere, or its bare number right after the term. */
function calloutOf(normal: NormalText, running: number, number: number, spellings: readonly string[]): string | null {
  const circled = number <= 20 ? String.fromCharCode(0x2460 + number - 1) : '';
  for (const mark of [`[${number}]`, `【${number}】`, `（注${number}）`, circled]) {
    const at = mark ? normal.text.indexOf(mark) : -1;
    if (at >= 0 && at < running) {
      const { start, end } = normal.toSource(at, at + mark.length);
      return normal.source.slice(start, end);
    }
  }
  for (const spelling of spellings) {
    for (const mark of [`${spelling}${number}`, `${spelling}”${number}`]) {
      const at = normal.text.indexOf(mark);
      const after = normal.text[at + mark.length] ?? '';
      if (at >= 0 && at < running && !/[\d.%年月日个项家万亿]/.test(after)) return String(number);
    }
  }
  return null;
}

/** The term ends at the colon, at the line's end, or before 是指, 指 or 即. */
function splitTerm(body: string, from: number): { termEnd: number; textStart: number } | null {
  const limit = Math.min(body.length, from + LONGEST_TERM);
  for (let i = from + 1; i < limit; i++) {
    const char = body[i]!;
    if (char === '：' || char === '\n') return { termEnd: i, textStart: i + 1 };
    if (char === '。') break;
  }
  for (let i = from + 2; i < limit; i++) {
    const cue = /^(?:[，,]?(?:是指|系指|指的是|主要指|特指|即指|即|指|是)|——)/.exec(body.slice(i, i + 5))?.[0];
    if (cue) return { termEnd: i, textStart: i + (/^[，,—]/.test(cue) ? cue.replace(/[^，,—].*$/, '').length : 0) };
  }
  return null;
}

/**
 * Other spellings of a term: without its quotation marks, its quoted core where that is long enough to be no ordinary
 * word (“五中心合一”综治模式), and the halves of a double term that the running text quotes singly (六稳六保).
 */
function aliasesOf(term: string, text: string): string[] {
  const bare = term.replace(QUOTES, '').trim();
  const aliases = new Set([bare]);
  const core = /[“"]([^”"、，]{4,20})[”"]/.exec(term)?.[1];
  if (core) aliases.add(core);
  const halves =
    /^([一二三四五六七八九十]\p{Script=Han})([一二三四五六七八九十]\p{Script=Han})$/u.exec(bare)?.slice(1) ?? [];
  for (const half of halves) if (text.includes(`“${half}”`)) aliases.add(half);
  // “四旁”、“五边” defines two terms at once.
  const several = /^“[^”]{1,16}”(?:[、和及]?“[^”]{1,16}”)+$/.test(term) ? [...term.matchAll(/“([^”]+)”/g)] : [];
  for (const [, part] of several) aliases.add(part!);
  aliases.delete(term);
  return [...aliases];
}
