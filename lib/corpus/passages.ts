import type { Section } from '../report/types';
import { normalise } from '../text/normal';
import type { BundledReport } from './types';

/** A paragraph, a run-in item inside a long one, or a heading that stands alone. Offsets are into the report's text. */
export interface Passage {
  kind: 'passage' | 'heading';
  start: number;
  end: number;
  /** The passage in normal form. */
  text: string;
  /** The heading that opens the passage, or the item that it continues; empty where none does. */
  head: string;
  /** The innermost section that it stands in, and the outermost. */
  section: Section | null;
  chapter: Section | null;
}

/** What a reader takes in at a glance; longer paragraphs are parted at their run-in headings. */
const LONG = 450;
/** One item is one matter: it is parted, at sentence ends, only when it is longer than this. */
const LONGEST = 600;
/** A run-in item has a passage of its own from this length on; a shorter one stays with its neighbour. */
const SHORT = 80;
const LONGEST_HEADING = 60;

/** The passages of a report in document order; what its glossary defines is no passage of the report itself. */
export function readPassages(report: Pick<BundledReport, 'text' | 'sections' | 'glossary'>): Passage[] {
  const normal = normalise(report.text);
  const headings = new Map(report.sections.map((section) => [normal.fromSource(section.start), section]));
  const definitions = new Set(report.glossary.map((entry) => normal.fromSource(entry.start)));

  const passages: Passage[] = [];
  let start = 0;
  for (const paragraph of normal.text.split('\n')) {
    const alone = headings.has(start) && isHeading(paragraph);
    if (alone || (!definitions.has(start) && isProse(paragraph))) {
      const items = [...headings.keys()].filter((at) => at >= start && at < start + paragraph.length);
      const parts = alone ? [whole(paragraph)] : partParagraph(paragraph, new Set(items.map((at) => at - start)));
      for (const part of parts) {
        const span = normal.toSource(start + part.start, start + part.end);
        const around = report.sections.filter((section) => section.start <= span.start && span.start < section.end);
        passages.push({
          kind: alone ? 'heading' : 'passage',
          ...span,
          text: paragraph.slice(part.start, part.end),
          head: part.head,
          section: around.at(-1) ?? null,
          chapter: around[0] ?? null,
        });
      }
    }
    start += paragraph.length + 1;
  }
  return passages;
}

/** A line without a full sentence before its end: 二、2020年形势任务 · （三）驰而不息加强精神文明建设。 */
export function isHeading(line: string): boolean {
  return line.length <= LONGEST_HEADING && !/[。！？；\n]./.test(line);
}

/** Titles, salutations, bylines and signatures say nothing that could match. */
function isProse(paragraph: string): boolean {
  return paragraph.length >= 24 && /[。！？；，]/.test(paragraph);
}

interface Part {
  start: number;
  end: number;
  head: string;
}

function whole(paragraph: string): Part {
  return { start: 0, end: paragraph.length, head: paragraph };
}

/**
 * Parts a paragraph in normal form into ranges that begin at sentence starts, at those of `items` (offsets of run-in headings)
 * first; none is longer than LONGEST.
 */
export function partParagraph(paragraph: string, items: ReadonlySet<number> = new Set()): Part[] {
  if (paragraph.length <= LONG) return [{ start: 0, end: paragraph.length, head: headOf(paragraph) }];
  return partAtItems(paragraph, items).flatMap((item) => partEvenly(paragraph, item));
}

/** The paragraph's first sentence where it is a heading: 制造业发展势头强劲。 · ——主要指标逆势上扬，取得了提速增效的新成绩。 */
function headOf(text: string): string {
  return /^[^。！？；]{4,40}。/.exec(text)?.[0] ?? '';
}

/** 现代物流业方面， · 一是… · 第一，… · （一）… */
const NUMBERED =
  /^(?:[^，。！？；：、]{2,10}方面，|[一二三四五六七八九十]{1,2}[是要]|第[一二三四五六七八九十]，|（[一二三四五六七八九十]{1,2}）)/;
/** 制造业发展势头强劲。 */
const TOPIC = /^[^，。！？；：、]{4,24}。$/;

function partAtItems(paragraph: string, items: ReadonlySet<number>): Part[] {
  const parts: Part[] = [];
  let open = 0;
  const close = (end: number) => {
    parts.push({ start: open, end, head: headOf(paragraph.slice(open, end)) });
    open = end;
  };
  const ranges = [...sentences(paragraph, 0, paragraph.length)];
  for (const [i, [from, to]] of ranges.entries()) {
    if (from - open < SHORT) continue;
    const next = ranges[i + 1];
    // A topic sentence announces fuller ones; a short sentence before another short one is only terse.
    const announces =
      next !== undefined && TOPIC.test(paragraph.slice(from, to)) && !TOPIC.test(paragraph.slice(...next));
    if (items.has(from) || announces || NUMBERED.test(paragraph.slice(from, from + 16))) close(from);
  }
  close(paragraph.length);
  return parts;
}

function partEvenly(paragraph: string, item: Part): Part[] {
  const { start, end, head } = item;
  const count = Math.ceil((end - start) / LONGEST);
  if (count === 1) return [item];
  const parts: Part[] = [];
  const target = (end - start) / count;
  let open = start;
  const close = (at: number) => {
    parts.push({ start: open, end: at, head });
    open = at;
  };
  for (const [from, to] of sentences(paragraph, start, end)) {
    if (from > open && to - open > LONGEST) close(from);
    if (to - open >= target && end - to > SHORT) close(to);
  }
  if (open < end) close(end);
  return parts;
}

/** Sentences; one that is itself too long is parted at a semicolon, else at a comma, in the last resort anywhere. */
function* sentences(text: string, start: number, end: number): Generator<[number, number]> {
  let open = start;
  for (let i = start; i < end; i++) {
    const char = text[i]!;
    const length = i - open;
    const ends =
      char === '。' ||
      char === '！' ||
      char === '？' ||
      (char === '；' && length > LONG / 2) ||
      (char === '，' && length > LONG - 50) ||
      length >= LONG;
    if (!ends) continue;
    let close = i + 1;
    while (close < end && /[”’）]/.test(text[close]!)) close++;
    yield [open, close];
    open = close;
    i = close - 1;
  }
  if (open < end) yield [open, end];
}
