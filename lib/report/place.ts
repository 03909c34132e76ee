import { Trie } from '../text/trie';
import { DIRECT_CITIES, FORMER_PREFECTURES, PREFECTURES, PROVINCES, type Prefecture, shortName } from './places';
import type { Level } from './types';

/** An administrative area as ReportIdentity names it, with the area that it belongs to. */
export interface Place {
  /** 衡阳市, 衡阳市石鼓区, 湖南省, 全国. */
  place: string;
  level: Level;
  /** 湖南省 for 衡阳市, 衡阳市 for 衡阳市石鼓区; null when the text does not say. */
  parent: string | null;
}

interface Parts {
  province: string | null;
  prefecture: string | null;
  county: string | null;
  township: string | null;
}

const MUNICIPALITIES = ['北京市', '天津市', '上海市', '重庆市'];
const HAN = '\\u4e00-\\u9fff';
/** The salutation and the formula stand within so many characters of a document's beginning. */
const HEAD_OF_TEXT = 20_000;
/** What stands right after a place's name in a title, a session line or a signature. */
const AFTER =
  '(?=人民|政府|第|委|区长|县长|市长|旗长|镇长|乡长|代|党|工作|行政|管|革命|办事处|十|[一二三四五六七八九]届|$|[\\d\\n，、（\\s])';
/** What a run of characters before 县, 区 or 镇 holds that is no name: 全县, 辖区, 加快建设新城区, 第三届…. */
const NO_NAME =
  /提升|建设(?=.)(?!街$)|推进|加快|打造|优化|成为|以及|县市|^[全我本各](?:[省市县区旗州乡镇]|$)|开发|高新|自治|示范|[社园辖]$|城乡|新时|省|人民(?!路)|政府|代表|报告|的|大会|会议|来源|[一二三四五六七八九十]届|[\d一二三四五六七八九十][年月日次]/;
/** A title, a session, a speaker or the opening's 代表…人民政府; a bare 石鼓区 may be a link of the site's menu. */
const NAMES_OWNER =
  /报告|代表大会|人大|届|会议|[省市县区州旗镇乡盟]长|主席|专员|主任|^[^\s]{2,24}(?:政府|国务院|行署|行政公署|管委会|管理委员会|办事处)$/;
const COUNTY = new RegExp(
  `^([${HAN}]{1,18}?自治[县旗]|[${HAN}]{1,8}?(?:林区|特区|新区|县|(?<=[${HAN}]{2})[区旗市]))${AFTER}`,
);
/** Districts whose name is one character, which only stand behind their city: 阳泉市城区, 攀枝花市东区. */
const BARE_DISTRICT = new RegExp(`^([城郊矿东西]区)${AFTER}`);
/** A zone that a committee governs: 湘潭经济技术开发区, 成都高新区. */
const ZONE = new RegExp(
  `^([${HAN}]{2,18}?(?:开发区|高新区|经开区|园区|工业区|保税区|度假区|管理区|示范区|合作区|试验区|实验区|贸易区|新城|新区))${AFTER}`,
);
/** Who governs a zone speaks for its committee. */
const COMMITTEE = /(?:代表|受)[^，。\n]{0,30}(?:管委会|管理委员会)|(?:管委会|管理委员会)工作的?报告/;
/** 昆山市周庄镇 is a town of 昆山市. */
const COUNTY_OVER = new RegExp(`^([${HAN}]{2,7}?[市县区旗])([${HAN}]{2,}(?:镇|乡|街道|苏木))$`);
/** 临州市东湖区: a district behind a city that the tables do not list. */
const DISTRICT_OF = /^([\u4e00-\u9fff]{2,6}市)([\u4e00-\u9fff]{2,}(?:[县区旗]|市))$/;
/** A prefecture that the tables do not list, told by its suffix. */
const PREFECTURE = new RegExp(
  `^([${HAN}]{2,18}?(?:自治州|地区|(?<=[${HAN}]{2})盟))(?:(?=[${HAN}]{2,8}[县旗市]${AFTER})|${AFTER})`,
);
/** 在省委、省政府和市委的领导下: only a prefecture's city stands right under its province. */
const UNDER_PROVINCE =
  /(?:省委、省(?:人民)?政府|自治区党委、(?:自治区)?(?:人民)?政府)(?:和|及|、)(?:中共)?[\u4e00-\u9fff]{0,4}市委(?!、市政府)/;
