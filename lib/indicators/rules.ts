import type { Clause } from './clauses';
import type { Figure } from './figures';
import { isNewFirm, isStandingFirm } from './firms';
import type { Front } from './front';
import type { Lead } from './lead';
import type { Entry } from './lexicon';
import { isRateName, type Subject } from './names';
import type { Measure } from './types';
import { type Dimension, sizeOf } from './units';
import { POSTS, SLOTS } from './words';

/** A figure's kind of reading: which measure it is, and which way it points. */
export interface Sense {
  measure: Measure;
  sign: 1 | -1;
}

/** What surrounds a figure, as far as its sense depends on it. */
export interface Surroundings {
  lead: Lead;
  front: Front;
  /** 新增 opened the list that the clause stands in. */
  added: boolean;
  /** The clause speaks of a stretch of years. */
  spans: boolean;
}

/** Says what one figure measures of its subject, or null where the words do not settle it. */
export function senseOf({ lead, front, added, spans }: Surroundings, figure: Figure, subject: Subject): Sense | null {
  const sense = plainSense(lead, figure, subject, spans);
  // 压减一般性支出20%: the verb stands before the name, and no share was said of it.
  if (
    figure.dimension === 'percent' &&
    front.turn !== 0 &&
    lead.direction === 0 &&
    !lead.reached &&
    lead.shareOf === null
  ) {
    const rate = subject.entry ? subject.entry.rate : isRateName(subject.name);
    return rate || figure.unit === '‰' ? null : { measure: 'growth', sign: front.turn };
  }
  if (sense?.measure !== 'level') return front.turn === 0 ? sense : null;
  // 增加投资100亿元, 减少农村贫困人口1000万人: the verb stands before the name.
  if (front.turn !== 0) return lead.reached ? null : { measure: 'change', sign: front.turn };
  return front.added !== null || (added && !lead.reached && addsToStock(subject, figure))
    ? { measure: 'change', sign: 1 }
    : sense;
}

/** 新增创新平台26家、高新技术企业110家: the second is an addition to a stock too. */
function addsToStock({ entry, name }: Subject, { dimension }: Figure): boolean {
  return entry !== null && !name.includes('新增') && (dimension === 'count' || dimension === 'households');
}

/** Names that tell by themselves that a count is no deed: a noun of quantity, beasts, what each has, places and posts. */
const COUNTED_AS_STOCK = new RegExp(`(?:[量数率]|[出存]栏|出笼|${SLOTS}|${POSTS})$|^年?[出存]栏|^每[百千万]|人均`);

/**
 * Counts of things done (建成公园9个) are deeds and no indicators, unless the text treats them as a stock (达到, or a
 * comparison right after).
 */
export function isDeed({ dimension, unit }: Figure, { entry, name }: Subject): boolean {
  return (
    entry === null &&
    !isNewFirm(name) &&
    !isStandingFirm(name) &&
    !COUNTED_AS_STOCK.test(name) &&
    !/列次?$|[架辆班]次$/.test(unit) &&
    (dimension === 'count' ||
      (unit === '户' && /(?:企业”?|主体|公司|工厂|企业改制|[砖窑矿]厂|煤矿|机构|单位|基地|园区|车间)$/.test(name)))
  );
}

/** 企业超2.4万家 tells how many there are; 汽车以旧换新超40万辆 how often it was done. */
export function isStock({ unit }: Figure): boolean {
  return !/[辆台套部件]$/.test(unit) && isThing({ unit });
}

/** Whether what is counted lasts: a home, a firm, a standard, and no match, batch or case. */
export function isThing({ unit }: Pick<Figure, 'unit'>): boolean {
  return !/[次起例场宗笔批]$/.test(unit);
}

