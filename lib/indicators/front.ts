import type { ReportIdentity } from '../report/types';
import { NEWLY } from './firms';
import type { Entry, Lexicon } from './lexicon';
import { GENERIC } from './names';
import { type Calendar, type Moment, momentOf, timeInFront } from './periods';
import { areaAt } from './places';
import type { Status } from './types';
import { SLOTS } from './words';

/** A subject phrase with its front taken off: when, where, how sure, and what is newly added. */
export interface Front {
  rest: string;
  moment: Moment | null;
  area: string | null;
  status: Status | null;
  /** 拥有, 现有 stand before the name. */
  stock: boolean;
  /** 仍有, 尚有: a fact wherever it is told. */
  still: boolean;
  /** 新增, 净增 before a name that the lexicon knows; null where none stands there. */
  added: string | null;
  cumulative: boolean;
  /** 完成 or 实现 stood inside the name: 工业完成增加值. */
  done: boolean;
  /** Who did it, where a verb stood inside the name: 规模工业 of 规模工业实现增加值. */
  doer: string | null;
  /** 《纲要》提出, 将用三年时间: what follows was set as an aim, whenever that was. */
  proposed: boolean;
  /** 增加, 减少 stand before the name: the figure is a change, -1 for a fall. */
  turn: 1 | -1 | 0;
}

const STATUS_FRONT: [RegExp, Status | null][] = [
  [/^(?:[据经]?(?:初步)?预计[可将]?|据(?:统计|初步)?预测|[有可]望(?=[\u4e00-\u9fff]{3}))/, 'estimate'],
  [/^(?:初步统计|据统计|初步核算|据初步统计|据初步核算)/, 'actual'],
  [
    /^(?:力争|确保|争取(?=[\u4e00-\u9fff]{0,2}(?:完成|实现|达到|新增|开工|建成|投产|突破)|[\u4e00-\u9fff]{2,16}(?:率|数|值)$)|努力|计划(?!生育|外|内|单列)|拟|要|奋力|全力|目标是|预期)/,
    'target',
  ],
];
/** Words before a name that name nothing. */
const LIGHT_WORDS = [
  '》',
  '我们(?:要|将)?',
  '(?:主要)?是?(?:考虑到?|因为)',
  '目前(?=已|现|仍|尚|还|共|拥)',
  '(?:仍然?|尚|还|依然|已)有(?![线色机效关序力害毒望所利助待限意些的一几条])(?=[\\u4e00-\\u9fff“”]{2})',
  '造成(?=(?:直接|间接)?经济损失)',
  '(?:通过|采取|采用)[^，]{2,24}等(?:方式|途径|渠道|手段|形式|办法|举措)',
  '[●○■□◆◇★☆▲△►▶➢√✓*—-]+',
  '(?:积极)?争取(?:并|和)用好',
  '管好用好',
  '用好用足',
  '用足用好',
  '继续(?!教育)',
  '建成(?=[^，]{2,12}规模$)',
  '(?:截至)?目前',
  '已经?(?![婚故知育有])',
  '[一二三四五六七八九十]{1,2}[是要]',
  '虽然?',
  '尽管',
  '但',
  '仍',
  '同步',
  '推进(?=[\\u4e00-\\u9fff]{2,12}改造$)',
  '推动',
  '坚持(?=[把将])',
  '全面(?=(?:清偿|落实|兑现)[\\u4e00-\\u9fff“])',
  '把',
  '将',
  '再(?=新|次|减|精|完|增|解|安|提|压|降|培|建|为|进)',
  '又',
  '由此',
  '可(?=为|减轻|节约|节省|减少)',
  '(?:实现|完成)了',
  '在(?=(?:稳定|确保|保持|巩固)[\\u4e00-\\u9fff])',
  '锚定',
  '(?:及时|足额|全额)(?=足额|全额|兑现|发放|拨付|下达|落实)',
  '建议(?=全[国省市县区州]|今年|20\\d\\d年|把|将|经济|地区生产总值)',
  '按(?:19|20)\\d{2}年(?:不变)?价格(?:计算|测算)的?',
  '夏秋两季(?=粮食)',
  '在[\\u4e00-\\u9fff]{2,4}之年',
  '比改革前',
  '拟?安排(?!的)',
  '年末',
  '年底',
  '期末',
  '其中',
  '同时',
  '特别是',
  '尤其是',
  '以及',
  '而且',
  '并且',
  '并',
  '而',
  '且',
  '使(?!用)',
  '成功',
  '有(?=(?:农业|非农|总|常住|户籍|各类|在校|农村)[\\u4e00-\\u9fff])',
  '多渠道',
  '多方',
  '[本全](?=地区生产总值)',
  '(?:盈亏|增减)(?:相抵|互抵)后',
  '创(?![汇新业意])(?=[\\u4e00-\\u9fff]{0,4}(?:收入|产值|利税|税收)$)',
  '顺利',
  '先后',
  '全力',
  '提前(?:[一二两三四五六七八九十半\\d]{1,2}年|(?=实现|完成))',
  '牧业年度末?',
  '(?:展望|面向)(?=“?十[一二三四五]五|20\\d\\d年|二[〇○零]|未来)',
  '累计完成',
  '累计实现',
  '共完成',
  '共实现',
  '完成',
  '实现',
  '达到',
  '累计',
  '全社会累计(?!用电)',
  '总计',
  '共有',
  '共',
  '圆满',
  '超额',
  '现有',
  '拥有',
  '在[我本全][省市县区州](?:投资|落户|注册|设立)(?:设厂|兴业)?的(?=[\\u4e00-\\u9fff\\d]{2,12}企业)',
];
const LIGHT = new RegExp(`^(?:${LIGHT_WORDS.join('|')})(?=[\\u4e00-\\u9fffA-Z“]|(?:19|20)\\d{2}年|(?<=其中)(?:\\d|$))`);
const KEPT =
  /^(?:稳定|保持|确保|力保|保证|争取|巩固|抓好|落实|夺得|取得|获得|(?:带动|拉动|推动)(?=全社会|[城乡农镇]{2}?居民|地区生产总值|国内生产总值|生产总值))/;
