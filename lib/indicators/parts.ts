import type { Section } from '../report/types';
import type { NormalText } from '../text/normal';
import { type Calendar, type Moment, momentOf } from './periods';

/** What a part of a report does: it looks back, or it plans; its heading may say for which years. */
export interface Part {
  plan: boolean;
  /** The years that the heading names, null when it names none. */
  moment: Moment | null;
  /** In the normal text. */
  start: number;
  end: number;
}

const REVIEW = /回顾|总结|取得|成就|成绩|过去|五年来|历程|变化|情况|奋斗(?!目标)|这五年|极不平凡|完成情况|工作报告$/;
const PLAN =
  /任务|安排|要求|目标|建议|今后|未来|下一步|思路|部署|远景|展望|规划|重点|打算|取向|举措|开局|贯彻|努力|谋划|做好|加快|推进|建设|加强|着力|全力|奋力|坚持|锻造|打造|提升|形势|工作$/;
const PLAINLY_PLAN = /任务|安排|总体要求|目标|今后|未来|下一步|部署|展望|重点工作|规划|打算/;
const HEADING = /^(?:第?[一二三四五六七八九十]{1,3}(?:部分|、|，|．|\.)|[一二三四五六七八九十]{1,3}\s)/;

/** The first sentence of planning in a text whose headings do not say where the plan begins. */
const PLAN_OPENS =
  /(?:今年|20\d{2}年)[^。\n]{0,24}(?:预期目标|主要目标|工作的总体要求|政府工作总体要求|工作总体要求|发展总体要求)|做好(?:今年|20\d{2}年)[^。\n]{0,12}工作|(?:今后|未来)五年[^。\n]{0,20}(?:目标|要求|思想)|各位代表[！，：]?(?:20\d{2}年|今年)(?:是|工作)/;

const NAMED_TIME =
  /(?:19|20)\d{2}年?[-—–~至]{1,2}(?:19|20)\d{2}年|(?:19|20)\d{2}年|“[七八九十][一二三四五]?五”(?:规划)?(?:时期|期间)?|(?:过去|今后|未来|这|近|前)的?[一二三四五六七八九十]年(?:来)?|[三五]年/g;

/** Divides a text into looking back and planning, by its headings where it has any. */
export function partsOf(normal: NormalText, sections: readonly Section[], calendar: Calendar): Part[] {
  const heads = headings(normal, sections);
  const parts: Part[] = [];
  let plan = false;
  let numbered = 0;
  for (const head of heads) {
    if (head.level > 1) continue;
    numbered++;
    const isReview = REVIEW.test(head.heading);
    // 二、2016年：奋楫扬帆再出发 says when, if not what.
    const ahead = opensPlan(head.heading) || (HEADING.test(head.heading) && planYearOnly(head.heading, calendar));
    if (!plan && numbered > 1 && !isReview && ahead) plan = true;
    else if (!plan && numbered === 1 && !isReview && PLAN.test(head.heading) && planYearOnly(head.heading, calendar))
      plan = true;
    parts.push({ plan, moment: null, start: head.start, end: normal.text.length });
    const last = parts[parts.length - 1]!;
    last.moment = headingMoment(head.heading, calendar, plan);
    if (parts.length > 1) parts[parts.length - 2]!.end = head.start;
    const turn = plan ? null : turnIn(head, heads, normal, calendar);
    if (turn) {
      last.end = turn.start;
      last.moment = turn.past;
      parts.push(turn.part);
      plan = true;
    }
  }
  const firstStart = parts[0]?.start ?? normal.text.length;
  if (firstStart > 0) parts.unshift({ plan: false, moment: null, start: 0, end: firstStart });
  return parts.some((part) => part.plan) ? parts : splitByWords(normal, parts);
}

