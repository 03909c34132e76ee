// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it } from 'vitest';
import { ReportText } from '../../components/ReportText';
import type { BundledReport } from '../../lib/corpus/types';
import { zh_CN } from '../../lib/locales/zh_CN';
import { mapText } from '../../lib/page/textMap';

const text = `政府工作报告

一、2020年工作回顾

过去一年，全县上下团结一心，
各项工作稳步推进，经济社会发展取得新的成绩。

**（一）产业发展提速。**新增企业二十家，产值稳步增长。
（二）民生持续改善。学校、医院条件明显改善，群众更加满意。
二、2021年工作安排
坚持稳中求进，做好各项工作。
`;
const section = (id: string, heading: string, end: string) => {
  const start = text.indexOf(heading);
  return { id, level: id.split('.').length, heading, start, end: end ? text.indexOf(end) : text.length };
};
const report: BundledReport = {
  id: 'made-up-2021',
  kind: 'report',
  title: '政府工作报告',
  short: '某县 2021',
  place: '某县',
  level: 'county',
  year: 2021,
  reviewYear: 2020,
  partOf: null,
  text,
  sections: [
    section('1', '一、2020年工作回顾', '二、2021'),
    section('1.1', '（一）产业发展提速', '（二）民生'),
    section('1.2', '（二）民生持续改善', '二、2021'),
    section('2', '二、2021年工作安排', ''),
  ],
  glossary: [],
  mentions: [],
  observations: [],
};

function draw(counterparts: ReadonlyMap<string, string | null> | null = null) {
  const root = document.body.appendChild(document.createElement('div'));
  const aligned: string[] = [];
  render(
    <ReportText report={report} base={3} counterparts={counterparts} t={zh_CN} onAlign={(id) => aligned.push(id)} />,
    root,
  );
  return { root, aligned };
}

it('says of every paragraph where it begins in the file', () => {
  const paragraphs = [...draw().root.querySelectorAll<HTMLElement>('[data-start]')];
  const starts = paragraphs.map(({ dataset }) => Number(dataset.start));
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
  for (const { dataset, textContent } of paragraphs) {
    const line = text.slice(Number(dataset.start)).replace(/^[\s*]+/, '');
    expect(line.slice(0, 4)).toBe(textContent!.slice(0, 4));
  }
});

it('shows every section once, chapters above the others', () => {
  const { root } = draw();
  const ids = [...root.querySelectorAll<HTMLElement>('[data-section]')].map(({ dataset }) => dataset.section);
  expect(ids).toEqual(['1', '1.1', '1.2', '2']);
  expect([...root.querySelectorAll('h3')].map(({ textContent }) => textContent)).toEqual(
    report.sections.filter(({ level }) => level === 1).map(({ heading }) => heading),
  );
});

it('leads to counterparts without adding to the text', () => {
  const { root, aligned } = draw(
    new Map([
      ['1.1', '（二）加快产业升级'],
      ['1.2', null],
    ]),
  );
  const [found, none] = root.querySelectorAll('button');
  expect(found?.textContent).toBe('对应：（二）加快产业升级');
  found?.click();
  expect(aligned).toEqual(['1.1']);
  expect([none?.textContent, none?.disabled]).toEqual(['无对应章节', true]);
  expect(mapText(root).text).toBe(mapText(draw().root).text);
});
