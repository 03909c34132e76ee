import { type Line, linesOf } from '../text/lines';
import type { NormalText } from '../text/normal';
import { anyNumber } from '../text/numerals';
import { appendixKind } from './appendix';
import { inTextDefinitions } from './inText';
import type { Definition, Section } from './types';

/** 1. 1、 [1] （1） 【1】 注1： ① 一、 （一） and a number in a table's cell of its own. */
const NUMBER =
  /^(?:注)?(?:[[【（](\d{1,3})[\]】）][.、：]?|(\d{1,3})(?:[）.、：]|\s|(?=\n|$))|([①-⑳])[.、]?|（?([一二三四五六七八九十]{1,3})(?:、|）))/;
const PAGE = /（(?:[Pp]{1,2}\.?|见?(?:正文|报告)?第?)(\d{1,3}(?:[-~—、，]\d{1,3})*)页?）/;
/** What a page prints under a document. */
const FURNITURE =
  /^(?:责任?编辑|编辑：|来源|作者|分享|打印|关闭|【|上一[篇条]|下一[篇条]|相关|推荐|扫一扫|版权|主办|承办|联系|网站|返回|（?此件|Copyright|©|备案)/i;
const QUOTES = /[“”"'‘’「」『』《》]/g;
const LONGEST_TERM = 60;
/** Two characters at the end of a word are shared by chance. */
const SHORTEST_SAID = 3;
/** So many entries in a row make a glossary even without its title. */
const FEWEST_UNTITLED = 3;

/** The longest glossary at hand has 110 entries; beyond this many the text is not searched again for every one. */
const MOST_SEARCHED = 400;

/** What an entry's reading needs of the document around it. */
interface Context {
  /** Where the running text ends and the entries begin. */
  running: number;
  marks: ReadonlyMap<number, Mark>;
  few: boolean;
}

/** A call-out of the running text: as written, and where it stands in the normal text. */
interface Mark {
  written: string;
  at: number;
}

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
  let entries = titled.flat();
  if (entries.length === 0) entries = untitledEntries(normal, lines);
  const running = entries.reduce((first, { start }) => Math.min(first, start), normal.text.length);
  const context: Context = { running, marks: calloutMarks(normal, running), few: entries.length <= MOST_SEARCHED };
  const listed = entries.flatMap((entry) => definitionOf(normal, entry, context) ?? []);
  const known = new Set(listed.flatMap(({ term, aliases }) => [term, ...aliases]));
  const said = inTextDefinitions(normal, listedIn(entries));
  return [...listed, ...said.filter(({ term }) => !known.has(term))].sort((a, b) => a.start - b.start);
}

/** Tells whether an offset lies inside one of the entries, which are in order. */
function listedIn(entries: readonly Range[]): (offset: number) => boolean {
  const starts = entries.map(({ start }) => start);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low > 0 && offset < entries[low - 1]!.end;
  };
}

function appendices(normal: NormalText, sections: Section[], lines: readonly Line[]): Range[] {
  const byStart = new Map(lines.map((line) => [line.start, line]));
  return sections.flatMap((section) => {
    const line = byStart.get(normal.fromSource(section.start));
    if (!line || appendixKind(line.text) !== 'glossary') return [];
    return [{ start: Math.min(line.end + 1, normal.text.length), end: normal.fromSource(section.end) }];
  });
}

/** The lines of a range; they are in order, so the first is found by halving. */
function inside(lines: readonly Line[], range: Range): Line[] {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.start < range.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < lines.length && lines[end]!.end <= range.end) end++;
  return lines.slice(low, end);
}

/**
 * The entries of one appendix; an entry ends where the next number of the same form opens a line, or at what the page
 * prints below. Headings that group the entries (一、综合类) are none, and numbers may begin anew behind them.
 */
function entriesOf(normal: NormalText, lines: readonly Line[]): Range[] {
  const form = formOf(lines);
  if (form === null) return lines.filter(({ text }) => splitTerm(text, 0) !== null && text.length > 8);
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
      const closed = '。！；）”'.includes(normal.text[last.end - 1]!);
      ended = FURNITURE.test(line.text) || (closed && line.text.length < 14 && !/[。；]$/.test(line.text));
      if (!ended) last.end = line.end;
    }
  }
  return entries;
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
  const length = match[0].length;
  const digits = match[1] ?? match[2];
  if (digits) {
    return { value: Number(digits), form: match[0].replace(digits, '').replace(/[、：\s]/, '.'), length };
  }
  if (match[3]) return { value: match[3].charCodeAt(0) - 0x2460 + 1, form: '①', length };
  return { value: anyNumber(match[4]!) ?? 0, form: match[0].replace(match[4]!, '一'), length };
}

function definitionOf(normal: NormalText, entry: Range, { running, marks, few }: Context): Definition | null {
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
  const aliases = aliasesOf(term, few ? normal.text.slice(0, running) : '');
  const mark = number ? marks.get(number.value) : undefined;
  const said = mark ? saidBefore(normal.text, mark.at, [term, ...aliases]) : null;
  if (said) aliases.push(said);
  const callout =
    mark?.written ?? (number && few ? superscriptOf(normal.text, running, number.value, [term, ...aliases]) : null);
  return {
    term,
    aliases,
    text: slice(split.textStart, body.length).trim(),
    start: whole.start,
    end: whole.end,
    callout: page ? slice(from + page.index, from + page.index + page[0].length) : callout,
  };
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const MARK =
  /\[注?(\d{1,3})\]|【注?(\d{1,3})】|（注(\d{1,3})）|(?<=”)（(\d{1,3})）|(?<=[\u4e00-\u9fffA-Za-z\d”])([①-⑳])|(?<![a-z\d米里])([⁰¹²³⁴-⁹]{1,3})/g;

/** The marks of the running text that may lead to an entry, by number, each with its first place: ［3］, ③, （注3）, ³. */
function calloutMarks(normal: NormalText, running: number): Map<number, Mark> {
  const marks = new Map<number, Mark>();
  for (const match of normal.text.slice(0, running).matchAll(MARK)) {
    const digits = match[1] ?? match[2] ?? match[3] ?? match[4];
    const raised = match[6] && [...match[6]].map((char) => SUPERSCRIPTS.indexOf(char)).join('');
    const number = match[5] ? match[5].charCodeAt(0) - 0x2460 + 1 : Number(digits ?? raised);
    if (marks.has(number)) continue;
    const { start, end } = normal.toSource(match.index, match.index + match[0].length);
    marks.set(number, { written: normal.source.slice(start, end), at: match.index });
  }
  return marks;
}

/**
 * How the running text says a term right before its call-out where that is no spelling of the entry's own: the quoted
 * words, or the longest end of them that the term holds (三高四新［1］ for the entry 三高四新战略). Null when they differ.
 */
function saidBefore(text: string, at: number, spellings: readonly string[]): string | null {
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

/** A bare superscript: the entry's number right after the term, which a page's text shows as “三高四新”1战略. */
function superscriptOf(text: string, running: number, number: number, spellings: readonly string[]): string | null {
  for (const spelling of spellings) {
    for (const mark of [`${spelling}${number}`, `${spelling}”${number}`]) {
      const at = text.indexOf(mark);
      const after = text[at + mark.length] ?? '';
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