const ADDED = new RegExp(`^(?:${NEWLY}|培育)`);
/** For whom something was done: 为市场主体减轻非税负担3000多亿元; with whom: 与央企签约120亿元. */
const FOR_WHOM =
  /^(?:[与同][\u4e00-\u9fff]{2,10}?(?=签署|签订|签约|达成)|为[\u4e00-\u9fff]{2,10}?(?=担保贷款|落实贷款|提供担保|代偿|垫付|减轻|减免|新增减免|追回|讨回|挽回|节约|降低|兑付|发放|补偿)|[为向给对][\u4e00-\u9fff]{2,26}?(?=(?:免费)?(?:提供|开展|发放|办理|实施)[\u4e00-\u9fff]{2,10}$)|为[\u4e00-\u9fff]{2,16}?(?=延期还本付息)|为(?=[\u4e00-\u9fff]{2,16}(?:减负|减税|让利|降费|降本|退税|缓[税费])$)|为(?=[\u4e00-\u9fff\d]{2,24}(?:体检|义诊|筛查|接种)$))/;
/** 压减钢铁产能3000万吨 is what was done, as 退出煤炭产能 is. */
const TURN = new RegExp(
  `^(?!压[减缩][\\u4e00-\\u9fff]{2,10}(?:产能|装机|机组)|增加[\\u4e00-\\u9fff]{0,12}(?:${SLOTS})$)(?:增加|提高|减少|降低|压减|压缩|缩减|调减|削减|精简(?=.*编制$))(?=[\\u4e00-\\u9fff]{3}|(?:早稻|晚稻|水稻|玉米|小麦|棉花|烤烟|油菜|燃煤|散煤)$)`,
);
/** 降低利息负担1.2万亿元: what others need not bear any more is what was given to them, and no fall of a quantity. */
const RELIEF = /^(?:减轻|减少|降低)[\u4e00-\u9fff]{0,10}(?:负担|税负|税费|成本|费用|利息支出)$/;
const INNER_VERB =
  /^([\u4e00-\u9fff“”]{2,16}?)(?:已|共|均|都|累计)*(?:完成|实现(?!程度|率|度|零的?突破))了?([\u4e00-\u9fff].{1,20})$/;