const UNDER_PREFECTURE =
  /(?:市委、市(?:人民)?政府|地委、行署|州委、州(?:人民)?政府|盟委、行署)(?:和|及|、)(?:中共)?[\u4e00-\u9fff]{0,4}市委/;
const TOWNSHIP = new RegExp(`^([${HAN}]{1,12}?(?:镇|乡|街道|苏木))(?:(?=居民|村民|社区|党员)|${AFTER})`);

/**
 * The place that the lines around a title name: the most specific one. The lines go from far to near; the nearest that
 * names a part wins. `text` serves to find the prefecture of a county that the lines name alone.
 */
export function placeInHead(lines: readonly string[], text: string): Place | null {
  const found: Parts = { province: null, prefecture: null, county: null, township: null };
  const zones = COMMITTEE.test(lines.join('\n')) || COMMITTEE.test(text.slice(0, HEAD_OF_TEXT));
  for (const line of lines.flatMap((whole) => whole.split(/(?<=会议上)/)).reverse()) {
    if (!NAMES_OWNER.test(line) || /来源|责任编辑|[>»]|日报|晚报/.test(line)) continue;
    const parts = partsOf(line, zones);
    found.province ??= parts.province;
    found.prefecture ??= parts.prefecture;
    found.county ??= parts.county;
    found.township ??= parts.township;
  }
  if (!found.province && !found.prefecture && !found.county && !found.township) return null;
  if (found.county?.endsWith('市') && !found.prefecture && !found.township && !DIRECT_CITIES.includes(found.county)) {
    if (UNDER_PROVINCE.test(text) && !UNDER_PREFECTURE.test(text)) {
      found.prefecture = found.county;
      found.county = null;
    }
  }
  const district = districtOver(found, text);
  if (district) {
    found.county = found.prefecture;
    found.prefecture = district;
  }
  if (found.township && !found.county) found.county = countyOver(text);
  if ((found.county || found.township) && !found.prefecture) {
    const municipality = found.province && MUNICIPALITIES.includes(found.province) ? found.province : null;
    found.prefecture = municipality ?? parentInBody(text, found.province);
  }
  return placeOf(found);
}

/** 地委 and 行署 so often in a city's report: the city is a county of the prefecture that has its name. */
const DISTRICT_WORDS = 3;

/** The prefecture (娄底地区) over a city that was of the county's rank until it took the prefecture's place. */
function districtOver({ prefecture, county, township }: Parts, text: string): string | null {
  if (county || township || !prefecture?.endsWith('市')) return null;
  const words = text.match(/地委|行署/g)?.length ?? 0;
  return words >= DISTRICT_WORDS && text.includes('市委') ? `${prefecture.slice(0, -1)}地区` : null;
}

function placeOf({ province, prefecture, county, township }: Parts): Place {
  const under = (parent: string | null, name: string) =>
    parent && !name.startsWith(parent) && !(ZONE.test(name) && name.startsWith(shortName(parent)))
      ? parent + name
      : name;
  if (township) {
    const parent = county ? under(prefecture, county) : prefecture;
    return { place: under(parent, township), level: 'township', parent };
  }
  if (county) return { place: under(prefecture, county), level: 'county', parent: prefecture ?? province };
  if (prefecture && !MUNICIPALITIES.includes(prefecture)) {
    const above = provinceOf(prefecture) ?? province;
    return { place: prefecture, level: 'prefecture', parent: above };
  }
  return { place: (prefecture ?? province)!, level: 'province', parent: '全国' };
}

/** What people call the prefectures with the longest names. */
const ABBREVIATED: readonly [string, string][] = [
  ['巴州', '巴音郭楞蒙古自治州'],
  ['博州', '博尔塔拉蒙古自治州'],
  ['克州', '克孜勒苏柯尔克孜自治州'],
  ['版纳州', '西双版纳傣族自治州'],
  ['锡盟', '锡林郭勒盟'],
  ['阿盟', '阿拉善盟'],
];

