import type { Clause } from './clauses';
import { distribute, withSameHead } from './distribution';
import type { Front } from './front';
import type { Lead } from './lead';
import type { Lexicon } from './lexicon';
import { isCleanName, isOpenList, isRelational, type Subject } from './names';
import { frontOf, type Grounds, type State } from './state';

/** Whom a clause's figures are said of: the subjects of each figure, and all of them once. */
export interface Naming {
  perFigure: Subject[][];
  distinct: Subject[];
}

/** A subject by its name: an indicator, or a quantity with a name of its own; null when the words are no name. */
export function subjectNamed(name: string, area: string | null, lead: Lead, lexicon: Lexicon): Subject | null {
  const growth = lead.direction !== 0 && !lead.toward;
  const entry = growth ? lexicon.findForGrowth(name) : lexicon.find(name);
  return entry || isCleanName(name) ? { name, entry, area } : null;
}

/** Names the subject of each figure; null when names and numbers do not come out even. */
export function subjectsOf(clause: Clause, lead: Lead, front: Front, state: State, grounds: Grounds): Naming | null {
  const range = clause.figures[0]!.range === 'low';
  if (range ? clause.figures.length !== 2 : clause.figures.some((figure) => figure.range)) return null;
  const count = range ? 1 : clause.figures.length;
  if (front.rest === '' || isRelational(front.rest)) return carried(clause, lead, front, count, state, grounds.lexicon);
  const phrase = fullPhrase(clause, lead, front, state, grounds.lexicon);
  const single = count === 1 && !lead.each && !(lead.respectively && /^城乡|存贷款/.test(phrase));
  if (single) return ofOne(clause, lead, phrase, front.area, grounds.lexicon);
  if (count === 1 && lead.respectively && clause.listed) return null;
  const names = distribute(phrase, count === 1 ? null : count, grounds.lexicon);
  if (!names) return null;
  const subjects: Subject[] = [];
  let area = front.area;
  for (const name of names) {
    const own = frontOf(name, grounds, state);
    area = own.area ?? area;
    const subject = subjectNamed(own.rest, area, lead, grounds.lexicon);
    if (!subject) return null;
    subjects.push(subject);
  }
  if (leansOnFirst(subjects)) return null;
  return count === 1 ? spread(clause, subjects) : pair(clause, subjects);
}

/** 论坛活动数量和财政支出均压减一半: whether a bare name is the whole area's or the first one's nobody can say. */
function leansOnFirst([first, ...rest]: Subject[]): boolean {
  return first!.entry === null && rest.some(({ entry, name }) => entry !== null && name.length <= 4);
}

/** The clause has no name of its own: its figures are said of the subjects before, one each or of the only one. */
function carried(
  clause: Clause,
  lead: Lead,
  front: Front,
  count: number,
  state: State,
  lexicon: Lexicon,
): Naming | null {
  if (!state.subjects || state.subjects.length === 0) return null;
  const total = /总[量数]/.test(front.rest) || (lead.cumulative && front.rest === '');
  const subjects = total ? state.subjects.map((subject) => stockOf(subject, lexicon)) : state.subjects;
  if (lead.shareOf !== null) {
    const shares = subjects.map(({ name, area }) => subjectNamed(`${name}占${lead.shareOf}比重`, area, lead, lexicon));
    return shares.every((share) => share !== null) ? pair(clause, shares) : null;
  }
  // 分别 tells several apart: one figure after it is what is left of a list that could not be read.
  if (count === 1 && lead.respectively && subjects.length === 1) return null;
  if (count === 1) return subjects.length === 1 || lead.each || lead.respectively ? spread(clause, subjects) : null;
  if (subjects.length === count) return pair(clause, subjects);
  // A达到1万元，B达到5千元，增长6.5%和7%: one growth for each of the clauses before.
  const recent = state.recent.slice(-count);
  return subjects.length === 1 && recent.length === count ? pair(clause, recent) : null;
}

