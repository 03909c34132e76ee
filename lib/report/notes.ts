import type { Line } from '../text/lines';
import type { NormalText } from '../text/normal';
import { appendixKind } from './appendix';
import { endOfDocument, lastCall } from './end';
import { entriesOf, numberOf, type Range, splitTerm } from './entries';

/** ①三高四新：指…, [3]两个转变，即…, 注1：…: what a page's foot explains. */
const NOTE =
  /^(?:注)?(?:([①-⑳])|[[【][注^]?(\d{1,3})[\]】]：?|（注(\d{1,2})）|注(\d{1,2})[：:、.])[“《]?[^，。；：\n]{2,30}?(?:：|[，,]?(?:是指|系指|指的是|指|即|——))/;
const CALLED = /(?<=[\u4e00-\u9fffA-Za-z\d”》%）])(?:([①-⑳])|[[【][注^]?(\d{1,3})[\]】]|（注(\d{1,3})）)/g;
/** So few entries without a title may be a list of something else. */
const FEWEST = 2;
/** Beyond so many lines that look like notes the text is not searched for their terms. */
const MOST_SOUGHT = 500;

/**
 * Notes that stand under no title, in document order: at the foot of a reprint's pages, where the text before has called
 * them out, and in sequence behind the last call.
 */
export function untitledNotes(normal: NormalText, lines: readonly Line[]): Range[] {
  const feet = footnotes(normal.text, lines);
  return feet.length > 0 ? feet : tail(normal, lines);
}

function footnotes(text: string, lines: readonly Line[]): Range[] {
  const called = new Map<string, number>();
  for (const match of text.matchAll(CALLED)) {
    const key = keyOf(match);
    if (!called.has(key)) called.set(key, match.index);
  }
  const notes = lines.flatMap(({ text, start, end }) => {
    const match = NOTE.exec(text);
    return match && (called.get(keyOf(match)) ?? start) < start ? [{ start, end }] : [];
  });
  return notes.length > 0 ? notes : bareNotes(text, lines);
}

/** A PDF's notes, whose raised numbers became bare ones: 1 一带一谷：指… for “一带一谷”1 further up. */
function bareNotes(text: string, lines: readonly Line[]): Range[] {
  const notes: Range[] = [];
  let sought = 0;
  for (const { text: line, start, end } of lines) {
    const match = /^(\d{1,3})“?([^，。；：、“”\d][^，。；：\n]{1,29}?)”?(?:：|[，,]?(?:是指|系指|指的是|指|即))/.exec(
      line,
    );
    if (!match || Number(match[1]) !== notes.length + 1) continue;
    if (++sought > MOST_SOUGHT) break;
    const at = text.indexOf(match[2]!);
    const called = at >= 0 && at < start && /^”?\d/.test(text.slice(at + match[2]!.length, at + match[2]!.length + 2));
    if (called) notes.push({ start, end });
  }
  return notes.length >= FEWEST ? notes : [];
}

/** A note and its call-out share the number and its form. */
function keyOf(match: RegExpExecArray | RegExpMatchArray): string {
  return match[1] ?? String(Number(match[2] ?? match[3] ?? match[4]));
}

/** Numbered lines behind the last call that name and explain a term, up to an appendix with a title. */
function tail(normal: NormalText, lines: readonly Line[]): Range[] {
  const call = lastCall(lines);
  const end = endOfDocument(lines);
  if (call < 0) return [];
  const behind = lines.slice(call + 1).filter((line) => line.end <= end);
  const titled = behind.findIndex(({ text }) => appendixKind(text) !== null);
  const entries = entriesOf(normal, titled < 0 ? behind : behind.slice(0, titled)).filter(({ start, end }) => {
    const body = normal.text.slice(start, end);
    const number = numberOf(body);
    const split = number && splitTerm(body, number.length);
    // 1.推进改革。… is a paragraph with its heading.
    return split && body[split.termEnd] !== '。';
  });
  return entries.length >= FEWEST ? entries : [];
}
