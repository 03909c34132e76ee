import { TIME_SOURCE } from './periods';
import type { Bound, Status } from './types';
import { anyOf } from './words';

/**
 * What the words before a figure say of it: the subject, then whatever of verbs, adverbs and comparisons ties the two.
 * A lead is read from its right end, because the words nearest the number rule it.
 */
export interface Lead {
  /** What is left when everything that ties is taken off: the subject with its own modifiers, or ''. */
  subject: string;
  /** Where the bound words that the figure takes with it begin, counted from the lead's start; the lead's length if none. */
  boundStart: number;
  bound: Bound | null;
  /** A verb or noun of change: growth, or with a percentage point or a count a change. -1 for falls. */
  direction: 1 | -1 | 0;
  /** A verb of level: 达到, 为, 完成, or a movement to a level (提高到). */
  level: boolean;
  /** A verb that says where a quantity stands (达到, 为, 突破), not that something was done (完成). */
  reached: boolean;
  /** 提高到, 下降至: the far end of a movement. */
  toward: boolean;
  /** 转为增长: a movement to a rate of change and not to a level. */
  turned: boolean;
  /** 由, 从: the near end of a movement. */
  away: boolean;
  /** A phrase of time that belongs to the figure itself: 由2007年的. */
  atTime: string | null;
  /** A time between the name and the verb: 地区生产总值五年年均增长. */
  inTime: string | null;
  /** What the change is counted from: 比2007年, 较上年, 在2010年基础上. */
  baseTime: string | null;
  /** 是2007年的 (2.3倍): the figure is a multiple of that year's level. */
  multipleOf: boolean;
  /** 同比, or 环比 and 一度, which are not said of a year. */
  yearOnYear: boolean;
  /** 改善: which way is told by what is measured. */
  improved: boolean;
  monthly: boolean;
  average: boolean;
  /** 平均增长: over a span of years an average growth. */
  mean: boolean;
  respectively: boolean;
  each: boolean;
  cumulative: boolean;
  status: Status | null;
  /** 高于全国, 比全省平均快: a comparison between places, which is no change and no level. */
  comparison: boolean;
  /** 一直, 始终: said of all the years and not of the last one. */
  throughout: boolean;
  /** 增长预期目标定为: an aim, wherever it is told. */
  aim: boolean;
  /** 已达到: a fact, even where the text plans. */
  already: boolean;
  /** 占全市财政总支出的: the whole that the subject is a share of. */
  shareOf: string | null;
  /** 占, or 相当于 where it is no part of that. */
  shareVerb: '占' | '相当于';
  /** How the text calls that share: 的比例; 比重 where it calls it nothing. */
  shareNoun: string;
  /** 完成年计划的105%: how much of a plan was done, which measures the plan and not the indicator. */
  ofPlan: boolean;
  /** 居全国, 排名全市: the field of a rank. */
  rankIn: string | null;
  /** 新增: what was added, and no balance of what came and went. */
  adds: boolean;
  /** A deed whose name ends in a verb of change: 完成林分优化提升. */
  deed: boolean;
  /** 增速, 涨幅: the figure is of the rate of change itself. */
  rateOfChange: boolean;
}

const TO =
  '急跌|下跌|跌|骤降|滑落|上涨|飙升|上调|下调|演进|缩小|下滑|优化重组|整合重组|重组|整合|收窄|放缓|加快|提高|提升|上升|增加|增长|扩大|扩容|扩展|延长|延伸|下降|降低|减少|回落|回升|恢复|调整|优化|压缩|调减|调增|压减|压降|精简|撤并|合并|归并|缩短|缩减|演变|转变|改善|发展|攀升|拓展|跃升|递增|增|升|降|减|提|缩';

const LEVEL_VERBS =
  '达到|高达|多达|达|为|是|完成|实现|跨越|跨过|连跨|跨上|跃上|跃至|迈上|迈过|迈入|跻身|站上|登上|保持|保持在|稳定在|稳定达到|控制在|稳控在|维持在|控制到|平均值为|均值为|在|有|仅有|只有|仅为|共有|拥有|合计|总计|共计|安排|占到?|已有';
const UP =
  '减亏增盈|增盈减亏|扭亏增盈|增盈|增长|上涨|递增|增加|提高|提升|上升|增|攀升|扩大|回升|净增加?|提速|净增|新增|新认定|新培育|新获批|上扬|增产|增收|增盈|上浮|涨|上调|调增|增多|多增';
