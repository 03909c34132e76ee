import { LOOKALIKES } from '../../text/lookalikes';

/** A run of characters on a page: where its baseline begins, from the left and the top of the page, in points. */
export interface PdfItem {
  text: string;
  x: number;
  y: number;
  width: number;
  /** The height of its font. */
  size: number;
  /** Whether it runs from left to right; a watermark does not. */
  level: boolean;
}

/** A line of a page or of one of its columns. */
export interface PdfLine {
  text: string;
  left: number;
  right: number;
  /** Its baseline, from the top. */
  y: number;
  /** The font height of most of its characters. */
  size: number;
  /** 0 over the whole page, 1 and 2 in the left and the right column. */
  column: 0 | 1 | 2;
  /** The height of its page. */
  pageHeight: number;
}

/** A piece of a row without a wide gap. */
interface Piece {
  items: PdfItem[];
  left: number;
  right: number;
}

interface Row {
  y: number;
  size: number;
  pieces: Piece[];
}

/** A mark above the line, such as a footnote's, stands this share of the font height off the baseline at most. */
const OFF_THE_LINE = 0.45;
/** A wider gap, in font heights, parts columns; within a column it parts cells. */
const GAP = 1.2;
const CELL_GAP = 2;
/** Between Latin words and figures a gap this wide is a space; between Chinese characters justified setting makes as much. */
const WORD_GAP = 0.15;
const HAN_GAP = 0.8;
/** Two columns need so many lines each, that fill so much of their width, and so few that run across. */
const FEWEST_IN_COLUMN = 5;
const FILLED = 0.55;
const ACROSS = 0.25;
/** The fields of a table are shorter than the lines of a column. */
const FEWEST_CHARACTERS = 8;

/** The lines of a page in the order in which they are read: down the page, in two columns the left one first. */
export function readLines({ height, items }: { height: number; items: readonly PdfItem[] }): PdfLine[] {
  const rows = rowsOf(items.filter(({ level, text }) => level && text.trim() !== '').map(withoutPadding));
  const gutter = gutterOf(rows);
  const lineOf = (pieces: readonly Piece[], { y }: Row, column: PdfLine['column']): PdfLine => {
    const all = pieces.flatMap((piece) => piece.items);
    const left = Math.min(...pieces.map((piece) => piece.left));
    const right = Math.max(...pieces.map((piece) => piece.right));
    return { text: wordsOf(all), left, right, y, size: commonSize(all), column, pageHeight: height };
  };
  if (gutter === null) return rows.map((row) => lineOf(row.pieces, row, 0));
  const lines: PdfLine[] = [];
  let left: PdfLine[] = [];
  let right: PdfLine[] = [];
  const flush = () => {
    lines.push(...left, ...right);
    left = [];
    right = [];
  };
  for (const row of rows) {
    if (row.pieces.some((piece) => crosses(piece, gutter))) {
      flush();
      lines.push(lineOf(row.pieces, row, 0));
      continue;
    }
    const onLeft = row.pieces.filter((piece) => piece.right <= gutter);
    const onRight = row.pieces.filter((piece) => piece.right > gutter);
    if (onLeft.length > 0) left.push(lineOf(onLeft, row, 1));
    if (onRight.length > 0) right.push(lineOf(onRight, row, 2));
  }
  flush();
  return lines;
}

/** Spaces at an item's ends move its edges: paragraphs are indented with them. */
function withoutPadding(item: PdfItem): PdfItem {
  const widthOf = (spaces: string) =>
    [...spaces].reduce((sum, space) => sum + (space === '\u3000' ? 1 : 0.3) * item.size, 0);
  const lead = /^\s*/.exec(item.text)![0];
  const text = asWritten(item.text.trim());
  const trail = item.text.slice(lead.length + text.length);
  const before = Math.min(widthOf(lead), item.width);
  const width = Math.max(0, item.width - before - Math.min(widthOf(trail), item.width));
  return { ...item, text, x: item.x + before, width };
}

let written: Map<string, string> | null = null;

/**
 * The characters that a text is written with, where a PDF names others of the same shape: Kangxi and other radicals, and
 * the mathematical ellipsis, which is one with the Chinese in Adobe-GB1.
 */
