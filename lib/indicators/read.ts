import type { ReportIdentity, Section } from '../report/types';
import { finish } from '../steps';
import type { NormalText } from '../text/normal';
import {
  amongStock,
  growsOn,
  isBareShare,
  isInstitutions,
  isOtherShare,
  isShareOfThings,
  kindAmong,
  newByDay,
  someOfCounted,
} from './among';
import { counting, marksEstimate, opensAims, outgrows, statusOf } from './certainty';
import { type Clause, clausesOf } from './clauses';
import type { Figure } from './figures';
import { isFirm, isNewFirm, newlyIn } from './firms';
import { type Front, isOwed } from './front';
import {
  countedBy,
  countedThing,
  deedOf,
  heldIn,
  isDone,
  isMade,
  isOfAll,
  isSizeAlone,
  isZone,
  siteOf,
  stockAddedUp,
  tellsOfZone,
  withinArea,
} from './heads';
import { type Lead, readLead } from './lead';
import { lexiconOf } from './lexicon';
import { type Line, normalRange, sentences, withAsides } from './lines';
import { isYearly, lookAhead } from './lookAhead';
import { isCleanName, isRateName, isRelational, type Subject } from './names';
import { guessCalendar, type Part, partsOf } from './parts';
import { type Moment, momentOf } from './periods';
import { isDeed, isStock, isThing, senseOf, standsAlone, unitOf } from './rules';
import { frontOf, type Grounds, type State, stateAt } from './state';
import {
  allots,
  isFromOneSource,
  isPredicate,
  newStatementIn,
  pacedIn,
  shareIn,
  supposes,
  topicOf,
} from './statements';
import { AIR, pair, spread, subjectNamed, subjectsOf } from './subjects';
import {
  againstPartOfYear,
  comparedYears,
  type End,
  horizonOf,
  isPartOfYear,
  listedYears,
  periodOf,
  saysWhichOnes,
  withoutPartOfYear,
  yearsUpTo,
} from './timing';
import type { Indicator, Observation } from './types';

export interface ReadingContext {
  lexicon: readonly Indicator[];
  sections: readonly Section[];
  report: ReportIdentity | null;
}

/** Everything read from a text's figures. All offsets are UTF-16 code units into the source. */
export interface Reading {
  observations: Observation[];
  /** Figures that no rule fully accounts for, each from its number to the end of its unit and bound words. */
  unread: { start: number; end: number }[];
}

/**
 * Reads every figure of a document. A figure becomes an observation only when its clause settles every field; the rest
 * are listed as unread. Linear in the text's length.
 */
export function readFigures(normal: NormalText, context: ReadingContext): Reading {
  return finish(readFiguresInSteps(normal, context));
}

/** The same reading, a sentence a step, for whoever must not be busy for long. */
export function* readFiguresInSteps(
  normal: NormalText,
  { lexicon, sections, report }: ReadingContext,
): Generator<void, Reading> {
  const calendar = report
    ? { year: report.year, reviewYear: report.reviewYear ?? report.year - 1 }
    : guessCalendar(normal.text);
  const parts = partsOf(normal, sections, calendar);
  const reader = new Reader(normal, { report, lexicon: lexiconOf(lexicon), calendar });
  let part = 0;
  let lastEnd = -1;
  for (const { line, start, end } of sentences(normal.text)) {
    while (part + 1 < parts.length && start >= parts[part + 1]!.start) part++;
    const newParagraph = lastEnd < 0 || normal.text.slice(lastEnd, start).includes('\n');
    reader.sentence(line, parts[part]!, newParagraph);
    lastEnd = end;
    yield;
  }
  return { observations: reader.observations.sort(byPlace), unread: reader.unread.sort(byPlace) };
}

/** What was counted, without what was done to it: 人大代表建议 of 办理人大代表建议86件. */
const HANDLED =
  /^(?:全年|共|累计|认真|及时|依法|高效)*(?:办理|受理|承办|收到|办结|梳理|公布|下放|取消|承接|整合|排查|化解|实施|推进|开工|查处|转办|交办|接收|征集|开展|纳入)(?=.{2})/;

/** 区域创新能力连续八年全国第一: a place held for years is known, though 预计 opened the sentence. */
function isHeld({ lead }: Clause, measure: Observation['measure'], { part }: State): boolean {
  return measure === 'rank' && !part.plan && /连续(?:\d{1,2}|[一二两三四五六七八九十]{1,3})年/.test(lead);
}

/** 我们也清醒地看到，还存在不少困难和问题 */
const TROUBLES =
  /清醒地?(?:认识|看到)|存在[^。，]{0,14}(?:困难|问题|不足|短板|差距)|面临[^。，]{0,12}(?:困难|问题|挑战)/;

/** Every way of naming a time has one of these in it; most sentences without a figure have not. */
const MAY_NAME_TIME = /[年五期届次]|世纪/;

interface Range {
  start: number;
  end: number;
}

function byPlace(a: Range, b: Range): number {
  return a.start - b.start || a.end - b.end;
}

/** 扭转了一季度仅增长6.1%的局面: what is no longer so is told by the way. */
const OVERCOME = /^(?:一举|彻底|有效|成功|迅速|较快)*(?:扭转|摆脱|走出|改变|一改)/;

