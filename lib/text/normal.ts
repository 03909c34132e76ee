/**
 * A text in the one spelling that all reading works on, with the way back to the source.
 *
 * Reports reach us with full- and half-width forms, padding spaces, Markdown marks and hard line breaks. Every rule of
 * the reading rooms matches `text`; every offset they publish goes through `toSource`.
 */
export interface NormalText {
  readonly source: string;
  readonly text: string;
  /** The range of the source that the normal range [start, end) was made from. An empty range maps to an empty one. */
  toSource(start: number, end: number): { start: number; end: number };
  /** The normal offset of the first kept code unit at or after a source offset. */
  fromSource(offset: number): number;
}

const CJK = /[\u3400-\u9fff\uf900-\ufaff]/;
const WORD = /[0-9A-Za-z]/;

/** Spellings folded one to one, whatever stands around them. */
const FOLD: Record<string, string> = {
  '％': '%',
  '﹪': '%',
  '＋': '+',
  '－': '-',
  '−': '-',
  '﹣': '-',
  '．': '.',
  '／': '/',
  '＆': '&',
  '＂': '"',
  '～': '~',
  '〜': '~',
  '∼': '~',
  '∶': '：',
  '︰': '：',
  '﹕': '：',
  '︓': '：',
  ':': '：',
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '〝': '“',
  '〞': '”',
  '［': '[',
  '］': ']',
  '﹙': '（',
  '﹚': '）',
  '﹐': '，',
  '﹔': '；',
  '﹒': '.',
  '•': '·',
  '・': '·',
  '‧': '·',
  '∙': '·',
};

/** Half-width punctuation that is Chinese punctuation wherever it does not belong to a number or a Latin word. */
const WIDEN: Record<string, string> = { ',': '，', ';': '；', '!': '！', '?': '？', '(': '（', ')': '）' };

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/;
const SPACE = /[^\S\n]/;

/** A line that begins like this opens a paragraph of its own, whatever the line before ended with. */
const OPENS_PARAGRAPH =
  /^(?:#|\*\*|——|—|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[，、章节]|[\d]{1,3}[.．、](?!\d)|[［[]\d|[①-⑳])/;

/** Normalises in one pass; linear in the length of the source. */
export function normalise(source: string): NormalText {
  const out: string[] = [];
  const at = new Uint32Array(source.length + 1);
  let kept = 0;
  let pendingSpace = -1;
  const put = (char: string, offset: number) => {
    out.push(char);
    at[kept++] = offset;
  };

  const lines = lineStarts(source);
  for (let line = 0; line < lines.length; line++) {
    const start = lines[line]!;
    const end = line + 1 < lines.length ? lines[line + 1]! : source.length;
    let i = start;
    let content = end;
    while (content > start && isBreak(source[content - 1]!)) content--;
    while (i < content && (SPACE.test(source[i]!) || INVISIBLE.test(source[i]!))) i++;
    if (i === content) continue;
    if (kept > 0 && !isSoftBreak(out, source, i, content)) put('\n', i > 0 ? i - 1 : 0);
    pendingSpace = -1;
    const hashes = /^#{1,6}\s+/.exec(source.slice(i, Math.min(content, i + 12)));
    if (hashes) i += hashes[0].length;

    for (; i < content; i++) {
      const char = source[i]!;
      if (INVISIBLE.test(char)) continue;
      if (char === '*' && (source[i + 1] === '*' || source[i - 1] === '*')) continue;
      if (SPACE.test(char)) {
        if (pendingSpace < 0) pendingSpace = i;
        continue;
      }
      const folded = fold(char, source, i);
      if (pendingSpace >= 0) {
        if (kept > 0 && WORD.test(out[kept - 1]!) && WORD.test(folded)) put(' ', pendingSpace);
        pendingSpace = -1;
      }
      put(folded, i);
    }
  }
  at[kept] = source.length;
  return makeNormal(source, out.join(''), at.subarray(0, kept + 1));
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

function isBreak(char: string): boolean {
  return char === '\n' || char === '\r' || char === '\u2028' || char === '\u2029' || char === '\f' || char === '\v';
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let i = 0; i < source.length; i++) {
    if (isBreak(source[i]!) && !(source[i] === '\r' && source[i + 1] === '\n')) starts.push(i + 1);
  }
  return starts;
}

function fold(char: string, source: string, i: number): string {
  const code = char.charCodeAt(0);
  if ((code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)) {
    return String.fromCharCode(code - 0xfee0);
  }
  const plain = FOLD[char];
  if (plain) return plain;
  const wide = WIDEN[char];
  if (!wide) return char;
  const before = source[i - 1] ?? '';
  const after = source[i + 1] ?? '';
  const insideLatin = WORD.test(before) && WORD.test(after) && !CJK.test(before) && !CJK.test(after);
  return insideLatin ? char : wide;
}

/**
 * A break is soft when the sentence plainly runs on over it: scanned reprints and e-papers break lines at the column's
 * width (seeds/reports/hengyang-congress-2021-article.txt breaks 党｜代会 over a blank line).
 */
function isSoftBreak(out: string[], source: string, next: number, end: number): boolean {
  const last = out[out.length - 1]!;
  if (!CJK.test(last) && !/[，、0-9A-Za-z]/.test(last)) return false;
  const first = source[next]!;
  if (!CJK.test(first) && !/[0-9A-Za-z，。、；：！？”）]/.test(first)) return false;
  let lineStart = out.length;
  while (lineStart > 0 && out[lineStart - 1] !== '\n' && out.length - lineStart < 200) lineStart--;
  const length = out.length - lineStart;
  if (length < 24) return false;
  const line = out.slice(lineStart).join('');
  if (OPENS_PARAGRAPH.test(line) && !line.includes('。')) return false;
  return !OPENS_PARAGRAPH.test(source.slice(next, Math.min(end, next + 12)));
}
