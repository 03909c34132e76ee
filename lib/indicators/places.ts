import type { ReportIdentity } from '../report/types';
import { anyOf } from './words';

const PROVINCES =
  '北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆';

/** The prefectures (GB/T 2260, without 市, 州, 盟), because 庆阳经济总量 names a place only to somebody who knows it. */
const PREFECTURES = anyOf([
  '石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁',
  '呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安 锡林郭勒 阿拉善 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛',
  '长春 吉林 四平 辽源 通化 白山 松原 白城 延边 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭',
  '南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水',
  '合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德',
  '南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽',
  '郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施',
  '长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮',
  '南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 三沙 儋州 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山',
  '贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆 拉萨 日喀则 昌都 林芝 山南 那曲 阿里',
  '西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南 西宁 海东 海北 黄南 海南 果洛 玉树 海西',
  '银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 克孜勒苏 喀什 和田 伊犁 塔城 阿勒泰',
]);

/** A part of the report's own area that is named by its kind. */
const PARTS =
  '县城(?=建成区|污水|生活污水|生活垃圾|绿化)|中心城区|市城区|主城区|城区|市区|市本级|区本级|县本级|省本级|市直|城市建成区|南疆|北疆|东疆';

/** Kinds of areas that have a report of their own, the longer ones first. */
const KIND = '自治区|地区(?!生产总值)|街道|新区(?![域位划])|开发区|管理区|[省市县区州国盟旗镇乡疆]';
/** Characters of the longest name of a group of cities: 天山北坡城市群. */
const LONGEST_GROUP = 9;
const GROUP = /城市群|都市圈/;
const OWN = new RegExp(`^(?:我们?|本)(${KIND})`);
const OWN_KIND = new RegExp(`(?:${KIND}|经开区|高新区|园区)$`);
const WHOLE = new RegExp(
  `^全(${KIND})(?!性|域|面|部|首|率先|领先|最|前|重点|优秀|先进|文明|示范|百强|一流|统一|[\\u4e00-\\u9fff]{0,10}(?:运动会|冬运会|全运会|大赛|博览会|锦标赛))(?:上下|各级)?`,
);
const WITHIN = /^(?:[省市县区州境]|辖区?|域)内(?!外|异地|生产的|注册|企业生产)/;
const PART = new RegExp(`^(?:${PARTS})`);
const NAMED = new RegExp(
  `^(?:(?:${PROVINCES})(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区)?|(?:${PREFECTURES})(?:市|州|盟|地区)?|[\\u4e00-\\u9fff]{2}(?:县|自治县)(?![外内级域城直乡镇区委道]))(?=[\\u4e00-\\u9fff])(?!机场|大桥|高铁|高速|铁路|港|站|大学)`,
);
const BARE = new RegExp(`^(?:${PROVINCES}|${PREFECTURES})$`);
/** Words that end like a county's or a city's name and are none. */
const NO_PLACE =
  /[各全个本我贫困脱省市区等州镇为的在将对把两和与及所其中]县|[新增占在中大小各]市|城市|超市|股市|上市|都市|县市|省市|夜市|楼市|地级|直辖|各[县市区]|个[县市区]|新区|园区|开发区|高新|经开|景区|山区|社区|牧区|灾区|库区|老区|地区|城区|辖区|片区|街区|厂区|校区|小区|湾区|保区|贸区|作区|示范区|保护区|自治区|林区|矿区|区县/;

const ABSOLUTE = new RegExp(
  `^(?:(?:${PROVINCES})(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区)?|(?:${PREFECTURES})(?:市|州|盟|地区)?)`,
);

/**
 * The area of an observation by a name that means one place in every report: 全省 and 城区 get the place of the report in
 * front of them, whose words they are.
 */
export function areaOf(refArea: string, reportPlace: string): string {
  if (refArea === reportPlace || refArea === '全国' || ABSOLUTE.test(refArea)) return refArea;
  return `${reportPlace} · ${refArea}`;
}

const LEVEL_WORD: Record<string, ReportIdentity['level'][]> = {
  国: ['nation'],
  省: ['province'],
  自治区: ['province'],
  疆: ['province'],
  市: ['prefecture', 'province', 'county'],
  州: ['prefecture'],
  盟: ['prefecture'],
  县: ['county'],
  旗: ['county'],
  区: ['county', 'province'],
  镇: ['township'],
  乡: ['township'],
};

/**
 * The area that a phrase begins with, by the name that an observation carries, and how much of the phrase says so.
 * `bare` when the name has no 省, 市 or 县 to it: 白银产量 may be of silver, so the rest must settle it.
 */
export function areaAt(
  phrase: string,
  report: ReportIdentity | null,
): { area: string; length: number; bare?: boolean } | null {
  const own = OWN.exec(phrase);
  if (own) return { area: report ? wholeArea(own[1]!, report) : own[0], length: own[0].length };
  const within = WITHIN.exec(phrase);
  if (within && within[0].length < phrase.length) return { area: report?.place ?? within[0], length: within[0].length };
  const whole = WHOLE.exec(phrase);
  if (whole) return { area: wholeArea(whole[1]!, report), length: whole[0].length };
  const part = PART.exec(phrase);
  if (part && part[0].length < phrase.length) return { area: part[0], length: part[0].length };
  // 天山北坡城市群空气质量
  const group = GROUP.exec(phrase.slice(0, LONGEST_GROUP));
  const length = group && group.index >= 2 ? group.index + group[0].length : 0;
  if (length > 0 && length < phrase.length) return { area: phrase.slice(0, length), length };
  const named = NAMED.exec(phrase);
  if (named && !NO_PLACE.test(named[0])) return { area: named[0], length: named[0].length, bare: BARE.test(named[0]) };
  return report && ownAt(phrase, report);
}

/** 白马镇实现财政收入, 开发区完成工业总产值, 镇财政收入: the report's place by its name or by its kind alone. */
function ownAt(
  phrase: string,
  { place, level }: ReportIdentity,
): { area: string; length: number; bare?: boolean } | null {
  if (
    place.length >= 3 &&
    phrase.startsWith(place) &&
    /^[\u4e00-\u9fff](?<![委政人法检])/.test(phrase.slice(place.length))
  )
    return { area: place, length: place.length };
  // 上海机场旅客吞吐量 in the report of Shanghai is of all the airports that it has.
  const airport = phrase.indexOf('机场');
  if (airport >= 2 && place.replace(/[省市州县区]$/, '') === phrase.slice(0, airport) && phrase.includes('吞吐量'))
    return { area: place, length: airport };
  const local = /^(?:county|township)$/.test(level ?? '') ? place.slice(-1) : '';
  const kind = [OWN_KIND.exec(place)?.[0] ?? '', local].find(
    (one) => phrase.startsWith(one) && (one.length > 1 || one === local),
  );
  if (!kind) return null;
  const done = kind.length > 1 && /^(?:共|累计)?(?:完成|实现)/.test(phrase.slice(kind.length));
  return { area: place, length: kind.length, bare: !done };
}

/** 全市 in a city's report is that city; in a district's report it is the city that the district belongs to. */
function wholeArea(word: string, report: ReportIdentity | null): string {
  if (word === '国') return '全国';
  if (!report) return `全${word}`;
  if (
    (LEVEL_WORD[word]?.includes(report.level) || report.place.endsWith(word)) &&
    (report.level !== 'county' || word !== '市' || report.place.endsWith('市'))
  ) {
    return report.place;
  }
  const parent = new RegExp(`^.{1,12}?${word}`).exec(report.place);
  return parent && parent[0].length < report.place.length ? parent[0] : `全${word}`;
}