/** The rows of the README's table 'How an observation is read' are the branches below. */
function plainSense(lead: Lead, figure: Figure, subject: Subject, spans: boolean): Sense | null {
  const { entry } = subject;
  if (figure.kind === 'ratio') {
    const shape = entry ? entry.dimensions.has('ratio') : /(?:结构|比例|之比)$/.test(subject.name);
    // 城乡居民收入比由2.86:1缩小到2.51:1 sets two quantities side by side.
    const ratio = entry === null && figure.parts!.length === 2 && SIDE_BY_SIDE.test(subject.name);
    return (shape && figure.parts!.length >= 3) || ratio ? { measure: 'structure', sign: 1 } : null;
  }
  if (figure.kind === 'rank') {
    // 第三产业首次跃居第一位: among the three industries, and no place among others.
    if (lead.rankIn === '' && entry && /^(?:primary|secondary|tertiary)_industry_va$/.test(entry.id)) return null;
    return lead.rankIn === null ? null : { measure: 'rank', sign: 1 };
  }
  if (figure.kind === 'doubling') return lead.direction < 0 ? null : { measure: 'multiple', sign: 1 };
  if (lead.monthly || lead.comparison) return null;
  const less = lead.improved && (entry ? entry.better === 'down' : /浓度|PM\d/.test(subject.name));
  const sign = lead.direction < 0 || less ? -1 : 1;
  switch (figure.dimension) {
    case 'times':
      if (lead.multipleOf) return { measure: 'multiple', sign: 1 };
      return lead.direction > 0 && !lead.toward ? { measure: lead.average ? 'average_growth' : 'growth', sign } : null;
    case 'point': {
      // 生产总值年均增长13.1%，比“十五”时期提高2.3个百分点: points are of the growth, which is no indicator of its own.
      const rate = entry ? entry.rate : isRateName(subject.name) || !AMOUNT.test(subject.name);
      // 拉动GDP增长4.1个百分点: a part of another growth.
      if (/^[拉带]动/.test(subject.name)) return null;
      return rate && lead.direction !== 0 && !lead.toward && !lead.rateOfChange ? { measure: 'change', sign } : null;
    }
    case 'percent':
      return percentSense(lead, figure, subject, sign, spans);
    default:
      return absoluteSense(lead, figure, subject, sign);
  }
}

const DRIVEN = /^[拉推]动/;

/** What two numbers are the ratio of. */
const SIDE_BY_SIDE =
  /收入差距$|(?:收入|师生|生师|医护|床护|职普|普职|投入产出|性别|人口)之?比[例值]?$|[\u4e00-\u9fff]{2}(?:比例|之比|比)$|[\u4e00-\u9fff]{2}[与和同][\u4e00-\u9fff]{2,12}之?比$/;

/** Whether a name joins two quantities of which it is the ratio: 产值与总产值之比. */
export function isRatioOfTwo(name: string): boolean {
  return /[与和同].{2,}比$/.test(name) && SIDE_BY_SIDE.test(name);
}

/** 亿元GDP生产安全事故死亡率下降10%: what is reckoned by the unit is no share, and falls by a share of itself. */
const PER_UNIT = /^(?:亿元|单位|万元|百万吨|万车|十万人|每).*死亡率$/;

function percentSense(lead: Lead, figure: Figure, subject: Subject, sign: 1 | -1, spans: boolean): Sense | null {
  const { entry } = subject;
  // 人均减负34.6元，减幅达58%: of the burden, which is not named.
  if (lead.direction < 0 && /减[负税免]/.test(subject.name)) return null;
  // 审批时限平均压缩一半: over all of them, and not by the year.
  const byYear = lead.average || (lead.mean && spans && !/(?:时限|时间|环节|材料|费用|价)$/.test(subject.name));
  const growth: Measure = byYear ? 'average_growth' : 'growth';
  if (entry?.kind === 'change') {
    if (lead.direction !== 0 && (lead.rateOfChange || !lead.toward)) return { measure: growth, sign };
    // 居民消费价格指数为102.8% is an index and no growth.
    return entry.id === 'cpi' && figure.value < 50 ? { measure: growth, sign: 1 } : null;
  }
  const rate = entry ? entry.rate : isRateName(subject.name) && !PER_UNIT.test(subject.name);
  if (lead.shareOf !== null && /计划|规划|任务|目标|预算(?!收入|支出)/.test(lead.shareOf)) return null;
  if (lead.shareOf !== null) return { measure: 'level', sign: 1 };
  // 拉动全市出口增长7.4% may be what it has grown by, or what this has given to it.
  if (lead.direction !== 0 && DRIVEN.test(subject.name)) return null;
  if (lead.direction !== 0 && (!lead.toward || lead.rateOfChange)) {
    // 城镇化率提高1.3% may mean percent or points; only the writer knows.
    return rate || figure.unit === '‰' ? null : { measure: growth, sign };
  }
  // 公办园在园幼儿数达到55%: what stands at a percentage is a share, unless its name says that it is an amount.
  // 国际航班恢复到2019年的80% is a part of that year's and no share.
  const ofYear = lead.toward && lead.atTime !== null;
  const share = rate || (entry === null && lead.reached && !ofYear && !AMOUNT.test(subject.name));
  return share && (!lead.average || (rate && lead.reached)) ? { measure: 'level', sign: 1 } : null;
}