const DOWN =
  '负增长|减亏|减收|下降|降低|减少|减轻|回落|下滑|降|下浮|缩减|缩短|压减|压降|削减|减|缩小|收窄|下跌|下调|调减|递减|降价|减产|精简|压缩';

interface Rule {
  pattern: RegExp;
  take: (lead: Lead, match: RegExpExecArray, at: number) => void;
}

/** A rule around a phrase of time: what stands before it, at the end of that, and all that stands after it. */
interface TimedRule {
  before: RegExp;
  after: RegExp;
  take: (lead: Lead, time: string, after: RegExpExecArray) => void;
}

function bound(value: Bound): Rule['take'] {
  return (lead, _match, at) => {
    // Only what stands directly before the number is one of the figure's own words.
    lead.bound ??= value;
    lead.boundStart = Math.min(lead.boundStart, at);
  };
}

function set(words: Partial<Lead>): Rule['take'] {
  return (lead) => Object.assign(lead, words);
}

function said(status: Status): Rule['take'] {
  return (lead) => {
    lead.status ??= status;
  };
}

const FIELD = '全国|全省|全市|全区|全县|全州|全疆|全球|世界|亚洲|中部|西部|东部|城区|省内|国内|市内|城区';
/** For whom and how long an amount is; it stands with the number. */
export const PER =
  '(?:每[人生户]|每(?:吨|公斤|斤|千瓦时|平方米)|每[百千万](?:人|户|平方公里)|[年月]?人均|户均|生均)(?:每[月年天])?|每[月年]';

/** 投资依旧增长3%, 出口由负转正增长5%, 收入跑赢GDP增长9%, 投资在高位运行中增长12%. */
const HOW = new RegExp(
  `(?<=[\\u4e00-\\u9fff]{2})(?:${[
    '由此',
    '因此',
    '(?<!变)更',
    '基本上',
    '大体上?',
    '稳中(?:有升|有进|向好|趋缓|有增|提质)',
    '逆势(?:而上|上扬|上升)',
    '由(?:负转正|降转[升增]|[正升增]转[负降]|亏转盈)',
    '(?:止跌|触底)(?:企稳|反弹)?',
    '企稳',
    '[高低]开[高低稳平]走',
    '跑赢(?:GDP|经济增速|全[国省市]|城镇|大市)',
    '(?:好于|超|符合|超出)预期',
    '克服[\\u4e00-\\u9fff]{2,10}(?:影响|因素|困难|压力)',
    '历经[\\u4e00-\\u9fff]{2,8}后',
    '(?<=[额值量入资出款润税率数费价格口济业])在(?![^，]*[年期月])[\\u4e00-\\u9fff]{2,10}[中下后]',
    '(?<=[额值量入资出款润税率数费价格口济业])在(?:去年|上年)?的?[\\u4e00-\\u9fff]{0,4}基数(?:之?上|下)',
  ].join('|')})$`,
);

/** 出口在上年恢复性增长的基础上再增长5%: what it comes on top of; another year in it would be what the growth is counted from. */
const ON_TOP =
  /(?<=[\u4e00-\u9fff]{2})在(?:去年|上年|上一年)?(?!.*[年期])(?=.*(?:提高|提升|优化|降低|节约|保护|增长|增收|增产|丰收|保持|巩固|稳定|扩大|改善|增强|回升|恢复|下降|高位|高基数))[\u4e00-\u9fff、]{2,20}的?基础上$/;

/** How, at what prices and after how long a figure came about: words between a name and its verb. */
const ADVERBS = [
  '只 实际 名义 (?:按)?现价 扣除价格因素 按?可比价格?计?算? 按不变价格?计?算? 可比 也 再 又 还 仅 则 仍然? 依[然旧] 却',
  '竟然? 目前 (?<!成)就 首次 先后 相继 接连 历史性 成功 一举 率先 稳步 大幅 持续 继续 总体 基本 逐年 连年 全面 首度',
  '全部 整体 一次性 进一步 历史首次 快速 恢复性 累积 相应 一共 逆势 稳定 成功 合计 也将 全年 年内 当年',
  '提前(?:[一二两三四五六七八九十半\\d]{1,2}年)?(?:实现|完成)? 连续\\d{1,2}年 连续[一二两三四五六七八九十]{1,2}年',
  '连续[多数]年 多年 长期 常年 总体上? 最终 力促 逐步 分年 一律 普遍',
];

