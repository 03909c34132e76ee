import type { Clause } from './clauses';
import type { Figure } from './figures';
import { NEWLY } from './firms';
import { groupStatement } from './groups';
import { timeInFront } from './periods';
import { isThing } from './rules';
import { anyOf, POSTS, SLOTS } from './words';

/** Money that was given, with what it was given for after it. */
const FUNDS =
  /^的?[\u4e00-\u9fff“”]{0,16}?(?:资金|贷款|保险|债券|补助|补贴|国债|专项债|税费|经费|基金|外资|内资|账款|养老金|低保金|奖金)(?=$|用于|支持|实施|推进|保障|投向)/;

/** 国债资金支持中西部乡镇卫生院建设: money of a kind that has many uses is told with its own. */
const MANY_USES = /^的?(?:中央|国家|省级?|地方|财政)*[\u4e00-\u9fff]{2,4}$/;
const FUND_FOR = /^(?:支持|用于)[\u4e00-\u9fff]{4,14}(?<!竣工|建成|投用|开工|投产)$/;

const NEWLY_DONE = new RegExp(`(${NEWLY})了?$`);
const FIRMS = /^[\u4e00-\u9fff“”]{0,18}(?:企业|公司|主体|合作社|家庭农场|工商户|商户|“小巨人”|独角兽|瞪羚|单项冠军)$/;

/**
 * A verb, a quantity and what was done to it: 完成130公里架空线入地, 安排1000亿元专项奖补资金. What the verb's group holds
 * is a part of the quantity's name.
 */
