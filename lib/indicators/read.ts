import type { ReportIdentity, Section } from '../report/types';
import type { NormalText } from '../text/normal';
import { type Clause, clausesOf } from './clauses';
import type { Figure } from './figures';
import { type Lead, readLead } from './lead';
import { buildLexicon, type Lexicon } from './lexicon';
import { type Line, normalRange, sentences } from './lines';
import {
  distribute,
  type Front,
  isCleanName,
  isOpenList,
  isRateName,
  isRelational,
  readFront,
  type Subject,
  withSameHead,
} from './names';
import { guessCalendar, type Part, partsOf } from './parts';
import { type Calendar, type Moment, momentOf, type Period } from './periods';
import { senseOf, standsAlone } from './rules';
import type { Indicator, Measure, Observation, Status } from './types';

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

/** Reads the observations of a document; see readFigures. */
export function readObservations(normal: NormalText, context: ReadingContext): Observation[] {
  return readFigures(normal, context).observations;
}

/**
 * Reads every figure of a document. A figure becomes an observation only when its clause settles every field; the rest
 * are listed as unread. Linear in the text's length.
 */
export function readFigures(normal: NormalText, context: ReadingContext): Reading {
  const guessed = guessCalendar(normal.text);
  const calendar: Calendar = context.report
    ? { year: context.report.year, reviewYear: context.report.reviewYear ?? context.report.year - 1 }
    : guessed;
  const parts = partsOf(normal, context.sections, calendar);
  const reader = new Reader(normal, context.report, buildLexicon(context.lexicon), calendar);
  let part = 0;
  let lastEnd = -1;
  for (const sentence of sentences(normal.text)) {
    while (part + 1 < parts.length && sentence.start >= parts[part + 1]!.start) part++;
    const newParagraph = lastEnd < 0 || normal.text.slice(lastEnd, sentence.start).includes('\n');
    reader.sentence(sentence.line, parts[part]!, newParagraph);
    lastEnd = sentence.end;
  }
  const byStart = (a: { start: number; end: number }, b: { start: number; end: number }) =>
    a.start - b.start || a.end - b.end;
  return { observations: reader.observations.sort(byStart), unread: reader.unread.sort(byStart) };
}

const HORIZON =
  /((?:今后|未来)五年|“十[一二三四五]五”(?:时期|期间)|(?:19|20)\d{2}年|今年)，?[^。，]{0,24}(?:主要目标|奋斗目标|预期目标|发展目标|指导思想|总体思路|总体要求|的工作|工作安排|工作任务|目标任务)/;

/** What the next clause begins with when it goes on about the same stock: 企业1226家，比2007年净增484家. */
const GOES_ON = /^(?:比|较|同比|增长|净增|增加|居|位居|位列|总量居|是(?:19|20)|为(?:19|20))/;

/** A statement without a subject of its own goes on about the one before: 再创历史新高, 居全国前列. */
const PREDICATE =
  /^(?:再|又|创|连续|实现|保持|继续|位居|位列|居|高于|低于|超额|完成|均|都|同比|达到|为|是|稳|首次|跃|突破|超|好于|快于|优于|增速|增幅|总量|总数|比|较|其中|圆满|提前|名列|排名|排|列|成为|占|扣除|按可比|按不变|剔除|不断|大幅|明显|扭转)/;

/** Quantities that stand at the end of a span and do not add up over it. */
const STOCK =
  /^(?!新增|新建|净增).*(?:里程|余额|人口|总量|保有量|床位数?|主体|资产总额|库存|水平|覆盖面|密度|标准|面积)$/;

/** A quarter or some months: the period of an observation is counted in whole years and cannot say so. */
const PART_OF_YEAR = /[一二三四1-4]季度|[上下]半年|\d{1,2}[-—–至到]\d{1,2}月|前\d{1,2}个月|\d月份/;
const AIMS = /目标(?:任务)?(?:是|为|如下|建议为)?[：，]?$/;
const EXPECTED_AIMS = /预期目标(?:是|为|如下|建议为)[：，]?$/;
const AGAINST = /((?:19|20)\d{2})年(?:与|同|和|比|较)((?:19|20)\d{2})年相比/;
const YEARS = /^((?:(?:19|20)\d{2}年?[、和与及])+(?:19|20)\d{2}年)(.+)$/;

