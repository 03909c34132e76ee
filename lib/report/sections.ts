import { type Line, linesOf } from '../text/lines';
import type { NormalText } from '../text/normal';
import { anyNumber } from '../text/numerals';
import { appendixKind } from './appendix';
import { endOfDocument } from './end';
import { isTableHead } from './entries';
import { untitledNotes } from './notes';
import type { Section } from './types';

/** A heading found in the normal text, before it has found its place in the tree. */
interface Heading {
  start: number;
  end: number;
  /** Outermost is smallest; only the order counts. */
  rank: number;
}

const HAN = '[一二三四五六七八九十]{1,3}';

/** The ways in which a paragraph is numbered, outermost first (GB/T 9704 sets 一、（一）1.（1） for official documents). */
const NUMBERED: readonly { pattern: RegExp; rank: number }[] = [
  { pattern: new RegExp(`^第${HAN}(?:部分|章|编)`), rank: 10 },
  { pattern: new RegExp(`^第${HAN}节`), rank: 15 },
  // Scans read the numeral 一 as a dash: —、 and （—）.
  {
    pattern: new RegExp(`^(?:${HAN}|[壹贰叁肆伍陆柒捌玖拾]{1,2}(?=、)|—(?=、)|[Ⅰ-Ⅹ](?=、))[、.，：](?!${HAN}[、产月])`),
    rank: 20,
  },
  // They also take one bracket for another: （二] and 〈四）.
  { pattern: new RegExp(`^(?:（(?:${HAN}|[—-])）|[（〈[{]${HAN}[）〉\\]}]|${HAN}）|[㈠-㈩])`), rank: 30 },
  { pattern: /^(?:\d{1,2}[、.，](?!\d|$)|\d{1,2}[、.](?=[12]\d{3}年)|[⒈-⒛])/, rank: 40 },
  { pattern: /^(?:（?\d{1,2}）|[⑴-⒇])/, rank: 50 },
  { pattern: /^[①-⑳]/, rank: 60 },
  { pattern: new RegExp(`^第${HAN}[，、：]`), rank: 70 },
  { pattern: /^【[^】\d\n]{2,40}】/, rank: 80 },
  { pattern: /^(?:—{1,2}|-{2}|一一(?![〇○零一二三四五六七八九]{3}年)|[●■◆▲★◎•·※▶►◇□○])(?=[^\d—-])/, rank: 80 },
];
const COMMA_NUMBERED = new RegExp(`^(?:${HAN}|\\d{1,2})，`);
/** A glossary printed before the report ends where such a chapter begins; entries have a colon. */
const CHAPTER_WORDS = /^[^：]*(?:回顾|安排|任务|目标|要求|自身建设|重点工作|总体思路|工作部署|工作打算)[^：]*$/;
const CHAPTER = 10;
const HAN_RANK = 20;
const PAREN_RANK = 30;
const ORDINAL_RANK = 70;
const DASH_RANK = 80;
const LIST_RANK = 75;
const ITEM_RANK = 90;
const RUN_IN_RANK = 85;

/** The fullest report at hand has 101 sections; what has more than this many headings is no document. */
const MOST_SECTIONS = 10_000;
/** 四是完善大保护大治理格局，坚决筑牢国家西部生态安全屏障 has 29. */
const LONGEST_ITEM = 40;
/** A heading is rarely longer; of a longer first sentence only the first clause is taken. */
const LONGEST_HEADING = 60;
/** A run-in heading that only its place at the head of a paragraph shows is short: 推进社会治理体系和治理能力现代化。 has 17. */
const LONGEST_RUN_IN = 22;

/**
 * The sections of a report as a tree in document order. Numbered paragraphs, Markdown headings, bold and run-in
 * headings, 一是…二是… chains and appendices are all sections; a level is the depth of nesting, not the kind of numeral.
 * Entries of a glossary appendix are no sections.
 */
export function readSections(normal: NormalText): Section[] {
  const all = linesOf(normal.text);
  const end = endOfDocument(all);
  const notes = new Set(untitledNotes(normal, all).map(({ start }) => start));
  const lines = all.filter((line) => line.start < end && !notes.has(line.start));
  const headings = [...printedHeadings(normal, lines), ...chains(normal.text.slice(0, end))];
  const marked = boldHeadings(normal, headings).filter(({ start }) => start < end);
  const found = outsideGlossaries(normal, withRunIns(lines, [...headings, ...marked]));
  return tree(normal, found.slice(0, MOST_SECTIONS), end);
}