/** Tried in this order, again and again, until none takes anything off the right end. */
const RULES: (Rule | 'time')[] = [
  {
    pattern:
      // 年度计划投资完成率114.2%: a rate that only a plan has.
      /(?:完成|为|占|达到?)(?:了)?(?:年度?|全年|年初|省定|市定|省下达|上级下达|既定)?(?:计划|预算|目标|任务)(?:任务|目标|数)?的?$|(?<=(?:投资|计划|任务|目标|预算)的?)完成率(?:达到?|为)?$/,
    take: set({ ofPlan: true }),
  },
  { pattern: /(?:不低于|不少于|不小于|至少|不低於)$/, take: bound('at_least') },
  { pattern: /(?:不到|不足|不超过|不高于|不多于|不大于|不突破)$/, take: bound('at_most') },
  { pattern: /(?:将?接近|将近|大约|约为|(?<![节集合签公履])约|(?<![附最])近)$/, take: bound('about') },
  {
    pattern: /(?:突破了?|[首冲]破|超过了?|超出|超|逾|历史性突破|高于|大于)$/,
    take: (lead, match, at) => {
      bound('at_least')(lead, match, at);
      lead.level = true;
      lead.reached = true;
    },
  },
  {
    pattern: /(?:低于|少于|小于)$/,
    take: (lead, match, at) => {
      bound('at_most')(lead, match, at);
      lead.level = true;
      lead.reached = true;
    },
  },
  {
    pattern: new RegExp(
      `(?:高于|低于|快于|高出|优于|领先于?|超过|多于|比|较)((?:${FIELD}|计划|预期|目标|预算|考核|同期)[^，、]{0,16}?)(?:高出?|低|快|慢|多|少|好)?$`,
    ),
    take: (lead, match) => {
      if (/上年|去年|\d年/.test(match[1]!)) lead.baseTime = '上年';
      else lead.comparison = true;
    },
  },
  {
    // 常年在家人口不足户籍人口的四成: of which whole it is the share.
    pattern: /(不足|不到|超过?|近)([\u4e00-\u9fff]{2,8}(?:人口|总[数量额]|收入|支出|面积|用量))的$/,
    take: (lead, match, at) => {
      bound(match[1]!.startsWith('不') ? 'at_most' : match[1] === '近' ? 'about' : 'at_least')(lead, match, at);
      lead.shareOf = match[2]!;
    },
  },
  {
    // PM2.5平均浓度58微克/立方米，同比改善6.5%: up or down, as is better for what is measured.
    pattern: /(?<=同比|[比较]上一?年|浓度|优良率|比例)改善了?$/,
    take: set({ direction: 1, improved: true }),
  },
  {
    // 旅游业在全市经济总量中占到三成
    pattern: /(?<=[\u4e00-\u9fff]{2})在((?:全[国省市县区州])?[\u4e00-\u9fff]{2,10})中(?:已经?|仅|约)?占到?$/,
    take: (lead, match) => {
      lead.shareOf = match[1]!;
    },
  },
  {
    // 全年新增装机超过全球一半
    pattern: /(?<!增速|增幅|增长|水平)(超过?|近|约)(全球|世界)的?$/,
    take: (lead, match, at) => {
      bound(match[1]!.startsWith('超') ? 'at_least' : 'about')(lead, match, at);
      lead.shareOf = match[2]!;
    },
  },
  {
    // 由目前的33.8%提高到42%: as it stood when the report was given.
    pattern: /[由从](?:目前|现在|当前|现有)的$/,
    take: (lead) => {
      lead.away = true;
      lead.atTime = '去年底';
    },
  },
  'time',
  {
    // 从每人每月202元: for whom and how long stands with the number and names nothing.
    pattern: new RegExp(`[由从]的?(?:${PER})?$`),
    take: (lead) => {
      lead.away = true;
      lead.atTime = null;
    },
  },
  {
    // 铜价最低跌至2.2万元: at some time within the year.
    pattern: new RegExp(`最[低高](?:跌|降|涨|升|回落|下探|上涨|下跌)[到至](?:${PER})?$`),
    take: set({ toward: true, monthly: true }),
  },
  {
    pattern: new RegExp(`(?:${TO}){1,2}(?:到了?|至|为|成)(?:${PER})?$`),
    take: set({ level: true, reached: true, toward: true }),
  },
  {
    // 从2004年的690元提高到现在的1710元
    pattern: new RegExp(`(?:${TO}){1,2}到(?:目前|现在|当前)的?(?:${PER})?$`),
    take: set({ level: true, reached: true, toward: true }),
  },
  // 原油价格每桶上涨5美元
  { pattern: /(?<=价|价格|费|成本|收益)(?:平均)?每(?:50|100)?(?:吨|桶|公斤|斤|亩|度|千瓦时|平方米)$/, take: () => {} },
  // 提高2.1个百分点至76.3%
  { pattern: /^[至到]$/, take: set({ level: true, reached: true, toward: true }) },
  {
    // 由上年下降4.3%转为增长5%: the far end of a movement between two rates of change.
    pattern: /(?:转变?|扭转|变)为$/,
    take: (lead) => {
      if (lead.direction !== 0) lead.turned = true;
      lead.toward = true;
      lead.level = true;
    },
  },
  {
    pattern: /(?<![\d每])年递(?:增|减)$/,
    take: (lead, match) => {
      lead.average = true;
      lead.direction = match[0].endsWith('减') ? -1 : 1;
    },
  },
  {
    // 经济增长预期目标定为8%左右
    pattern: /(?:增长|增速)的?(?:预期)?目标(?:值)?(?:拟?(?:定|设定|确定|安排|调整))?[在为是]?$/,
    take: (lead) => {
      lead.direction = 1;
      lead.aim = true;
    },
  },
  {
    pattern:
      /(?:增速|增幅|涨幅|(?<!自然)增长率|增长速度|(?:增长|上涨|上升|提高)幅度|升幅|[降减]幅|降低率|下降率|(?:下降|降低|下跌)幅度|跌幅)$/,
    take: (lead, match) => {
      lead.rateOfChange = true;
      lead.direction = /[降减跌]/.test(match[0]) ? -1 : lead.direction || 1;
    },
  },
  {
    pattern: new RegExp(`(?:${DOWN})了?$`),
    take: (lead) => {
      lead.direction = -1;
    },
  },
  {
    pattern: new RegExp(`(?:${UP})了?$`),
    take: (lead, match) => {
      if (match[0].startsWith('新')) lead.adds = true;
      if (lead.direction === 0) lead.direction = 1;
    },
  },
  {
    pattern: new RegExp(`(?:${LEVEL_VERBS})了?$`),
    take: (lead, match) => {
      lead.level = true;
      if (!/^(?:完成|实现|安排|有|占到?)$/.test(match[0])) lead.reached = true;
      if (match[0].startsWith('已有')) lead.already = true;
    },
  },
  {
    pattern: /(?<=[\u4e00-\u9fff]|^)(?:最近|[近这]|过去)?([一两二三四五六七八九十]|\d{1,2})年(?:来)?(?:年均|平均)$/,
    take: (lead, match) => {
      lead.average = true;
      lead.inTime ??= `近${match[1]}年`;
    },
  },
  { pattern: /(?<!\d)(?:年均|平均每年|(?<!每[人户村校]|人均)每年|年平均)$/, take: set({ average: true }) },
  { pattern: /分别$/, take: set({ respectively: true }) },
  // 债务率由高位下降12个百分点
  { pattern: /[由从][高低]位$/, take: () => {} },
  { pattern: /(?:(?<![人户村亩地年平])均|都|各|双双)$/, take: set({ each: true }) },
  { pattern: /(?:累计|总共|合计|共|共计|总计)$/, take: set({ cumulative: true }) },
  { pattern: /(?:同比|按?(?:同|可比|自然)口径(?:计算)?)$/, take: set({ yearOnYear: true }) },
  {
    pattern: /已经?$/,
    take: (lead) => {
      lead.already = true;
    },
  },
  { pattern: /(?<!年)平均$/, take: set({ mean: true }) },
  // 基本养老金每月增加120元
  { pattern: /(?<=.{4})(?:(?:人均|每[人户村校]|户均)?每|人均|户均)[月年]$/, take: () => {} },
  // 品牌价值评估达41.2亿元: how it was come by; 养老金月人均增加112元.
  {
    pattern: /(?<=价值)(?:评估|评定)$|(?<=养老金|退休金|补贴|补助|标准|津贴|待遇|低保金?)(?:[月年]人均|人均[月年]?)$/,
    take: () => {},
  },
  // 农村公路建设补助标准每公里提高5万元
  { pattern: /(?<=标准|补助|补贴|奖补|价格?)每(?:公里|公?斤|吨|亩|头|床|平方米|立方米|千瓦时)$/, take: () => {} },
  // 去年又人均提高10%
  { pattern: /(?:又|再)人均$/, take: () => {} },
  // 补助标准提高30元，达到每人每年610元
  { pattern: new RegExp(`(?:达到?|增至|为)(?:${PER})$`), take: set({ level: true, reached: true }) },
  // 单位面积税收产出每平方米4180元
  {
    pattern: /每(?:立方米|升|(?<=(?:单位面积|[亩地]均|价格?|成本)[\u4e00-\u9fff]{0,6}每)(?:平方米|亩|吨|公斤|斤))$/,
    take: () => {},
  },
  { pattern: /按(?:户籍|常住)人口(?:计算|平均)?$/, take: () => {} },
  // 人均负担比改革前减少25%
  { pattern: /[比较](?:改革|调整|治理|整治|实施|改造)(?:以|之)?前$/, take: () => {} },
  // 人均5.1万元，折合7340美元
  { pattern: /^(?:折合|约合)[超近约]?$/, take: set({ level: true, reached: true }) },
  // 到2005年按2000年价格计算达到4680亿元
  { pattern: /按(?:19|20)\d{2}年(?:的?不变)?价格?(?:计算|测算|核算)?$/, take: () => {} },
  {
    // 由建立之初的月人均120元提高到221元
    pattern: new RegExp(`[由从][\\u4e00-\\u9fff]{2,4}(?:之初|前)的?(?:${PER})?$`),
    take: (lead) => {
      lead.away = true;
      lead.atTime = null;
    },
  },
  { pattern: /按[^，、]{0,10}汇率(?:折算|换算|计算)?$/, take: () => {} },
  {
    // 连续4年净增累计超过170万亩: what adds up does so over those years.
    pattern: /连续(\d{1,2}|[一二两三四五六七八九十]{1,2})年$/,
    take: (lead, match) => {
      if (lead.cumulative) lead.inTime ??= `近${match[1]}年`;
    },
  },
  { pattern: /(?:剔除|扣除|还原)[\u4e00-\u9fff]{2,12}(?:因素|影响|基数|后)后?$/, take: () => {} },
  { pattern: /(?<=口径|价格|因素)、$/, take: () => {} },
  // 预算收入增长6%，争取在实际工作中增长8%
  { pattern: /在?(?:实际|具体)?(?:工作|执行|操作)(?:过程)?中$/, take: () => {} },
  { pattern: /(?:一直|始终)$/, take: set({ throughout: true }) },
  // 亏损面一度达到六成: at some time within the year.
  { pattern: /(?:环比|一度)$/, take: set({ monthly: true }) },
  { pattern: /(?:(?:初步)?预计[可将]?|[有可]望|(?<![许认])可|可以)$/, take: said('estimate') },
  // How it moved and against what stands between a name and its verb.
  { pattern: HOW, take: () => {} },
  { pattern: ON_TOP, take: () => {} },
  {
    pattern: /(?:力争|冲刺|确保|争取|必须|务必|预期|(?<!招生|生产|发展|投资|年度)计划|拟|努力|目标|预期目标|要|将)$/,
    take: said('target'),
  },
  { pattern: new RegExp(`(?:${anyOf(ADVERBS)})$`), take: () => {} },
  {
    // 旅游总收入11.4亿元，相当于全市GDP的6.7%
    pattern: /相当于((?!.{0,8}年)[^，、]{2,14}?(?:GDP|值|量|额|收入|支出|投资))的$/,
    take: (lead, match) => {
      lead.shareOf = match[1]!;
      lead.shareVerb = '相当于';
    },
  },
  {
    pattern:
      /(?:(?:^|(?<=年))占到?(?!比|有量|用地|地面)([^，、占]{1,16}?)(?:的(?:比重|比例|份额)?|比重|比例|份额)?|占到?(?!有量|用地|地面)([^，、占]{1,16}?)的(?:比重|比例)?|占到?(全[国省市县区州球疆]|[\u4e00-\u9fff]{0,6}总(?:量|数|额|值|产值|面积|人口|装机|支出|收入|里程|投资)))$/,
    take: (lead, match) => {
      lead.shareOf = match[1] ?? match[2] ?? match[3]!;
      lead.shareNoun = /的?(?:比重|比例|份额)$/.exec(match[0])?.[0] ?? '比重';
    },
  },
];