/** What a sentence has said so far: its subjects, its time, how sure it is. */
interface State {
  part: Part;
  moment: Moment | null;
  status: Status | null;
  /** The subjects of the clause before, null when there are none or they could not be named. */
  subjects: Subject[] | null;
  /** Subjects of the single clauses of this sentence, for 增长6.5%和7%. */
  recent: Subject[];
  /** The near end of a movement (由33.1%) that waits for its far end. */
  pending: { clause: Clause; lead: Lead; front: Front; subjects: Subject[] } | null;
  added: boolean;
  area: string | null;
  /** The years of the base that the clause before compared with (是2007年的2.3倍，年均增长). */
  base: number | null;
  /** The year that the movement before started from: 由2007年的96元提高至…，由35元提高至…. */
  origin: number | null;
  last: Period | null;
  /** 2005年与2000年相比: what the sentence counts its changes from. */
  against: number | null;
}

class Reader {
  readonly observations: Observation[] = [];
  readonly unread: { start: number; end: number }[] = [];
  private paragraphMoment: Moment | null = null;
  /** 预计数，下同: everything looked back on after this is an estimate, until the part ends. */
  private estimates: Part | null = null;

  constructor(
    private readonly normal: NormalText,
    private readonly report: ReportIdentity | null,
    private readonly lexicon: Lexicon,
    private readonly calendar: Calendar,
  ) {}

  sentence(line: Line, part: Part, newParagraph: boolean): void {
    if (newParagraph) this.paragraphMoment = null;
    const state: State = {
      part,
      moment: this.paragraphMoment,
      status: null,
      subjects: null,
      recent: [],
      pending: null,
      added: false,
      area: null,
      base: null,
      origin: null,
      last: null,
      against: null,
    };
    this.line(line, state);
  }

  /** 力争, 全力 and the like open a target only where the report plans; looking back they tell how something was done. */
  private setStatus(status: Status | null, state: State): void {
    if (status && (status !== 'target' || state.part.plan)) state.status = status;
  }

  private line(line: Line, state: State): void {
    const clauses = clausesOf(line);
    this.horizon(line.text, state);
    let aside = 0;
    for (const [index, clause] of clauses.entries()) {
      const next = clauses[index + 1];
      clause.followed = next !== undefined && /[，、]/.test(next.opened) && GOES_ON.test(next.lead);
      if (next?.opened === '、' && /^[过超近约]?$/.test(next.lead) && !standsAlone(next)) clause.trail = next.trail;
      if (/^安排/.test(clause.trail)) clause.lead = clause.lead.replace(/按$/, '');
      const first = clause.figures[0]!.start;
      while (aside < line.asides.length && line.asides[aside]!.before <= first)
        this.aside(line.asides[aside++]!.line, state, []);
      const made = this.clause(line, clause, state);
      const last = clause.figures[clause.figures.length - 1]!;
      while (aside < line.asides.length && line.asides[aside]!.before <= last.end + clause.trail.length) {
        this.aside(line.asides[aside++]!.line, state, made);
      }
    }
    if (clauses.length === 0) this.context(line.text, state);
    while (aside < line.asides.length) this.aside(line.asides[aside++]!.line, state, []);
  }

  /** 今后五年…目标: what follows in this part is said of those years, until a sentence names another horizon. */
  private horizon(text: string, state: State): void {
    if (!state.part.plan) return;
    const opened = HORIZON.exec(text);
    if (!opened) return;
    const moment = momentOf(opened[1]!, this.calendar, true);
    if (!moment) return;
    state.part.moment = moment;
    this.paragraphMoment = null;
    state.moment = moment;
  }

  /** An aside says how sure a figure is, or gives one more figure of the same subject. */
  private aside(line: Line, state: State, made: Observation[]): void {
    if (/预计数|预计|快报数|初步核算数|为?预测/.test(line.text) && !/\d/.test(line.text)) {
      const status: Status = 'estimate';
      if (/预计/.test(line.text)) for (const observation of made) observation.status = status;
      if (/下同/.test(line.text)) this.estimates = state.part;
      return;
    }
    this.line(line, { ...state, pending: null, recent: [] });
  }

  /** Takes time and certainty from words that carry no figure. */
  private context(words: string, state: State): boolean {
    const front = this.front(words, state);
    if (front.moment) state.moment = front.moment;
    this.setStatus(front.status, state);
    const against = AGAINST.exec(words);
    if (against) {
      state.moment = { from: Number(against[1]), to: Number(against[1]), span: false };
      state.against = Number(against[2]);
    }
    if (front.moment && front.rest === '') this.paragraphMoment = front.moment;
    const aims = state.part.plan ? AIMS : EXPECTED_AIMS;
    if (aims.test(words)) state.status = 'target';
    if (front.rest !== '') this.topic(front, state);
    return front.rest === '';
  }

