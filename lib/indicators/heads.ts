import type { Clause } from './clauses';
import { withSameHead } from './distribution';
import type { Figure } from './figures';
import { isFirm, newlyIn } from './firms';
import type { Front } from './front';
import { type Lead, shareNamed } from './lead';
import type { Lexicon } from './lexicon';
import { isCleanName, isRateName, QUANTITY, type Subject } from './names';
import type { State } from './state';
import { thingIn } from './statements';
import type { Dimension } from './units';
import { anyOf, SLOTS } from './words';

/** 178个市重点项目、23个省重点项目 */
const COUNTS = /(^|[、和与及])\d{1,6}[个家项户所座条](?!及?以上)/g;

const OF_ALL = /^(?:力争|确保|实现|争取|使)?全[国省市县州]/;

/** 抓好工业小区建设，…，全县工业增加值突破4亿元: no longer of what was undertaken. */
export function isOfAll(words: string, rest: string, lexicon: Lexicon): boolean {
  return OF_ALL.test(words) && lexicon.find(rest) !== null;
}

/** The name with what it leaves out: the head that it shares with the clause before, the whole that it is a share of. */
export function fullPhrase(clause: Clause, lead: Lead, front: Front, state: State, lexicon: Lexicon): string {
  const follows = (clause.opened === '、' || clause.opened === '，') && state.subjects?.length === 1;
  const counted = state.subjects || !/[，、]/.test(clause.opened) ? '' : (state.counted ?? '');
  const before = follows ? state.subjects![0]!.name : counted;
  const rest = lead.respectively ? front.rest.replace(COUNTS, '$1') : front.rest;
  const [grown, second] = state.grown ?? [];
  const phrase =
    // 新建蔬菜大棚320座、面积860亩
    (clause.opened === '、' && /^总?(?:建筑)?面积$/.test(rest) && grown && !second ? grown.name + rest : null) ??
    // 全区普及率72.2%，其中南疆普及率68.4%
    (front.area !== null && rest !== '' && rest.length <= 4 && before.endsWith(rest) ? before : null) ??
    ofHeld(rest, state.held) ??
    ofFirstPlace(rest, before) ??
    addedUpTo(rest, before, clause, state.stood) ??
    ofOtherSize(rest, before) ??
    ofSize(rest, state.doer ?? before) ??
    reached(rest, state.statement) ??
    ofRoads(rest, state.statement.slice(-60)) ??
    newMotorways(clause, rest, before, state) ??
    (front.area === null ? (ofSite(clause, rest, state, lexicon) ?? ofDoer(clause, rest, state, lexicon)) : null) ??
    ofSoMany(clause, rest, before) ??
    withSameHead(rest, before, lexicon) ??
    ofSameStandard(clause, rest, before) ??
    ofHerd(clause, rest, before) ??
    (clause.opened === '、' ? shareOfSector(rest, before) : null) ??
    // 高考二本以上上线1126人，上线率62%
    (/^[\u4e00-\u9fff]{2}率$/.test(rest) && before.length > 4 && before.replace(/人数$/, '').endsWith(rest.slice(0, -1))
      ? `${before.replace(/人数$/, '')}率`
      : null) ??
    benefit(clause, rest, before) ??
    judged(rest, before) ??
    ofStatement(rest, state.statement) ??
    leaning(rest, state.statement) ??
    partOf(clause, lead, { rest, before, stood: state.stood, parts: state.parts }, lexicon) ??
    short(rest);
  // 新建绿道130公里、绿地1000公顷: the second is as new as the first and no stock.
  const listed =
    clause.opened === '、' &&
    state.deed !== null &&
    lead.direction === 0 &&
    !plainlyStated(lead) &&
    !/^(?:完成|实现)/.test(clause.lead);
  const ofNew =
    state.added !== null &&
    (isFirm(phrase) || IN_SLOTS.test(phrase)) &&
    newlyIn(phrase) === null &&
    lead.direction === 0;
  if (
    ofNew &&
    !plainlyStated(lead) &&
    (clause.opened === '、' || clause.lead.startsWith('其中')) &&
    !lexicon.find(phrase)
  )
    return state.added + phrase;
  if (listed && !DEED.test(phrase) && !OWN_DEED.test(phrase) && !EFFECT.test(phrase) && !lexicon.find(phrase))
    return state.deed + phrase;
  return shareNamed(phrase, lead);
}

/** What an event led to: 开展采供对接活动1061场，成交金额194.8亿美元. */
const LED_TO =
  /^(?:累计|共|直接)?(?:惠及|参与|吸引(?:观众|游客)?|成交价|成交总?[额价]|成交金额|签约金额|签约总?额|合同金额|总金额|协议金额|(?:办结|办复|回复|化解|满意|破案|结案|调解成功|调处成功|调解|调处)率|(?:造成)?(?:死亡|受伤|直接经济损失))$/;
const HOLD =
  /^.{0,12}?(?:举办|开展|举行|组织|出让|承办|受理|办理|解决|化解|调处|发生)(?!.*(?:举办|开展|举行|承办|受理|办理))/;

/** What was held a number of times, null where the count is of something else. */
export function heldIn({ name }: Subject, { unit }: Figure): string | null {
  const thing = /[场次宗期项批届件起例]$/.test(unit) ? name.replace(HOLD, '') : name;
  return thing !== name && thing.length >= 2 && thing.length <= 16 ? thing : null;
}