/** Quantities of which a percentage can only be a growth, or a part of something that is not named. */
const AMOUNT =
  /(?:收入|支出|投资|产值|增加值|额|量|利润|利税|税收|价格|价值|出口|进口|存款|贷款|资金|增速|目标|目标定|消费|经济|产业|工业|(?<![事就作])业)$|增长/;

function absoluteSense(lead: Lead, figure: Figure, subject: Subject, sign: 1 | -1): Sense | null {
  const { entry } = subject;
  if (lead.rateOfChange || lead.multipleOf || lead.shareOf !== null) return null;
  if (figure.dimension === 'bare') {
    // Without its unit a number is only what its name alone can be counted in.
    if (
      !(entry
        ? entry.unit.some((unit) => /^(?:元|人|人次)$/.test(unit) || unit === `${figure.unit}元`)
        : COUNTED_BY_HEAD.test(subject.name))
    )
      return null;
  } else if (entry && !(entry.dimensions.has(figure.dimension as Dimension) && inScale(figure, entry))) return null;
  if (entry === null && !measuresIn(subject.name, figure)) return null;
  // 散居孤儿1536元, 离退休人员增加90元: money paid to people has a name that the clause leaves out.
  if (entry === null && figure.dimension === 'money' && PEOPLE.test(subject.name)) return null;
  if (lead.direction !== 0 && !lead.toward) return { measure: 'change', sign };
  if (lead.average && !lead.reached) return null;
  // 老人就餐每餐补贴5元: what each is allotted is a rule, and a figure only where it is raised or has a name (补助标准).
  if (entry === null && figure.dimension === 'money' && !lead.toward && !lead.away && isAllotted(subject.name, figure))
    return null;
  // 其中工业8100万元: a sector alone has many sums.
  if (entry === null && SECTOR.test(subject.name)) return null;
  return { measure: 'level', sign: 1 };
}

/** What everybody gets, told by a verb: 每人每月补助, 每亩给予补贴. */
const ALLOTTED =
  /每(?:[人户名位亩餐次头台辆套吨天月年村校]|公斤|公里|平方米){1,2}(?:一次性)?(?:给予|发放|享受|配套)?(?:补贴|补助|奖励|奖补|资助|补偿|发放|减免|缴费|缴纳)$/;
/** So many yuan and no more are paid to one, and to whom is not told. */
const TO_ONE = /^(?:各级|上级|财政|政府|中央|地方|国家|[省市县]级?|个人|集体|和|各|分别)*(?:补助|补贴|奖励|缴费)$/;

function isAllotted(name: string, { unit }: Figure): boolean {
  return ALLOTTED.test(name) || (unit === '元' && TO_ONE.test(name));
}

/** A part of the economy or of the country, and no quantity of it. */
const SECTOR =
  /^(?:(?:国有|集体|私营|个体|民营|轻|重)?(?:工业|农业|商业|建筑业)|小学|初中|高中|普通高中|中学|中职|幼儿园|本科|专科|种植业|养殖业|畜牧业|城镇|城市|农村|乡村|县城|城区)$/;

/** Nouns that can only be measured in one way: no income is in kilograms. */
const MEASURED: [RegExp, RegExp][] = [
  [/(?:收入|支出|产值|增加值|投资额?|税收|利润|利税|零售总?额|[存贷]款(?:余额)?)$/, /^(?:money|bare|concentration)$/],
  [/面积$/, /^(?:area|land|bare|concentration)$/],
  [/里程$/, /^(?:length|bare)$/],
];

