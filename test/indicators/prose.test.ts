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
  ['新增贷款500亿元。', ['loans: 贷款 500 亿元 change']],
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
  ['全省有望实现地区生产总值5000亿元。', ['gdp: 地区生产总值 5000 亿元 level']],
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
  // Why and on top of what it did so is no part of the name.
  [
    '财政收入因减税降费影响下降3%，服务业投资虽受楼市拖累仍增长5%。',
    ['fiscal_revenue_total: 财政收入 -3 % growth', '服务业投资 5 % growth'],
  ],
  ['工业用电量受高温天气带动增长12%。', ['工业用电量 12 % growth']],
  ['出口在上年高速增长的基础上再增长6%，达到82亿元。', ['exports: 出口 6 % growth', 'exports: 出口 82 亿元 level']],
  ['受灾人口达2万人。', ['受灾人口 2 万人 level']],
  ['园区引进项目规模在县区基础上实现翻番。', []],
  ['工业企业盈亏相抵后净亏损3.6亿元。', ['工业企业净亏损 3.6 亿元 level']],
  // From what sum on a rule applies, and what somebody is paid by a rule, measure nothing; a standard does.
  ['将个人所得税起征点由3500元提高到5000元，居民医保起付线降低200元。', []],
  ['对困难职工每人每年补助1200元，每户补贴2万元。', []],
  ['把大病报销封顶线提高到30万元。', ['大病报销封顶线 30 万元 level']],
  // A share by another order of words.
  [
    '服务业在地区生产总值中的比重达到52.3%，第三产业占国民经济的比重为48.6%。',
    [
      'services_share: 服务业在地区生产总值中的比重 52.3 % level',
      'services_share: 第三产业占国民经济的比重 48.6 % level',
    ],
  ],
  ['高技术产业在规上工业中所占比重达18%。', ['高技术产业在规上工业中所占比重 18 % level']],
  // More than one half is a number of a share, and none of a year's plan.
  ['民营经济占比首次过半。', ['民营经济占比 50 % level at_least']],
  ['时间过半、任务过半，产值过半，过半居民受益。', []],
  // How many of those that were counted.
  ['培训农民工3.2万人，其中80%实现转移就业。', ['培训农民工 3.2 万人 level', '转移就业的培训农民工占比 80 % level']],
  [
    '改造老旧厂房32万平方米，其中超过60%已投入使用。',
    ['改造老旧厂房 32 万平方米 level', '投入使用的改造老旧厂房占比 60 % level at_least'],
  ],
  ['投入资金3.2亿元，其中60%已到位。', ['投入资金 3.2 亿元 level']],
  ['排查隐患1200处，其中90%已整改。', []],
  ['农村居民95%参加了合作医疗，工程建设80%完成。', ['农村居民参加了合作医疗 95 % level']],
  // What was cut, with whose it is before the verb.
  ['不动产登记缩短办理时限30%以上。', ['不动产登记办理时限 -30 % growth at_least']],
  ['规上企业减少用电成本3亿元。', ['规上企业减少用电成本 3 亿元 level']],
  // By what it is reckoned is said once; what a chemical adds up to is not reckoned so.
  ['万元GDP能耗、水耗分别下降3%、5%。', ['energy_intensity: 万元GDP能耗 -3 % growth', '万元GDP水耗 -5 % growth']],
  [
    '单位GDP能耗和化学需氧量排放量分别下降3%、5%。',
    ['energy_intensity: 单位GDP能耗 -3 % growth', '化学需氧量排放量 -5 % growth'],
  ],
  // Whose a rate is, said in the statement before.
  ['学前教育普及水平稳步提高，毛入园率达到92%。', ['学前教育毛入园率 92 % level']],
  ['巩固新型农村合作医疗制度，参合率达到98%。', ['新型农村合作医疗参合率 98 % level']],
  ['马铃薯产量52万吨，精深加工转化率达到40%。', ['马铃薯产量 52 万吨 level', '马铃薯精深加工转化率 40 % level']],
  // A rank of two that have a noun each.
  [
    '水果产量和蔬菜加工产值稳居全国第一，科技和人才工作居全国第二。',
    ['水果产量 1 位 rank', '蔬菜加工产值 1 位 rank', '科技和人才工作 2 位 rank'],
  ],
  [
    '机场货邮吞吐量达30万吨，在全国机场中的排名由第9位升至第7位。',
    ['机场货邮吞吐量 30 万吨 level', '机场货邮吞吐量 9 位 rank', '机场货邮吞吐量 7 位 rank'],
  ],
  // How many are here by now; a year's arrivals and honours are none.
  [
    '已有18家上市公司在园区落户，累计有120家世界500强企业在我省投资落户。',
    ['上市公司落户 18 家 level', '世界500强企业落户 120 家 level'],
  ],
  ['全年有31家企业落户，累计有31家企业获奖。', []],
  // Steps that were passed leave their subject to the level after them.
  [
    '财政总收入连续跨过50亿元、60亿元两个台阶，2024年达到63.8亿元。',
    ['fiscal_revenue_total: 财政总收入 63.8 亿元 level'],
  ],
  // A paragraph that opens with a zone goes on about the zone, unless it says otherwise.
  ['自贸试验区改革向纵深推进。新登记市场主体1.4万户。', []],
  ['高新区建设全面提速。完成固定资产投资120亿元。全省新增市场主体3万户。', ['market_entities: 市场主体 3 万户 change']],
  // What a word in front or inside says of time or order names nothing.
  ['六是改造棚户区20万平方米；三要新增床位3000张。', ['改造棚户区 20 万平方米 level', '新增床位 3000 张 level']],
  ['东江大桥年内建成通车3公里。', ['东江大桥建成通车 3 公里 level']],
  ['重点项目目前已完成投资30亿元。', ['重点项目投资 30 亿元 level']],
  ['有3万下岗职工通过多种途径实现了再就业。', ['下岗职工再就业 3 万人 level']],
  ['2万移民在城镇落户目标如期实现。', ['移民在城镇落户 2 万人 level']],
  ['使12万学生和3万名家庭经济困难寄宿生受益。', ['学生受益 12 万人 level', '家庭经济困难寄宿生受益 3 万名 level']],
  ['一粒米带富了20万果农。', ['带富果农 20 万人 level']],
  ['解决山区2.3万人的饮水困难。', ['解决山区饮水困难 2.3 万人 level']],
  ['每年减轻企业负担50亿元，增发20亿元国债。', ['减轻企业负担 50 亿元 level', '增发国债 20 亿元 level']],
  ['推进新型农村养老保险试点，试点范围扩大到全省60%的城市。', ['新型农村养老保险试点范围 60 % level']],
  ['整治中小河流15条段、120公里。', ['整治中小河流 120 公里 level']],
  ['新增“四上”单位120家。', ['新增“四上”单位 120 家 level']],
  [
    '完成农村危房改造1.2万户，户均补助标准2万元。',
    ['农村危房改造 1.2 万户 level', '农村危房改造户均补助标准 2 万元 level'],
  ],
  ['改造老旧小区320个，惠及居民5.2万户。', ['改造老旧小区惠及居民 5.2 万户 level']],
  ['牧区每户每年补助600元，危房改造每户补助标准提高到2万元。', ['危房改造每户补助标准 2 万元 level']],
  [
    '省财政安排专项资金5亿元支持小企业发展，争取国家补助3亿元支持的学校竣工。',
    ['省财政安排专项资金支持小企业发展 5 亿元 level'],
  ],
  [
    '农村五保供养标准年人均提高600元，养老金月人均增加112元。',
    ['农村五保供养标准 600 元 change', '养老金 112 元 change'],
  ],
  ['农民负担减轻30%以上。', ['农民负担 -30 % growth at_least']],
  ['受理案件1200件，审结率达98%。', ['案件审结率 98 % level']],
  [
    '受疫情影响旅游收入下降20%，虽然出口下降5%。',
    ['tourism_revenue: 旅游收入 -20 % growth', 'exports: 出口 -5 % growth'],
  ],
  // A share of what was just told is no indicator of the whole economy.
  [
    '实际使用外资12亿美元，其中服务业占比61%。',
    ['fdi_used: 实际使用外资 12 亿美元 level', '服务业占实际使用外资比重 61 % level'],
  ],
  [
    '实际使用外资12亿美元，其中，服务业占比61%。',
    ['fdi_used: 实际使用外资 12 亿美元 level', '服务业占实际使用外资比重 61 % level'],
  ],
  [
    '地区生产总值达到1000亿元，其中服务业占比52%。',
    ['gdp: 地区生产总值 1000 亿元 level', 'services_share: 服务业占比 52 % level'],
  ],
  [
    '税收收入120亿元，民生支出占比76%。',
    ['tax_revenue: 税收收入 120 亿元 level', 'livelihood_spending_share: 民生支出占比 76 % level'],
  ],
  ['财政民生支出占比连续多年稳定在70%以上。', ['livelihood_spending_share: 财政民生支出占比 70 % level at_least']],
  [
    '新型农村合作医疗参合农民73万人，参合率达86.2%。',
    ['新型农村合作医疗参合农民 73 万人 level', '新型农村合作医疗参合率 86.2 % level'],
  ],
  // How it moved, against what and in what course is no part of an indicator's name.
  [
    '国内生产总值可达8万亿元，粮食总产量仍可达到5亿吨。',
    ['gdp: 国内生产总值 8 万亿元 level', 'grain_output: 粮食总产量 5 亿吨 level'],
  ],
  [
    '进出口总额依旧下降12%，其中出口更是下降18%，工业增加值也由此下降3%。',
    ['trade_total: 进出口总额 -12 % growth', 'exports: 出口 -18 % growth', 'industrial_va: 工业增加值 -3 % growth'],
  ],
  [
    '固定资产投资在高位运行中增长15%，社会消费品零售总额稳中有升增长9%，工业用电量在去年高基数上增长8%。',
    [
      'fixed_asset_investment: 固定资产投资 15 % growth',
      'retail_sales: 社会消费品零售总额 9 % growth',
      '工业用电量 8 % growth',
    ],
  ],
  [
    '城镇居民人均可支配收入跑赢GDP增长9%，工业投资由负转正增长3%，外贸进出口好于预期增长6%。',
    [
      'income_urban: 城镇居民人均可支配收入 9 % growth',
      'industrial_investment: 工业投资 3 % growth',
      'trade_total: 外贸进出口 6 % growth',
    ],
  ],
  ['财政收入按可比口径、剔除一次性因素增长7%。', ['fiscal_revenue_total: 财政收入 7 % growth']],
  ['规模以上工业增加值当月增长8%。', []],
  ['地区生产总值再创佳绩转好增长8%。', ['gdp: 地区生产总值 8 % growth']],
  ['贷款余额首破5万亿元。', ['loans: 贷款余额 5 万亿元 level at_least']],
  // Who gets it is no sum, and which schools are meant is told of one standard.
  ['离退休人员人均月增加90元，农民人均增加500元。', []],
  [
    '将学生生均公用经费标准小学提高到300元、初中提高到500元。',
    ['学生生均公用经费标准小学 300 元 level', '学生生均公用经费标准初中 500 元 level'],
  ],
  ['医保财政补助标准每人每年提高30元。', ['医保财政补助标准 30 元 change']],
  ['商品房销售面积320万平方米，销售额156亿元。', ['商品房销售面积 320 万平方米 level', '商品房销售额 156 亿元 level']],
  [
    '今年以来新登记市场主体68万户，日均新登记1860户。',
    ['market_entities: 市场主体 68 万户 change', '日均新登记市场主体 1860 户 level'],
  ],
  ['新注册企业增长21%，平均每天新增超1.2万户。', ['新注册企业 21 % growth', '日均新注册企业 1.2 万户 level at_least']],
  ['企业达2.6万户，平均每天新增20户。', ['企业 2.6 万户 level']],
  ['日均新登记1860户。', []],
  // Of which of two kinds of firms they are nobody can say.
  ['个体工商户达到86万户、私营企业4.2万户，从业人员210万人。', ['个体工商户 86 万户 level', '私营企业 4.2 万户 level']],
  ['已分流安置下岗职工2万人。', ['分流安置下岗职工 2 万人 level']],
  [
    '外贸出口因国际市场需求不足而下降12%，工业品价格受供求关系影响而上涨3%，农民收入主要受粮价上涨拉动增长6%。',
    ['exports: 外贸出口 -12 % growth', '工业品价格 3 % growth', 'income_rural: 农民收入 6 % growth'],
  ],
  ['因公出国人数下降12%，因病致贫家庭3.2万户。', ['因公出国人数 -12 % growth', '因病致贫家庭 3.2 万户 level']],
  ['重点项目三年内建成通车100公里。', ['重点项目建成通车 100 公里 level']],
  ['人口平均受教育年限11.2年，受益农户3.2万户。', ['人口平均受教育年限 11.2 年 level', '受益农户 3.2 万户 level']],
  // The same quantity of the others.
  [
    '城镇居民恩格尔系数降至38.2%，农村居民降至43.5%。',
    ['城镇居民恩格尔系数 38.2 % level', '农村居民恩格尔系数 43.5 % level'],
  ],
  [
    '城镇居民人均可支配收入达到15600元，农村居民达到5600元。',
    ['income_urban: 城镇居民人均可支配收入 15600 元 level', 'income_rural: 农村居民人均可支配收入 5600 元 level'],
  ],
  ['参保农户56万户，赔付金额3.2亿元，农村居民3600元。', ['参保农户 56 万户 level', '赔付金额 3.2 亿元 level']],
  ['农村公路建设补助标准每公里提高5万元。', ['农村公路建设补助标准 5 万元 change']],
  ['省财政拿出10亿元，重点扶持100家成长型中小企业。', ['省财政拿出扶持成长型中小企业 10 亿元 level']],
  // A limit that is told alone is a rule's; a standard that is raised is a quantity from both ends.
  ['下调单位缴费比例，各地可降至16%，最高不超过2000万元，每个子女每月扣除2000元。', []],
  [
    '危房改造每户补助由1.2万元提高到1.5万元，粮食最低收购价每斤提高0.1元。',
    ['危房改造每户补助 1.2 万元 level', '危房改造每户补助 1.5 万元 level', '粮食最低收购价 0.1 元 change'],
  ],
];

