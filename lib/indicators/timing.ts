import { newlyIn } from './firms';
import type { Front } from './front';
import type { Lead } from './lead';
import { isRateName, type Subject } from './names';
import { type Calendar, type Moment, momentOf, type Period } from './periods';
import type { State } from './state';
import type { Measure } from './types';

const YEAR = '(?:19|20)\\d{2}';

/** 今后五年…主要目标: a sentence that sets the years of all that follows in a plan. */
const HORIZON = new RegExp(
  `((?:今后|未来)五年|“十[一二三四五]五”(?:时期|期间)|${YEAR}年|今年)，?[^。，]{0,24}(?:主要目标|奋斗目标|预期目标|发展目标|总体目标|总目标|指导思想|总体思路|总体要求|的工作|工作安排|工作任务|目标任务)`,
);

/** Quantities that stand at the end of a span and do not add up over it. */
const STOCK =
  /^(?!新建|治理|改造|修复|整治|淘汰|新修|新改建|造林|完成).*(?:里程|余额|人口|总量|[保拥]有量|床位数?|主体|资产总额|库存|水平|覆盖面|密度|标准|面积)$|^每[百千万]/;

/** Firms and places, which last. */
const FIRMS = /^(?!新).*(?:企业|公司|主体|机构|平台|基地|园区|景区|品牌|院士工作站)$/;

/** Flows that are reckoned by the year and not added up over a span. */
const ANNUAL = /总产量?$|产量$|总值$|增加值$|人均|(?:[政支税总]|预算)收入$|零售总?额$/;

/** A quarter, some months or some days of rest: the period of an observation is counted in whole years and cannot say so. */
const PART_OF_YEAR =
  /(?<![比较第])[一二三四1-4]季度|[上下]半年|(?!(?<!\d)1[-—–至到]12月)(?<!\d)\d{1,2}[-—–至到]\d{1,2}月|前\d{1,2}个月|\d月份|[当单]月(?![\u4e00-\u9fff]*会)|当季|黄金周|小长假|(?:春节|五一|“五一”|国庆|节日|假日|寒假|暑假)(?:假期|期间)/;
const AGAINST = new RegExp(`(${YEAR})年(?:与|同|和|比|较)(${YEAR})年相比`);
const LISTED_YEARS = new RegExp(`^((?:${YEAR}年?[、和与及])+${YEAR}年)(.+)$`);

/** What befell works and firms in the year that tells them from others: 1997年亏损的企业, 2003年开工的大桥. */
const BEFELL =
  '亏损|停产|关停|倒闭|破产|改制|开工|新建|在建|续建|建成|竣工|投产|启动|签约|引进|立项|获批|确定|下达|提出|承诺|出台|遗留|拖欠|受灾|脱贫|退出|毕业';
const WHICH_ONES = new RegExp(
  `(?:^|[省市县区州旗])(?:${YEAR}年|去年|上年)(?:就|已|曾)?(?:${BEFELL})[\\u4e00-\\u9fff]{0,2}的`,
);

/** 去年开工的粮库要在今年建成, 全省1997年亏损的企业: the year says which ones, and not when. */
export function saysWhichOnes(words: string): boolean {
  return WHICH_ONES.test(words);
}

/** The years that a planning sentence opens for what follows it, or null. */
export function horizonOf(text: string, calendar: Calendar): Moment | null {
  const opened = HORIZON.exec(text);
  return opened && momentOf(opened[1]!, calendar, true);
}

/** 增速由一季度的: what a rate of the whole year came from within the year. */
const FROM_PART =
  /^(.*[由从])(?:前?[一二三四1-4]个?季度|[上下]半年|前\d{1,2}个月|\d{1,2}[-—–至到]\d{1,2}月)的?((?:负?增长|下降|上涨)?)$/;
/** 回升至全年的, 转为全年的增长 */
const TO_WHOLE = /(?<=[至到为])(?:全年|年底|年末)的?(?=(?:负?增长|下降|上涨)?$)/;

/**
 * Two leads without the quarter and the 全年 that a movement between them names (增速由一季度的-5%回升至全年的2%); null for
 * any other words.
 */
export function withoutQuarter(words: string, next: string): { from: string; to: string } | null {
  const from = TO_WHOLE.test(next) ? FROM_PART.exec(words) : null;
  return from && { from: from[1]! + from[2]!, to: next.replace(TO_WHOLE, '') };
}

