import type { Entry } from './lexicon';
import { isOpenList } from './openLists';
import { anyOf } from './words';

/** What a figure is said of. */
export interface Subject {
  name: string;
  entry: Entry | null;
  /** Null for the report's own area. */
  area: string | null;
}

/** Nouns that a quantity is named by; a part without one borrows the last part's. */
const QUANTITY_NOUNS = [
  '率 额 值 量 收入 支出 投资 余额 数 面积 里程 件次 参保 出栏 存栏 出笼 总产 单产 亩产 比重 占比 比例 规模 人次 消费',
  '贷款 存款 成本 价格 收[购储]价 利润 出口 进口 就业 强度 浓度 水平 密度 产能 能力 装机 补助 标准 时间 养老金 保障线 低保线 水耗',
  '能耗 人口 速度 排放 用水 户 家 企业 项目 税收 总值 财政 转移支付 增长',
];
export const QUANTITY = new RegExp(`(?:${anyOf(QUANTITY_NOUNS)})$`);
const CLOSES = new Set(
  anyOf(QUANTITY_NOUNS)
    .split('|')
    .map((noun) => noun.charAt(noun.length - 1)),
);

/** False where no noun of quantity can end with a character: it costs next to nothing to ask. */
export function mayCloseQuantity(char: string): boolean {
  return CLOSES.has(char);
}

/** Nouns of quantity that say nothing without the subject before them. */
const RELATIONAL =
  /^(?:其)?(?:(?:全[国省市])?(?:综合)?排名|位次|名次|排位|总量|总数|增速|增幅|(?:提升|提高|改善|增长|下降)幅度|规模|总规模|净?增量|绝对额|存量|保有量|收入规模|总额|两项|两者|增长率|增长速度)(?:[、和与](?:总量|增速|增幅|规模|增量|均)?)*$/;

export function isRelational(phrase: string): boolean {
  return RELATIONAL.test(phrase);
}

/** Nouns after which a percentage is a level: a rate, a share, a degree. */
const RATE_NOUN =
  /(?:(?<!生产|发案)率|比重|占比|比例|程度|贡献|份额|(?<!能耗|能源|碳|排放|用水|水耗)强度|比率|合格|(?:贫困|覆盖|受益|普及|参保|亏损)面|(?<=化)水平|覆盖|满意度|湿度|(?<![浓强速额])度|参保|比)$/;

export function isRateName(name: string): boolean {
  return RATE_NOUN.test(name);
}

/** Nouns that name no quantity until something says whose. */
const GENERIC_NOUNS = [
  '投资 资金 收入 销售收入 营业收入 销售额 利润 余额 总额 补助 总投资 约合 折合 年度投资 合计 支出 资产 资助 补贴',
  '中央财政 省财政 财政 总收入 总价 成交价 总金额 合同金额 总造价 贷款 完成投资 成交金额 成交额 签约额 支出规模',
  '综合收入 (?:累计|滚存)?结余 补偿 (?:年|月)?保障标准 (?:年|月)?(?:人均)?补差(?:水平|标准)? 收益 出让收益 融资金额',
  '补发',
  '产值 规模 总量 增加值 面积 总面积 里程 总里程 产量 数量 总产 单产 亩产 总产量 总产值 年产值 运行 发运 旅客 货物',
  '治理面积 改造面积 恢复面积 通车总里程 通车里程 规模以上 车流量 日均车流量 存栏 出栏 出笼',
  '贡献率 比重 占比 (?:年度计划|年度)?投资完成率 普及率 覆盖率 化解率 装机占比 发电量占比 合格率 达标率 完成率',
  '入住率 入驻率 使用率 利用率 到位率 开工率 竣工率 履约率 办结率 参保率 参与率 受益率 满意率',
  '(?:压减|压缩|削减|减少|下降)比例',
  '[户人]均年?增收 (?:严格|全面)?落实 (?:严格)?执行 实行 人平 人均 人数 惠及 带动 受益 安置 吸纳 又人均 受益群众 学生 教师 集中供养 分散供养 散居 就业 超目标人数',
  '[一二三多]孩 人员 (?:城镇|城市|农村)(?:常住)?居民',
  '排名 损失数 立案数 破案数 获奖数 绩效考核 绩效考评 成效考核 试点的?范围 位次 名次 排位',
  '项目 年均 其中 其他 年度 计划 改造 新建 建设 保质保量 覆盖 投入 发放 减免 拆除 筹集 吸引 新增 全部 建成 累计建成',
  '新建成 开行 开行班列 (?:国家|[省市县区])级 规上 限上 各[地省市县区] 最[高低多少] 日均新登记 日均新增',
];
export const GENERIC = new RegExp(`^(?:${anyOf(GENERIC_NOUNS)})$`);

/** How big each thing is that a name counts: 5000万元以上项目. */
const SIZE =
  /\d[\d.]*[万亿千百]*元(?:及?以[上下]|级)?(?=[\u4e00-\u9fff“”]{0,15}(?:人口|农户|企业|公司|项目|集群|产业|园区|乡镇|[县镇村]|主体|大户|合作社|楼宇|商户|固定资产投资))/g;

