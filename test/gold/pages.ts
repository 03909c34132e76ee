/**
 * Web pages around a report's text, as sites print it: each takes the text, one line for each paragraph, and the page's
 * title. Menus, tools and related links stand around it; nothing of them belongs to the report.
 */

const MENU = `<div class="nav"><ul>${'首页 走进我县 政务公开 办事服务 互动交流 政府工作报告 财政预决算 人事信息 应急管理 网上信访'
  .split(' ')
  .map((name) => `<li><a href="#">${name}</a></li>`)
  .join('')}</ul></div>
<div class="pos">您现在的位置：<a href="#">首页</a> &gt; <a href="#">政务公开</a> &gt; <a href="#">政府工作报告</a> &gt; 正文</div>`;
const TOOLS =
  '<div class="tools">发布时间：2019-01-12 信息来源：政府办 浏览次数：<span>1286</span> 【字体：<a>大</a> <a>中</a> <a>小</a>】 <a>打印</a></div>';
const BEHIND = `<div class="share">分享到：<a>微信</a> <a>微博</a></div><div>责任编辑：政府办</div>
<div class="rel"><h3>相关阅读</h3><a>图解：一图读懂政府工作报告</a><br><a>上年度政府工作报告</a></div>
<div class="side"><h3>热点新闻</h3><ul><li><a>召开经济工作会议，部署全年工作任务</a></li><li><a>走访慰问困难群众，送上新春祝福</a></li></ul></div>
<div class="foot">主办：人民政府办公室　承办：大数据中心<br>ICP备05000000号　联系电话：0000-0000000</div>`;

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const paragraphsOf = (text: string) =>
  text
    .split('\n')
    .map((line) => escaped(line.trim()))
    .filter(Boolean);

const page = (title: string, body: string, before = MENU, behind = BEHIND) =>
  `<!DOCTYPE html><html><head><title>${escaped(title)}</title><style>p{color:red}</style></head><body>${before}${body}${behind}<script>var a="各位代表：";</script></body></html>`;

export const PAGES: Record<string, (text: string, title: string) => string> = {
  'paragraphs in an editor’s box': (text, title) =>
    page(
      title,
      `<div class="main">${TOOLS}<div class="TRS_Editor"><style>.TRS_Editor P{margin:0}</style>${paragraphsOf(text)
        .map((line) => `<p align="justify">　　${line}</p>`)
        .join('')}</div></div>`,
    ),
  'line breaks only': (text, title) =>
    page(
      title,
      `<div id="zoom">${paragraphsOf(text)
        .map((line) => `　　${line}`)
        .join('<br>')}</div>`,
    ),
  'one table cell without breaks': (text, title) =>
    page(title, `<table><tr><td>${paragraphsOf(text).join('　　')}</td></tr></table>`),
  'tables in tables': (text, title) =>
    page(
      title,
      `<table width="100%"><tr><td width="200"><ul><li><a>栏目一</a></li><li><a>栏目二</a></li></ul></td><td><table><tr><td>${TOOLS}</td></tr><tr><td>${paragraphsOf(
        text,
      )
        .map((line) => `<p>&nbsp;&nbsp;&nbsp;&nbsp;${line}</p>`)
        .join('')}</td></tr></table></td></tr></table>`,
    ),
  'nested spans': (text, title) =>
    page(
      title,
      `<div id="js_content">${paragraphsOf(text)
        .map(
          (line) =>
            `<section><section><p style="text-indent:2em">${(line.match(/&\w+;|[\s\S]{1,7}/g) ?? [])
              .map((piece) => `<span leaf=""><span style="font-size:16px">${piece}</span></span>`)
              .join('')}</p></section></section><p><br></p>`,
        )
        .join('')}</div><div>预览时标签不可点</div><div>阅读 1024　赞 12　在看 8</div>`,
      '',
      '<div>微信扫一扫<br>关注该公众号</div>',
    ),
  'Word’s markup': (text, title) =>
    page(
      title,
      `<div class="con">${paragraphsOf(text)
        .map(
          (line) =>
            `<p class="MsoNormal" style="text-indent:32pt"><span lang="EN-US"><o:p></o:p></span>${line.replace(/(?<!&#?)\d[\d.%]*/g, '<span lang="EN-US">$&</span>')}</p>\n`,
        )
        .join('')}</div>`,
    ),
  'an e-paper': (text, title) =>
    page(
      title,
      `<div id="ozoom"><founder-content>${paragraphsOf(text)
        .map((line) => `<p>　　${line}</p>`)
        .join('')}</founder-content></div>`,
      '<div><a>上一版</a> <a>下一版</a> <a>版面导航</a></div>',
      '<div><a>上一篇</a> <a>下一篇</a></div>',
    ),
  'an article with comments': (text, title) =>
    page(
      title,
      `<article>${paragraphsOf(text)
        .map((line) => `<p>${line}</p>`)
        .join(
          '',
        )}<div class="c"><h4>网友评论</h4><p>网友甲：看完很受鼓舞，希望家乡越来越好，好日子还在后头。</p><p>网友乙：一、建议多修路；二、建议多办学，让孩子们在家门口就能读书。</p></div></article>`,
    ),
};
