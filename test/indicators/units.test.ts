import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, scaleOf } from '../../lib/indicators/units';

describe('units of one family', () => {
  it.each<[number, string, string, number | null]>([
    [1.2, '万亿元', '亿元', 12_000],
    [2700600, '万元', '亿元', 270.06],
    [36_508, '元', '万元', 3.6508],
    [6.8, '万人', '人', 68_000],
    [12, '亿斤', '万吨', 60],
    [3, '%', '%', 3],
    [5, '百分点', '个百分点', 5],
    [1, '公顷', '平方公里', 0.01],
    [5, '亿元', '亿美元', null],
    [5, '万人', '万人次', null],
    [5, '家', '户', null],
    [1.2, 'ratio', '%', null],
    [2, '位', '%', null],
    [8, '倍', '%', null],
  ])('reads %d %s in %s as %s', (value, from, to, expected) => {
    expect(convert(value, from, to)).toBe(expected);
  });

  it('knows no scale of what is no unit', () => {
    expect(scaleOf('亿多元')).toBeNull();
    expect(scaleOf('万多亿元')).toBeNull();
    expect(scaleOf('亿元人')).toBeNull();
    expect(scaleOf('')).toBeNull();
  });

  it('comes back to the same value', () => {
    const money = fc.constantFrom('元', '万元', '亿元', '万亿元', '千万元');
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), money, money, (value, from, to) => {
        const back = convert(convert(value, from, to)!, to, from)!;
        expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-9);
      }),
    );
  });
});