/** A glossary's entries are no sections, in whatever form they are set; it ends where the next appendix or chapter begins. */
function outsideGlossaries(normal: NormalText, headings: readonly Heading[]): Heading[] {
  let inside = false;
  return headings.filter(({ start, end, rank }) => {
    const heading = normal.text.slice(start, end);
    if (rank === 0) inside = appendixKind(heading) === 'glossary';
    else if (inside && rank <= HAN_RANK && CHAPTER_WORDS.test(heading)) inside = false;
    return !inside || rank === 0;
  });
}

function printedHeadings(normal: NormalText, lines: Line[]): Heading[] {
  const headings: Heading[] = [];
  // Before the first full stop stand the title and its lines: ——在衡阳市第十五届人民代表大会第六次会议上.
  const body = normal.text.indexOf('。');
  let inGlossary = false;
  // The last number that a comma sets off.
  let counted = 0;
  for (let i = tableOfContents(lines); i < lines.length; i++) {
    const line = lines[i]!;
    const appendix = appendixKind(line.text);
    // 序号, 名词, 解释: the cells of a table's head name no further appendix.
    if (appendix && !(inGlossary && isTableHead(line.text))) {
      inGlossary = appendix === 'glossary';
      // 附件1 above the appendix's own title is no section of its own.
      const next = lines[i + 1];
      const bare =
        /^附[件录表]?[一二三四五六七八九十\d]{0,2}[：]?$/.test(line.text) &&
        next &&
        next.text.length <= 40 &&
        !/[。；]$/.test(next.text) &&
        !isNumbered(next.text);
      if (!bare) headings.push({ start: line.start, end: line.end - (/[：:]$/.test(line.text) ? 1 : 0), rank: 0 });
      else if (!appendixKind(next.text)) {
        headings.push({ start: next.start, end: next.end, rank: 0 });
        i++;
      }
      continue;
    }
    const numbered = NUMBERED.find(({ pattern }) => pattern.test(line.text));
    const next = lines[i + 1];
    if (next && isSplit(line.text, next.text)) {
      headings.push({ start: line.start, end: next.end, rank: numbered?.rank ?? HAN_RANK });
      i++;
      continue;
    }
    if (!numbered) {
      const rank = markdownRank(normal, line) ?? spacedRank(normal, line);
      if (rank !== null) headings.push({ start: line.start, end: line.end, rank });
      continue;
    }
    // A wrapped line may begin with a number and a comma: …百分之九十二点 / 六，人口自然增长率….
    if (COMMA_NUMBERED.test(line.text)) {
      if (i > 0 && !endsParagraph(lines[i - 1]!.text)) continue;
      // So may a call-out that a line's end has cut off: …发展“水美经济” / 3，接待游客….
      const ordinal = Number(/^\d+/.exec(line.text)?.[0] ?? 0);
      if (ordinal > 1 && ordinal !== counted + 1) continue;
      counted = ordinal;
    }
    if (inGlossary && !(numbered.rank === HAN_RANK && CHAPTER_WORDS.test(line.text))) continue;
    inGlossary = false;
    if (numbered.rank === DASH_RANK && line.end < body) continue;
    const bracket = line.text.startsWith('【') ? line.text.indexOf('】') + 1 : 0;
    if (bracket > 0 && line.text.length < bracket + 20 && (lines[i + 1]?.text.length ?? 0) < LONGEST_HEADING) continue;
    headings.push({ start: line.start, end: line.start + (bracket || headingLength(line.text)), rank: numbered.rank });
  }
  return headings;
}

