import { median, type PdfLine } from './pdfLines';

/** Heads and feet stand in the outer eighths of a page, at most so many lines of them at each end. */
const OUTER = 0.14;
const MOST_OUTER = 3;
/** A running head stands on so many of the pages: on every other one where the two sides differ. */
const ON_PAGES = 0.4;
/** A head's height differs by so many points between pages. */
const SAME_HEIGHT = 6;
/** - 1 -, — 12 —, 第 3 页, 第3页 共20页, 3/20. */
const PAGE_NUMBER =
  /^[-—–―·•.\s]*第?\s*\d{1,4}\s*页?\s*(?:[/，,]?\s*共?\s*\d{1,4}\s*页)?(?:\/\s*\d{1,4})?[-—–―·•.\s]*$/;
/** Footnotes are set smaller than the text by this much, and begin with their number. */
const SMALLER = 0.92;
const NOTE_MARK = /^(?:[①-⑳]|[[［〔【]\s*\d{1,3}|\d{1,3}(?=[\s.、．)）]|\p{Script=Han}|“)|注\s*\d|\*)/u;
/** A line ends full within so many characters of the margin, or where what begins the next one had no room any more. */
const FULL = 1.6;
const ROOM = 0.6;
/** What is never parted: a word or a figure, a character with the brackets and stops around it. */
const TOKEN = /^[“‘（(《〈【「『]*(?:[!-~]+|.)?[，。、；：！？”’）》〉】」』%％,.;:!?)]*/u;
const INDENT = 0.8;
/** Lines further apart than so many usual distances, as their type is high, are two paragraphs. */
const APART = 1.25;
const OTHER_SIZE = 0.12;
const STOPS = /[。！？!?”’]$/;
/** A line that begins like this opens a paragraph where the one before ends with a stop. */
const OPENS =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,3}[.．、](?!\d)|第[一二三四五六七八九十]{1,3}[章节部，、]|[—-]{2}|[①-⑳])/;

/**
 * A document's text from the lines of its pages: heads, feet and page numbers left out, lines joined to paragraphs over columns
 * and pages, footnotes at the end, where they part no sentence.
 */
export function joinPages(pages: readonly (readonly PdfLine[])[]): string {
  const bare = withoutFurniture(pages);
  const body = commonBodySize(bare.flat());
  const notes: PdfLine[] = [];
  const running: PdfLine[][] = [];
  for (const lines of bare) {
    const start = startOfNotes(lines, body);
    running.push(lines.slice(0, start));
    notes.push(...lines.slice(start));
  }
  return [...paragraphsOf(running), ...notesOf(notes)].join('\n');
}

function withoutFurniture(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const outer = pages.map(outerLines);
  const wordsOf = ({ text }: PdfLine) => text.replace(/[\d\s]/g, '');
  const repeats = (line: PdfLine) => {
    const key = wordsOf(line);
    const on = outer.filter((lines) =>
      lines.some((other) => Math.abs(other.y - line.y) <= SAME_HEIGHT && wordsOf(other) === key),
    ).length;
    return on >= 2 && on >= pages.length * ON_PAGES;
  };
  return pages.map((lines, index) => {
    const dropped = new Set(outer[index]!.filter((line) => isNumberOf(line, pages.length) || repeats(line)));
    return lines.filter((line) => !dropped.has(line));
  });
}

/** A number alone on a line is a page's only where pages are numbered: at the very edge, or with its dashes. */
function isNumberOf({ text, y, pageHeight }: PdfLine, pages: number): boolean {
  if (!PAGE_NUMBER.test(text)) return false;
  return pages > 1 || y > pageHeight * 0.9 || !/^\s*\d+\s*$/.test(text);
}

function outerLines(lines: readonly PdfLine[]): PdfLine[] {
  const sorted = [...lines].sort((a, b) => a.y - b.y);
  const head = sorted.slice(0, MOST_OUTER).filter(({ y, pageHeight }) => y < pageHeight * OUTER);
  const foot = sorted.slice(-MOST_OUTER).filter(({ y, pageHeight }) => y > pageHeight * (1 - OUTER));
  return [...head, ...foot];
}

