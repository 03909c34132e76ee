import { expect, test } from 'vitest';
import type { ReportIdentity } from '../../lib/report/types';
import { readText } from './readText';

const report: ReportIdentity = { title: '', place: '某省', level: 'province', year: 2025, reviewYear: 2024 };

/** '入境游客 120 万人次 level at_least' */
function read(text: string): string[] {
  const observations = readText(text, report);
  return observations.map(({ indicator, name, value, unit, measure, bound }) =>
    [...(indicator ? [`${indicator}:`] : []), name, value, unit, measure, ...(bound ? [bound] : [])].join(' '),
  );
}

const SENTENCES: [string, string[]][] = [
  // People without a measure word are people, whatever stands between them and the number.
  ['贫困人口减少600多万。', ['贫困人口 -600 万人 change at_least']],
  ['技能人才新增8.1万，在校职工达到3.2万。', ['技能人才 8.1 万人 change', '在校职工 3.2 万人 level']],
  ['入园人次由8300万增加到1亿2千多万。', ['入园人次 8300 万人次 level', '入园人次 1.2 亿人次 level at_least']],
  ['覆盖农村3亿人口。', ['覆盖农村人口 3 亿人 level']],
  // The field of a rank may be said of each.
  [
    '小麦、玉米产量分别达到200万吨、300万吨，分别居全国第二、全国第三。',
    ['小麦产量 200 万吨 level', '玉米产量 300 万吨 level', '小麦产量 2 位 rank', '玉米产量 3 位 rank'],
  ],
  // What one number is of, however many places or kinds it names.
  ['东南亚、日韩、欧美入境游客超50万人次。', ['东南亚、日韩、欧美入境游客 50 万人次 level at_least']],
  ['居民在本地参加医疗、养老、失业保险7万人次。', ['居民在本地参加医疗、养老、失业保险 7 万人次 level']],
  // What is added to loans by currency is a change of the balance; trains that run are a deed.
  ['新增人民币贷款1200亿元。', ['loans: 人民币贷款 1200 亿元 change']],
  ['新增贷款500亿元。', ['新增贷款 500 亿元 level']],
  ['拓展中亚线路，开行班列400班次。', []],
  ['认定高新技术企业120家。', ['hightech_firms: 高新技术企业 120 家 change']],
  // Ranks of several, of what was just told, and of what has been first for years.
  ['某牌电池、某牌玻璃市场占有率稳居全球首位。', ['某牌电池市场占有率 1 位 rank', '某牌玻璃市场占有率 1 位 rank']],
  ['省运动员夺得3金1银、金牌数奖牌数均居全国首位。', ['金牌数 1 位 rank', '奖牌数 1 位 rank']],
  ['政务网站绩效评估连续三年全国第一。', ['政务网站绩效评估 1 位 rank']],
  ['节能改造等6个项目入选国家“领跑”项目名单，数量居中部地区首位。', ['入选国家“领跑”项目名单数量 1 位 rank']],
  // Which roads are open is said before.
  ['建成沿江高速公路等项目，通车总里程突破5000公里。', ['expressway_km: 高速公路通车总里程 5000 公里 level at_least']],
  ['建成沿江高速公路和农村公路，通车总里程突破5000公里。', []],
  // Where the stop is lost a new verb opens a statement; what follows may say what a share is of.
  ['设备投资增长12%大力发展服务消费。', ['设备投资 12 % growth']],
  ['保障科研人员八成以上时间用于科研活动。', ['科研人员时间用于科研活动 80 % level at_least']],
  ['推进承包地制度改革、确权面积超过80%。', ['确权面积 80 % level at_least']],
  ['搬迁3万户，9.5万群众远离了危险、搬出了大山。', ['搬迁 3 万户 level', '群众远离了危险 9.5 万人 level']],
  ['改造约200万人居住的城镇棚户区。', ['城镇棚户区改造 200 万人 level about']],
  ['引导约1亿人在中西部就近城镇化。', ['中西部就近城镇化 1 亿人 level about']],
  // Institutions that a sentence opens with are there; after a verb they are a deed.
  [
    '省实验室27家、产业技术研究院6家、产业研究院55家。',
    ['省实验室 27 家 level', '产业技术研究院 6 家 level', '产业研究院 55 家 level'],
  ],
  ['新建省实验室3家、产业研究院5家。', []],
  ['继续实施退耕还林还草，全年安排50万亩。', ['退耕还林还草 50 万亩 level']],
  // What has fallen is a price; whose a quantity is stands before its number.
  ['集采药品平均降价42%。', ['集采药品价格 -42 % growth']],
  ['“牛羊菜”3个产业集群产值突破600亿元。', ['“牛羊菜”3个产业集群产值 600 亿元 level at_least']],
  // Whose the second is nobody can say; two industries together have one rank.
  ['动力电池产量、出口额居全国第一。', []],
  ['生物医药、电子信息两大产业产值居全省第一。', ['生物医药、电子信息两大产业产值 1 位 rank']],
  ['营商环境评价连续三年全国第一方阵。', []],
  ['拥有5000万人口大市，我省有2亿人口红利。', []],
  // Adverbs between a name and its verb; 可 says that it is reckoned, and closes a name as well.
  ['全年财政收入可完成520亿元。', ['fiscal_revenue_total: 财政收入 520 亿元 level']],
  ['在减税的情况下，财政收入依然达到860亿元。', ['fiscal_revenue_total: 财政收入 860 亿元 level']],
  ['粮食总产可望达到32万吨。', ['grain_output: 粮食总产 32 万吨 level']],
  ['社会消费品零售总额却增长12%。', ['retail_sales: 社会消费品零售总额 12 % growth']],
  ['新增行政许可事项达120项。', ['新增行政许可事项 120 项 level']],
  // What a work will bring once it is built is no figure of the place; what it brought is.
  ['项目达产后，年产值可达10亿元、税收8000万元；全省税收完成5000亿元。', ['tax_revenue: 税收 5000 亿元 level']],
  ['水厂建成后，日供水能力将达到5万吨。', []],
  ['高速公路建成通车后，高速公路通车里程将达到320公里。', []],
  ['项目竣工后新增耕地3200亩。', []],
  ['工业园区二期投产后，园区产值达到36亿元。', ['园区产值 36 亿元 level']],
  // Of one source, or of some of many, or of where there is most.
  ['仅此一项，农民人均增收300元。', []],
  ['仅苹果一项，果农人均收入就达6200元。', []],
  ['仅烤烟一项就实现税收3200万元。', ['烤烟税收 3200 万元 level']],
  ['一些农户年收入超过5万元，不少村集体收入突破10万元，部分市县财政收入突破10亿元。', []],
  [
    '农民人均纯收入达到8000元，最高的城关镇达到1.2万元，最低的也有6000元。',
    ['income_rural: 农民人均纯收入 8000 元 level', '城关镇农民人均纯收入 1.2 万元 level'],
  ],
  ['各乡镇财政收入均突破1000万元。', ['各乡镇财政收入 1000 万元 level at_least']],
  ['各项指标均增长8%。', []],
];

test.each(SENTENCES)('%s', (sentence, expected) => {
  expect(read(sentence)).toEqual(expected);
});
