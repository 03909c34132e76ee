import type { Clause } from './clauses';
import { distribute, isHowDone, withSameHead } from './distribution';
import { isNewFirm, withoutNewly } from './firms';
import { type Front, isOwed } from './front';
import { fullPhrase, isMade, isPartOfItself, shareOfSector } from './heads';
import { type Lead, shareNamed } from './lead';
import type { Lexicon } from './lexicon';
import { movedIn } from './movement';
import { isCleanName, isRateName, isRelational, QUANTITY, type Subject } from './names';
import { isOpenList } from './openLists';
import { isRatioOfTwo } from './rules';
import { frontOf, type Grounds, type State } from './state';
import { SLOTS } from './words';

/** Whom a clause's figures are said of: the subjects of each figure, and all of them once. */
export interface Naming {
  perFigure: Subject[][];
  distinct: Subject[];
}

/** Words that no noun is made of. */
const MOVED = /[可更仍也却已将在由赢转破涨跌稳]|好于|快于|实现|保持|继续|预期/;

/** A subject by its name: an indicator, or a quantity with a name of its own; null when the words are no name. */
export function subjectNamed(name: string, area: string | null, lead: Lead, lexicon: Lexicon): Subject | null {
  const growth = (lead.direction !== 0 && !lead.toward) || (lead.adds && isOwed(name, lexicon));
  const entry = growth ? lexicon.findForGrowth(name) : lexicon.find(name);
  // 贷款420亿元 may be what was lent or what is owed; only 贷款增长12% is of the balance.
  if (!growth && !entry && lexicon.findForGrowth(name)) return null;
  // 国内生产总值可, 进出口总额逆势而上: an indicator with how it moved after it, and no quantity of its own.
  // 固定资产投资顶住压力: an indicator with how it moved.
  const moved = entry ? null : movedIn(name, lexicon);
  if (moved) return { ...moved, area };
  const known = entry || QUANTITY.test(name) || isRateName(name) ? null : lexicon.startOf(name);
  if (known && MOVED.test(name.slice(known.name.length))) return null;
  return entry || isCleanName(name) ? { name, entry, area } : null;
}

/** Names the subject of each figure; null when names and numbers do not come out even. */
export function subjectsOf(clause: Clause, lead: Lead, front: Front, state: State, grounds: Grounds): Naming | null {
  if (clause.share) {
    const { from, of } = clause.share;
    const all = {
      ...clause,
      share: null,
      listed: false,
      figures: Array.from({ length: of }, () => clause.figures[0]!),
    };
    const naming = subjectsOf(all, lead, front, state, grounds);
    return naming && { ...naming, perFigure: naming.perFigure.slice(from, from + clause.figures.length) };
  }
  const range = clause.figures[0]!.range === 'low';
  if (range ? clause.figures.length !== 2 : clause.figures.some((figure) => figure.range)) return null;
  const count = range ? 1 : clause.figures.length;
  const undertaken = front.rest === '' && !state.subjects ? undertakenIn(state.statement, clause) : null;
  if (undertaken !== null) return spread(clause, [{ name: undertaken, entry: null, area: front.area }]);
  if (front.rest === '' || isRelational(front.rest)) return carried(clause, lead, front, count, state, grounds.lexicon);
  const full = fullPhrase(clause, lead, front, state, grounds.lexicon);
  // 新增公路里程17万公里，其中高速公路3870公里: what a known length has gained.
  const gained = /^新增.*里程$/.test(full) && grounds.lexicon.find(full.slice(2)) !== null;
  if (gained) front.added ??= '新增';
  const phrase = gained ? full.slice(2) : full;
  front.area ??= airOf(phrase, state);
  if (mayBeOf(clause, front, state, phrase)) return null;
  // 办结率、满意率保持100%: rates add up to nothing, so one number is of each.
  const alike = clause.figures[0]!.dimension === 'percent' && RATES.test(phrase);
  const each = (lead.each || alike) && !EACH_ALONE.test(phrase);
  // 事故起数和死亡人数分别下降5%以上: 分别 with one rate says it of each.
  const rates =
    clause.figures[0]!.dimension === 'percent' && clause.trail === '' && /^[^、和与]+[、和与][^、和与]+$/.test(phrase);
  const single = count === 1 && !each && !(lead.respectively && (rates || /^城乡|存贷款/.test(phrase)));
  if (single) return numbered(clause, front, ofOne(clause, lead, phrase, front.area, grounds.lexicon));
  if (count === 1 && lead.respectively && clause.listed) return null;
  const names =
    distribute(phrase, count === 1 ? null : count, grounds.lexicon) ??
    ofSameHeads(phrase, count, lead, state, grounds.lexicon);
  if (!names) return null;
  const owner = ownerOf(clause, phrase, state, grounds.lexicon);
  const subjects: Subject[] = [];
  let area = front.area;
  const before = state.subjects?.length === 1 ? state.subjects[0]!.name : state.subjects ? '' : (state.counted ?? '');
  let completed = false;
  for (const name of names) {
    // 粮食总产量42.8万吨，单产、总产分别居全省第8位和第5位
    const alone = owner === '' && (!isCleanName(name) || isHowDone(name));
    const whole = alone
      ? (withSameHead(name, before, grounds.lexicon) ?? withSameHead(name, subjects[0]?.name ?? '', grounds.lexicon))
      : null;
    completed ||= whole !== null;
    const own = frontOf(whole ?? name, grounds, state);
    area = own.area ?? area;
    const known = owner === '' || grounds.lexicon.find(own.rest);
    // 规上企业产值、税收分别增长12.3%、8.6%
    const firms = owner === '' && isMade(own.rest) && !subjects[0]?.entry ? subjects[0]?.name : undefined;
    const maker = firms === undefined ? undefined : FIRMS_MAKE.exec(firms)?.[1];
    const full = maker === undefined ? (known ? own.rest : owner + own.rest) : maker + own.rest;
    const subject = subjectNamed(full, area, lead, grounds.lexicon);
    if (!subject) return null;
    subjects.push(subject);
  }
  if (!completed && leansOnFirst(subjects)) return null;
  return count === 1 ? spread(clause, subjects) : pair(clause, subjects);
}