const DONE: { verb: RegExp; dimensions: readonly Figure['dimension'][]; noun: RegExp }[] = [
  {
    verb: /((?:(?:新建|改建|扩建)(?:和|与|及|、|或))?(?:完成|建成|建设|新建|改造|改造提升|提升改造|改建|新改建|新改扩建|改扩建|治理|整治|修复|硬化|修建|新修|铺设|疏浚|加固|淘汰|退出|化解))了?((?:[\u4e00-\u9fff]{1,6}(?:区|县城|集镇|流域|沿线|两岸|河段))?)$/,
    dimensions: ['length', 'area', 'land', 'mass'],
    noun: /^[\u4e00-\u9fff“”]{2,20}$/,
  },
  {
    verb: /(?:安排|下达|发放|投放|拨付|减免|争取|落实|筹集|筹措|兑现|清偿|增发|发行|引进|统筹|用好|投入|整合|列支|撬动)[了的]?((?:中央|国家|省级|地方|财政){0,2})$/,
    dimensions: ['money'],
    noun: FUNDS,
  },
  // 设立500万元的中小企业发展基金
  {
    verb: /()(?:设立|组建)了?$/,
    dimensions: ['money'],
    noun: /^的?[\u4e00-\u9fff“”]{2,16}(?:基金|资金池|资金|周转金|补偿金)$/,
  },
  { verb: /(使用|动用)了?$/, dimensions: ['money'], noun: FUNDS },
  // 1.85亿元种粮直补资金全部兑现
  {
    verb: /^()$/,
    dimensions: ['money'],
    noun: /^[\u4e00-\u9fff“”]{2,14}(?:资金|补贴|补助|贷款|国债)已?(?:全部|及时|足额|全额){0,2}(?:兑现|发放|到位|下达|落实|拨付)(?:到户|到位)?$/,
  },
  { verb: /(筹集|筹措|投入|整合|安排|争取|下达|拨付)了?$/, dimensions: ['money'], noun: /^的?资金(?=$|用于|支持)/ },
  // 将2.8万亿元中央财政资金纳入直达范围
  {
    verb: /()[将把]$/,
    dimensions: ['money'],
    noun: /^[\u4e00-\u9fff“”]{2,16}(?:资金|贷款|债券|国债|基金)(?:纳入|用于|投向|转为)[\u4e00-\u9fff]{2,12}$/,
  },
  // 新增8000万吨标准煤的节能能力
  {
    verb: /(新增|形成)$/,
    dimensions: ['mass', 'power', 'energy', 'volume', 'area', 'land'],
    noun: /^的?[\u4e00-\u9fff]{2,10}(?:能力|规模|装机|库容|面积)$/,
  },
  { verb: /()(?:守住|守牢|坚守|严守|保住)$/, dimensions: ['land'], noun: /^[\u4e00-\u9fff]{0,4}耕地(?:红线|保有量)$/ },
  { verb: /(发放|兑付|拨付)了?$/, dimensions: ['money'], noun: /^(?:补贴|补助|贷款|奖金|资金)$/ },
  {
    verb: /(支持|帮助|帮扶|带动|扶持|吸纳|吸引|转移|实现|促进|推动|组织)$/,
    dimensions: ['people', 'visits', 'households'],
    noun: /^(?:就业|创业|再就业|就业创业|创业就业|脱贫|增收|转移就业|就近就业|稳定就业)$/,
  },
  {
    verb: /(完成|开展|实施)了?$/,
    dimensions: ['households'],
    noun: /^(?!.*企业)[\u4e00-\u9fff“”]{2,20}(?:改造|搬迁|整治|安置|重建|建设|改水|改厕|改电|入户)$/,
  },
  { verb: /(新增|新发展)$/, dimensions: ['households'], noun: /^[\u4e00-\u9fff]{2,8}用户$/ },
  {
    verb: /(改造|新建|维修|加固|修缮|修复)了?$/,
    dimensions: ['households'],
    noun: /^[\u4e00-\u9fff]{0,12}(?:住房|危房|农房|房屋|卫生厕所|户厕)$/,
  },
  {
    verb: /((?:配齐|配强|配备|充实|选配){1,2}|聘请|聘任|选派|招募|选聘|招聘|培训|引进)了?$/,
    dimensions: ['people'],
    noun: /^的?[\u4e00-\u9fff“”]{0,20}?(?:专家|医生|教师|人才|人员|特派员|网格员|辅导员|指导员|干部|志愿者|工程师)(?=$|到|赴|担任|开展)/,
  },
  {
    verb: /(新增|改建|新建|扩充|开发(?:储备)?|募集|提供)了?$/,
    dimensions: ['count'],
    noun: new RegExp(`^[\\u4e00-\\u9fff]{0,14}(?:${SLOTS}|泊位|${POSTS})$`),
  },
  // 新增21家专精特新企业
  { verb: NEWLY_DONE, dimensions: ['count', 'households'], noun: FIRMS },
  // 推动550家企业“小升规”
  {
    verb: /()(?:推动|推进|促进|实现|培育|支持|帮助)$/,
    dimensions: ['count', 'households'],
    noun: /^[\u4e00-\u9fff]{0,6}企业(?:实现)?(?:“?小升规”?|升规(?:入统)?|上规(?:入统)?|入规)$/,
  },
  // 累计培育123个“粤字号”品牌
  {
    verb: /((?:[\u4e00-\u9fff“”]{2,14})?累计(?:研制|建设|建成|培育|创建|引进|认定|设立|打造))了?$/,
    dimensions: ['count'],
    noun: /^[\u4e00-\u9fff“”]{2,20}$/,
  },
  {
    // 解决农村110万人的饮水不安全问题
    verb: /(解决(?:了?(?:农村|农牧区|牧区|城乡|山区|库区|全[省市县区州]))?)了?$/,
    dimensions: ['people', 'households'],
    noun: /^(?:的[\u4e00-\u9fff]{2,12}|[\u4e00-\u9fff]{2,20}(?:问题|困难))$/,
  },
];