  /** 粮食总产量再上新台阶，突破1600亿斤大关: the statement before names what the figure is of. */
  private topic(front: Front, state: State): void {
    if (PREDICATE.test(front.rest)) return;
    state.subjects = null;
    for (let length = Math.min(front.rest.length - 1, 24); length >= 3; length--) {
      const entry = this.lexicon.find(front.rest.slice(0, length));
      if (!entry || !/^(?:在|从|再|连|实现|持续|稳|创|跃|首|突|跨|迈|又|历史|保持)/.test(front.rest.slice(length)))
        continue;
      state.subjects = [{ name: front.rest.slice(0, length), entry, area: front.area }];
      return;
    }
  }

  private clause(line: Line, clause: Clause, state: State): Observation[] {
    for (const words of clause.before) if (!this.context(words, state) && words.length > 6) state.added = false;
    const rank = clause.figures[0]!.kind === 'rank';
    const lead = readLead(clause.lead, rank);
    if (PART_OF_YEAR.test(clause.lead)) return this.fail(line, clause, state, true);
    if (lead.subject.endsWith('、')) {
      // 人均地区生产总值突破5万关口、达到5.28万元: the subject stands in the statement before the comma.
      this.context(lead.subject.slice(0, -1), state);
      lead.subject = '';
    }
    const years = lead.respectively ? YEARS.exec(lead.subject) : null;
    if (years) return this.byYear(line, clause, lead, years, state);
    if (rank && (lead.rankIn === null || !/^(?:|，.*)$/.test(clause.trail))) {
      // 第一产业, 第一季度: the words only look like a rank.
      return this.fail(line, clause, state, false);
    }
    const front = this.front(lead.subject, state);
    if (front.moment) state.moment = front.moment;
    if (lead.inTime) state.moment = momentOf(lead.inTime, this.calendar, state.part.plan) ?? state.moment;
    if (front.moment && clause.leadStart === 0) this.paragraphMoment = front.moment;
    this.setStatus(front.status, state);
    const adds = front.added || /^(?:新增|净增|新认定|新培育)/.test(front.rest);
    if (front.rest !== '' && !isRelational(front.rest)) state.base = null;
    state.added = adds || (state.added && clause.opened === '、');
    if (!rank && (!standsAlone(clause) || clause.adjacent || clause.dangling)) {
      this.fail(line, clause, state, true);
      // 地区生产总值连跨4个千亿台阶，2024年达到…: the number is lost, the subject is not.
      const entry = this.lexicon.find(front.rest);
      if (entry && lead.level) state.subjects = [{ name: front.rest, entry, area: front.area }];
      return [];
    }
    if (lead.comparison || lead.ofPlan) return this.compare(front, state);

    if (state.pending && !(front.rest === '' && lead.toward)) {
      this.fail(line, state.pending.clause, state, true);
      state.pending = null;
    }
    if (lead.toward && state.pending && front.rest === '') return this.movement(line, clause, lead, state);

    const subjects = this.subjectsOf(clause, lead, front, state);
    if (!subjects) {
      // A predicate that could not be read says nothing against the subject that it is said of.
      const kept = front.rest === '' || PREDICATE.test(front.rest) ? state.subjects : null;
      this.fail(line, clause, state, true);
      state.subjects = kept;
      return [];
    }
    state.subjects = subjects.distinct;
    if (subjects.distinct.length === 1) state.recent.push(subjects.distinct[0]!);
    if (lead.away) {
      state.pending = { clause, lead, front, subjects: subjects.distinct };
      return [];
    }
    return this.make(line, clause, lead, front, subjects.perFigure, state);
  }

  /** 2011年、2012年生产总值分别增长12%、11%: one subject, a year for each figure. */
  private byYear(line: Line, clause: Clause, lead: Lead, match: RegExpExecArray, state: State): Observation[] {
    const years = match[1]!.match(/\d{4}/g)!.map(Number);
    const front = this.front(match[2]!, state);
    const subject =
      front.rest === '' || /[、和与及]/.test(front.rest) ? null : this.subject(front.rest, front.area, lead);
    if (!subject || years.length !== clause.figures.length) return this.fail(line, clause, state, true);
    const made: Observation[] = [];
    for (const [index, figure] of clause.figures.entries()) {
      state.moment = { from: years[index]!, to: years[index]!, span: false };
      const single = { ...clause, figures: [figure] };
      made.push(...this.make(line, single, lead, front, [[subject]], state));
    }
    state.subjects = null;
    return made;
  }

