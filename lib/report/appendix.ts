const GLOSSARY_TITLE =
  /^(?:附[件录]?[一二三四五\d]{0,2}[：、.]?)?[（(《]?(?:20\d\d年|《?政府工作报告》?|报告|中|的|有关|相关|部分|重点|专业|新|文)*(?:名词|名词术语|专业名词|词语|用语|术语|词汇|词条|缩略语|热词)(?:及|和|与|简要|术语|的)*(?:解释|注释|说明|释义|注解|简释|解读|诠释)[）)》]?[：:]?$/;
const NOTES_TITLE = /^(?:附[：、.]?)?(?:注释|注解|注|报告注释|尾注|名词)[：:]?$/;
const ATTACHMENT_TITLE = /^附[件录表][一二三四五六七八九十\d]{0,2}(?:[：、.].{0,40})?$|^附[：:].{2,40}$/;
const PROJECTS_TITLE =
  /^(?:附[件录]?[一二三四五\d]{0,2}[：、.]?)?[^，。；：]{0,24}(?:民生实事|为民办实事|实事项目|惠民实事)(?:项目|工作|安排|清单|目标|名单|表|计划|（[^）]{0,16}）){0,3}$/;

/** What kind of appendix a line opens, null when it opens none. The line is of a normal text. */
export function appendixKind(line: string): 'glossary' | 'attachment' | null {
  if (line.length > 48) return null;
  if (GLOSSARY_TITLE.test(line) || NOTES_TITLE.test(line)) return 'glossary';
  if (ATTACHMENT_TITLE.test(line) || PROJECTS_TITLE.test(line)) return 'attachment';
  return null;
}