function ofHeld(rest: string, held: string | null): string | null {
  return held !== null && LED_TO.test(rest) ? held + rest.replace(/^(?:累计|共|直接)/, '') : null;
}

/** 农民人均纯收入达8000元，最高的城关镇达到1.2万元: where there is most of it, or least. */
const FIRST_PLACE = /^最[高低多少大小快](?:的是?|者)([\u4e00-\u9fff]{1,6}(?:镇|乡|村|街道|社区|县|区|市))$/;

function ofFirstPlace(rest: string, before: string): string | null {
  const place = before.length <= 20 ? FIRST_PLACE.exec(rest)?.[1] : undefined;
  return place !== undefined && QUANTITY.test(before) ? place + before : null;
}

/** 建设高标准农田1040万亩，累计建成近1.2亿亩 */
function addedUpTo(rest: string, before: string, { figures }: Clause, stood: State['stood']): string | null {
  const thing = before.replace(/^(?:新建|建成|建设|改造|新改建|完成|实施|新增)+(?:增发国债)?/, '');
  const alike = stood?.name === before && stood.figure.dimension === figures[0]!.dimension;
  return /^(?:累计)?建成$/.test(rest) && alike && thing !== before && thing.length >= 3 ? `累计建成${thing}` : null;
}

const SIZE = '(?:(?:超过?|过)[\\d.十百千万亿]{1,8}元?|[\\d.十百千万亿]{1,8}元?(?:及?以上|级))的?';
const SIZED = new RegExp(`^(.{0,10}?)${SIZE}([\\u4e00-\\u9fff]{2,8})$`);
const EARNS = '年?(?:(?:主营业务|营业|销售)?收入|产值|营收|销售额|零售额|交易额|税收|纳税额?|利税|利润|总?投资)';
const OWN_MEASURE = new RegExp(`^${EARNS}`);
const ONLY_SIZED = new RegExp(`^((?:${EARNS})?${SIZE})([\\u4e00-\\u9fff]{2,8})?$`);

export function isSizeAlone(rest: string): boolean {
  return ONLY_SIZED.test(rest);
}

/** 税收过亿元楼宇达5幢，千万元以上27幢: the same things by another size. */
function ofOtherSize(rest: string, before: string): string | null {
  const own = ONLY_SIZED.exec(rest);
  const other = own && SIZED.exec(before);
  const by = own && OWN_MEASURE.test(own[1]!) ? '' : other?.[1];
  return other && (own[2] ?? other[2]) === other[2] ? by! + own[1]! + other[2]! : null;
}

/** 私营企业达3120家，年纳税500万元以上的已有17家: so large are some of those that were counted. */
function ofSize(rest: string, of: string): string | null {
  return isSizeAlone(rest) && rest.endsWith('的') && COUNTED_THINGS.test(of) && of.length <= 14 ? rest + of : null;
}

const COUNTED_THINGS = /(?:企业|公司|合作社|家庭农场|大户|工商户|商户|主体|楼宇|园区|乡镇|村)$/;

/** 公共文化场馆延时错时开放，惠及5900万人次: whom it reached is told of the statement before. */
function reached(rest: string, statement: string): string | null {
  if (!/^(?:累计|直接)?惠及$/.test(rest)) return null;
  const said = statement.replace(/连续\d{1,2}年/, '');
  const what = thingIn(said) ?? said;
  return what.length >= 4 && what.length <= 20 ? what + rest : null;
}

/** What came of something that is not named with it, and would pass for the whole area's: 拉动消费, 签约总金额, 新增企业. */
const LEANS = new RegExp(
  `^(?:${anyOf([
    '享受补贴 (?:直接)?(?:拉动|带动)(?:消费|投资|就业|销售额?) 惠及消费者 吸纳就业 新增参保人数',
    '(?:新增|新设|新注册)企业 签约总?[金额]额? (?:按一年计)?意向成交金?额 (?:实到|到账|补贴|下达补贴|发放补贴|兑付补贴)资金',
  ])})$`,
);

/** 全面落实消费品以旧换新政策，拉动消费390亿元: whose doing it was. */
function leaning(rest: string, statement: string): string | null {
  const thing = LEANS.test(rest) ? thingIn(statement) : null;
  if (thing === null) return null;
  // Firms are new by the verb that their name begins with.
  const newly = newlyIn(rest);
  return newly !== null && isFirm(rest) ? newly + thing + rest.slice(newly.length) : thing + rest;
}

/** 建成沿江高速公路等项目，通车总里程突破1万公里: only the motorways' own length is told after them alone. */
function ofRoads(rest: string, statement: string): string | null {
  const motorways = /^(?:累计|新增)?通车(?:总)?里程$/.test(rest) && /高速公路/.test(statement);
  // 高速公路…，新增通车里程380公里: how many are new stands before what.
  const added = rest.startsWith('新增') ? '新增' : '';
  return motorways && !/农村公路|普通公路|国道|省道|国省|干线|铁路|高铁|轨道|地铁|快速路|桥/.test(statement)
    ? `${added}高速公路${rest.slice(added.length)}`
    : null;
}