/** 投资过千万美元的项目占: things by their size, which have a number and a sum. */
const OF_SIZED = /(?:[过超][\d十百千万亿]|以上)[^，]{0,8}(?:项目|企业)占/;
/** A verb that a name may begin with: 拥有自主品牌的企业. */
const OWN_VERB = /(?:拥有|现有|有|完成|实现|达到)$/;
/** What counted places leave in front of a name: 村的 of 4个村的村组道路. */
const OF_PLACES = /^(?:行政村|自然村|村|社区|小区|乡镇|镇|县区|县市|县)的(?=[\u4e00-\u9fff]{2})/;

/** 高出全国1.2个百分点、全省0.6个百分点: what it is compared with besides. */
function isOtherField({ opened, lead, figures }: Clause): boolean {
  const field = /^(?:全[国省市县区州]|[东中西]部)(?:平均(?:水平)?)?$/.test(lead);
  return opened === '、' && field && figures.every(({ dimension }) => dimension === 'point');
}

/** 规模以上工业总产值先后跨过500亿元、800亿元两个台阶 */
function steppedName({ rest: name, area }: Front): Subject[] | null {
  return /(?:产值|收入|总额|总量|规模|余额|投资)$/.test(name) && isCleanName(name)
    ? [{ name, entry: null, area }]
    : null;
}

/** Goes through a document sentence by sentence and keeps what one sentence leaves to the next. */
class Reader {
  readonly observations: Observation[] = [];
  readonly unread: Range[] = [];
  private paragraphMoment: Moment | null = null;
  /** The paragraph opens with what a zone inside the area has done. */
  private zoned = false;
  /** The sentence that opens its paragraph, '' while another is read. */
  private opening = '';
  /** The clause being read tells an average over years of its own. */
  private besides = false;
  /** The part in which 预计数，下同 stood. */
  private estimatedPart: Part | null = null;

  constructor(
    private readonly normal: NormalText,
    private readonly grounds: Grounds,
  ) {}

  sentence(line: Line, part: Part, newParagraph: boolean): void {
    this.opening = newParagraph ? line.text : '';
    if (newParagraph) {
      this.paragraphMoment = null;
      this.zoned = tellsOfZone(line.text, this.grounds.report?.place ?? '');
      // What is wrong is told of the last year, whatever the part looks back on.
      const { moment } = part;
      if (!part.plan && moment?.span && TROUBLES.test(line.text.slice(0, 80)))
        this.paragraphMoment = { ...moment, from: moment.to, span: false };
    }
    this.line(line, stateAt(part, this.paragraphMoment, this.estimatedPart === part));
  }

  private line(line: Line, state: State): void {
    this.horizon(line.text, state);
    const clauses = clausesOf(line);
    const asides = [...line.asides];
    const asidesUpTo = (offset: number, made: Observation[]) => {
      while (asides.length > 0 && asides[0]!.before <= offset) this.aside(asides.shift()!.line, state, made);
    };
    clauses.forEach((clause, index) => {
      const { end } = clause.figures[clause.figures.length - 1]!;
      lookAhead(clause, clauses[index + 1], line.text.slice(end + clause.trail.length, end + clause.trail.length + 80));
      asidesUpTo(clause.figures[0]!.start, []);
      const made = this.clause(line, clause, state);
      asidesUpTo(clause.figures[clause.figures.length - 1]!.end + clause.trail.length, made);
    });
    if (clauses.length === 0) this.plain(line, state);
    if (state.pending) this.fail(line, state.pending.clause);
    asidesUpTo(line.text.length, []);
  }

  /** 五年来，人民生活明显改善。 A sentence without a figure may say of which years the paragraph speaks. */
  private plain({ text, asides }: Line, state: State): void {
    const [opening] = text.split('，', 1);
    if (asides.length === 0 && !MAY_NAME_TIME.test(opening!)) return;
    const { moment, rest } = frontOf(opening!, this.grounds, state);
    const { year, reviewYear } = this.grounds.calendar;
    const past = moment?.span && moment.to !== null && moment.to === reviewYear;
    // 今后五年，我们要…。地区生产总值年均增长8%: a plan may open with its years and no aim.
    const ahead = state.part.plan && moment?.span && moment.to !== null && year !== null && moment.to > year;
    // “十五五”时期是关键时期。
    const told = rest === '' || (ahead && rest.startsWith('是'));
    // 到2020年，全面建成小康社会。地区生产总值达到120亿元
    const horizon =
      state.part.plan &&
      /^(?:[到至]|展望|面向)/.test(opening!) &&
      moment?.to != null &&
      year !== null &&
      moment.to > year;
    // 刚刚过去的2017年，…全面完成。 In a look back on five years the paragraph speaks of the last.
    const last = !state.part.plan && state.part.moment?.span && moment?.to === reviewYear && moment.to !== null;
    if ((past || ahead || horizon || last) && told) this.paragraphMoment = moment;
    // What a sentence without figures says is otherwise of use only to an aside of it.
    else if (asides.length > 0 || opening === text) this.context(text, state);
  }

  /** 今后五年…目标: what follows in this part is said of those years, until a sentence names another horizon. */
  private horizon(text: string, state: State): void {
    const moment = state.part.plan ? horizonOf(text, this.grounds.calendar) : null;
    if (!moment) return;
    state.part.moment = moment;
    this.paragraphMoment = null;
    state.moment = moment;
  }

