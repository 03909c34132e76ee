import { distribute } from './distribution';
import type { Front } from './front';
import { judgedIn } from './lead';
import { isMovement, movedIn, quantityMovedIn } from './movement';
import type { Subject } from './names';
import { frontOf, type Grounds, type State } from './state';
import { anyOf, VERB } from './words';

/** Characters of the longest statement that names are looked for in; a longer one is prose, and would cost more than linear. */
const MOST_NAMES = 60;

/** A statement without a subject of its own goes on about the one before: 再创历史新高, 居全国前列. */
const PREDICATE = new RegExp(
  `^(?:${anyOf([
    ...Object.values(VERB),
    '由于 由负 由降 尽管 虽 又 止跌 连续 实现 保持 继续 位居 位列 高于 低于 好于 快于 优于 超额 完成 同比 达到 为 是 稳(?!岗) 首次 跃 突破',
    '增速 增幅 总量 总数 较 其中 圆满 提前 名列 排名 排 列 成为 扣除 按可比 按不变 剔除 不断 大幅 明显 扭转 跨 连跨 迈上 登上 站上',
  ])})`,
);

/** A joint after which a verb opens a new statement. */
const NEW_STATEMENT =
  /(?<=全覆盖|加快推进|揭牌|通车|投产|达产|达标|落地|运营)、(?=[^、]{2,20}$)|、(?<=(?:大幅|明显|显著|稳步|不断|圆满|顺利|持续|全面(?!小康|建成|预算|质量))[\u4e00-\u9fff]{2}、)(?=[^、]{2,20}$)|、(?<=(?:完成|实施|推进|深化)[^、]{2,16}(?:改造|整治|治理|建设|改革)、)(?=[^、]{2,20}(?:成本|费用|价格|(?<=确权)面积)$)|、(?=(?:力争|确保|实现|完成|挽回|惠及|释放|节约|投入|发放|带动|累计|新增)[^、]{2,20}$|惠及$)/;

/** Whether words without a figure go on about the subject before them. */
export function isPredicate(words: string): boolean {
  return PREDICATE.test(words);
}

/** Where a new statement begins inside the words before a figure, or -1: 打击经济犯罪、挽回经济损失22.2亿元. */
export function newStatementIn(words: string): number {
  return words.search(NEW_STATEMENT);
}

/** A share of the subject before that words without a figure are about: 占一般预算支出比重逐年提高. */
const SHARE = /^(占[^，、占]{2,16}?)的?(比重|比例|份额)(?=逐年|逐步|持续|不断|稳步|明显|大幅|进一步|也|均|连年|$)/;

export function shareIn(words: string, subject: string): string | null {
  const share = SHARE.exec(words);
  return share && subject + share[1]! + share[2]!;
}

/** A fair by its name: what is told after it is the fair's, however it went. */
const FAIR =
  /^(?:[\u4e00-\u9fff]{0,6}?(?:举办|承办|召开|办好)了?)?((?:第?[\u4e00-\u9fff\d]{1,3}届)?[\u4e00-\u9fff—]{2,16}?(?:博览会|进博会|交易会|洽谈会|招商大会|推介会|文博会|投洽会|展销会))/;
/** What was done with the thing that a statement is about, in front of it. */
const DONE_WITH =
  /^(?:全力|全面|扎实|加快|深入|持续|继续|大力|着力|积极|统筹|有序|稳步|成功)*(?:推进|推动|实施|开展|发展|落实|用好|出台|加大|建立|创新(?=[^，]+机制$)|完善|健全|举办|承办|推行|推广|加强|抓好)了?(?:对(?=[^，]{4,}力度))?/;
/** What is said of the thing, behind it. */
const SAID_OF =
  /(?:的?(?:政策|制度|机制|工作|建设|改革|力度|扩围|提质|扩面|提标))*(?:(?:取得|实现)[\u4e00-\u9fff]{2,8}|(?:高效|深入|加快|稳步|全面|扎实|有序|顺利|基本|成功|圆满|加力|深化|纵深|持续|向纵深)*(?:推进|实施|建立|举办|召开|发展|开展|见效|落地|推行|闭幕|运行|铺开))?$/;

/** The thing that a statement without figures is about: 消费品以旧换新 of 全面落实消费品以旧换新政策; null where its words don't tell. */
export function thingIn(statement: string): string | null {
  if (statement.length > MOST_NAMES) return null;
  const fair = FAIR.exec(statement)?.[1];
  if (fair !== undefined) return fair;
  const said = statement.replace(DONE_WITH, '');
  const thing = said.replace(SAID_OF, '');
  return thing !== statement && /^[\u4e00-\u9fff“”]{3,18}(?<!任务|措施|成效|成果|水平|能力|环境)$/.test(thing)
    ? thing
    : null;
}