/** 各乡镇财政收入均突破1000万元: 均 is said of the places that the name tells of, and joins no two names. */
const EACH_ALONE = /^(?:(?:各|每个|所有)(?:县|区|乡|镇|街道|行政村|村|社区|园区)|村级?集体)[^、和与及]{2,16}$/;

/** Two or three names that are rates, each by its own noun. */
const RATES = /^[^、和与及，]{2,14}率[、和与及][^、和与及，]{2,14}率(?:[、和与及][^、和与及，]{2,14}率)?$/;

/** 新增幼儿园和义务教育学位 */
const IN_SLOTS = new RegExp(`[^、](?:${SLOTS})$`);

const WORK =
  /^(?:继续|全面|扎实|深入|持续|大力|稳步)*(?:实施|推进|开展)([\u4e00-\u9fff]{2,12}(?:还林还草|还林|还草|造林|绿化|整治|治理|改造|搬迁|修复|建设|休耕|轮作))$/;

/** 继续实施退耕还林还草，今年安排500万亩: how much of it, where nothing else is named. */
function undertakenIn(statement: string, { lead, opened, figures: [figure], trail }: Clause): string | null {
  const said = opened === '，' && trail === '' && /(?:安排|完成|实施)$/.test(lead.replace(/[约近超]$|超过$/, ''));
  return said && /^(?:land|area|households)$/.test(figure!.dimension) ? (WORK.exec(statement)?.[1] ?? null) : null;
}

/** What is measured of the air. */
export const AIR = /空气|优良天数|PM2\.5|PM10|细颗粒物/;

/** 中心城区空气质量优良率97%，PM2.5年均浓度24微克/立方米: the air of one sentence is that of one place. */
function airOf(phrase: string, { recent, air }: State): string | null {
  if (!AIR.test(phrase)) return null;
  const before = recent[recent.length - 1];
  return before && AIR.test(before.name) ? before.area : air;
}

/** 新能源装机达到6437万千瓦，装机和发电量占比均居第2位: a list that begins with the end of the subject before is of the same. */
function ownerOf({ opened }: Clause, phrase: string, { subjects }: State, lexicon: Lexicon): string {
  const [first] = phrase.split(/[、和与及]/, 1);
  const [only, second] = subjects ?? [];
  if (!only || second || !/[、，]/.test(opened) || lexicon.find(first!) || !only.name.endsWith(first!)) return '';
  return first!.length >= 2 && only.name.length >= first!.length + 2 ? only.name.slice(0, -first!.length) : '';
}

