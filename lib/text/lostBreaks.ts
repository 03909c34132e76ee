import type { NormalText } from './fold';
import { linesOf } from './lines';
import { anyNumber } from './numerals';

/** A shorter line is a heading or a line of a title block. */
const LONG_LINE = 60;
/** A title block and its salutation fit in so many characters. */
const HEAD = 600;
/** No heading and no line of a title block is longer. */
const LONGEST_TITLE = 60;
/** A heading without a number is short. */
const LONGEST_BARE = 24;
const HAN = '[一二三四五六七八九十]{1,3}';

/** 第一部分, 一、, （一）, 1., （1）, a bullet, a salutation; each may open a paragraph. */
const OPENERS = new RegExp(
  `第(${HAN})(?:部分|章)|(${HAN}|—(?=、))[、.，](?!${HAN}[、产])|(?:（(?=(?:${HAN}|[—-])）))?((?:${HAN}|(?<=（)[—-])(?=）)|[㈠-㈩])）?|(\\d{1,2})[.、](?:(?!\\d|$)|(?=[12]\\d{3}年))|（?(\\d{1,2}(?=）)|[⑴-⒇])）?|(——(?=[\\u4e00-\\u9fff“])|[●■◆▲★◎【]|附[件表录][一二三四五六七八九\\d]{1,2}(?![\\d、]))|(各位代表|同志们)(?=[，：！、])`,
  'g',
);
const CALLED = 5;
const BULLET = 6;
const CALL = 7;
/** The appendix that explains terms, with the number of its first entry right behind it. */
const GLOSSARY =
  /(?:附[件录]?[一二三\d]?[：:]?)?(?:《?政府工作报告》?(?:有关|相关|中的?|部分)?)?(?:有关|相关|部分|专业|主要)?(?:名词|术语|用语|词语)(?:和术语)?(?:解释|注释|说明|释义|注解)[：:]?(?=(?:注?[[【（]?1[\]】）.、：]|①|一、))|注释：?(?=(?:[[【（]1[\]】）]|1[.、]|①))/;
const NEXT_APPENDIX = /(?<=[。；！？）”])附[件表录][一二三四五六七八九\d]{1,2}(?![\d、])/;
const ENTRY = /注?[[【（](\d{1,3})[\]】）]|(\d{1,3})[.、](?!\d)|([①-⑳])/g;
/** The words that a chapter's heading ends with. */
const CLOSING = '(?:回顾|总结|安排|任务|目标|要求|建议|打算|计划|思路|部署|重点|工作|建设|情况|展望)';
/** In a line without spaces a heading ends at its last word before a sentence that opens as sentences of reports do. */
const CLOSES_HEADING = new RegExp(
  `^[^，。：；\\n]{4,34}?${CLOSING}(?=(?:[12]\\d{3}|[一二][〇○零O0一二三四五六七八九]{3}|[〇○零一二三四五六七八九]{2})年|今年|去年|今后[五几]年|过去|[一五]年来|刚刚过去|到20|“[^”]{2,4}”[期时]|各位代表|（一）|㈠|1[.、])`,
);
/** The same of a chapter, which is short: 四、切实加强政府自身建设 / 坚持依法行政，…. */
const CLOSES_CHAPTER = new RegExp(
  `^(?:第${HAN}部分|${HAN}[、.，])[^。：；\\n]{4,34}?(?:${CLOSING}(?=坚持|面对|围绕|按照|根据|为了?|我们|严格|认真|深入|贯彻|依法|自觉|坚定|各级|牢固|始终|全面落实|总体要求是|[省市县区州旗镇乡]第?[一二三四五六七八九十]{1,3}届|我[省市县区州旗镇乡]|全[省市县区州旗镇乡]|主要(?:预期)?目标是|预期目标|总的|[新本][一届年]|必须|要)|[^。：；\\n]{2,20}(?=一是))`,
);
const CLOSES = new RegExp(`${CLOSING}$`);
/** （一） right behind the heading of its chapter. */
const UNDER_HEADING = new RegExp(`${HAN}[、.][^。；]{4,}$|${CLOSING}$`);
/** The end of the line that tells the session, and what opens it. */
const SESSION =
  /(?<=报告)(?=—|（[^）]{3,40}[日上过]）|[12]\d{3}[-年.]\d|[一二][〇○零O0九]{2}.年|发布|来源|作者|[^，。\n]{2,4}[：:])|(?<=(?:会议|大会)上）?)(?!）)|(?=各位代表|同志们[，：])/g;