  /** An aside says how sure a figure is, or gives one more figure of the same subject. */
  private aside(line: Line, state: State, made: Observation[]): void {
    if (marksEstimate(line.text)) {
      for (const observation of made) observation.status = 'estimate';
      if (line.text.includes('下同')) {
        this.estimatedPart = state.part;
        state.estimates = true;
      }
    } else this.line(line, { ...state, pending: null, recent: [] });
  }

  /** Takes time, certainty and topic from words that carry no figure. True when that is all there is in them. */
  private context(words: string, state: State): boolean {
    const front = frontOf(words, this.grounds, state);
    const compared = comparedYears(words);
    if (isPartOfYear(words) && words.length <= 12) {
      state.partOfYear = true;
      if (isPredicate(withoutPartOfYear(words))) return false;
    } else if (front.moment) state.partOfYear = false;
    if (front.moment && !saysWhichOnes(words)) state.moment = front.moment;
    if (front.moment?.span) state.stretch = front.moment;
    if (front.moment && front.rest === '' && this.lasts(words, front.moment, state))
      this.paragraphMoment = front.moment;
    if (compared) {
      state.moment = { from: compared.year, to: compared.year, span: false };
      state.against = compared.base;
    }
    state.statement = front.rest;
    if (front.area !== null && AIR.test(front.rest)) state.air = front.area;
    if (words === '其中') state.whole = state.subjects?.length === 1 ? state.subjects[0]!.name : null;
    state.status = counting(front.status, state.part.plan) ?? state.status;
    if (opensAims(words, state.part.plan)) state.status = 'target';
    const [only, second] = state.subjects ?? [];
    const share = only && !second && !front.area ? shareIn(front.rest, only.name) : null;
    if (share !== null) state.subjects = [{ name: share, entry: this.grounds.lexicon.find(share), area: only!.area }];
    // 先后跨过60亿、70亿、80亿三个台阶: what begins with a number names nothing new.
    if (front.rest !== '' && !isPredicate(front.rest) && !/^\d/.test(front.rest))
      state.subjects = topicOf(front, this.grounds, state);
    if (front.rest !== '') state.pace = pacedIn(front.rest);
    return front.rest === '';
  }

  /** 近三年，投入105亿元 in the middle of a paragraph about one year: the next sentence is of the year again. */
  private lasts(words: string, { span }: Moment, { part }: State): boolean {
    if (!span || part.plan || part.moment?.span || !/^(?:近|最近|这)/.test(words)) return true;
    return this.opening.startsWith(words);
  }

  /** Reads a clause. The years of an average told besides hold for it alone: 增长2.1%，“十三五”期间年均增长6.2%；出口增长8%. */
  private clause(line: Line, clause: Clause, state: State): Observation[] {
    const { moment } = state;
    this.besides = false;
    const made = this.read(line, clause, state);
    if (this.besides) state.moment = moment;
    return made;
  }

