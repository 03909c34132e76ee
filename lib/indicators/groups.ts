import type { Figure } from './figures';
import { anyOf } from './words';

/** People, and what is counted by them and their households, as a statement's noun: 高校毕业生, 农村危房. */
const GROUP_NOUNS = [
  '人员 学生 儿童 孤儿 老人 老年人 妇女 女性 男性 孕妇 女童 新生儿 群众 居民 市民 村民 民众 矿工 农民工? 农牧民',
  '[茶果菜棉蔗烟药花咖胶蚕]农 牧民 游牧民 渔民 移民 职工 员工 工人 毕业生 劳动者 劳动力 教师 医生 医师 护士 护理员',
  '干部 党员 志愿者 残疾人 青年 青少年 孩子 子女 幼儿 人才 专家 博士 硕士 院士 工程师 特派员 带头人 军人 消费者',
  '人口 人士 对象 患者 师生 观众 游客 考生 学员 选手 运动员 民警 干警 官兵 客商 采购商 妈妈”? 家庭(?!经济困难) 农户',
  '住户 用户 贫困户 脱贫户 重建户 牧户 困难户 低保户 管护员 护林员 辅导员 网格员 调解员 保洁员 企业 危房 农房',
  '务工者 群体 在校生 大学生 寄宿生 第一书记 指导员 联络员 工作队员',
];
const GROUP = new RegExp(`^的?[\\u4e00-\\u9fff“”\\d]{0,14}?(?:${anyOf(GROUP_NOUNS)})`);

/** After a group these make it a part of something else: 农民的收入, 学生宿舍, 人才公寓. */
const ATTRIBUTE =
  /^(?:的|组成|和|与|及|以及|以上|就医|医院|学校|中心|宿舍|住房|公寓|之家|服务站|驿站|活动|食堂|居住(?!在)|集中(?=居住|安置点|区)|大省|大市|规模|市场|公园|基地|小区|团队|队伍)|(?:建成|开园|挂牌|落成|投用|启用|竣工|开工|完工|开业|通车|运营)$/;

/** What people are said to do where their unit alone names them: 1.06万人次来疆参访. */
const ACT =
  /^(?:来|赴|参加|参与|享受|接受|提供|实现(?=就业|脱贫|增收|创业|再就业)|落户|脱贫|搬进|搬入|住上|喝上|用上|纳入|通过|解决了?(?=温饱|饮水)|报销(?=医)|(?:得到|获得|受到)(?=补偿|救助|补助|资助|表彰|免费|培训)|投入(?=抗|救灾|防汛|重建))[\u4e00-\u9fff“”]{2,}|^(?:稳定|全部|如期|顺利|实现|成功){0,2}[脱减]贫$|^易地(?:扶贫)?搬迁$/;

/** Land of which something came true: 15亿亩林地确权到户. */
const GROUND = /^(?:林地|耕地|承包地|草场|草原|农田|土地|湿地|山林)(?:确权|承包|流转|完成|实现|得到|纳入)/;

/** Nothing but where and whether: 又有, 首批, 全市已有. */
const FRONT =
  /^(?:全年|当年)?(?:在?现行(?:扶贫|国家)?标准下的?)?(?:全[国省市县区州镇乡])?(?:已经?|累计|首批|另|又|还|尚|仍然?|依然|共|先后)?有?$/;
/** What came about before a 、 that opens a statement of its own: 二期工程圆满收官、83.68万户居民实现清洁取暖. */
const STATED = /(?:收官|完成|建成|建立|通车|投产|投用|投运|达标|落地|运营|全覆盖|揭牌|开工|启动|退出|摘帽|出列)、$/;

/** 我国有2.9亿在校学生 */
const HAS = /^(?:[我全][国省市县区州镇乡])?(?:现|共|还|尚|仍)?有$/;
/** 农村饮水安全工程使6069万农民受益 */
const SERVES = /^([\u4e00-\u9fff“”]{4,16})使$/;