  /** 增速高于全国0.3个百分点 tells two places apart and measures neither; the subject stays what it was. */
  private compare(front: Front, state: State): Observation[] {
    if (front.rest === '' || isRelational(front.rest)) return [];
    const entry = this.lexicon.find(front.rest);
    state.subjects = entry ? [{ name: front.rest, entry, area: front.area }] : null;
    return [];
  }

  /** Names the subject of each figure; null when names and numbers do not come out even. */
  private subjectsOf(
    clause: Clause,
    lead: Lead,
    front: Front,
    state: State,
  ): { perFigure: Subject[][]; distinct: Subject[] } | null {
    const range = clause.figures[0]!.range === 'low';
    const count = range ? 1 : clause.figures.length;
    if (range && clause.figures.length !== 2) return null;
    if (!range && clause.figures.some((figure) => figure.range)) return null;
    const carried = front.rest === '' || isRelational(front.rest);
    if (carried) {
      const subjects =
        /总[量数]/.test(front.rest) || (lead.cumulative && front.rest === '')
          ? this.stockOf(state.subjects)
          : state.subjects;
      if (front.rest !== '' && !subjects) return null;
      if (!subjects || subjects.length === 0) return null;
      if (lead.shareOf !== null) {
        const share = subjects.map((one) => this.subject(`${one.name}占${lead.shareOf}比重`, one.area, lead));
        return share.length === count && share.every((one) => one !== null) ? pair(clause, share as Subject[]) : null;
      }
      if (count === 1) {
        if (subjects.length === 1 || lead.each || lead.respectively) return spread(clause, subjects);
        return null;
      }
      if (subjects.length === count) return pair(clause, subjects);
      const recent = state.recent.slice(-count);
      return subjects.length === 1 && recent.length === count ? pair(clause, recent) : null;
    }
    let phrase = front.rest;
    if (clause.opened === '、' || clause.opened === '，') {
      const before = state.subjects?.[0]?.name ?? '';
      phrase = (state.subjects?.length === 1 && withSameHead(phrase, before, this.lexicon)) || phrase;
    }
    if (lead.shareOf !== null) phrase = `${phrase}占${lead.shareOf}比重`;
    const area = front.area ?? null;
    if (count === 1 && !lead.each && !(lead.respectively && /^城乡|存贷款/.test(phrase))) {
      if (/[、和与及]/.test(phrase) && !this.lexicon.find(phrase)) {
        const parts = distribute(phrase, null, this.lexicon);
        const known = parts?.filter((name) => this.lexicon.find(name)) ?? [];
        // 地区生产总值和城乡居民收入翻一番 is said of each; a half-known list is not taken apart.
        if (
          parts &&
          known.length === parts.length &&
          lead.direction >= 0 &&
          /times|percent/.test(clause.figures[0]!.dimension)
        ) {
          return spread(
            clause,
            parts.map((name) => ({ name, entry: this.lexicon.find(name), area })),
          );
        }
        if (known.length > 0 || (phrase.includes('、') && !isOpenList(phrase))) return null;
      }
      const subject = this.subject(phrase, area, lead);
      return subject ? spread(clause, [subject]) : null;
    }
    const names = distribute(phrase, count === 1 ? null : count, this.lexicon);
    if (!names) return null;
    const subjects: Subject[] = [];
    let at = area;
    for (const name of names) {
      const own = this.front(name, state);
      if (own.area) at = own.area;
      const subject = this.subject(own.rest, at, lead);
      if (!subject) return null;
      subjects.push(subject);
    }
    return count === 1 ? spread(clause, subjects) : pair(clause, subjects);
  }

  /** 新增规模以上工业企业535户，总数达到3159户: the total is of the firms and not of the additions. */
  private stockOf(subjects: Subject[] | null): Subject[] | null {
    if (!subjects) return null;
    return subjects.map((subject) => {
      const name = subject.name.replace(/^(?:新增|新认定|净增|新培育|新建|新改建)/, '');
      return name === subject.name ? subject : { ...subject, name, entry: this.lexicon.find(name) };
    });
  }

  private front(words: string, state: State): Front {
    const { report, lexicon, calendar } = this;
    return readFront(words, { report, lexicon, calendar, plan: state.part.plan });
  }

