import type { Line } from '../text/lines';
import { appendixKind } from './appendix';

/** What a page prints under a document, at the beginning of a line. */
const FURNITURE =
  /^[（(【[]?(?:责任?编[辑校]|编辑[：:]|校对|来源[：:]|作者[：:]|稿源|供稿|分享(?:到|至|[：:]|$)|打印|关闭(?:窗口|本页|$)|字体|纠错|我要纠错|收藏|上一[篇条页则]|下一[篇条页则]|前一[篇条]|后一[篇条]|相关(?:链接|新闻|阅读|文章|信息|报道|推荐|附件|解读|稿件|政策|文件|专题)|推荐(?:阅读|新闻|文章)|延伸阅读|热门|最新(?:评论|文章|新闻|动态)|网友|我要评论|发表评论|评论(?:[（(：:]|$)|扫一扫|扫码|微信扫|微信公众|版权|主办|承办|协办|技术支持|联系(?:我们|电话|方式)|网站(?:地图|标识|首页|声明)|返回(?:顶部|首页|列表|上一)|此件|Copyright|©|友情链接|附件下载|点击(?:数|率|量|下载)|阅读(?:原文|次数|量|[：:]|\s?\d)|预览时|喜欢此内容|继续滑动|点赞|在看|\d+人(?:收藏|点赞)|浏览(?:次数|量|[：:])|本文(?:链接|来源)|首页$|声明[：:]|电子报|本版(?:导读|新闻|责编)|放大|缩小|默认|政府网站标识码|.{0,4}ICP备|.{0,10}公网安备|\d{1,3}(?:\s?\d{1,3})*\s?下一页)/i;
/** A line of furniture is short. */
const LONGEST = 120;
/** Words that an attachment uses too (主办单位：省财政厅): they end a document only where no paragraph follows. */
const ALSO_IN_TEXT = /^[（(【[]?(?:主办|承办|协办|来源|作者|联系|评论|默认|放大|声明|版权|技术支持)/;
const PARAGRAPH = 60;
/** The words of a last call; thanks and the praise of what was done come before. */
const CALL =
  /让我们|(?:努力|团结|共同|不懈|接续)奋斗[！。]|谱写|再创|献礼|奋勇前进|再立新功|作出(?:新的|更大)[^，。]{0,6}贡献|谢谢(?:大家|各位)/;
const THANKS = /感谢|敬意/;

/** True for what a site or a paper prints around a document: 责任编辑, 相关链接, 上一篇, 分享到. */
export function isFurniture(line: string): boolean {
  return line.length <= LONGEST && FURNITURE.test(line);
}

/** The line of the last call to the deputies, -1 when there is none. */
export function lastCall(lines: readonly Line[]): number {
  return lines.findLastIndex(
    ({ text }) =>
      /各位代表|同志们|让我们/.test(text) && CALL.test(text) && (!THANKS.test(text) || text.includes('让我们')),
  );
}

/**
 * Where a document ends in its page: at the first furniture behind its last call, or behind its glossary where one
 * follows; without a call behind the last line that is a paragraph. Comments, related links and the next article's title
 * come after. Offset into the normal text.
 */
export function endOfDocument(lines: readonly Line[]): number {
  const whole = lines.at(-1)?.end ?? 0;
  let last = lastCall(lines);
  if (last < 0)
    last = lines.findLastIndex(({ text }) => text.length >= PARAGRAPH && text.includes('。') && !isFurniture(text));
  const glossary = lines.findLastIndex(({ text }) => appendixKind(text) !== null);
  const paragraph = lines.findLastIndex(({ text }) => text.length >= PARAGRAPH && text.includes('。'));
  for (let i = Math.max(last, glossary) + 1; i > 0 && i < lines.length; i++) {
    const { text, start } = lines[i]!;
    if (isFurniture(text) && (i > paragraph || !ALSO_IN_TEXT.test(text))) return start;
  }
  return whole;
}
