/** How a poured page is made up. */
export interface MakeUp {
  /**
   * trs: a <p> for each paragraph with nested <span style>, as content systems leave text pasted from a word processor.
   * breaks: one <div>, the paragraphs parted by <br><br> and indented with ideographic spaces.
   * cell: the same in the one cell of a layout table, indented with no-break spaces.
   * wechat: sections of nested spans that break in the middle of words, as a rich-text editor leaves them.
   * columns: the custom elements of an e-paper, set in columns.
   */
  body?: 'trs' | 'breaks' | 'cell' | 'wechat' | 'columns';
  /** Whether styles stand in the page; otherwise it links /site.css, as a strict content security policy wants. */
  inlineStyles?: boolean;
  /** Scripts to load, by address: the first before all else in the head. */
  headScript?: string;
  /** HTML to put before the end of the head. */
  head?: string;
}

/** The style sheet of the poured site. */
export const siteStyle = `
body { margin: 0; background: #fdf6ec; color: #333; font: 16px/1.9 "Noto Sans CJK SC", sans-serif; }
.top { background: #b5120f; color: #fff3d6; padding: 18px 0; }
.top b { font-size: 26px; letter-spacing: 4px; }
.w { width: 1000px; margin: 0 auto; }
.path, .tools { color: #8a6d3b; font-size: 14px; padding: 8px 0; }
.tools { text-align: center; border-bottom: 1px dashed #d9b98c; }
.tools button { border: 0; background: none; color: inherit; font: inherit; cursor: pointer; padding: 0 2px; }
.article { background: #fff; border: 1px solid #ecd9bd; padding: 24px 60px; }
.article h1 { color: #b5120f; text-align: center; font: bold 26px/1.6 "Noto Serif CJK SC", serif; }
.article p, .flow { text-align: justify; margin: 0 0 12px; }
.epaper { columns: 300px; column-gap: 32px; font-size: 15px; }
.epaper p { margin: 0 0 8px; text-indent: 2em; }
.outer { display: block; width: 100%; height: 620px; border: 0; }
.big .TRS_Editor { font-size: 20px; }
.small .TRS_Editor { font-size: 14px; }
.foot { margin-top: 30px; border-top: 3px solid #b5120f; padding: 16px 0; text-align: center; font-size: 13px; color: #777; }
`;

/** The site's own script: the font size buttons that every such page has. */
export const siteScript = `
for (const button of document.querySelectorAll('.tools button[value]')) {
  button.addEventListener('click', () => { document.body.className = button.value; });
}
`;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (char) => escapes[char] as string);
const inline = (line: string) => escapeHtml(line).replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>');

interface Block {
  head: boolean;
  title: boolean;
  text: string;
  html: string;
}

/** The blocks of a bundled report's text: markdown heads lose their marks, everything else is a paragraph. */
function blocksOf(text: string): Block[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter(Boolean).map((line) => {
    const marks = /^#{1,6} /.exec(line)?.[0] ?? '';
    const text = line.slice(marks.length);
    return { head: marks !== '', title: marks === '# ', text: text.replaceAll('**', ''), html: inline(text) };
  });
}

const indent = '　　';

function trsBody(blocks: Block[]): string {
  const span = (html: string) =>
    `<span style="font-family: 仿宋_GB2312; font-size: 16px;"><span style="line-height: 190%;">${html}</span></span>`;
  return blocks
    .map(({ head, html }) =>
      head
        ? `<p style="text-indent: 2em;"><strong>${span(html)}</strong></p>`
        : `<p style="text-indent: 2em;">${span(html)}</p>`,
    )
    .join('\n');
}

const plainBody = (blocks: Block[]) =>
  blocks.map(({ head, html }) => `<p>${head ? `<strong>${html}</strong>` : html}</p>`).join('\n');

const breaksBody = (blocks: Block[]) =>
  `<div class="flow">${blocks.map(({ html }) => `${indent}${html}`).join('<br>\n<br>\n')}</div>`;

const cellBody = (blocks: Block[]) =>
  `<table width="100%" border="0" cellspacing="0"><tbody><tr><td class="bt_content">${blocks
    .map(({ html }) => `&nbsp;&nbsp;&nbsp;&nbsp;${html}`)
    .join('<br/>')}</td></tr></tbody></table>`;

/** So many characters stand in one span before the next begins. */
const SPAN = 7;

function wechatBody(blocks: Block[]): string {
  const leaves = (text: string) =>
    (text.match(new RegExp(`.{1,${SPAN}}`, 'gu')) ?? [])
      .map((piece) => `<span leaf=""><span textstyle="" style="font-size: 16px;">${escapeHtml(piece)}</span></span>`)
      .join('');
  return `<div class="rich_media_content">${blocks
    .map(({ text }) => `<section style="margin: 0 8px 16px;"><section>${leaves(text)}</section></section>`)
    .join('\n')}</div>`;
}

const columnsBody = (blocks: Block[]) =>
  `<founder-content class="epaper" style="display: block"><!--enpcontent-->${blocks
    .map(({ html }) => `<p>${html}</p>`)
    .join('')}<!--/enpcontent--></founder-content>`;