/** What firms make, with which firms. */
const FIRMS_MAKE = /^([\u4e00-\u9fff“”]{2,16}?(?:企业|公司|合作社|园区|开发区))[^企公合园开]{2,8}$/;

/** What a part of the economy makes, which no indicator is of. */
const OF_SECTOR = /(?:业|经济|企业|园区|开发区|工业)(?:增加值|总?产值|(?:主营业务|营业|销售)?收入|利润总?额?|投资)$/;

/** 烟叶收购12万担，实现税收3200万元: whether the taxes are the tobacco's or the whole area's nobody can say. */
function mayBeOf(
  { opened, lead, shared }: Clause,
  { rest }: Front,
  { subjects, doer, site, list }: State,
  phrase: string,
): boolean {
  // 实现税收4.6亿元，占税收总额的68%: nothing is a share of itself.
  if (phrase === rest && isPartOfItself(shared, rest)) return true;
  // 民营经济增加值占比58%，税收占比70%
  if (opened === '，' && shareOfSector(rest, subjects?.[0]?.name ?? '') !== null) return true;
  if ((doer ?? site) !== null && isMade(rest)) return false;
  if (phrase !== rest && isPartOfItself(shared, rest)) return false;
  const [only, second] = subjects ?? [];
  if (!only || second || only.entry || !/^(?:税收|税收收入|(?:进?出|进)口额?)$/.test(rest)) return false;
  // 民营经济增加值增长8%、出口增长15%, but 旅游收入8亿元、工业总产值152亿元、税收7亿元
  return opened === '，'
    ? /^(?:实现|创造|上缴|新增|增加)/.test(lead)
    : opened === '、' && OF_SECTOR.test(only.name) && OF_SECTOR.test(list!.name);
}

/** 17个重点传统制造业增加值: what so many of them have is no indicator of the whole area's, except 11类民生支出, which is all of it. */
function numbered({ counted: told, lead, figures }: Clause, { rest }: Front, naming: Naming | null): Naming | null {
  const [subject, second] = naming?.distinct ?? [];
  // 有12个村人均纯收入超过2500元: how large they must be to be counted.
  if (told.startsWith('有') && (figures[0]!.kind === 'doubling' || /(?:[超过逾达到]|突破|低于|不足|少于)$/.test(lead)))
    return null;
  const counted = told.replace('有', '');
  if (counted === '' || !subject || second || !lead.startsWith(rest) || /项目|^的/.test(rest)) return naming;
  // 8个国考断面水质优良率: where the water is measured, and all of it.
  if (/^[\u4e00-\u9fff]{0,8}(?:断面|监测点位?|水源地|站点)/.test(rest)) return naming;
  subject.name = counted + subject.name;
  if (!rest.startsWith('民生支出')) subject.entry = null;
  return naming;
}

const TAIL = /(?:审批|办理|办结)?时间$|总?产量$|总?产值$|面积$|里程$|增加值$|人数$|数量$/;

