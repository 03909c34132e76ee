import { type NormalText, normalise } from '../text/normal';
import type { Detection, Verdict } from './types';

/** What the page around the text says of it. */
export interface PageHints {
  /** document.title, or the page's main heading. */
  title?: string;
  url?: string;
}

const NAME = /政\s*府\s*工\s*作\s*[报報]\s*告/;
const OPENING =
  /代表[^。]{0,24}(?:人民政府|国务院|行政公署|行署|管委会|办事处|政府)[^。]{0,16}向[^。]{0,40}(?:报告|汇报)|作(?:政府)?工作报告，请|请予审议[，、]?[^。]{0,12}请/;
const REVIEW = /(?:回顾|过去[一五]年|工作总结|去年工作|主要成绩)/;
const PLAN = /(?:总体要求|预期目标|主要目标|工作安排|重点工作|主要任务|工作任务|目标任务|工作建议|今后五年|工作部署)/;
const CLOSING = /(?:各位代表|同志们)[！，：!、](?=[^\n]{0,300}(?:让我们|我们要|我们坚信|奋斗|前进|贡献))/;
const CARRIED = /(?:[上下]转第?|[上下]接第?|转[上下]第|接[上下]第)[^）)\n]{1,8}版/;

/** Kin of a report, told by the title: [pattern, words for the reader]. */
const KIN: readonly [RegExp, string][] = [
  [/决\s*议/, '决议'],
  [/解读|读懂|看点|热词|亮点|图解|速览|一图|答卷|干货|划重点|访谈|侧记|评论|热议|反响|综述|学习贯彻/, '解读或报道'],
  [/摘要|摘登|要点|摘编|节选/, '摘要'],
  [
    /任务分[解工]|责任分[解工]|重点工作分工|任务分工|分解(?:落实)?(?:方案|表)?|督查|落实.{0,10}(?:政府工作报告|重点工作).{0,10}(?:通知|意见|方案)/,
    '任务分解',
  ],
  [/国民经济和社会发展(?:第.{1,4}个五年)?(?:规划|计划)/, '计划报告'],
  [/预算(?:执行)?|财政决算/, '预算报告'],
  [/统计公报/, '统计公报'],
  [/党代会|中国共产党[^。\n]{0,24}(?:代表大会|委员会[^。\n]{0,12}全体会议)/, '党代会'],
  [/人民法院工作报告|人民检察院工作报告|常务?委员?会工作报告|常委会工作报告|政协|工作报告解读/, '其他机关的报告'],
];

/** True where a page may be more than nothing; costs one look at the head and a few searches. */
export function mayBeReport(rawText: string, hints: PageHints = {}): boolean {
  if (rawText.length < 400) return false;
  if (hints.title && /报告|公报|决议|党代会|[报報]告/.test(hints.title)) return true;
  return NAME.test(rawText) || rawText.includes('各位代表') || /统计公报|党代会/.test(rawText.slice(0, 2000));
}

/** Detection for a page that is most likely no report: looks before it normalises. */
export function detectPage(rawText: string, hints: PageHints = {}): Detection {
  if (!mayBeReport(rawText, hints)) return { verdict: 'none', confidence: 1, evidence: [] };
  return detect(normalise(rawText), hints);
}

/** Weighs what a document is. */
export function detect(normal: NormalText, hints: PageHints = {}): Detection {
  const { text } = normal;
  const evidence: string[] = [];
  const title = titleOf(text, hints);
  const kin = KIN.find(([pattern]) => pattern.test(title))?.[1];
  const named = NAME.test(title) && !kin;
  const opening = OPENING.test(text.slice(0, 4000));
  const salutations = count(text, '各位代表');
  const closing = CLOSING.test(text.slice(-Math.max(3000, text.length * 0.4)));
  const headings = text.match(/(?:^|\n)(?:[一二三四五六七八九十]{1,2}、|第[一二三四五]部分)[^\n]{2,60}/g) ?? [];
  const lower = count(text, '\n（');
  const review = headings.some((line) => REVIEW.test(line)) || /工作回顾|回顾过去/.test(text);
  const plan = headings.some((line) => PLAN.test(line)) || PLAN.test(text);
  const percents = (text.match(/\d%/g)?.length ?? 0) / Math.max(1, text.length / 1000);
  const carried = CARRIED.test(text.slice(0, 600)) || CARRIED.test(text.slice(-300));

  if (named) evidence.push('标题是“政府工作报告”');
  if (opening) evidence.push('开头代表政府向大会报告工作');
  if (salutations > 1) evidence.push(`${salutations} 处“各位代表”`);
  if (closing) evidence.push('结尾有“各位代表”的号召');
  if (review && plan) evidence.push('先回顾、后安排');
  if (headings.length + lower >= 3) evidence.push(`${headings.length} 个一级标题`);
  if (percents >= 0.5) evidence.push('指标密集');
  if (carried) evidence.push('报纸的转版、接版标记');
  if (kin) evidence.push(`标题表明是${kin}`);

  const score =
    (named ? 2 : 0) +
    (opening ? 2 : 0) +
    Math.min(2, salutations * 0.5) +
    (closing ? 1.5 : 0) +
    (review ? 1 : 0) +
    (plan ? 1 : 0) +
    (headings.length >= 2 ? 1 : 0) +
    (percents >= 0.5 ? 0.5 : 0) +
    (text.length >= 4000 ? 1 : -1);
  const decide = (verdict: Verdict, confidence: number): Detection => ({
    verdict,
    confidence: Math.max(0, Math.min(1, confidence)),
    evidence,
  });

  if (kin) return decide('related', 0.9);
  if (!carried && opening && score >= 8 && text.length >= 3000 && (closing || salutations > 2)) {
    return decide('report', score / 11.5);
  }
  if ((named || salutations > 0) && score >= 4 && text.length >= 1500) return decide('excerpt', score / 10);
  if (NAME.test(text) || /统计公报|党代会工作报告/.test(text.slice(0, 3000))) return decide('related', 0.7);
  return decide('none', 1 - score / 12);
}

/** The lines that name the document: the hint, and the head up to the salutation. */
function titleOf(text: string, hints: PageHints): string {
  const head = text.slice(0, 600);
  const salutation = head.search(/各位代表|现在，/);
  const lines = (salutation >= 0 ? head.slice(0, salutation) : head.slice(0, 160)).split('\n');
  return [hints.title ?? '', ...lines.filter((line) => line.length <= 60).slice(0, 6)].join('\n');
}

function count(text: string, needle: string): number {
  let n = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) n++;
  return n;
}