/** A work that is not at work yet, and what it may bring. */
const ONCE_BUILT =
  /(?:建成|投产|达产|投用|投运|满产|竣工|落成|运营|完工|通车|投入使用)[\u4e00-\u9fff]{0,4}后(?![来续勤])/;
const MAY_BRING = /(?<![许认])可(?!再生|比|支配|持续|视|靠|降解|研)|[将能](?=[带实新增达形减节完创吸有])|预计/;

/** 项目达产后，年产值可达10亿元、税收8000万元: what a work will bring some day is no figure of the place. */
export function supposes(before: readonly string[], lead: string): boolean {
  const last = before[before.length - 1] ?? '';
  if (!lead.includes('后') && !last.includes('后')) return false;
  const words = `${last}，${lead}`;
  const built = ONCE_BUILT.exec(words);
  return built !== null && MAY_BRING.test(words.slice(built.index));
}

/** 每户至少培训1人、转移就业1人: what each is to get is a rule. */
export function allots(lead: string): boolean {
  if (/干部每[人名]/.test(lead)) return true;
  return /^(?:确保|力争)?每(?:[户村]|个村|个?家庭|个?[县区乡镇](?:（[市区、]+）)?)[\u4e00-\u9fff]{0,6}至少/.test(lead);
}

/** 仅此一项，农民人均增收300元: so much of the quantity, and not the quantity. */
export function isFromOneSource(statement: string): boolean {
  return statement.includes('一项') && /[仅单光就]此一项|^[仅单光][^，]{1,10}一项$/.test(statement);
}

/** 化学需氧量和二氧化硫排放总量首次出现双下降 */
const BOTH_MOVED = /^([^，]{4,30}?)(?:近年来|首次|继续|均|出现|实现|保持)*“?双(?:下降|降|升|增长|增|提升|突破)”?$/;

/** 四次提高企业退休人员基本养老金，月人均由548元提高到862元 */
const RAISED =
  /^(?:[两三四五六七八九十]次|连续|逐步|持续|不断|大幅|进一步|稳步|继续|先后)*(?:提高|上调|调增|调整)了?([\u4e00-\u9fff]{2,20}(?:标准|养老金|待遇|补助|补贴|津贴|工资))$/;

/** 销售收入过10亿元的企业实现零的突破 */
const SIZED_FIRMS =
  /^([\u4e00-\u9fff]{0,10}[\d.]{1,6}[万亿]元(?:及?以上)?的?[\u4e00-\u9fff]{0,8}?(?:企业|园区|乡镇|集群))([\u4e00-\u9fff]{2,16})$/;

/** 增速连续五年居全省第一, 涨幅温和: the statement is about how fast its subject changes; 0 where it is not, -1 for a fall. */
export function pacedIn(words: string): 1 | -1 | 0 {
  const pace = /(?:增速|增幅|增长速度|增长率|涨幅|涨势|(降幅))(?!度)(?=[\u4e00-\u9fff]{2})/.exec(words);
  return pace === null ? 0 : pace[1] === undefined ? 1 : -1;
}

/** 粮食总产量再上新台阶，突破1600亿斤大关: the statement before names what the figure is of. */
export function topicOf({ rest, area }: Front, grounds: Grounds, state: State): Subject[] | null {
  // 城镇居民人均可支配收入和农村居民人均纯收入，分别增长58.3%和29.2%
  const { lexicon } = grounds;
  const mayList = rest.length <= MOST_NAMES && lexicon.mayEnd(rest.replace(/[、和与及]+$/, ''));
  const names = mayList ? distribute(rest, null, lexicon) : null;
  const listed = names?.map((name) => ({
    name,
    entry: lexicon.find(name),
    area,
  }));
  if (listed?.every(({ entry }) => entry !== null)) return listed;
  const both = BOTH_MOVED.exec(rest)?.[1];
  const two = both === undefined ? null : distribute(both, null, lexicon);
  if (two?.length === 2) return two.map((name) => ({ name, entry: lexicon.find(name), area }));
  const judged = judgedIn(rest);
  if (judged !== null) return [{ name: judged, entry: null, area: null }];
  const known = lexicon.find(rest);
  const moved = known ? { name: rest, entry: known } : movedIn(rest, lexicon);
  if (moved) return [{ ...moved, area }];
  const raised = RAISED.exec(rest)?.[1];
  if (raised !== undefined) return [{ name: raised, entry: lexicon.find(raised), area }];
  const sized = SIZED_FIRMS.exec(rest);
  if (sized && isMovement(sized[2]!)) return [{ name: sized[1]!, entry: null, area }];
  const name = quantityMovedIn(rest);
  if (name === null) return null;
  const own = frontOf(name, grounds, state);
  return [{ name: own.rest, entry: grounds.lexicon.find(own.rest), area: own.area ?? area }];
}