  private read(line: Line, clause: Clause, state: State): Observation[] {
    for (const words of clause.before) if (!this.context(words, state) && words.length > 6) state.added = null;
    someOfCounted(clause, state);
    newByDay(clause, state);
    const rank = clause.figures[0]!.kind === 'rank';
    const listed = clause.opened === '、';
    const lead = readLead(clause.lead, rank, listed && state.lead?.deed);
    const { reviewYear } = this.grounds.calendar;
    if (rank && (lead.rankIn === null || (clause.trail !== '' && !lead.away))) {
      // 第一方阵, 第一书记: the words only look like a rank.
      state.subjects = null;
      return [];
    }
    // 经济总量在全区12个镇街中的位次由第7位: the number has cut off whose place it is.
    if (
      rank &&
      clause.opened === '' &&
      clause.leadStart > 0 &&
      /^[\u4e00-\u9fff]{1,8}中的?(?:位次|排名|排位)/.test(clause.lead)
    )
      return this.giveUp(line, clause, state, null);
    if (isOtherField(clause)) return this.giveUp(line, clause, state, state.subjects);
    if (againstPartOfYear(clause.lead)) return this.giveUp(line, clause, state, state.subjects);
    // 平均每年新增就业10万人、转移劳动力8万人: no measure says what an average year has.
    state.yearly = /平均每年|每年平均|年均/.test(clause.lead) || (state.yearly && listed);
    if (state.yearly && listed && lead.direction === 0 && !lead.reached) return this.giveUp(line, clause, state, null);
    if (this.isApart(clause, state)) return this.giveUp(line, clause, state, null);
    if (isPartOfYear(clause.lead)) {
      // 五一期间接待游客12万人次，实现旅游收入3600万元
      // 其中上半年5亿元；… tells the part of one item, and not when all that follows was.
      const isAside = clause.lead.startsWith('其中') || OVERCOME.test(clause.lead) || state.recent.length > 0;
      state.partOfYear = state.partOfYear === 'item' || isAside ? 'item' : true;
      // 一季度地区生产总值下降8.3%，全年增长3.1%: the subject is the whole year's too.
      return this.giveUp(
        line,
        clause,
        state,
        this.known(frontOf(withoutPartOfYear(lead.subject), this.grounds, state)),
      );
    }
    if (/^全年|[至到为]全年的?/.test(clause.lead)) state.partOfYear = false;
    this.lastYear(clause, state);
    const cut = state.attribute && clause.opened === '' && clause.leadStart > 0 && !clause.ofWork;
    state.attribute = !standsAlone(clause) && clause.figures.some((figure) => figure.dimension === 'money');
    if (cut) return this.giveUp(line, clause, state, null);
    if (lead.subject.endsWith('、')) {
      // 人均地区生产总值突破5万关口、达到5.28万元: the subject stands in the statement before the comma.
      this.context(lead.subject.slice(0, -1), state);
      lead.subject = '';
    }
    const byYear = lead.respectively ? listedYears(lead.subject) : null;
    if (byYear) return this.yearByYear(line, clause, lead, byYear, state);
    // 打击经济犯罪、挽回经济损失22.2亿元: what a new verb opens is a statement of its own.
    const begins = lead.respectively || lead.each ? -1 : newStatementIn(lead.subject);
    if (begins >= 0) {
      this.context(lead.subject.slice(0, begins), state);
      lead.subject = lead.subject.slice(begins + 1);
    }
    // 一般预算收入12亿元，其中税收收入8亿元，占70%
    const [whole, another] = state.subjects ?? [];
    const alike = state.stood?.name === whole?.name && state.stood?.figure.dimension === clause.figures[0]!.dimension;
    if (clause.opened === '；') {
      state.whole = null;
      if (state.partOfYear === 'item') state.partOfYear = false;
      // 18个贫困村出列；发放小额信贷8640万元，惠及2160户
      if (clause.before.length === 0) state.statement = '';
    }
    state.parts = clause.lead.startsWith('其中') || (state.parts && /[、，]/.test(clause.opened));
    // 农民人均纯收入达3680元，其中劳务收入占48%
    const ofWhole = isOtherShare(clause, lead, whole, this.grounds.lexicon);
    // 利用外资20亿美元，其中投资过千万美元的项目占六成: of the money or of the projects nobody can say.
    const shared = /占到?$/.test(clause.lead) && !OF_SIZED.test(clause.lead);
    const share = ofWhole || (shared && clause.figures[0]!.dimension === 'percent');
    const rated = whole && isRateName(whole.name);
    if (/^其中./.test(clause.lead) || (ofWhole && /[，、]/.test(clause.opened)))
      state.whole = whole && !another && !rated && (alike || share) ? whole.name : null;
    // 列养率达到100%，其中优良路率占到85%: no rate is a share of another.
    if (state.whole !== null && share && (ofWhole || !isRateName(lead.subject))) {
      lead.shareOf = state.whole;
      if (ofWhole) lead.subject = lead.subject.replace(/(?:占比|比重)$/, '');
    }
    // 新增电力装机2000万千瓦，其中绿色能源占比60%: of what stands before it, and of nothing else.
    if (/^其中./.test(clause.lead) && whole && !another && !ofWhole && whole.name.length <= 14) {
      const part = /^(?:其中)?([\u4e00-\u9fff“”]{2,10}(?:占比|比重))$/.exec(lead.subject)?.[1];
      if (part !== undefined && !rated && !this.grounds.lexicon.find(part) && !/(?:项目|企业)占?比重?$/.test(part))
        lead.subject = `${part.slice(0, -2).replace(/的$/, '')}占${whole.name}比重`;
    }
    if (isBareShare(clause, state)) lead.subject = '占比';
    const kind = kindAmong(clause, lead, state);
    if (kind !== null) {
      lead.subject = kind;
      lead.shareOf = whole!.name;
      clause.trail = '';
    }
    // 硬化4个村的村组道路23公里: in how many places is no part of the name.
    if (clause.opened === '' && clause.leadStart > 0) lead.subject = lead.subject.replace(OF_PLACES, '');
    const ofThings = isShareOfThings(clause, lead);
    if (ofThings) lead.subject += '比重';
    // 带动“新三样”产品出口增长41%: what has grown, whatever drove it.
    if (
      lead.direction !== 0 &&
      !lead.toward &&
      (clause.figures[0]!.dimension === 'percent' || /[人户]均(?:收入)?$/.test(lead.subject))
    )
      lead.subject = lead.subject.replace(/^带动(?=.{2})/, '');
    const front = frontOf(lead.subject, this.grounds, state);
    // 拥有自主品牌的企业不足一成: the verb belongs to the words before 的.
    if (ofThings) front.rest = (OWN_VERB.exec(lead.subject.slice(0, -front.rest.length))?.[0] ?? '') + front.rest;
    // 其中税收8亿元，工业投资5亿元，占30%: the second is no part of the same whole.
    if (front.rest !== '' && clause.opened === '，' && !/占到?$|^其中/.test(clause.lead)) state.whole = null;
    if (front.moment || lead.inTime) state.partOfYear = false;
    if (state.partOfYear) return this.giveUp(line, clause, state, null);
    this.besides = front.rest === '' && lead.average && (front.moment?.span || lead.inTime !== null);
    if (front.added !== null && isOwed(front.rest, this.grounds.lexicon)) lead.adds = true;
    lead.already ||= front.still;
    // 力争财政收入可达5.2亿元
    if (front.status === 'target' && state.part.plan) lead.status = null;
    const moment = state.moment;
    this.note(clause, lead, front, state);
    // 连续七年位居全国百强区榜首 is the place's rank and not its subject's.
    if (rank && front.rest === '' && /[强榜]/.test(lead.rankIn ?? '')) return this.giveUp(line, clause, state, null);
    if (lead.comparison || lead.ofPlan) return this.compare(front, state);
    // 先后跨过60亿、70亿、80亿三个台阶，达到86.3亿元: the steps are no levels.
    const passed = clause.figures[0]!.dimension === 'bare' || /^[两三四]?个?大?(?:台阶|关口|大关)/.test(clause.trail);
    const steps = clause.figures.length > 1 && passed && !lead.respectively;
    if (!rank && (!standsAlone(clause) || clause.adjacent || clause.dangling || steps)) {
      if (clause.trail !== '') state.statement = clause.trail;
      // 地区生产总值连跨4个千亿台阶，2024年达到…: the number is lost, the subject is not.
      const several = lead.respectively ? subjectsOf(clause, lead, front, state, this.grounds) : null;
      // 财政收入连续跨过50亿元、60亿元两个台阶
      const stepped = lead.level ? { ...front, rest: front.rest.replace(/(?:先后|连续|接连|相继)$/, '') } : null;
      const kept =
        several?.distinct ?? (stepped ? (this.known(stepped) ?? steppedName(stepped)) : countedThing(clause));
      return this.giveUp(line, clause, state, kept);
    }
    if (state.pending) {
      if (front.rest === '' && lead.toward) return this.movement(line, clause, lead, state);
      this.fail(line, state.pending.clause);
      state.pending = null;
    }
    // 新增重点实验室18家、累计38家
    const isNew = state.grown !== null || state.subjects?.every(({ name }) => isNewFirm(name));
    if (isNew && clause.lead === '累计' && clause.opened === '、') lead.reached = true;
    const total = front.rest === '' ? lead.cumulative && lead.reached : /^总[量数]$/.test(front.rest);
    if (total && state.grown && !state.subjects && clause.before.length === 0) state.subjects = state.grown;
    // 增速连续五年居全省第一，达到12.6%
    const paced = state.pace || (state.lead?.rateOfChange ? state.lead.direction : 0);
    if (front.rest === '' && paced !== 0 && lead.reached && lead.direction === 0 && !lead.toward) {
      const level = state.subjects?.every(({ entry, name }) => (entry ? !entry.rate : !isRateName(name)));
      if (level && clause.figures.every(({ dimension }) => dimension === 'percent')) {
        lead.rateOfChange = true;
        lead.direction = paced;
      }
    }
    if (front.rest !== '') state.pace = 0;
    if (growsOn(clause, lead, front, state)) {
      lead.direction = state.lead!.direction;
      lead.average = state.lead!.average;
    }
    // 进出口总值预计突破900亿元，其中出口增长8%: the parts of what is reckoned are reckoned.
    if (state.parts && state.lead?.status === 'estimate') lead.status ??= 'estimate';
    // 全年实现产值18.7亿元、税收7240万元: whose the first is nobody can say, nor whose the second.
    const orphan = state.orphan && clause.opened === '、' && isMade(front.rest);
    const naming = orphan ? null : subjectsOf(clause, lead, front, state, this.grounds);
    state.orphan = !naming && isMade(front.rest);
    state.grown = null;
    state.held = null;
    if (front.rest !== '' && (clause.opened !== '、' || naming?.distinct[0]?.entry)) state.counted = null;
    if (!naming) {
      // A predicate that could not be read says nothing against the subject that it is said of.
      const goesOn = front.rest === '' || isPredicate(front.rest);
      // 接连跨过2万亿元、2.5万亿元大关: the steps are no levels, and the subject is what takes them.
      const taken =
        clause.figures.length > 1 &&
        (/^(?:[两三]个?大?)?(?:大关|台阶|关口)/.test(clause.trail) ||
          /(?:先后|连续|接连|相继)(?:突破|跨|越|迈)/.test(clause.lead));
      const stepping = taken ? (this.known(front) ?? steppedName(front)) : null;
      return this.giveUp(line, clause, state, goesOn ? state.subjects : stepping);
    }
    // 增长12%，力争达到14%: no growth has become a level.
    const grows =
      clause.figures[0]!.dimension === 'percent' &&
      naming.distinct.every(({ entry, name }) => (entry ? !entry.rate : !isRateName(name)));
    if (front.rest === '' && lead.status === 'target' && lead.direction === 0 && (!lead.level || grows) && state.lead) {
      lead.direction = state.lead.direction;
      lead.average = state.lead.average;
    }
    // 地区生产总值预计达到500亿元，增长8%: what is reckoned of the subject is reckoned of all that is said of it.
    if (front.rest === '' && lead.status === null && state.lead?.status === 'estimate') lead.status = 'estimate';
    const [only, second] = naming.distinct;
    state.deed = only && !second ? deedOf(only) : null;
    state.lead = lead;
    state.subjects = front.added === null ? naming.distinct : naming.distinct.map((one) => asNew(one, front.added!));
    if (!listed || !state.list) state.list = only!;
    if (naming.distinct.length === 1) state.recent.push(naming.distinct[0]!);
    if (lead.away) {
      state.pending = { clause, lead, front, subjects: naming.distinct };
      return [];
    }
    // 自贸试验区改革向纵深推进。…新登记市场主体1.4万户: the zone's, or nobody can say whose.
    if (
      this.zoned &&
      front.rest !== '' &&
      naming.distinct.some(({ entry, area: own }) => entry !== null && own === null)
    )
      return this.giveUp(line, clause, state, null);
    // 目前老年人口已达1200万人，今年新增床位3000张: a plan tells what there is and goes on with what it will do.
    const now = state.part.plan && /^(?:截至)?目前/.test(clause.lead);
    if (now) state.moment = { from: reviewYear, to: reviewYear, span: false };
    const made = this.make(line, { clause, lead, front, perFigure: naming.perFigure, end: null }, state);
    if (now || this.looksBack(front, state)) state.moment = moment;
    // 生产总值9120亿元，人均突破3000美元，五年年均增长14%: what goes on is of the whole.
    if (/^[人户]均$/.test(front.rest) && whole && !another) state.subjects = [whole];
    if (clause.apart) state.subjects = null;
    return made;
  }

