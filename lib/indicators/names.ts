import type { ReportIdentity } from '../report/types';
import type { Entry, Lexicon } from './lexicon';
import { type Calendar, type Moment, momentOf, TIME_SOURCE } from './periods';
import { areaAt } from './places';
import type { Status } from './types';

/** What a figure is said of. */
export interface Subject {
  name: string;
  entry: Entry | null;
  /** Null for the report's own area. */
  area: string | null;
}

/** A subject phrase with its front taken off: when, where, how sure, and what is newly added. */
export interface Front {
  rest: string;
  moment: Moment | null;
  area: string | null;
  status: Status | null;
  /** 新增, 净增 stand before the name. */
  added: boolean;
  cumulative: boolean;
  /** 完成 or 实现 stood inside the name: 工业完成增加值. */
  done: boolean;
  /** Who did it, where a verb stood inside the name: 规模工业 of 规模工业实现增加值. */
  doer: string | null;
  /** 增加, 减少 stand before the name: the figure is a change, -1 for a fall. */
  turn: 1 | -1 | 0;
}

const TIME_FRONT = new RegExp(`^(?:${TIME_SOURCE})(?:的)?`);
const STATUS_FRONT: [RegExp, Status | null][] = [
  [/^(?:[据经]?(?:初步)?预计[可将]?|据(?:统计|初步)?预测)/, 'estimate'],
  [/^(?:初步统计|据统计|初步核算|据初步统计|据初步核算)/, 'actual'],
  [
    /^(?:力争|确保|争取(?=[\u4e00-\u9fff]{0,2}(?:完成|实现|达到|新增)|[\u4e00-\u9fff]{2,16}(?:率|数|值)$)|努力|计划(?!生育|外|内|单列)|拟|要|奋力|全力|目标是|预期)/,
    'target',
  ],
];
const LIGHT =
  /^(?:》|我们(?:要|将)?|[●○■□◆◇★☆▲△►▶➢√✓*—-]+|但|仍|同步|提出了?|推动|把|将|再(?=新|次|减|增|解|安|提|压|降|培|建|为|进)|又|拟?安排(?!的)|年末|年底|期末|其中|同时|特别是|尤其是|以及|而且|并且|并|而|且|使|成功|顺利|先后|全力|累计完成|累计实现|共完成|共实现|完成|实现|达到|累计|全社会累计(?!用电)|总计|共有|共|圆满|超额|现有|拥有)(?=[\u4e00-\u9fffA-Z“]|(?<=其中)(?:\d|$))/;
const ADDED = /^(?:新增|净增|新增加|净增加|新认定|新培育|新发展|培育|新入库)/;
const TURN = /^(?:增加|提高|减少|降低|压减|削减)(?=[\u4e00-\u9fff]{3})/;
const INNER_VERB = /^([\u4e00-\u9fff“”]{2,16}?)(?:已|共|累计)*(?:完成|实现(?!程度|率|度))([\u4e00-\u9fff].{1,20})$/;