function commonBodySize(lines: readonly PdfLine[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length);
  }
  return [...lengths].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

/** Where the footnotes of a page begin: its last lines, smaller than the text, from one with a note's mark on. */
function startOfNotes(lines: readonly PdfLine[], body: number): number {
  let start = lines.length;
  for (let i = lines.length - 1; i > 0; i--) {
    const { size, text } = lines[i]!;
    if (size > body * SMALLER) break;
    if (NOTE_MARK.test(text)) start = i;
  }
  return start;
}

function notesOf(lines: readonly PdfLine[]): string[] {
  const notes: string[] = [];
  for (const { text } of lines) {
    if (NOTE_MARK.test(text) || notes.length === 0) notes.push(text);
    else notes.push(joined(notes.pop()!, text));
  }
  return notes;
}

interface Margins {
  left: number;
  right: number;
}

function paragraphsOf(pages: readonly (readonly PdfLine[])[]): string[] {
  const usual = [0, 1, 2].map((column) => marginsOf(pages.flat().filter((line) => line.column === column)));
  const pitch = pitchOf(pages);
  const paragraphs: string[] = [];
  let last: (PdfLine & Margins & { page: number; edge: number }) | null = null;
  pages.forEach((lines, page) => {
    const own = [0, 1, 2].map((column) => lines.filter((line) => line.column === column));
    const margins = own.map((each, column) => (each.length >= 8 ? marginsOf(each) : usual[column]!));
    for (const line of lines) {
      const { left, right } = margins[line.column]!;
      const text = paragraphs.at(-1);
      const isNear = last && last.page === page && last.column === line.column && line.y > last.y;
      const isApart = isNear && line.y - last!.y > pitch * line.size * APART;
      if (last && text !== undefined && !isApart && runsOn(last, last.edge, line, left)) {
        paragraphs[paragraphs.length - 1] = joined(text, line.text);
      } else paragraphs.push(line.text);
      last = { ...line, page, edge: right };
    }
  });
  return paragraphs;
}

/** Whether a paragraph goes on in the next line: the line before reaches the margin, the next begins at it. */
function runsOn(before: PdfLine, edge: number, line: PdfLine, left: number): boolean {
  const { size } = before;
  if (Math.abs(line.size - size) > size * OTHER_SIZE) return false;
  if (line.left > left + INDENT * line.size) return false;
  if (before.text.includes('\t') || line.text.includes('\t')) return false;
  // Whether a figure was broken or two stand one under the other cannot be told: they stay apart.
  if (/\d$/.test(before.text) && /^\d/.test(line.text)) return false;
  if (STOPS.test(before.text) && OPENS.test(line.text)) return false;
  const token = TOKEN.exec(line.text)?.[0] ?? '';
  const width = [...token].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2000 ? 0.55 : 1), 0);
  return edge - before.right <= Math.max(FULL, width + ROOM) * size;
}

/** The margins that most lines keep: odd ones are titles and signatures. */
function marginsOf(lines: readonly PdfLine[]): Margins {
  if (lines.length === 0) return { left: 0, right: 0 };
  const size = median(lines.map((line) => line.size));
  const shared = (values: number[], order: 1 | -1) => {
    const sorted = values.sort((a, b) => (a - b) * order);
    return sorted.find((value, i) => Math.abs((sorted[i + 1] ?? value) - value) <= size) ?? sorted[0]!;
  };
  return {
    left: shared(
      lines.map((line) => line.left),
      1,
    ),
    right: shared(
      lines.map((line) => line.right),
      -1,
    ),
  };
}

/** The usual distance of two lines, in heights of their type. */
function pitchOf(pages: readonly (readonly PdfLine[])[]): number {
  const distances = pages.flatMap((lines) =>
    lines.flatMap((line, i) => {
      const before = lines[i - 1];
      return before && before.column === line.column && line.y > before.y ? [(line.y - before.y) / line.size] : [];
    }),
  );
  return median(distances) || Number.POSITIVE_INFINITY;
}

function joined(text: string, next: string): string {
  return /[A-Za-z,.;:]$/.test(text) && /^[A-Za-z]/.test(next) ? `${text} ${next}` : text + next;
}