/** 178个市重点项目、23个省重点项目 */
const COUNTS = /(^|[、和与及])\d{1,6}[个家项户所座条]/g;

/** The name with what it leaves out: the head that it shares with the clause before, the whole that it is a share of. */
function fullPhrase(clause: Clause, lead: Lead, front: Front, state: State, lexicon: Lexicon): string {
  const follows = (clause.opened === '、' || clause.opened === '，') && state.subjects?.length === 1;
  const before = follows ? state.subjects![0]!.name : '';
  const rest = lead.respectively ? front.rest.replace(COUNTS, '$1') : front.rest;
  const phrase = ofDoer(clause, rest, state, lexicon) ?? withSameHead(rest, before, lexicon) ?? rest;
  // 新建绿道130公里、绿地1000公顷: the second is as new as the first and no stock.
  const listed = clause.opened === '、' && state.deed !== null && lead.direction === 0 && !plainlyStated(lead);
  if (listed && !DEED.test(phrase) && !EFFECT.test(phrase) && !lexicon.find(phrase)) return state.deed + phrase;
  return lead.shareOf === null ? phrase : `${phrase}占${lead.shareOf}比重`;
}

/** What firms and sectors are said to have made; without a name before it, it is theirs who made what stood before. */
const MADE =
  /^(?:工业)?(?:总产值|产值|增加值|利税|利润|利润总额|税收|税金|(?:主营业务|营业|销售|经营)?收入|销售额|营业额|交易额|零售额|投资|出口交货值|上缴税金|入库税金|(?:计划|年度|年度计划)?(?:总投资额?|投资额?)|投资总额|到位资金|(?:合同|协议|签约)(?:金额|资金|引资额?|额)|总金额|总面积|总建筑面积)$/;
const MAKES = /^(?:其中)?(?:累计|共)?(?:完成|实现|创造|上缴)/;

/** 乡镇企业实现总产值32.5亿元、利税2.1亿元: both are of the firms. A semicolon ends it unless a verb goes on. */
function ofDoer({ opened, lead }: Clause, rest: string, { doer, subjects }: State, lexicon: Lexicon): string | null {
  const listed = opened === '、' || opened === '，';
  // 高新区实现地区生产总值126亿元，固定资产投资增长20%: what follows is of the zone too.
  if (isZone(doer) && listed && lexicon.find(rest)) return doer + rest;
  if (!MADE.test(rest)) return null;
  if (doer !== null && (listed || MAKES.test(lead))) return doer + rest;
  // 乡镇企业总产值完成32.8亿元，实现利税2.1亿元
  const made = listed && MAKES.test(lead) && subjects?.length === 1 ? MADE_BY.exec(subjects[0]!.name) : null;
  return made && made[1]! + rest;
}

const MADE_BY =
  /^([\u4e00-\u9fff“”]{2,16}?(?:企业|工业|园区|开发区|经济|公司|产业|合作社))(?:总产值|产值|增加值|(?:主营业务|营业|销售)?收入)$/;

/** A zone, a park or a company inside the area: what it makes is no figure of the area's own. */
export function isZone(doer: string | null): doer is string {
  return doer !== null && /(?:[新园港]区|开发区|经开区|示范区|园|集团|公司)$/.test(doer);
}

/** Whether a name is one that `doer` makes whole. */
export function isMade(rest: string): boolean {
  return MADE.test(rest);
}

/** Verbs of deeds that a list says once for all its items. */
const DEED =
  /^(?:新增|(?:新改扩建|新改建|新建|新修|改造|改建|扩建|修建)(?:[和与及]?(?:改造|改建|扩建|新建|修复))?|淘汰(?:落后的?)?|退出|化解|关停|压减|整治|治理|修复|拆除|建设|铺设|硬化|发放(?!贷款))/;

/** What a deed led to: 改造老旧小区186个、惠及居民3.2万户. */
const EFFECT = /^(?:惠及|受益|带动|覆盖|服务|安置|吸纳|涉及|总)/;

