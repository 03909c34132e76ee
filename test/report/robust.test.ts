import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMentions } from '../../lib/glossary/mentions';
import { compareVersions } from '../../lib/report/compare';
import { detect, detectPage } from '../../lib/report/detect';
import { readGlossary } from '../../lib/report/glossary';
import { identify } from '../../lib/report/identity';
import { readSections } from '../../lib/report/sections';
import { normalise } from '../../lib/text/normal';

const TERMS = [{ term: '三高四新', aliases: ['三高', '四新'] }];

function readAll(source: string): void {
  const normal = normalise(source);
  const within = ({ start, end }: { start: number; end: number }) => {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(source.length);
  };
  const { confidence } = detect(normal);
  expect(confidence).toBeGreaterThanOrEqual(0);
  expect(confidence).toBeLessThanOrEqual(1);
  detectPage(source);
  identify(normal, { title: source.slice(0, 50), url: source.slice(0, 50) });
  const sections = readSections(normal);
  sections.forEach(within);
  const glossary = readGlossary(normal, sections);
  for (const definition of glossary) {
    within(definition);
    expect(definition.term).not.toBe('');
    expect(source.slice(definition.start, definition.end)).toContain(definition.text);
  }
  findMentions(normal, glossary, TERMS).forEach(within);
  compareVersions(normal, normalise(source.slice(3)));
}

describe('whatever comes, an answer within the text comes back', () => {
  test('any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), readAll));
  });

  test('the pieces that reports are made of, in any order', () => {
    const piece = fc.constantFrom(
      '政府工作报告',
      '各位代表：',
      '现在，我代表市人民政府，向大会报告工作，请予审议。',
      '一、',
      '（一）',
      '1.',
      '［1］',
      '——',
      '**',
      '# ',
      '\n',
      '\r\n',
      '\f',
      '　　',
      '名词解释\n',
      '附件1\n',
      '“三高四新”',
      '（P4）',
      '：',
      '是指',
      '，即',
      '（简称“',
      '）',
      '一是',
      '第一，',
      '2020年',
      '二〇二一年',
      '衡阳市',
      '石鼓区',
      '增长8.5%',
      '。',
      '；',
      '（上接第一版）',
      '目录\n',
      '①',
      '\u200b',
      '\ud800',
      '報告',
      '让我们奋斗！',
      ' ',
      '--- \n',
      '— 3 —\n',
      '（下转第三版）\n',
      '责任编辑：\n',
      '| 名词 | 解释 |\n',
      '【',
      '】',
      '全市经济平稳运行，各项事业加快发展，群众生活持续改善，城乡面貌焕然一新，改革开放不断深化。',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
        readAll,
      ),
      { numRuns: 1000 },
    );
  });

  test.each([
    '附件1名词解释1.甲：乙。',
    '。一、甲乙丙丁回顾 2020年（一）甲乙。',
    '甲①\n①甲：乙\n',
    '1甲乙丙：丁”1\n',
    '甲报告\n- 1 -\n',
    '一\n甲乙丙丁工作回顾\n',
    '| 名词 | 解释 |\n',
    '责任编辑：\n各位代表，让我们奋斗！\n',
  ])('%j fifty thousand characters long', (piece) => {
    const source = piece.repeat(50_000 / piece.length);
    const normal = normalise(source);
    detect(normal);
    detectPage(source);
    identify(normal);
    const glossary = readGlossary(normal, readSections(normal));
    expect(findMentions(normal, glossary, TERMS).every(({ end }) => end <= source.length)).toBe(true);
  });
});
