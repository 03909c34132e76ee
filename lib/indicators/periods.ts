import { anyNumber } from '../text/numerals';

/** The years a figure speaks of, both ends inclusive; null where the text leaves an end open. */
export interface Period {
  from: number | null;
  to: number | null;
}

/** The years that a document's words are reckoned from. */
export interface Calendar {
  /** The year that the report plans for. */
  year: number | null;
  /** The year that it looks back on. */
  reviewYear: number | null;
}

/** Where in time a phrase puts what follows it. */
export interface Moment extends Period {
  /** A stretch of years (五年来, “十三五”期间) and no single one. */
  span: boolean;
}

const PLAN_NUMBERS: Record<string, number> = { 七五: 1986, 八五: 1991, 九五: 1996, 十五: 2001 };
const TENS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5 };

/** First year of a five-year plan by its name (十三五 → 2016): the plans run from 1953, the tenth from 2001. */
function planStart(name: string): number | null {
  if (name in PLAN_NUMBERS) return PLAN_NUMBERS[name]!;
  const ordinal = name.startsWith('十') && name.endsWith('五') ? TENS[name[1]!] : undefined;
  return ordinal === undefined ? null : 2001 + ordinal * 5;
}

const N = '[一二两三四五六七八九十]{1,2}|\\d{1,2}';
const YEAR =
  '(?:19|20)\\d{2}|一九[四五六七八九][〇○零一二三四五六七八九]|二[〇○零][〇○零一二三四五][〇○零一二三四五六七八九]';

/** Every way of naming a time that the reader understands; each is tried where the phrase before the figure ends or starts. */
export const TIME_SOURCE = [
  '今明两年',
  `(?:${YEAR})年?[-—–~至到]{1,2}(?:${YEAR})年`,
  `“?[七八九十][一二三四五]?五”?(?:规划)?前[一二两三四]年`,
  `(?:到|至|截至)?“?[七八九十][一二三四五]?五”?(?:规划|计划)?(?:时期|期间|规划期|规划期间|期|以来)?(?:末|初|期末|收官之年|收官)?`,
  `(?:到|至|刚刚?过去的|过去的|截至)?(?:${YEAR})年(?:以来|底|末|初|年底|年末|全年)?`,
  `(?:过去|这|近|前|最近)(?:${N})年(?:来|间|里|中)?`,
  `(?:今后|未来|接下来)的?(?:${N})年(?:内|里|间)?`,
  '今后一[个段](?:时期|时间)',
  `(?:${N})年(?:来|间|内|以来|里)`,
  `[三四五十]年`,
  `(?:再?用)(?:${N})(?:[至到-](?:${N}))?年(?:左右)?的?时间`,
  '明年|(?:去年|上年)[底末]|去年|上年|上一年|上年同期|去年同期|同期|前年|刚刚?过去的一年',
  '今年(?:以来)?|全年|年内|当年|本年|一年来|过去一年|过去的一年',
  '年初',
  `(?:${N})年末`,
  `(?:${N})年前`,
  `(?:到|至)?(?:本世纪|[二2]十世纪|20世纪)末`,
  `上届(?:政府)?末|上[次届]|上(?:一)?个?五年`,
].join('|');

const TIME = new RegExp(`^(?:${TIME_SOURCE})$`);
const TIME_FRONT = new RegExp(`^(?:${TIME_SOURCE})`);
const RANGE = new RegExp(`^(${YEAR})年?[-—–~至到]{1,2}(${YEAR})年$`);
const SINGLE = new RegExp(`^(?:到|至|刚刚?过去的|过去的|截至)?(${YEAR})年`);
const PLAN = /^(?:到|至|截至)?“?([七八九十][一二三四五]?五)”?(?:规划|计划)?(.*)$/;
const PAST = new RegExp(`^(?:过去|这|近|前|最近)?(${N})年(?:来|间|里|中|内|以来)?$`);
const AGO = new RegExp(`^(${N})年前$`);
const COMING = new RegExp(`^(?:今后|未来|接下来)的?(${N})年(?:内|里|间)?$`);

