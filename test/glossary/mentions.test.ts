import { describe, expect, test } from 'vitest';
import { findMentions } from '../../lib/glossary/mentions';
import { readGlossary } from '../../lib/report/glossary';
import { readSections } from '../../lib/report/sections';
import { normalise } from '../../lib/text/normal';

const BUNDLED = [
  { term: '百千万工程', aliases: [] },
  { term: '百千万人才工程', aliases: [] },
  { term: '六稳六保', aliases: ['六稳', '六保'] },
  { term: '三资管理', aliases: [] },
  { term: '2+4产业体系', aliases: [] },
  { term: '“两新”', aliases: ['两新'] },
  { term: '产业体系', aliases: [] },
  { term: '两个大局', aliases: [] },
];

function found(source: string): string[] {
  const normal = normalise(source);
  const glossary = readGlossary(normal, readSections(normal));
  return findMentions(normal, glossary, BUNDLED).map(({ term, start, end }) => `${term}@${source.slice(start, end)}`);
}

describe('mentions', () => {
  test.each([
    ['quotation marks are optional', '打造“百千万”工程升级版', ['百千万工程@百千万”工程']],
    ['the longest term wins', '实施百千万人才工程', ['百千万人才工程@百千万人才工程']],
    ['an alias leads to its term', '做好“六稳”工作、落实“六保”任务', ['六稳六保@六稳', '六稳六保@六保']],
    ['a term is not cut out of a number', '十三资管理、第三资管理、三资管理', ['三资管理@三资管理']],
    ['nor out of a code', '12+4产业体系', ['产业体系@产业体系']],
    ['an ordinary word needs its quotation marks', '两新组织和“两新”工作', ['“两新”@两新']],
    ['so does what only counts', '统筹国内国际两个大局，胸怀“两个大局”', ['两个大局@两个大局']],
    ['full-width and half-width forms', '构建２＋４产业体系', ['2+4产业体系@２＋４产业体系']],
    ['traditional characters', '落實百千萬工程', ['百千万工程@百千萬工程']],
  ])('%s', (_, source, expected) => {
    expect(found(source)).toEqual(expected);
  });

  test('a shorter term inside a longer one is kept', () => {
    const normal = normalise('构建2+4产业体系');
    const [mention] = findMentions(normal, [], BUNDLED);
    expect(mention).toMatchObject({
      term: '2+4产业体系',
      source: 'bundled',
      nested: [{ term: '产业体系', start: 5, end: 9 }],
    });
  });

  test('the document’s own definition comes first, and is no mention of itself', () => {
    const source =
      '推进三资管理改革，取得较好成效。\n名词解释\n1.三资管理：三资管理是指农村集体资产管理。\n2.链长制：由领导担任链长的制度。\n';
    const normal = normalise(source);
    const mentions = findMentions(normal, readGlossary(normal, readSections(normal)), BUNDLED);
    expect(mentions).toEqual([{ term: '三资管理', start: 2, end: 6, source: 'document' }]);
  });
});