/** 新增公路3.6万公里，其中高速公路1680公里; 新增铁路营业里程216公里、高速公路358公里: as new as what stands before them. */
function newMotorways({ opened }: Clause, rest: string, before: string, { added }: State): string | null {
  // 高速公路完成投资480亿元，新增通车里程560公里，总里程突破4500公里
  if (before.startsWith('高速公路') && /^(?:新增)?(?:通车)?总?里程$/.test(rest))
    return rest.startsWith('新增') ? `新增高速公路${rest.slice(2)}` : `高速公路${rest}`;
  if (rest !== '高速公路') return null;
  const listed = opened === '、' && added !== null && before.endsWith('里程');
  return listed || /^新增(?:公路|通车里程)/.test(before) ? '新增高速公路里程' : null;
}

/** 8个项目入选国家重点名单，数量居全省首位: how many of them there are that came in. */
const CAME_IN = /((?:入围|入选|获批|列入)[\u4e00-\u9fff“”]{2,26}?(?:项目|名单|名录|榜单|企业|案例|平台))$/;

const UNDERTAKEN =
  /^(?:全力|全面|扎实|加快|深入|持续|继续|大力|着力|积极)*(?:推进|推动|实施|开展|发展|培育|做大做强|做强|做优|抓好|加强|强化|壮大|推广|普及)([\u4e00-\u9fff“”]{3,18}?)(?:全产业链)?(?:发展|建设)?$/;

const AID = /(?:城乡|城市|城镇|农村)(?:居民)?(?:最低生活保障|低保|五保(?:供养)?|特困供养)/;
const SCHOOL = /^(?:普惠性)?(?:学前|义务|初中|高中|高中阶段|高等|职业|特殊)教育(?=[\u4e00-\u9fff]{4})/;
const INSURANCE =
  /(?:推行|实施|实行|推进|完善|建立|健全|开展|巩固|抓好|做好|加强)了?([\u4e00-\u9fff]{0,10}(?:合作医疗|医疗保险|养老保险|医保))(?:参保|扩面|成果|征缴|制度|试点|工作)*$/;

/** 全力推进棉花和纺织服装全产业链发展，产值超2200亿元: what is made belongs to what was undertaken. */
function ofStatement(rest: string, statement: string): string | null {
  const made = MADE.test(rest) && rest !== '投资';
  // 推进绕城高速公路建设，年内完成投资12亿元
  const spent = /^(?:年度|年内)?(投[资入])$/.exec(rest)?.[1];
  const building = spent ? (BUILDING.exec(statement) ?? BUILDINGS.exec(statement))?.[1] : undefined;
  if (building !== undefined) return building + spent;
  // 推动中欧班列提质增效，全年开行3000列
  const trains = rest === '开行' ? /((?:中欧|中亚|国际|货运)?[^、，]{0,4})班列/.exec(statement) : null;
  if (trains) return `${/^(?:中欧|中亚|国际|货运)/.exec(trains[1]!)?.[0] ?? ''}班列开行`;
  const business = made ? BUSINESS.exec(statement) : null;
  if (business) return business[1]! + rest;
  // 新能源汽车产业异军突起，全年产量52.6万辆
  const trade = /^(?:产量|销量)$/.test(rest) ? BUSINESS.exec(statement)?.[1] : undefined;
  if (trade?.endsWith('产业')) return trade.slice(0, -2) + rest;
  const works = made ? AT_WORK.exec(statement) : null;
  if (works) return works[1]! + rest;
  // 粮食生产实现“九连增”，总产量42.8万吨
  const grown = /^(?:单产|亩产|总产|总?产量|(?:播种|种植)?面积)$/.test(rest) ? GROWN.exec(statement) : null;
  if (grown) return grown[1]! + rest;
  // 成片旧里房屋改造全面完成，五年共改造308万平方米
  const [deed] = BARE_DEED.exec(rest) ?? [];
  const done = deed ? new RegExp(`${DOING}([\\u4e00-\\u9fff“”]{2,14}${deed})`).exec(statement) : null;
  if (done) return done[1]! + rest.slice(deed!.length);
  // 连续几年发行超长期特别国债，今年先发行1.1万亿元
  const bonds = /^先?发行$/.test(rest) ? /发行([\u4e00-\u9fff]{2,12}(?:国债|债券))/.exec(statement)?.[1] : undefined;
  if (bonds !== undefined) return `发行${bonds}`;
  const cameIn = rest === '数量' ? CAME_IN.exec(statement.slice(-40))?.[1] : undefined;
  if (cameIn !== undefined) return cameIn + rest;
  // 作品获“群星奖”，获奖数居全省第二
  if (rest === '获奖数') {
    const prize = /获(“[^“”]{2,14}”)$/.exec(statement);
    return prize && prize[1]! + rest;
  }
  // 高等教育规模不断扩大，毛入学率提高到23%
  const school = /^(?:毛?入[学园]率|普惠率|巩固率)$/.test(rest) ? SCHOOL.exec(statement)?.[0] : undefined;
  if (school !== undefined) return school + rest;
  // 扩大农村低保范围，补差标准由每人每月30元提高到40元
  const aid = /^(?:[月年])?(?:人均)?(?:补差|保障|补助)(?:标准|水平)$/.test(rest) ? AID.exec(statement)?.[0] : undefined;
  if (aid !== undefined) return aid + rest;
  // 全面推行新型农村合作医疗制度，筹资标准提高到100元
  const insured = /^(?:人均)?(?:筹资|财政补助|补助|缴费)标准$|^参[保合]率$/.test(rest)
    ? INSURANCE.exec(statement)?.[1]
    : undefined;
  if (insured !== undefined) return insured + rest;
  const undertaken =
    MADE.test(rest) || /^(?:试点的?范围|普及率|推广率|(?:年末|期末)?余额)$/.test(rest)
      ? UNDERTAKEN.exec(statement)?.[1]
      : undefined;
  if (!undertaken) return null;
  // 推进新型农村养老保险试点，试点范围扩大到23%的县
  return rest.startsWith('试点') ? undertaken.replace(/试点$/, '') + rest : undertaken + rest;
}