/** A numeral alone above its title, or a chapter's title that is broken: 一、2023年和过去五年 / 工作回顾. */
function isSplit(line: string, next: string): boolean {
  if (next.length > 30 || isNumbered(next) || /[。；，：、]$/.test(next)) return false;
  if (/^(?:[一二三四五六七八九十]{1,2}、?|第[一二三四五六七八九十]{1,2}(?:部分|章))$/.test(line))
    return /[\u4e00-\u9fff]{4}/.test(next);
  const chapter = /^(?:[一二三四五六七八九十]{1,2}、|第[一二三四五六七八九十]{1,2}部分)[^。；，：]{2,24}$/.test(line);
  return chapter && !CLOSES.test(line) && next.length <= 8 && CLOSES.test(next);
}
const CLOSES = /(?:回顾|总结|安排|任务|目标|要求|部署|打算)$/;

/** A sentence's end, or a numbered heading of its own. */
function endsParagraph(line: string): boolean {
  return /[。！？：；”）]$/.test(line) || (line.length < LONGEST_ITEM && isNumbered(line));
}

function isNumbered(line: string): boolean {
  return NUMBERED.some(({ pattern }) => pattern.test(line));
}

/** An entry of a table of contents with its dots and page; a longer line is none. */
const LONGEST_ENTRY = 200;

/** Where the text begins behind a table of contents, 0 when there is none: its first entry comes again as a heading. */
function tableOfContents(lines: readonly Line[]): number {
  const title = lines.slice(0, 30).findIndex(({ text }) => /^目[录次]$/.test(text));
  const entry = title < 0 ? '' : (lines[title + 1]?.text ?? '');
  const first = entry.length > LONGEST_ENTRY ? '' : entry.replace(/[.…·\d]+$/, '');
  if (!first || first.length < 4) return 0;
  const again = lines.findIndex(({ text }, i) => i > title + 1 && text.startsWith(first));
  return Math.max(again, 0);
}

/** A heading that a colon closes; behind 第一部分 the colon belongs to the number. */
const LEAD = /^(?:第[一二三四五六七八九十]{1,3}(?:部分|章)：?)?[^，。；：！？\n]{2,10}[^。；：！？\n]{0,30}(?=：)/;
/** What stands behind such a colon is at least a sentence; less is the second half of a heading. */
const SHORTEST_SENTENCE = 20;

/** How much of a numbered paragraph is its heading. */
function headingLength(line: string): number {
  const stop = line.search(/[。！？]/);
  // （一）工业提质增效：全年完成产值…。
  const colon = LEAD.exec(line)?.[0].length ?? 0;
  if (colon > 0 && (stop < 0 ? line.length : stop) > colon + SHORTEST_SENTENCE) return colon;
  if (stop >= 0 && stop <= LONGEST_HEADING) return stop;
  if (stop < 0 && line.length <= LONGEST_HEADING) return line.replace(/[：；，]$/, '').length;
  const clause = line.slice(4, LONGEST_HEADING).search(/[；：，]/);
  return clause < 0 ? Math.min(line.length, LONGEST_HEADING) : clause + 4;
}

/** The lines of a title block: 2022年1月6日在江阳市第六届人民代表大会第一次会议上, 县长 ×××. */
const SESSION = /(?:会议|大会)上）?$|^.{0,20}[省市县区州旗镇乡盟]长.{0,8}$|^[^。]{0,10}\d{1,2}月\d{1,2}日）?$/;