/**
 * Puts back the line breaks that a carrier has lost: where a long line runs on over numbered headings that follow each
 * other, over bullets, salutations and the entries of a glossary, or over the spaces that are left of its breaks. Lines
 * that hold no more than a paragraph stay whole. Linear in the length of the text.
 */
export function restoreBreaks(normal: NormalText): NormalText {
  const breaks = linesOf(normal.text).flatMap((line) =>
    line.text.length < LONG_LINE ? [] : breaksIn(normal, line.start, line.text),
  );
  return breaks.length === 0 ? normal : withBreaks(normal, breaks);
}

function breaksIn(normal: NormalText, from: number, line: string): number[] {
  const gaps = gapsIn(normal, from, line);
  const spaced = new Set(gaps);
  const found = openers(line, (at) => spaced.has(at));
  const head = headBreaks(line);
  const wide = gaps.filter((at) => /[。！？]/.test(line[at - 1]!) && isWide(normal, from + at)).length;
  const breaks = new Set([...found, ...head]);
  const stops = line.match(/[。！？]/g)?.length ?? 0;
  const ends = gaps.filter((at) => /[。！？]/.test(line[at - 1]!)).length;
  // A typist who sets a space behind every full stop has lost no break.
  const parted = found.length > 0 && ends > 1 && ends < stops * 0.7;
  if (found.length > 1 || head.length > 0 || wide > 1 || parted) {
    for (const at of spacedBreaks(normal, from, line, gaps, [...breaks])) breaks.add(at);
  }
  for (const at of found) {
    const end = headingEnd(line, at, gaps, breaks);
    if (end) breaks.add(end);
  }
  return [...breaks]
    .filter((at) => at > 0 && at < line.length)
    .sort((a, b) => a - b)
    .map((at) => from + at);
}

/** Where the heading that begins at an opener ends without a stop, null where a stop ends it. */
function headingEnd(line: string, at: number, gaps: readonly number[], breaks: ReadonlySet<number>): number | null {
  for (let i = countUpTo(gaps, at + 4); i < gaps.length && gaps[i]! < at + LONGEST_TITLE; i++) {
    const gap = gaps[i]!;
    if (breaks.has(gap)) return null;
    if (!endsTitle(line.slice(at, gap), line.slice(gap, gap + 30))) continue;
    return /[。；]/.test(line.slice(at, gap)) ? null : gap;
  }
  const closed =
    CLOSES_HEADING.exec(line.slice(at, at + LONGEST_TITLE)) ?? CLOSES_CHAPTER.exec(line.slice(at, at + LONGEST_TITLE));
  return closed && line.length > at + closed[0].length + 8 ? at + closed[0].length : null;
}

/** Where the paragraphs of a line open: its numbered headings, the entries of its glossary, the appendix behind them. */
function openers(line: string, gap: (at: number) => boolean): number[] {
  const glossary = GLOSSARY.exec(line);
  if (!glossary) return inSequence(line, gap);
  const from = glossary.index + glossary[0].length;
  const next = line.slice(from).search(NEXT_APPENDIX);
  const end = next < 0 ? line.length : from + next;
  return [
    ...inSequence(line.slice(0, glossary.index), gap),
    glossary.index,
    ...entries(line.slice(0, end), from),
    ...inSequence(line.slice(end), (at) => gap(end + at)).map((at) => end + at),
  ];
}