/** What was done to something that the statement before names. */
const BARE_DEED = /^(?:改造|整治|治理|修复|拆除|搬迁|征收|绿化|清淤|加固)(?=(?:面积)?$)/;
const DOING = '^(?:全面|深入|扎实|有序|加快|持续|继续|大力|启动|实施|推进|完成|开展)*';

/** What was grown or raised. */
const GROWN =
  /^([\u4e00-\u9fff]{2,6}?)[仍又再也均]?(?:生产|种植|播种面积和产量|喜?获|实现“?[一二三四五六七八九十]{1,3}连|连续)/;

/** 国有企业效益明显好转，利润增长23.5%: whose business the statement is about. */
const BUSINESS =
  /^(?:全力|扎实|加快|深入|持续|继续|大力|着力|积极)*(?:推进|推动|促进|支持|培育|发展|壮大)?([\u4e00-\u9fff“”]{0,12}(?:企业|行业|产业|工业|制造业|服务业|园区))的?(?:效益|经营|运行|生产|实力|活力|改革|转型|稳步|快速|加快|持续|不断|明显|蓬勃|逐步|进一步|发展|整体|扭亏|减亏|继续|从[小无少弱]到|从零|异军突起|迅猛|迅速|健康|较快|平稳|壮大|坚持|在[\u4e00-\u9fff]{2,6}中(?:发展|提高|前进))/;

const BUILDING =
  /^(?:全力|全面|扎实|加快|深入|持续|继续|大力|着力|积极|统筹|有序|基本)*(?:推进|推动|实施|开展|抓好|加快|完成)?([\u4e00-\u9fff“”]{4,20}?(?:建设|改造|治理))(?:征迁|前期)?(?:工作|步伐|进度|力度)?(?:(?:明显|全面|不断|有序|顺利|扎实)?(?:加快|提速|推进|加大))?$/;

/** 推进武广客运专线、沪昆客运专线等铁路建设 */
const BUILDINGS = /[^，、]{3,16}、[^，]{3,40}等([\u4e00-\u9fff]{2,8}(?:建设|改造|治理))$/;

/** 炼化一体化项目全面达产、完成年产值1100亿元 */
const AT_WORK = /^([\u4e00-\u9fff“”]{4,20}(?:项目|基地|工厂))(?:一期|二期)?(?:全面|正式|竣工|建成)?(?:达产|投产|投用)$/;

const SECTOR_SHARE =
  /^([\u4e00-\u9fff“”]{2,14}?(?:经济|企业|产业|制造业|服务业|园区|开发区))(?:增加值|总?产值|(?:营业|销售)?收入|税收|就业|投资|进?出口)?(?:占[^占]{2,12})?(?:占比|比重)$/;

/** 民营经济增加值占比58%、税收占比70%: of the taxes it is the same sector's share; null where no sector's stood before. */
export function shareOfSector(rest: string, before: string): string | null {
  const share = /^(?:税收|就业|从业人员|投资|利润|进?出口|进出口)(?:占比|比重)$/.test(rest);
  const sector = share ? SECTOR_SHARE.exec(before)?.[1] : undefined;
  return sector === undefined ? null : sector + rest;
}

/** People that a standard is set for, named without it. */
const PEOPLE = /(?:孤儿|儿童|人员|老人|对象|居民|职工|残疾人|学生)$/;

/** Of whom the statistics of households are told. */
const DWELLERS = /^(?:城镇|城市|农村)(?:常住)?居民$/;

const SCHOOLS = /^(?:学前|幼儿园|小学|初中|普通高中|高中|中职|高职|特殊教育)$/;

/** 每千人口执业医师2.8人、注册护士3.2人: by how many it is reckoned is said once for a list. */
function ofSoMany({ opened }: Clause, rest: string, before: string): string | null {
  const many =
    opened === '、' ? /^每[百千万]名?(?:(?:常住|户籍|老年)?人口|人|老人|老年人)(?:拥有)?/.exec(before) : null;
  return many && rest !== '' && !rest.startsWith('每') && !isRateName(rest) ? many[0] + rest : null;
}

/** 集中供养孤儿基本生活标准提高到2375元，散居孤儿提高到1536元: the same standard for the others. */
function ofSameStandard({ figures }: Clause, rest: string, before: string): string | null {
  const { dimension } = figures[0]!;
  // 城镇居民恩格尔系数降至38.2%，农村居民降至43.5%: the same quantity of the others.
  const dwellers = DWELLERS.test(rest) ? /^(?:全体|城镇|城市|农村)?(?:常住)?居民([^占、]{2,10})$/.exec(before) : null;
  const same = dwellers && /^(?:percent|money|area)$/.test(dimension) ? dwellers[1]! : '';
  if (/(?:系数|率|收入|支出|面积|标准)$/.test(same) && !before.startsWith(rest)) return rest + same;
  // 提高城乡低保标准，城市由每人每月280元提高到320元
  const both = /^城乡([\u4e00-\u9fff]{2,12}标准)$/.exec(before);
  if (both && /^(?:城市|城镇|农村)$/.test(rest)) return rest + both[1]!;
  if (dimension !== 'money') return null;
  // 生均公用经费标准小学提高到300元、初中提高到500元
  const schools = SCHOOLS.test(rest) ? /^(.{4,}标准)([\u4e00-\u9fff]{2,4})$/.exec(before) : null;
  if (schools && SCHOOLS.test(schools[2]!)) return schools[1]! + rest;
  if (!PEOPLE.test(rest)) return null;
  const at = before.lastIndexOf(rest.slice(-2));
  const tail = at < 0 ? '' : before.slice(at + 2);
  return /标准$|水平$|补[助贴]$/.test(tail) ? rest + tail : null;
}

