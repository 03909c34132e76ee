import { anyNumber, arabicAt, chineseNumber } from '../text/numerals';
import { amountAt, isCompound } from './amounts';
import type { Bound } from './types';
import { type Dimension, dimensionOf, type Unit, unitAt } from './units';

/** A number with its unit, a ratio, a rank or a doubling, as it stands in a line. Offsets are into the line's text. */
export interface Figure {
  kind: 'quantity' | 'ratio' | 'rank' | 'doubling';
  value: number;
  unit: string;
  dimension: Dimension | 'ratio' | 'rank';
  parts: number[] | null;
  /** What the figure itself says of its bound: 以上, 左右, 多, a range's end. */
  bound: Bound | null;
  /** The ends of a range: they are read from one number each and are not parallel to anything. */
  range: 'low' | 'high' | null;
  start: number;
  end: number;
}

const SUFFIX: [RegExp, Bound][] = [
  [/(?:及)?以上/y, 'at_least'],
  [/(?:以内|之内|及?以下)/y, 'at_most'],
  [/(?:左右|上下)/y, 'about'],
  [/(?<=[倍番成])(?:多|有余)/y, 'at_least'],
];
const RANGE = /(?:[-—–~]{1,2}|至|到)/y;
const JOINT = /[、和与及]|以及/y;
const RATIO = /\d{1,4}(?:[.·]\d{1,4})?(?:：\d{1,4}(?:[.·]\d{1,4})?){1,5}/y;
const RANK = /第([一二三四五六七八九十]{1,3}|\d{1,3})(?:位|名)?/y;
const RANKS =
  /第(?:[一二三四五六七八九十]{1,3}|\d{1,3})[位名]?(?:[、和]第(?:[一二三四五六七八九十]{1,3}|\d{1,3})[位名]?){1,9}(?:(?<=[位名])|(?=[，；。]|$))/y;
const AMONG = /前([一二三四五六七八九十]{1,3}|\d{1,3})(?:[位名](?![\u4e00-\u9fff])|(?=[，；、。]|$))/y;
const TOP_RANK = /首位|榜首|之首(?!府)/y;
const DOUBLING = /翻(?:了)?(近)?([一两二三四]?)番(?!半)/y;
const ROUND_MONEY =
  /([千百]亿|万亿|百万|千万|(?<=突破了?|超过|超|逾|跨过|跨越|越过|迈过|站上|迈上)[万亿](?=元(?:大关|关口|台阶|[，；、。]|$)))(元|美元)|(?<=(?:突破了?|超过?|逾|达到?|稳定在|保持在|跨过|站上|迈上))([千百]亿|万亿|百万|千万)(斤|公斤|吨|人次|亩)(?!级)/y;
/** 四分之三, 3/4: of a whole that the words name. */
const FRACTION =
  /([二三四五六七八九十]{1,3})分之([一二两三四五六七八九])(?![一二三四五六七八九十])|([1-9])\/([2-9]|10)(?![\d/.万])/y;
const TENTHS = /([一两二三四五六七八九]|(?<![\d.])[1-9])成([一二三四五六七八九])?(?![为员效立果功人年品套]|群(?!众))/y;

/** What can be more than one half: a share. 时间过半、任务过半 is said of the year's plan. */
const SHARED = /(?:占比|比重|份额|覆盖率|普及率|化率|贡献率)(?:首次|已经?|均|也|双双|稳定|历史性|率先|预计|将)*$/;

/** What opens a name in quotation marks, or a figure in digits or in words. */
const OPENING = /[“《\d第首榜之前翻千百万亿一二两三四五六七八九十]|过(?=半)|零(?=[，；。、]|$)/g;

