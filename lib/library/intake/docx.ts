import { LONGEST_TEXT } from './limits';
import { type Numbering, readNumbering } from './numbering';
import { Refusal } from './refusal';
import { stepsThrough } from './xml';
import { openZip } from './zip';

/** What may be inflated of a .docx: two million characters with thirty bytes of markup to each. */
const CEILING = 64 * 1024 * 1024;
/** A cell with a paragraph of this many characters is a column of a page rather than a field of a table. */
const LAYOUT_CELL = 100;
/** Styles may rest on others; no template goes deeper. */
const DEEPEST_STYLE = 12;

/** What is left out with everything in it: removed words, the older copy of a drawing, fields' commands, readings over characters. */
const LEFT_OUT = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'delInstrText', 'rt']);

/** The numbering that a paragraph has, by itself or by its style. */
interface ListPlace {
  list: string | null;
  level: number | null;
}

interface Style extends ListPlace {
  name: string;
  basedOn: string | null;
}

/** What the parts of a document share. */
interface Context {
  styles: ReadonlyMap<string, Style>;
  numbering: Numbering;
  /** The number of each note by its kind and id, in the order in which the text refers to them. */
  marks: Map<string, number>;
}

interface Paragraph extends ListPlace {
  text: string;
  style: string | null;
  /** What stands in frames that hang on it: paragraphs of their own, before it. */
  framed: string[];
}

/**
 * The text of a .docx, a line a paragraph: automatic numbers written out, tables row by row, what was removed under
 * 修订 left out and what was put in kept, footnotes at the end with their marks. Reads the few parts that hold text,
 * never pictures or what they embed.
 *
 * @throws Refusal
 */
export async function readDocx(bytes: Uint8Array, signal: AbortSignal): Promise<string> {
  const archive = openZip(bytes, CEILING);
  if (!archive.has('word/document.xml')) throw new Refusal('unknown_kind');
  const part = async (name: string) => {
    const content = await archive.read(`word/${name}.xml`, signal);
    return content && decodeXml(content);
  };
  const context: Context = {
    styles: readStyles((await part('styles')) ?? ''),
    numbering: readNumbering((await part('numbering')) ?? ''),
    marks: new Map(),
  };
  const body = readBody((await part('document'))!, context);
  const notes: [number, string][] = [];
  for (const kind of ['footnote', 'endnote']) {
    const xml = context.marks.size > 0 ? await part(`${kind}s`) : null;
    if (xml) notes.push(...notesIn(xml, kind, context));
  }
  const listed = notes.sort(([a], [b]) => a - b).map(([number, words]) => `[${number}] ${words}`);
  const text = [...body, ...listed].join('\n');
  if (text.length > LONGEST_TEXT) throw new Refusal('too_long');
  return text;
}

/** Word writes UTF-8, others UTF-16 too; the mark tells. */
function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const charset =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(charset).decode(bytes);
}

/** The notes of one part that the text refers to, by the numbers that they have there; separators have none. */
function* notesIn(xml: string, kind: string, context: Context): Generator<[number: number, words: string]> {
  let start = -1;
  let number = 0;
  // Each note is cut out and read as a body of its own.
  for (const tag of xml.matchAll(new RegExp(`<(/?)(?:\\w{1,8}:)?${kind}(?=[\\s>])`, 'g'))) {
    if (tag[1] === '') {
      const id = /id="(-?\d{1,6})"/.exec(xml.slice(tag.index, tag.index + 200))?.[1] ?? '';
      number = context.marks.get(`${kind} ${id}`) ?? 0;
      start = tag.index;
    } else if (start >= 0) {
      const end = xml.indexOf('>', tag.index) + 1;
      const words = number > 0 ? readBody(xml.slice(start, end), context).join(' ').trim() : '';
      if (words) yield [number, words];
      start = -1;
    }
  }
}