/** For whom something was done; the word itself is no part of what is named. */
const FOR =
  /(?:^|年|全年|累计|共|共计|免费|继续|还|又|可|将|预计)[为向给对使让将把]((?:全[国省市县区州]|[东中西][\u4e00-\u9fff]{0,2}部地区|农村)?)$/;

/** What households are given that are named no further. */
const GIVEN_TO = /^(?:发放|提供|办理|落实|减免)[\u4e00-\u9fff]{2,10}(?:补贴|补助|贷款|救助|保障|热费|供暖费?|燃气费)$/;

/** What is done with people: 吸引2万名高校毕业生就业. */
const DONE_WITH =
  /((?:结对|吸引|集聚|招募|招收|招录|选聘|招聘|聘请|聘任|选派|选拔|遴选|抽调|派出|派遣|录取|录用|聘用|招引|接待|引进|引育|留用|培养|培育|培训|资助|救助|帮助|帮扶|扶持|支持|关爱|慰问|促进|引导|推动|组织|动员|带动|带富|吸纳|安置|转移|服务|惠及|覆盖|解决|保障|救治|奖励|补贴|补助|接收){1,3})了?$/;
/** Where it was done, between the verb and the number: 惠及五地州500万各族群众. */
const DONE_AT =
  /((?:惠及|覆盖|服务|带动|解决)(?:全[国省市县区州]|周边|当地|[\u4e00-\u9fff]{1,5}(?:[省市县区州镇乡村]|地区)))$/;
const DONE = /(?:^|[\u4e00-\u9fff])(?:完成|实现|确保|保持)了?$/;

/** A statement longer than this does without what is quoted in it: 摆脱了“一方水土养不好一方人”的困境. */
const LONG = 28;

/** Honours and losses are told one by one and are no quantity of the place. */
const NO_QUANTITY = /荣?获(?!得)|入选|上榜|评为|授予|表彰|当选|入围|死亡|受伤|遇难|失踪|犯罪|嫌疑|被告/;

/** Words that say no more than that it came about: 农村危房得到改造 is 农村危房改造. */
const CAME_ABOUT =
  /(?<=实现)了(?=增收|创业|转移)|通过[\u4e00-\u9fff]{0,6}(?:渠道|途径|方式|形式)|(?:春节|元旦|国庆|年底|入冬|汛期?)前(?=喜?[迁搬入住用喝])|(?:得到|实现了?)(?=改造|定居|脱贫|搬迁|安置|救助|再?就业)|(?:全部|全面)(?=[\u4e00-\u9fff]{2})|目标(?:任务)?(?:全面|如期|圆满|顺利|提前)*(?:实现|完成|达成)$|(?:建设)?任务(?:全面|全部|圆满|顺利|基本|如期)?(?:完成)?$|(?<=改造|搬迁|安置|整治)(?:全面|全部|圆满|顺利|如期)?完成$/g;

/** What a disaster has done to people who live on. */
const STRUCK = /^(?:不同程度)?受灾$/;

/** What is not in order yet. */
const STILL = /(?:尚|仍然?|还|依然)有$/;
const LACKS =
  /^的?(?:(?:饮水|吃水|用水|行路|出行|就医|上学|住房|用电)(?:困难|不便|不安全|难|紧张)|(?:未|没有|没|尚未|无)[\u4e00-\u9fff]{2,12}|(?:居?住|生活)在[\u4e00-\u9fff]{2,18})$/;

/** 还有1.2万户居民住在危房里, 尚有800人饮水困难: those who want for something, and what they want for. */
function lackingName(said: string, person: boolean): string | null {
  const group = groupIn(said);
  const wants = group === undefined ? said.replace(/^的/, '') : said.slice(group.length);
  return LACKS.test(wants) ? `${wants}的${group ?? (person ? '人口' : '住户')}已达` : null;
}