/** The same with any predicate, where a noun of people, places or firms stands before it: 98%的县市区30分钟内可上高速. */
const SHARERS = [
  '事项 行政村 自然村 村庄 村 县城 乡镇 街道 社区 县市区 县区 市县 县 企业 单位 学校 医院 机构 矿井 农户 牧户 家庭 居民 市民',
  '(?:倒房|受灾|搬迁|困难|贫困|脱贫)户 农民工? 学生 劳动力 群众 毕业生 教师 职工 对象 人口',
];
const SHARED_VERBS = [
  '可 能 已 均 都 全部 重新 实现 达 通 用 住 搬 参加 享受 纳入 建 有 无 没有 不能 未 具备 完成 开展 实行 接入 领 转 外出',
  '脱贫 扭亏 脱困 摘帽 达标 受益 入 仍 还 处于 集中 分布 来自',
];
const SHARE_OF = new RegExp(
  `^的?[\\u4e00-\\u9fff“”]{0,8}(?:${anyOf(SHARERS)})(?:在[\\u4e00-\\u9fff]{2,6}前)?(?:(?:${anyOf(SHARED_VERBS)})[\\u4e00-\\u9fff\\d]{1,16}|“[^“”]{2,8}”|(?:\\d{1,2}分钟|半小时|就近)[\\u4e00-\\u9fff]{3,12})$`,
);

/** A share of things and what is true of it: 80%的县级医院达到三级综合医院水平. */
const SHARE =
  /^的?[\u4e00-\u9fff“”]{1,16}(?:达到|达|实现|用于|投向|完成|纳入|配备|建成|建立|解决|化解|消除|参加|用上|喝上|住上|仍?(?:住|居住|生活)在|享受|通|有|进入|来自|设立|开展|具备|实施|实行|推行)[\u4e00-\u9fff“”]{1,16}$/;
const WHOSE = /^(?:要|将|实现|确保|力争|使|让|推动){0,2}(?:全[国省市县区州镇乡疆])?(?:[已仍还]有|有|在)?$/;
/** 基本药物制度在30%的基层医疗卫生机构实施 */
const IN = /^([\u4e00-\u9fff“”]{3,16}?)(?:已|将|要)?在$/;
const DONE_IN = /^的?([\u4e00-\u9fff]{2,14}?)(?:中|内)?(实施|推行|推开|实行|试行|开展|推广)$/;
/** 营商环境一级、二级指标中超七成达到国内一流 */
const AMONG = /^([\u4e00-\u9fff“”、]{3,20})(?:中(?:已?有)?|已有)$/;
const REACHES =
  /^的?(?:(?:达到|实现|完成|进入|建成)[\u4e00-\u9fff]{2,14}|(?:恢复|开工|竣工|投产|投用|重建|通车)[\u4e00-\u9fff]{0,8})$/;
/** The same with the things before the number: 财政支出近八成投向民生领域. */
const USED =
  /^(?:依靠|依赖|来源于|靠(?=上级|转移)|用于|用在(?=[\u4e00-\u9fff]+[上中]$)|投向|投入(?!使用|运营|生产)|服务于|集中在|来自|使用|享受|纳入|进入|配备|安装|接入|用上|建成|设立|(?:领到|参加|搬[进入]|住上|喝上|告别|摆脱)了?|通(?=公路|客车|水|电|硬化|油路|宽带|网|邮|车))[\u4e00-\u9fff]{1,14}$/;
const USED_FOR = /^(?:主要|全部|直接)?(?:用于|投向|用在)[\u4e00-\u9fff]{2,14}$/;
const OWN_USED =
  /^的?(?:工作时间|时间|支出|财力|资金|收入|利润|收益|用地|面积)(?:用于|用在|投向|投入)[\u4e00-\u9fff]{2,14}$/;
