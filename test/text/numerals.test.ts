import { describe, expect, test } from 'vitest';
import { anyNumber, arabicAt, chineseNumber } from '../../lib/text/numerals';

describe('arabicAt', () => {
  test('reads thousands separators and decimals from where it is told', () => {
    expect(arabicAt('达3,372.5亿', 1)).toEqual({ value: 3372.5, start: 1, end: 8 });
    expect(arabicAt('12,34', 0)).toEqual({ value: 12, start: 0, end: 2 });
    expect(arabicAt('亿元', 0)).toBeNull();
  });

  test('refuses what a double cannot hold', () => {
    expect(arabicAt('9'.repeat(400), 0)).toBeNull();
  });
});

describe('chineseNumber', () => {
  test.each([
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['一百零八', 108],
    ['两千', 2000],
    ['二〇三五', 2035],
    ['三', 3],
  ])('%s', (word, value) => {
    expect(chineseNumber(word)).toBe(value);
  });

  test('anything else is no number', () => {
    expect(chineseNumber('增长')).toBeNull();
    expect(chineseNumber('')).toBeNull();
    expect(anyNumber('12')).toBe(12);
  });
});