/** What is told of each of the group. */
const EACH = /(?:[人户村亩]均|每[人户]).*$/;

/** What closes a statement so and would be read as a change of the figure: 带动3.6万户农户增收. */
const CHANGES = /(?:增收|增产|增加|增长|提高|提升|扩大|减少|下降|降低|缩小)$/;

/** What was given, up to a list of what it was against: 免费提供地中海贫血、唐氏综合征的产前筛查. */
const GIVEN = /^([\u4e00-\u9fff]{0,4}?(?:提供|开展|进行|实施)).{2,60}(?:的|等)([\u4e00-\u9fff]{2,8})$/;

/** What a figure is followed by: the words up to the next separator, and up to the next comma or stop. */
export interface Following {
  trail: string;
  statement: string;
}

/**
 * The name of a statement about people, households or land that has its number in front of the noun: the statement
 * without the number (吸引高校毕业生就业, 居民实现清洁取暖). Null where the noun is part of something else or no such group.
 */
export function groupStatement(words: string, figure: Figure, following: Following): string | null {
  const told = knownStatement(words, figure, following);
  return (
    told ??
    (/^(?:people|visits|households)$/.test(figure.dimension) ? openStatement(words, figure.unit, following) : null)
  );
}

function knownStatement(front: string, { dimension, unit }: Figure, following: Following): string | null {
  const words = following.trail.endsWith('工作')
    ? front
    : front.replace(/(?:(?:年初|年底)?(?:剩余|其余|余下|最后)|在?现行(?:扶贫|国家)?标准下)的?$/, '');
  // 带动3100户贫困户户均年增收3000元: what each of them gained is told by the next figure.
  const own = following.trail.replace(EACH, '').replace(/^的/, '').replace(CAME_ABOUT, '');
  const shared = sharedStatement(following)?.replace(/^的/, '').replace(CAME_ABOUT, '');
  const said = shared ?? own;
  // 寄宿生吃上了每天3元补助的午餐: the next figure has cut it off.
  if (NO_QUANTITY.test(said) || NO_QUANTITY.test(words) || /(?:了|每[天日月年餐])$/.test(said)) return null;
  const joined = /[和与及]$/.test(words) && GROUP.exec(words)?.[0].length === words.length - 1;
  const among = words === '其中' && !/企业|公司|工厂/.test(said);
  const free = among || FRONT.test(words) || STATED.test(words) || joined;
  if (dimension === 'land') return free && GROUND.test(said) ? said : null;
  // 累计为9000家企业提供服务: firms that were served are counted up, and one by one a count of deeds.
  const firms =
    unit.endsWith('家') &&
    /(?:^|[\u4e00-\u9fff])累计为$/.test(words) &&
    /^[\u4e00-\u9fff]{0,8}企业(?!的)[\u4e00-\u9fff]{4,}$/.test(said);
  if (firms) return `${said}已达`;
  if (!/^(?:people|visits|households)$/.test(dimension)) return null;
  // 改造约1亿人居住的棚户区; 引导1亿人在中西部就近城镇化
  const homes = /(改造|搬迁|安置)$/.exec(words);
  const lived = /^居住的([\u4e00-\u9fff、]{3,16})$/.exec(said)?.[1];
  if (homes && lived !== undefined && unit.endsWith('人')) return lived + homes[1]!;
  if (
    /(?:引导|促进|推动|帮助|支持)$/.test(words) &&
    unit.endsWith('人') &&
    /^(?:在[\u4e00-\u9fff]{2,8})?(?:就地|就近)(?:就地|就近)?(?:城镇化|就业|转移)$/.test(said)
  )
    return said.replace(/^在/, '');
  // 为5.2万户发放租房补贴
  if (dimension === 'households' && FOR.test(words) && GIVEN_TO.test(said)) return said;
  const person = /人$/.test(unit);
  // 洪灾造成6个乡镇、2.1万人受灾
  if (person && STRUCK.test(said) && (words === '' || /(?:造成|致使|导致)$/.test(words))) return '受灾人口';
  const lacking = STILL.test(words) && /[人名户]$/.test(unit) ? lackingName(said, person) : null;
  if (lacking !== null) return lacking;
  const acts = ACT.test(said) && /人次?$/.test(unit);
  const group = acts ? undefined : groupIn(said);
  const predicate = group === undefined ? said : said.slice(group.length);
  if (group === undefined ? !acts : ATTRIBUTE.test(predicate)) return null;
  const verb = (DONE_WITH.exec(words) ?? DONE_AT.exec(words))?.[1];
  const listed = said === own && /^、(?!\d|[近约超])/.test(following.statement.slice(following.trail.length));
  const given = listed
    ? GIVEN.exec(following.statement.slice(following.trail.indexOf(said) + (group ?? '').length))
    : null;
  // 10万群众远离了危险、搬出了大山: a whole statement, and no list of nouns.
  const whole = /^[\u4e00-\u9fff]{2,4}了[\u4e00-\u9fff]{2,8}$/.test(predicate);
  if (listed && group !== undefined && predicate !== '' && !(whole && free))
    return given && !verb ? group + given[1]! + given[2]! : verb === undefined ? null : verb + group;
  if (verb !== undefined) {
    // Firms that were helped are a count of deeds: 支持116户国有企业关闭破产.
    // 组织90万人次投入抗旱
    if (group === undefined)
      return /^(?:组织|动员|帮助|支持|促进|推动|引导|带动|资助|补助|救助)$/.test(verb) ? verb + said : null;
    if (group.endsWith('企业')) return null;
    if (CHANGES.test(predicate)) return verb + group;
    // 营养改善计划惠及3600万农村学生: what reaches people is named with them.
    return (/^(?:惠及|覆盖)/.test(verb) && words.length <= 16 && !words.includes('、') ? words : verb) + said;
  }
  // What there is is a fact in a plan too.
  if (group !== undefined && HAS.test(words) && predicate === '') return `${group}已有`;
  const deed = SERVES.exec(words)?.[1];
  if (deed !== undefined && predicate === '受益') return `${deed}惠及${group}`;
  if (CHANGES.test(said)) return null;
  const whom = FOR.exec(words);
  // 为8600户企业提供贷款贴息2.1亿元: whom the sum was for.
  if (whom && group?.endsWith('企业')) return null;
  // 36户国有企业完成破产, 26户停产企业恢复生产: what firms did is counted as deeds are.
  if (dimension === 'households' && group?.endsWith('企业') && !/^(?:享受|获得|受益|纳入)/.test(predicate)) return null;
  if (!(free || whom || DONE.test(words)) || predicate.length < 2) return null;
  const short = said.length > LONG ? said.replace(/了?“[^“”]{2,20}”的/g, '') : said;
  return whom ? whom[1]! + short.replace(/(?<=发放|提供|办理|落实)了/, '') : short;
}

