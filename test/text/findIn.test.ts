import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFinder } from '../../lib/text/findIn';

describe('finding words in a text', () => {
  const found = (text: string, words: string) =>
    makeFinder(text)(words).map(({ start, end }) => text.slice(start, end));

  it.each([
    ['规模工业增加值增长 9%、固定资产投资', '增长9％', ['增长 9%']],
    ['规模工业增加值增长9%', '增长 9%', ['增长9%']],
    ['推进ＧＤＰ核算，gdp 增速', 'Gdp', ['ＧＤＰ', 'gdp']],
    ['发展，发展，再发展', '发展', ['发展', '发展', '发展']],
    ['加快建设\n现代产业强区，推进产业发展和城乡建设', '建设现代产业', ['建设\n现代产业']],
    ['**重点工作。**全面推进', '工作。全面', ['工作。**全面']],
    ['啊啊啊', '啊啊', ['啊啊']],
    ['什么也没有', '', []],
    ['什么也没有', '  ', []],
    ['什么也没有', '报告', []],
  ])('in %j finds %j', (text, words, wanted) => {
    expect(found(text, words)).toEqual(wanted);
  });

  it('finds every passage of any text by its own words', () => {
    const part = fc.constantFrom('增长', '９％', ' ', '\n', 'GDP', '“六稳”', '（一）', '，', '全面推进');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), fc.nat(), fc.nat(), (parts, a, b) => {
        const text = parts.join('');
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
        const words = text.slice(start, end).trim();
        if (/^[\s（）”“，]*$/.test(words)) return;
        expect(makeFinder(text)(words).length).toBeGreaterThan(0);
      }),
    );
  });
});
