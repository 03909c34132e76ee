/**
 * A sentence without its asides: what stands in round brackets is lifted out and read as a line of its own that hangs
 * on the place where it stood.
 */
export interface Line {
  text: string;
  /** The pieces of the normal text that the line was made from: where each begins in the line, and there. */
  pieces: { line: number; normal: number }[];
  /** Asides by the offset in `text` before which they stood. */
  asides: { before: number; line: Line }[];
}

/** Sentences end at these; a semicolon only separates the items of a list inside one. */
const END = /[。！？\n]/g;
/** No sentence of a report comes near this; a longer run is cut so that no clause costs more than its share. */
const LONGEST = 4000;

/** Call-outs such as [3] or ① belong to the glossary and not to the sentence. */
const CALL_OUT = /\[\d{1,3}\]|[①-⑳]/y;
/** What may have to be left out of a line. */
const LEFT_OUT = /[（\n[①-⑳]/g;

/** Cuts a normal text into sentences. Linear; nested brackets deeper than two levels are read as one aside. */
export function* sentences(text: string): Generator<{ line: Line; start: number; end: number }> {
  let start = 0;
  let end = -1;
  for (let i = 0; i <= text.length; i++) {
    if (end < i) end = nextOf(END, text, i);
    i = Math.min(end, Math.max(i, start + LONGEST));
    if (text[i] === '\n' && runsOn(text, i)) continue;
    if (i > start) yield { line: lineOf(text, start, i), start, end: i };
    start = i === end ? i + 1 : i;
  }
}

/** Where a pattern is next found, the text's length when nowhere. */
function nextOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}

/** A line that stops at a comma, or a next one that starts with one, is broken by a page or an image and no sentence's end. */
function runsOn(text: string, i: number): boolean {
  // 下降3.\n9个百分点; a line that is only 3. numbers what follows.
  if (/[^\n]\d\.\n\d/.test(text.slice(Math.max(0, i - 3), i + 2))) return true;
  // 广义货币M\n2\n增长13%: an index that the page sets lower.
  if ((text[i - 1] === 'M' && text[i + 1] === '2') || text.slice(i - 3, i) === 'M\n2') return true;
  return /[、，：]/.test(text[i - 1] ?? '')
    ? !/[（一二三四五六七八九十—#]/.test(text[i + 1] ?? '')
    : /[、，；。%）]/.test(text[i + 1] ?? '');
}

function lineOf(text: string, start: number, end: number): Line {
  const line: Line = { text: '', pieces: [], asides: [] };
  let from = start;
  const take = (to: number, next: number) => {
    if (to > from) {
      line.pieces.push({ line: line.text.length, normal: from });
      line.text += repaired(text.slice(from, to));
    }
    from = next;
  };
  // What lies behind the end is not looked at: a text without any of these would be gone through once a line.
  const words = text.slice(start, end);
  const next = (offset: number) => start + nextOf(LEFT_OUT, words, offset - start);
  for (let i = next(start); i < end; i = next(Math.max(from, i + 1))) {
    if (text[i] === '（') {
      const close = closing(text, i, end);
      if (close <= 0) continue;
      take(i, close + 1);
      line.asides.push({ before: line.text.length, line: lineOf(text, i + 1, close) });
    } else if (text[i] === '\n') {
      take(i, i + 1);
    } else {
      CALL_OUT.lastIndex = i;
      const callOut = CALL_OUT.exec(text);
      if (callOut) take(i, i + callOut[0].length);
    }
  }
  take(end, end);
  return line;
}

/** What an aside says that belongs to the name around it, and neither counts nor judges the figure. */
const NAMING = /^(?!按|其中|同比|可比|同口径|预计|预测|初步|快报|下同|见|附)[\u4e00-\u9fffA-Za-z]{1,12}$/;

/** A name as the text has it before `end`, with the brackets that stand inside it or close it: 污水治理（管控）率. */
export function withAsides(name: string, { text, asides }: Line, end: number): string {
  if (asides.length === 0) return name;
  // What was joined to the name in front stands further away: 农村…、生活污水治理（管控）率.
  const longest = [0, 2, 3, 4].find((cut) => name.length - cut >= 4 && standsAt(text, name.slice(cut), end) >= 0);
  if (longest === undefined) {
    const share = /^(.{4,})(占.+)$/.exec(name);
    return share ? withAsides(share[1]!, { text, pieces: [], asides }, end) + share[2]! : name;
  }
  const start = standsAt(text, name.slice(longest), end) - longest;
  let out = name;
  for (const { before, line } of asides.toReversed()) {
    const at = before - start;
    if (at > longest && at <= name.length && NAMING.test(line.text))
      out = `${out.slice(0, at)}（${line.text}）${out.slice(at)}`;
  }
  return out;
}

function standsAt(text: string, words: string, end: number): number {
  // 90%以上的村（社区）配备健康指导员: the name may stand behind its figure as well.
  const before = text.lastIndexOf(words, end - words.length);
  return before < 0 ? text.indexOf(words, end) : before;
}

/** 25l亿元: between a digit and a digit or a unit a scanned l is a one and an O a nought, and nothing else. */
function repaired(words: string): string {
  return words.replace(/(?<=\d)[lIOo](?=[\d亿万%]|元|人)/g, (slip) => (slip === 'l' || slip === 'I' ? '1' : '0'));
}

/** The bracket that closes the one at `open`, within a sane distance, or -1. */
function closing(text: string, open: number, end: number): number {
  let depth = 0;
  const limit = Math.min(end, open + 200);
  for (let i = open; i < limit; i++) {
    if (text[i] === '（') depth++;
    else if (text[i] === '）' && --depth === 0) return i;
  }
  return -1;
}

/** The normal range that the line range [start, end) was made from. */
export function normalRange(line: Line, start: number, end: number): { start: number; end: number } {
  return { start: normalOffset(line, start), end: normalOffset(line, end - 1) + 1 };
}

function normalOffset({ pieces }: Line, offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.line <= offset) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low - 1]!;
  return piece.normal + offset - piece.line;
}
