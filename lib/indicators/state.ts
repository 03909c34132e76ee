import type { ReportIdentity } from '../report/types';
import type { Clause } from './clauses';
import type { Figure } from './figures';
import { type Front, readFront } from './front';
import type { Lead } from './lead';
import type { Lexicon } from './lexicon';
import type { Subject } from './names';
import type { Part } from './parts';
import type { Calendar, Moment, Period } from './periods';
import type { Status } from './types';

/** What holds for the whole document. */
export interface Grounds {
  report: ReportIdentity | null;
  lexicon: Lexicon;
  calendar: Calendar;
}

/** What a sentence has said so far: its subjects, its time, how sure it is. */
export interface State {
  readonly part: Part;
  moment: Moment | null;
  /** The years that the paragraph spoke of before the sentence began. */
  readonly inherited: Moment | null;
  /** The stretch of years that the sentence spoke of before it named one: “十一五”期间…，到2010年翻一番. */
  stretch: Moment | null;
  /** The sentence speaks of a quarter or some months, or an item of it does: 一季度，地区生产总值增长9%; 其中上半年5亿元；. */
  partOfYear: boolean | 'item';
  /** The list tells what something will bring once it is built (达产后年产值可达10亿元、税收8000万元), or a rule: 每户至少培训1人. */
  supposed: boolean | 'rule';
  /** Opened for the rest of the sentence: 预计, 主要预期目标是. */
  status: Status | null;
  /** The subjects of the clause before, null when there are none or they could not be named. */
  subjects: Subject[] | null;
  /** What the clause before added to and made no observation of: 新增公园141座、累计达到973座. */
  grown: Subject[] | null;
  /** The sum before is an attribute of what follows it: 省外5000万元以上项目资金60亿元. */
  attribute: boolean;
  /** 其中 opened the list that the clause stands in. */
  parts: boolean;
  /** What 其中 opens the parts of: 公共投资9243亿元，其中，基础设施占23%. */
  whole: string | null;
  /** What the clause before held a number of times: 举办文化惠民活动4.6万场次、惠及4550万人次. */
  held: string | null;
  /** What was done a number of times and is no quantity: 办理建议86件，办结率100%. */
  counted: string | null;
  /** The statement before, which 惠及5900万人次 is said of. */
  statement: string;
  /** Who did what the clause before tells: 规模工业实现总产值…、利税…. */
  doer: string | null;
  /** 其中 stood before them: 引进项目36个，其中亿元以上项目12个，合同引资82亿元 is of the parts or of all. */
  doerIsPart: boolean;
  /** Where so many projects were begun: 工业园区新开工项目87个，实现主营业务收入320亿元. */
  site: string | null;
  /** The deed that opened a list: 新建绿道130公里、绿地1000公顷. */
  deed: string | null;
  /** What the list that the sentence stands in began with. */
  list: Subject | null;
  /** Subjects of the single clauses of this sentence, for 增长6.5%和7%. */
  recent: Subject[];
  /** The near end of a movement (由33.1%) that waits for its far end. */
  pending: { clause: Clause; lead: Lead; front: Front; subjects: Subject[] } | null;
  /** 拥有 governs the items of the list that it opens: what there is, and no deed. */
  stock: boolean;
  /** 新增 governs the items of the list that it opens; null where nothing like it does. */
  added: string | null;
  /** Several things stand in that list, so that a sum after it is of nobody knows which. */
  addedMany: boolean;
  /** How the clause before was led: 增长7%以上、力争7.5% carries its verb on. */
  lead: Lead | null;
  /** What the clause before tells was made by somebody who is not named: 实现产值18.7亿元. */
  orphan: boolean;
  /** The statement before was about how fast the subject changes (增速居全省首位，达到12%), -1 for a fall. */
  pace: 1 | -1 | 0;
  /** The year that the clause before counted from: 是2007年的2.3倍，年均增长13.6%. */
  base: number | null;
  /** The year that the movement before started from: 由2007年的96元提高至…，由35元提高至…. */
  origin: number | null;
  /** The year that the subject has just been said to move from: 由2010年的1.5万元增长到2.6万元，增长73.3%. */
  moved: number | null;
  /** 2005年与2000年相比: what the sentence counts its changes from. */
  against: number | null;
  /** 天山北坡城市群空气质量明显改善，…: where the air is measured that the sentence goes on about. */
  air: string | null;
  /** 平均每年 governs the list that it opens. */
  yearly: boolean;
  /** The level that was told last: nothing grows by more than what it has become. */
  stood: { name: string; figure: Figure } | null;
  /** The period of the level told last: a share of it is of the same years. */
  last: Period | null;
  /** 预计数，下同 stood in this part: what it looks back on is an estimate. */
  estimates: boolean;
}

/** A sentence's state at its beginning. */
export function stateAt(part: Part, moment: Moment | null, estimates: boolean): State {
  return {
    part,
    moment,
    inherited: moment,
    stretch: moment?.span ? moment : null,
    partOfYear: false,
    supposed: false,
    status: null,
    subjects: null,
    grown: null,
    parts: false,
    whole: null,
    held: null,
    counted: null,
    statement: '',
    doer: null,
    doerIsPart: false,
    site: null,
    deed: null,
    attribute: false,
    list: null,
    recent: [],
    pending: null,
    stock: false,
    added: null,
    addedMany: false,
    lead: null,
    pace: 0,
    orphan: false,
    base: null,
    origin: null,
    moved: null,
    against: null,
    air: null,
    yearly: false,
    stood: null,
    last: null,
    estimates,
  };
}

/** Takes the front off a phrase as the part that the sentence stands in understands it. */
export function frontOf(phrase: string, grounds: Grounds, state: State): Front {
  return readFront(phrase, { ...grounds, plan: state.part.plan });
}