/** 建成高标准农田284万亩，绩效考核居全省第3位: what was judged is what was done. */
function judged(rest: string, before: string): string | null {
  const thing = before.replace(/^(?:累计|新增|新建|建成|建设|改造|完成|实施)+/, '');
  return /^(?:绩效|成效)(?:考核|评价|考评)$/.test(rest) && thing.length >= 3 && !QUANTITY.test(thing)
    ? thing + rest
    : null;
}

/** 实施新材料、生物医药、海工装备等战略性新兴产业项目: too long to be shown, and named by what closes the list. */
function short(phrase: string): string {
  const closed = phrase.length > 32 ? /、[^、]{1,20}等(?!级|次|候|值)([\u4e00-\u9fff“”]{4,20})$/.exec(phrase) : null;
  return closed ? (DEED.exec(phrase)?.[0] ?? '') + closed[1]! : phrase;
}

/** 发放小额信贷3600万元、惠及726户: whom what was told before has reached. */
function benefit({ figures }: Clause, rest: string, before: string): string | null {
  const reached =
    /^(?:惠及|受益)(?:群众|居民|农户|住户|家庭|职工|人口|人数|人次|学生)?$/.test(rest) && before.length >= 4;
  return reached &&
    before.length <= 20 &&
    !/惠及|受益|(?:年限|寿命|金额|总额|[量数值])$/.test(before) &&
    !isRateName(before) &&
    isCleanName(before + rest) &&
    /^(?:people|visits|households)$/.test(figures[0]!.dimension)
    ? before + rest
    : null;
}

/** 出栏生猪36.5万头、肉牛1.9万头; 生猪出栏36.5万头、肉牛1.9万头: what became of the beasts is said once. */
function ofHerd({ opened, figures }: Clause, rest: string, before: string): string | null {
  const beasts = opened === '、' && /[头只羽]$/.test(figures[0]!.unit) && /^[\u4e00-\u9fff]{1,6}$/.test(rest);
  if (!beasts || QUANTITY.test(rest) || DEED.test(rest)) return null;
  const [first] = /^年?(?:出栏|存栏|出笼|饲养)(?=.)/.exec(before) ?? [];
  const [last] = /(?:出栏|存栏|出笼|饲养)量?$/.exec(before) ?? [];
  return first !== undefined ? first + rest : last !== undefined ? rest + last : null;
}

/** Nouns that a part of something has from the whole: 公路总里程1.86万公里，其中高速公路586公里. */
const WHOLE =
  /(?:(?:播种|种植|总)?面积|总?里程|总?产量|总产|产能|(?:固定资产)?投资|支出|增加值|总?产值|(?:主营业务|营业|销售)收入|零售总?额|[存贷]款余额|进出口总?额|保有量|吞吐量|(?:旅客|货物)?(?:运输|周转|发送)量|客运量|货运量|用电量|装机容量|人口|用户)$/;

/** What money there was, without how it came. */
const MONEY =
  /^(?:投入|安排|争取|发放|下达|整合|筹集|筹措|落实|完成|拨付|使用|新增)*([\u4e00-\u9fff“”]{2,14}(?:资金|支出|投资|贷款|债券|经费))$/;

const TOWN_OR_COUNTRY = /^(?:城市|城镇|城区|农村|乡村|县城|镇区)/;

/** The name of a part with the noun that it leaves out; null where it has one, or where nothing says that it is a part. */
function partOf(
  { lead: words, opened, figures }: Clause,
  lead: Lead,
  { rest, before, stood, parts }: { rest: string; before: string } & Pick<State, 'stood' | 'parts'>,
  lexicon: Lexicon,
): string | null {
  const known = lexicon.find(rest);
  const fits = known && (lead.direction !== 0 || known.dimensions.has(figures[0]!.dimension as Dimension));
  if (rest === '' || QUANTITY.test(rest) || MADE.test(rest) || fits || DEED.test(rest) || rest.endsWith('投入'))
    return null;
  // 投入衔接资金13.6亿元，其中用于产业发展7.9亿元
  const money = /^其中/.test(words) && /^(?:用于|投向)/.test(rest) ? MONEY.exec(before)?.[1] : undefined;
  if (money !== undefined) return money + rest;
  // 筹资标准提高到每人每年150元，其中各级财政补助120元
  if (/^其中/.test(words) && /标准$/.test(before) && /^(?:各级|中央|省|市|县|区)*(?:级)?财政(?:补助|补贴)$/.test(rest))
    return `${rest}标准`;
  // 其中城镇6.2亿元，农村3.6亿元
  const matches = stood?.figure.unit === figures[0]!.unit && rest.length === before.replace(WHOLE, '').length;
  // 其中县城增长15%、农村增长10%; 其中轻工业2.6亿元，重工业4.2亿元
  // 其中城市增长11%，农村增长7%
  const beside = TOWN_OR_COUNTRY.test(before) && TOWN_OR_COUNTRY.exec(rest)?.[0] === rest;
  const goesOn =
    opened === '、' ? parts || lead.direction === 0 : parts && (before.includes(rest.slice(-2)) || matches || beside);
  const among = words.startsWith('其中') || goesOn;
  const alike = lead.direction !== 0 || (stood?.name === before && stood.figure.dimension === figures[0]!.dimension);
  const whole = among && alike ? WHOLE.exec(before) : null;
  // 新增公路里程1260公里，其中高速公路86公里: the part is as new as the whole.
  const deed = DEED.exec(before)?.[0] ?? '';
  return whole && deed + rest + whole[0].replace(/^总产$/, '产量').replace(/^总|固定资产/, '');
}