/** Where an opener stands behind a sentence's end or a space and its number follows the one before. */
function inSequence(line: string, gap: (at: number) => boolean): number[] {
  const candidates = [...line.matchAll(OPENERS)]
    .map((match) => {
      const kind = match.findIndex((group, i) => i > 0 && group !== undefined);
      return { at: match.index, kind, ordinal: kind < BULLET ? ordinalOf(match[kind]!) : 0 };
    })
    .filter(({ at, kind, ordinal }) => {
      const before = line[at - 1];
      // “四场硬仗”（1），: a call-out.
      if (kind === CALLED && (before === '”' || /^（?.{1,2}）?[，。；、：]/.test(line.slice(at, at + 6)))) return false;
      if (before === undefined || gap(at) || /[。！？]/.test(before) || (kind === CALL && at < HEAD)) return true;
      return (
        kind < BULLET &&
        (/[；：”）】]/.test(before) || (ordinal === 1 && UNDER_HEADING.test(line.slice(Math.max(0, at - 40), at))))
      );
    });
  const found: number[] = [];
  // The last ordinal of each kind; a heading begins the kinds below it anew.
  const last = [0, 0, 0, 0, 0, 0];
  candidates.forEach(({ at, kind, ordinal }, i) => {
    if (kind < BULLET) {
      const before = last[kind]!;
      const next = candidates.slice(i + 1, i + 40).find((other) => other.kind === kind)?.ordinal;
      // 三、 twice, or 五、 behind 三、: real reports count wrong. Arabic numbers do not, for they are also figures.
      const goes = before > 0 && ordinal >= before + (kind < 4 ? 0 : 1) && ordinal <= before + (kind < 4 ? 2 : 1);
      if (at > 0 && !goes && !(ordinal === 1 ? before === 0 || next === 2 : before === 0 && next === ordinal + 1))
        return;
      last[kind] = ordinal;
      last.fill(0, kind + 1);
    }
    found.push(at);
  });
  return found;
}

function ordinalOf(numeral: string): number {
  const code = numeral.charCodeAt(0);
  if (code >= 0x3220 && code <= 0x3229) return code - 0x3220 + 1;
  if (code >= 0x2474 && code <= 0x2487) return code - 0x2474 + 1;
  return /^[—-]$/.test(numeral) ? 1 : (anyNumber(numeral) ?? 0);
}

/** The entries of a glossary: numbers of one form, each one more than the last. */
function entries(line: string, from: number): number[] {
  const found: number[] = [];
  let form: number | null = null;
  for (const match of line.slice(from).matchAll(ENTRY)) {
    const kind = match.findIndex((group, i) => i > 0 && group !== undefined);
    const number = kind === 3 ? match[3]!.charCodeAt(0) - 0x2460 + 1 : Number(match[kind]);
    if (number !== found.length + 1 || (form !== null && form !== kind)) continue;
    if (found.length > 0 && !/[。；！？”）]/.test(line[from + match.index - 1]!)) continue;
    form = kind;
    found.push(from + match.index);
  }
  return found;
}

/** The title, its session, its speaker and the salutation, which a document opens with. */
function headBreaks(line: string): number[] {
  const salutation = /(?:各位代表|同志们)(?:[、，]同志们)?：/.exec(line.slice(0, HEAD));
  if (!salutation || salutation.index === 0 || /[。；]/.test(line.slice(0, salutation.index))) return [];
  const found = [...line.slice(0, salutation.index + 1).matchAll(SESSION)].map((match) => match.index);
  return [...found, salutation.index, salutation.index + salutation[0].length];
}

/** The spaces at which a paragraph or a heading ended; a stray space between two words is none. */
function spacedBreaks(
  normal: NormalText,
  from: number,
  line: string,
  gaps: readonly number[],
  known: readonly number[],
): number[] {
  const ends = gaps.filter((at) => /[。！？：；]/.test(line[at - 1]!));
  const stray = gaps.length - ends.length > 2 * ends.length + 8;
  const found: number[] = [];
  const opened = [...known].sort((a, b) => a - b);
  let k = 0;
  let last = 0;
  for (const at of gaps) {
    while (k < opened.length && opened[k]! < at) last = Math.max(last, opened[k++]!);
    if (/[。！？：；]/.test(line[at - 1]!) || (isWide(normal, from + at) && /[”）]/.test(line[at - 1]!))) {
      found.push(at);
      last = at;
      continue;
    }
    const piece = line.slice(last, at);
    if ((stray && !isWide(normal, from + at)) || !endsTitle(piece, line.slice(at, at + 30), isWide(normal, from + at)))
      continue;
    found.push(at);
    last = at;
  }
  return found;
}