const PLACE = '全[国省市县区州]|全球|世界';

/**
 * A phrase of time at the end of a lead, and the words that may follow it there. One expression for all rules around a
 * time: as part of each of them its alternatives would be compiled a dozen times, which took longer than reading a report.
 */
const TIMED = new RegExp(
  `(${TIME_SOURCE})((?:同期|水平)?(?:相比)?(?:预算|预计数|执行数|决算数)?(?:高出?|低|快|慢|多|少)?|[均都]|同期的|的?(?:基础上|基数上|${PER}|${PLACE})?)$`,
);

interface TimedEnd {
  time: string;
  start: number;
  after: string;
}

/** The phrase of time that words end with; as well without its own 到, which may be the verb's: 提高到2020年的. */
function timedEnds(words: string): TimedEnd[] {
  const match = TIMED.exec(words);
  if (!match) return [];
  const [, time, after] = match as unknown as [string, string, string];
  const found = { time, start: match.index, after };
  return /^[到至]/.test(time) ? [found, { ...found, time: time.slice(1), start: match.index + 1 }] : [found];
}

/** 比, 比历史最高的: which year it is compared with may have a word of its own. */
const THAN = /[比较](?:[\u4e00-\u9fff“”]{2,8}的)?$/;

/** Tried in this order on the phrase of time that the lead ends with. */
const TIMED_RULES: TimedRule[] = [
  {
    before: THAN,
    after: /^(?:同期)?(?:预算|执行数|决算数)?(?:高出?|低|快|慢|多|少)$/,
    take: (lead, time, [after]) => {
      lead.baseTime = time;
      lead.direction = /[低慢少]/.test(after) ? -1 : 1;
    },
  },
  {
    before: THAN,
    after: /^[均都]$/,
    take: (lead, time) => {
      lead.baseTime = time;
      lead.each = true;
    },
  },
  {
    before: THAN,
    after: /^(?:同期|水平)?(?:相比)?(?:预算|预计数|执行数|决算数)?$/,
    take: (lead, time) => {
      lead.baseTime ??= time;
    },
  },
  {
    before: /(?:达到|超过|接近|是|(?<!调整|优化|转变|演变|变|下降|提高|上升|增加)为|相当于)$/,
    after: /^(?:同期)?的$/,
    take: (lead, time) => {
      lead.baseTime = time;
      lead.multipleOf = true;
    },
  },
  {
    // 高于“十五”时期4个百分点
    before: /(?:[高低快慢好优]于|高出)$/,
    after: /^(?:同期)?$/,
    take: (lead) => {
      lead.comparison = true;
    },
  },
  {
    before: /在$/,
    after: /^的?(?:基础上|基数上)$/,
    take: (lead, time) => {
      lead.baseTime = time;
    },
  },
  {
    before: /[由从]$/,
    after: new RegExp(`^的?(?:${PER})?$`),
    take: (lead, time) => {
      lead.away = true;
      lead.atTime = time;
    },
  },
  {
    before: new RegExp(`(?:${TO})(?:到了?|至|为|成)$`),
    after: new RegExp(`^的?(?:${PER})?$`),
    take: (lead, time) => Object.assign(lead, { level: true, reached: true, toward: true, atTime: time }),
  },
  {
    // 地区生产总值五年年均增长: the time stands between the name and the verb.
    before: /(?<=[\u4e00-\u9fff])(?<!提前|提|推迟|延后|连续|^到|^至|^截至)$/,
    after: /^$/,
    take: (lead, time) => {
      lead.inTime ??= time;
    },
  },
];

