/**
 * The forms in which papers, scans and sites carry the same report: each takes a text of one line for each paragraph and
 * gives it as that carrier would. What is read of it must stay the same.
 */

/** Columns of a page; a Chinese character fills two. */
const COLUMN = 76;

const paragraphsOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Old sites and careless copies lose every line break. */
export function oneLine(text: string): string {
  return paragraphsOf(text).join('');
}

/** A browser's selection pasted into a field: a space is left of every break. */
export function oneSpacedLine(text: string): string {
  return paragraphsOf(text).join(' ');
}

/** Paragraphs indented by two wide spaces, and the breaks lost. */
export function indentedLine(text: string): string {
  return paragraphsOf(text).join('\u3000\u3000');
}

/** One line for every chapter: the breaks inside of it are lost. */
export function lineForChapter(text: string): string {
  return paragraphsOf(text)
    .join(' ')
    .replace(
      / (?=(?:第[一二三四五六七八九十]部分|[一二三四五六七八九十]{1,2}[、.，]|各位代表，让|名词|注释|附件))/g,
      '\n',
    );
}

/** Every paragraph indented and broken at the column's width. */
export function wrapped(text: string): string {
  return paragraphsOf(text)
    .flatMap((line) => wrap(`　　${line}`))
    .join('\n');
}

/** The same without indents, as e-papers and scans give it. */
export function wrappedBare(text: string): string {
  return paragraphsOf(text).flatMap(wrap).join('\n');
}

/** A scan's pages: every thirty lines a page number, the running head and a blank line. */
export function paged(text: string): string {
  const lines = paragraphsOf(text).flatMap((line) => wrap(`　　${line}`));
  return lines.map((line, i) => (i % 30 === 29 ? `${line}\n\n- ${(i + 1) / 30} -\n政府工作报告` : line)).join('\n');
}

/** A paper's marks where a page ends: （下转第三版）, （上接第一版）. */
export function continued(text: string): string {
  const lines = paragraphsOf(text).flatMap((line) => wrap(`　　${line}`));
  return lines.map((line, i) => (i % 30 === 29 ? `${line}\n（下转第三版）\n（上接第一版）` : line)).join('\n');
}

/** A Markdown conversion that leaves a blank line between paragraphs and turns numbered headings into # of one depth. */
export function flatMarkdown(text: string): string {
  return paragraphsOf(text)
    .map((line) => (/^[一二三四五六七八九十]{1,2}、[^。]{1,40}$/.test(line) ? `## ${line}` : line))
    .join('\n\n');
}

/** What a site prints behind a text in the same flow. */
export function withTeasers(text: string): string {
  return `${text.trimEnd()}
扫一扫在手机打开当前页
责任编辑：信息中心
相关链接
我市召开春季农业生产现场会，推进高标准农田建设
一、关于开展2024年度专业技术人员继续教育工作的通知
网友评论
匿名网友：希望多修几条路，感谢政府为百姓办实事！
上一篇：统计局发布2023年经济运行情况
下一篇：市政府办公室关于调整领导分工的通知
主办：市人民政府办公室 技术支持：大数据中心`;
}

/** Half-width punctuation and full-width digits, as typists of the nineties mix them. */
export function mixedWidths(text: string): string {
  return text
    .replace(/[，；：（）]/g, (char) => ',;:()'['，；：（）'.indexOf(char)]!)
    .replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

export const CARRIERS = {
  oneLine,
  oneSpacedLine,
  indentedLine,
  lineForChapter,
  wrapped,
  wrappedBare,
  paged,
  continued,
  flatMarkdown,
  withTeasers,
  mixedWidths,
};

function wrap(line: string): string[] {
  const lines: string[] = [];
  let from = 0;
  let width = 0;
  for (let i = 0; i < line.length; i++) {
    const own = line.charCodeAt(i) < 0x2000 ? 1 : 2;
    // No line begins with a stop.
    if (width + own > COLUMN && !'，。；：、！？”）》'.includes(line[i]!)) {
      lines.push(line.slice(from, i));
      from = i;
      width = 0;
    }
    width += own;
  }
  lines.push(line.slice(from));
  return lines;
}
