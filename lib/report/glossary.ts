import { linesOf } from '../text/lines';
import type { NormalText } from '../text/normal';
import { appendixKind } from './appendix';
import type { Definition, Section } from './types';

const NUMBER = /^(?:[[【（〔]?(\d{1,3})(?:[\]】）〕][.、：]?|[.、])|([①-⑳]))/;
const PAGE = /（(?:第|[Pp]{1,2}\.?|见第?|正文第?|报告第?)?(\d{1,3}(?:[-~—、，]\d{1,3})*)页?）/;
const QUOTES = /[“”"'‘’「」『』《》]/g;
const LONGEST_TERM = 60;

/** The printed page that a call-out names (（P4） → 4), null when it names none. */
export function pageOf(callout: string | null): number | null {
  const page = callout && /[Pp第见]/.test(callout) ? /\d{1,3}/.exec(callout) : null;
  return page ? Number(page[0]) : null;
}

/** The definitions that the document gives itself: the entries of its glossary appendices. */
export function readGlossary(normal: NormalText, sections: Section[]): Definition[] {
  return appendices(normal, sections).flatMap((range) => entriesOf(normal, range));
}

interface Range {
  start: number;
  end: number;
}

function appendices(normal: NormalText, sections: Section[]): Range[] {
  const lines = linesOf(normal.text);
  return sections.flatMap((section) => {
    const start = normal.fromSource(section.start);
    const line = lines.find((candidate) => candidate.start === start);
    if (!line || appendixKind(line.text) !== 'glossary') return [];
    return [{ start: Math.min(line.end + 1, normal.text.length), end: normal.fromSource(section.end) }];
  });
}

/** The numbered entries of one appendix; an entry ends where the next number of the sequence opens a line. */
function entriesOf(normal: NormalText, range: Range): Definition[] {
  const lines = linesOf(normal.text.slice(range.start, range.end));
  const entries: Range[] = [];
  let expected = 1;
  for (const line of lines) {
    const start = range.start + line.start;
    const end = range.start + line.end;
    const number = numberOf(line.text);
    if (number !== null && (number === expected || (entries.length === 0 && number > 0))) {
      entries.push({ start, end });
      expected = number + 1;
    } else if (entries.length > 0) {
      entries[entries.length - 1]!.end = end;
    }
  }
  return entries.flatMap((entry) => definitionOf(normal, entry) ?? []);
}

function numberOf(line: string): number | null {
  const match = NUMBER.exec(line);
  if (!match) return null;
  return match[1] ? Number(match[1]) : match[2]!.charCodeAt(0) - 0x2460 + 1;
}

function definitionOf(normal: NormalText, entry: Range): Definition | null {
  const body = normal.text.slice(entry.start, entry.end);
  const from = NUMBER.exec(body)?.[0].length ?? 0;
  const split = splitTerm(body, from);
  if (!split) return null;
  const page = PAGE.exec(body.slice(from, split.termEnd + 12));
  let termEnd = split.termEnd;
  if (page && from + page.index < split.termEnd) termEnd = from + page.index;
  const source = (start: number, end: number) => normal.toSource(entry.start + start, entry.start + end);
  const slice = (start: number, end: number) => {
    const range = source(start, end);
    return normal.source.slice(range.start, range.end);
  };
  const term = slice(from, termEnd).trim();
  if (!term) return null;
  const whole = source(0, body.length);
  return {
    term,
    aliases: aliasesOf(term, normal.text),
    text: slice(split.textStart, body.length).trim(),
    start: whole.start,
    end: whole.end,
    callout: page ? slice(from + page.index, from + page.index + page[0].length) : null,
  };
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
    if (/^(?:是指|系指|指的是|即|指)/.test(body.slice(i, i + 3))) {
      const termEnd = body[i - 1] === '，' ? i - 1 : i;
      return { termEnd, textStart: i };
    }
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
  const core = /[“"]([^”"]{4,20})[”"]/.exec(term)?.[1];
  if (core) aliases.add(core);
  const halves =
    /^([一二三四五六七八九十]\p{Script=Han})([一二三四五六七八九十]\p{Script=Han})$/u.exec(bare)?.slice(1) ?? [];
  for (const half of halves) if (text.includes(`“${half}”`)) aliases.add(half);
  aliases.delete(term);
  return [...aliases];
}