/** 发展成就和“十四五”时期主要目标任务: one part that looks back, then ahead from the paragraph that opens with those years. */
function turnIn(
  { heading, start }: { heading: string; start: number },
  heads: readonly { level: number; start: number }[],
  normal: NormalText,
  calendar: Calendar,
): { part: Part; start: number; past: Moment | null } | null {
  const times = heading.match(NAMED_TIME);
  if (!times || times.length < 2 || !REVIEW.test(heading) || !PLAINLY_PLAN.test(heading)) return null;
  const [first, last] = [times[0]!, times[times.length - 1]!];
  const moment = momentOf(last, calendar, true);
  if ((moment?.to ?? 0) <= (calendar.reviewYear ?? 0)) return null;
  const end = heads.find((head) => head.level === 1 && head.start > start)?.start ?? normal.text.length;
  const name = last.replace(/(?:时期|期间)$/, '');
  let at = normal.text.indexOf('\n', start) + 1;
  while (at > 0 && at < end) {
    if (/^[^。]{0,8}/.exec(normal.text.slice(at, at + 20))![0].includes(name))
      return {
        part: { plan: true, moment, start: at, end: normal.text.length },
        start: at,
        past: momentOf(first, calendar, false),
      };
    at = normal.text.indexOf('\n', at) + 1;
  }
  return null;
}

/** A numbered heading may open the plan with a weak word (加快建设…); any other heading only with a plain one. */
function opensPlan(heading: string): boolean {
  return HEADING.test(heading) ? PLAN.test(heading) : PLAINLY_PLAN.test(heading);
}

function planYearOnly(heading: string, calendar: Calendar): boolean {
  return (
    calendar.year !== null && heading.includes(String(calendar.year)) && !heading.includes(String(calendar.reviewYear))
  );
}

function headings(
  normal: NormalText,
  sections: readonly Section[],
): { heading: string; level: number; start: number }[] {
  if (sections.length > 0) {
    const top = sections.reduce((least, { level }) => Math.min(least, level), Number.POSITIVE_INFINITY);
    return sections.map(({ heading, level, start }) => ({
      heading: heading.trim(),
      level: level - top + 1,
      start: normal.fromSource(start),
    }));
  }
  const found: { heading: string; level: number; start: number }[] = [];
  let start = 0;
  for (const text of normal.text.split('\n')) {
    if (text.length <= 50 && HEADING.test(text) && !/[。；]$/.test(text))
      found.push({ heading: text, level: 1, start });
    start += text.length + 1;
  }
  return found;
}

/**
 * The time that a heading names: of two, a review is read for the later (“十三五”时期及2020年工作回顾) and a plan for the
 * nearer (“十四五”时期主要任务及2035年远景目标).
 */
function headingMoment(heading: string, calendar: Calendar, plan: boolean): Moment | null {
  const times = heading.match(NAMED_TIME);
  if (!times) return null;
  const moments = times.map((time) => momentOf(time, calendar, plan)).filter((moment) => moment !== null);
  if (plan) return moments[0] ?? null;
  return moments[moments.length - 1] ?? null;
}

function splitByWords(normal: NormalText, parts: Part[]): Part[] {
  const opens = PLAN_OPENS.exec(normal.text);
  if (!opens) return parts;
  const out: Part[] = [];
  for (const part of parts) {
    if (part.end <= opens.index) out.push(part);
    else if (part.start >= opens.index) out.push({ ...part, plan: true });
    else out.push({ ...part, end: opens.index }, { ...part, plan: true, moment: null, start: opens.index });
  }
  return out;
}

/** The years to reckon from when nobody has identified the report: what its headings and its opening say. */
export function guessCalendar(text: string): Calendar {
  const review = /(?:^|\n|、)((?:19|20)\d{2})年(?:主要)?工作(?:的)?(?:简要)?(?:回顾|总结)/.exec(text);
  if (review) return { year: Number(review[1]) + 1, reviewYear: Number(review[1]) };
  const plan =
    /((?:19|20)\d{2})年(?:全[国省市县区州])?[^，。\n]{0,12}(?:主要)?预期目标/.exec(text) ??
    /(?:^|\n|、)((?:19|20)\d{2})年(?:形势|主要|重点|目标|政府|经济|工作)?(?:任务|工作安排|总体要求|预期目标|重点工作)/.exec(
      text,
    );
  if (plan) return { year: Number(plan[1]), reviewYear: Number(plan[1]) - 1 };
  return { year: null, reviewYear: null };
}
