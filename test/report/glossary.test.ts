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

/** A report that uses three terms, with what marks them. */
const using = (marks: string[]) =>
  `政府工作报告\n各位代表：\n一、2020年工作回顾\n全市对接“三高四新”${marks[0] ?? ''}战略，深化“放管服”改革${marks[1] ?? ''}，推行“链长制”${marks[2] ?? ''}，做好稳就业工作，取得较好成绩，经济运行稳中有进，民生持续改善，城乡面貌焕然一新。\n二、2021年工作安排\n持续推进战略，加快构建现代产业体系，推进依法行政。\n各位代表，让我们为建设美丽临江而努力奋斗！\n`;
const TERMS = ['三高四新', '“放管服”改革', '链长制'];
const MEANINGS = [
  '指三个高地、四新使命。',
  '简政放权、放管结合、优化服务。',
  '由市领导担任产业链链长，统筹推进产业发展。',
];
const each = (f: (i: number) => string, between = '\n') => [0, 1, 2].map(f).join(between);

const SHAPES: [name: string, marks: string[], appendix: string, callouts: (string | null)[]][] = [
  ['【】terms', [], `名词解释\n${each((i) => `【${TERMS[i]}】${MEANINGS[i]}`)}`, [null, null, null]],
  ['【】terms numbered', [], `名词解释\n${each((i) => `${i + 1}.【${TERMS[i]}】${MEANINGS[i]}`)}`, [null, null, null]],
  ['bold term', [], `**名词解释**\n${each((i) => `**${i + 1}. ${TERMS[i]}：**${MEANINGS[i]}`)}`, [null, null, null]],
  ['bold term own line', [], `## 名词解释\n${each((i) => `**${TERMS[i]}**\n\n${MEANINGS[i]}`)}`, [null, null, null]],
  ['dash', [], `名词解释\n${each((i) => `${i + 1}.${TERMS[i]}——${MEANINGS[i]}`)}`, [null, null, null]],
  ['single dash', [], `名词解释\n${each((i) => `${i + 1}.${TERMS[i]}—${MEANINGS[i]}`)}`, [null, null, null]],
  ['wide space', [], `名词解释\n${each((i) => `${i + 1}. ${TERMS[i]}　　${MEANINGS[i]}`)}`, [null, null, null]],
  ['full stop', [], `名词解释\n${each((i) => `${i + 1}. ${TERMS[i]}。${MEANINGS[i]}`)}`, [null, null, null]],
  [
    '注1',
    ['（注1）', '（注2）', '（注3）'],
    `注释：\n${each((i) => `注${i + 1}：${TERMS[i]}：${MEANINGS[i]}`)}`,
    ['（注1）', '（注2）', '（注3）'],
  ],
  [
    '[n] after',
    ['[1]', '[2]', '[3]'],
    `注释\n${each((i) => `[${i + 1}]${TERMS[i]}：${MEANINGS[i]}`)}`,
    ['[1]', '[2]', '[3]'],
  ],
  ['[n] no title', ['[1]', '[2]', '[3]'], each((i) => `[${i + 1}]${TERMS[i]}：${MEANINGS[i]}`), ['[1]', '[2]', '[3]']],
  ['① no title', ['①', '②', '③'], each((i) => `${`①②③`[i]}${TERMS[i]}：${MEANINGS[i]}`), ['①', '②', '③']],
  [
    '〔n〕',
    ['〔1〕', '〔2〕', '〔3〕'],
    `名词解释\n${each((i) => `〔${i + 1}〕${TERMS[i]}：${MEANINGS[i]}`)}`,
    ['〔1〕', '〔2〕', '〔3〕'],
  ],
  [
    '(n) in text',
    ['(1)', '(2)', '(3)'],
    `名词解释\n${each((i) => `(${i + 1})${TERMS[i]}：${MEANINGS[i]}`)}`,
    ['(1)', '(2)', '(3)'],
  ],
  [
    'pipes numbered',
    [],
    `名词解释\n|序号|名词|解释|\n|--|--|--|\n${each((i) => `|${i + 1}|${TERMS[i]}|${MEANINGS[i]}|`)}`,
    [null, null, null],
  ],
  [
    'tabs',
    [],
    `名词解释\n序号\t名词\t解释\n${each((i) => `${i + 1}\t${TERMS[i]}\t${MEANINGS[i]}`)}`,
    [null, null, null],
  ],
  ['tabs two', [], `名词解释\n${each((i) => `${TERMS[i]}\t${MEANINGS[i]}`)}`, [null, null, null]],
  ['cells', [], `名词解释\n名词\n解释\n${each((i) => `${TERMS[i]}\n${MEANINGS[i]}`)}`, [null, null, null]],
  [
    'quotes',
    [],
    `名词解释\n${each((i) => `${i + 1}、“${TERMS[i]!.replace(/[“”]/g, '')}”：${MEANINGS[i]}`)}`,
    [null, null, null],
  ],
  [
    'page before colon',
    [],
    `名词解释\n${each((i) => `${i + 1}.${TERMS[i]}（P${i + 3}）：${MEANINGS[i]}`)}`,
    ['（P3）', '（P4）', '（P5）'],
  ],
  [
    'page at end',
    [],
    `名词解释\n${each((i) => `${i + 1}.${TERMS[i]}：${MEANINGS[i]}（见第${i + 3}页）`)}`,
    ['（见第3页）', '（见第4页）', '（见第5页）'],
  ],
  [
    'page words',
    [],
    `名词解释\n${each((i) => `${i + 1}.${TERMS[i]}（第${i + 3}页第2段）：${MEANINGS[i]}`)}`,
    ['（第3页第2段）', '（第4页第2段）', '（第5页第2段）'],
  ],
  [
    'Han numbers with paren',
    [],
    `名词解释\n${each((i) => `（${'一二三'[i]}）${TERMS[i]}：${MEANINGS[i]}`)}`,
    [null, null, null],
  ],
  [
    'attachment line',
    [],
    `附件：\n《政府工作报告》相关用语说明\n${each((i) => `${i + 1}．${TERMS[i]}：${MEANINGS[i]}`)}`,
    [null, null, null],
  ],
  [
    'title variants',
    [],
    `《政府工作报告》中部分名词解释\n${each((i) => `${i + 1}．${TERMS[i]}：${MEANINGS[i]}`)}`,
    [null, null, null],
  ],
  [
    'title variant 2',
    [],
    `附：政府工作报告有关名词术语注释\n${each((i) => `${i + 1}．${TERMS[i]}：${MEANINGS[i]}`)}`,
    [null, null, null],
  ],
  [
    'title variant 3',
    [],
    `政府工作报告名词解释（按出现先后排序）\n${each((i) => `${i + 1}．${TERMS[i]}：${MEANINGS[i]}`)}`,
    [null, null, null],
  ],
  ['title variant 4', [], `［名词解释］\n${each((i) => `${i + 1}．${TERMS[i]}：${MEANINGS[i]}`)}`, [null, null, null]],
  ['title variant 5', [], `名词解释：\n${each((i) => `${i + 1}．${TERMS[i]}：${MEANINGS[i]}`)}`, [null, null, null]],
  ['title variant 6', [], `相关名词链接\n${each((i) => `${i + 1}．${TERMS[i]}：${MEANINGS[i]}`)}`, [null, null, null]],
  ['title variant 7', [], `小贴士\n${each((i) => `${i + 1}．${TERMS[i]}：${MEANINGS[i]}`)}`, [null, null, null]],
  [
    'furniture after',
    [],
    '名词解释\n' +
      each((i) => `${i + 1}．${TERMS[i]}：${MEANINGS[i]}`) +
      '\n（责任编辑：某某）\n相关链接\n1.关于某事：通知一二三。',
    [null, null, null],
  ],
  [
    'second appendix',
    [],
    '名词解释\n' +
      each((i) => `${i + 1}．${TERMS[i]}：${MEANINGS[i]}`) +
      '\n附件2：2021年民生实事\n1.新建学校：三所。\n2.修建公路：十公里。',
    [null, null, null],
  ],
  [
    'inner list',
    [],
    '名词解释\n' +
      each((i) => `${i + 1}．${TERMS[i]}：${i === 1 ? '包括：1.简政放权；2.放管结合；3.' : ''}${MEANINGS[i]}`),
    [null, null, null],
  ],
  [
    'groups paren',
    [],
    '名词解释\n（一）战略类\n1．' +
      `${TERMS[0]}：${MEANINGS[0]}` +
      '\n（二）改革类\n' +
      `1．${TERMS[1]}：${MEANINGS[1]}\n2．${TERMS[2]}：${MEANINGS[2]}`,
    [null, null, null],
  ],
  ['wide number', [], `名词解释\n${each((i) => `${'１２３'[i]}、${TERMS[i]}：${MEANINGS[i]}`)}`, [null, null, null]],
  ['number own line', [], `名词解释\n${each((i) => `${i + 1}.\n${TERMS[i]}：${MEANINGS[i]}`)}`, [null, null, null]],
  [
    'blank lines, wrapped',
    [],
    `名词解释\n\n${each((i) => `${i + 1}.${TERMS[i]}：${MEANINGS[i]!.slice(0, 8)}\n${MEANINGS[i]!.slice(8)}`, '\n\n')}`,
    [null, null, null],
  ],
];

test.each(SHAPES)('a glossary’s shape: %s', (_, marks, appendix, callouts) => {
  const { glossary } = read(using(marks) + appendix);
  const bare = (term: string) => term.replace(/[“”]/g, '');
  expect(glossary.map(({ term }) => bare(term))).toEqual(TERMS.map(bare));
  expect(glossary.map(({ callout }) => callout)).toEqual(callouts);
  glossary.forEach(({ text }, i) => {
    expect(text.replace(/\s/g, '').endsWith(MEANINGS[i]!)).toBe(true);
  });
});