test.each(SENTENCES)('%s', (sentence, expected) => {
  expect(read(sentence)).toEqual(expected);
});

test('a plan tells what there is now and goes on with what it will do', () => {
  const observations = readText('目前全省老年人口已达1200万人，今年新增床位3000张。', report, { plan: true });
  expect(observations.map(({ name, status, to }) => `${name} ${status} ${to}`)).toEqual([
    '老年人口 actual 2024',
    '新增床位 target 2025',
  ]);
});

test('in one year what has grown by so many times has grown in that year', () => {
  const observations = readText('金融业占比较2020年提高2.1个百分点；进出口增长1.2倍。', report);
  expect(observations.map(({ from, to }) => [from, to])).toEqual([
    [2021, 2024],
    [2024, 2024],
  ]);
});

test('what has grown by so many times has done so since the year that the sentence counts from', () => {
  const text = '2024年，地区生产总值比2019年增长30%，财政收入增长1.2倍；旅游人次同比增长1.1倍。';
  const observations = readText(text, report, { heading: '过去五年工作回顾' });
  expect(observations.map(({ from, to }) => [from, to])).toEqual([
    [2020, 2024],
    [2020, 2024],
    [2024, 2024],
  ]);
});

test('a second aim, in the course of the work, is of the same indicator', () => {
  const text = '一般公共预算收入增长6%，争取在实际工作中增长8%。';
  const observations = readText(text, report, { plan: true });
  expect(observations.map(({ indicator, value, status }) => `${indicator} ${value} ${status}`)).toEqual([
    'budget_revenue 6 target',
    'budget_revenue 8 target',
  ]);
});

test('a report of a zone tells its own figures in a paragraph about the zone', () => {
  const zone: ReportIdentity = { title: '', place: '某市高新区', level: 'county', year: 2025, reviewYear: 2024 };
  const text = '高新区建设全面提速。完成固定资产投资120亿元。';
  expect(readText(text, zone).map(({ indicator }) => indicator)).toEqual(['fixed_asset_investment']);
  expect(readText(text, report)).toEqual([]);
});