/** 企业、政府投资项目审批时间分别压缩至47个、60个，落地速度分别提高74.6%、67.6%: the speed is of the same two. */
function ofSameHeads(phrase: string, count: number, lead: Lead, state: State, lexicon: Lexicon): string[] | null {
  const named = lead.respectively && QUANTITY.test(phrase) && !/[、和与及]/.test(phrase) && !lexicon.find(phrase);
  if (!named || count < 2 || state.subjects?.length !== count) return null;
  const heads = state.subjects.map(({ name }) => name.replace(TAIL, ''));
  return heads.every((head, i) => head.length >= 2 && head !== state.subjects![i]!.name)
    ? heads.map((head) => head + phrase)
    : null;
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
  // “最多跑一次”事项9826项，占政务服务事项的91.4%: what was counted, though the count is none of ours.
  if (!state.subjects && lead.shareOf !== null && state.counted !== null && count === 1)
    return ofOne(clause, lead, shareNamed(state.counted, lead), front.area, lexicon);
  if (!state.subjects || state.subjects.length === 0) return null;
  if (state.addedMany && (TOTAL.test(front.rest) || isOfStock(clause, lead) || lead.cumulative)) return null;
  const carriedOn = lead.cumulative || (isNewFirm(state.subjects[0]!.name) && isOfStock(clause, lead));
  const total = /总[量数]|存量|保有量/.test(front.rest) || (carriedOn && front.rest === '');
  // 高新技术企业占全市的21%，居各县首位: among the parts of a place the largest share is the largest number.
  // 民生支出18.6亿元，占财政支出的76%，比上年增加2.1亿元: no share is told in yuan.
  const { kind, dimension } = clause.figures[0]!;
  const whole = (name: string) =>
    kind === 'rank' ? OF_PLACE.test(name) : kind === 'quantity' && !/^(?:percent|point|times)$/.test(dimension);
  const subjects = state.subjects.map((subject) =>
    total ? stockOf(unshared(subject, lexicon), lexicon) : whole(subject.name) ? unshared(subject, lexicon) : subject,
  );
  const noun = lead.direction === 0 || lead.toward ? TOTAL.exec(front.rest)?.[1] : undefined;
  if (noun && count === 1 && subjects.length === 1) {
    const total = subjects.map((subject) => withTotal(subject, noun));
    return { perFigure: [total], distinct: subjects };
  }
  if (lead.shareOf !== null) {
    // 主营业务收入12亿元，税收3.7亿元，分别占规模工业的68%和54%
    const told = lead.respectively && subjects.length === 1 ? state.recent.slice(-count) : subjects;
    const shares = told.map(({ name, area }) => subjectNamed(shareNamed(name, lead), area, lead, lexicon));
    return shares.every((share) => share !== null) ? pair(clause, shares) : null;
  }
  // 分别 tells several apart: one figure after it is what is left of a list that could not be read.
  if (count === 1 && lead.respectively && subjects.length === 1) return null;
  // 财政总收入、一般预算收入分别达到25亿元和14亿元，比2010年翻一番: what has doubled is each of them.
  // 生产总值和居民收入分别比2010年增长2倍，年均增长10%
  const bothGrew = lead.average && clause.opened === '，' && (state.lead?.each || state.lead?.respectively) === true;
  const each = lead.each || lead.respectively || bothGrew || clause.figures[0]!.kind === 'doubling';
  // 接待游客420万人次，旅游综合收入15亿元，均增长30%
  const both = count === 1 && lead.each && subjects.length === 1 && state.recent.length === 2;
  if (both && state.recent[1]!.name === subjects[0]!.name) return spread(clause, state.recent);
  if (count === 1) return subjects.length === 1 || each ? spread(clause, subjects) : null;
  if (subjects.length === count) return pair(clause, subjects);
  // A达到1万元，B达到5千元，增长6.5%和7%: one growth for each of the clauses before.
  const recent = state.recent.slice(-count);
  return subjects.length === 1 && recent.length === count ? pair(clause, recent) : null;
}

const RANKED_NOUN = /(?:[^效利功]率|产量|产值|出口额?|销量|销售额|面积|总?数|存栏量?|出栏量?)$/;

