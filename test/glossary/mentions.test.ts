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

describe('call-outs', () => {
  const BODY = (mark: string) =>
    `一、工作回顾\n落实三高四新战略，推进产业升级，完善基础设施。深化“两新”${mark}工作，推行PPP${mark === '1' ? '2' : mark.replace('1', '2').replace('①', '②').replace('¹', '²')}模式，促进增收，取得较好成效，经济运行稳中有进，民生持续改善。\n名词解释\n`;

  test.each(['［1］', '[1]', '〔1〕', '【1】', '（注1）', '［注1］', '①', '¹', '1'])(
    '%s stands behind its term',
    (mark) => {
      const source = `${BODY(mark)}1.两新：新经济组织和新社会组织。\n2.PPP：政府和社会资本合作。\n`;
      const normal = normalise(source);
      const glossary = readGlossary(normal, readSections(normal));
      expect(glossary.map(({ callout }) => callout)[0]).toBe(mark);
      const mentions = findMentions(normal, glossary, []);
      for (const { term, callout } of glossary) {
        const mention = mentions.find((found) => found.term === term);
        expect(source.slice(mention!.end).replace('”', '').startsWith(callout!)).toBe(true);
      }
    },
  );

  test('the words before a call-out are the term, however the entry names it', () => {
    const source =
      '落实“三高四新”［1］战略部署，推进产业升级，推行林长制［2］，促进增收。\n注释\n［1］“三高四新”战略定位：三个高地、四新使命。\n［2］省级林长制体系：由领导担任林长。\n';
    const normal = normalise(source);
    const glossary = readGlossary(normal, readSections(normal));
    expect(findMentions(normal, glossary, []).map(({ start, end }) => source.slice(start, end))).toEqual([
      '三高四新',
      '林长制',
    ]);
  });

  test('circled numbers of a list are no call-outs', () => {
    const source =
      '要做好以下工作：①推进改革。②完善设施。落实链长制，促进增收，推进产业升级，改善民生。\n名词解释\n①链长制：由领导担任链长。\n②林长制：由领导担任林长。\n';
    const normal = normalise(source);
    expect(readGlossary(normal, readSections(normal)).map(({ callout }) => callout)).toEqual([null, null]);
  });
});