/** Whose number is a rule, an office, a case or an honour, and no quantity of the place. */
const UNTOLD = new RegExp(
  anyOf([
    '每 各(?!类|族) 至少 不少于 以上的?[户人] 人均 平均 年度 任务 目标 指标 下达 试点 规模 编制 工程竣工',
    '领导 河长 林长 路长 院士 劳模 代表 委员 入选 入围 模范 先进 冠军 奖 嫌疑 犯罪 死 伤 停产 半停产',
  ]),
);
/** Firms act, and what they did is counted as deeds are. */
const ACTS_AS_FIRM = /企业|公司|工厂|单位|机构|厂矿|商户|工商户|改制|扭亏|亏损|破产/;
/** Who is counted by households and is no firm. */
const DWELLERS = /农|居民|群众|家庭|贫困|牧|村民|用户|住户|人家|困难|搬|脱贫|新居|入住|安置|签约|腾空/;
/** What is done with people and stands behind the 的 after their number. */
const DONE_FOR = /(?:培训|问题|困难|就业|改造|搬迁|补助|救助|服务|治疗|体检|筛查|安置|医保|社保|养老金|工资|学费)$/;
/** Words that open what somebody did or what became of them; a noun alone after the number may be what the number is a size of. */
const BECAME = new RegExp(
  anyOf([
    '就业 创业 上岗 返岗 返乡 外出 从事 脱贫 增收 受益 受灾 参与 参加 参保 享受 纳入 接受 获得 得到 领[取到] 登记 办理 解决',
    '喜迁 迁入 回迁 住进 搬迁 搬[出进入离迁] [用喝住吃]上 走[上出] 入[学住园] 落户 签约 腾空 转移 回到 重返 恢复 进入 告别 摆脱',
    '投身 奋战 下沉 驰援 圆了 没有 结束 平稳 继续 处于 生活在 达到 实现 完成 实行 落实',
  ]),
);