/** One figure, no 均 and no 分别: the phrase is one name, unless it joins indicators that a growth is said of alike. */
function ofOne(clause: Clause, lead: Lead, phrase: string, area: string | null, lexicon: Lexicon): Naming | null {
  // 基础设施、民生工程占23%: a share of the whole is one number, however many parts it is of.
  if (phrase.includes('、') && lead.shareOf !== null && !phrase.startsWith('、'))
    return spread(clause, [{ name: phrase, entry: lexicon.find(phrase), area }]);
  // 低保金、特困供养金、临时救助金等共计1043万元: one sum of all that is listed.
  const sum =
    /(?:共|合|总|累)计(?:达到?)?$/.test(clause.lead) ||
    /^(?:money|area|land|length)$/.test(clause.figures[0]!.dimension);
  const summed = sum && lead.direction === 0 ? /^(.{2,}、.{2,})等$/.exec(phrase) : null;
  if (summed && summed[1]!.split('、').every((part) => isCleanName(part) && !lexicon.find(part)))
    return spread(clause, [{ name: summed[1]!, entry: null, area }]);
  if (
    /[、和与及]/.test(phrase) &&
    !lexicon.find(phrase) &&
    !(clause.figures[0]!.kind === 'ratio' && isRatioOfTwo(phrase))
  ) {
    const parts = distribute(phrase, null, lexicon);
    const known = parts?.filter((name) => lexicon.find(name)) ?? [];
    const growth = /times|percent/.test(clause.figures[0]!.dimension);
    if (parts && known.length === parts.length && growth && lead.direction >= 0) {
      // 地区生产总值和城乡居民收入翻一番 is said of each.
      const subjects = parts.map((name) => ({ name, entry: lexicon.find(name), area }));
      return spread(clause, subjects);
    }
    // 户数、规模居全国第一: a rank adds up to nothing either.
    const rank = clause.figures[0]!.kind === 'rank';
    const ranked = rank ? phrase.replace(/等(?:主要)?(?:指标|数据)?$/, '').split('、') : [];
    const quantities = ranked.every((name) => QUANTITY.test(name) && !/[和与及]/.test(name));
    // 水果产量和蔬菜加工产值稳居全国第一: each of two has a noun of its own.
    const both = rank && ranked.length === 1 && parts?.length === 2 && parts.every((name) => phrase.includes(name));
    // 动力电池、汽车玻璃市场占有率居全国首位: a share or an amount that the last name closes for all of them.
    const closed =
      !isOpenList(phrase) && ranked.length === parts?.length && parts.every((name) => RANKED_NOUN.test(name));
    const each = quantities ? ranked : closed || (both && parts!.every((name) => RANKED_NOUN.test(name))) ? parts! : [];
    if (each.length > 1 && each.every((name) => isCleanName(name))) {
      const subjects = each.map((name) => ({ name, entry: lexicon.find(name), area }));
      return leansOnFirst(subjects) ? null : spread(clause, subjects);
    }
    // What is emitted adds up to nothing across substances: 化学需氧量、氨氮排放量下降2% is said of each.
    if (growth && parts?.every((name) => name.endsWith('排放量')))
      return spread(
        clause,
        parts.map((name) => ({ name, entry: null, area })),
      );
    // A half-known list is not taken apart, and an unknown one is a name only where 等 closes it.
    // 新增幼儿园和义务教育学位 is one number of places.
    const places = IN_SLOTS.test(phrase);
    if ((known.length > 0 && !places) || (phrase.includes('、') && !isOpenList(phrase))) return null;
  }
  // 其中两个产业集群产值超千亿元: how many are of that size.
  if (/^[两一二三四五六七八九十]{1,2}个/.test(phrase) && /^(?:其中|有).*(?:超|过|突破)$/.test(clause.lead)) return null;
  const subject = subjectNamed(phrase, area, lead, lexicon);
  return subject && spread(clause, [subject]);
}

/** 新认定高新技术企业42家，净增31家; 新增市场主体3484户，增幅排名城区第一: both are of the firms and not of the new ones. */
function isOfStock(clause: Clause, lead: Lead): boolean {
  if (clause.figures[0]!.kind === 'rank') return lead.rateOfChange;
  return /[净新]增$/.test(clause.lead) || (lead.reached && (lead.direction === 0 || lead.toward));
}

/** 新增市场主体3484户，增幅排名城区第一 */
/** 新增规模以上工业企业535户，总数达到3159户: the total is of the firms and not of the additions. */
function stockOf(subject: Subject, lexicon: Lexicon): Subject {
  const name = withoutNewly(subject.name).replace(
    /^(?:新建|新改建|新引进|新开[通辟行]|新投放|培育|认定|创建|建成|获评|获批)/,
    '',
  );
  return name === subject.name ? subject : { ...subject, name, entry: lexicon.find(name) };
}

/** 数字经济规模突破2万亿元、占GDP比重超过40%，总量居第9位: the total is of the thing and not of its share. */
function unshared(subject: Subject, lexicon: Lexicon): Subject {
  const whole = /^(.{2,}?)占.+(?:比重|比例|份额)$/.exec(subject.name);
  return whole ? { ...subject, name: whole[1]!, entry: lexicon.find(whole[1]!) } : subject;
}

const OF_PLACE = /占全[国省市县区州](?:的?比重|份额)$/;

const TOTAL = /^其?(总量|总数|总规模|规模|存量|保有量)$/;

/** 新能源装机403万千瓦，总规模突破1亿千瓦: the total is of the same thing, and its noun a part of the name. */
function withTotal(subject: Subject, noun: string): Subject {
  return /(?:[量数额值]|规模|收入|支出|余额)$/.test(subject.name) ? subject : { ...subject, name: subject.name + noun };
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