const AREAS: readonly Prefecture[] = [
  ...PREFECTURES,
  ...FORMER_PREFECTURES,
  ...MUNICIPALITIES.map((name) => ({ name, short: shortName(name), province: name })),
];

function provinceOf(prefecture: string): string | null {
  const own = AREAS.find(({ name }) => name === prefecture) ?? AREAS.find(({ short }) => prefecture === `${short}地区`);
  return own?.province ?? null;
}

/**
 * The prefecture that a line begins with, and how much of the line names it: 湘西自治州 for the full name, 郴州地区 as
 * written. 恩施市 is a city inside of 恩施州.
 */
function prefectureAt(rest: string): { name: string; length: number } | null {
  for (const [abbreviation, name] of ABBREVIATED) {
    if (rest.startsWith(abbreviation) && !'区县市'.includes(rest[abbreviation.length] ?? '区'))
      return { name, length: abbreviation.length };
  }
  for (const { name, short } of AREAS) {
    if (!rest.startsWith(short)) continue;
    if (rest.startsWith(name)) return { name, length: name.length };
    const suffix = /^(?:自治州|州|地区|盟)/.exec(rest.slice(short.length))?.[0];
    if (!suffix || short.length < 2) continue;
    const length = short.length + suffix.length;
    if (suffix === '地区' && name.endsWith('市')) return { name: `${short}地区`, length };
    if (suffix === '盟' ? name.endsWith('市') || name.endsWith('盟') : name.endsWith('州') || name.endsWith(suffix))
      return { name: suffix === '盟' ? `${short}盟` : name, length };
  }
  return null;
}

/** Splits one line: 2012年湖南省衡阳市政府工作报告 → 湖南省, 衡阳市. */
function partsOf(line: string, zones: boolean): Parts {
  const parts: Parts = { province: null, prefecture: null, county: null, township: null };
  let rest = line.replace(/^.*?(?:\d{1,2}日|[一二三四五六七八九十]日)?在(?=[\u4e00-\u9fff]{2,})/, '');
  rest = rest.replace(
    /^[^\u4e00-\u9fff\d〇]*(?:[\d〇○零一二三四五六七八九]{4}年度?)?(?:关于)?(?:中国)?(?:(?:新疆)?生产建设兵团第[一二三四五六七八九十]{1,3}师)?/,
    '',
  );
  const province = PROVINCES.find(
    (name) =>
      rest.startsWith(name) || rest.startsWith(`${shortName(name)}省`) || rest.startsWith(`${shortName(name)}自治区`),
  );
  if (province) {
    parts.province = province;
    rest = rest.slice(
      rest.startsWith(province) ? province.length : rest.indexOf(/省/.test(rest.slice(0, 4)) ? '省' : '区') + 1,
    );
  }
  const prefecture = prefectureAt(rest);
  if (prefecture) {
    parts.prefecture = prefecture.name;
    rest = rest.slice(prefecture.length);
  }
  const unlisted = prefecture ? undefined : PREFECTURE.exec(rest)?.[1];
  if (unlisted && !NO_NAME.test(unlisted.replace(/自治州$/, ''))) {
    parts.prefecture = unlisted;
    rest = rest.slice(unlisted.length);
  }
  const zone = zones ? ZONE.exec(rest)?.[1] : undefined;
  if (zone) {
    parts.county = zone;
    parts.prefecture ??= AREAS.find(({ short }) => zone.startsWith(short))?.name ?? null;
    return parts;
  }
  const county = (prefecture && BARE_DISTRICT.exec(rest)?.[1]) || COUNTY.exec(rest)?.[1];
  if (county && !NO_NAME.test(county.slice(0, -1).replace(/(?<=族)自治$/, ''))) {
    const [, over, own] = DISTRICT_OF.exec(prefecture ? '' : county) ?? [];
    parts.prefecture ??= over ?? null;
    parts.county = own ?? county;
    rest = rest.slice(county.length);
  }
  const township = TOWNSHIP.exec(rest)?.[1];
  const [, over, own] = COUNTY_OVER.exec(parts.county || !township ? '' : township) ?? [];
  if (township && !NO_NAME.test((own ?? township).slice(0, -1))) {
    parts.county ??= over ?? null;
    parts.township = own ?? township;
  }
  // 广东政府工作报告 and 河南省长 name the province by its short name.
  if (!province && !prefecture && !county && !township) {
    const short = PROVINCES.find((name) => new RegExp(`^${shortName(name)}(?:人民)?政府`).test(rest));
    if (short) parts.province = short;
    const city = AREAS.find((entry) => rest.startsWith(`${entry.short}政府工作报告`));
    if (city) parts.prefecture = city.name;
  }
  return parts;
}