  private subject(name: string, area: string | null, lead: Lead): Subject | null {
    const growth = lead.direction !== 0 && !lead.toward;
    const entry = growth ? this.lexicon.findForGrowth(name) : this.lexicon.find(name);
    if (!entry && !isCleanName(name)) return null;
    return { name, entry, area };
  }

  private movement(line: Line, clause: Clause, lead: Lead, state: State): Observation[] {
    const pending = state.pending!;
    state.pending = null;
    if (
      pending.clause.figures.length !== clause.figures.length ||
      pending.clause.figures[0]!.dimension !== clause.figures[0]!.dimension
    ) {
      this.fail(line, pending.clause, state, true);
      return this.fail(line, clause, state, true);
    }
    const per =
      pending.subjects.length === clause.figures.length
        ? pair(clause, pending.subjects)
        : spread(clause, pending.subjects);
    if (!per) {
      this.fail(line, pending.clause, state, true);
      return this.fail(line, clause, state, true);
    }
    const base = this.make(
      line,
      pending.clause,
      { ...pending.lead, level: true },
      pending.front,
      per.perFigure,
      state,
      'from',
    );
    if (base.length === 0) return this.fail(line, clause, state, true);
    return this.make(line, clause, lead, pending.front, per.perFigure, state, 'to');
  }

  private make(
    line: Line,
    clause: Clause,
    lead: Lead,
    front: Front,
    perFigure: Subject[][],
    state: State,
    end: 'from' | 'to' | null = null,
  ): Observation[] {
    const made: Observation[] = [];
    const shared = clause.figures[clause.figures.length - 1]!.range
      ? null
      : clause.figures[clause.figures.length - 1]!.bound;
    for (let i = 0; i < clause.figures.length; i++) {
      const figure = clause.figures[i]!;
      for (const subject of perFigure[i]!) {
        let sense = senseOf(
          end === 'from' ? { ...lead, direction: 0, toward: false } : lead,
          figure,
          subject,
          state.moment?.span ?? false,
        );
        if (sense && front.turn !== 0)
          sense = sense.measure === 'level' && !lead.reached ? { measure: 'change', sign: front.turn } : null;
        if (sense && (front.added || (state.added && this.isStock(subject, figure))) && sense.measure === 'level')
          sense = { measure: 'change', sign: 1 };
        if (sense && !this.worthMaking(sense.measure, figure, subject, lead, clause)) sense = null;
        if (!sense) return this.fail(line, clause, state, true);
        const { start, end: stop } = this.extent(line, clause, lead, figure, i);
        made.push({
          indicator: subject.entry?.id ?? null,
          name: subject.name,
          value: sense.sign * figure.value,
          unit: figure.unit,
          measure: sense.measure,
          parts: sense.measure === 'structure' ? figure.parts : null,
          bound: figure.bound ?? (figure.range ? null : (shared ?? lead.bound)),
          status: this.statusOf(lead, state, end),
          ...this.periodOf(lead, front, sense.measure, subject, state, end),
          refArea: subject.area ?? this.report?.place ?? '',
          start,
          end: stop,
        });
      }
    }
    this.observations.push(...made);
    const last = made[made.length - 1];
    if (last) state.last = { from: last.from, to: last.to };
    return made;
  }

  /** 新增创新平台26家、高新技术企业110家: the second is an addition to a stock too. */
  private isStock(subject: Subject, figure: Figure): boolean {
    return (
      subject.entry !== null &&
      !/新增/.test(subject.name) &&
      (figure.dimension === 'count' || figure.dimension === 'households')
    );
  }

  /** Counts of things done (建成公园9个) are deeds and no indicators, unless the text treats them as a stock. */
  private worthMaking(measure: Measure, figure: Figure, subject: Subject, lead: Lead, clause: Clause): boolean {
    if (subject.entry) return true;
    const counted = figure.dimension === 'count' || (figure.unit === '户' && /企业|主体|公司$/.test(subject.name));
    if (counted && measure === 'level') return lead.reached || clause.followed;
    return true;
  }

  /** The number with its unit and bound words. */
  private extent(
    line: Line,
    clause: Clause,
    lead: Lead,
    figure: Figure,
    index: number,
  ): { start: number; end: number } {
    const bounded = index === 0 && lead.bound !== null && lead.boundStart < clause.lead.length;
    const start = bounded ? clause.leadStart + lead.boundStart : figure.start;
    const normal = normalRange(line, start, figure.end);
    return this.normal.toSource(normal.start, normal.end);
  }