/** 行政村100%通公路; what grew or stands at the number is no thing that a share is of. */
const STATED = /(?:增长|提高|下降|增加|减少|上升|降低|回落|达到?|为|占|完成|率|比重|占比|比例|增速|增幅)的?$/;
/** 城市建成区50%以上面积达到海绵城市建设标准 */
const REACHED = /^的?[\u4e00-\u9fff]{1,6}(?:达到|实现)[\u4e00-\u9fff]{2,14}$/;
const OF = /^[\u4e00-\u9fff]{3,12}(?:的|近|约|超|超过)?$/;
/** 将80%以上的财政支出用于民生 */
const PUT_TO = /^(?:始终|坚持|继续|持续|确保|全年)*[把将]$/;
const PUT_TO_USE = /^的?[\u4e00-\u9fff]{0,12}(?:支出|财力|资金|收入|收益)(?:用于|投向)[\u4e00-\u9fff]{2,14}$/;
/** 贡献了全国38.7%的贸易增量, 低空经济集聚全国30%以上产业链企业 */
const OCCUPIES = /以占(全[国省市县区州]|世界|全球)(?:不足|不到)?$/;
const OCCUPIED = /^的([\u4e00-\u9fff]{2,6}?)(?:$|(?:生产|创造|贡献|养活|实现|承载)了?)/;
const GAVE =
  /^(?:的[\u4e00-\u9fff]{1,6}?)?([\u4e00-\u9fff]{2,8})?(?:贡献|集聚|聚集|汇聚|生产|出产|创造)了?(全[国省市县区州]|世界|全球)$/;
/** 中央财政拟投入433亿元用于促进就业 */
const FUNDED =
  /^((?:中央|国家|[省市县区州]级?|地方|各级|本级)*财政)?(?:今年|拟|将|再|共|累计)*((?:统筹)?(?:投入|安排|拨付|下达|使用)|统筹|拿出|列支)$/;
const PURPOSE =
  /^(?:重点|主要|专项|全部)?((?:用于|支持|实施|推进|解决|扶持|保障|奖励|补助|补贴)(?!的)[\u4e00-\u9fff“”]{3,18})(?<!竣工|建成|投用|开工|投产)$/;
/** A number inside a purpose: 支持116户国有企业实施政策性关闭破产. */
const INNER_COUNT = /(?<=^(?:重点|主要)?(?:用于|支持|解决|扶持))\d[\d.]*[多余]?[万亿]?[户家个所名人]/;

/** A number that closes it: 投入1.2亿元实施“全面改薄”项目73个. */
const OUTER_COUNT = /(?<=项目|工程)\d[\d.]*[多余]?[个项处]$/;

/** What there is: 拥有12个国家级科研平台, 优化已建成超1.6万个驿站. */
const THERE_IS = /(?:^|[\u4e00-\u9fff])(?:拥有|现有|共有|建有|已建成|已累计建成)$/;
const TELLS = /入驻|入选|入围|获|上榜|开展|实现|列入|纳入|完成|举办|参加|启动|达到|通过|建成|投入|改造|的/;

/** 累计有31家世界500强企业在我省落户: how many are here by now. */
const COUNTED_UP = /(?:累计|已经?|共|现)有$/;
const SETTLED =
  /^((?:(?:世界|全球|中国|全国|国内)\d00强)?(?:[\u4e00-\u9fff]{0,10}(?:企业|公司|银行|机构|总部)))(?:在[我本全]?[省市县区州]|在园区|在[\u4e00-\u9fff]{2,6}(?:区|园))?(?:投资)?(落户|入驻|设立分支机构|设立总部)$/;

/** What stands before those who benefit: nothing, or a statement of its own. */
const BENEFIT = /^([^、]{4,20}、)?(?:已有|已|有|共有|累计有|使)?$/;

/** People by what they are, and what came to them. */
const WHO =
  /^(?:全[国省市县区州镇乡])?(?:\d{2}岁及?以上)?[\u4e00-\u9fff]{0,8}(?:人员|学生|儿童|老人|老年人|妇女|群众|居民|农民工?|职工|毕业生|劳动力|残疾人|人口|农户|贫困户|对象)$/;
const ATTAINED =
  /^(?:按月|按时|足额|全部|免费)*(?:领取|享受|参加|纳入|接受|获得|搬入|搬进|住上|喝上|用上|实现(?=就业|再就业|脱贫|转移|创业|增收))[\u4e00-\u9fff]{2,14}$/;

