import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { findMainText } from '../../lib/page/mainText';
import { pageHints } from '../../lib/page/pageHints';
import { mapText } from '../../lib/page/textMap';
import { detect } from '../../lib/report/detect';
import { readGlossary } from '../../lib/report/glossary';
import { identify } from '../../lib/report/identity';
import { readSections } from '../../lib/report/sections';
import { normalise } from '../../lib/text/normal';
import { fixturesOf } from '../gold/fixture';

const seed = readFileSync(new URL('../../seeds/reports/shigu-2021.txt', import.meta.url), 'utf8');
const lines = seed.split('\n').filter((line) => line.trim());
const salutation = lines.findIndex((line) => line.startsWith('各位代表'));
const title = lines.slice(0, salutation);
const body = lines.slice(salutation);

const MENU = `<div class="nav"><ul>${['首页', '政务公开', '政策解读', '图解政府工作报告', '统计公报', '互动交流'].map((item) => `<li><a href="#">${item}</a></li>`).join('')}</ul></div>
<div class="crumbs">您现在的位置：<a>首页</a> &gt; <a>政府信息公开</a> &gt; <a>政府工作报告</a></div>`;
const TOOLS =
  '<div>来源：区政府办 发布时间：2021-03-25 字体：<a>大</a> <a>中</a> <a>小</a> <a>打印</a> <a>分享</a></div>';
const FOOT = `<div>责任编辑：某某</div><div class="related"><h3>相关链接</h3><ul>${'<li><a>关于石鼓区国民经济和社会发展计划执行情况的报告，含附表</a></li>'.repeat(8)}</ul></div>
<footer>主办：石鼓区人民政府办公室，承办：区政务服务中心，网站标识码：0000000000</footer>`;

function inside(content: string): { text: string; title: string } {
  const html = `<!doctype html><html><head><title>政府工作报告_石鼓区人民政府</title></head><body>${MENU}<div id="page">${content}</div>${FOOT}</body></html>`;
  const { document } = parseHTML(html);
  return { text: mapText(findMainText(document.body)).text, title: pageHints(document).title ?? '' };
}

const paragraphs = (list: string[]) => list.map((line) => `<p>${line}</p>`).join('\n');

describe('the document inside the page', () => {
  test.each([
    ['paragraphs', `<h1>政府工作报告</h1>${TOOLS}<div class="text">${paragraphs([...title, ...body])}</div>`],
    ['line breaks only', `<div>${[...title, ...body].join('<br>')}</div>`],
    ['one table cell', `<table><tr><td>${paragraphs(title)}${body.join('<br/>')}</td></tr></table>`],
    [
      'nested spans of Word',
      `<div>${[...title, ...body].map((line) => `<p><span><span lang="ZH">${line.slice(0, 3)}</span><span>${line.slice(3)}</span></span></p>`).join('')}</div>`,
    ],
    [
      'sections of WeChat',
      `<div><section>${[...title, ...body].map((line) => `<section><section><span>${line}</span></section></section>`).join('')}</section></div>`,
    ],
    [
      'the glossary in a sibling',
      `<div>${paragraphs([...title, ...body.slice(0, -17)])}</div><div>${paragraphs(body.slice(-17))}</div>`,
    ],
  ])('%s', (_, content) => {
    const page = inside(content);
    expect(page.text).toContain('现在，我代表区人民政府');
    expect(page.text).toContain('“两年”行动（P25）');
    expect(page.text).not.toContain('图解政府工作报告');
    expect(page.text).not.toContain('网站标识码');
    const normal = normalise(page.text);
    expect(detect(normal, { title: page.title }).verdict).toBe('report');
    expect(readSections(normal).filter(({ level }) => level === 1)).toHaveLength(5);
  });

  test('a heading beside the text belongs to it, a menu does not', () => {
    const { document } = parseHTML(
      `<html><body>${MENU}<div><h1>政府工作报告</h1><div><p>各位代表，现在开会。</p><p>会议有三项议程，请大家遵守。</p></div></div></body></html>`,
    );
    expect(mapText(findMainText(document.body)).text).toBe(
      '政府工作报告\n各位代表，现在开会。\n会议有三项议程，请大家遵守。\n',
    );
  });

  test('deep nesting does not overflow', () => {
    const { document } = parseHTML(
      `<html><body>${'<div>'.repeat(20_000)}各位代表，现在开会。${'</div>'.repeat(20_000)}</body></html>`,
    );
    expect(mapText(findMainText(document.body)).text.trim()).toBe('各位代表，现在开会。');
  });
});

