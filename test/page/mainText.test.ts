import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { findMainText } from '../../lib/page/mainText';
import { pageHints } from '../../lib/page/pageHints';
import { mapText } from '../../lib/page/textMap';
import { detect } from '../../lib/report/detect';
import { readSections } from '../../lib/report/sections';
import { normalise } from '../../lib/text/normal';

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