/** What firms and sectors are said to have made; without a name before it, it is theirs who made what stood before. */
const MADE_NOUNS = [
  '从业(?:人员|人数) 注册(?:资金|资本) 资产总额 总资产 总产值 年?产值 增加值 利税 利润 利润总额 研发投入 税收 税金',
  '(?:主营业务|营业|销售|经营|技工贸总?)?收入 销售额 营业额 交易额 零售额 投资 出口交货值 [上实][缴交]税[金收]',
  '缴纳税[金收] 入库税金 (?:出口)?创汇 出口额? (?:计划|年度|年度计划)?(?:总投资额?|投资额?) 投资总额 到位资金',
  '(?:合同|协议|签约)(?:金额|资金|引资额?|额) 总金额 收益 出让收益 成交价 成交价款 出让金 总面积 总建筑面积',
];
const MADE = new RegExp(`^(?:工业)?(?:${anyOf(MADE_NOUNS)})$`);
const MAKES = /^(?:其中)?(?:累计|共)?(?:完成|实现|创造|上缴)/;

const OWN_WHOLE =
  /^占(?:全[国省市县区州镇乡部]的?)?([\u4e00-\u9fff]{2,8}?)(?:总[额量值])?(?:的|的?比[重例])?(?:达到?|为|近|约|超)?$/;

/** 税收4.6亿元，占税收总额的68%: what the next clause calls a share of what has the same name is only somebody's. */
export function isPartOfItself(shared: string, rest: string): boolean {
  const whole = OWN_WHOLE.exec(shared)?.[1];
  return whole !== undefined && rest.startsWith(whole);
}

/** 工业园区新开工项目87个，实现主营业务收入320亿元、税收11亿元: the zone has made it. Bare 投资 is that of the projects. */
function ofSite({ opened, lead }: Clause, rest: string, { site, subjects }: State, lexicon: Lexicon): string | null {
  if (site === null || !/[，、]/.test(opened) || rest.startsWith('投资')) return null;
  const makes = MAKES.test(lead) && (MADE.test(rest) || lexicon.find(rest) !== null);
  const goesOn = opened === '、' && MADE.test(rest) && subjects?.[0]?.name.startsWith(site);
  return makes || goesOn ? site + rest : null;
}

/** 乡镇企业实现总产值32.5亿元、利税2.1亿元: both are of the firms. A semicolon ends it unless a verb goes on. */
function ofDoer({ opened, lead, shared }: Clause, rest: string, state: State, lexicon: Lexicon): string | null {
  const { subjects } = state;
  // 规模以上工业企业达到426户，完成工业增加值118.6亿元: theirs, whatever sector the name says.
  const [firms] = subjects ?? [];
  if (
    /^工业(?:增加值|总产值)$/.test(rest) &&
    firms?.entry?.id === 'designated_firms' &&
    opened === '，' &&
    MAKES.test(lead)
  )
    return `规模以上${rest}`;
  const doer = state.doerIsPart && opened === '，' ? null : state.doer;
  const listed = opened === '、' || opened === '，';
  // 高新区实现地区生产总值126亿元，固定资产投资增长20%: what follows is of the zone too.
  if (isZone(doer) && listed && lexicon.find(rest)) return doer + rest;
  // 规上工业增加值增长8%、工业投资增长12%: what says its own sector is nobody's but its own.
  if (!MADE.test(rest) || (rest.startsWith('工业') && lexicon.find(rest))) return null;
  // 园区实现总收入326亿元，实现税收6.2亿元，占全县税收的42%
  const maker = doer ?? MADE_BY.exec(subjects?.[0]?.name.replace(/占.*$/, '') ?? '')?.[1];
  if (maker !== undefined && MAKES.test(lead) && isPartOfItself(shared, rest)) return maker + rest;
  // After a semicolon 完成工业投资5.3亿元 is of the whole area again.
  if (doer !== null && (listed || (MAKES.test(lead) && !lexicon.find(rest)))) return doer + rest;
  const [only, second] = subjects ?? [];
  // 规模以上工业企业达86家，完成总产值186亿元
  if (listed && MAKES.test(lead) && only?.entry?.unit.includes('家') && !second) return only.name + rest;
  // 乡镇企业总产值完成32.8亿元，实现利税2.1亿元
  const goesOn = opened === '、' || (listed && (MAKES.test(lead) || !lexicon.find(rest)));
  // 规模工业企业增加值增长8%、出口增长5%: two of the area's own stand side by side.
  const sideBySide = only?.entry && lexicon.find(rest);
  const made = goesOn && only && !second && !sideBySide ? MADE_BY.exec(only.name) : null;
  return made && made[1]! + rest;
}