/** Takes the front off a subject phrase. */
export function readFront(
  phrase: string,
  context: { report: ReportIdentity | null; calendar: Calendar; plan: boolean; lexicon: Lexicon },
): Front {
  const front: Front = {
    rest: phrase,
    moment: null,
    area: null,
    status: null,
    added: false,
    cumulative: false,
    done: false,
    doer: null,
    turn: 0,
  };
  for (let steps = 0; steps < 10; steps++) {
    const rest = front.rest;
    if (context.lexicon.find(rest)) break;
    const time = TIME_FRONT.exec(rest);
    if (time && time[0].length <= rest.length) {
      const moment = momentOf(time[0].replace(/的$/, ''), context.calendar, context.plan);
      if (moment) {
        front.moment = moment;
        front.rest = rest.slice(time[0].length);
        continue;
      }
    }
    const area = areaAt(rest, context.report);
    const named = area && (!area.bare || context.lexicon.findForGrowth(rest.slice(area.length)) !== null);
    if (area && named) {
      front.area = area.area;
      front.rest = rest.slice(area.length).replace(/^的/, '');
      continue;
    }
    const status = STATUS_FRONT.find(([pattern]) => pattern.test(rest));
    if (status) {
      front.status = status[1];
      front.rest = rest.replace(status[0], '');
      continue;
    }
    const light = LIGHT.exec(rest);
    if (light) {
      if (light[0].includes('累计') || light[0].includes('共')) front.cumulative = true;
      front.rest = rest.slice(light[0].length);
      continue;
    }
    const turn = TURN.exec(rest);
    if (turn) {
      front.turn = /^[增扩提]/.test(turn[0]) ? 1 : -1;
      front.rest = rest.slice(turn[0].length);
      continue;
    }
    const added = ADDED.exec(rest);
    if (added && added[0].length < rest.length && context.lexicon.find(rest.slice(added[0].length))) {
      front.added = true;
      front.rest = rest.slice(added[0].length);
      continue;
    }
    break;
  }
  // 国家财政将投入200亿元
  front.rest = front.rest.replace(/(?<=[\u4e00-\u9fff]{2})(?:将|拟)(?=每年|投入|安排|新增|支出)/, '');
  const inner = INNER_VERB.exec(front.rest);
  // 粮食总产量实现五连增 says something of an indicator and no doer did it.
  if (inner && !context.lexicon.find(front.rest) && !isQuantity(context.lexicon.find(inner[1]!))) {
    front.done = !/累计|共/.test(inner[0]);
    front.rest = withoutVerb(inner[1]!, inner[2]!, context.lexicon);
    if (front.rest !== inner[2]) front.doer = inner[1]!;
  }
  return front;
}

/** Firms are counted and act; what else the lexicon knows only is. */
function isQuantity(entry: Entry | null): boolean {
  return entry !== null && !entry.unit.includes('家');
}

/** 工业完成增加值 is one name; 服务业完成社会消费品零售总额 names the field that the indicator is reported under. */
function withoutVerb(doer: string, done: string, lexicon: Lexicon): string {
  const field = /^(?:服务业|商贸业|商贸流通业|工业|农业|第三产业|外贸)$/.test(doer);
  return field && !lexicon.find(doer + done) && lexicon.find(done) ? done : doer + done;
}

/** Splits at the outermost 、 and, when asked, at 和 与 及; what stands in quotation marks stays whole. */
function splitAt(phrase: string, words: boolean): string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  for (let i = 0; i < phrase.length; i++) {
    const char = phrase[i]!;
    if (char === '“') quoted = true;
    if (char === '”') quoted = false;
    const joint = quoted
      ? 0
      : char === '、'
        ? 1
        : words && phrase.startsWith('以及', i)
          ? 2
          : words && '和与及'.includes(char)
            ? 1
            : 0;
    if (joint && part) {
      parts.push(part);
      part = '';
      i += joint - 1;
    } else if (!joint) part += char;
  }
  if (part) parts.push(part);
  return parts;
}

/** One word that stands for all three industries. */
const THREE = /^(?:三次产业|三大产业|一二三次?产业|一、二、三次?产业)(增加值)?$/;

/** One word that stands for two subjects. */
const PAIRS: [RegExp, string, string][] = [
  [/^城乡/, '城镇', '农村'],
  [/存贷款/, '存款', '贷款'],
  [/^进出口/, '进口', '出口'],
];

/**
 * Names the subjects of `count` values, or of one value that each of them has (`count` null).
 * Null when the phrase does not divide into exactly as many: then nothing may be read from the clause.
 */