/** 政务服务事项压减办理时限40%: what was cut, with whose it is before the verb. */
const INNER_TURN =
  /^([\u4e00-\u9fff“”、]{2,20}(?:事项|服务|业务|审批|办理|登记|企业|流程|环节|项目))(?:平均|再|整体|总体|均)?(?:压减|压缩|缩短|减少|精简)([\u4e00-\u9fff]{0,4}(?:时限|时间|环节|材料|次数))$/;
/** 党政机关共精简行政编制1.6万名 */
const INNER_CUT =
  /^([\u4e00-\u9fff]{2,12}?(?:机关|部门|机构|单位|政府|乡镇))(?:共|累计)?精简([\u4e00-\u9fff]{0,8}编制)$/;

/** Why, in front of an indicator. */
const CAUSE = /^(?:受|因|由于)[\u4e00-\u9fff“”]{2,12}?(?:影响|拖累|冲击|制约|带动|拉动|推动)的?(?=[\u4e00-\u9fff]{2})/;

/** Who set an aim, and that it was set. */
const PROPOSED =
  /^(?:[^，》]{0,24}》|[\u4e00-\u9fff]{0,6}(?:会议|全会|[党人]代会|政府|[省市县区]委))?(?:明确)?提出[了的]?(?:到)?(?=[\u4e00-\u9fff“\d].{3})/;

const INNER_TIME =
  /^([\u4e00-\u9fff]{2,14}?)(今年|去年|上年|当年|全年|(?<![一二两三四五六七八九十几])年内|[一两三四五]年内|[三四五]年)(?:再|共|已|拟|将|又|计划|累计)?((?:安排|统筹投入|投入|新增|发行|下达|拨付|筹集|筹措|争取|整合|支出|完成|实现|建成|开工|通车|投产|贯通)[\u4e00-\u9fff]{2,16})$/;

/** 仅烤烟一项就实现税收3200万元: what is told of one source is the source's. */
const SOURCE = /^[仅单光]([\u4e00-\u9fff“”]{2,8})一项[就便]?(?:实现|完成|创造|带来)?(?=[\u4e00-\u9fff]{2})/;

/** 有 where it says that something is there, and opens no other word (有线电视, 有林地面积). */
const THERE =
  /^有(?![线色机效关序力害毒林偿望所利助待限意名组证责些的一几条])(?![^，]{1,12}的)(?=[\u4e00-\u9fffA-Z“”]{2})/;

/** 在稳定种植户的基础上种植烤烟: what came before or beside it. */
const ALONGSIDE =
  /^从[\u4e00-\u9fff]{2,12}?中?(?=(?:转移|搬迁|抢救|解救|迁出)[\u4e00-\u9fff]{2})|^在(?:此|这[一种样]?的?)(?:情况|背景|形势|条件|基础)[上下](?=[\u4e00-\u9fff“]{3})|^在(?![^，]*[年期])[\u4e00-\u9fff“”]{3,18}的?(?:基础上|同时|前提下|情况下|条件下)(?=[\u4e00-\u9fff“]{3})/;

/** 在外需收缩的情况下逆势增长5.8%, 虽比上年减产: all that is left of a lead says nothing of whom. */
const ONLY_CIRCUMSTANCE =
  /^(?:虽然?|但|却|也|因[灾旱涝疫洪雪][\u4e00-\u9fff]{0,3}|在[\u4e00-\u9fff]{2,20}(?:情况|背景|形势|条件|环境|压力|影响|前提)下)$/;

const CIRCUMSTANCE =
  /^([\u4e00-\u9fff]{2,12}?)在[\u4e00-\u9fff]{1,14}(?:之年|(?:的?情况|的?条件|的?形势|的?背景|的?影响)下)(?=[\u4e00-\u9fff]{2}|$)/;

/** 工业企业盈亏相抵后仍净亏损, 市财政要在预算中安排科技经费: how a balance was struck, and of what, is no part of a name. */
const BALANCED =
  /(?<=[\u4e00-\u9fff]{2})(?:(?:盈亏|增减|收支)(?:相抵|互抵)后[仍还]?|[仍还](?=净?(?:亏损|盈利)$))|(?<=财政)(?:[要将拟]|今年)?在(?:年初|年度|本级|财政)?预算[中内](?=安排|列支|新增)/g;