/** A government site's article page around `body` HTML: its head, where one is, the tools line, the foot. */
function frame(title: string, column: string, body: string, makeUp: MakeUp): string {
  const { inlineStyles = true, headScript, head = '' } = makeUp;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
${headScript ? `<script src="${headScript}"></script>` : ''}
<title>${escapeHtml(title)}_${column}_衡阳市人民政府门户网站</title>
<meta name="SiteName" content="衡阳市人民政府门户网站">
<meta name="ColumnName" content="${column}">
<meta name="ArticleTitle" content="${escapeHtml(title)}">
<meta name="PubDate" content="2020-01-10 09:00">
<link rel="icon" href="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">
${inlineStyles ? `<style>${siteStyle}</style>` : '<link rel="stylesheet" href="/site.css">'}
${head}</head>
<body>
<div class="top"><div class="w"><b>衡阳市人民政府</b></div></div>
<div class="w">
<div class="path">当前位置：<a href="#">首页</a> &gt; <a href="#">政务公开</a> &gt; <a href="#">${column}</a></div>
<div class="article">
<h1>${escapeHtml(title)}</h1>
<div class="tools">来源：市政府办公室 发布时间：2020-01-10 09:00
【字体：<button value="big">大</button> <button value="">中</button> <button value="small">小</button>】
<button>打印</button> <button>分享</button></div>
<div class="TRS_Editor">
${body}
</div>
</div>
</div>
<div class="foot"><div>主办单位：衡阳市人民政府办公室　承办单位：市数据中心</div><div>备案号：湘ICP备00000000号　网站标识码：0000000000</div></div>
<script src="/site.js"></script>
</body>
</html>
`;
}

/** How the body of a report is set, the title left to the frame. */
function bodyOf(text: string, { body = 'trs', inlineStyles = true }: MakeUp): { title: string; html: string } {
  const blocks = blocksOf(text);
  const title = (blocks.find((block) => block.title) ?? blocks[0])?.text ?? '';
  const rest = blocks.filter((block) => !block.title);
  const setters = {
    trs: inlineStyles ? trsBody : plainBody,
    breaks: breaksBody,
    cell: cellBody,
    wechat: wechatBody,
    columns: columnsBody,
  };
  return { title, html: setters[body](rest) };
}

/**
 * A page of a government site that carries the report.
 *
 * The marks of the bundled texts (#, ##, **) become bold type, never heading elements, since that is how such sites
 * set their reports. Everything around the text is written for this project.
 */
export function pourReport(text: string, makeUp: MakeUp = {}): string {
  const { title, html } = bodyOf(text, makeUp);
  return frame(title, '政府工作报告', html, makeUp);
}

/** A page that shows another page of its site in a frame. */
export function pourFramed(title: string, source: string): string {
  return frame(title, '政府工作报告', `<iframe class="outer" src="${source}"></iframe>`, {});
}

/** The report in a page whose text a script puts in after the load, in three portions. */
export function pourLate(text: string): { body: string; script: string } {
  const { title, html } = bodyOf(text, {});
  const paragraphs = html.split('\n');
  const third = Math.ceil(paragraphs.length / 3);
  const portions = [0, 1, 2].map((i) => paragraphs.slice(i * third, (i + 1) * third).join('\n'));
  return {
    body: frame(title, '政府工作报告', '<div id="late"><p>正在加载……</p></div><script src="/late.js"></script>', {}),
    script: `${JSON.stringify(portions)}.forEach((portion, i) => setTimeout(() => {
      const target = document.getElementById('late');
      if (i === 0) target.textContent = '';
      target.insertAdjacentHTML('beforeend', portion);
    }, 900 * (i + 1)));`,
  };
}

/** A page that changes its route by script: buttons named after the views put a report, or no report, in its place. */
export function pourRoutes(views: Record<string, string>): { body: string; script: string } {
  const reports = Object.entries(views).map(([name, text]) => [name, bodyOf(text, {})] as const);
  const pages = Object.fromEntries([['notice', { title: '通知公告', html: trsBody(noticeBlocks()) }], ...reports]);
  const buttons = Object.keys(pages).map((name) => `<button class="route" value="${name}">${name}</button>`);
  return {
    body: frame(
      '站内浏览',
      '政务公开',
      `<p>${buttons.join(' ')}</p><div id="view"></div><script src="/routes.js"></script>`,
      {},
    ),
    script: `const pages = ${JSON.stringify(pages)};
    const go = (name) => {
      history.pushState({}, '', '#/' + name);
      document.title = pages[name].title;
      document.querySelector('h1').textContent = pages[name].title;
      document.getElementById('view').innerHTML = pages[name].html;
    };
    for (const button of document.querySelectorAll('.route')) button.addEventListener('click', () => go(button.value));
    go('notice');`,
  };
}

/** A page of the same site that is no report and no writing about one: an office's opening hours. */
export function pourNotice(): string {
  return frame('关于调整政务服务大厅对外服务时间的通知', '通知公告', trsBody(noticeBlocks()), {});
}

function noticeBlocks(): Block[] {
  const lines = [
    '各有关单位、广大市民：',
    '因办公场所搬迁，市政务服务大厅自下周一起调整对外服务时间，现将有关事项通知如下。',
    '一、服务时间为每周一至周五上午九时至十二时，下午一时三十分至五时。周六上午安排值班窗口。',
    '二、搬迁期间如需办理不动产登记、社保缴费等业务，请提前电话预约，并携带身份证原件。',
    '三、停车场出入口改在东侧，请按现场标识通行。给您带来不便，敬请谅解。',
    '特此通知。',
  ];
  return blocksOf(lines.join('\n'));
}
