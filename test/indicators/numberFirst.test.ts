import { describe, expect, test } from 'vitest';
import type { ReportIdentity } from '../../lib/report/types';
import { readText } from './readText';

const report: ReportIdentity = { title: '', place: '衡阳市', level: 'prefecture', year: 2020, reviewYear: 2019 };

const REVIEW = {};
const PLAN = { plan: true };

/** '选派机关干部驻村帮扶 1200 名 level' */
function read(text: string, part: { plan?: boolean }): string[] {
  const observations = readText(text, report, part);
  return observations.map(({ name, value, unit, measure, bound, status }) =>
    [name, value, unit, measure, ...(bound ? [bound] : []), ...(status === 'actual' ? [] : [status])].join(' '),
  );
}

const STATEMENTS: [string, string[]][] = [
  // People, households and land: the statement without its number is the name.
  ['共选派1200名机关干部驻村帮扶。', ['选派机关干部驻村帮扶 1200 名 level']],
  ['全县3.2万名干部职工下沉一线。', ['干部职工下沉一线 3.2 万名 level']],
  ['二期工程圆满收官、5000余户棚户区居民圆了安居梦。', ['棚户区居民圆了安居梦 5000 户 level at_least']],
  // Those who still want for something, and what they want for; those whom a disaster struck.
  ['还有1.4万户居民居住在老旧小区里。', ['居住在老旧小区里的居民 1.4 万户 level']],
  ['尚有1900余人饮水困难、3个村不通客车。', ['饮水困难的人口 1900 人 level at_least']],
  ['仍有860户没有搬出滑坡区。', ['没有搬出滑坡区的住户 860 户 level']],
  ['还有1200名群众受到表彰，还有两类问题。', []],
  ['洪灾造成14个乡镇、21.7万人受灾，3人死亡。', ['受灾人口 21.7 万人 level']],
  ['分流职工1764人，其中686名下岗职工实现了再就业。', ['分流职工 1764 人 level', '下岗职工再就业 686 名 level']],
  ['引进人才320人，其中12户企业实现上市。', ['引进人才 320 人 level']],
  ['完成核心区3.6平方公里土地一级开发。', ['核心区土地一级开发 3.6 平方公里 level']],
  ['改造老城区58公里供水管网，建设工业区30万吨铜加工项目。', ['改造老城区供水管网 58 公里 level']],
  ['又有800户农村危房得到改造，1.2万亩林地确权到户。', ['农村危房改造 800 户 level', '林地确权到户 1.2 万亩 level']],
  ['对1200名失业职工进行再就业培训。', ['失业职工进行再就业培训 1200 名 level']],
  ['为18.6万名65岁以上老年人免费体检。', ['65岁以上老年人免费体检 18.6 万名 level']],
  ['为超3万名孕妇免费提供地中海贫血、唐氏综合征等产前筛查。', ['孕妇免费提供产前筛查 3 万名 level at_least']],
  ['农村饮水工程使32万农民受益。', ['农村饮水工程惠及农民 32 万人 level']],
  ['营养改善计划惠及36万农村学生。', ['营养改善计划惠及农村学生 36 万人 level']],
  ['解决2.1万农村人口饮水不安全问题。', ['解决农村人口饮水不安全问题 2.1 万人 level']],
  [
    '为1000名困难学生、500名孤儿提供资助，有120万农民和38万城镇居民参加医疗保险。',
    [
      '困难学生提供资助 1000 名 level',
      '孤儿提供资助 500 名 level',
      '农民参加医疗保险 120 万人 level',
      '城镇居民参加医疗保险 38 万人 level',
    ],
  ],
  ['我市有26万在校学生。', ['在校学生 26 万人 level']],
  // What they did, where their number alone names them, and who takes part in what.
  ['又有1.6万人解决了温饱问题。', ['解决了温饱问题 1.6 万人 level']],
  ['12个贫困村出列、1.6万人脱贫。', ['脱贫 1.6 万人 level']],
  [
    '组织30余万人次投入抗旱，动员1.2万人次参加义务植树。',
    ['组织投入抗旱 30 万人次 level at_least', '动员参加义务植树 1.2 万人次 level'],
  ],
  ['为3.6万人次报销医药费2100万元。', ['报销医药费 3.6 万人次 level', '报销医药费 2100 万元 level']],
  [
    '为2.1万户发放补贴8600万元，为1.2万名职工追回工资1.6亿元。',
    ['发放补贴 8600 万元 level', '职工追回工资 1.2 万名 level', '追回工资 1.6 亿元 level'],
  ],
  [
    '1200名护林员持证上岗，为260户偏远牧户更新发电设备。',
    ['护林员持证上岗 1200 名 level', '偏远牧户更新发电设备 260 户 level'],
  ],
  // Through what and before which feast it came about is no part of the name.
  [
    '860名下岗职工通过多种渠道走上新的岗位，首批320户居民春节前搬进新居。',
    ['下岗职工走上新的岗位 860 名 level', '居民搬进新居 320 户 level'],
  ],
  ['向210户困难家庭发放了租赁补贴。', ['困难家庭发放租赁补贴 210 户 level']],
  // A statement that the next figure cuts off says nothing.
  ['8.3万名寄宿生吃上了每天3元补助的午餐，1.2万名群众住上了新房。', ['群众住上了新房 1.2 万名 level']],
  // What a work of some years will do is an aim, and what a year of it has done is none.
  ['将用三年时间搬迁居民1.6万户，去年完成搬迁3600户。', ['搬迁居民 1.6 万户 level target', '搬迁 3600 户 level']],
  ['36户国有企业完成破产，26户停产企业恢复生产。', []],
  ['支持120户参加展会，320名护林员的补贴按时发放，86名调解员被评为先进。', []],
  ['1600人次来衡参访。', ['来衡参访 1600 人次 level']],
  // A part of something else, an honour, a loss: none.
  ['建成200人的应急救援队伍，新建可容纳3000名学生的寄宿制学校。', []],
  ['支持2000名学生的体育馆建设，13亿多人民的温饱问题得到解决。', []],
  ['26名职工被评为先进个人，3名群众受伤。', []],
  ['3万平米居民区完成改造，新增3万户籍人口的规划获批。', []],
  ['200名青年志愿者服务站挂牌，300名医生团队进驻，1.2万名学生宿舍改造完成。', []],
  // Money by its purpose.
  ['投入2亿元实施城区道路改造。', ['投入实施城区道路改造 2 亿元 level']],
  ['市财政投入3.5亿元，用于农村公路建设。', ['市财政投入用于农村公路建设 3.5 亿元 level']],
  ['市财政安排900万元支持116户国有企业改制。', ['市财政安排支持国有企业改制 900 万元 level']],
  ['安排1.2亿元技改专项资金支持中小企业。', ['技改专项资金 1.2 亿元 level']],
  ['将2.8亿元财政资金纳入直达范围。', ['财政资金纳入直达范围 2.8 亿元 level']],
  ['投入5000万元的污水处理厂建成，投入8000万元支持建设的学校竣工。', []],
  // For whom it was done is no part of the name.
  ['为老年人提供上门服务12万人次。', ['提供上门服务 12 万人次 level']],
  ['累计为实体经济减负30亿元以上。', ['实体经济减负 30 亿元 level at_least']],
  // What an event led to, and what was counted twice.
  ['举办文化惠民活动320场次、惠及12万人次。', ['文化惠民活动惠及 12 万人次 level']],
  ['开展采供对接活动12场，成交金额8.6亿元。', ['采供对接活动成交金额 8.6 亿元 level']],
  ['组织出访47批、195人次。', ['组织出访 195 人次 level']],
  [
    '新增市级重点实验室12个、总数达86个，新认定省级绿色工厂3家、累计12家。',
    ['市级重点实验室总数 86 个 level', '省级绿色工厂 12 家 level'],
  ],
  ['新建高标准农田12万亩，累计建成86万亩。', ['新建高标准农田 12 万亩 level', '累计建成高标准农田 86 万亩 level']],
  ['12345热线受理群众诉求3.6万件，办结率99%。', ['群众诉求办结率 99 % level']],
  // What there is.
  ['拥有国家级科研平台12个、省级重点实验室35家。', ['国家级科研平台 12 个 level', '省级重点实验室 35 家 level']],
  ['目前已建成320个社区养老服务站。', ['社区养老服务站 320 个 level']],
  ['拥有12个获奖项目的企业。', []],
  // How big each is stands in the name.
  [
    '年销售收入5000万元以上企业达86家，亿元以上项目完成投资280亿元。',
    ['年销售收入5000万元以上企业 86 家 level', '亿元以上项目投资 280 亿元 level'],
  ],
  // A verb before its name, a bare percentage after it.
  [
    '压减一般性支出5%，企业开办时间缩短三分之一以上。',
    ['一般性支出 -5 % growth', '企业开办时间 -33.33 % growth at_least'],
  ],
];

const AIMS: [string, string[]][] = [
  ['支持1000名大学生返乡创业。', ['支持大学生返乡创业 1000 名 level target']],
  ['让100万群众喝上干净水。', ['群众喝上干净水 100 万人 level target']],
  ['今年要新增80万吨标准煤的节能能力。', ['新增节能能力 80 万吨标准煤 level target']],
  ['把增长预期目标定在7.5%左右。', ['经济 7.5 % growth about target']],
];

describe('numbers that stand before their noun', () => {
  test.each(STATEMENTS)('%s', (text, expected) => expect(read(text, REVIEW)).toEqual(expected));
  test.each(AIMS)('plans: %s', (text, expected) => expect(read(text, PLAN)).toEqual(expected));
});