/** Unnumbered Markdown headings: a second-level one stands beside 一、, a third-level one beside （一）, and so on. */
function markdownRank(normal: NormalText, line: Line): number | null {
  const { start } = normal.toSource(line.start, line.start);
  const marks = /(?:^|\n)[^\S\n]*(#{1,6})[^\S\n]+$/.exec(normal.source.slice(Math.max(0, start - 16), start));
  if (!marks || line.text.includes('政府工作报告') || SESSION.test(line.text)) return null;
  return HAN_RANK + 10 * (Math.max(2, marks[1]!.length) - 2);
}

/** A chapter whose numeral only a space sets off: 一　过去五年工作回顾. */
function spacedRank(normal: NormalText, line: Line): number | null {
  // 一　一九八七年工作回顾: only the numeral before the space counts.
  const { start } = normal.toSource(line.start, line.start);
  const spaced = /^\S{1,2}(?=\s)/.exec(normal.source.slice(start, start + 4))?.[0].length;
  const numeral = new RegExp(`^[一二三四五六七八九十]{${spaced ?? 1}}(?=[\\u4e00-\\u9fff\\d“])`).exec(line.text);
  if (!spaced || !numeral || line.text.length > 40 || /[。；，：]$/.test(line.text)) return null;
  return HAN_RANK;
}

/** 一是…二是… and 第一，…第二，… inside paragraphs; a lone one is no list. */
function chains(text: string): Heading[] {
  const headings: Heading[] = [];
  const pattern = new RegExp(`(?<=^|[。；！？：，\\n])(?:(${HAN})是|第(${HAN})，)|(?<=^|[。；！？\\n])(${HAN})要`, 'g');
  const found = [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    ordinal: anyNumber((match[1] ?? match[2] ?? match[3])!) ?? 0,
    kind: match[2] ? ORDINAL_RANK : ITEM_RANK,
  }));
  const open = new Map<number, { ordinal: number; rank: number }>();
  for (let i = 0; i < found.length; i++) {
    const item = found[i]!;
    const next = found.slice(i + 1, i + 30).find((other) => other.kind === item.kind);
    const opens = item.ordinal === 1 && next?.ordinal === 2;
    const chain = open.get(item.kind);
    if (!opens && chain?.ordinal !== item.ordinal - 1) continue;
    // A list whose items are paragraphs holds the run-in headings below it; one inside a paragraph is held by them.
    const onOwnLine = item.start === 0 || text[item.start - 1] === '\n';
    const rank = opens ? (item.kind === ITEM_RANK && onOwnLine ? LIST_RANK : item.kind) : chain!.rank;
    open.set(item.kind, { ordinal: item.ordinal, rank });
    // …步伐不快，二是…: an item ends where the next one begins.
    const limit = Math.min(item.start + LONGEST_HEADING, (found[i + 1]?.start ?? text.length) - 1);
    const sentence = text.slice(item.start, Math.max(limit, item.start + 2)).split(/[。；！？\n]/, 1)[0]!;
    const length =
      sentence.length <= LONGEST_ITEM ? sentence.length : sentence.slice(0, 60).split(/[，：](?<=.{4})/, 1)[0]!.length;
    headings.push({ start: item.start, end: item.start + length, rank });
  }
  return headings;
}

/** Bold runs that open a sentence: **新型工业化加速推进。** */
function boldHeadings(normal: NormalText, printed: Heading[]): Heading[] {
  const headings: Heading[] = [];
  const taken = new Set(printed.map((heading) => heading.start));
  const ends = new Map(printed.map((heading) => [heading.start, heading.end]));
  for (const match of normal.source.matchAll(/\*\*([^*\n]{2,80})\*\*/g)) {
    let start = normal.fromSource(match.index + 2);
    const end = normal.fromSource(match.index + match[0].length);
    // **2018年1月23日在滨江区第五届人民代表大会第二次会议上** says where the report was given.
    if (/(?:会议|大会)上）?$/.test(normal.text.slice(start, end))) continue;
    const before = normal.text.slice(Math.max(0, start - 4), start);
    const lead = /(?:^|[。！？；\n])([\u4e00-\u9fff]{0,3})$/.exec(before);
    if (!lead && start > 0) continue;
    start -= lead?.[1]?.length ?? 0;
    const numberedEnd = ends.get(start);
    if (numberedEnd !== undefined) start = skipStop(normal.text, numberedEnd);
    for (const sentence of sentences(normal.text, start, end)) {
      if (!taken.has(sentence.start)) headings.push({ ...sentence, rank: RUN_IN_RANK });
    }
  }
  return headings;
}

function skipStop(text: string, at: number): number {
  return /[。！？]/.test(text[at] ?? '') ? at + 1 : at;
}

function sentences(text: string, start: number, end: number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && !/[。！？]/.test(text[i]!)) continue;
    const last = /[，：；、]/.test(text[i - 1] ?? '') ? i - 1 : i;
    if (last - from >= 2) found.push({ start: from, end: last });
    from = i + 1;
  }
  return found;
}

/**
 * Adds the headings that only their form shows: paragraphs that open with a short sentence, and short lines of their own
 * before long paragraphs; only where most paragraphs under the same heading do so.
 */