  /** 今年生产总值预期增长7.5%，去年实际增长8.1%: in a plan the year before is told beside, and what follows is planned. */
  private looksBack({ moment, rest }: Front, { part }: State): boolean {
    const { year } = this.grounds.calendar;
    const past = moment !== null && !moment.span && moment.to !== null && year !== null && moment.to < year;
    return part.plan && rest === '' && past;
  }

  /** What a work will bring once it is built, what each is to get, and what one source has brought: no figures of the place. */
  private isApart({ before, lead, opened }: Clause, state: State): boolean {
    // 每户至少培训1人、转移就业1人，农民人均纯收入增长8%: the rule ends with its list.
    const goesOn = state.supposed === 'rule' ? opened === '、' : opened !== '；';
    state.supposed = allots(lead) ? 'rule' : supposes(before, lead) || (goesOn && state.supposed);
    return state.supposed !== false || isFromOneSource(before[before.length - 1] ?? '') || isFromOneSource(lead);
  }

  /** Under 过去五年工作回顾 what is compared with the year before is of the last year, and what follows it as well. */
  private lastYear(clause: Clause, state: State): void {
    const { plan, moment } = state.part;
    if (plan || state.moment || !moment?.span) return;
    const yearly = isYearly(clause) || (clause.yearly && !/累计|[三四五]年/.test(clause.lead));
    if (yearly) state.moment = { from: moment.to, to: moment.to, span: false };
  }