export function distribute(phrase: string, count: number | null, lexicon: Lexicon): string[] | null {
  const three = count === 3 ? THREE.exec(phrase) : null;
  if (three) return ['第一产业', '第二产业', '第三产业'].map((industry) => industry + (three[1] ?? ''));
  const fits = (parts: string[]) => (count === null ? parts.length > 1 : parts.length === count);
  const whole = phrase.replace('存、贷', '存贷').replace(/^城、乡/, '城乡');
  let parts = splitAt(whole, false);
  if (!fits(parts) || (count === null && splitAt(whole, true).length > parts.length)) parts = splitAt(whole, true);
  if (!fits(parts)) {
    const single = parts.length === 1 ? parts[0]! : null;
    const pair = single === null ? undefined : PAIRS.find(([pattern]) => pattern.test(single));
    if (!pair || single === null || (count !== null && count !== 2)) return null;
    return [single.replace(pair[0], pair[1]), single.replace(pair[0], pair[2])];
  }
  return complete(parts, lexicon);
}

/** Nouns that a quantity is named by; a part without one borrows the last part's. */
const QUANTITY =
  /(?:率|额|值|量|收入|支出|投资|余额|数|面积|里程|比重|占比|比例|规模|人次|消费|贷款|存款|成本|价格|利润|出口|进口|就业|强度|浓度|水平|密度|产能|能力|装机|补助|标准|时间|水耗|能耗|人口|速度|排放|用水|户|家|企业|项目|税收|总值|财政|增长)$/;

/** Nouns of quantity that attach to the thing itself, whatever the thing's name is made of. */
const DIRECT = /(?:排放量|数量|产量|增加值|吞吐量|周转量|客运量|货运量|保有量|播种面积)$/;

/** The levels of government that a thing may belong to. */
const TIER = /^(?:国家|[省市县区州])(?:级|属)?(?!内|外)/;

/** The groups of people that a rate or a standard is set for. */
const GROUP = /^(?:城镇|城乡|农村)?(?:职工|居民)$/;
const GROUP_FRONT = /^(?:城镇|城乡|农村)?(?:职工|居民)/;

/** 生产安全事故起数、死亡人数: a bare noun of count that is said of the same things as the one before. */
const COUNTED = /^(.{2,}?)(?:起数|件数|户数|营业收入|主营业务收入|总产值|货运量|客运量)$/;
const BARE_COUNT = /^(?:死亡人数|受伤人数|伤亡人数|人数|利润|利润总额|利税|税收|客运量|货运量)$/;

/** 城镇、农村居民人均可支配收入: gives each part the head that it shares with the last one. */
function complete(parts: string[], lexicon: Lexicon): string[] | null {
  const last = parts[parts.length - 1]!;
  const first = parts[0]!;
  /** The next part that is a quantity by itself is the one that a bare part before it borrows from. */
  const lender = (i: number) => parts.slice(i + 1).find((part) => known(lexicon, part) || QUANTITY.test(part)) ?? last;
  const out: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const whole =
      known(lexicon, part) || (QUANTITY.test(part) && !isHeadOf(part, last))
        ? part
        : i < parts.length - 1
          ? withTail(part, lender(i), lexicon)
          : part;
    const counted = i > 0 && BARE_COUNT.test(part) ? COUNTED.exec(first) : null;
    const head = counted ? counted[1]! + part : withHead(part, first, lexicon);
    const named = i > 0 && whole === part ? (head ?? whole) : whole;
    if (named === null) return null;
    out.push(named);
  }
  return out;
}

function known(lexicon: Lexicon, name: string): boolean {
  return lexicon.findForGrowth(name) !== null;
}

/** 市重点项目 in 市重点项目、省重点项目投资, 化学需氧量 in 化学需氧量、氨氮排放量: a quantity's noun that still wants the last one's. */
function isHeadOf(part: string, last: string): boolean {
  if (last.endsWith('排放量') && !part.endsWith('排放量')) return true;
  return part.length >= 4 && last.length > part.length && last.slice(1, part.length) === part.slice(1);
}

