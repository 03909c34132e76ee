import type { NormalText } from '../text/normal';
import { yearOf } from '../text/numerals';
import type { PageHints } from './detect';
import { PREFECTURES, PROVINCES, shortName } from './places';
import type { Level, ReportIdentity } from './types';

interface Place {
  place: string;
  level: Level;
}

/** How much of the document's beginning may name it; the salutation ends it earlier. */
const HEAD = 800;

/** Whose report a document is and for which year, whether or not its title says so; null when it cannot be told. */
export function identify(normal: NormalText, hints: PageHints = {}): ReportIdentity | null {
  const head = headOf(normal.text);
  const title = titleOf(head, hints);
  const place = placeOf(normal.text, head, title);
  const years = yearsOf(normal.text, head, title);
  if (!place || !years) return null;
  return { title: title || '政府工作报告', ...place, ...years };
}

function headOf(text: string): string {
  const head = text.slice(0, HEAD);
  const salutation = head.search(/各位代表|各位委员/);
  return salutation < 0 ? head.slice(0, 300) : head.slice(0, salutation);
}

function titleOf(head: string, hints: PageHints): string {
  const lines = [...head.split('\n'), ...(hints.title ?? '').split(/[_|]| - |——/)].map((line) => line.trim());
  const named = lines.filter((line) => line.includes('政府工作报告') && line.length <= 50);
  return named.sort((a, b) => Number(/[。，]/.test(a)) - Number(/[。，]/.test(b)) || a.length - b.length)[0] ?? '';
}

function placeOf(text: string, head: string, title: string): Place | null {
  const near = [title, ...head.split('\n')].join('\n');
  if (/代表国务院|国务院总理/.test(text.slice(0, 1500))) return { place: '全国', level: 'nation' };
  return named(near, text) ?? pervading(text);
}

/** The place that the head names: the county where one stands, else the prefecture, else the province. */
function named(near: string, text: string): Place | null {
  const province = PROVINCES.find((name) => near.includes(name)) ?? null;
  const prefecture = PREFECTURES.find(({ name }) => near.includes(name)) ?? null;
  const rest = prefecture ? near.slice(near.indexOf(prefecture.name) + prefecture.name.length) : near;
  const county =
    /^(?:(?!人民|政府|自治)[\u4e00-\u9fff]){1,8}?(?:县|区|旗|市)(?=人民|政府|第|\n|委|工作|$)/.exec(rest)?.[0] ??
    /(?:^|[\n年在）])((?:(?!人民|政府|第)[\u4e00-\u9fff]){1,8}?(?:县|区|旗))(?=人民|政府|第|委)/.exec(near)?.[1];
  if (county && !PROVINCES.includes(county) && county !== prefecture?.name) {
    const parent = prefecture?.name ?? pervading(text)?.place ?? '';
    return { place: county.startsWith(parent) ? county : parent + county, level: 'county' };
  }
  if (prefecture) return { place: prefecture.name, level: 'prefecture' };
  return province ? { place: province, level: 'province' } : null;
}

/** Without a head the body tells: the place whose name it uses most often, when it speaks of 全市 or 全省 as its own. */
function pervading(text: string): Place | null {
  const own = (text.match(/全市|我市|市委/g)?.length ?? 0) >= (text.match(/全省|我省/g)?.length ?? 0);
  const names = own
    ? PREFECTURES.map(({ name, short }) => ({ place: name, short, level: 'prefecture' as const }))
    : PROVINCES.map((name) => ({ place: name, short: shortName(name), level: 'province' as const }));
  let best: { place: Place; count: number } | null = null;
  for (const { place, short, level } of names) {
    const count = text.split(short).length - 1;
    if (count >= 3 && count > (best?.count ?? 0)) best = { place: { place, level }, count };
  }
  return best?.place ?? null;
}

const YEAR = '([12]\\d{3}|[一二][〇○零一二三四五六七八九]{3})';
const PLAN_YEAR = new RegExp(
  `${YEAR}年[^。；\\n]{0,24}?(?:预期目标|主要目标|总体要求|工作安排|重点工作|主要任务|工作任务|目标任务|形势任务|工作的总体|开局|工作部署|政府工作的)|做好${YEAR}年`,
  'g',
);
const REVIEW_YEAR = new RegExp(`${YEAR}年[^。；，\\n]{0,8}?(?:工作回顾|工作总结|主要工作)|回顾${YEAR}年`, 'g');

function yearsOf(text: string, head: string, title: string): { year: number; reviewYear: number | null } | null {
  const plan = mostFrequent(text, PLAN_YEAR);
  const review = mostFrequent(text, REVIEW_YEAR);
  const given = new RegExp(`${YEAR}年(\\d{1,2})月\\d{1,2}日`).exec(head);
  const delivered = given ? (yearOf(given[1]!) ?? 0) + (Number(given[2]) >= 11 ? 1 : 0) : null;
  const titled = new RegExp(`${YEAR}年?`).exec(title)?.[1];
  const year = delivered ?? plan ?? (review ? review + 1 : null) ?? (titled ? yearOf(titled) : null);
  if (!year) return null;
  return { year, reviewYear: review && review < year ? review : year - 1 };
}

function mostFrequent(text: string, pattern: RegExp): number | null {
  const counts = new Map<number, number>();
  for (const match of text.matchAll(pattern)) {
    const year = yearOf((match[1] ?? match[2])!);
    if (year) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}
