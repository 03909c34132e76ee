import { type Line, linesOf } from '../text/lines';
import type { NormalText } from '../text/normal';
import { appendixKind } from './appendix';
import { calloutMarks, type Mark, QUOTES, saidBefore, superscriptOf } from './callouts';
import { entriesOf, numberOf, type Range, spacesIn, splitTerm } from './entries';
import { inTextDefinitions } from './inText';
import { untitledNotes } from './notes';
import type { Definition, Section } from './types';

const PAGE = /（(?:[Pp]{1,2}\.?|见?(?:正文|报告)?第?)(\d{1,3}(?:[-~—、，]\d{1,3})*)页?(?:第?\d{1,2}[段行])?）/;
const PAGE_AT_END = new RegExp(`${PAGE.source}。?$`);
/** The longest glossary at hand has 110 entries; beyond this many the text is not searched again for every one. */
const MOST_SEARCHED = 400;

/** What an entry's reading needs of the document around it. */
interface Context {
  /** Where the running text ends and the entries begin. */
  running: number;
  marks: ReadonlyMap<number, readonly Mark[]>;
  few: boolean;
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
  const untitled = entries.length === 0;
  if (untitled) entries = untitledNotes(normal, lines);
  // Notes at the foot of pages stand among the running text; an appendix stands behind it.
  const running = untitled
    ? normal.text.length
    : entries.reduce((first, { start }) => Math.min(first, start), normal.text.length);
  const listedAt = listedIn(entries);
  const marks = calloutMarks(normal, running, listedAt);
  const context: Context = { running, marks, few: entries.length <= MOST_SEARCHED };
  const listed = entries.flatMap((entry) => definitionOf(normal, entry, context) ?? []);
  const known = new Set(listed.flatMap(({ term, aliases }) => [term, ...aliases]));
  const said = inTextDefinitions(normal, listedAt);
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

function definitionOf(normal: NormalText, entry: Range, { running, marks, few }: Context): Definition | null {
  const body = normal.text.slice(entry.start, entry.end);
  const number = numberOf(body);
  let from = number?.length ?? 0;
  if (body[from] === '\n') from++;
  const split = splitTerm(body, from, spacesIn(normal, entry.start));
  if (!split) return null;
  const page = PAGE.exec(body.slice(from, split.termEnd + 12)) ?? null;
  // 三高四新：指三个高地、四新使命。（见第3页）
  const last = page ? null : PAGE_AT_END.exec(body.slice(-20));
  const end = last ? body.length - last[0].length : body.length;
  let { termEnd } = split;
  if (page && from + page.index < termEnd) termEnd = from + page.index;
  const slice = (start: number, end: number) => {
    const range = normal.toSource(entry.start + start, entry.start + end);
    return normal.source.slice(range.start, range.end);
  };
  const term = slice(from, termEnd)
    .replace(/[［[]\d{1,3}[\]］]$|[：:。\s]+$|^【|】$/g, '')
    .trim();
  if (!term) return null;
  const whole = normal.toSource(entry.start, entry.end);
  const aliases = aliasesOf(term, few ? normal.text.slice(0, running) : '');
  const mark = number ? markOf(marks.get(number.value) ?? [], entry.start, running) : undefined;
  const said = mark ? saidBefore(normal.text, mark.at, [term, ...aliases]) : null;
  if (said) aliases.push(said);
  const callout =
    mark?.written ?? (number && few ? superscriptOf(normal, running, number.value, [term, ...aliases]) : null);
  return {
    term,
    aliases,
    text: slice(split.textStart, end).trim(),
    start: whole.start,
    end: whole.end,
    callout: page
      ? slice(from + page.index, from + page.index + page[0].length)
      : last
        ? slice(end, end + last[0].replace(/。$/, '').length)
        : callout,
  };
}

/** An appendix's entry is called out first at the first mark of its number, a page's note at the last one before it. */
function markOf(marks: readonly Mark[], start: number, running: number): Mark | undefined {
  return start < running ? marks.findLast(({ at }) => at < start) : marks[0];
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
