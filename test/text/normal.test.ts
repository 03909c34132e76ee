import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../lib/text/normal';

describe('normalise', () => {
  test.each([
    ['full-width digits and percent', '增长８．５％', '增长8.5%'],
    ['spaces between characters and numbers', '增长 8% 以上，完成 270.06 亿元', '增长8%以上，完成270.06亿元'],
    ['half-width punctuation of Chinese text', '分别增长8.2%、8.7%,农村居民', '分别增长8.2%、8.7%，农村居民'],
    ['commas inside numbers stay', '达到1,985亿元', '达到1,985亿元'],
    ['words keep one space', 'Report  on the   work', 'Report on the work'],
    ['a letter-spaced title', '政 府 工 作 报 告', '政府工作报告'],
    ['Markdown', '## 二、2020年形势任务\n\n**提升城市带动作用。**建立', '二、2020年形势任务\n提升城市带动作用。建立'],
    ['corner and straight quotation marks', '「六穩」和"六保"', '“六稳”和“六保”'],
    ['traditional characters', '現在，我代表縣人民政府，向大會報告工作', '现在，我代表县人民政府，向大会报告工作'],
    [
      'a point for a full stop',
      '二．工作安排\n综合实力增强．2007年完成36.8亿元．',
      '二.工作安排\n综合实力增强。2007年完成36.8亿元。',
    ],
    ['the letter that scans read for a nought', '完成4O6亿元，增长1O.5％，O2O模式', '完成406亿元，增长10.5%，O2O模式'],
    ['Kangxi radicals of PDF text', '⼀、⼯作回顾', '一、工作回顾'],
    ['radicals that have no mapping', '⼈⺠的⽣活⻓期向好，⻅⻋⻩⾦。', '人民的生活长期向好，见车黄金。'],
  ])('%s', (_, source, expected) => {
    expect(normalise(source).text).toBe(expected);
  });

  test('a sentence that runs on over a line break and a page number is one line', () => {
    const source =
      '加快建设名副其实的省域副中心城市和最美地级市，统筹推进稳增长、促改革、调结构\n\n— 12 —\n\n、惠民生、防风险、保稳定。\n（二）放大主枢纽效应。';
    expect(normalise(source).text.split('\n')).toEqual([
      '加快建设名副其实的省域副中心城市和最美地级市，统筹推进稳增长、促改革、调结构、惠民生、防风险、保稳定。',
      '（二）放大主枢纽效应。',
    ]);
  });

  test('where indents open the paragraphs, a wide line runs on into a bare one', () => {
    const paragraph =
      '　　（一）经济发展提质增效。预计全年完成地区生产总\n值406亿元，年均增长8.9％；财政收入23.6\n亿元。\n';
    const text = normalise(paragraph.repeat(5)).text;
    expect(text.split('\n')).toHaveLength(5);
    expect(text).toContain('财政收入23.6亿元。');
  });

  test('an indented line opens a paragraph', () => {
    const source = '　　各项工作取得了来之不易的成绩以及广大干部群众的创造力执行力\n　　我们重点抓了以下工作';
    expect(normalise(source).text.split('\n')).toHaveLength(2);
  });

  test('offsets lead to the source and back', () => {
    const piece = fc.constantFrom(
      '增长',
      ' 8.5 ',
      '％',
      '\n',
      '**',
      '（',
      '，',
      '　　',
      '報告',
      'GDP ',
      '—',
      '\r\n',
      '"',
      '# ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join('');
        const normal = normalise(source);
        for (let i = 0; i < normal.text.length; i++) {
          const { start, end } = normal.toSource(i, i + 1);
          expect(end).toBe(start + 1);
          if (normal.text[i] !== '\n') expect(normal.fromSource(start)).toBe(i);
          if (i > 0) expect(start).toBeGreaterThanOrEqual(normal.toSource(i - 1, i).start);
        }
      }),
    );
  });

  test('any string is survived', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (source) => void normalise(source)));
  });
});
