import type { ReportIdentity } from '../report/types';

const PROVINCES =
  '北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆';

/** A part of the report's own area that is named by its kind. */
const PARTS = '中心城区|市城区|主城区|城区|市区|市本级|区本级|县本级|省本级|市直|城市建成区';

const OWN = /^(?:我们?|本)(省|市|县|区|州|国|自治区|盟|旗|镇|乡)/;
const WHOLE = /^全(省|市|县|区|州|国|自治区|盟|旗|镇|乡|疆)(?!性|域|面|部)(?:上下|各级)?/;
const PART = new RegExp(`^(?:${PARTS})`);
const NAMED = new RegExp(
  `^(?:(?:${PROVINCES})(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区)?|[\\u4e00-\\u9fff]{2,3}(?:市|县|区|州|自治州|自治县)(?=[\\u4e00-\\u9fff]))`,
);
/** Words that end like a county's or a city's name and are none. */
const NO_PLACE =
  /[新增占在中大小各]市|城市|超市|股市|上市|都市|县市|省市|夜市|楼市|地级|直辖|各[县市区]|个[县市区]|新区|园区|开发区|高新|经开|景区|山区|社区|牧区|灾区|库区|老区|地区|城区|辖区|片区|街区|厂区|校区|小区|湾区|保区|贸区|作区|示范区|保护区|自治区|林区|矿区|区县/;

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

/** The area that a phrase begins with, by the name that an observation carries, and how much of the phrase says so. */
export function areaAt(phrase: string, report: ReportIdentity | null): { area: string; length: number } | null {
  const own = OWN.exec(phrase);
  if (own) return { area: report?.place ?? own[0], length: own[0].length };
  const whole = WHOLE.exec(phrase);
  if (whole) return { area: wholeArea(whole[1]!, report), length: whole[0].length };
  const part = PART.exec(phrase);
  if (part && part[0].length < phrase.length) return { area: part[0], length: part[0].length };
  const named = NAMED.exec(phrase);
  if (named && !NO_PLACE.test(named[0])) return { area: named[0], length: named[0].length };
  return null;
}

/** 全市 in a city's report is that city; in a district's report it is the city that the district belongs to. */
function wholeArea(word: string, report: ReportIdentity | null): string {
  if (word === '国') return '全国';
  if (!report) return `全${word}`;
  if (
    LEVEL_WORD[word]?.includes(report.level) &&
    (report.level !== 'county' || word !== '市' || report.place.endsWith('市'))
  ) {
    return report.place;
  }
  const parent = new RegExp(`^.{1,12}?${word}`).exec(report.place);
  return parent && parent[0].length < report.place.length ? parent[0] : `全${word}`;
}