function withTail(part: string, last: string, lexicon: Lexicon): string | null {
  for (let cut = 1; cut < last.length; cut++) {
    const parallel = Math.abs(cut - part.length) <= 1 || last[cut - 1] === part[part.length - 1];
    if (parallel && known(lexicon, part + last.slice(cut))) return part + last.slice(cut);
  }
  if (!QUANTITY.test(last) && !areaAt(last, null)) return part;
  // 长沙、株洲、湘潭生产总值: places share what is said of the last.
  const place = areaAt(`${part}生产`, null);
  const lastPlace = areaAt(last, null);
  if (place?.length === part.length && lastPlace) return part + last.slice(lastPlace.length);
  // 市、省重点项目投资: levels of government share what is said of the last.
  const tier = TIER.exec(last);
  if (tier && TIER.exec(part)?.[0] === part) return part + last.slice(tier[0].length);
  // 职工、居民住院报销比例: groups of people share what is said of the last.
  if (GROUP.test(part)) {
    const group = GROUP_FRONT.exec(last);
    if (group && group[0].length < last.length) return part + last.slice(group[0].length);
  }
  // 绿电、绿证交易规模: short parallel words of one length and one beginning.
  if (part.length === 2 && part[0] === last[0] && QUANTITY.test(last) && last.length >= 5) return part + last.slice(2);
  // 基本养老、基本医疗保险参保率: parallel words of one length and one beginning.
  if (part.length > 2 && part[0] === last[0] && lexicon.find(last)) return part + last.slice(part.length);
  if (last.endsWith('排放量')) return `${part}排放量`;
  if (isHeadOf(part, last)) return part + last.slice(part.length);
  // 养老、失业、医疗保险参保人数; 新农合、城镇居民医疗保险补助标准
  const insured = last.indexOf('保险');
  if (insured > 0) return part + last.slice(/保险$|医保$|合作医疗$|新农合$/.test(part) ? insured + 2 : insured);
  const head = DIRECT.exec(last);
  if (head && head.index > 0) return part + head[0];
  const shared = nearest(last, part[part.length - 1]!, part.length - 1);
  if (shared >= 0 && shared < last.length - 1) return part + last.slice(shared + 1);
  const noun = QUANTITY.exec(last);
  if (noun && last.slice(part.length) === noun[0]) return part + noun[0];
  return null;
}

/** Where a character stands in a word, nearest to a place; -1 when nowhere. */
function nearest(word: string, char: string, place: number): number {
  const after = word.indexOf(char, place);
  const before = word.lastIndexOf(char, place);
  if (after < 0 || (before >= 0 && place - before <= after - place)) return before;
  return after;
}

/** 金融机构本外币各项存款余额、贷款余额: a short part that becomes an indicator with the first one's modifier. */
function withHead(part: string, first: string, lexicon: Lexicon): string | null {
  const parallel = first.length > part.length ? first.slice(0, first.length - part.length) + part : '';
  const own = lexicon.find(part);
  if (own) return first.slice(-2) === part.slice(-2) && lexicon.find(parallel) === own ? parallel : null;
  for (let cut = 1; cut < first.length; cut++) {
    const name = first.slice(0, cut) + part;
    if (first.length - cut <= part.length + 2 && lexicon.find(name)) return name;
  }
  return null;
}

/** 粮食播种面积1266.6万亩、产量514.4万吨: a bare noun that makes an indicator with the beginning of the subject before. */
export function withSameHead(noun: string, before: string, lexicon: Lexicon): string | null {
  if (noun === '人均') return lexicon.find(`人均${before}`) && `人均${before}`;
  // 民间投资增长12.6%、占比68.2%
  if (before !== '' && /^(?:占比|比重)$/.test(noun) && !isRateName(before)) return before + noun;
  // 最终消费支出增长5%，对经济增长的贡献率为65%
  if (before !== '' && /^对[\u4e00-\u9fffA-Z]{2,10}贡献率$/.test(noun)) return before.replace(/占.*比重$/, '') + noun;
  const grown = /^(.{2,8}?)总?产量?$/.exec(before);
  if (grown && /^(?:单产|亩产|总产|总产量|平均亩产)$/.test(noun)) return grown[1]! + noun;
  if (!GENERIC.test(noun)) return null;
  for (let cut = 2; cut <= Math.min(before.length, 8); cut++) {
    if (lexicon.find(before.slice(0, cut) + noun)) return before.slice(0, cut) + noun;
  }
  return null;
}