/** 在益阳市委、市政府和县委的领导下, 毕节地委、行署: only those over a county are named so. */
const RULES = new RegExp(
  `([${HAN}]{2,12}?)(市|州|自治州|盟|地区|地)?委(?:、|和)(?:[${HAN}]{2,8})?(?:市|州|盟|地区)?(?:政府|人民政府|行署)`,
  'g',
);

/** The prefecture whose party committee and government the text says to lead, null when it names none or several. */
function rulerIn(text: string, province: string | null): string | null {
  const named = new Map<string, number>();
  for (const match of text.slice(0, HEAD_OF_TEXT).matchAll(RULES)) {
    const line = match[1]! + (match[2] ?? '');
    for (const { name, short, province: own } of AREAS) {
      if (province && own !== province) continue;
      const at = line.lastIndexOf(short);
      const suffix = at < 0 ? '' : line.slice(at + short.length);
      if (at < 0 || !/^(?:市|州|自治州|盟|地区?)$/.test(suffix)) continue;
      if (/^(?:州|自治州|盟)$/.test(suffix) && !/[州盟]$/.test(name)) continue;
      const district = suffix.startsWith('地') && !name.endsWith('地区');
      const ruler = district ? `${short}地区` : name;
      named.set(ruler, (named.get(ruler) ?? 0) + 1);
    }
  }
  const [best, second] = [...named].sort((a, b) => b[1] - a[1]);
  return best && best[1] > (second?.[1] ?? 0) ? best[0] : null;
}

/** 在清溪县委、县政府和镇党委的领导下: the county that a township's report names so, null when it says no more than 县委. */
function countyOver(text: string): string | null {
  const named =
    /(?<=在|，|、|中共)((?:(?![在和中])[\u4e00-\u9fff]){2,6}[县市区旗])委(?:、|和)[县市区旗](?:人民)?政府/.exec(
      text.slice(0, HEAD_OF_TEXT),
    )?.[1];
  if (AREAS.some(({ name }) => name === named)) return null;
  return named && !NO_NAME.test(named.slice(0, -1)) ? named : null;
}

/** A parent that the text never calls one (衡阳市委, 锡盟行署) is named so often at least. */
const PARENT_BY_NAME = 12;

/**
 * The prefecture that a county's report speaks of as its own: named in full, often, and clearly more often than others.
 * A city named in passing is no parent; rather none than a wrong one.
 */
function parentInBody(text: string, province: string | null): string | null {
  const ruler = rulerIn(text, province);
  if (ruler) return ruler;
  const districts = /地委|行署/.test(text);
  const named = countNames(text);
  const candidates = AREAS.filter((area) => !province || area.province === province)
    .map(({ name, short }) => {
      const district = `${short}地区`;
      return { name: districts && name.endsWith('市') && text.includes(district) ? district : name, short };
    })
    .filter(({ name }) => text.includes(name))
    .map(({ name, short }) => ({ name, short, weight: weigh(named, name, short) }))
    .sort((a, b) => b.weight - a.weight);
  const [best, second] = candidates;
  if (!best || best.weight < 4) return null;
  if (second && second.weight * 1.3 > best.weight) return null;
  const rules = new RegExp(`${best.short}(?:[市州盟]|地区|自治州)?(?:[市州盟]?委|地委|政府|人民政府|行署|行政公署)`);
  return best.weight >= PARENT_BY_NAME || rules.test(text) ? best.name : null;
}