/** Nouns of which the quantity before them is a property: 30万吨铜项目, 200公里高速公路工程. */
const THING = /(?:项目|工程|企业|基地|生产线|园区|电站|机组|产能|装置|线路)$/;
/** Words that go on with the sentence after the noun. */
const GOES_ON = /予以|用于|支持|竣工|投产|开工|投用|启动|通车|完工|落地|以上的|左右的/;
const BOUND = /(?:不低于|不少于|至少|不超过|超过|超|逾|约|近|将近|接近|突破)$/;

/**
 * Puts the object of such a clause before its quantity, where the rules look for the name: 完成架空线入地130公里. What
 * is an attribute of the noun (30万吨铜项目) stays where it is. A verb that opens a list is said of the next one as well.
 */
export function withObjectFirst(clause: Clause, next: Clause | undefined, after: string): void {
  // 覆盖农村5亿人口: 人 is no measure word there.
  const [figure, second] = clause.figures;
  if (figure?.unit.endsWith('人') && clause.trail === '口') clause.trail = '人口';
  const funded = figure?.dimension === 'money' && FUNDED.test(clause.lead);
  const drinkers = DRINKERS.exec(clause.lead);
  if (drinkers && figure?.dimension === 'people' && WITH_CATTLE.test(clause.trail + after)) {
    put(clause, `${clause.lead.slice(0, drinkers.index)}解决饮水困难${drinkers[1]!}`);
    return;
  }
  // 斩获8金4银、奖牌数居全国首位: what was won is told before.
  if (figure?.kind === 'rank' && MEDALS.test(clause.lead)) leadWith(clause, clause.lead.replace(MEDALS, ''));
  if (!figure || second || figure.kind !== 'quantity' || (clause.trail === '' && !funded)) return;
  if (figure.dimension === 'money' && !/亿/.test(figure.unit) && ALLOTS.test(clause.lead)) return;
  // 建成2个5万吨级泊位: what size each has.
  if (clause.trail.startsWith('级')) return;
  const bound = BOUND.exec(clause.lead)?.[0] ?? '';
  const words = clause.lead.slice(0, clause.lead.length - bound.length);
  // 每个网格至少配备1名专职网格员: a rule.
  if (/^(?:people|households)$/.test(figure.dimension) && /^每|至少$|至少[^，]{2,4}$/.test(words)) return;
  const stock = figure.dimension === 'count' && THERE_IS.test(words) && isThing(figure);
  if (stock && /^[\u4e00-\u9fff“”]{3,18}$/.test(clause.trail) && !TELLS.test(clause.trail)) {
    put(clause, `${clause.trail}已达${bound}`);
    return;
  }
  const settled = figure.dimension === 'count' && COUNTED_UP.test(words) ? SETTLED.exec(clause.trail) : null;
  if (settled) {
    put(clause, `${settled[1]!}${settled[2]!}已达${bound}`);
    return;
  }
  if (figure.dimension === 'percent') {
    // 尽快实现企业100%使用清洁电力: all of them, some day.
    if (figure.value === 100 && /^(?:尽快|逐步|早日)/.test(words)) return;
    const name = shareName(words, clause.trail);
    if (name !== null) put(clause, `${name}达${bound}`);
    return;
  }
  // 大病保险制度基本建立、已有1700多万人次受益
  const reached = /^(?:people|visits|households)$/.test(figure.dimension) && clause.trail === '受益';
  const whom = reached ? BENEFIT.exec(words) : null;
  if (whom) {
    put(clause, `${whom[1] ?? ''}惠及${bound}`);
    return;
  }
  // 1.2万户市场主体直接受益
  if (
    figure.dimension === 'households' &&
    words === '' &&
    /^(?:市场主体|经营主体|企业|商户)直接受益$/.test(clause.trail)
  ) {
    put(clause, `${clause.trail}已达${bound}`);
    return;
  }
  // 60岁以上老人1868人按月足额领取养老金
  const people = /^(?:people|households)$/.test(figure.dimension) && WHO.test(words) && /^(?:[，；。]|$)/.test(after);
  if (people && ATTAINED.test(clause.trail)) {
    put(clause, words + clause.trail.replace(/^实现了?/, '') + bound);
    return;
  }
  // 每年安排不少于500万元专项资金: a rule.
  if (
    figure.dimension === 'money' &&
    /每(?:年|个?[\u4e00-\u9fff]{0,2}[村乡镇县区户])/.test(words) &&
    /^不(?:少|低)于$/.test(bound)
  )
    return;
  const costing =
    figure.dimension === 'money' && bound === '' && figure.bound === null ? costOf(words, clause.trail, after) : null;
  if (costing !== null) {
    put(clause, `${costing}达`);
    return;
  }
  // 完成沿河路1.8公里绿化亮化工程
  const way = figure.dimension === 'length' ? STRETCH.exec(words)?.[1] : undefined;
  if (way !== undefined && /^的?[\u4e00-\u9fff]{2,10}工程$/.test(clause.trail)) {
    put(clause, way + clause.trail.replace(/^的/, '') + bound);
    return;
  }
  // 投资860万元建成城关大桥
  const built = figure.dimension === 'money' && INVESTED.test(words) ? BUILT.exec(clause.trail)?.[1] : undefined;
  if (built !== undefined) {
    put(clause, `${built}投资${bound}`);
    return;
  }
  clause.trail = clause.trail.replace(/(?:予以|给予)支持$/, '');
  // 完成了长达3600公里的干堤加固工程
  const long = figure.dimension === 'length' ? LONG_WORK.exec(words) : null;
  if (long && /^的[\u4e00-\u9fff“”]{3,20}$/.test(clause.trail)) {
    put(clause, `${long[1]!}${clause.trail.slice(1)}达${bound}`);
    return;
  }
  // Who gave it to whom is no part of what was given: 国家今年再安排30亿元国债资金.
  const sure = /^(?:确保|力争)/.exec(words)?.[0] ?? '';
  const ahead = timeInFront(words.slice(sure.length));
  const time = ahead === '' ? '' : sure + ahead;
  for (const { verb, dimensions, noun } of DONE) {
    const object = dimensions.includes(figure.dimension) ? noun.exec(clause.trail)?.[0] : undefined;
    // What is counted is no property of the noun: 累计引进201家企业.
    if (
      object === undefined ||
      GOES_ON.test(object) ||
      (THING.test(object) && !/^(?:count|households)$/.test(figure.dimension))
    )
      continue;
    const match = verb.exec(words);
    if (!match) continue;
    // 增发1000亿元国债: what would be a single word keeps its verb.
    const purpose =
      noun === FUNDS && MANY_USES.test(object) ? FUND_FOR.exec(clause.trail.slice(object.length))?.[0] : undefined;
    const fund = object.replace(/^的/, '');
    const thing = fund + (purpose ?? '');
    const verbOf = match[1] === '' && fund.length <= 2 ? match[0].replace(/[了的]$/, '') : match[1]!;
    put(clause, (time.length <= match.index ? time : '') + verbOf + (match[2] ?? '') + thing + bound);
    if (next?.opened === '、' && next.lead === '') leadWith(next, match[1]!);
    return;
  }
  // 安排财政资金3.2亿元用于教育事业
  if (figure.dimension === 'money' && GIVEN.test(words) && GIVEN_FOR.test(clause.trail)) {
    put(clause, words + clause.trail + bound);
    return;
  }
  const purpose = figure.dimension === 'money' ? purposeOf(words.slice(time.length), clause.trail, after) : null;
  if (purpose !== null) {
    put(clause, time + purpose + bound);
    return;
  }
  const statement = clause.trail + /^[^，；：。]*/.exec(after)![0];
  const told = groupStatement(words.slice(time.length), figure, { trail: clause.trail, statement });
  if (told !== null) put(clause, time + told + bound);
}