  /** Notes what a clause says of time, certainty and lists, for itself and for those after it. */
  private note(clause: Clause, lead: Lead, front: Front, state: State): void {
    if (isOfAll(clause.lead, front.rest, this.grounds.lexicon)) state.statement = '';
    const moment = front.moment && !saysWhichOnes(clause.lead) ? front.moment : null;
    if (moment) state.moment = yearsUpTo(clause.lead, state.moment, this.grounds.calendar) ?? moment;
    if (moment?.span) state.stretch = state.moment;
    if (lead.inTime) state.moment = momentOf(lead.inTime, this.grounds.calendar, state.part.plan) ?? state.moment;
    // 1997年以来…: what the rest of the paragraph tells is of the year again.
    // Nor is it of 1997 because it begins with how many firms made losses at the end of that year.
    const past =
      !state.part.plan && moment?.to != null && !moment.span && moment.to < (this.grounds.calendar.reviewYear ?? 0);
    if (moment && clause.leadStart === 0 && !past && this.lasts(clause.lead, moment, state)) {
      if (!/^.{4}年以来/.test(clause.lead)) this.paragraphMoment = moment;
    }
    state.status = front.proposed ? 'target' : (counting(front.status, state.part.plan) ?? state.status);
    // 将用三年时间搬迁居民1.6万户，去年完成3600户: what a year has done is no aim.
    if (state.status === 'target' && this.hasDone(front, lead, state)) state.status = null;
    if (front.rest !== '' && !isRelational(front.rest)) {
      state.base = null;
      state.moved = null;
      state.site = siteOf(clause, front.rest) ?? (/[，、]/.test(clause.opened) ? state.site : null);
      // A rate tells how they did and not who else did something: 产销率97.6%，实现利税9.8亿元.
      const goesOn =
        isMade(front.rest) ||
        (isSizeAlone(front.rest) && front.rest.endsWith('的')) ||
        isRateName(front.rest) ||
        (isZone(state.doer) && /[，、]/.test(clause.opened));
      // 高新区税收增长12%，全县财政收入增长8%；城镇化率60%
      if (front.area !== null || (clause.opened === '；' && isZone(state.doer))) state.doer = null;
      const who = front.doer ?? withinArea(front.rest, this.grounds.report?.place ?? '', this.grounds.lexicon);
      if (who !== null || !goesOn) {
        state.doer = who ?? countedBy(clause, front.rest);
        state.doerIsPart = clause.lead.startsWith('其中');
      }
    }
    // 新登记经营主体1.36万户，增长18.9%，其中企业3412户: a growth between them ends no list.
    const goesOn =
      clause.opened === '、' || clause.lead.startsWith('其中') || (front.rest === '' && lead.direction !== 0);
    state.added = front.added ?? newlyIn(front.rest) ?? (goesOn ? state.added : null);
    if (front.rest !== '' && !isRelational(front.rest))
      state.addedMany = state.added !== null && clause.opened === '、';
    // 新增私营企业42户、个体工商户860户，从业人员达1.9万人: of which of them nobody can say.
    // 个体工商户达86万户、私营企业4.2万户，从业人员210万人: of both of them, or of the last.
    const beside = clause.opened === '、' && isFirm(front.rest) && state.stood !== null && isFirm(state.stood.name);
    if (state.addedMany || beside) state.doer = null;
    state.stock = front.stock || (state.stock && clause.opened === '、');
  }