/** 用于科技、教育、文化等方面的支出: one quantity, however many purposes it names. */
export function isOpenList(name: string): boolean {
  return /、[^、]{1,12}等[^、]{1,12}$/.test(name);
}

/** Nouns of quantity that say nothing without the subject before them. */
const RELATIONAL =
  /^(?:其)?(?:(?:全[国省市])?(?:综合)?排名|总量|总数|增速|增幅|规模|总规模|增量|绝对额|收入规模|总额|两项|两者|增长率|增长速度)(?:[、和与](?:总量|增速|增幅|规模|增量|均)?)*$/;

export function isRelational(phrase: string): boolean {
  return RELATIONAL.test(phrase);
}

/** Nouns after which a percentage is a level: a rate, a share, a degree. */
const RATE_NOUN =
  /(?:(?<!生产)率|比重|占比|比例|程度|贡献|份额|(?<!能耗|能源|碳|排放|用水|水耗)强度|比率|合格|(?<!价格?总?)水平|覆盖|满意度|湿度|(?<![浓强速])度|参保|比)$/;

export function isRateName(name: string): boolean {
  return RATE_NOUN.test(name);
}

/** Nouns that name no quantity until something says whose. */
const GENERIC =
  /^(?:人平|人均|投资|资金|项目|收入|产值|规模|总量|销售收入|营业收入|销售额|利润|增加值|贡献率|比重|占比|余额|总额|面积|总面积|里程|总里程|产量|数量|人数|年均|补助|总投资|总产|单产|亩产|总产量|约合|折合|其中|其他|年度|计划|排名|年度投资|改造|新建|建设|合计|支出|资产|保质保量|惠及|覆盖|带动|受益|投入|发放|减免|安置|吸纳|拆除|筹集|又人均|资助|补贴|中央财政|省财政|财政|总收入|总价|成交价|总金额|合同金额|总造价|总产值|贷款|惠及群众|受益群众|吸引|新增|全部|完成投资|年产值|成交金额|成交额)$/;

/** The name of a quantity that stands before a turn of phrase (生猪出栏量再创新高), null when none does. */
export function quantityBefore(words: string, turn: RegExp): string | null {
  const found = turn.exec(words);
  const name = found ? words.slice(0, found.index) : '';
  return QUANTITY.test(name) && isCleanName(name) ? name : null;
}

/** A name that may be shown: a noun phrase of sane length and nothing that splits a sentence. */
export function isCleanName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 32 &&
    !/\d/.test(name.replace(/“[^“”]*”/g, '').replace(/PM2\.5|PM10|5G|4G|^1(?:10|19|20|22)(?=报警|急救)/g, '')) &&
    !/(?:[按过以给共后前的将到至]|基础上|人均|为此.*)$|分别|去年|今年|明年|上年|次年/.test(name) &&
    !/[，；：。！？《》]/.test(name) &&
    (!name.includes('、') || isOpenList(name)) &&
    !/^(?:[该含的在把将由从比较与及为]|和(?!美|田|平|谐)|到(?!位)|对(?!外|口)(?!.*(?:出口|进口|进出口额?|总?额|投资|余额|贷款)$))/.test(
      name,
    ) &&
    !GENERIC.test(name) &&
    !/^(?:总量|增速|增幅|规模)[、和与]/.test(name)
  );
}