function asWritten(text: string): string {
  written ??= new Map([
    ['\u22ef', '\u2026'],
    ...(LOOKALIKES.match(/../gu) ?? []).map((pair) => [...pair] as [string, string]),
  ]);
  return text.replace(
    /[\u22ef\u2e80-\u2fd5\u3b35\uf900-\ufaff]/g,
    (char) => written!.get(char) ?? char.normalize('NFKC'),
  );
}

function rowsOf(items: readonly PdfItem[]): Row[] {
  const rows: { y: number; size: number; items: PdfItem[] }[] = [];
  for (const item of [...items].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && item.y - row.y <= OFF_THE_LINE * Math.max(row.size, item.size)) {
      row.items.push(item);
      if (item.size > row.size) Object.assign(row, { y: item.y, size: item.size });
    } else rows.push({ y: item.y, size: item.size, items: [item] });
  }
  return rows.map(({ y, size, items: own }) => ({ y, size, pieces: piecesOf(own) }));
}

function piecesOf(items: PdfItem[]): Piece[] {
  const pieces: Piece[] = [];
  for (const item of items.sort((a, b) => a.x - b.x)) {
    const piece = pieces.at(-1);
    const right = item.x + item.width;
    // The same words set twice, a little apart, are bold.
    const last = piece?.items.at(-1);
    if (last && last.text === item.text && Math.abs(last.x - item.x) < item.size * 0.2) continue;
    if (piece && item.x - piece.right < GAP * item.size) {
      piece.items.push(item);
      piece.right = Math.max(piece.right, right);
    } else pieces.push({ items: [item], left: item.x, right });
  }
  return pieces;
}

const crosses = ({ left, right }: Piece, x: number) => left < x - 1 && right > x + 1;

/** Where a page parts into two columns; null for one column, and for tables. */
function gutterOf(rows: readonly Row[]): number | null {
  const pieces = rows.flatMap((row) => row.pieces);
  if (pieces.length < 2 * FEWEST_IN_COLUMN) return null;
  const left = Math.min(...pieces.map((piece) => piece.left));
  const right = Math.max(...pieces.map((piece) => piece.right));
  let best: { x: number; across: number; width: number } | null = null;
  for (let x = left + (right - left) * 0.3; x <= left + (right - left) * 0.7; x += 2) {
    const across = pieces.filter((piece) => crosses(piece, x)).length;
    if (best && across === best.across && x - best.x <= best.width + 2) best.width = x - best.x;
    else if (!best || across < best.across) best = { x, across, width: 0 };
  }
  if (!best || best.across > rows.length * ACROSS) return null;
  const gutter = best.x + best.width / 2;
  const isColumn = (own: Piece[], width: number) =>
    own.length >= FEWEST_IN_COLUMN &&
    median(own.map((piece) => piece.right - piece.left)) >= width * FILLED &&
    median(own.map((piece) => piece.items.reduce((sum, { text }) => sum + text.length, 0))) >= FEWEST_CHARACTERS;
  const onLeft = pieces.filter((piece) => piece.right <= gutter);
  const onRight = pieces.filter((piece) => piece.left >= gutter);
  return isColumn(onLeft, gutter - left) && isColumn(onRight, right - gutter) ? gutter : null;
}

function wordsOf(items: readonly PdfItem[]): string {
  let text = '';
  let end = 0;
  for (const item of items) {
    const gap = (item.x - end) / item.size;
    if (text === '') text = item.text;
    else {
      const isHan = isWide(text.at(-1)!) || isWide(item.text.charAt(0));
      const space = gap > CELL_GAP ? '\t' : gap > (isHan ? HAN_GAP : WORD_GAP) ? ' ' : '';
      text += space + item.text;
    }
    end = Math.max(end, item.x + item.width);
  }
  return text;
}

const isWide = (char: string) => char.charCodeAt(0) >= 0x2000;

function commonSize(items: readonly PdfItem[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of items) lengths.set(size, (lengths.get(size) ?? 0) + text.length);
  return [...lengths].reduce((best, each) => (each[1] > best[1] ? each : best), [1, 0])[0];
}

/** The middle one of some numbers, the lower one of two; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}