/** What money was given for, with who gave it: 投入4.3亿元实施职业技能提升工程, 中央财政安排429亿元，解决… */
function purposeOf(words: string, trail: string, after: string): string | null {
  const funded = FUNDED.exec(words);
  if (!funded) return null;
  // Only what is given out of a budget is told for its purpose in a clause of its own.
  const told =
    trail === '' && funded[1] !== undefined ? after.replace(/^，/, '') : trail + after.replace(/^[，；：。、].*$/s, '');
  const purpose = PURPOSE.exec(/^[^，；：。]*/.exec(told)![0].replace(INNER_COUNT, '').replace(OUTER_COUNT, ''));
  return purpose && (funded[1] ?? '') + funded[2]! + purpose[1]!;
}

/** 居民仍住在棚户区里 */
const STILL = /仍?((?:住|居住|生活)在)([\u4e00-\u9fff]{2,14}?)(?:里|内|中)?$/;

function shareName(words: string, trail: string): string | null {
  if (/^[\u4e00-\u9fff]{2,20}覆盖(?:全[国省市县区州])?$/.test(words) && /^的?[\u4e00-\u9fff]{2,10}$/.test(trail))
    return words + trail;
  // 其中60%用于产业发展
  if (/^(?:其中的?)?$/.test(words) && USED_FOR.test(trail)) return trail;
  const opened = words
    .replace(/^[^、]{3,}、$|^[和与及]$|^(?:实现了?)?(?:全[省市县区州])?(?:所有|全部)[\u4e00-\u9fff]{2,6}和$/, '')
    .slice(timeInFront(words).length);
  if (WHOSE.test(opened) && (SHARE.test(trail) || SHARE_OF.test(trail)))
    return (
      timeInFront(words) + opened.replace(/[已仍还]?有$|在$/, '') + trail.replace(/^的/, '').replace(STILL, '$1$2')
    );
  // 民营经济贡献了七成以上的税收
  const giver = /^([\u4e00-\u9fff]{3,10})贡献了$/.exec(words)?.[1];
  const given = giver === undefined ? undefined : /^的([\u4e00-\u9fff]{2,8})$/.exec(trail)?.[1];
  if (given !== undefined) return `${giver}${given}占比`;
  const gave = GAVE.exec(words);
  const thing = gave ? /^的?([\u4e00-\u9fff]{2,10})$/.exec(trail)?.[1] : undefined;
  if (gave && thing !== undefined) {
    if (words.startsWith('的')) return `${thing}占${gave[2]}`;
    if (gave[1] !== undefined) return `${gave[1]}${thing}占${gave[2]}`;
    return trail.startsWith('的') ? `占${gave[2]}${thing}比重` : null;
  }
  // 以占全国十六分之一的耕地生产了全国十分之一的粮食
  const field = OCCUPIES.exec(words)?.[1];
  const ground = field === undefined ? undefined : OCCUPIED.exec(trail)?.[1];
  if (ground !== undefined) return `${ground}占${field}`;
  const [within, doneIn] = [IN.exec(words), DONE_IN.exec(trail)];
  if (within && doneIn) return doneIn[1]! + doneIn[2]! + within[1]!;
  // 保障科技人员八成以上工作时间用于科研活动
  const use = trail.replace(/用在([\u4e00-\u9fff]{2,12})[上中]$/, '用于$1');
  // 将八成以上的财政支出用于民生
  if (PUT_TO.test(words) && PUT_TO_USE.test(use)) return use.replace(/^的/, '');
  if (OWN_USED.test(trail) && /^(?:保障|确保|保证)?[\u4e00-\u9fff]{2,10}$/.test(words) && !STATED.test(words))
    return words.replace(/^(?:保障|确保|保证)/, '') + trail.replace(/^的/, '');
  const among = REACHES.test(trail) ? AMONG.exec(words) : null;
  if (among) return among[1]! + trail.replace(/^的/, '');
  return ((USED.test(trail) && !STATED.test(words)) || REACHED.test(trail)) && OF.test(words)
    ? words.replace(/^(?:尽快|逐步|全面)?(?:实现|推动|确保|力争)|^(?:始终|坚持|继续)*[把将](?:每年)?|^坚持|的$/g, '') +
        use
    : null;
}

