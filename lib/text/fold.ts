import { LOOKALIKES } from './lookalikes';

/**
 * A text in the one spelling that all reading works on, with the way back to the source.
 *
 * Reports reach us with full- and half-width forms, padding spaces, Markdown marks, page breaks and hard line breaks.
 * Every rule of the reading rooms matches `text`; every offset they publish goes through `toSource`.
 */
export interface NormalText {
  readonly source: string;
  readonly text: string;
  /** The range of the source that the normal range [start, end) was made from. An empty range maps to an empty one. */
  toSource(start: number, end: number): { start: number; end: number };
  /** The normal offset of the first kept code unit at or after a source offset. */
  fromSource(offset: number): number;
}

/** Spellings folded one to one, whatever stands around them: the folded form, then all that is folded into it. */
const FOLDS: readonly string[] = [
  '%％﹪',
  '+＋﹢',
  '-－−﹣‐‑',
  '.．﹒',
  '/／',
  '&＆',
  '#＃',
  '@＠',
  '*＊',
  '=＝',
  '"＂〝〞',
  '~～〜∼',
  '：:∶︰﹕︓',
  '“「﹁',
  '”」﹂',
  '‘『﹃',
  '’』﹄',
  '[［〔﹝',
  ']］〕﹞',
  '（﹙',
  '）﹚',
  '，﹐､',
  '；﹔︔',
  '、﹑丶′ˋ',
  '。｡',
  '！﹗',
  '？﹖',
  '·•・‧∙･',
  '—―─━ー',
  // Scans read characters as the syllabic signs that look like them: ニ、 and 乡镇企业 with エ业.
  '二ニ',
  '三ミ',
  '八ハ',
  '工エ',
  '力カ',
  '口ロ',
];

/** Half-width punctuation that is Chinese punctuation wherever it does not belong to a number or a Latin word. */
const WIDEN = new Map(
  [...',，;；!！?？(（)）'].map((char, i, all) => [char, all[i + 1]!] as const).filter((_, i) => i % 2 === 0),
);

const WORD = 1;
const HAN = 2;
const SPACE = 3;
const DROPPED = 4;
const BREAK = 5;
const WIDER = 6;

/** What a code unit is, and what it is folded into (0: itself). */
interface Tables {
  kind: Uint8Array;
  into: Uint16Array;
}

function makeTables(variants: string): Tables {
  const kind = new Uint8Array(65536);
  const into = new Uint16Array(65536);
  const mark = (from: number, to: number, what: number) => kind.fill(what, from, to + 1);
  mark(0x3400, 0x9fff, HAN);
  mark(0xf900, 0xfaff, HAN);
  mark(0x30, 0x39, WORD);
  mark(0x41, 0x5a, WORD);
  mark(0x61, 0x7a, WORD);
  for (const code of [0x09, 0x20, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000]) kind[code] = SPACE;
  mark(0x2000, 0x200a, SPACE);
  mark(0x200b, 0x200f, DROPPED);
  mark(0x202a, 0x202e, DROPPED);
  mark(0x2060, 0x2064, DROPPED);
  for (const code of [0xad, 0xfeff, 0xfffc, 0]) kind[code] = DROPPED;
  for (const code of [0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029]) kind[code] = BREAK;
  for (const char of WIDEN.keys()) kind[char.charCodeAt(0)] = WIDER;

  const fold = (char: string, folded: string) => {
    into[char.charCodeAt(0)] = folded.charCodeAt(0);
    kind[char.charCodeAt(0)] = kind[folded.charCodeAt(0)]!;
  };
  for (const [folded, ...chars] of FOLDS) for (const char of chars) fold(char, folded!);
  for (let code = 0xff10; code <= 0xff5a; code++) {
    if (kind[code - 0xfee0] === WORD) fold(String.fromCharCode(code), String.fromCharCode(code - 0xfee0));
  }
  // PDF extractors write Kangxi radicals and compatibility ideographs for the characters that they look like.
  for (const [from, to] of [
    [0x2e80, 0x2fd5],
    [0xf900, 0xfaff],
  ] as const) {
    for (let code = from; code <= to; code++) {
      const char = String.fromCharCode(code);
      const plain = char.normalize('NFKC');
      if (plain !== char && plain.length === 1) fold(char, plain);
    }
  }
  for (const pairs of [LOOKALIKES, variants]) {
    for (let i = 0; i + 1 < pairs.length; i += 2) fold(pairs[i]!, pairs[i + 1]!);
  }
  return { kind, into };
}

