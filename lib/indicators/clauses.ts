import { type Figure, figuresOf } from './figures';
import { PER } from './lead';
import type { Line } from './lines';

/** A run of parallel figures (36508元、19838元) with the words before it and the rest of the sentence's context. */
export interface Clause {
  /** Pieces of the sentence since the last figure that carry no figure; the last one is the lead. */
  before: string[];
  lead: string;
  /** Where the lead begins in the line. */
  leadStart: number;
  figures: Figure[];
  /** The separator that closes what stood before: '，', '、', '；', ... or '' at the sentence's start or after a figure. */
  opened: string;
  /** What follows the last figure up to the next separator. */
  trail: string;
  /** The text breaks off right after the figures, at a joint: there may have been more of them. */
  dangling: boolean;
  /** The next clause goes on about the same subject. */
  followed: boolean;
  /** The next clause compares the same subject with the year before. */
  yearly: boolean;
  /** What the next clause begins with where it says of which whole this is a share: 占税收总额. */
  shared: string;
  /** The next clause stands in the same list of figures, or may do so. */
  listed: boolean;
  /** How many of the things that the lead begins with there are: 17个 of 17个重点制造业增加值增长8%. */
  counted: string;
  /** Which of the figures of one 分别 the clause holds, where their verbs differ: 分别增长9.4%和减少12.5%. */
  share: { from: number; of: number } | null;
  /** The clause before left off without a separator: 13条443公里. */
  adjacent: boolean;
  /** The name of a work, whose size stands before it and is no figure of its own. */
  ofWork: boolean;
  /** It was set into another statement (对冲了…的影响): what follows does not go on about it. */
  apart: boolean;
  /** The figure is of a quarter that a movement to the whole year's began in; it is read and not told. */
  ofQuarter: boolean;
}

const JOINT = new RegExp(`^(?:、|和|与|及|以及|，和)(?:${PER})?$`);
const FIELD_AGAIN = /^[、和与及](?:全[国省市县区州]|世界|全球)$/;
const SEPARATOR = /[，；：、。…]/;

/** 分别, or several names in the statement that the figures close: 原煤、天然气产量达到6640万吨、9.1亿立方米. */
/** More than one name, or one word for two. */
const SEVERAL = /[、和与及]|城乡|存贷|双双|均/;
const LISTS = /分别|、[^，；：。]{1,24}(?:达到?|为)$/;

/** Cuts a line into clauses, one for each run of figures. Linear in the line's length. */
export function clausesOf(line: Line): Clause[] {
  const { text } = line;
  const figures = withoutCounts(text, withoutThresholds(text, figuresOf(text)));
  const clauses: Clause[] = [];
  let from = 0;
  for (let i = 0; i < figures.length; ) {
    const run = [figures[i]!];
    let next = i + 1;
    const named = text.slice(from, run[0]!.start);
    const respectively = LISTS.test(named);
    const several = respectively || SEVERAL.test(named);
    while (next < figures.length && parallel(text, run[run.length - 1]!, figures[next]!, { respectively, several }))
      run.push(figures[next++]!);
    const first = run[0]!;
    const words = text.slice(from, first.start);
    const last = run[run.length - 1]!;
    const stop = next < figures.length ? figures[next]!.start : text.length;
    const pieces = piecesOf(words, from);
    const lead = pieces[pieces.length - 1]!;
    // 增长5%和固定资产投资增长6%: what joins two clauses is no part of the second one's name.
    const joint = i > 0 && lead.start === from ? /^(?:和|与|及|以及)/.exec(lead.text) : null;
    if (joint) {
      lead.text = lead.text.slice(joint[0].length);
      lead.start += joint[0].length;
    }
    // 为5.58万名农民工追回工资7.2亿元: for whom, or with whom, is no part of what was done.
    const whom = i > 0 && lead.start === from ? /[为与同](?=[超近约]?$)/.exec(clauses[clauses.length - 1]!.lead) : null;
    // 为26.8万人次报销医药费4870万元: where nobody is named the verb follows at once.
    if (whom && /^[\u4e00-\u9fff]{2}/.test(lead.text) && !SERVED.test(lead.text)) {
      lead.text = whom[0] + lead.text;
      lead.start--;
    }
    // 全长28.6公里的跨海大桥完成投资11.2亿元: how large a work is names nothing of what was done.
    const ofWork = i > 0 && lead.start === from && SIZE_OF_WORK.test(clauses[clauses.length - 1]!.lead);
    const work = ofWork && OF_WORK.test(lead.text);
    if (work) {
      lead.text = lead.text.slice(1);
      lead.start++;
    }
    // What trails the figure before belongs to it and is no statement of its own.
    const trailing = i > 0 && pieces.length > 1 && pieces[0]!.start === from && pieces[0]!.separator === '';
    clauses.push({
      before: pieces.slice(trailing ? 1 : 0, -1).map((piece) => piece.text),
      lead: lead.text,
      leadStart: lead.start,
      opened: lead.separator,
      figures: run,
      trail: trailOf(text, last.end, stop),
      followed: false,
      listed: false,
      shared: '',
      share: null,
      yearly: false,
      dangling: /^[、和与及]$/.test(text.slice(last.end)),
      counted: lead.start === from ? countBefore(clauses[clauses.length - 1], text) : '',
      adjacent: i > 0 && from === first.start,
      ofQuarter: false,
      apart: false,
      ofWork: work,
    });
    from = last.end;
    i = next;
  }
  shareOut(clauses);
  return clauses;
}

