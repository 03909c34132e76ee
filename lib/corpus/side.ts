import type { Section } from '../report/types';

/** Whether a part of a report looks back on work done or lays out work to do. */
export type Side = 'review' | 'plan';

/** What is said of work done. */
const DONE =
  /了|完成|实现|获批|荣获|获评|建成|达到|增长|成功|新增|圆满|显著|成效|突破|累计|全年|排名|提高到|首次|下降|五年来|一年来/g;
/** What is said of work to do. */
const TO_DO =
  /加快|推进|加强|力争|确保|健全|完善|支持|鼓励|强化|深化|要|坚持|落实|实施|推动|积极|大力|建立|探索|引导|争取|严格|坚决|提升|优化|扩大|规范|办好|抓好|做好/g;
/**
 * Where the two kinds of words balance: chapters that look back lie between −0.4 and 0.3, chapters that plan below −0.5
 * (measured on twenty reports of all levels).
 */
const BALANCE = -0.25;

/** Below 0 for a text that plans, above 0 for one that looks back, within −1 and 1; 0 for one that does not show. */
export function leaning(text: string): number {
  const done = text.match(DONE)?.length ?? 0;
  const toDo = text.match(TO_DO)?.length ?? 0;
  const all = done + toDo;
  return Math.max(-1, Math.min(1, (done - toDo - BALANCE * all) / (all + 1.5)));
}

/** The side of a chapter: what its heading says, else how its text (in normal form) leans. */
export function sideOfChapter(chapter: Section | null, text: string): Side {
  const heading = chapter?.heading ?? '';
  if (/回顾|总结|成就|历程/.test(heading)) return 'review';
  if (/任务|目标|安排|部署|要求|建议|打算|今后/.test(heading)) return 'plan';
  return leaning(text) > 0 ? 'review' : 'plan';
}