  /** Whether a clause, looking back, names a year that is over, in which nothing can be aimed at any more. */
  private hasDone({ moment, proposed }: Front, lead: Lead, { part }: State): boolean {
    const past = moment?.to != null && moment.to <= (this.grounds.calendar.reviewYear ?? 0);
    return !part.plan && !proposed && past && !moment.span && lead.status === null;
  }

  /** 增速高于全国0.3个百分点 tells two places apart and measures neither; the subject stays what it was. */
  private compare(front: Front, state: State): Observation[] {
    if (front.rest !== '' && !isRelational(front.rest)) state.subjects = this.known(front);
    return [];
  }

  private known({ rest, area }: Front): Subject[] | null {
    const entry = this.grounds.lexicon.find(rest);
    return entry && [{ name: rest, entry, area }];
  }

  /** 2011年、2012年生产总值分别增长12%、11%: one subject, a year for each figure. */
  private yearByYear(
    line: Line,
    clause: Clause,
    lead: Lead,
    { years, rest }: { years: number[]; rest: string },
    state: State,
  ): Observation[] {
    const front = frontOf(rest, this.grounds, state);
    const single = front.rest !== '' && !/[、和与及]/.test(front.rest);
    const subject = single ? subjectNamed(front.rest, front.area, lead, this.grounds.lexicon) : null;
    if (!subject || years.length !== clause.figures.length) return this.giveUp(line, clause, state, null);
    const made = clause.figures.flatMap((figure, index) => {
      state.moment = { from: years[index]!, to: years[index]!, span: false };
      const one = { ...clause, figures: [figure] };
      return this.make(line, { clause: one, lead, front, perFigure: [[subject]], end: null }, state);
    });
    state.subjects = null;
    return made;
  }

  /** 由33.1%提高到46.9%: two levels, both or neither. */
  private movement(line: Line, clause: Clause, lead: Lead, state: State): Observation[] {
    const near = state.pending!;
    state.pending = null;
    state.lead = lead;
    const parallel =
      near.clause.figures.length === clause.figures.length &&
      near.clause.figures[0]!.dimension === clause.figures[0]!.dimension;
    const naming =
      near.subjects.length === clause.figures.length ? pair(clause, near.subjects) : spread(clause, near.subjects);
    if (!parallel || !naming) {
      this.fail(line, near.clause);
      return this.giveUp(line, clause, state, null);
    }
    const { perFigure } = naming;
    const turns = near.lead.direction !== 0;
    // 增速由3.2%回升至5.6%: what moves is the rate of change itself.
    if (near.lead.rateOfChange && lead.direction === 0) {
      lead.turned = lead.rateOfChange = true;
      lead.direction = near.lead.direction;
    }
    // 由上年下降4.3%转为增长5% moves between two rates; one rate and one level is no movement.
    if (turns !== lead.turned) {
      this.fail(line, near.clause);
      return this.giveUp(line, clause, state, null);
    }
    if (turns) lead.toward = lead.level = false;
    const nearLead: Lead = turns
      ? { ...near.lead, away: false }
      : { ...near.lead, level: true, reached: true, direction: 0, toward: false };
    const { ofQuarter } = near.clause;
    const before = ofQuarter ? [] : this.make(line, { ...near, lead: nearLead, perFigure, end: 'from' }, state);
    if (before.length === 0 && !ofQuarter) return this.giveUp(line, clause, state, null);
    const after = this.make(line, { clause, lead, front: near.front, perFigure, end: 'to' }, state);
    if (ofQuarter || after.length === 0) this.fail(line, near.clause);
    if (after.length > 0) return [...before, ...after];
    this.observations.splice(this.observations.length - before.length);
    return [];
  }