function yearOf(word: string): number | null {
  return anyNumber(word.replaceAll('○', '〇').replaceAll('零', '〇'));
}

/** The phrase of time that words begin with, '' if none. */
export function timeInFront(words: string): string {
  return TIME_FRONT.exec(words)?.[0] ?? '';
}

/** Reads a time phrase against the calendar; `plan` says whether the words stand in a planning part. Null when unknown. */
export function momentOf(phrase: string, calendar: Calendar, plan: boolean): Moment | null {
  if (!TIME.test(phrase)) return null;
  const { year, reviewYear } = calendar;
  const range = RANGE.exec(phrase);
  if (range) return span(yearOf(range[1]!), yearOf(range[2]!));
  const single = SINGLE.exec(phrase);
  if (single && phrase.endsWith('以来')) return span(yearOf(single[1]!), reviewYear);
  if (single) return point(yearOf(single[1]!));
  const byPlan = PLAN.exec(phrase);
  if (
    byPlan &&
    planStart(byPlan[1]!) !== null &&
    (phrase.includes('五”') || /期|末|初|前|以来|规划/.test(byPlan[2]!))
  ) {
    const first = planStart(byPlan[1]!)!;
    const tail = byPlan[2]!;
    const part = /前([一二两三四])年/.exec(tail);
    if (part) return span(first, first + anyNumber(part[1]!)! - 1);
    if (/末|收官/.test(tail)) return point(first + 4);
    if (tail === '初') return point(first);
    if (tail === '以来' && reviewYear !== null) return span(first, Math.min(first + 4, reviewYear));
    return span(first, first + 4);
  }
  if (phrase === '今明两年') return year === null ? { from: null, to: null, span: true } : span(year, year + 1);
  const coming = COMING.exec(phrase);
  if (coming) {
    const count = anyNumber(coming[1]!);
    return year === null || count === null ? { from: null, to: null, span: true } : span(year, year + count - 1);
  }
  const within = /^再?用(.{1,2})年/.exec(phrase);
  if (phrase === '明年' || phrase.startsWith('今后一') || (within && !plan) || /^再?用.{1,2}[至到-]/.test(phrase))
    return { from: null, to: null, span: true };
  const count = within && anyNumber(within[1]!);
  if (within) return year === null || !count ? { from: null, to: null, span: true } : span(year, year + count - 1);
  if (/^(?:一年来|过去一年|过去的一年|刚刚?过去的一年)$/.test(phrase)) return point(reviewYear);
  const past = PAST.exec(phrase);
  if (past) {
    const count = anyNumber(past[1]!);
    if (count === null) return null;
    if (plan && !/^[过这近前最]|[来间中]$/.test(phrase))
      return year === null ? { from: null, to: null, span: true } : span(year, year + count - 1);
    return reviewYear === null ? { from: null, to: null, span: true } : span(reviewYear - count + 1, reviewYear);
  }
  if (phrase.endsWith('世纪末')) return point(2000);
  if (phrase === '年初') return point(plan ? year : reviewYear);
  if (/^(?:(?:去年|上年)[底末]?|上一年|上年同期|去年同期)$/.test(phrase)) return point(reviewYear);
  const ago = AGO.exec(phrase);
  if (ago) return point(reviewYear === null ? null : reviewYear - anyNumber(ago[1]!)!);
  if (/^上一?个?五年$/.test(phrase)) return reviewYear === null ? null : span(reviewYear - 9, reviewYear - 5);
  if (phrase.startsWith('上届政') || phrase === '上届末') return point(reviewYear === null ? null : reviewYear - 5);
  if (phrase === '前年') return point(reviewYear === null ? null : reviewYear - 1);
  return point(plan ? year : reviewYear);
}

function point(year: number | null): Moment {
  return { from: year, to: year, span: false };
}

function span(from: number | null, to: number | null): Moment {
  return { from, to, span: true };
}
