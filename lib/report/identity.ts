import type { NormalText } from '../text/normal';
import { NAME, type PageHints } from './detect';
import { type Place, placeInBody, placeInHead } from './place';
import type { ReportIdentity } from './types';
import { planYear } from './year';

/** The salutation or the formula that ends the lines which name a report. */
const BEGINS = /各位(?:代表|委员|同志)|同志们[：，]|现在，我/;
/** A session's line that a title block breaks: 2007年1月30日在重庆市云阳县 / 第十五届人民代表大会第一次会议上. */
const SESSION_RUNS_ON = /^(?:第[一二三四五六七八九十]{1,3}[届次]|人民代表大会|大会|会议上)/;
/** A menu in one line, or the breadcrumb that leads to the page. */
const MENU = /[|>»]|首页|位置：/;
/** What portals and papers print before a title: 名称：, 全文丨. */
const LABEL = /^(?:(?:信息)?名称|标题|题名|题目|文件名)：|^(?:全文|受权发布|权威发布)[丨|：·—]{1,2}/;
/** 祁东县人民政府门户网站 is the site of 祁东县人民政府. */
const SITE = /(?<=政府)(?:(?:公众)?信息网|(?:官方|门户)?网站?|门户网)$/;
/** A title and its session, speaker and date fit in so many characters before the salutation. */
const HEAD = 500;

/** Whose report a document is and for which year, whether or not its title says so; null when it cannot be told. */
export function identify(normal: NormalText, hints: PageHints = {}): ReportIdentity | null {
  const { title, place, year } = identityParts(normal, hints);
  if (!place || !year) return null;
  return { title: title || '政府工作报告', ...place, year, reviewYear: year - 1 };
}

/** What can be told of a document's identity: '' for no title, null for a place or a plan's year that nothing shows. */
export function identityParts(
  normal: NormalText,
  hints: PageHints = {},
): { title: string; place: Place | null; year: number | null } {
  const { text } = normal;
  const head = headOf(text);
  const title = titleOf(head, hints);
  const place = whosePlace(text, head, hints);
  return {
    title: asWritten(normal, title),
    place,
    year: planYear(text, head, [title, hints.title ?? '', hints.url ?? '']),
  };
}

/** The lines before the salutation, nearest last. A page's menu may stand before them. */
function headOf(text: string): string[] {
  const begins = BEGINS.exec(text.slice(0, 20_000));
  const head = begins
    ? text.slice(Math.max(0, begins.index - HEAD), begins.index)
    : text.slice(0, Math.max(0, text.search(/[^\n]{80}/))).slice(-HEAD) || text.slice(0, 80);
  const lines: string[] = [];
  for (const line of head.split('\n')) {
    if (SESSION_RUNS_ON.test(line) && lines.length > 0 && lines.at(-1)!.length <= 40) lines[lines.length - 1] += line;
    else if (line !== '') lines.push(line);
  }
  return lines;
}

function titleOf(head: readonly string[], hints: PageHints): string {
  const lines = [...head].reverse().concat((hints.title ?? '').split(/[_|-]/));
  const named = lines
    .map((line) => line.trim().replace(LABEL, ''))
    .filter((line) => NAME.test(line) && line.length <= 50 && !MENU.test(line));
  const plain = named.filter(
    (line) =>
      /报告(?:[（(][^）)]{0,20}[）)])?$/.test(line) &&
      (!/[，。>]|会议|作政府/.test(line) || /^在[^，。]{6,30}会议上的/.test(line)),
  );
  // A bare 政府工作报告 says less than a line with the place or the year.
  return (plain.find((line) => line.length > 8) ?? plain[0] ?? named[0] ?? '').replace(
    /(?<=报告)(?:——.*|[（(]?第?\d{1,2}[页/][^）)]{0,12}[）)]?|[（(]\d{1,2}[）)])$/,
    '',
  );
}

function whosePlace(text: string, head: readonly string[], hints: PageHints): Place | null {
  const opening =
    /我谨?(?:代表|受)([^，。\n]{0,24}(?:政府|国务院|行署|行政公署|管委会|管理委员会|办事处))/.exec(text)?.[1] ?? '';
  if (opening === '国务院') return { place: '全国', level: 'nation', parent: null };
  const parts = (hints.title ?? '').split(/[_|-]/).map((part) => part.trim().replace(SITE, ''));
  const place =
    placeInHead([...head, opening], text) ??
    placeInHead(
      parts.filter((part) => NAME.test(part)),
      text,
    ) ??
    placeInBody(text) ??
    placeInHead(parts, text);
  if (!place || place.parent) return place;
  // 浦东新区 in the text, 上海市浦东新区人民政府 in the page's title.
  const fuller = placeInHead(parts, text);
  return fuller?.parent && fuller.level === place.level && fuller.place.endsWith(place.place) ? fuller : place;
}

/** A title in the characters of its source, which may be traditional. */
function asWritten(normal: NormalText, title: string): string {
  const at = title ? normal.text.indexOf(title) : -1;
  if (at < 0) return title;
  return [...title]
    .map((char, i) => {
      const own = normal.source[normal.toSource(at + i, at + i).start] ?? char;
      return /\p{Script=Han}/u.test(own) ? own : char;
    })
    .join('');
}