/** Takes a phrase of time and what ties it to the figure off the right end; returns what is left, null if none stands there. */
function takeTime(lead: Lead, words: string): string | null {
  const ends = timedEnds(words);
  if (ends.length === 0) return null;
  for (const { before, after, take } of TIMED_RULES) {
    for (const end of ends) {
      const tie = after.exec(end.after);
      const match = tie && before.exec(words.slice(0, end.start));
      if (!match) continue;
      take(lead, end.time, tie);
      return words.slice(0, match.index);
    }
  }
  return null;
}

const RANK =
  /(?:(?:全[国省市县区州]|世界|全球)?(?:综合)?排名(?:提升|上升|前移|跃升|提高|升)?(?:到|至|为|在)?((?:全[国省市县区州]|全球|世界|中部|西部|东部|省内|国内|城区)[^，、；]{0,8})?)$|(?:继续|连续\d{1,2}年|连续[一二两三四五六七八九十]{1,2}年|持续|一直|始终)?(?:跃?升|位|居|并列|列|排|名|稳|跃|保持|蝉联){1,3}(?:名|在|到|至|为|于)?((?:全|城|中|国|省|市|西|东|世|亚|百|同|单|可|各|大陆)[^，、；]{0,12})?$|(?<=增速|增幅|总量|[量率数力额值度]|^)(全[国省市县区州]|全球|世界|亚洲|中部|西部|中西部|东部|城区)$|(?:位居|位列|名列|居于)([^，、；居列]{0,12})$|(?<=[\u4e00-\u9fff]{4}(?:连续|蝉联)(?:\d{1,2}|[一二两三四五六七八九十]{1,2})年)(全[国省市县区州]|全球|世界)$|(?:进入|跻身|挺进|迈入|保持在?)((?:全[国省市县区州]|全球|世界|中部|西部|东部|省内|国内)[^，、；居列]{0,8})$/;

