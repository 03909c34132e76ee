import { describe, expect, test } from 'vitest';
import { pageOf, readGlossary } from '../../lib/report/glossary';
import { readSections } from '../../lib/report/sections';
import type { Definition } from '../../lib/report/types';
import { normalise } from '../../lib/text/normal';

const BODY = `政府工作报告
各位代表：
一、2020年工作回顾
全市对接“三高四新”战略，深化“放管服”改革，推行“链长制”，做好“六稳”工作，取得较好成绩，经济运行稳中有进，民生持续改善。
二、2021年工作安排
持续推进“三高四新”战略，深化“放管服”改革，加快构建现代产业体系，让我们为建设美丽临江而努力奋斗！
`;

function read(source: string): { source: string; glossary: Definition[] } {
  const normal = normalise(source);
  const glossary = readGlossary(normal, readSections(normal));
  for (const { start, end, text } of glossary) expect(source.slice(start, end)).toContain(text);
  return { source, glossary };
}

function terms(source: string): string[] {
  return read(source).glossary.map(({ term, text }) => `${term}=${text}`);
}

const WANTED = [
  '三高四新=是指三个高地、四新使命。',
  '“放管服”改革=简政放权、放管结合、优化服务。',
  '链长制=由市领导担任产业链链长。',
];

describe('an appendix of definitions', () => {
  test.each([
    [
      '1. and a colon',
      '名词解释',
      '1.三高四新：是指三个高地、四新使命。\n2.“放管服”改革：简政放权、放管结合、优化服务。\n3.链长制：由市领导担任产业链链长。',
    ],
    [
      'full-width numbers',
      '有关名词说明',
      '１．三高四新：是指三个高地、四新使命。\n２．“放管服”改革：简政放权、放管结合、优化服务。\n３．链长制：由市领导担任产业链链长。',
    ],
    [
      '1、 under an attachment’s title',
      '附件：名词解释',
      '1、三高四新：是指三个高地、四新使命。\n2、“放管服”改革：简政放权、放管结合、优化服务。\n3、链长制：由市领导担任产业链链长。',
    ],
    [
      '［1］',
      '注释',
      '［1］三高四新：是指三个高地、四新使命。\n［2］“放管服”改革：简政放权、放管结合、优化服务。\n［3］链长制：由市领导担任产业链链长。',
    ],
    [
      '(1)',
      '名 词 注 释',
      '(1)三高四新：是指三个高地、四新使命。\n(2)“放管服”改革：简政放权、放管结合、优化服务。\n(3)链长制：由市领导担任产业链链长。',
    ],
    [
      '①',
      '《政府工作报告》名词解释',
      '①三高四新：是指三个高地、四新使命。\n②“放管服”改革：简政放权、放管结合、优化服务。\n③链长制：由市领导担任产业链链长。',
    ],
    [
      'the definition on the next line',
      '名词解释',
      '1.三高四新\n是指三个高地、四新使命。\n2.“放管服”改革\n简政放权、放管结合、优化服务。\n3.链长制\n由市领导担任产业链链长。',
    ],
    [
      'a table with the number in its own cell',
      '名词解释',
      '1\n三高四新\n是指三个高地、四新使命。\n2\n“放管服”改革\n简政放权、放管结合、优化服务。\n3\n链长制\n由市领导担任产业链链长。',
    ],
    [
      'no numbers',
      '专业术语解释',
      '三高四新：是指三个高地、四新使命。\n“放管服”改革：简政放权、放管结合、优化服务。\n链长制：由市领导担任产业链链长。',
    ],
  ])('%s', (_, title, entries) => {
    expect(terms(`${BODY}${title}\n${entries}\n`)).toEqual(WANTED);
  });

  test('entries grouped under headings, numbered anew or not', () => {
    for (const third of ['1', '3']) {
      const grouped = `名词解释\n一、综合类\n1.三高四新：是指三个高地、四新使命。\n2.“放管服”改革：简政放权、放管结合、优化服务。\n二、产业类\n${third}.链长制：由市领导担任产业链链长。\n`;
      expect(terms(BODY + grouped)).toEqual(WANTED);
      expect(readSections(normalise(BODY + grouped)).map(({ heading }) => heading)).toEqual([
        '一、2020年工作回顾',
        '二、2021年工作安排',
        '名词解释',
      ]);
    }
  });

  test('Chinese numerals', () => {
    const listed =
      '名词解释\n一、三高四新：是指三个高地、四新使命。\n二、“放管服”改革：简政放权、放管结合、优化服务。\n三、链长制：由市领导担任产业链链长。\n';
    expect(terms(BODY + listed)).toEqual(WANTED);
  });

  test('是指 instead of a colon', () => {
    expect(
      terms(`${BODY}名词解释\n1.三高四新，是指三个高地、四新使命。\n2.链长制指由市领导担任产业链链长。\n`),
    ).toEqual(['三高四新=是指三个高地、四新使命。', '链长制=指由市领导担任产业链链长。']);
  });

  test('a definition of several paragraphs with a list of its own stays whole', () => {
    const { glossary } = read(
      `${BODY}名词解释\n1.三高四新：包括：\n（1）三个高地；\n（2）四新使命。\n2.链长制：由市领导担任产业链链长。\n责任编辑：某某\n`,
    );
    expect(glossary.map(({ text }) => text)).toEqual([
      '包括：\n（1）三个高地；\n（2）四新使命。',
      '由市领导担任产业链链长。',
    ]);
  });

  test('pages, and call-outs in the running text', () => {
    const cited = BODY.replace('“三高四新”战略，深', '“三高四新”［1］战略，深').replace('“链长制”', '“链长制”［2］');
    const { glossary } = read(`${cited}名词解释\n［1］三高四新：是指三个高地。\n［2］链长制：由市领导担任链长。\n`);
    expect(glossary.map(({ callout }) => callout)).toEqual(['［1］', '［2］']);
    const superscript = BODY.replace('“三高四新”战略，深', '“三高四新”1战略，深');
    const second = read(
      `${superscript}名词解释\n1.三高四新：是指三个高地。\n2.链长制（见第12页）：由市领导担任链长。\n`,
    );
    expect(second.glossary.map(({ callout }) => callout)).toEqual(['1', '（见第12页）']);
    expect([pageOf('（P4）'), pageOf('（见第12页）'), pageOf('［3］'), pageOf(null)]).toEqual([4, 12, null, null]);
  });

  test('two terms of one entry are found by either name', () => {
    const { glossary } = read(
      `${BODY}名词解释\n1.“四旁”、“五边”：指村旁路旁等与山边水边等。\n2.链长制：由市领导担任链长。\n`,
    );
    expect(glossary[0]!.aliases).toEqual(expect.arrayContaining(['四旁', '五边']));
  });

  test('a glossary that has lost its line breaks', () => {
    const source = `${BODY}名词解释1.三高四新：是指三个高地、四新使命。2.“放管服”改革：简政放权、放管结合、优化服务。3.链长制：由市领导担任产业链链长。`;
    expect(terms(source.replace(/\n/g, ' '))).toEqual(WANTED);
  });

  test('notes without a title', () => {
    const notes = '1.三高四新：是指三个高地。\n2.“放管服”改革：简政放权。\n3.链长制：由市领导担任链长。\n';
    expect(terms(BODY + notes)).toHaveLength(3);
  });
});

describe('definitions in the running text', () => {
  test.each([
    [
      '“一体”指建设省域副中心城市；“两翼”指建设现代产业强市。',
      ['“一体”=建设省域副中心城市', '“两翼”=建设现代产业强市'],
    ],
    [
      '推进“一体两翼”，“一体”指建设省域副中心城市，“两翼”指建设产业强市和美丽城市。',
      ['“一体”=建设省域副中心城市', '“两翼”=建设产业强市和美丽城市'],
    ],
    ['实施“1+5”文件，即一个总纲和五个配套方案。', ['“1+5”文件=一个总纲和五个配套方案']],
    [
      '落实“六稳”（稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期）工作。',
      ['“六稳”=稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期'],
    ],
    ['“绿色发展”指数连续五年居全省首位。', []],
    ['“十三五”即将收官，“十四五”即将开局，形势依然严峻。', []],
  ])('%s', (sentence, expected) => {
    expect(terms(BODY + sentence)).toEqual(expected);
  });
});