/** What is told of some of many: 一些农户年收入, 部分乡镇财政收入. */
const SOME =
  /^(?:部分(?!.*率$)|个别|少数(?!民族)|多数|大多数|有的|有些|不少|许多|很多|最[高大多低小少好差长]的)|一些(?=[\u4e00-\u9fff])|[仅单光就]此一项|(?:建成|投产|达产|投用|竣工|完工)后(?=.{2})/;

/** From what sum on a rule applies: it measures nothing. What is paid at most (封顶线) is a standard. */
const THRESHOLD = /起征[点额]|起付(?:线|标准|金)|免征额|免征标准|起征标准/;

/** Words that a name neither ends with nor begins with, and what parts two statements inside one. */
const NO_ENDS = [
  '税率(?:统一)?(?:定|确定|调整)? [两二三四五六七八九十]次 是 (?<!行)为 不得 并 年中 兄弟(?:省份|城市|县市|地区) (?<!投资)(?:计划|任务|目标)完成率 [按过以给共后前的将到至已均而] 主要 拿出 超警戒? [收支资入额值量]任务 基础上 人均 每[县市区乡镇村] 连续 持续 先后 相继 再次 累计',
  '平均 每年 每月 每人 年均 同时 [市县区州旗省港园份]中 为此.* (?<=排[位名]|评[价比选]|考[核评])中',
];
const NO_STARTS = [
  '占(?!地|补|道) 以[上下] 岁[及以] 年平均 年均(?!气温|降水|浓度) 每[人户个名位月年村镇乡县校亩] 连续 [转变降升](?:变|化)?为',
  '可(?!提供|再生|支配|比|用|持续|利用|耕|吸入) 保证其? 其(?!他|它) 没有(?!.*的[\\u4e00-\\u9fff]{2,8}$) 没能 未能 了 原定 增速 增幅 涨幅 降幅 折合 约合 相当于 平均(?!工资|预期|受教育|单产|办理|办结|审批|通关|用时|.*(?:规模|水平|价格|时间|年龄|寿命|面积|成本|产量)$) [该含的把将由从比较及]',
  '在(?!校|职|岗|册|建|园|读|编|营|库|外|[^全我本各这此该]落户|[\\u4e00-\\u9fff](?=[执就投创居学工]|两?院院?士|院士|高校|央企|金融机构))',
  '与(?!.*额$) 为(?!民办) 有?[一二两三四五六七八九十]{1,3}多?个(?:[县市区乡镇村]|街道|社区|园区)',
  '有[一二两三四五六七八九十几]{1,3} 和(?!美|田|平|谐) 到(?!位|户|手|岸|账)',
  '对(?!外|口)(?!.*(?:出口|进口|进出口额?|总?额|投资|余额|贷款|占比|比重)$)',
];
const ENDS_NO_NAME = new RegExp(`(?:${anyOf(NO_ENDS)})$`);
const OPENS_NO_NAME = new RegExp(`^(?:${anyOf(NO_STARTS)})`);
const SPLITS =
  /(?:提高|增加|扩大|提升|上升|下降|减少|降低|增长)[到至]|(?:达到?|为)每|比(?:法定|规定|原来|计划)|分别|比上|较上|同比|环比|去年|今年|明年|上年|次年/;

/** A name that may be shown: a noun phrase of sane length and nothing that splits a sentence. */
export function isCleanName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 32 &&
    !/\d/.test(
      name
        .replace(/“[^“”]*”/g, '')
        .replace(SIZE, '')
        .replace(
          /\d{1,3}(?:[至到—-]\d{1,3})?周?岁(?:及?以[上下]|(?=人群|儿童|人口|老人))|\d{1,4}[户人]及?以上|[1-5]A级|^\d{1,2}大(?=[\u4e00-\u9fff]{2})|[1-9]00强(?=企业)|24小时(?=办结|响应|受理|[^，]{0,4}率)|12\d{3}(?=政务|便民|市民|市长|服务|热线)|\d{1,4}千伏(?!安)|\d{1,2}分钟(?=内|[^，]{0,8}圈)|M[012](?![\u4e00-\u9fff]*\d)|PM2\.5|PM10|SO2|NO2|CO2|O3|5G|4G|^1(?:10|19|20|22)(?=报警|急救)/g,
          '',
        ),
    ) &&
    !ENDS_NO_NAME.test(name) &&
    !SPLITS.test(name) &&
    !/[\u4e00-\u9fff]年均(?!浓度|气温|降水|径流)|虽|尽管|[仍依]然|在[\u4e00-\u9fff]{2,10}中$/.test(name) &&
    !THRESHOLD.test(name) &&
    !/[，；：。！？《》]/.test(name) &&
    (!name.includes('、') || isOpenList(name)) &&
    !OPENS_NO_NAME.test(name) &&
    !GENERIC.test(name) &&
    !SOME.test(name) &&
    !/^(?:总量|增速|增幅|规模)[、和与]/.test(name)
  );
}