/** 由上年第四位上升为第三位: the ends of a movement between ranks. */
const RANK_MOVES = new RegExp(
  `(?:[由从]的?|(?:上升|提升|跃升|前移|晋升|攀升|升|提高|下降|后移|降)(?:到了?|至|为)?)(?:${PLACE})?$`,
);

/** 由上年全国第四位: the near end of a movement between ranks, with its time. */
function rankMovesFrom(words: string): { time: string; index: number } | null {
  const end = timedEnds(words).find(({ start, after }) => /[由从]/.test(words.charAt(start - 1)) && RANKED.test(after));
  return end ? { time: end.time, index: end.start - 1 } : null;
}
const RANKED = new RegExp(`^的?(?:${PLACE})?$`);

/** 市、省重点项目分别完成投资: what each has done is the head of both names. */
const DONE_EACH =
  /^(.{2,40})分别(?:累计)?(?:完成|实现)?((?<!完成|实现)(?:新增)?参保|投资|总?产值|销售收入|营业收入|增加值|利润|利税|税收|进出口|进出口额|零售额|销售额)$/;

/** What was judged across the country or the province, and the place in it. */
const JUDGED =
  /^在全[国省市县区州]([\u4e00-\u9fff“”]{3,18}(?:评价|评比|评估|测评|考核|考评))中(?:的?(?:综合)?(?:位次|排名|名次|排位))?$/;