const GIVEN =
  /(?:安排|投入|争取|统筹|整合|筹集|筹措|拨付|下达|发行|落实)[\u4e00-\u9fff“”]{0,10}(?:资金|经费|债券|补助|补贴|贷款|基金|国债)$/;
const GIVEN_FOR =
  /^(?:重点|主要|全部)?(?:用于|投向|(?:支持|扶持|保障|补助|奖励)(?!.*的))[\u4e00-\u9fff“”]{2,16}(?<!竣工|建成|投用|开工|投产)$/;

/** 为每名毕业生每月发放1000元生活补贴: what each is allotted is a rule, and no sum that was given. */
const ALLOTS = /每(?:[人户名位亩餐次头台辆套]|月)[\u4e00-\u9fff]{0,16}$/;

/** 解决了1.3万人、0.8万头大牲畜的饮水困难 */
const DRINKERS = /解决了?((?:近|超|超过|约)?)$/;
const WITH_CATTLE =
  /^[\u4e00-\u9fff]{0,6}[、和与及]\d[\d.]*[多余]?万?余?头[\u4e00-\u9fff]{0,4}(?:牲畜|牲口|家畜|牛羊)的?(?:临时)?饮水/;

/** A work with what it costs before it: 总投资96亿元的机场迁建工程. */
const COSTS = /(总投资|投资总额|总规模)(?:为|达)?$/;
const WORK =
  /^的([\u4e00-\u9fff“”]{4,24}?)(?:建设|(?:已|当年|年内|年底前?|将|全面|顺利|正式|相继|如期|成功|加快|即将){0,2}(?:开工|竣工|建成|投产|投用|投入使用|启动|落地|签约|落户|完工|通车|开建|动工|运营|奠基|达产|揭牌|挂牌|亮相|封顶|合龙|试运行|完成主体工程|主体完工|进展顺利|有序推进|顺利推进|加快推进)(?:建设|投产|投用|运营)?)?$/;