/** 比一季度收窄17.6个百分点 is no change over a year, nor 连续六个季度居前三 a rank in one. */
export function againstPartOfYear(words: string): boolean {
  return /(?:[比较]|[高低快慢好]于|高出|超过)(?:前?[一二三四]个?季度|[上下]半年|前?\d{1,2}个?月)|连续[两三四五六七八九十\d]{1,2}个(?:季度|月)/.test(
    words,
  );
}

export function isPartOfYear(words: string): boolean {
  return PART_OF_YEAR.test(words);
}

/** 到2025年，城镇化率达到62%，五年提高4个百分点: bare years of a plan end with the one ahead that was named, if any was. */
export function yearsUpTo(words: string, moment: Moment | null, { year }: Calendar): Moment | null {
  const count = /^[三四五]年(?![来内以])/.test(words) ? '三四五'.indexOf(words.charAt(0)) + 3 : 0;
  if (count === 0 || !moment || moment.span || moment.to === null || year === null || moment.to <= year) return null;
  return { from: moment.to - count + 1, to: moment.to, span: true };
}

/** 一季度地区生产总值 without the quarter that it opens with. */
export function withoutPartOfYear(words: string): string {
  const part = PART_OF_YEAR.exec(words);
  return part?.index === 0 ? words.slice(part[0].length) : words;
}

/** 2005年与2000年相比: the year spoken of and the year that its changes are counted from. */
export function comparedYears(words: string): { year: number; base: number } | null {
  const match = AGAINST.exec(words);
  return match && { year: Number(match[1]), base: Number(match[2]) };
}

/** 2010年、2011年全市生产总值: the years and what is said of them, or null. */
export function listedYears(words: string): { years: number[]; rest: string } | null {
  const match = LISTED_YEARS.exec(words);
  return match && { years: match[1]!.match(/\d{4}/g)!.map(Number), rest: match[2]! };
}

/** Which end of a movement a figure is (由…提高到…), null where there is none. */
export type End = 'from' | 'to' | null;

/** The years that a reading speaks of. Remembers in the state what later clauses of the sentence count from. */
export function periodOf(
  reading: { lead: Lead; front: Front; measure: Measure; subject: Subject; end: End; unit: string },
  state: State,
  calendar: Calendar,
): Period {
  const { lead, front, measure, end } = reading;
  const { plan } = state.part;
  const moment = momentNow(state, calendar);
  const at = lead.atTime === null ? null : momentAt(lead.atTime, moment, calendar, plan);
  if (at) {
    if (end === 'from') state.moved = state.origin = state.base = at.to;
    // 由1997年的17.4亿元增长到2002年的34亿元，将近翻一番
    if (end === 'to') state.moment = { from: at.to, to: at.to, span: false };
    return { from: at.to, to: at.to };
  }
  if (end === 'from') {
    const stretch = moment.span ? moment : state.stretch?.to === moment.to ? state.stretch : null;
    const before = state.origin ?? (stretch?.from != null ? stretch.from - 1 : null);
    state.moved = state.base = before;
    return { from: before, to: before };
  }
  if (measure === 'growth' || measure === 'average_growth' || measure === 'multiple' || measure === 'change') {
    return periodOfChange(reading, moment, state, calendar);
  }
  if (lead.shareOf !== null && state.last && front.rest === '' && !front.moment) return state.last;
  const cumulative = lead.cumulative || front.cumulative;
  if (cumulative && !moment.span && state.stretch && state.stretch.to === moment.to) return years(state.stretch);
  if (cumulative && !moment.span && !plan && state.part.moment?.span) return years(state.part.moment);
  // Under a heading of five years 完成增加值28.4亿元 is of the last one; what adds up over them says so.
  // “十五”时期是提升最快的五年。财政总收入36.8亿元: of the last of them, where only the paragraph names them.
  const named = state.moment !== null && state.moment !== state.inherited;
  const annual = !named && (front.done || (reading.subject.entry && ANNUAL.test(reading.subject.name)));
  // A股上市公司累计达到46家: what there is by the end, and no sum of the years.
  const added = cumulative && lead.reached && FIRMS.test(reading.subject.name);
  const atTheEnd =
    moment.span &&
    !lead.throughout &&
    (added || front.stock || isStock(reading) || ((lead.level || annual) && !cumulative));
  return atTheEnd ? { from: moment.to, to: moment.to } : years(moment);
}

