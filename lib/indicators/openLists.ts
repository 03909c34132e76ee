import { anyOf } from './words';

const HAN = '[\\u4e00-\\u9fff]';
const NAME = '[\\u4e00-\\u9fff“”]';

/** Two or more of a kind with 、 between them. */
function several(one: string, more: number): string {
  return `${one}(?:、${one}){1,${more}}`;
}

const REGIONS = anyOf([
  '东南亚 东北亚 南亚 中亚 西亚 东亚 北美 南美 拉美 欧美 欧洲 美洲 非洲 大洋洲 中东 东盟 欧盟 港澳台? 日韩 台湾',
  '俄罗斯 美国 日本 韩国',
]);
const LABELS = '(?:无公害|绿色|有机|地理标志)';
const GRANTS = '(?:直补|补贴|补助)';
const DONE_TO_THINGS = anyOf(['拆除 清理 征收 收储 腾退 盘活 栽植 补植 新开发 新发展 新植 惠及']);

/** Lists that name one quantity together, each pattern with a name that it stands for. */
const OPEN_LISTS = [
  // 排水、供水、燃气管网: short modifiers of one noun.
  `^(?:新建|改造|更新|铺设|建设|新建改造|更新改造|新改建)?${several(`${HAN}{2}`, 5)}(?:管网|管道|管线|线路)$`,
  // 风电、光伏机组: what they can do together.
  `^(?:新增|新投产|新建|投产|关停|淘汰|并网)?${several(`${HAN}{2,4}`, 4)}(?:机组|装机|装机容量)$`,
  // 拆除违章建筑、破旧棚舍: what one verb has done to all of them.
  `^(?:${DONE_TO_THINGS})${several(`${NAME}{2,10}`, 4)}$`,
  // 旧住宅区、旧厂区和城中村改造; a list with a deed of its own in it (灾后重建) is none.
  `^(?!.*(?:工程|重建|建设))(?:完成)?${several(`${NAME}{2,10}`, 3)}[和与及]${NAME}{2,8}(?:改造|整治|治理|拆除|修复)$`,
  // 减免农业税、农业特产税
  `^(?:减免|减征|免征)${several(`${HAN}{1,7}[税费]`, 4)}$`,
  // 发放餐饮、住宿、文旅消费券
  `^发放${several(`${HAN}{2,6}`, 4)}(?:消费券|补贴|补助)$`,
  // 会议、公务接待、出国经费: one budget.
  `^${several(`${HAN}{2,6}`, 4)}(?:[和与及]${HAN}{2,8})?(?:(?:经费|费用)(?:预算)?(?:支出|总额)?|费(?:预算总额|支出总额))$`,
  // 硬化通村、通组道路
  '^(?:硬化|新建|改造|修建)?通[村组户]、通[村组户](?:道路|公路|水泥路)$',
  // 会议费、招待费
  `^${several(`${HAN}{2,6}费`, 3)}$`,
  // 中央、省预算内资金: what comes from more than one level of government.
  `^(?:争取|安排|落实|下达|实施|完成)?(?:中央|国家|[省市县])级?(?:、[省市县]级?){1,2}(?![、省市县级])${NAME}{2,14}$`,
  // 东南亚、日韩、欧美入境游客: where they came from, all of them together.
  `^${several(`(?:${REGIONS})`, 5)}(?:入境|来华)?(?:游客|旅客|人员|客源)$`,
  // 无公害、绿色和有机农产品基地
  `^(?:新增)?${LABELS}(?:[、和]${LABELS}){1,3}(?:农产品|食品|产品)${HAN}{0,8}$`,
  // “港车北上”、“澳车北上”
  `^${several('“[^“”]{2,12}”', 3)}$`,
  // 参加医疗、养老、失业保险
  `参加${several(`${HAN}{2}`, 4)}保险$`,
  // 专项补助、再就业补助
  '(补助|补贴|资金|贷款|债券)、[^、]{1,12}\\1$',
  // 种粮农民直补、良种补贴和农资综合直补资金
  `^${HAN}{2,8}${GRANTS}(?:、${HAN}{2,10}${GRANTS}){0,3}[和、]${HAN}{2,10}${GRANTS}资金$`,
  // 粮食直补、良种补贴资金
  `(?:直补|补助|补贴|奖励|贴息)、[^、]{1,12}(?:补助|补贴|奖励|贴息)资金(?:惠及${HAN}{0,6})?$`,
  // 用于科技、教育等方面的支出, 生物医药、人工智能三大产业规模, 光伏、锂电“新三样”出口
  '、[^、]{1,12}(?:(?:等|[两三四五六七八九十](?:大|项|类|种))|“[新老][两三四五六七八九十]样”)[^、]{1,20}$',
].map((source) => new RegExp(source));

/** Whether a name with 、 in it is one quantity, however many things it names; a number after it is then of them all. */
export function isOpenList(name: string): boolean {
  return OPEN_LISTS.some((pattern) => pattern.test(name));
}