/** 国家财政将投入, 财政每年安排, 项目目前已完成: words between who does it and the verb. */
const BEFORE_VERB =
  /(?<=财政)为此(?=安排|投入|支出|拨付|下达)|(?<=[\u4e00-\u9fff]{2})(?:将|拟)(?=每年|投入|安排|新增|支出)|(?<=财政[将拟]?)每年(?=[将拟]?(?:安排|投入|支出))|(?<=[\u4e00-\u9fff]{2})(?:截至)?目前(?=已|共|累计|完成|实现)/g;

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
    stock: false,
    still: false,
    added: null,
    cumulative: false,
    done: false,
    doer: null,
    turn: 0,
    proposed: false,
  };
  const aimed = front.rest.startsWith('提出') && context.lexicon.findForGrowth(front.rest.slice(2)) !== null;
  const proposal = aimed ? '提出' : PROPOSED.exec(front.rest)?.[0];
  if (proposal !== undefined) {
    front.proposed = true;
    front.rest = front.rest.slice(proposal.length);
  }
  // 粮食在大旱之年总产仍达766万吨: under what circumstances stands between the name and its noun.
  front.rest = front.rest
    .replace(ONLY_CIRCUMSTANCE, '')
    .replace(ALONGSIDE, '')
    .replace(CIRCUMSTANCE, '$1')
    .replace(SOURCE, '$1')
    .replace(BALANCED, '');
  let placed = false;
  let coming = false;
  for (let steps = 0; steps < 10; steps++) {
    const rest = front.rest;
    const closing = /^(?:年末|期末|年底)(?=[^前][\u4e00-\u9fff]{3})|^各级(?=财政|累计|共)/.exec(rest);
    if (closing) {
      front.rest = rest.slice(closing[0].length);
      continue;
    }
    if (context.lexicon.find(rest)) break;
    const time = timeInFront(rest);
    const moment = time && momentOf(time, context.calendar, context.plan);
    if (moment) {
      front.moment = moment;
      // 将用三年时间搬迁居民1.6万户: it is to be done, wherever the text tells it.
      if (coming && /^再?用/.test(time)) front.proposed = true;
      front.rest = rest.slice(time.length).replace(/^的/, '');
      continue;
    }
    const place = areaAt(rest, context.report);
    // 城市建成区面积 is the size of the place itself.
    const area = place && rest.slice(place.length) === '面积' ? null : place;
    const named = area && (!area.bare || context.lexicon.findForGrowth(rest.slice(area.length)) !== null);
    if (area && named) {
      front.area = area.area;
      front.rest = rest.slice(area.length).replace(/^的/, '');
      placed = true;
      continue;
    }
    // 全县有贫困户860户
    const there = placed ? THERE.exec(rest) : null;
    if (there) {
      front.stock = true;
      front.rest = rest.slice(there[0].length);
      continue;
    }
    const status = STATUS_FRONT.find(([pattern]) => pattern.test(rest));
    if (status) {
      front.status = status[1];
      coming ||= /^(?:计划|拟)/.test(rest);
      front.rest = rest.replace(status[0], '');
      continue;
    }
    // 稳定粮食播种面积32万亩: that it is to be kept is no part of an indicator's name.
    const kept = KEPT.exec(rest);
    if (kept && context.lexicon.find(rest.slice(kept[0].length))) {
      if (kept[0] === '争取' && context.plan) front.status = 'target';
      front.rest = rest.slice(kept[0].length);
      continue;
    }
    const light = LIGHT.exec(rest);
    if (light) {
      if (/^(?:现有|拥有|共有|有|(?:仍然?|尚|还|依然|已)有)$/.test(light[0])) front.stock = true;
      if (/^[仍尚还依].*有$/.test(light[0])) front.still = true;
      if (light[0].includes('累计') || light[0].includes('共')) front.cumulative = true;
      coming ||= light[0] === '将';
      front.rest = rest.slice(light[0].length);
      continue;
    }
    const whom = FOR_WHOM.exec(rest);
    if (whom) {
      // 为参合农民补偿39.4亿元: what says nothing alone keeps whom it was for.
      const done = rest.slice(whom[0].length);
      front.rest = GENERIC.test(done) ? rest.slice(1) : done;
      continue;
    }
    // 年平均减少煤炭资源燃烧损失383万吨
    const yearly = /^(?:年平均|年均|平均每年|每年)(?:可)?(?=(?:增加|减少|减轻|降低|节约)[\u4e00-\u9fff]{3})/.exec(rest);
    if (yearly) {
      front.rest = rest.slice(yearly[0].length);
      continue;
    }
    // 受疫情影响旅游收入下降20%
    const cause = CAUSE.exec(rest);
    if (cause && context.lexicon.findForGrowth(rest.slice(cause[0].length))) {
      front.rest = rest.slice(cause[0].length);
      continue;
    }
    const turn = TURN.exec(rest);
    if (turn && !RELIEF.test(rest)) {
      front.turn = /^[增扩提]/.test(turn[0]) ? 1 : -1;
      front.rest = rest.slice(turn[0].length);
      continue;
    }
    const added = ADDED.exec(rest);
    // 新入规工业企业9家: into which size they have come.
    if (added && /规$|统$/.test(added[0]) && rest.slice(added[0].length) === '工业企业') {
      front.added = added[0];
      front.rest = '规上工业企业';
      break;
    }
    // 新增高速公路1420公里: a way is told by its length.
    const way = added ? `${rest.slice(added[0].length)}里程` : '';
    if (added && /路里程$/.test(way) && context.lexicon.find(way)) {
      front.added = added[0];
      front.rest = way;
      continue;
    }
    // 累计认定 adds up what there is.
    if (
      added &&
      !(front.cumulative && added[0] === '认定') &&
      isAddedTo(rest.slice(added[0].length), context.lexicon)
    ) {
      front.added = added[0];
      front.rest = rest.slice(added[0].length);
      continue;
    }
    break;
  }
  // 清偿拖欠民营企业、中小企业账款: whose they are is one group and no list.
  front.rest = front.rest.replace('民营企业、中小企业账款', '民营企业中小企业账款');
  // 新建、改建农村公路126公里: two verbs of one deed.
  front.rest = front.rest.replace(
    /^(新建|改建|扩建|新修|改造|维修|硬化|续建|新增|恢复|改善|减免|减征|缓缴|返还)、(?=(?:新建|改建|扩建|新修|改造|维修|硬化|续建|恢复|改善|减免|减征|缓缴|返还|补贴)[\u4e00-\u9fff])/,
    '$1',
  );
  front.rest = front.rest.replace(BEFORE_VERB, '');
  // 中央财政今年安排补助资金251亿元: when it is done stands between who does it and the verb.
  const when = front.rest.includes('年') ? INNER_TIME.exec(front.rest) : null;
  const then = when && momentOf(when[2]!, context.calendar, context.plan);
  if (when && then) {
    front.moment ??= then;
    front.rest = when[1]! + when[3]!;
  }
  const cut = INNER_TURN.exec(front.rest) ?? (front.rest.endsWith('编制') ? INNER_CUT.exec(front.rest) : null);
  if (cut && front.turn === 0) {
    front.turn = -1;
    front.rest = cut[1]! + cut[2]!;
  }
  const inner = INNER_VERB.exec(front.rest);
  // 粮食总产量实现五连增 says something of an indicator and no doer did it.
  if (inner && !context.lexicon.find(front.rest) && !isQuantity(context.lexicon.find(inner[1]!))) {
    front.done = !/累计|共/.test(inner[0]);
    front.rest = /^(?:年度|全年|当年|年内)$/.test(inner[1]!)
      ? inner[2]!
      : withoutVerb(inner[1]!, inner[2]!, context.lexicon);
    if (front.rest !== inner[2]) front.doer = inner[1]!;
  }
  return front;
}

/** What is added to: an indicator, and 人民币贷款, which without 新增 may be what was lent. */
function isAddedTo(name: string, lexicon: Lexicon): boolean {
  return name !== '' && (lexicon.find(name) !== null || isOwed(name, lexicon));
}

/** Loans and deposits by the currency of their statistics, which 新增 makes a change of the balance. */
export function isOwed(name: string, lexicon: Lexicon): boolean {
  return /^(?:人民币|本外币|各项)?[存贷]款$/.test(name) && lexicon.findForGrowth(name) !== null;
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
