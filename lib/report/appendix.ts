/** 名词解释, 《政府工作报告》有关内容名词注释, 附件2：部分专业术语说明. */
const GLOSSARY_TITLE =
  /^[^，。；]{0,28}(?:名词|术语|词语|用语|词汇|词条|缩略语|热词)[^，。；：]{0,8}(?:解释|注释|说明|释义|注解|简释|解读|诠释|汇编)[）)》]?[：:]?$/;
const NOTES_TITLE = /^(?:附[：、.]?)?(?:注释|注解|注|报告注释|尾注|名词)[：:]?$/;
const ATTACHMENT_TITLE = /^附[件录表][一二三四五六七八九十\d]{0,2}(?:[：、.].{0,40})?$|^附[：:].{2,40}$/;
const PROJECTS_TITLE =
  /^(?:附[件录]?[一二三四五\d]{0,2}[：、.]?)?[^，。；：]{0,24}(?:民生实事|为民办实事|实事项目|惠民实事)(?:项目|工作|安排|清单|目标|名单|表|计划|（[^）]{0,16}）){0,3}$/;

/** （五）办好民生实事 and 着力办好民生实事 are a report's own sections. */
const OWN_SECTION =
  /^(?:[一二三四五六七八九十]{1,3}[、.，是]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、，）]|第[一二三四五六七八九十]|[—●■◆])|^(?:办|抓|做|全力|全面|着力|扎实|实施|推进|推动|落实|聚焦|用心|用情|持续|切实|坚持|强化|突出|加快)/;

/** What kind of appendix a line opens, null when it opens none. The line is of a normal text. */
export function appendixKind(line: string): 'glossary' | 'attachment' | null {
  if (line.length > 48) return null;
  if (GLOSSARY_TITLE.test(line) || NOTES_TITLE.test(line)) return 'glossary';
  if (ATTACHMENT_TITLE.test(line) || (PROJECTS_TITLE.test(line) && !OWN_SECTION.test(line))) return 'attachment';
  return null;
}