const tablesOf = new Map<string, Tables>();

function tablesFor(variants: string): Tables {
  const known = tablesOf.get(variants);
  if (known) return known;
  const made = makeTables(variants);
  tablesOf.set(variants, made);
  return made;
}

/** A line that begins like this opens a paragraph of its own, whatever the line before ended with. */
const OPENS_PARAGRAPH =
  /^(?:[#>|]|\*\*|[—-]{1,2}|一一(?=\p{Script=Han})|[（(〈［[{][一二三四五六七八九十\d]{1,3}[）)〉］\]}]|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}(?:[，、章节]|部分)|\d{1,3}[.．、](?!\d)|[［[〔]\d|[①-⑳]|各位代表|同志们|附件?[一二三\d：:]|名词解释)/u;
/** Page-break rules and page numbers of scanned prints: ---, — 3 —, 第 3 页. */
const FURNITURE =
  /^(?:[-—–_=*·•.~\s]{3,}|[-—–·]{1,3}\s?\d{1,3}\s?[-—–·]{1,3}|第\s?\d{1,3}\s?页(?:[\s，,/]*共\s?\d{1,3}\s?页)?)$/;
/** What a page's head repeats: the title, the paper, the session's file; neither a heading nor a sentence. */
const RUNNING_HEAD =
  /^(?![一二三四五六七八九十（(\d]{1,3}[、.）)])[^，。；：！？]{0,24}(?:报告|日报|晚报|公报|文件|文件之[一二三四五六七八九十]|会议|大会)[^，。；：！？]{0,8}$/;
const ON = /^[（(【〈]?(?:下转|文转|转)第?[A-Z]?[\d一二三四五六七八九十]{1,3}版[）)】〉]?$/;
const OVER = /^[（(【〈]?(?:上接|紧接|接)第?[A-Z]?[\d一二三四五六七八九十]{1,3}版[）)】〉]?$/;
/** 【索引号】…, 发布机构：…: a portal's labels above a title. */
const LABELLED = /】.*【|[^\s：:]{2,6}[：:]\S/;
const ENDS_IN_HEADING = /[。！？](?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^。，：；]{4,24}$/;
/** Shorter lines are titles and list items rather than the column's full width. */
const FULL_LINE = 24;
/** Where so large a share of the lines is indented, indents open the paragraphs, and a wide line runs on into a bare one. */
const INDENTED_SHARE = 0.15;
const FEWEST_INDENTED = 5;
const WIDE_LINE = 36;
/** 二．2010年工作安排 behind the end of a sentence. */
const NUMERAL = /[。！？：；”][一二三四五六七八九十]{1,2}$/;
/** No sentence is shorter; a point before is a numeral's. */
const SHORTEST_SENTENCE = 4;
/** A shorter line before a comma is a salutation: 同志们，. */
const SHORTEST_CLAUSE = 8;

interface RawLine {
  start: number;
  end: number;
  indented: boolean;
  /** Its width in columns: a Chinese character takes two. */
  width: number;
}

/** How a text sets its paragraphs: the column that its lines fill, and whether indents open them. */
interface Layout {
  column: number | null;
  indents: boolean;
  /** A full stop has been read: what stands before the first one is titles. */
  begun: boolean;
}

/**
 * Normalises in one pass, linear in the length of the source. `variants` are further one-to-one foldings, pair by pair.
 */
export function foldText(source: string, variants = ''): NormalText {
  const { kind, into } = tablesFor(variants);
  const lines = rawLines(source, kind);
  const column = columnWidth(lines);
  const indented = lines.filter((line) => line.indented).length;
  const layout: Layout = {
    column,
    indents: indented >= Math.max(FEWEST_INDENTED, lines.length * INDENTED_SHARE),
    begun: false,
  };
  let last: RawLine | null = null;
  const straightQuotes = /["＂]/.test(source);
  const out = new Uint16Array(source.length + 1);
  const at = new Uint32Array(source.length + 2);
  let kept = 0;
  let lineStart = 0;
  const put = (code: number, offset: number) => {
    out[kept] = code;
    at[kept++] = offset;
  };

  const between = betweenPages(source, lines);
  for (let row = 0; row < lines.length; row++) {
    if (between[row]) continue;
    const line = lines[row]!;
    const { start, end } = line;
    if (last && !runsOn(source, last, line, out, lineStart, kept, kind, layout)) {
      put(10, Math.max(0, start - 1));
      lineStart = kept;
    }
    last = line;
    const paired = straightQuotes && quotesIn(source, start, end) % 2 === 0;
    let open = false;
    let space = -1;
    for (let i = start + leadingHashes(source, start, end); i < end; i++) {
      const code = source.charCodeAt(i);
      const what = kind[code]!;
      // Most of a report is plain characters, of which nothing below has to be asked.
      if (what === HAN && space < 0) {
        put(into[code] || code, i);
        continue;
      }
      if (what === DROPPED) continue;
      if (what === SPACE) {
        if (space < 0) space = i;
        continue;
      }
      if (code === 42 && (source.charCodeAt(i + 1) === 42 || source.charCodeAt(i - 1) === 42)) continue;
      let folded = into[code] || code;
      // 生产总值(GDP)1102284万元: a bracket is widened with its mate, whatever stands beside it.
      if (what === WIDER && (source[i] === '(' || source[i] === ')' || !insideWord(source, i, kind))) {
        folded = WIDEN.get(source[i]!)!.charCodeAt(0);
      }
      if (folded === 34 && paired) {
        open = !open;
        folded = open ? 0x201c : 0x201d;
      }
      if (space >= 0) {
        if (kept > lineStart && what === WORD && kind[out[kept - 1]!] === WORD) put(32, space);
        space = -1;
      }
      // 综合实力明显增强．2007年: typists write the full stop as a point; behind 二 it parts a numeral from its heading.
      if (
        folded === 46 &&
        kept - lineStart > SHORTEST_SENTENCE &&
        kind[out[kept - 1]!] === HAN &&
        endsSentence(source, i) &&
        !NUMERAL.test(decode(out.subarray(kept - 3, kept), 3))
      )
        folded = 0x3002;
      // Scans read a nought inside a number as the letter: 4O6亿元, but not O2O.
      if ((folded === 79 || folded === 111) && noughtInNumber(source, i, out, kept - lineStart, kept)) folded = 48;
      if (folded === 0x3002) layout.begun = true;
      put(folded, i);
    }
  }
  at[kept] = source.length;
  return makeNormal(source, decode(out, kept), at.slice(0, kept + 1));
}

function decode(codes: Uint16Array, length: number): string {
  let text = '';
  for (let i = 0; i < length; i += 8192) {
    text += String.fromCharCode.apply(null, codes.subarray(i, Math.min(length, i + 8192)) as unknown as number[]);
  }
  return text;
}

function makeNormal(source: string, text: string, at: Uint32Array): NormalText {
  return {
    source,
    text,
    toSource(start, end) {
      const from = at[Math.min(start, text.length)]!;
      if (end <= start) return { start: from, end: from };
      return { start: from, end: at[Math.min(end, text.length) - 1]! + 1 };
    },
    fromSource(offset) {
      let low = 0;
      let high = text.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (at[middle]! < offset) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}

/** The lines that hold something, without the space around them. */
function rawLines(source: string, kind: Uint8Array): RawLine[] {
  const lines: RawLine[] = [];
  let from = 0;
  for (let i = 0; i <= source.length; i++) {
    if (i < source.length && kind[source.charCodeAt(i)] !== BREAK) continue;
    let start = from;
    let end = i;
    const blank = (at: number) => {
      const what = kind[source.charCodeAt(at)]!;
      return what === SPACE || what === DROPPED;
    };
    while (start < end && blank(start)) start++;
    while (end > start && blank(end - 1)) end--;
    if (end > start) {
      const indented = start - from >= 2 || source[from] === '\u3000';
      lines.push({ start, end, indented, width: widthOf(source, from, end) });
    }
    from = i + 1;
  }
  return lines;
}

/** A running head is short, and printed at least so often where no page number stands beside it. */
const LONGEST_HEAD = 40;
const FEWEST_HEADS = 3;

/**
 * Marks the lines that a scan or a paper prints between two pages of a text: page numbers, the running head beside them
 * or repeated without them, and （下转第三版） with （上接第一版） right behind it.
 */
function betweenPages(source: string, lines: readonly RawLine[]): Uint8Array {
  const skipped = new Uint8Array(lines.length);
  const heads = new Map<string, number[]>();
  for (let i = 0; i < lines.length; i++) {
    const { start, end } = lines[i]!;
    if (end - start > LONGEST_HEAD) continue;
    const text = source.slice(start, end);
    if (text.length <= 24 && FURNITURE.test(text)) skipped[i] = 1;
    else if (RUNNING_HEAD.test(text)) {
      const same = heads.get(text);
      if (same) same.push(i);
      else heads.set(text, [i]);
    } else if (OVER.test(text) && i > 0 && lines[i - 1]!.end - lines[i - 1]!.start <= LONGEST_HEAD) {
      const before = lines[i - 1]!;
      if (ON.test(source.slice(before.start, before.end))) skipped[i] = skipped[i - 1] = 1;
    }
  }
  // What stands before the first sentence is the title itself.
  const stop = source.indexOf('。');
  for (const places of heads.values()) {
    const inside = places.filter((i) => stop >= 0 && lines[i]!.start > stop);
    const often = places.length >= FEWEST_HEADS;
    for (const i of inside) if (often || skipped[i - 1] || skipped[i + 1]) skipped[i] = 1;
  }
  return skipped;
}

/** Lines wider than any column that is wrapped by hand are paragraphs; how wide they are does not matter. */
const WIDEST_COLUMN = 160;
/** A stop that hangs over the edge, or a word that is not broken, makes a full line wider or narrower by so much. */
const RAGGED = 3;

function widthOf(source: string, start: number, end: number): number {
  if (end - start > WIDEST_COLUMN) return end - start;
  let width = 0;
  for (let i = start; i < end; i++) width += source.charCodeAt(i) < 0x2000 ? 1 : 2;
  return width;
}

/** The width at which a text is wrapped by hard breaks, null when its lines are paragraphs. */
function columnWidth(lines: readonly RawLine[]): number | null {
  const counts = new Uint32Array(WIDEST_COLUMN + 1);
  for (const { width } of lines) if (width <= WIDEST_COLUMN) counts[width]!++;
  let width = 0;
  let most = 0;
  for (let w = 24; w <= WIDEST_COLUMN; w++) {
    let near = 0;
    for (let i = 0; i <= RAGGED; i++) near += counts[w - i]!;
    if (near >= most) {
      most = near;
      width = w;
    }
  }
  const wider = lines.filter((line) => line.width > width).length;
  // Short paragraphs leave few full lines, but none is wider than the column.
  const share = wider <= lines.length * 0.02 ? 0.25 : 0.4;
  return lines.length >= 20 && most >= lines.length * share ? width : null;
}

/**
 * A break is soft when the sentence plainly runs on over it: scanned reprints and e-papers break lines at the column's
 * width (seeds/reports/hengyang-congress-2021-article.txt breaks 党｜代会 over a blank line).
 */
function runsOn(
  source: string,
  line: RawLine,
  next: RawLine,
  out: Uint16Array,
  lineStart: number,
  kept: number,
  kind: Uint8Array,
  { column, indents, begun }: Layout,
): boolean {
  if (next.indented) return false;
  const last = out[kept - 1]!;
  const ends = String.fromCharCode(last);
  const begins = source[next.start]!;
  // Text copied from a page with links breaks at them: 三、关于《｜…规划纲要｜》的说明.
  if ('《（“'.includes(ends) || '》）”，。；、'.includes(begins)) return true;
  if ('。！？：'.includes(ends)) return false;
  // The line of the session ends a title block's line: ——在衡阳市第十五届人民代表大会第六次会议上.
  if (ends === '上' && out[kept - 2] === 0x8bae) return false;
  if (ends === '告' && !begun) return false;
  // Above the first sentence stand titles and a page's labels, which blank lines part.
  if (
    !begun &&
    (/\n\s*\n/.test(source.slice(line.end, next.start)) || LABELLED.test(source.slice(line.start, line.end)))
  )
    return false;
  // A long line whose breaks were lost may end with the heading of the next paragraph.
  if (ENDS_IN_HEADING.test(decode(out.subarray(Math.max(lineStart, kept - 40), kept), Math.min(40, kept - lineStart))))
    return false;
  if (OPENS_PARAGRAPH.test(source.slice(next.start, Math.min(next.end, next.start + 12)))) return false;
  // A heading over two lines: 一、解放思想，开拓进取， / 过去五年各项工作取得显著成绩.
  if ('，、'.includes(ends) && kept - lineStart >= SHORTEST_CLAUSE) return true;
  if (indents && line.width >= WIDE_LINE && begun) return true;
  const full = column !== null && line.width <= column + 2;
  if (full) return line.width >= column - RAGGED;
  if (kept - lineStart < FULL_LINE) return false;
  if (kind[last] !== HAN && kind[last] !== WORD && !'，、“（《'.includes(ends)) return false;
  const first = source.charCodeAt(next.start);
  if (kind[first] !== HAN && kind[first] !== WORD && !'：！？“,.;:)%％'.includes(begins)) return false;
  const start = decode(out.subarray(lineStart, Math.min(kept, lineStart + 200)), Math.min(kept - lineStart, 200));
  return !OPENS_PARAGRAPH.test(start) || start.includes('。');
}

/** A point that no digit, letter or further point follows. */
function endsSentence(source: string, i: number): boolean {
  return !/[\dA-Za-z０-９.．…]/.test(source[i + 1] ?? '') || /^[.．][12]\d{3}年/.test(source.slice(i, i + 6));
}

function noughtInNumber(source: string, i: number, out: Uint16Array, inLine: number, kept: number): boolean {
  if (inLine === 0 || !/\d/.test(String.fromCharCode(out[kept - 1]!))) return false;
  if (inLine > 1 && /[A-Za-z]/.test(String.fromCharCode(out[kept - 2]!))) return false;
  return /[\dOo０-９.．%％亿万千百元年个户公]/.test(source[i + 1] ?? '');
}

function leadingHashes(source: string, start: number, end: number): number {
  if (source[start] !== '#') return 0;
  return /^#{1,6}\s+/.exec(source.slice(start, Math.min(end, start + 12)))?.[0].length ?? 0;
}

/** Punctuation between two letters or digits (1,234 or e.g. (a)) stays as it is. */
function insideWord(source: string, i: number, kind: Uint8Array): boolean {
  return kind[source.charCodeAt(i - 1)] === WORD && kind[source.charCodeAt(i + 1)] === WORD;
}

function quotesIn(source: string, start: number, end: number): number {
  let n = 0;
  for (let i = start; i < end; i++) if (source[i] === '"' || source[i] === '＂') n++;
  return n;
}