/** The work that so much is invested in, null where they are several or only their size is told. */
function costOf(words: string, trail: string, after: string): string | null {
  const cost = COSTS.exec(words)?.[1];
  const work = cost === undefined ? undefined : WORK.exec(trail)?.[1];
  const several = /^、(?!总投资)/.test(after) || /[和与及](?!.*一体化)|等$|(?:完成(?!主体)|实现|达到)/.test(trail);
  return work === undefined || several || /^(?:重[点大])?(?:产业|工业)?(?:项目|工程)$/.test(work) ? null : work + cost;
}

/** The road or river of which so much was worked on. */
const STRETCH = /^(?:全面|顺利|年内)?完成了?([\u4e00-\u9fff]{2,16}(?:路|段|大道|河|渠|堤|街|线))$/;

/** One work, with what was invested in it before the verb. */
const INVESTED = /^(?:共|总|累计|先后|又|再)?投资$/;
const BUILT =
  /^(?:建成|新建|建设|改建|扩建|改造|兴建|修建|开工建设|完成(?=.*工程$))了?((?!一?批|多个)[\u4e00-\u9fff“”]{3,16})(?<!等.*|[和与及].*|项目)$/;

const LONG_WORK = /(完成|建成|新建|修建|建设|治理|整治)了?(?:长达|全长|总长)$/;

const MEDALS = /^[^、]{0,40}[获夺摘得][\d金银铜枚块]{2,12}、(?=[^、]{2})/;

function put(clause: Clause, words: string): void {
  leadWith(clause, words);
  clause.trail = '';
}

/** Gives a clause the words before its figure; offsets are counted from their start, and they end where the figure begins. */
export function leadWith(clause: Clause, words: string): void {
  clause.lead = words;
  clause.leadStart = clause.figures[0]!.start - words.length;
}