/** The lines of a part. */
function readBody(xml: string, { styles, numbering, marks }: Context): string[] {
  const lines: string[] = [];
  /** Open paragraphs, the inner one last: a frame hangs inside a paragraph and holds others. */
  const paragraphs: Paragraph[] = [];
  /** Open tables, each with the cells of its row, each with its paragraphs. */
  const tables: { cells: string[][] }[] = [];
  let leftOut = 0;
  let hidden = false;
  let inText = false;
  let length = 0;

  const put = (text: string) => {
    const paragraph = paragraphs.at(-1);
    if (leftOut > 0 || hidden || !paragraph) return;
    paragraph.text += text;
    length += text.length;
    if (length > LONGEST_TEXT) throw new Refusal('too_long');
  };
  const putLines = (words: string[]) => {
    const cell = tables.at(-1)?.cells.at(-1);
    if (cell) cell.push(...words);
    else lines.push(...words);
  };
  const closeParagraph = ({ text, framed, ...place }: Paragraph) => {
    const style = place.style === null ? undefined : styles.get(place.style);
    // A table of contents is made of headings that stand further down once more.
    const words = /^(?:toc|目录)\s*\d/i.test(style?.name ?? '') ? '' : text;
    const own = words.trim() ? [labelOf(place, styles, numbering) + words] : [];
    const outer = paragraphs.at(-1);
    if (outer) outer.framed.push(...framed, ...own);
    else putLines([...framed, ...own]);
  };

  for (const step of stepsThrough(xml)) {
    if (step.kind === 'text') {
      if (inText) put(step.text);
      continue;
    }
    const { name } = step;
    if (LEFT_OUT.has(name)) {
      leftOut += step.kind === 'open' ? 1 : -1;
      continue;
    }
    if (step.kind === 'close') {
      if (name === 't') inText = false;
      else if (name === 'r') hidden = false;
      else if (name === 'p') {
        const closed = paragraphs.pop();
        if (closed && leftOut === 0) closeParagraph(closed);
      } else if (name === 'tr') {
        const table = tables.at(-1);
        const cells = table?.cells ?? [];
        if (table) table.cells = [];
        const outer = tables.at(-2)?.cells.at(-1);
        if (outer) outer.push(...rowLines(cells));
        else lines.push(...rowLines(cells));
      } else if (name === 'tbl') tables.pop();
      continue;
    }
    const value = step.attributes.get('val');
    const paragraph = paragraphs.at(-1);
    if (name === 'r') hidden = false;
    else if (name === 'p') paragraphs.push({ text: '', style: null, list: null, level: null, framed: [] });
    else if (name === 't') inText = true;
    else if (name === 'tab' && !step.attributes.has('pos')) put('\t');
    else if (name === 'br' || name === 'cr') put('\n');
    else if (name === 'noBreakHyphen') put('-');
    else if (name === 'vanish') hidden = value !== '0' && value !== 'false';
    else if (name === 'footnoteReference' || name === 'endnoteReference') {
      // Word shows notes by their order, whatever their ids.
      const key = `${name.replace('Reference', '')} ${step.attributes.get('id')}`;
      const number = marks.get(key) ?? marks.size + 1;
      if (leftOut === 0) marks.set(key, number);
      put(`[${number}]`);
    } else if (name === 'pStyle' && paragraph) paragraph.style = value ?? null;
    else if (name === 'numId' && paragraph) paragraph.list = value ?? null;
    else if (name === 'ilvl' && paragraph) paragraph.level = Number(value);
    else if (name === 'tbl') tables.push({ cells: [] });
    else if (name === 'tc') tables.at(-1)?.cells.push([]);
  }
  return lines;
}

/** A row is a line with its cells parted by tabs; cells that hold running text are columns of a page, read one after another. */
function rowLines(cells: readonly string[][]): string[] {
  const filled = cells.filter((cell) => cell.length > 0);
  const isLayout = filled.length === 1 || filled.some((cell) => cell.some((text) => text.length > LAYOUT_CELL));
  if (isLayout) return filled.flat();
  const row = cells.map((cell) => cell.join(' ').replace(/\s*\n\s*/g, ' ')).join('\t');
  return row.trim() ? [row.trimEnd()] : [];
}

function labelOf(
  place: Omit<Paragraph, 'text' | 'framed'>,
  styles: ReadonlyMap<string, Style>,
  numbering: Numbering,
): string {
  let { list, level } = place;
  let style = place.style;
  for (let depth = 0; style !== null && depth < DEEPEST_STYLE; depth++) {
    const resting = styles.get(style);
    list ??= resting?.list ?? null;
    level ??= resting?.level ?? null;
    style = resting?.basedOn ?? null;
  }
  return list === null || list === '0' ? '' : numbering.next(list, level ?? 0);
}

function readStyles(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  for (const step of stepsThrough(xml)) {
    if (step.kind === 'close' && step.name === 'style') style = null;
    if (step.kind !== 'open') continue;
    const value = step.attributes.get('val') ?? '';
    if (step.name === 'style') {
      style = { name: '', basedOn: null, list: null, level: null };
      styles.set(step.attributes.get('styleId') ?? '', style);
    } else if (!style) continue;
    else if (step.name === 'name') style.name = value;
    else if (step.name === 'basedOn') style.basedOn = value;
    else if (step.name === 'numId') style.list = value;
    else if (step.name === 'ilvl') style.level = Number(value);
  }
  return styles;
}