  private statusOf(lead: Lead, state: State, end: 'from' | 'to' | null): Status {
    if (end === 'from') return 'actual';
    const own = lead.status === 'target' && !state.part.plan ? null : lead.status;
    const said = own ?? state.status;
    if (said) return said;
    if (lead.already) return 'actual';
    if (state.part.plan) {
      const { moment } = state;
      const past = moment?.to != null && this.calendar.year !== null && moment.to < this.calendar.year;
      return past ? 'actual' : 'target';
    }
    return this.estimates === state.part ? 'estimate' : 'actual';
  }

  private periodOf(
    lead: Lead,
    front: Front,
    measure: Measure,
    subject: Subject,
    state: State,
    end: 'from' | 'to' | null,
  ): Period {
    const { plan } = state.part;
    const fallback: Moment = {
      from: plan ? this.calendar.year : this.calendar.reviewYear,
      to: plan ? this.calendar.year : this.calendar.reviewYear,
      span: false,
    };
    const moment = state.moment ?? (plan || state.part.moment?.span ? state.part.moment : null) ?? fallback;
    if (lead.atTime) {
      const at = momentOf(lead.atTime, this.calendar, plan);
      if (at && end === 'from') {
        state.origin = at.to;
        state.base = at.to;
      }
      if (at) return { from: at.to, to: at.to };
    }
    if (end === 'from' && state.origin !== null) return { from: state.origin, to: state.origin };
    if (end === 'from') {
      const before = moment.span && moment.from !== null ? moment.from - 1 : null;
      return { from: before, to: before };
    }
    const counted =
      measure === 'growth' || measure === 'average_growth' || measure === 'multiple' || measure === 'change';
    if (counted) {
      if (lead.baseTime) {
        const base = momentOf(lead.baseTime, this.calendar, false);
        const single = /上年|去年|上一年|同期|年初/.test(lead.baseTime);
        if (single || base?.to == null) {
          state.base = null;
          return { from: moment.to, to: moment.to };
        }
        state.base = base.to;
        return { from: base.to + 1, to: moment.to };
      }
      if (state.against !== null && !lead.yearOnYear) return { from: state.against + 1, to: moment.to };
      if (measure === 'average_growth') {
        if (moment.span) return { from: moment.from, to: moment.to };
        if (state.base !== null) return { from: state.base + 1, to: moment.to };
        const span = state.part.moment?.span ? state.part.moment : null;
        if (span) return { from: span.from, to: span.to };
        const ahead = plan && moment.to !== null && this.calendar.year !== null && moment.to > this.calendar.year;
        return { from: ahead ? this.calendar.year : null, to: moment.to };
      }
      if (moment.span && !lead.yearOnYear) return { from: moment.from, to: moment.to };
      return { from: moment.to, to: moment.to };
    }
    if (lead.shareOf !== null && state.last && front.rest === '') return state.last;
    const cumulative = lead.cumulative || front.cumulative;
    if (cumulative && !moment.span && !plan && state.part.moment?.span) {
      return { from: state.part.moment.from, to: state.part.moment.to };
    }
    if (moment.span) {
      const stock =
        STOCK.test(subject.name) ||
        measure === 'rank' ||
        measure === 'structure' ||
        lead.toward ||
        subject.entry?.rate ||
        isRateName(subject.name);
      if (stock || (lead.level && !cumulative)) return { from: moment.to, to: moment.to };
      return { from: moment.from, to: moment.to };
    }
    return { from: moment.from, to: moment.to };
  }

  /** Gives a clause up: its figures are counted as unread, and nothing may lean on its subject. */
  private fail(line: Line, clause: Clause, state: State, counts: boolean): Observation[] {
    state.subjects = null;
    if (!counts) return [];
    for (const figure of clause.figures) {
      const normal = normalRange(line, figure.start, figure.end);
      this.unread.push(this.normal.toSource(normal.start, normal.end));
    }
    return [];
  }
}

function spread(clause: Clause, subjects: Subject[]): { perFigure: Subject[][]; distinct: Subject[] } {
  return { perFigure: clause.figures.map(() => subjects), distinct: subjects };
}

function pair(clause: Clause, subjects: Subject[]): { perFigure: Subject[][]; distinct: Subject[] } | null {
  if (subjects.length !== clause.figures.length) return null;
  return { perFigure: subjects.map((subject) => [subject]), distinct: subjects };
}