const MADE_BY =
  /^([\u4e00-\u9fff“”]{2,16}?(?:企业|工业|园区|开发区|经济|公司|产业|合作社))(?:总产值|年?产值|增加值|净资产|资产总额|总资产|利润总额|利润|利税|税[收金]|上[缴交]税[收金]|从业人员|(?:主营业务|营业|销售)?收入)$/;

/** Whether a part of a quantity would have its noun from it: 种植业 of 农业总产值, 国有工业 of 工业. */
export function namesPart(rest: string, whole: string): boolean {
  return WHOLE.test(whole) || QUANTITY.test(rest) || rest.endsWith(whole.slice(-2));
}

/** A zone, a park or a company inside the area: what it makes is no figure of the area's own. */
export function isZone(doer: string | null): doer is string {
  return doer !== null && /(?:[新园港]区|开发区|经开区|示范区|园|集团|公司|街道|社区|[^城][镇乡]|[^农]村)$/.test(doer);
}

/** 自贸试验区改革向纵深推进。 */
const ZONE_TOPIC =
  /^[\u4e00-\u9fff]{0,8}(?:自贸试验区|自贸区|自贸片区|开发区|高新区|经开区|综合保税区|综保区|[^创更革地县片街城]新区)(?:改革|建设|发展|开放|创新|制度|开发|管理|体制|“)[\u4e00-\u9fff“”、]{2,30}。?$/;

/** Whether a sentence without figures tells how one zone inside the area has got on, of which the paragraph then speaks. */
export function tellsOfZone(sentence: string, place: string): boolean {
  // A zone may have a report of its own.
  if (/[新园港]区$|开发区|高新区|经开区|自贸|综保区/.test(place)) return false;
  return ZONE_TOPIC.test(sentence.slice(0, 80)) && !/\d/.test(sentence);
}

const WITHIN =
  /^([\u4e00-\u9fff]{1,6}?(?:[^城各下个全]镇|[^城各下个全]乡|[^城乡农新各个全]村)|[\u4e00-\u9fff]{0,6}?(?:街道|社区|园区|工业园|开发区|经开区|高新区|新区))(?=[\u4e00-\u9fff]{2})/;

/** The town, village or zone that a quantity is of: 城关镇 of 城关镇财政收入, whose are the quantities that follow as well. */
export function withinArea(rest: string, place: string, lexicon: Lexicon): string | null {
  const within = WITHIN.exec(rest)?.[1];
  if (within === undefined || place.endsWith(within) || lexicon.find(rest)) return null;
  const of = rest.slice(within.length);
  return lexicon.find(of) || MADE.test(of) || /收入$/.test(of) ? within : null;
}

/** Whether a name is one that `doer` makes whole. */
export function isMade(rest: string): boolean {
  return MADE.test(rest);
}

/** Verbs of deeds that a list says once for all its items. */
const DEEDS = [
  '新增',
  '新(?:引进|认定|培育|招聘|评选|发展|植|栽)',
  '栽植|推广|种植(?!面积|业|结构|规模|户|大户)',
  '(?:新改扩建|新改建|新建|新修|改造|改建|扩建|修建|修复|治理|更新|维修)(?:[和与及]?(?:改造|改建|扩建|新建|修复|治理|整治|养护))?',
  '淘汰(?:落后的?)?|退出|化解|关停|压减|整治|拆除|处置|盘活|收储|清理|腾退|流转|复垦',
  '疏浚|清淤|加固|架设|敷设|铺设|硬化|建设(?!用地)',
  '减免|惠及|发放(?!贷款)',
];
const DEED = new RegExp(`^(?:${DEEDS.join('|')})`);

/** 生态保护修复, 增加床位: a name that ends in what was done or begins with a verb has a deed of its own. */
const OWN_DEED = /.{2}(?:修复|治理|改造|整治|整理|造林|搬迁|流转)$|^(?:增加|扩充|扩大)/;

/** Places at school and in care are as new as the first of their list. */
const IN_SLOTS = new RegExp(`(?:${SLOTS})$`);

/** What a deed led to: 改造老旧小区186个、惠及居民3.2万户. */
const EFFECT = /^(?:惠及|受益|带动|覆盖|服务|安置|吸纳|涉及|总)|(?:用户|居民|群众|农户|人口|人员)$/;

const BEGUN =
  /^[^项]{0,4}?(?:实施|开工|建设|推进|铺排|谋划|储备|签约|引进|落地|竣工|新建|安排|入库)(?=.{2,}(?:项目|工程))/;
/** Firms, without what was done to have them. */
const FIRMS =
  /^(?:(?:累计|共|新[办批增上]?|批准|批办|审批|兴办|创办|引进|招引|登记|注册|培育|发展|扶持|设立|成立){0,3})([\u4e00-\u9fff“”]{2,14}?(?:企业|工商户|合作社|专业户|公司|农场))$/;
/** Firms of which the text says no more than that they are new: 新登记企业7260户，注册资本增长1.1倍. */
const NEW_FIRMS = /^新(?:登记|注册|增|办|设立?)(?:企业|公司)$/;
const PROJECTS = /^[\u4e00-\u9fff“”]{0,24}?(?:项目|工程$)/;

