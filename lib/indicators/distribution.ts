import { withoutNewly } from './firms';
import type { Lexicon } from './lexicon';
import { GENERIC, isRateName, QUANTITY } from './names';
import { areaAt } from './places';
import { anyOf } from './words';

/** 惠及经营主体, 国有及规模以上非国有工业: a 及 that joins no two names. */
const WITHIN_WORD = /[惠涉普遍]及$|国有及$/;

/** Splits at the outermost 、 and, when asked, at 和 与 及; what stands in quotation marks stays whole. */
function splitAt(phrase: string, words: boolean): string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  for (let i = 0; i < phrase.length; i++) {
    const char = phrase[i]!;
    if (char === '“') {
      quoted = true;
      // “保交楼”“保交房”交付率: what is quoted is listed without a comma.
      if (part.endsWith('”')) {
        parts.push(part);
        part = '';
      }
    }
    if (char === '”') quoted = false;
    const joint =
      quoted || phrase.startsWith('软件和信息', i - 2)
        ? 0
        : char === '、'
          ? 1
          : words && phrase.startsWith('以及', i)
            ? 2
            : words && '和与及'.includes(char) && !WITHIN_WORD.test(phrase.slice(Math.max(0, i - 2), i + 1))
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
const THREE = /^(?:三次产业|三大产业|第?一二三次?产业|第?一、第?二、第?三次?产业)(增加值)?$/;

/** 煤炭、焦炭、钢铁三大行业增加值: how many they are names none of them. */
const HOW_MANY =
  /(?<=、.{1,12})[两三四五六七八九十]大(?:重点|主导|支柱|传统)?(?:行业|产业)(?=增加值|产值|投资|营业收入|$)/;

/** 设施蔬菜、食用菌两个产业集群产值: what they are is said once, after how many of them there are. */
function ofKinds(phrase: string): string[] | null {
  const at = phrase.lastIndexOf('个');
  const many = at < 1 ? -1 : '两三四五六七八九'.indexOf(phrase[at - 1]!) + 2;
  const what = phrase.slice(at + 1).replace(/^(?:重点|主导|支柱|优势|特色|传统)(?=产业|行业)/, '');
  if (many < 2 || what.length < 4 || /[、和与及]/.test(what)) return null;
  const kinds = splitAt(phrase.slice(0, at - 1), true);
  return kinds.length === many ? kinds.map((kind) => kind + what) : null;
}

/** One word that stands for two subjects. */
const PAIRS: [RegExp, string, string][] = [
  [/^城乡/, '城镇', '农村'],
  [/存贷款/, '存款', '贷款'],
  [/^进出口/, '进口', '出口'],
  [/进、?出口(?=(?:货物)?(?:整体)?通关时间)/, '进口', '出口'],
];

/**
 * Names the subjects of `count` values, or of one value that each of them has (`count` null).
 * Null when the phrase does not divide into exactly as many: then nothing may be read from the clause.
 */
export function distribute(phrase: string, count: number | null, lexicon: Lexicon): string[] | null {
  const three = count === 3 ? THREE.exec(phrase) : null;
  if (three) return ['第一产业', '第二产业', '第三产业'].map((industry) => industry + (three[1] ?? ''));
  const fits = (parts: string[]) => (count === null ? parts.length > 1 : parts.length === count);
  const joined = phrase.replace('存、贷', '存贷').replace(/^城、乡/, '城乡');
  const handling = HANDLING.exec(joined);
  if (handling && fits([handling[2]!, handling[3]!]))
    return [handling[2]!, handling[3]!].map((rate) => handling[1]!.replace('、', '和') + rate);
  const kinds = ofKinds(joined);
  if (kinds && fits(kinds)) return kinds;
  const whole = count === null ? joined : joined.replace(HOW_MANY, '');
  let parts = splitAt(whole, false);
  // 金牌数奖牌数均居首位: two nouns of one build side by side.
  const twins = count === 1 || parts.length > 1 ? null : TWINS.exec(whole);
  if (twins) parts = [twins[1]!, twins[3]!];
  if (!fits(parts) || (count === null && splitAt(whole, true).length > parts.length)) parts = splitAt(whole, true);
  if (!fits(parts)) {
    const single = parts.length === 1 ? parts[0]! : null;
    const pair = single === null ? undefined : PAIRS.find(([pattern]) => pattern.test(single));
    if (!pair || single === null || (count !== null && count !== 2)) return null;
    return [single.replace(pair[0], pair[1]), single.replace(pair[0], pair[2])];
  }
  // 农村卫生厕所普及率、生活污水治理率: whose households these are is said once.
  if (parts[0]!.startsWith('农村')) parts = parts.map((part) => (OF_HOUSES.test(part) ? `农村${part}` : part));
  // 单位生产总值能耗和二氧化碳排放: by what it is reckoned is said once.
  const per = PER_OUTPUT.exec(parts[0]!)?.[0];
  if (per !== undefined) parts = parts.map((part) => (OF_OUTPUT.test(part) ? per + part : part));
  // 上海机场航空货邮和旅客吞吐量: both are the airport's.
  const port = /^[\u4e00-\u9fff]{2,6}(?:机场|港口?)(?=航空|货邮|旅客|货物|集装箱)/.exec(parts[0]!)?.[0];
  if (port !== undefined) parts = parts.map((part) => (/^(?:货邮|旅客|货物|集装箱)/.test(part) ? port + part : part));
  // 对东盟、中东出口: whither it goes.
  const whither = /^对(?!外)/.test(parts[0]!) && /(?:出口|进口|进出口|投资)总?额?$/.test(parts[parts.length - 1]!);
  const full = ofScope(complete(parts, lexicon));
  return whither && full ? full.map((name) => (name.startsWith('对') ? name : `对${name}`)) : full;
}

/** 人大代表建议、政协提案按期办结率和见面率: how they were handled is said of both together. */
const HANDLING =
  /^([\u4e00-\u9fff]{2,8}(?:建议|议案)[、和][\u4e00-\u9fff]{0,8}(?:提案|建议))((?:按[时期])?[\u4e00-\u9fff]{2}率)[、和]([\u4e00-\u9fff]{2}率)$/;

const TWINS = /^([\u4e00-\u9fff]{2}([数率量额值]))([\u4e00-\u9fff]{2}\2)$/;
const PER_OUTPUT =
  /^(?:单位|万元|亿元)(?:地区生产总值|国内生产总值|生产总值|GDP|工业增加值)(?=.*(?:能耗|能源消耗|水耗|用水量|电耗))/;
const OF_OUTPUT = /^(?:能耗|能源消耗|水耗|电耗|用水量|耗水量|(?:二氧化碳|碳)排放(?:量|强度)?)$/;
const OF_HOUSES = /^(?:生活垃圾|生活污水|自来水|卫生户?厕|污水|垃圾)/;

/** Heads that say what became of something, and never of what. */
const BECAME =
  /(?:立案|破案|发案|结案|损失|获奖|申请|授权|受理|办结|办复|见面|答复|满意|签约|到位|成交|合同|开工|竣工|投产|毛?入学|巩固|毕业|升学|辍学|死亡|发病|受伤)(?:数|率|总?额|量|金额|资金|人数|件数)$|(?:(?:国际|外贸|国内)?(?:货物|旅客|集装箱|货邮|邮件))(?:吞吐量|周转量|运输量)$/;

/** 小学入学率、巩固率: the second is of the same as the first. */
function ofSame(part: string, first: string): string | null {
  const [own, before] = [BECAME.exec(part), BECAME.exec(first)];
  return own?.index === 0 && before && before.index >= 2 ? first.slice(0, before.index) + part : null;
}

/** Nouns of quantity that attach to the thing itself, whatever the thing's name is made of. */
const DIRECT = /(?:饲养量|存栏量|出栏量|排放量|数量|产量|增加值|吞吐量|周转量|客运量|货运量|保有量|播种面积)$/;

/** Nouns of quantity with what belongs to them, as the last of several names ends. */
const HEAD_NOUNS = [
  '零售总?额 销售额 交易额 成交[额量] 进出口总?额? 进口总?额? 出口总?额? (?:固定资产)?投资 (?:产业链)?总?产值',
  '增加值 (?:主营业务|营业|销售)?收入 利润 利税 (?:事故)?(?:死亡|受伤|伤亡)人数 事故起数 (?:参保|保障)?人数 户数',
  '市场占有率 价格 (?:最低|保护|临时)?收[购储]价 里程 (?:播种|种植|养殖|栽植)?面积 (?:人均|财政|补助|筹资|保障|[月年])*标准 比例 比重 占比',
  '[\\u4e00-\\u9fff]{2}率 强度 (?:年均|平均)?浓度 密度 支出 余额 用[水电]量 产能 规模 水平 存栏 出栏 出笼',
];
const HEAD = new RegExp(`(?:${anyOf(HEAD_NOUNS)})$`);

/** The levels of government that a thing may belong to. */
const TIER = /^(?:国家|[省市县区州])(?:级|属)?(?!内|外)/;

/** The groups of people that a rate or a standard is set for. */
const GROUP = /^(?:城镇|城乡|农村)?(?:职工|居民)$/;
const GROUP_FRONT = /^(?:城镇|城乡|农村)?(?:职工|居民)/;

/** 生产安全事故起数、死亡人数: a bare noun of count that is said of the same things as the one before. */
const COUNTED =
  /^(.{2,}?)(?:起数|件数|件次|批次|户数|成交量|营业收入|主营业务收入|总产值|货运量|客运量|(?<=项目)(?:总数|数量?))$/;
const BARE_COUNT =
  /^(?:直接(?:经济|财产)损失|融资金额|人次|成交额|死亡人数|受伤人数|伤亡人数|人数|利润|利润总额|利税|税收|客运量|货运量)$/;

/** 城镇、农村居民人均可支配收入: gives each part the head that it shares with the last one. */
function complete(parts: string[], lexicon: Lexicon): string[] | null {
  const last = parts[parts.length - 1]!;
  const first = parts[0]!;
  /** The next part that is a quantity by itself is the one that a bare part before it borrows from. */
  const lender = (i: number) => parts.slice(i + 1).find((part) => known(lexicon, part) || QUANTITY.test(part)) ?? last;
  const out: string[] = [];
  const tail = (HEAD.exec(last) ?? DIRECT.exec(last))?.[0] ?? '';
  const share = last.includes('占') && !last.endsWith('占比') ? null : /(?:占比|比重)$/.exec(last);
  for (let i = 0; i < parts.length; i++) {
    const bare = fuller(parts[i]!, tail, lexicon);
    // 装机和发电量占比均居全国第2位: both are shares.
    const part = share && i < parts.length - 1 && !isRateName(bare) ? bare + share[0] : bare;
    const whole =
      known(lexicon, part) || (QUANTITY.test(part) && !isHeadOf(part, last))
        ? part
        : i < parts.length - 1
          ? withTail(part, lender(i), lexicon)
          : part;
    const counted = i > 0 && BARE_COUNT.test(part) ? COUNTED.exec(first) : null;
    const business = i > 0 && part === '收入' ? /^(.{2,}业务)量$/.exec(first) : null;
    const same = i > 0 && !lexicon.find(part) ? ofSame(part, out[0]!) : null;
    const head = same
      ? same
      : business
        ? business[1]! + part
        : counted
          ? counted[1]!.replace(/(?<=企业)工业$/, '') + part
          : withHead(part, first, lexicon);
    const named = i > 0 && whole === part ? (head ?? whole) : whole;
    if (named === null) return null;
    out.push(named);
  }
  return out;
}

/** 一产 in 一产、二产增加值 is known by itself, and named by the whole of its name. */
function fuller(part: string, tail: string, lexicon: Lexicon): string {
  const own = lexicon.find(part);
  return own && lexicon.find(part + tail) === own ? part + tail : part;
}

function known(lexicon: Lexicon, name: string): boolean {
  return lexicon.findForGrowth(name) !== null;
}

const EMITTED = /排放总?量$/;

/** 市重点项目 in 市重点项目、省重点项目投资, 化学需氧量 in 化学需氧量、氨氮排放量: a quantity's noun that still wants the last one's. */
function isHeadOf(part: string, last: string): boolean {
  if (EMITTED.test(last) && !EMITTED.test(part)) return true;
  return part.length >= 4 && last.length > part.length && last.slice(1, part.length) === part.slice(1);
}

function withTail(part: string, last: string, lexicon: Lexicon): string | null {
  for (let cut = 1; cut < last.length; cut++) {
    const parallel = Math.abs(cut - part.length) <= 1 || last[cut - 1] === part[part.length - 1];
    if (parallel && known(lexicon, part + last.slice(cut))) return part + last.slice(cut);
  }
  // 限上批发、零售业销售额: the four trades of the statistics, each a 业.
  const trade = TRADE.exec(last);
  if (trade && TRADES.test(part)) return part.replace(/业$/, '') + last.slice(trade[0].length);
  if (!QUANTITY.test(last) && !areaAt(last, null)) return part;
  // 长沙、株洲、湘潭生产总值: places share what is said of the last.
  const place = areaAt(`${part}生产`, null);
  // 厦门、福州机场旅客吞吐量: before 机场 a place's name is a part of the airport's.
  const lastPlace =
    areaAt(last, null)?.length ?? [2, 3, 4].find((n) => areaAt(`${last.slice(0, n)}生产`, null)?.length === n);
  if (place?.length === part.length && lastPlace) return part + last.slice(lastPlace);
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
  if (/^[\u4e00-\u9fff]{3}/.test(part) && part[0] === last[0] && lexicon.find(last))
    return part + last.slice(part.length);
  if (part.startsWith('“') && part.endsWith('”') && last.startsWith('“'))
    return part + last.slice(last.lastIndexOf('”') + 1);
  const emitted = EMITTED.exec(last);
  if (emitted) return part + emitted[0];
  if (isHeadOf(part, last)) return part + last.slice(part.length);
  // 养老、失业、医疗保险参保人数; 新农合、城镇居民医疗保险补助标准
  const insured = last.indexOf('保险');
  if (insured > 0) return part + last.slice(/保险$|医保$|合作医疗$|新农合$/.test(part) ? insured + 2 : insured);
  const head = DIRECT.exec(last);
  if (head && head.index > 0) return part + head[0];
  const shared = nearest(last, part[part.length - 1]!, part.length - 1);
  if (shared >= 0 && shared < last.length - 2) return part + last.slice(shared + 1);
  // 家电、新能源汽车零售额: the noun that closes the last name closes them all.
  const noun = HEAD.exec(last);
  // 县城、集镇自来水普及率, 工业、生活污水处理率: how much of the last name a short part shares nobody can say, but for places.
  const between = noun ? noun.index - part.length : 0;
  if (noun && part.length <= 3 && between >= 2 && /^.{2}率$/.test(noun[0]))
    return SETTLED.test(part) && SETTLED.test(last.slice(0, part.length)) ? part + last.slice(part.length) : null;
  if (noun && noun.index >= 2) return part + noun[0];
  const any = QUANTITY.exec(last);
  return any && last.slice(part.length) === any[0] ? part + any[0] : null;
}

/** 限上住宿、餐饮业营业额: which of them are counted is said once for the trades. */
function ofScope(names: string[] | null): string[] | null {
  const scope = names && /^(?:限额以上|限上)(?=批发|零售|住宿|餐饮)/.exec(names[0]!)?.[0];
  if (scope) return names.map((name) => (TRADE.test(name) ? scope + name : name));
  // 限上家电、汽车零售额
  const goods = names && /^(?:限额以上|限上)(?:单位|企业)?(?=[\u4e00-\u9fff]{2,8}零售额$)/.exec(names[0]!)?.[0];
  return goods ? names.map((name) => (GOODS.test(name) ? goods + name : name)) : names;
}

const TRADE = /^(?:批发|零售|住宿|餐饮)(?=业)/;
/** What shops sell: a kind of goods, and not all of them. */
const GOODS = /^(?!限|.*(?:社会|消费品|商品|网上|网络|实物))[\u4e00-\u9fff]{2,8}零售额$/;
const TRADES = /^(?:限额以上|限上)?(?:批发|零售|住宿|餐饮)业?$/;

/** Where people live, and what else comes in pairs of one length. */
const SETTLED = /^(?:广播|电视|小学|初中|高中|职工|居民|县城|集镇|城镇|乡镇|农村|城市|镇区|乡村|村庄|村镇|建制镇)$/;

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

/** Who is aided, and by what. */
const AIDED =
  /^([\u4e00-\u9fff]{2,10}?(?:低保|五保|特困|供养|救助|保障|医保|合作医疗))(?:对象|人员|人口|人数|[年月]?(?:保障|补助)?标准)$/;

/** What is rebuilt in more than one way. */
const REBUILT = /^([\u4e00-\u9fff]{0,8}(?:机组|电厂|锅炉|企业|窑炉|生产线))[\u4e00-\u9fff]{2,6}改造$/;

/** Nouns of insurance that are told of the one that stood before. */
const INSURED_NOUN = /^(?:人均)?(?:参[保合]率|参[保合]人数|筹资标准|补助标准|住院补偿率|报销比例|实际补偿比)$/;
const INSURED =
  /^([\u4e00-\u9fff]{0,10}?(?:保险|医保|新农合|合作医疗|新农保))(?:参[保合](?:率|人数|人员|农民|居民|职工|人口)?|覆盖率|覆盖面|人均筹资标准|筹资标准|补助标准)$/;

/** 新建光伏电站86座、装机容量5.16兆瓦: how large what was built is. */
const SIZE_NOUN = /^总?(?:装机(?:容量|规模)?|库容|建筑面积|占地面积|供热面积|长度?|蓄水量)$/;
const BUILT = /^(?:新建|建成|建设|扩建|改建|新改扩建|开工建设|开工)[\u4e00-\u9fff“”]{3,16}$/;

/** How much of what was counted was done, and how well. */
const HOW_DONE = /^(?:按[时期])?(?:审结|结案|执结|办结|答复|见面|面商|面复|满意|采纳|办复|回复|沟通)率$/;

export function isHowDone(noun: string): boolean {
  return HOW_DONE.test(noun);
}

/** What is handled one by one. */
const HANDLED = /(?:案件|建议|提案|意见|事项|诉求|工单|信访件)$/;

const STOCK = /^(?:(?:年末|新增)?(?:[存出]栏|出笼))?([\u4e00-\u9fff]{1,6}?)(?:[存出]栏|出笼|饲养量)?量?$/;

const BUILD = /^(?:新建|改造提升|提升改造|改造|续建|改建|扩建|维修|加固|修复)([\u4e00-\u9fff]{2,12})?$/;
const PAID = /(?:养老金|退休金|低保金|补助|补贴|津贴|标准|工资|待遇)$/;

/** 粮食播种面积1266.6万亩、产量514.4万吨: a bare noun that makes an indicator with the beginning of the subject before. */
export function withSameHead(noun: string, before: string, lexicon: Lexicon): string | null {
  // 培训农村劳动力3.4万人，转移就业4.1万人
  if (noun === '转移就业' && /农村(?:富余|剩余)?劳动力/.test(before)) return `农村劳动力${noun}`;
  // 新建高标准农田190万亩、改造提升139万亩
  const bare = BUILD.exec(noun);
  const built = bare && bare[1] === undefined ? BUILD.exec(before)?.[1] : undefined;
  if (built !== undefined) return noun + built;
  // 养老金连续三次调整，月人均由512元增加到830元
  if (/^(?:[月年]人均|人均[月年]|每人每[月年])$/.test(noun) && PAID.test(before)) return before;
  if (/^[人户村亩]均$/.test(noun) && before !== '' && !before.includes('均')) return noun + before;
  // 商品房销售面积320万平方米，销售额156亿元
  const sold = /^销售(?:额|金额|均价)$/.test(noun) ? /^(.{2,8}?)销售面积$/.exec(before) : null;
  if (sold) return sold[1]! + noun;
  // 重大项目完成投资23亿元，年度计划投资完成率114.2%
  if (/^(?:年度(?:计划)?)?投资完成率$|^年度(?:计划)?投资$/.test(noun) && /.{3}投资$/.test(before))
    return before.slice(0, -2) + noun;
  // 空气质量优良天数354天，优良率97%
  const air = noun === '优良率' ? /^.{0,8}?空气质量/.exec(before) : null;
  if (air) return air[0] + noun;
  // R&D经费投入突破1200亿元，投入强度达2.48%
  const spent =
    noun === '投入强度' ? /^(?:全社会)?(?:研发|R&?D|研究与试验发展)(?:经费)?(?=投入|支出|$)/.exec(before) : null;
  if (spent) return spent[0] + noun;
  // 合同利用外资18亿美元，实际到位9.6亿美元
  const signed = /^(?:实际)?到位$/.test(noun)
    ? /(?:合同|协议|签约)(?:利用|引进)?(外资|内资|资金|引资)额?$/.exec(before)
    : null;
  if (signed) return `${noun}${signed[1]!.replace('引资', '资金')}`;
  // 铁路累计发送旅客30万人次、货物50万吨
  const sent = /^(?:旅客|货物)$/.test(noun) ? /^(.*(?:发送|运送|运输))(?:旅客|货物)$/.exec(before) : null;
  if (sent) return sent[1]! + noun;
  // 燃煤电厂脱硫改造1500万千瓦、除尘改造1800万千瓦
  const rebuilt = /^[\u4e00-\u9fff]{2,4}改造$/.test(noun) ? REBUILT.exec(before) : null;
  if (rebuilt) return rebuilt[1]! + noun;
  // 可再生能源发电量超1000亿度、装机占比突破50%
  const power = /^(?:装机|发电量)(?:占比|比重)$/.test(noun)
    ? /^(.{2,}?)(?:发电量|(?:并网)?装机(?:容量)?)(?:占比|比重)?$/.exec(before)
    : null;
  if (power) return power[1]! + noun;
  // 新增光伏装机52万千瓦，全年发电量达6.8亿千瓦时
  const plant = /^(?:上网|年)?发电量$/.test(noun)
    ? /^(?:新增|新建)?([\u4e00-\u9fff]{2,8}?)(?:发电)?(?:并网)?装机(?:容量|规模)?$/.exec(before)
    : null;
  if (plant) return plant[1]! + noun;
  // 城乡居民养老保险参保9420人，参保率98.3%
  const insured = INSURED_NOUN.test(noun) ? INSURED.exec(before) : null;
  if (insured) return insured[1]! + noun;
  // 农村危房改造竣工1.24万户，户均补助1.35万元
  const aided = /^[人户村亩]均(?:补助|补贴|投资|投入)(?:标准|水平)?$/.test(noun)
    ? /^(?:完成|实施)?([\u4e00-\u9fff]{2,12}?(?:改造|搬迁|建设|整治|修缮))(?:竣工|完成|开工)?$/.exec(before)
    : null;
  if (aided) return aided[1]! + noun;
  const sizeOfIt = SIZE_NOUN.test(noun) ? BUILT.exec(before) : null;
  if (sizeOfIt) return before + noun;
  if (before.startsWith('农村') && OF_HOUSES.test(noun)) return `农村${noun}`;
  // 农村低保对象由1.8万人扩大到2.3万人，年保障标准由1600元提高到2200元
  const aid = /^[年月]?(?:人均)?(?:保障标准|补差(?:水平|标准)?|补助(?:水平|标准))$/.test(noun)
    ? AIDED.exec(before)
    : null;
  if (aid) return aid[1]! + noun;
  // 国家级绿色工厂12家、省级45家
  const tier = /^(?:国家|[省市县区])级$/;
  const above = tier.test(noun) ? /^(?:国家|[省市县区])级(?:及?以上)?(?=.{2})/.exec(before) : null;
  if (above && above[0] !== noun) return noun + before.slice(above[0].length);
  // 接待游客820万人次，综合收入65亿元; 医保基金收入8.5亿元，支出7.2亿元
  if (/^(?:综合|总)?(?:收入|消费|花费)$/.test(noun) && /游客|旅游人[数次]/.test(before)) return `旅游${noun}`;
  const fund = /^(?:支出|(?:累计|滚存)?结余)$/.test(noun) ? /^(.{2,}基金)(?:收入|支出)$/.exec(before) : null;
  if (fund) return fund[1]! + noun;
  const same = ofSame(noun, before);
  if (same) return same;
  // 民间投资增长12.6%、占比68.2%
  if (before !== '' && /^(?:占比|比重)$/.test(noun) && !isRateName(before)) return before + noun;
  // 最终消费支出增长5%，对经济增长的贡献率为65%
  if (before !== '' && /^对[\u4e00-\u9fffA-Z]{2,10}贡献率$/.test(noun)) return before.replace(/占.*比重$/, '') + noun;
  // 蔬菜种植面积18万亩、产量42万吨
  // 存栏生猪3.2万头，出栏4.1万头
  const stock = /^(?:[存出]栏|出笼|饲养量)$/.test(noun) ? STOCK.exec(before) : null;
  if (stock) return stock[1]! + noun;
  const grown = /^(.{2,8}?)(?:单产|亩产|总?产量?|(?:播种|种植)?面积)$/.exec(before);
  // 煤炭产量3.2亿吨，就地转化率提高到34%
  if (grown && /^(?:(?:就地|就近|加工|产地|精深){0,2}(?:加工|转化)|自给|商品|优质|良种)率$/.test(noun))
    return grown[1]! + noun;
  if (grown && /^(?:单产|亩产|总产|总产量|产量|产值|综合产值|平均亩产)$/.test(noun)) return grown[1]! + noun;
  // 办理人大代表建议86件，办结率100%
  if (HOW_DONE.test(noun) && HANDLED.test(before)) return before + noun;
  if (!GENERIC.test(noun)) return null;
  // 新增高速公路通车里程283公里、总里程突破6800公里
  const whole = withoutNewly(before);
  for (let cut = 2; cut <= Math.min(whole.length, 8); cut++) {
    if (lexicon.find(whole.slice(0, cut) + noun)) return whole.slice(0, cut) + noun;
  }
  return null;
}