const BEGUN = /^[^项]{0,6}(?:实施|开工|建设|推进|铺排|谋划|储备|签约|引进|落地|竣工|新建|安排|入库)(?=.{2,}项目)/;
const PROJECTS = /^[\u4e00-\u9fff“”]{0,12}?项目/;

/** What a clause counts, by name: 实施重点项目320个、年度投资860亿元 and 839个海外仓、总面积1210万平方米 go on about it. */
export function countedBy(clause: Clause, rest: string): string | null {
  if (clause.figures.length !== 1 || clause.figures[0]!.dimension !== 'count') return null;
  const counted = (clause.trail === '' ? rest : clause.trail).replace(BEGUN, '');
  const projects = PROJECTS.exec(counted)?.[0] ?? /(?:重点|重大|建设|合作)?项目$/.exec(counted)?.[0];
  return projects ?? (/^[\u4e00-\u9fff“”]{2,8}$/.test(clause.trail) ? clause.trail : null);
}

/** 荣获53个奖项、比上次增长47%: what was counted is what has grown. */
export function countedThing(clause: Clause): Subject[] | null {
  const { trail, figures } = clause;
  const counted = figures.length === 1 && figures[0]!.dimension === 'count' && /^[\u4e00-\u9fff“”]{2,8}$/.test(trail);
  return counted && isCleanName(trail) ? [{ name: trail, entry: null, area: null }] : null;
}

/** The deed that a name begins with, null when it names a quantity and no deed. */
export function deedOf({ name, entry }: Subject): string | null {
  return entry ? null : (DEED.exec(name)?.[0] ?? null);
}

function plainlyStated(lead: Lead): boolean {
  return (lead.reached && lead.bound === null) || lead.shareOf !== null || lead.rateOfChange;
}

/** One figure, no 均 and no 分别: the phrase is one name, unless it joins indicators that a growth is said of alike. */
function ofOne(clause: Clause, lead: Lead, phrase: string, area: string | null, lexicon: Lexicon): Naming | null {
  if (/[、和与及]/.test(phrase) && !lexicon.find(phrase)) {
    const parts = distribute(phrase, null, lexicon);
    const known = parts?.filter((name) => lexicon.find(name)) ?? [];
    const growth = /times|percent/.test(clause.figures[0]!.dimension);
    if (parts && known.length === parts.length && growth && lead.direction >= 0) {
      // 地区生产总值和城乡居民收入翻一番 is said of each.
      const subjects = parts.map((name) => ({ name, entry: lexicon.find(name), area }));
      return spread(clause, subjects);
    }
    // What is emitted adds up to nothing across substances: 化学需氧量、氨氮排放量下降2% is said of each.
    if (growth && parts?.every((name) => name.endsWith('排放量')))
      return spread(
        clause,
        parts.map((name) => ({ name, entry: null, area })),
      );
    // A half-known list is not taken apart, and an unknown one is a name only where 等 closes it.
    if (known.length > 0 || (phrase.includes('、') && !isOpenList(phrase))) return null;
  }
  const subject = subjectNamed(phrase, area, lead, lexicon);
  return subject && spread(clause, [subject]);
}

/** 新增规模以上工业企业535户，总数达到3159户: the total is of the firms and not of the additions. */
function stockOf(subject: Subject, lexicon: Lexicon): Subject {
  const name = subject.name.replace(/^(?:新增|新认定|净增|新培育|新建|新改建)/, '');
  return name === subject.name ? subject : { ...subject, name, entry: lexicon.find(name) };
}

/** Every figure is said of all the subjects. */
export function spread(clause: Clause, subjects: Subject[]): Naming {
  return { perFigure: clause.figures.map(() => subjects), distinct: subjects };
}

/** Each figure is said of its own subject; null when they do not come out even. */
export function pair(clause: Clause, subjects: Subject[]): Naming | null {
  if (subjects.length !== clause.figures.length) return null;
  return { perFigure: subjects.map((subject) => [subject]), distinct: subjects };
}