/** A zone that took in so many: 工业园区新开工项目87个. */
const SITE =
  /^([\u4e00-\u9fff“”]{0,8}(?:园区|开发区|高新区|经开区|产业园|工业园|示范区))(?:新|累计|共|已)*(?:开工|签约|引进|入驻|落户|落地|投产|竣工|入园|建成|拥有)[\u4e00-\u9fff]{0,8}$/;

/** The zone of which a clause counts what came to it, null where it is about no zone. */
export function siteOf({ figures, trail }: Clause, rest: string): string | null {
  const [figure, second] = figures;
  return figure && !second && figure.dimension === 'count' && trail === '' ? (SITE.exec(rest)?.[1] ?? null) : null;
}

/** What a clause counts, by name: 实施重点项目320个、年度投资860亿元 and 839个海外仓、总面积1210万平方米 go on about it. */
export function countedBy(clause: Clause, rest: string): string | null {
  const [figure, second] = clause.figures;
  // 企业由46家发展到97家: whither it moved is no noun.
  const trail = clause.trail.replace(MOVED_TO, '');
  if (!figure || second || !/^(?:count|households)$/.test(figure.dimension)) return null;
  // 新办私营企业45家，注册资金3200万元: what follows is of those firms.
  const firms = trail === '' ? (NEW_FIRMS.exec(rest)?.[0] ?? FIRMS.exec(rest)?.[1]) : undefined;
  if (firms !== undefined || figure.dimension === 'households') return firms ?? null;
  // 出让矿业权182宗、成交价116.8亿元
  if (/^出让[\u4e00-\u9fff]{2,8}$/.test(rest) && trail === '') return rest;
  const counted = (trail === '' ? rest : trail)
    .replace(/^.*、[^、]{1,20}等(?!级|次|候|值)/, '')
    .replace(/^[^项]{2,20}(?:达成|签约|签订)(?=.{2,}项目)/, '')
    .replace(BEGUN, '');
  // Zones that are counted (新增3个产业园) make nothing together.
  if (isZone(trail)) return null;
  const projects = PROJECTS.exec(counted)?.[0] ?? /(?:重点|重大|建设|合作)?项目$/.exec(counted)?.[0];
  return projects ?? (/^[\u4e00-\u9fff“”]{2,8}$/.test(trail) ? trail : null);
}

const MOVED_TO = /^(?:增加|增长|发展|扩大|提高|上升|壮大|减少|下降|增|升|降)(?:到|至|为)$/;

/** 荣获53个奖项、比上次增长47%: what was counted is what has grown. */
export function countedThing(clause: Clause): Subject[] | null {
  const { trail, figures } = clause;
  const counted =
    figures.length === 1 && figures[0]!.dimension === 'count' && /^(?:[\u4e00-\u9fff“”]|5G){2,16}$/.test(trail);
  return counted && isCleanName(trail) && !/入驻|入选|入围|获|上榜|开展|实现|列入|纳入|完成|举办|参加|启动/.test(trail)
    ? [{ name: trail, entry: null, area: null }]
    : null;
}

/** Verbs that are said of one thing and carried no further. */
const DONE_ONCE =
  /^新?(?:引进|招引|引育|培育|实施|开工|举办|建成|打造|认定|组织|办理|募集|征集|评选|签约|推出|增设|开设|选派|升级(?:建设|改造))/;

/** The same with who did it before the verb: 企业参与省级科技计划项目, 产业集聚区新投产项目. */
const DONE_BY =
  /(?<=[\u4e00-\u9fff]{2})(?:参与|参加|承担|新(?:投产|开工|签约|引进|落户|落地|建|增|开|认定|批|设立?|培育|获批))(?=[\u4e00-\u9fff“]{2})/;

/** 累计培育品牌123个: what there is by now of what is made to last, and no deed of the year. */
const ACCUMULATED =
  /^(?:([\u4e00-\u9fff“”]{2,16}?)累计|(?:累计|共计?)?)(?:研制|建设|建成|培育|创建|引进|认定|设立|打造)((?:[\u4e00-\u9fff“”]|5G){2,})$/;

/** The same with what it is of before: “两品一标”农产品累计认证57个. */
const RECOGNISED = /^([\u4e00-\u9fff“”]{3,16}?)累计(?:认证|认定|培育|创建|建成|引进)$/;

/** The stock that a count added up is of, null where it tells of deeds or of what was done over some years. */
export function stockAddedUp({ name, entry }: Subject, cumulative: boolean): string | null {
  const match =
    entry === null && (cumulative || name.includes('累计')) ? (ACCUMULATED.exec(name) ?? RECOGNISED.exec(name)) : null;
  const stock = match && (match[1] ?? '') + (match[2] ?? '');
  // 企业201家, 品牌123个: of which ones nobody can say.
  return stock !== null && stock.length > 2 ? stock : null;
}

/** Whether a name tells what was done and not what there is. */
export function isDone(subject: Subject): boolean {
  const { entry, name } = subject;
  return (
    deedOf(subject) !== null ||
    (entry === null && (DONE_ONCE.test(name) || DONE_BY.test(name) || /.(?:植树|换新|换购)$/.test(name)))
  );
}

/** The deed that a name begins with, null when it names a quantity and no deed. */
export function deedOf({ name, entry }: Subject): string | null {
  return entry ? null : (DEED.exec(name)?.[0] ?? null);
}

function plainlyStated(lead: Lead): boolean {
  return (lead.reached && lead.bound === null) || lead.shareOf !== null || lead.rateOfChange;
}