/** 营商环境在全省考评中 */
const JUDGED_IN = /(?<=.{3})在全[国省市县区州]([\u4e00-\u9fff]{0,8}(?:考核|考评|评价|评比|测评|评估))中?$/;

/** 在全省城市综合竞争力排名中 */
const RANKED_IN = /^在全[国省市县区州]([\u4e00-\u9fff“”]{3,18}?)(?:的?综合)?(?:排名|排行榜?)中$/;

/** 县域经济基本竞争力评价 of 在全国县域经济基本竞争力评价中的位次, null where the words are none of that. */
export function judgedIn(words: string): string | null {
  return (JUDGED.exec(words) ?? RANKED_IN.exec(words))?.[1] ?? null;
}

/** 完成林分优化提升200万亩: a deed whose name ends in a verb, and no change of anything. */
const DEED = /(?:完成|实施|开展)[\u4e00-\u9fff“”]{2,14}(?:提升|优化|扩大|压减|削减|缩减)$|(?:改造|整治|整改|改建)提升$/;
const DEED_GOES_ON = /^[\u4e00-\u9fff“”]{2,14}(?:提升|优化|扩大|压减|削减|缩减)$/;

/** 投资虽受市场拖累下降3.5%, 出口因外需不足影响减少2%: why it did so stands between the name and the verb. */
const CAUSE =
  /(?<=[\u4e00-\u9fff]{2})(?:虽然?|尽管|则|却)?(?:主要)?(?:(?:(?<![接遭享承感])受|因|由于)[\u4e00-\u9fff“”、]{2,24}(?:影响|拖累|冲击|制约|带动|拉动|推动|支撑|提振|低迷|疲软|不振|不足|走低|遇冷|收缩)而?|(?:因|由于)[\u4e00-\u9fff“”]{2,14}而)$/;

const EARNED = /[增减]收[超近约]?$/;

/** The name of the share that a lead makes of what it is said of. */
export function shareNamed(name: string, { shareOf, shareVerb, shareNoun }: Lead): string {
  return shareOf === null ? name : name + shareVerb + shareOf + shareNoun;
}

/** 扩大优质稻面积至120万亩: what was raised stands between the verb and 至. */
const OBJECT_TO =
  /^((?:进一步|继续|逐步|力争|确保|年内|将)*)(扩大|提高|增加|提升|降低|压缩|减少|缩短|下调|上调)([\u4e00-\u9fff“”]{2,16})(?<!增加|减少|[提升扩增由从达])[至到]((?:每人)?每[年月])?$/;