/** Finds every figure of a line. What stands in quotation marks or in 《》 is a name and holds none. Linear. */
export function figuresOf(text: string): Figure[] {
  const figures: Figure[] = [];
  /** The closing marks that stand nowhere further on: not to be looked for at every opening one. */
  let unclosed = '';
  for (let i = opening(text, 0); i < text.length; i = opening(text, i)) {
    const char = text[i]!;
    if (char === '“' || char === '《') {
      const mark = char === '“' ? '”' : '》';
      const close = unclosed.includes(mark) ? -1 : text.indexOf(mark, i);
      if (close < 0) unclosed += mark;
      i = close < 0 ? i + 1 : close + 1;
    } else if (nilAt(text, i, figures)) {
      i += 1;
    } else if (isDigit(char)) {
      const { found, next } = arabicFigures(text, i);
      figures.push(...found);
      i = next;
    } else {
      const found = wordFigure(text, i);
      figures.push(...found);
      i = found.length > 0 ? found[found.length - 1]!.end : i + 1;
    }
  }
  shareUnits(text, figures);
  return figures;
}

/** 由11.3%降至零: nothing is left of what was counted in percent. Adds the figure, and answers whether there is one. */
function nilAt(text: string, i: number, figures: Figure[]): boolean {
  const from = figures[figures.length - 1];
  if (from?.dimension !== 'percent' || !/^[零0](?:[，；。、]|$)/.test(text.slice(i, i + 2))) return false;
  if (!/^(?:下降|降低|减少|降|减)[到至为]$/.test(text.slice(from.end, i))) return false;
  figures.push(quantity(text, i, 0, { text: from.unit, dimension: 'percent', over: false, end: i + 1 }));
  return true;
}

function opening(text: string, from: number): number {
  OPENING.lastIndex = from;
  return OPENING.exec(text)?.index ?? text.length;
}