test('the title that a government site gives in its meta elements comes first', () => {
  const { document } = parseHTML(
    '<html><head><meta name="ArticleTitle" content="2021年政府工作报告"><title>石鼓区政府</title></head><body></body></html>',
  );
  expect(pageHints(document, 'http://example.gov.cn/')).toEqual({
    title: '2021年政府工作报告_石鼓区政府',
    url: 'http://example.gov.cn/',
  });
});

describe('a town’s short report among what sites put around one', () => {
  const fixture = fixturesOf('unseen').find(([name]) => name === 'town-2024-callouts')![1];
  const [heading, ...own] = fixture.text.split('\n').filter(Boolean) as [string, ...string[]];
  const menu = '<div class="top"><a>首页</a>|<a>走进新华</a>|<a>政务公开</a>|<a>政府工作报告</a></div>';
  const crumbs = '<div>当前位置：<a>首页</a>&gt;<a>政府信息公开</a>&gt;<a>政府工作报告</a></div>';
  const about =
    '<div>索引号：000000/2024-00001 发布机构：镇政府办 发文日期：2024-01-15 【字体：<a>大</a><a>中</a><a>小</a>】<a>打印</a></div>';
  const share = '<div style="position:fixed">分享到：<a>微信</a><a>微博</a></div>';
  const list = `<div><h3>相关文章</h3><ul>${'<li><a>镇召开经济工作会议，部署重点任务</a><span>2024-01-10</span></li>'.repeat(4)}</ul></div>`;
  const teasers = `<div>${'<dl><dt><a>要闻</a></dt><dd>近日，镇党委召开扩大会议，研究部署下一步工作，要求各村抓好落实。</dd></dl>'.repeat(3)}</div>`;
  const comments = '<div><h4>网友评论</h4><p>说得好，希望道路早点修好，方便大家出行。</p><a>回复</a></div>';
  const foot = '<footer>主办：新华镇人民政府，承办：镇党政办。</footer>';
  const rest = (from: number) => paragraphs(own.slice(from));

  test.each([
    [
      'everything in one flow',
      '<title>新华镇人民政府</title>',
      `<div>${crumbs}<h1>${heading}</h1>${about}${rest(0)}${share}${list}${teasers}${comments}</div>`,
      heading,
    ],
    [
      'columns',
      '<title>新华镇人民政府</title>',
      `<div><div>${crumbs}<div><h2>${heading}</h2>${about}<div>${rest(0)}</div>${share}${list}</div></div><div>${teasers}</div>${comments}</div>`,
      heading,
    ],
    [
      'tables in tables',
      '<title>工作报告</title>',
      `<table><tr><td>${crumbs}</td></tr><tr><td><table><tr><td>${teasers}</td><td><table><tr><td><b>${heading}</b></td></tr><tr><td>${about}</td></tr><tr><td>${own.join('<br>　　')}</td></tr></table></td></tr></table></td></tr></table>`,
      heading,
    ],
    [
      'a title in ArticleTitle only',
      '<title>新华镇</title><meta name="ArticleTitle" content="新华镇人民政府2024年工作报告">',
      `<div>${crumbs}<div>${rest(3)}</div>${list}</div>`,
      '新华镇人民政府2024年工作报告',
    ],
    [
      'a title in the window’s only',
      '<title>新华镇政府工作报告（2024年）_清溪县人民政府</title>',
      `<div>${crumbs}<div>${rest(3)}</div>${teasers}</div>`,
      '新华镇政府工作报告（2024年）',
    ],
  ])('%s', (_, head, content, title) => {
    const { document } = parseHTML(
      `<!doctype html><html><head>${head}</head><body>${menu}${content}${foot}</body></html>`,
    );
    const normal = normalise(mapText(findMainText(document.body)).text);
    const hints = pageHints(document);
    expect(detect(normal, hints).verdict).toBe('report');
    expect(identify(normal, hints)).toMatchObject({ title, level: 'township', year: 2024 });
    expect(identify(normal, hints)!.place.endsWith('新华镇')).toBe(true);
    const definitions = readGlossary(normal, readSections(normal));
    expect(definitions.map(({ term }) => term)).toEqual(fixture.definitions!.map(([term]) => term));
    expect(definitions.at(-1)!.text.endsWith(fixture.definitions!.at(-1)![3])).toBe(true);
  });
});
