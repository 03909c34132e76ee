import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../lib/indicators/figures';

function read(text: string): string[] {
  return figuresOf(text).map(({ value, unit, bound }) => `${value}${unit}${bound ? ` ${bound}` : ''}`);
}

describe('amounts in words', () => {
  test.each([
    ['财政收入六千八百万元', ['6800万元']],
    ['完成三亿二千万元', ['3.2亿元']],
    ['完成3亿2千万元', ['3.2亿元']],
    ['收入2亿零300万元', ['2.03亿元']],
    ['总产值一万二千亿元', ['12000亿元']],
    ['总人口一百二十三万六千人', ['123.6万人']],
    ['增长百分之九', ['9%']],
    ['增长百分之十二点零五以上', ['12.05% at_least']],
    ['自然增长率千分之九点八', ['9.8‰']],
    ['增长百分之八到百分之十', ['8% at_least', '10% at_most']],
    ['八亿美元至十亿美元', ['8亿美元 at_least', '10亿美元 at_most']],
    ['提高两个百分点', ['2个百分点']],
    ['增加一点五倍', ['1.5倍']],
    ['人均纯收入八百六十元', ['860元']],
    ['投资二十多亿元', ['20亿元 at_least']],
    ['粮食三亿八千万斤', ['3.8亿斤']],
    ['翻了近两番', ['4倍 about']],
    ['减少三分之二', ['66.67%']],
    ['占全国超1/4', ['25%']],
    ['占三分之一以上', ['33.33% at_least']],
  ])('%s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });

  test.each([
    '七八亿元',
    '十几亿元',
    '几十万人',
    '三亿二',
    '三百六十五天',
    '五百强企业',
    '第三百户',
    '一户一策',
    '三个坚持',
    '千家万户',
    '翻了一番半',
    '前万分之一',
    '二〇〇一/2002年',
    '12/31',
    '一元钱',
  ])('%s is none', (text) => {
    expect(read(text)).toEqual([]);
  });
});

/** A whole number below a hundred million as a report of the time spells it: 一百二十三万六千. */
function spelled(n: number): string {
  const digits = '零一二三四五六七八九';
  const section = (value: number) => {
    let out = '';
    for (const [size, place] of [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
      [1, ''],
    ] as const) {
      const digit = Math.floor(value / size) % 10;
      if (digit > 0) out += digits[digit]! + place;
      else if (out !== '' && !out.endsWith('零') && value % size > 0) out += '零';
    }
    return out;
  };
  const high = Math.floor(n / 10_000);
  const low = n % 10_000;
  if (high === 0) return section(low);
  return `${section(high)}万${low === 0 ? '' : `${low < 1000 ? '零' : ''}${section(low)}`}`;
}

test('an amount spelled out reads as the number that it was made from', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 99_999_999 }), (n) => {
      const [figure, ...more] = figuresOf(`收入${spelled(n)}元`);
      const ones = figure!.value * (figure!.unit === '万元' ? 10_000 : 1);
      expect([Math.round(ones), more]).toEqual([n, []]);
    }),
  );
});