/** 由上年第四位, 由年初的4.7%: the year before the one that is spoken of. */
function momentAt(time: string, moment: Moment, calendar: Calendar, plan: boolean): Moment | null {
  if (!/^(?:上一?年(?:同期|底|末)?|年初)$/.test(time)) return momentOf(time, calendar, plan);
  const year = moment.to === null ? null : moment.to - 1;
  return { from: year, to: year, span: false };
}

/** The time named last in the sentence or paragraph, else the part's, else the year that the part is about. */
function momentNow(state: State, calendar: Calendar): Moment {
  if (state.moment) return state.moment;
  const { plan, moment } = state.part;
  if (moment && (plan || moment.span)) return moment;
  const year = plan ? calendar.year : calendar.reviewYear;
  return { from: year, to: year, span: false };
}

/** A change runs from the year after its base; without a base it is of one year, or of the span that is spoken of. */
function periodOfChange(
  { lead, measure, unit }: { lead: Lead; measure: Measure; unit: string },
  moment: Moment,
  state: State,
  calendar: Calendar,
): Period {
  if (lead.baseTime) {
    const base = momentOf(lead.baseTime, calendar, false);
    const yearBefore = /上年|去年|上一年|同期|年初|上次|上届/.test(lead.baseTime);
    // 四年累计完成820亿元，是前四年的3.1倍: what it is counted from ended before those years, whatever its words are.
    const before = base?.to != null && moment.to !== null && base.to >= moment.to;
    if (!yearBefore && before) return years(moment);
    state.base = yearBefore || !base ? null : base.to;
    state.origin = state.base ?? state.origin;
    return { from: state.base === null ? moment.to : state.base + 1, to: moment.to };
  }
  const moves = measure === 'growth' || measure === 'change' || (measure === 'multiple' && !lead.multipleOf);
  if (state.moved !== null && moves && !lead.yearOnYear) return { from: state.moved + 1, to: moment.to };
  // Under a heading of five years 比2002年增长64.8%；财政收入增长1.69倍: both since the year before them.
  const ofPart = state.part.moment;
  const manifold = measure === 'growth' && unit === '倍' && !lead.yearOnYear && moves && !moment.span;
  if (manifold && ofPart?.span && ofPart.to === moment.to && ofPart.from === (state.origin ?? 0) + 1)
    return years(ofPart);
  // 由2010年的77亿元跃升到161.1亿元，经济总量实现翻番
  if (state.origin !== null && measure === 'multiple' && moves && !moment.span)
    return { from: state.origin + 1, to: moment.to };
  if (state.against !== null && !lead.yearOnYear) return { from: state.against + 1, to: moment.to };
  // 到2020年，单位GDP能耗累计下降16%: since when is left open.
  const open = lead.cumulative && state.part.plan && !moment.span && moment.to !== calendar.year;
  const horizon = state.stretch ?? state.part.moment;
  // “十一五”期间…，到2010年…，能耗降低20%: of no single year ahead is a fall told.
  const ahead = calendar.year !== null && moment.to !== null && moment.to > calendar.year;
  const overall = measure === 'growth' && state.part.plan && ahead && !lead.yearOnYear;
  if ((open || ((measure === 'multiple' || overall) && !moment.span)) && horizon?.span && horizon.to === moment.to)
    return years(horizon);
  if (open) return { from: null, to: moment.to };
  // 城镇化率每年提高1个百分点 is said of all the years, as an average growth is.
  if (measure !== 'average_growth' && !(measure === 'change' && lead.average))
    return moment.span && !lead.yearOnYear ? years(moment) : years({ ...moment, from: moment.to });
  if (moment.span) return years(moment);
  if (state.base !== null) return { from: state.base + 1, to: moment.to };
  if (horizon?.span && horizon.to === moment.to) return years(horizon);
  if (state.origin !== null) return { from: state.origin + 1, to: moment.to };
  if (state.part.moment?.span) return years(state.part.moment);
  return { from: state.part.plan && ahead ? calendar.year : null, to: moment.to };
}

function years({ from, to }: Period): Period {
  return { from, to };
}

function isStock({ lead, measure, subject }: { lead: Lead; measure: Measure; subject: Subject }): boolean {
  if (measure === 'rank' || measure === 'structure' || lead.toward) return true;
  return (
    subject.entry?.rate || isRateName(subject.name) || (newlyIn(subject.name) === null && STOCK.test(subject.name))
  );
}