  /** Makes the observations of a clause, all of them or none. */
  private make(
    line: Line,
    reading: { clause: Clause; lead: Lead; front: Front; perFigure: Subject[][]; end: End },
    state: State,
  ): Observation[] {
    const { clause, lead, front, perFigure, end } = reading;
    const last = clause.figures[clause.figures.length - 1]!;
    // 分别增长12%、13%以上: a bound that closes a list is said of all of it.
    const shared = last.range ? null : last.bound;
    const made: Observation[] = [];
    for (const [index, figure] of clause.figures.entries()) {
      for (const subject of perFigure[index]!) {
        const spans = state.moment?.span ?? false;
        const sense = senseOf({ lead, front, added: state.added !== null, spans }, figure, subject);
        // “上海标准”新增11个，累计达到52个: the addition is a deed, the sum is none.
        if (sense?.measure === 'change' && lead.adds && isDeed(figure, subject) && !isFirm(subject.name))
          return this.giveUp(line, clause, state, state.subjects);
        // 上市公司新增9家 is what 新增上市公司9家 is: firms that the lexicon does not know are told with the verb.
        const newFirms =
          sense?.measure === 'change' && lead.adds && isDeed(figure, subject)
            ? (/新(?:认定|培育|获批)/.exec(clause.lead)?.[0] ?? '新增')
            : null;
        const addedUp = this.addedUp(reading, figure, subject, state);
        state.stock ||= amongStock(clause, front, figure, state) || isInstitutions(clause, front.rest, figure, state);
        const followed = clause.followed && !isDone(subject);
        const deed = sense?.measure === 'level' && isDeed(figure, subject) && !followed && addedUp === null;
        // 引进项目超500个 is as much a deed as 引进项目500个; 高新技术企业超500家 is a stock.
        if (
          deed &&
          !(lead.reached && (lead.bound === null || (!isDone(subject) && isStock(figure)))) &&
          !(state.stock && !isDone(subject) && isThing(figure))
        ) {
          const grown = perFigure.flat();
          // 开工改造老旧小区2878个、居全国第5位: the deed is none, its rank is.
          this.giveUp(line, clause, state, clause.followed ? grown : null);
          state.held = heldIn(subject, figure);
          const thing = subject.name.replace(HANDLED, '');
          const listed = clause.opened === '、' && state.counted !== null && state.counted.length < 20;
          state.counted = listed ? `${state.counted}和${thing}` : thing;
          // The verb stands once before a list.
          if (
            /^(?:新(?:增|建|引进|认定|获批|培育|设立?|开[通辟行]|投放)|(?:培育|认定|创建|建成|获评|获批)[^、]{4})/.test(
              grown[0]?.name ?? '',
            )
          )
            state.grown = grown;
          return [];
        }
        if (!sense && figure.dimension === 'bare') return this.giveUp(line, clause, state, state.subjects);
        if (!sense || outgrows(sense, figure, subject, state))
          return this.giveUp(line, clause, state, lead.respectively ? state.subjects : null);
        const { measure, sign } = sense;
        if (measure === 'level') state.stood = { name: subject.name, figure };
        // 产值超亿元企业达到60家、超10亿元企业3家: the verb is said once.
        state.stock ||= measure === 'level' && lead.reached && !lead.toward && /^[家户]$/.test(figure.unit);
        if (addedUp !== null) {
          state.doer = addedUp;
          state.deed = null;
          state.subjects = [{ ...subject, name: addedUp }];
        }
        made.push({
          indicator: subject.entry?.id ?? null,
          name: subject.entry
            ? subject.name
            : withAsides(newFirms === null ? (addedUp ?? subject.name) : newFirms + subject.name, line, figure.start),
          value: sign * figure.value,
          unit: unitOf(figure, subject),
          measure: newFirms === null ? measure : 'level',
          parts: measure === 'structure' ? figure.parts : null,
          bound: figure.bound ?? (figure.range ? null : (shared ?? lead.bound)),
          status:
            end === 'from' || (front.rest !== '' && isHeld(clause, measure, state))
              ? 'actual'
              : statusOf(subject.name, lead, state, this.grounds.calendar),
          ...periodOf({ lead, front, measure, subject, end, unit: figure.unit }, state, this.grounds.calendar),
          refArea: subject.area ?? this.grounds.report?.place ?? '',
          ...this.extent(line, clause, lead, figure, index),
        });
      }
    }
    this.observations.push(...made);
    const { from, to, measure } = made[made.length - 1]!;
    if (measure === 'level') state.last = { from, to };
    return made;
  }

  /** The stock that 累计培育品牌123个 tells of; where years are named the same words add up their deeds. */
  private addedUp(
    { lead, front }: { lead: Lead; front: Front },
    figure: Figure,
    subject: Subject,
    state: State,
  ): string | null {
    const ofYears = state.moment !== null || state.part.moment?.span;
    const counts = isDeed(figure, subject) && isThing(figure) && !ofYears && !state.part.plan;
    return counts ? stockAddedUp(subject, front.cumulative || lead.cumulative) : null;
  }

  /** The number with its unit and bound words. */
  private extent(line: Line, clause: Clause, lead: Lead, figure: Figure, index: number): Range {
    const bounded = index === 0 && lead.bound !== null && lead.boundStart < clause.lead.length;
    return this.source(line, bounded ? clause.leadStart + lead.boundStart : figure.start, figure.end);
  }

  private source(line: Line, start: number, end: number): Range {
    const normal = normalRange(line, start, end);
    return this.normal.toSource(normal.start, normal.end);
  }

  /** Gives a clause up; the clauses after it may lean on `subjects`, if any. */
  private giveUp(line: Line, clause: Clause, state: State, subjects: Subject[] | null): Observation[] {
    this.fail(line, clause);
    state.held = null;
    state.subjects = subjects;
    return [];
  }

  private fail(line: Line, clause: Clause): void {
    for (const figure of clause.figures) this.unread.push(this.source(line, figure.start, figure.end));
  }
}

/** 新登记经营主体1.36万户，增长18.9%: what is said next is of the new ones and not of all. */
function asNew(subject: Subject, verb: string): Subject {
  // 净增市场主体2.3万户、增长8.2%: what all of them have grown by.
  if (verb.startsWith('净增')) return subject;
  const { name, area } = subject;
  return { name: verb + name, entry: null, area };
}