/** What is done for people who are told by their number alone. */
const SERVED = /^(?:报销|发放|兑付|追回|追讨|垫付|支付|减免|补偿|补助|补贴|救助|办理|提供|节约|节省|落实)/;

const SIZE_OF_WORK = /(?:全长|总长|总投资|总库容|占地面积|建筑面积|总装机(?:容量)?|装机容量)[约近超达]?$/;
const OF_WORK = /^的[\u4e00-\u9fff“”]{3,20}(?:完成|达到|实现)[\u4e00-\u9fff]{0,8}$/;

/** No 分别 of a report tells more apart; each clause of a longer run would look at all of it. */
const MOST_SHARED = 20;

/** A verb of change and nothing else. */
const TURNS = /^(?:比上年|同比|较上年)?(?:增长|上涨|上升|提高|增加|下降|降低|减少|下滑|回落|负增长)$/;

/** 分别比上年增长9.4%和减少12.5%: the figures of one 分别, each with a verb of its own. */
function shareOut(clauses: Clause[]): void {
  for (let i = 0; i < clauses.length; i++) {
    const first = clauses[i]!;
    if (!/分别[^，；：。]{0,8}$/.test(first.lead)) continue;
    let of = first.figures.length;
    let next = i + 1;
    for (; next < clauses.length && goesOn(clauses[next - 1]!, clauses[next]!); next++)
      of += clauses[next]!.figures.length;
    let from = 0;
    for (let j = i; next > i + 1 && of <= MOST_SHARED && j < next; j++) {
      clauses[j]!.share = { from, of };
      from += clauses[j]!.figures.length;
    }
  }
}

function goesOn(before: Clause, { lead, opened, figures }: Clause): boolean {
  const joined = opened === '、' ? before.trail === '' : opened === '' && /^(?:和|与|及|以及)/.test(before.trail);
  return joined && TURNS.test(lead) && figures[0]!.dimension === before.figures[0]!.dimension;
}

/** A count that opens its statement and runs on into the next one's name. */
function countBefore(before: Clause | undefined, text: string): string {
  const [figure, second] = before?.figures ?? [];
  // 有12个村人均纯收入超过2500元 tells how many there are of that size.
  const some =
    figure &&
    !second &&
    /(?:^|其中|中|全[国省市县区州镇乡])(?:[已现共拥]?有|涌现出?)[近约超]?$/.test(before!.lead) &&
    /^[个家户所条座项]$/.test(figure.unit);
  // 永盛纺织等2家企业年纳税超千万元
  const firms =
    figure && !second && /^[家户]$/.test(figure.unit) && /^(?:企业|公司)/.test(text.slice(figure.end, figure.end + 2));
  // 有近三成财政自给率低于20%
  if (figure && !second && figure.dimension === 'percent' && /(?:^|中)(?:还|仍|已)?有[近约超]?$/.test(before!.lead))
    return '有';
  if (some || firms) return `有${text.slice(figure.start, figure.end)}`;
  if (
    !figure ||
    second ||
    !/^(?:(?:全[国省市县区州镇乡])?|“[^“”]{2,16}”)$/.test(before!.lead) ||
    figure.bound ||
    !/^[个种类大条]$/.test(figure.unit)
  )
    return '';
  const named = before!.lead.startsWith('“') ? before!.lead : '';
  return named + text.slice(figure.start, figure.end);
}

/** What a sum is an attribute of where it says how big each of them is: 5000万元以上项目, 超百亿元的产业集群. */
const SIZED =
  /^级?的?(?!.*(?:带动|新增(?!$)|培育|引进|实现|完成[^投]|建成|吸引|服务企业|支持))[\u4e00-\u9fff“”]{0,14}?(?:企业|项目|集群|产业|园区|楼宇|合作社|乡镇|[县镇村]|主体|大户|固定资产投资)(?:(?:从无到有|实现“?零”?的?突破)[、，])?[\u4e00-\u9fff]{0,8}$/;