/** 第三部分, 三、, （三）, 3. with nothing behind it. */
const BARE_NUMBER = new RegExp(`^(?:第?${HAN}(?:部分|章|、)?|（${HAN}）|\\d{1,2}[.、]?)$`);
const NUMBERED = new RegExp(`^(?:第${HAN}(?:部分|章)|${HAN}、|（${HAN}）|\\d{1,2}[.、]|（\\d{1,2}）)`);

/** A piece that stands between two spaces and may be a title or a heading. */
function endsTitle(piece: string, next: string, wide = false): boolean {
  if (piece.length < 3 || piece.length > LONGEST_TITLE || /[。；：，、.]$/.test(piece)) return false;
  if (BARE_NUMBER.test(piece)) return false;
  const numbered = NUMBERED.test(piece);
  if (!numbered && (/[。；]/.test(piece) || (piece.includes('，') && !(wide && piece.length <= LONGEST_BARE))))
    return false;
  if (/[\da-zA-Z]$/.test(piece)) return /^附[件表录]\d{1,2}$/.test(piece);
  // A stray space inside of a heading: （一）坚持 稳中求进。
  if (numbered && piece.length < 12 && next.length > 29 && /^[^，。；]{1,20}。/.test(next)) return false;
  if (/^[12]\d{3}年/.test(next)) return CLOSES.test(piece);
  return !/^[\da-zA-Z]/.test(next);
}

/** Where spaces of the source stand before a character of the line; a break of the source that was joined is none. */
function gapsIn(normal: NormalText, from: number, line: string): number[] {
  const { start, end } = normal.toSource(from, from + line.length);
  if (!/[。！？：；”）\u4e00-\u9fff][ \t\u00a0\u2000-\u200a\u3000]/.test(normal.source.slice(start, end))) return [];
  const gaps: number[] = [];
  let before = normal.toSource(from, from).start;
  for (let i = 1; i < line.length; i++) {
    const at = normal.toSource(from + i, from + i).start;
    if (at > before + 1 && /^[^\S\n\r]+$/.test(normal.source.slice(before + 1, at))) gaps.push(i);
    before = at;
  }
  return gaps;
}

/** More than one space, or a wide one: what is left of an indent. */
function isWide(normal: NormalText, at: number): boolean {
  const end = normal.toSource(at, at).start;
  const space = normal.source.slice(Math.max(0, end - 2), end);
  return /\u3000$|[^\S\n]{2}$/.test(space);
}

/** The text with breaks put in; each maps to the empty range before the character behind it. */
function withBreaks(normal: NormalText, breaks: readonly number[]): NormalText {
  const pieces: string[] = [];
  let from = 0;
  for (const at of breaks) {
    pieces.push(normal.text.slice(from, at));
    from = at;
  }
  pieces.push(normal.text.slice(from));
  // The k-th break stands at breaks[k] + k of the new text.
  const inner = (offset: number) => offset - countBelow(breaks, offset);
  return {
    source: normal.source,
    text: pieces.join('\n'),
    toSource: (start, end) => normal.toSource(inner(start), inner(end)),
    fromSource(offset) {
      const at = normal.fromSource(offset);
      return at + countUpTo(breaks, at);
    },
  };
}

/** How many breaks stand before an offset of the new text. */
function countBelow(breaks: readonly number[], offset: number): number {
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (breaks[middle]! + middle < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the offsets, which are in order, are at most this one. */
function countUpTo(breaks: readonly number[], offset: number): number {
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (breaks[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