function withRunIns(lines: Line[], headings: Heading[]): Heading[] {
  const sorted = unique(headings);
  const result = [...sorted];
  const printed = sorted.filter(({ rank }) => rank < RUN_IN_RANK);
  // Where nothing is numbered, lines of their own are the outermost headings.
  const ownLine = printed.some(({ rank }) => rank <= PAREN_RANK) ? RUN_IN_RANK : HAN_RANK;
  for (const chapter of unnumberedChapters(lines, sorted)) {
    sorted.push(chapter);
    result.push(chapter);
    printed.push(chapter);
  }
  printed.sort((a, b) => a.start - b.start);
  const taken = new Set(sorted.map(({ start }) => start));
  const body = lines.findIndex(({ text }) => text.includes('。'));
  let next = 0;
  let group: Heading[] = [];
  let paragraphs = 0;
  let upTo = 0;
  const flush = () => {
    if (group.length > 1 && group.length * 2 >= upTo) for (const heading of group) result.push(heading);
    group = [];
    paragraphs = 0;
  };
  for (let i = Math.max(0, body - 1); i < lines.length; i++) {
    const line = lines[i]!;
    while (next < printed.length && printed[next]!.start <= line.start) {
      flush();
      next++;
    }
    if (taken.has(line.start)) continue;
    const length = ownLineHeading(lines, i) ?? runIn(line.text);
    if (line.text.length >= 60 && group.length > 0) paragraphs++;
    if (length === null) continue;
    const rank = length === line.text.length ? ownLine : RUN_IN_RANK;
    if (group.length === 0 && printed.length > 0 && next === 0) continue;
    group.push({ start: line.start, end: line.start + length, rank });
    upTo = Math.max(paragraphs, group.length);
    if (length === line.text.length && lines[i + 1] && lines[i + 1]!.text.length < 40) i++;
  }
  flush();
  return unique(result);
}

/**
 * Chapters that stand on lines of their own above （一）, or above 一、 that begins anew under each: 2025年工作回顾, 政府自身建设.
 * One alone is a title.
 */
function unnumberedChapters(lines: readonly Line[], headings: readonly Heading[]): Heading[] {
  const ranks = new Set(headings.map(({ rank }) => rank));
  if (ranks.has(CHAPTER)) return [];
  const starts = new Map(lines.map((line) => [line.start, line.text]));
  // A list in an appendix begins anew too.
  const appendix = headings.find(({ rank }) => rank === 0)?.start ?? Number.POSITIVE_INFINITY;
  const begun = headings.filter(
    ({ rank, start }) => rank === HAN_RANK && start < appendix && /^一/.test(starts.get(start) ?? ''),
  ).length;
  const rank = !ranks.has(HAN_RANK) && ranks.has(PAREN_RANK) ? HAN_RANK : begun > 1 ? CHAPTER : null;
  if (rank === null) return [];
  const chapters = lines.filter(
    ({ text }, i) => CHAPTER_WORDS.test(text) && !isNumbered(text) && ownLineHeading(lines, i) !== null,
  );
  return chapters.length > 1 ? chapters.map(({ start, end }) => ({ start, end, rank })) : [];
}

/** A short first sentence: 聚焦聚力先进制造业。紧紧咬住集群发展，… */
function runIn(line: string): number | null {
  const stop = line.search(/[。！？]/);
  if (stop < 4 || stop > LONGEST_RUN_IN || line.length < stop + 30 || line[stop] !== '。') return null;
  const opening = line.slice(0, stop).replace(/“[^”]{1,10}”/g, '');
  return /[，；：\d%“‘《]|^(?:各位|我们|这|为此|对此|同时|当前|今年|去年|过去|刚刚过去|[一二][〇○零一二三四五六七八九]{3}年)/.test(
    opening,
  )
    ? null
    : stop;
}

/** A township's paragraphs are short. */
const SHORTEST_PARAGRAPH = 45;