/** 年销售收入5000万元以上企业达86家: the size that a thing must have is a part of its name. */
function withoutThresholds(text: string, figures: Figure[]): Figure[] {
  return figures.filter((figure, i) => {
    const next = figures[i + 1];
    const least = figure.bound === 'at_least' || /[超过]/.test(text.charAt(figure.start - 1));
    if (!next || figure.range || !least) return true;
    const between = text.slice(figure.end, next.start);
    // 改造5万平方米以上集中连片棚户区134片
    if (figure.dimension === 'area') return !(next.dimension === 'count' && /^的?[\u4e00-\u9fff]{2,10}$/.test(between));
    return !(figure.dimension === 'money' && (SIZED.test(between) || counts(text, figure, next)));
  });
}

/** 税收过亿元楼宇达5幢，千万元以上27幢: the size of those that are counted next. */
function counts(text: string, size: Figure, next: Figure): boolean {
  if (!/^(?:count|households)$/.test(next.dimension)) return false;
  const between = text.slice(size.end, next.start);
  return between === '' ? size.bound === 'at_least' && next.dimension === 'count' : HOW_MANY.test(between);
}

/** 年纳税500万元以上的已有17家 */
const HOW_MANY = /^的(?:目前|现|已)*(?:有|达到?|增[加至]到?|发展到)?$/;

/** 178个市重点项目、23个省重点项目分别完成投资760亿元、276亿元: how many of them there are is no figure of the list's own. */
function withoutCounts(text: string, figures: Figure[]): Figure[] {
  const counts = (i: number) => /^(?:count|households)$/.test(figures[i]?.dimension ?? '');
  const between = (i: number) => text.slice(figures[i]!.end, figures[i + 1]?.start);
  const out: Figure[] = [];
  for (let i = 0; i < figures.length; i++) {
    let next = i;
    while (counts(next) && counts(next + 1) && /^[\u4e00-\u9fff]{2,16}[、和与及]$/.test(between(next))) next++;
    if (next > i && /^[\u4e00-\u9fff]{2,16}分别[\u4e00-\u9fff]{2,8}$/.test(between(next)) && !counts(next + 1))
      i = next;
    else out.push(figures[i]!);
  }
  return out;
}

/** Two figures are parallel when only a joint stands between them and they measure alike, or 分别 says that they are. */
function parallel(
  text: string,
  left: Figure,
  right: Figure,
  { respectively, several }: { respectively: boolean; several: boolean },
): boolean {
  if (left.range === 'low' && right.range === 'high') return true;
  // 解决了2.3万人和1.1万头大牲畜的饮水困难
  if (left.dimension === 'people' && right.unit.endsWith('头')) return false;
  const between = text.slice(left.end, right.start);
  // 截污管网47公里和8座污水处理厂: two things, of which the second has its name after its number.
  const named = respectively || (several && between === '和');
  const alike = left.dimension === right.dimension || (named && left.kind === 'quantity');
  if (!alike || left.kind !== right.kind) return false;
  // 排名分别升至世界第二、世界第三: the field may be said of each.
  if (left.kind === 'rank' && respectively && FIELD_AGAIN.test(between)) return true;
  return between === '' ? sharesUnit(text, left) : JOINT.test(between);
}

function sharesUnit(text: string, figure: Figure): boolean {
  return /[、和与及]/.test(text[figure.end] ?? '');
}

interface Piece {
  text: string;
  start: number;
  separator: string;
}

/** Splits the words before a figure at the separators that close a statement; 、 joins names and closes none but the first. */
function piecesOf(words: string, offset: number): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let separator = '';
  let quoted = false;
  for (let i = 0; i < words.length; i++) {
    const char = words[i]!;
    if (char === '“') quoted = true;
    else if (char === '”') quoted = false;
    if (quoted || !SEPARATOR.test(char)) continue;
    // 、 joins the names of a lead; only where words trail the figure before does it close them.
    if (char === '、' && start < i && !(offset > 0 && pieces.length === 0)) continue;
    pieces.push({ text: words.slice(start, i), start: offset + start, separator });
    separator = char;
    start = i + 1;
  }
  pieces.push({ text: words.slice(start), start: offset + start, separator });
  return pieces.filter((piece, index) => piece.text.length > 0 || index === pieces.length - 1);
}

function trailOf(text: string, end: number, stop: number): string {
  let at = end;
  while (at < stop && !SEPARATOR.test(text[at]!)) at++;
  return text.slice(end, at);
}