/** How a text calls the area that it speaks for: 全市, 我市, 市委, 市政府. */
const OWN: readonly { level: 'county' | 'district' | 'prefecture' | 'city' | 'province'; words: RegExp }[] = [
  { level: 'county', words: /[全我][县旗]|[县旗](?:委|政府|人大|政协)/g },
  { level: 'district', words: /[全我]区(?!域)|(?<![治社])区(?:委|政府|人大|政协)/g },
  { level: 'prefecture', words: /[全我][州盟]|[州盟](?:委|政府|人大|政协)/g },
  { level: 'city', words: /[全我]市|市(?:委|政府|人大|政协)/g },
  { level: 'province', words: /[全我]省|省(?:委|政府|人大|政协)/g },
];
/** A county speaks of 全市 too, a prefecture of 全省; hardly ever the other way round. */
const LEAST_OWN = 0.25;

/** Without a head the body tells: how it calls its own area, and whose name it uses most often. */
export function placeInBody(text: string): Place | null {
  const counts = OWN.map(({ words }) => text.match(words)?.length ?? 0);
  const most = Math.max(...counts);
  const nation = text.match(/我国|国务院/g)?.length ?? 0;
  if (nation >= 5 && nation > most) return { place: '全国', level: 'nation', parent: null };
  if (most < 2) return null;
  const own = OWN[counts.findIndex((count) => count >= 2 && count >= most * LEAST_OWN)]!.level;
  if (own === 'county') return countyInBody(text);
  const named = countNames(text);
  const autonomous = PROVINCES.some((name) => name.includes('自治区') && (named.get(shortName(name)) ?? 0) >= 8);
  if (own === 'district' && !autonomous) return countyInBody(text);

  const candidates: { place: Place; weight: number }[] = PROVINCES.filter((name) =>
    own === 'district' ? name.includes('自治区') : own === 'city' ? MUNICIPALITIES.includes(name) : name.endsWith('省'),
  ).map((name) => ({
    place: { place: name, level: 'province', parent: '全国' },
    weight: weigh(named, name, shortName(name)),
  }));
  if (own === 'city' || own === 'prefecture') {
    for (const { name, short, province } of AREAS) {
      if (MUNICIPALITIES.includes(name)) continue;
      const place: Place = { place: name, level: 'prefecture', parent: province };
      candidates.push({ place, weight: weigh(named, name, short) });
    }
  }
  const best = candidates.sort((a, b) => b.weight - a.weight)[0];
  return best && best.weight >= 3 ? best.place : null;
}

function weigh(named: ReadonlyMap<string, number>, name: string, short: string): number {
  return (named.get(short) ?? 0) + (named.get(name) ?? 0) * 2;
}

let names: Trie<string> | undefined;

/**
 * How often each name of the tables stands in a text, in full, in short and as the prefecture (衡阳地区) that a city was:
 * hundreds of names in one walk.
 */
function countNames(text: string): Map<string, number> {
  if (!names) {
    names = new Trie();
    for (const name of PROVINCES) for (const one of [name, shortName(name)]) names.add(one, one);
    for (const { name, short } of AREAS) for (const one of [name, short, `${short}地区`]) names.add(one, one);
  }
  const counts = new Map<string, number>();
  for (let i = names.next(text, 0); i < text.length; i = names.next(text, i + 1)) {
    for (const { value } of names.matches(text, i)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** 《衡阳市石鼓区国民经济…》, 中共祁东县委 or 祁东县人民政府 in the text of a county that calls itself 我区 or 我县. */
function countyInBody(text: string): Place | null {
  const counts = new Map<string, number>();
  const frames =
    /(?:[市州盟]|《|中共)([\u4e00-\u9fff]{1,7}?[县区旗])(?![域间位块划县市])|([\u4e00-\u9fff]{2,3}[县区旗])(?=人民政府|第[一二三四五六七八九十]{1,3}届)/g;
  for (const match of text.matchAll(frames)) {
    const name = (match[1] ?? match[2])!.replace(/^.*[市州盟](?=.{2})/, '');
    if (NO_NAME.test(name.slice(0, -1)) || name.length < 2) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  let best: { name: string; score: number } | null = null;
  for (const [name, count] of counts) {
    const score = occurrences(text, name.length > 2 ? name.slice(0, -1) : name) + count;
    if (score >= 5 && score > (best?.score ?? 0)) best = { name, score };
  }
  if (!best) return null;
  const parent = parentInBody(text, null);
  return { place: parent && !best.name.startsWith(parent) ? parent + best.name : best.name, level: 'county', parent };
}

function occurrences(text: string, needle: string): number {
  let n = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) n++;
  return n;
}
