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
  /** The innermost section that it stands in. */
  section: Section | null;
  /** The headings above it, outermost first, in normal form. */
  headings: string[];
}

/** What a reader takes in at a glance; longer paragraphs are parted at their run-in headings and sentence ends. */
const LONG = 450;
/** A run-in item keeps its own passage from this length on; a shorter one stays with its neighbour. */
const SHORT = 80;

/** The passages of a bundled report in document order; what its glossary defines is no passage of the report itself. */
export function readPassages(report: BundledReport): Passage[] {
  const normal = normalise(report.text);
  const text = normal.text;
  const headingAt = new Map<number, Section>();
  for (const section of report.sections) headingAt.set(normal.fromSource(section.start), section);
  const definitions = new Set(report.glossary.map((entry) => normal.fromSource(entry.start)));

  const passages: Passage[] = [];
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const paragraph = text.slice(start, end);
    const heading = headingAt.get(start);
    const alone = heading !== undefined && !/[。！？；]./.test(paragraph) && paragraph.length <= 60;
    if (alone || (!definitions.has(start) && isProse(paragraph))) {
      for (const [from, to] of alone ? [[0, paragraph.length] as const] : partParagraph(paragraph)) {
        const span = normal.toSource(start + from, start + to);
        const above = sectionsAt(report.sections, span.start);
        passages.push({
          kind: alone ? 'heading' : 'passage',
          ...span,
          text: paragraph.slice(from, to),
          section: above.at(-1) ?? null,
          headings: above.map((section) => section.heading),
        });
      }
    }
    start = end + 1;
  }
  return passages;
}

/** Titles, salutations, bylines and signatures say nothing that could match. */
function isProse(paragraph: string): boolean {
  return paragraph.length >= 24 && /[。！？；，]/.test(paragraph);
}

function sectionsAt(sections: readonly Section[], offset: number): Section[] {
  return sections.filter((section) => section.start <= offset && offset < section.end);
}

/** Parts a paragraph in normal form into ranges of at most about LONG characters that begin at sentence starts. */
export function partParagraph(paragraph: string): [start: number, end: number][] {
  if (paragraph.length <= LONG) return [[0, paragraph.length]];
  const parts: [number, number][] = [];
  for (const [start, end] of partAtItems(paragraph)) parts.push(...partEvenly(paragraph, start, end));
  return parts;
}

/** 现代物流业方面， · 一是… · 第一，… · （一）… */
const NUMBERED =
  /^(?:[^，。！？；：、]{2,10}方面，|[一二三四五六七八九十]{1,2}[是要]|第[一二三四五六七八九十]，|（[一二三四五六七八九十]{1,2}）)/;
/** 制造业发展势头强劲。 */
const TOPIC = /^[^，。！？；：、]{4,24}。$/;

function partAtItems(paragraph: string): [number, number][] {
  const parts: [number, number][] = [];
  let start = 0;
  const ranges = [...sentences(paragraph, 0, paragraph.length)];
  for (const [i, [from, to]] of ranges.entries()) {
    if (from - start < SHORT) continue;
    const next = ranges[i + 1];
    // A topic sentence announces fuller ones; a short sentence before another short one is only terse.
    const announces =
      next !== undefined && TOPIC.test(paragraph.slice(from, to)) && !TOPIC.test(paragraph.slice(...next));
    if (!announces && !NUMBERED.test(paragraph.slice(from, from + 16))) continue;
    parts.push([start, from]);
    start = from;
  }
  parts.push([start, paragraph.length]);
  return parts;
}

function partEvenly(paragraph: string, start: number, end: number): [number, number][] {
  const count = Math.ceil((end - start) / LONG);
  if (count === 1) return [[start, end]];
  const parts: [number, number][] = [];
  const target = (end - start) / count;
  let open = start;
  for (const [from, to] of sentences(paragraph, start, end)) {
    if (from > open && to - open > LONG) {
      parts.push([open, from]);
      open = from;
    }
    if (to - open >= target && end - to > SHORT) {
      parts.push([open, to]);
      open = to;
    }
  }
  if (open < end) parts.push([open, end]);
  return parts;
}

/** Sentences; one that is itself too long is parted at its semicolons and, in the last resort, at its commas. */
function* sentences(text: string, start: number, end: number): Generator<[number, number]> {
  let open = start;
  for (let i = start; i < end; i++) {
    const char = text[i]!;
    const ends =
      char === '。' ||
      char === '！' ||
      char === '？' ||
      (char === '；' && i - open > LONG / 2) ||
      (char === '，' && i - open > LONG - 50) ||
      i - open >= LONG;
    if (!ends) continue;
    let close = i + 1;
    while (close < end && /[”’）]/.test(text[close]!)) close++;
    yield [open, close];
    open = close;
    i = close - 1;
  }
  if (open < end) yield [open, end];
}