function measuresIn(name: string, { dimension }: Figure): boolean {
  return MEASURED.every(([noun, dimensions]) => !noun.test(name) || dimensions.test(dimension));
}

/** 财政支出提高到人均320元, 居民收入增加5亿元: what is reckoned by the head is never in hundred millions, and the whole never in single yuan. */
function inScale({ dimension, unit }: Figure, { unit: units }: Entry): boolean {
  if (dimension !== 'money') return true;
  const byHead = units.some((one) => /^(?:美)?元$/.test(one));
  return byHead ? sizeOf(unit) < 1e8 : sizeOf(unit) > 1;
}

/** 贫困人口减少6800多万: people without a measure word are people; a sum without its unit stays as it is written. */
export function unitOf({ dimension, unit }: Figure, { name, entry }: Subject): string {
  if (dimension !== 'bare') return unit;
  const own = entry?.unit.find((one) => /^(?:人|人次)$/.test(one));
  // 人均地区生产总值突破5万关口, 经济总量迈上1200亿台阶: what is measured in yuan needs no 元 to be it.
  if (entry) return unit + (own ?? (entry.dimensions.has('money') ? '元' : ''));
  return unit + (/人次$/.test(name) ? '人次' : /^(?:.*(?:用户|户数))$/.test(name) ? '户' : '人');
}

/** What people are counted under. */
const COUNTED_BY_HEAD = /(?:人口|人数|人次|游客|职工|用户|户数|农民工|人才|党员|带头人)$/;

const PEOPLE = /(?:孤儿|儿童|人员|老人|老年人|对象|学生|居民|群众|职工|残疾人|农民|供养|散居)$/;

/** Words that may follow a figure without making it an attribute of what they name. */
const TRAIL =
  /^(?:|安排|执行|的?(?:前提下|基础上|同时)|通过[\u4e00-\u9fff“”]{2,14}(?:发放|兑付|拨付|兑现)[\u4e00-\u9fff]{0,6}|等(?:目标|指标)(?:任务)?|等(?:落后|过剩)?产能|(?:年度|建设)?任务|的?(?:新?台阶|行列|大关|关口|门槛|新高|历史新高|历史最好水平|好收成|好成绩|骄人成绩|优异成绩|新突破|较好水平|增长水平|高位|(?:较|历史|合理|相对|中高|适度)[\u4e00-\u9fff]{0,4}(?:水平|区间|范围|增速|增长|速度)内?)|(?:和|与|及|以及|并|而|其中|预计|同比|比|较|年均|实际|名义|增长|下降|下调|下跌|急跌|骤降|滑落|飙升|跌|占|达|居(?![住民])|排|提高|提升|上升|增加|降|减|扩|由|从|是|为|位|列|增|分别|均|回落|回升|收窄|攀升|拓展|改善|缩减|精简|整合|重组|撤并|合并|归并|恢复[到至]|放缓|加快|缩小|缩短|调[整减增]|演变|演进|转变?为|转变|变为|扭转为|优化|跃|压|扩|到|至|上|升|发展|总量|增速).*)$/;

/** Whether a clause's figures stand alone as what is said, not as the attribute of a noun (30万吨铜、170万人口的总规). */
export function standsAlone(clause: Clause): boolean {
  // 提前五年实现比1980年翻两番的目标: a goal that was reached is told as what it was.
  const reached =
    (/(?:实现|完成|提出).*(?:比|较|基础上)|完成“十[一二三四五]五”/.test(clause.lead) ||
      /^(?:提出|确定|设定|把|将)/.test(clause.lead)) &&
    /^的?(?:预期|奋斗|战略)?(?:目标|要求)$/.test(clause.trail);
  // 投资增长10%大力发展服务业: the stop between them is lost.
  const torn =
    clause.figures.every(({ dimension }) => dimension === 'percent') &&
    /(?:增长|下降|达到?|提高到)$/.test(clause.lead) &&
    /^(?:大力|着力|深入|扎实|切实|积极)(?:发展|推进|推动|实施|培育|开展|优化|提升|加强|培植|支持)/.test(clause.trail);
  return reached || torn || TRAIL.test(clause.trail);
}
