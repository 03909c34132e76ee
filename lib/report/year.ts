import { yearOf as readYear } from '../text/numerals';

/**
 * A year in four digits; or in two where they can be no count of years: 九一年, 〇八年, '98年, 96年, but not 五六年, 15年,
 * 90年代.
 */
const YEAR =
  "(?<![\\d.])([12]\\d{3}|[一二][〇○零0OＯ一二三四五六七八九]{3}|(?<![一二三四五六七八九〇○零十百千万两])[八九〇○零][〇○零一二三四五六七八九](?=年(?!代))|['‘’]?[890]\\d(?=年(?!代)))";

/** Scans and typists write the zero of 二〇〇五 in many ways. */
function yearOf(year: string): number | null {
  const digits = /^\d+$/.test(year) ? year : year.replace(/['‘’]/g, '').replace(/[○0OＯ](?!\d)/g, '〇');
  if (digits.length > 2) return readYear(digits);
  return readYear((/^[5-9五六七八九]/.test(digits) ? '19' : '20') + digits);
}

/** Phrases that tie a year to the plan or to the review: [pattern, what it speaks for, weight, most that it may add]. */
const CUES: readonly [RegExp, 'plan' | 'review', number, number][] = [
  [`\\n[^\\n]{0,24}?${YEAR}年[^\\n。]{0,16}?(?:回顾|总结|完成情况|主要工作情况)`, 'review', 4, 4],
  [
    `\\n[^\\n。]{0,24}?(?<!过去的|走过的|回顾|完成)${YEAR}年[^\\n。]{0,12}?(?:安排|任务|目标|重点|要求|建议|部署|打算|思路|开局)`,
    'plan',
    4,
    4,
  ],
  [
    `${YEAR}年[^。；\\n]{0,24}?(?:预期目标|主要目标|总体要求|工作安排|重点工作|主要任务|工作任务|目标任务|形势任务|工作的总体|工作部署|政府工作的)`,
    'plan',
    2,
    6,
  ],
  [`做好${YEAR}年`, 'plan', 2, 4],
  [`${YEAR}年[^。；，\\n]{0,8}?(?:工作回顾|工作总结|主要工作|取得)|(?:回顾|过去的|走过的)${YEAR}年`, 'review', 2, 6],
  [
    `(?<![比较是])${YEAR}年(?!的|以来|前|底前|末达)[^。；\\n]{0,20}?(?:实现|完成|达到?|增长|预计|获批)`,
    'review',
    0.5,
    3,
  ],
  [`${YEAR}年，?是[^。\\n]{0,60}?的一年`, 'review', 1.5, 1.5],
  [`${YEAR}年，?是[^。\\n]{0,60}?之年`, 'plan', 1, 1],
].map(([source, side, weight, most]) => [new RegExp(source as string, 'g'), side, weight, most] as never);

/**
 * The year that a report plans for. Every phrase votes for the plan's year or for the review's, which is the year before,
 * and the two are read together; null when no phrase says anything.
 */
export function planYear(text: string, head: readonly string[], titles: readonly string[]): number | null {
  const votes = new Map<number, number>();
  const vote = (year: number | null, weight: number) => {
    if (year) votes.set(year, (votes.get(year) ?? 0) + weight);
  };
  const body = `\n${text}`;
  for (const [pattern, side, weight, most] of CUES) {
    const counts = new Map<number, number>();
    for (const match of body.matchAll(pattern)) {
      const year = yearOf((match[1] ?? match[2])!);
      if (year) counts.set(year, (counts.get(year) ?? 0) + 1);
    }
    for (const [year, count] of counts) vote(side === 'plan' ? year : year + 1, Math.min(most, count * weight));
  }
  // A congress that meets in the last weeks of a year plans for the next one.
  const session = new RegExp(`${YEAR}年(\\d{1,2}|十?[一二三四五六七八九十])月`).exec(head.join('\n'));
  if (session) {
    // So does one that meets in autumn and speaks of the next year; others in autumn plan for what is left of their own.
    const next = /明年(?:的|全[省市县区])?(?:主要|重点|工作|任务|经济|发展|是)/.test(text);
    const late = (next ? ['9', '10', '九', '十'] : []).concat('11', '12', '十一', '十二').includes(session[2]!);
    vote((yearOf(session[1]!) ?? 0) + (late ? 1 : 0), 8);
  }
  // 发布时间：2018-01-25, in the months in which congresses meet; a site may post an old report, so it says little.
  const posted = /(?<!\d)(20\d{2})[-/.年]0?[1-5][-/.月]\d/.exec(head.join('\n'));
  if (posted && !session) vote(Number(posted[1]), 1);
  for (const title of titles) {
    const titled = new RegExp(`${YEAR}(?:年|(?=政府工作报告))`).exec(title);
    if (titled && !session) {
      vote(yearOf(titled[1]!), 1.5);
      vote((yearOf(titled[1]!) ?? 0) + 1, 0.5);
    }
    const published = /(?:\/|t|content_)(20\d{2})[-/]?(?:0[1-9]|1[0-2])(?:[-/]?[0-3]\d)?[_/]/.exec(title);
    if (published) vote(Number(published[1]), 1);
  }
  const best = [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  return best && best[1] >= 1.5 ? best[0] : mostNamed(body);
}

/** Without any phrase the year that is named most often, when it is named often enough. */
function mostNamed(text: string): number | null {
  const counts = new Map<number, number>();
  for (const match of text.matchAll(new RegExp(`${YEAR}年(?!前|以前|底)`, 'g'))) {
    const year = yearOf(match[1]!);
    if (year) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  return best && best[1] >= 3 ? best[0] : null;
}