/** 4.3个和5.5个百分点: what is counted is said once, at the end. */
function shareUnits(text: string, figures: Figure[]): void {
  for (let i = figures.length - 1; i > 0; i--) {
    const left = figures[i - 1]!;
    const right = figures[i]!;
    if (left.unit !== '个' || right.dimension !== 'point' || !/^[、和与及]$/.test(text.slice(left.end, right.start)))
      continue;
    left.unit = right.unit;
    left.dimension = right.dimension;
  }
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

function skipNumber(text: string, i: number): number {
  let end = i;
  while (end < text.length && /[\d.,·]/.test(text[end]!)) end++;
  return end;
}

function quantity(text: string, numStart: number, value: number, unit: Unit): Figure {
  const figure: Figure = {
    kind: 'quantity',
    value: text[numStart] === '-' ? -value : value,
    unit: unit.text,
    dimension: unit.dimension,
    parts: null,
    bound: unit.over ? 'at_least' : null,
    range: null,
    start: numStart,
    end: unit.end,
  };
  return withSuffix(text, figure);
}

function withSuffix(text: string, figure: Figure): Figure {
  for (const [pattern, bound] of SUFFIX) {
    pattern.lastIndex = figure.end;
    if (pattern.test(text)) {
      figure.bound = bound;
      figure.end = pattern.lastIndex;
      break;
    }
  }
  return figure;
}

/** Everything that starts with a digit at `i`: a ratio, a quantity, a range, or a list that shares its last unit. */
function arabicFigures(text: string, i: number): { found: Figure[]; next: number } {
  const none = { found: [], next: skipNumber(text, i) };
  // 5G, PM2.5, A4: digits in a code. GDP1985亿元 is a name with its number.
  if (/[A-Za-z.+第前每]/.test(text[i - 1] ?? '') && text.slice(i - 3, i) !== 'GDP') return none;
  // 时速200公里以上铁路: how fast the trains are is a part of the name.
  if (text.startsWith('时速', i - 2)) return none;
  // 3 372亿元, 3，372亿元: digits torn apart by a space or a comma are not read by halves.
  if (/[ ，]/.test(text[i - 1] ?? '') && isDigit(text[i - 2] ?? '')) return none;
  RATIO.lastIndex = i;
  const ratio = RATIO.exec(text);
  if (ratio) {
    const end = i + ratio[0].length;
    if (/[\d.%]/.test(text[end] ?? '')) return { found: [], next: skipNumber(text, end) };
    const parts = ratio[0].replaceAll('·', '.').split('：').map(Number);
    const base = { value: parts[0]!, unit: 'ratio', parts, bound: null, range: null, start: i, end };
    const figure = withSuffix(text, { kind: 'ratio', dimension: 'ratio', ...base });
    return { found: [figure], next: figure.end };
  }
  const fraction = text[i + 1] === '/' ? fractionAt(text, i) : text[i + 1] === '成' ? tenthsAt(text, i) : null;
  if (fraction) return { found: [fraction], next: fraction.end };
  if (isCompound(text, i)) {
    const found = amount(text, i);
    return found.length > 0 ? { found, next: found[found.length - 1]!.end } : none;
  }
  const chain = chainAt(text, i);
  if (!chain.unit) return { found: [], next: chain.next };
  const { numbers, unit } = chain;
  // 65岁及以上老年人服务率: an age is a part of the name.
  // 30户以上自然村通硬化路比例: so is the size of the places that it is said of.
  if (/^[户人]$/.test(unit.text) && SIZE_GROUP.test(text.slice(unit.end, unit.end + 12)))
    return { found: [], next: unit.end };
  if (unit.text === '岁' && AGE_GROUP.test(text.slice(unit.end, unit.end + 5))) return { found: [], next: unit.end };
  const found = numbers.map((number, index) => {
    const start = index === 0 && signAt(text, i) ? i - 1 : number.start;
    const last = index === numbers.length - 1;
    return quantity(text, start, number.value, last ? unit : { ...unit, over: false, end: number.end });
  });
  for (let index = 0; index + 1 < numbers.length; index++) {
    if (numbers[index]!.joint === 'range') asRange(found[index]!, found[index + 1]!);
  }
  withRangeEnd(text, found);
  return { found, next: found[found.length - 1]!.end };
}

/** An amount in words, or half in words, with the end of its range. */
function amount(text: string, i: number): Figure[] {
  const found = amountAt(text, i);
  return found && isMeasured(text, i, found.unit)
    ? withRangeEnd(text, [quantity(text, i, found.value, found.unit)])
    : [];
}

function withRangeEnd(text: string, found: Figure[]): Figure[] {
  const last = found[found.length - 1]!;
  const high = last.range ? null : rangeEnd(text, last);
  if (high) {
    asRange(last, high);
    found.push(high);
  }
  return found;
}

interface Link {
  value: number;
  start: number;
  end: number;
  joint: 'list' | 'range' | null;
}

/** Numbers that are joined and share the unit of the last (1.73、1.41、2.31倍); without a unit they are no figures. */
function chainAt(
  text: string,
  start: number,
): { numbers: Link[]; unit: Unit; next: number } | { numbers: Link[]; unit: null; next: number } {
  const numbers: Link[] = [];
  let at = start;
  for (;;) {
    const number = arabicAt(text, at);
    if (!number) return { numbers, unit: null, next: Math.max(skipNumber(text, at), start + 1) };
    numbers.push({ ...number, joint: null });
    const unit = unitAt(text, number.end);
    if (unit && isMeasured(text, start, unit)) return { numbers, unit: perVolume(text, start, unit), next: unit.end };
    const range = sticky(RANGE, text, number.end);
    const next = range ?? sticky(JOINT, text, number.end);
    if (next === null || !isDigit(text[next] ?? '')) return { numbers, unit: null, next: skipNumber(text, number.end) };
    numbers[numbers.length - 1]!.joint = range === null ? 'list' : 'range';
    at = next;
  }
}

/** What an age is followed by where it tells who is meant. */
const AGE_GROUP = /^及?以[上下][\u4e00-\u9fff]{2}/;

/** What the size of a place is followed by. */
const SIZE_GROUP = /^及?以上的?[\u4e00-\u9fff]{0,5}?(?:自然村|自然屯|行政村|建制村|村组|村屯|村庄|乡镇)/;

/** 每立方米20微克 is 20微克/立方米. */
const PER_VOLUME = /每(立方米|升)$/;

function perVolume(text: string, start: number, unit: Unit): Unit {
  const per = unit.dimension === 'concentration' && PER_VOLUME.exec(text.slice(Math.max(0, start - 4), start));
  return per ? { ...unit, text: `${unit.text}/${per[1]}` } : unit;
}

/** Days and years are a quantity where they are what is counted (优良天数达到317天, 平均受教育年限), and else a time. */
function isMeasured(text: string, start: number, { dimension, text: unit }: Unit): boolean {
  if (unit === '微克' || unit === '毫克') return PER_VOLUME.test(text.slice(Math.max(0, start - 4), start));
  if (dimension === 'years' && unit !== '岁')
    return unit === '年' && /年限[^，；。]*$/.test(text.slice(Math.max(0, start - 16), start));
  return dimension !== 'days' || /天数[^；。]*$/.test(text.slice(Math.max(0, start - 30), start));
}

/** 5%—8%: the second number of a range whose first has a unit of its own. */
function rangeEnd(text: string, low: Figure): Figure | null {
  const next = sticky(RANGE, text, low.end);
  if (next === null) return null;
  const number = arabicAt(text, next);
  const unit = number && unitAt(text, number.end);
  const high = unit ? { value: number.value, unit } : amountAt(text, next);
  if (!high || high.unit.dimension !== low.dimension || high.value <= low.value) return null;
  // 由5%到8% is a movement and no range; the clause says which by what stands before the first number.
  if (/[由从]$/.test(text.slice(Math.max(0, low.start - 1), low.start))) return null;
  return quantity(text, next, high.value, high.unit);
}

function asRange(low: Figure, high: Figure): void {
  low.range = 'low';
  high.range = 'high';
  low.bound = 'at_least';
  high.bound = 'at_most';
}

function signAt(text: string, i: number): boolean {
  return text[i - 1] === '-' && /[\u4e00-\u9fff、]/.test(text[i - 2] ?? '');
}

function sticky(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** What is written in characters: a rank, 翻番, 千亿元, 七成 (70%), 一倍. */
function wordFigure(text: string, i: number): Figure[] {
  const char = text[i]!;
  const none = { parts: null, bound: null, range: null } as const;
  if ('第首榜之'.includes(char)) {
    const listed = char === '第' ? rankList(text, i) : [];
    if (listed.length > 0) return listed;
    const pattern = char === '第' ? RANK : TOP_RANK;
    pattern.lastIndex = i;
    const match = pattern.exec(text);
    const value = match ? (match[1] ? anyNumber(match[1]) : 1) : null;
    if (!match || !value) return [];
    const end = i + match[0].length;
    // 第一产业, 第一方阵, 第二季度: an ordinal that numbers what follows is no rank.
    if (/^、(?:第|[二三四五])/.test(text.slice(end, end + 2)) && !/[位名]/.test(match[0])) return [];
    if (!/[位名榜首]$/.test(match[0]) && /[\u4e00-\u9fff“]/.test(text[end] ?? '') && !/[和与及并且]/.test(text[end]!))
      return [];
    return [{ kind: 'rank', dimension: 'rank', value, unit: '位', ...none, start: i, end }];
  }
  if (char === '前') {
    AMONG.lastIndex = i;
    const match = AMONG.exec(text);
    const value = match && anyNumber(match[1]!);
    if (!match || !value) return [];
    const end = i + match[0].length;
    return [{ kind: 'rank', dimension: 'rank', value, unit: '位', ...none, bound: 'at_most', start: i, end }];
  }
  if (char === '一' && /^一半(?:以上|以下|左右)?(?:[，；、。的用投]|$)/.test(text.slice(i, i + 5)))
    return [quantity(text, i, 50, { text: '%', dimension: 'percent', over: false, end: i + 2 })];
  if (char === '翻') {
    DOUBLING.lastIndex = i;
    const match = DOUBLING.exec(text);
    if (!match) return [];
    const value = 2 ** (match[2] ? chineseNumber(match[2])! : 1);
    const end = i + match[0].length;
    const bound: Bound | null = match[1] ? 'about' : null;
    return [
      withSuffix(text, { kind: 'doubling', dimension: 'times', value, unit: '倍', ...none, bound, start: i, end }),
    ];
  }
  if (char === '过') {
    const half = /^过半(?=[，；、。]|$)/.test(text.slice(i, i + 3)) && SHARED.test(text.slice(Math.max(0, i - 12), i));
    return half ? [quantity(text, i, 50, { text: '%', dimension: 'percent', over: true, end: i + 2 })] : [];
  }
  const part = fractionAt(text, i) ?? tenthsAt(text, i);
  if (part) return [part];
  const round = '千百万亿'.includes(char) ? roundMoneyAt(text, i) : null;
  return round ? [round] : amount(text, i);
}

/** A fraction as the percentage that it is, to two decimals; null where it is none, or no part of one whole (24/7). */
function fractionAt(text: string, i: number): Figure | null {
  FRACTION.lastIndex = i;
  const match = FRACTION.exec(text);
  if (!match || /[\d./一二三四五六七八九十百千万]/.test(text[i - 1] ?? '')) return null;
  const [over, under] = [anyNumber(match[2] ?? match[3]!)!, anyNumber(match[1] ?? match[4]!)!];
  if (over >= under) return null;
  const end = i + match[0].length;
  const value = Math.round((over / under) * 1e4) / 100;
  return quantity(text, i, value, { text: '%', dimension: 'percent', over: false, end });
}

function tenthsAt(text: string, i: number): Figure | null {
  TENTHS.lastIndex = i;
  const tenths = TENTHS.exec(text);
  if (!tenths) return null;
  const end = i + tenths[0].length;
  const value = anyNumber(tenths[1]!)! * 10 + (tenths[2] ? chineseNumber(tenths[2])! : 0);
  return quantity(text, i, value, { text: '%', dimension: 'percent', over: false, end });
}

/** 突破千亿元: a magnitude alone. */
function roundMoneyAt(text: string, i: number): Figure | null {
  ROUND_MONEY.lastIndex = i;
  const match = ROUND_MONEY.exec(text);
  if (!match || /[\d一二三四五六七八九十几数两百千个]/.test(text[i - 1] ?? '')) return null;
  const [value, magnitude] = ROUND[(match[1] ?? match[3])!]!;
  const end = i + match[0].length;
  const unit = magnitude + (match[2] ?? match[4])!;
  return quantity(text, i, value, { text: unit, dimension: dimensionOf(unit)!, over: false, end });
}

/** 第2、第3、第5位: ranks that share the last one's 位. */
function rankList(text: string, i: number): Figure[] {
  RANKS.lastIndex = i;
  const match = RANKS.exec(text);
  if (!match) return [];
  const figures: Figure[] = [];
  for (const one of match[0].matchAll(/第([一二三四五六七八九十]{1,3}|\d{1,3})[位名]?/g)) {
    const value = anyNumber(one[1]!);
    if (!value) return [];
    const start = i + one.index;
    const base = { value, unit: '位', parts: null, bound: null, range: null, start, end: start + one[0].length };
    figures.push({ kind: 'rank', dimension: 'rank', ...base });
  }
  return figures;
}

const ROUND: Record<string, [number, string]> = {
  千亿: [1000, '亿'],
  百亿: [100, '亿'],
  万亿: [1, '万亿'],
  百万: [100, '万'],
  千万: [1000, '万'],
  万: [1, '万'],
  亿: [1, '亿'],
};