/** A short line without a stop before a long paragraph; a second such line under it belongs to it. */
function ownLineHeading(lines: readonly Line[], i: number): number | null {
  const { text } = lines[i]!;
  if (
    text.length < 4 ||
    text.length > 30 ||
    !/[\u4e00-\u9fff]/.test(text) ||
    /[。；，！？：、…]$|^[（(‘]|^“(?![^”]{2,6}”[时期以规及])|\d{4}年\d|来源|编辑|打印|分享|记者|作者|[|>»]/.test(text)
  )
    return null;
  const before = lines[i - 1];
  if (before && !/[。！？；：”）]$/.test(before.text)) return null;
  const next = lines[i + 1];
  const long = next && next.text.length < 40 ? lines[i + 2] : next;
  return long && long.text.length >= SHORTEST_PARAGRAPH && long.text.includes('。') ? text.length : null;
}

function unique(headings: Heading[]): Heading[] {
  const sorted = [...headings].sort((a, b) => a.start - b.start || a.rank - b.rank);
  return sorted.filter((heading, i) => i === 0 || heading.start >= sorted[i - 1]!.end);
}

function tree(normal: NormalText, headings: Heading[], until: number): Section[] {
  const last = until < normal.text.length ? normal.toSource(until, until).start : normal.source.length;
  const missing = missingLevels(headings);
  const sections: Section[] = [];
  const stack: { rank: number; section: Section; children: number }[] = [];
  let top = 0;
  const orphans = new Map<string, number>();
  for (const heading of headings) {
    while (stack.length > 0 && stack[stack.length - 1]!.rank >= heading.rank) stack.pop();
    const parent = stack[stack.length - 1];
    // In an excerpt the paragraphs before the first printed chapter still belong one level down.
    const left = parent ? 0 : missing(heading.rank);
    const prefix = parent ? `${parent.section.id}.` : '0.'.repeat(left);
    let ordinal: number;
    if (parent) ordinal = ++parent.children;
    else if (left > 0) {
      ordinal = (orphans.get(prefix) ?? 0) + 1;
      orphans.set(prefix, ordinal);
    } else ordinal = ++top;
    const start = normal.toSource(heading.start, heading.end).start;
    const section: Section = {
      id: `${prefix}${ordinal}`,
      level: (parent?.section.level ?? left) + 1,
      heading: printed(normal, heading),
      start,
      end: last,
    };
    sections.push(section);
    stack.push({ rank: heading.rank, section, children: 0 });
  }
  close(sections);
  return sections;
}

/**
 * How many levels an excerpt has left out above its first headings: as many as stand above the first heading of the same
 * kind that has kept its own; else one for each kind of chapter that the document has, and one for （一） under them.
 */
function missingLevels(headings: readonly Heading[]): (rank: number) => number {
  const depths = new Map<number, number>();
  const open: number[] = [];
  for (const { rank } of headings) {
    if (rank === 0) break;
    while (open.length > 0 && open[open.length - 1]! >= rank) open.pop();
    if (open.length > 0 && !depths.has(rank)) depths.set(rank, open.length);
    open.push(rank);
  }
  const outer = [CHAPTER, HAN_RANK].filter((kind) => headings.some(({ rank }) => rank === kind));
  return (rank) => {
    const above = outer.filter((kind) => kind < rank).length;
    if (rank <= PAREN_RANK || above === 0) return above;
    // Headings without numbers stand at any depth, so that others of their kind say nothing.
    return (rank < ORDINAL_RANK ? depths.get(rank) : undefined) ?? above + 1;
  };
}

/** A section runs to the start of the next one that is not inside it. */
function close(sections: Section[]): void {
  const open: Section[] = [];
  for (const section of sections) {
    while (open.length > 0 && open[open.length - 1]!.level >= section.level) open.pop()!.end = section.start;
    open.push(section);
  }
}

/** The heading as the source prints it, without markup and line breaks; a letter-spaced title is closed up. */
function printed(normal: NormalText, heading: Heading): string {
  const { start, end } = normal.toSource(heading.start, heading.end);
  const text = normal.source
    .slice(start, end)
    .replace(/\*\*|[\r\n]/g, '')
    .trim();
  if (/^\S(?:\s+\S)+$/.test(text)) return text.replace(/\s+/g, '');
  // Where a page has lost its line breaks, the wide space of an indented paragraph still ends the heading.
  return text.split(/(?<=\S{4})(?<!^第[一二三四五六七八九十]{1,3}(?:部分|章|编|节))[^\S\n]{2,}/, 1)[0]!;
}