/** Reads a lead from its right end; `deedBefore` says that it goes on with a list of deeds. Linear: the lead is cut to its last 120 characters, and every step shortens it. */
export function readLead(told: string, rank = false, deedBefore = false): Lead {
  const words = told.replace(OBJECT_TO, '$1$3$2到$4');
  const cut = Math.max(0, words.length - 120);
  let rest = words.slice(cut).trimEnd();
  const lead: Lead = {
    subject: '',
    boundStart: words.length,
    bound: null,
    direction: 0,
    level: false,
    reached: false,
    toward: false,
    turned: false,
    away: false,
    atTime: null,
    inTime: null,
    baseTime: null,
    multipleOf: false,
    yearOnYear: false,
    improved: false,
    monthly: false,
    average: false,
    mean: false,
    respectively: false,
    each: false,
    cumulative: false,
    status: null,
    comparison: false,
    throughout: false,
    already: false,
    aim: false,
    shareOf: null,
    shareVerb: '占',
    shareNoun: '比重',
    ofPlan: false,
    rankIn: null,
    adds: false,
    deed: false,
    rateOfChange: false,
  };
  // 规模以上工业企业仅23户: how many there are.
  if (/[仅只]$/.test(rest)) lead.reached = true;
  if (rank) {
    // 由2000年首次参评时的第87位
    rest = rest.replace(
      /(?<=[年由从])(?:首次|初次|刚)(?:参评|参选|参加[评考]?[比核]?|入围|上榜|入选|进入)时(?=的?$)/,
      '',
    );
    const end = rest.slice(-40);
    const from = rankMovesFrom(end);
    const move = from ?? RANK_MOVES.exec(end);
    const match = move ? null : RANK.exec(end);
    if (move) {
      lead.rankIn = '';
      lead.away = /[由从]/.test(end.charAt(move.index));
      lead.toward = !lead.away;
      lead.atTime = from?.time ?? null;
      rest = rest.slice(0, Math.max(0, rest.length - 40) + move.index);
    }
    if (match) {
      lead.rankIn = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? match[6] ?? '';
      rest = rest.slice(0, Math.max(0, rest.length - 40) + match.index);
    }
  }
  lead.deed = DEED.test(rest.slice(-20)) || (deedBefore && DEED_GOES_ON.test(rest));
  for (let steps = 0; steps < 20 && !lead.deed; steps++) {
    const before = rest.length;
    for (const rule of RULES) {
      if (rule === 'time') {
        const left = takeTime(lead, rest);
        if (left === null) continue;
        rest = left;
        break;
      }
      const match = rule.pattern.exec(rest);
      if (!match) continue;
      rule.take(lead, match, cut + match.index);
      rest = rest.slice(0, match.index);
      break;
    }
    if (rest.length === before) break;
  }
  lead.subject = words.slice(0, cut) + rest;
  if (lead.direction !== 0 || lead.level) lead.subject = lead.subject.replace(CAUSE, '');
  // 贫困户户均年增收3000元
  if (EARNED.test(words))
    lead.subject = lead.subject.replace(/(?<=[人户村]均年?)$/, lead.subject.length > 3 ? '收入' : '增收');
  // 煤炭企业扭亏增盈2.1亿元, 国有企业减亏1.2亿元: what has grown is their profit, or has fallen is their loss.
  if (/(?:增盈|减亏)[超近约]?$/.test(words) && /(?:企业|行业|公司|系统|集团|工业)$/.test(lead.subject))
    lead.subject += lead.direction > 0 ? '利润' : '亏损';
  // 集采药品平均降价47%: what has fallen is their price.
  if (/(?:降价|涨价)[超近约]?$/.test(words) && lead.subject.length >= 2 && !/价格?$/.test(lead.subject))
    lead.subject += '价格';
  // 在全省高质量发展考核中的位次由第12位上升到第5位
  if (rank)
    lead.subject =
      judgedIn(lead.subject) ??
      lead.subject.replace(JUDGED_IN, (_, by, at) => (/[区县市镇乡园]$/.test(lead.subject.slice(0, at)) ? by : ''));
  // 在全市七个主城区中位居第二
  if (rank) lead.subject = lead.subject.replace(/^在(?:全[国省市县区州])?[\u4e00-\u9fff\d]{0,10}中$/, '');
  // 居全国位次由第12位上升到第10位
  if (rank)
    lead.subject = lead.subject.replace(
      /^(?:在?居?|居于)(?:全[国省市县区州]|全球|世界)(?:(?:[\u4e00-\u9fff]{1,8}中)?的?(?:位次|排名|排位))?$/,
      '',
    );
  // 国际航运中心发展指数排名提升到全球第8: the rank is of the index.
  if (rank)
    lead.subject = lead.subject.replace(
      /(?<=.{2})(?:在?全[国省市县区州][^，、在]{0,8}?)?(?:中的|的|中)?(?:综合)?(?:排名|位次|排位)$/,
      '',
    );
  const done = DONE_EACH.exec(lead.subject);
  if (done) {
    lead.respectively = true;
    lead.subject = done[1]! + done[2]!;
  }
  return lead;
}