/**
 * Any other statement with the number of its people or households inside: the statement without the number. Null where
 * the number is a rule's or an honour's, or where nothing says that they did something or that something was done for them.
 */
function openStatement(words: string, unit: string, { trail }: Following): string | null {
  const said = trail.replace(/^的/, '').replace(CAME_ABOUT, '');
  if (
    /^(?:口|民(?!警|工)|逐[户人])|工作$/.test(said) ||
    CHANGES.test(said) ||
    said.length < 2 ||
    said.length > LONG ||
    words.length > 16 ||
    /[、\d]/.test(words + said)
  )
    return null;
  if (UNTOLD.test(words) || UNTOLD.test(said) || NO_QUANTITY.test(said)) return null;
  if (/[户家]$/.test(unit) && (ACTS_AS_FIRM.test(said) || !DWELLERS.test(words + said))) return null;
  const told = trail.startsWith('的') ? DONE_FOR.test(said) : BECAME.test(said);
  const may = words.startsWith('可') ? '预计' : '';
  return told
    ? `${may}${words.replace(/^(?:可|将|要|已|共|又|还|有|使|让|对)+|(?:的|共|已?有)$/g, '')}${said}已达`
    : null;
}

/** A number before the next group of a list. */
const NEXT = /^[、和与及](?:[近约超]|超过)?\d[\d.]*[多余]?[万亿]?余?[名人户]?(?=[\u4e00-\u9fff“])/;

/** 为1000名学生、500名孤儿提供资助: what is said of the last of several groups is said of each. Null where there is no list. */
function sharedStatement({ trail, statement }: Following): string | null {
  const first = GROUP.exec(trail)?.[0];
  if (first === undefined || !/^[和与及]?$/.test(trail.slice(first.length))) return null;
  let rest = statement.slice(first.length);
  for (let i = 0; i < 4; i++) {
    const next = NEXT.exec(rest)?.[0];
    const group = next === undefined ? undefined : GROUP.exec(rest.slice(next.length))?.[0];
    if (next === undefined || group === undefined) return null;
    rest = rest.slice(next.length + group.length);
    const predicate = /^[^、和与及\d][^、]*$/.test(rest) ? rest : '';
    if (predicate !== '') return ATTRIBUTE.test(predicate) ? null : first + predicate;
  }
  return null;
}

/** The group that a statement begins with, and the one that it is joined to: 低保人员和特困群众. */
function groupIn(said: string): string | undefined {
  const first = GROUP.exec(said)?.[0];
  // 国有企业下岗职工实现再就业: the firms' workers.
  const of = first?.endsWith('企业') ? GROUP.exec(said.slice(first.length))?.[0] : undefined;
  const group = of === undefined ? first : first + of;
  const rest = group === undefined ? '' : said.slice(group.length);
  const second = /^[和与及]/.test(rest) ? GROUP.exec(rest.slice(1))?.[0] : undefined;
  return second === undefined ? group : group + rest[0]! + second;
}
