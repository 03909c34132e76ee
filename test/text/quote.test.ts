import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describe } from '../../lib/text/quote';

test('keeps 32 characters of context on either side', () => {
  const text = `${'甲'.repeat(40)}规模工业增加值增长9%${'乙'.repeat(40)}`;
  const [quote, position] = describe(text, 40, 51);
  expect(quote).toEqual({
    type: 'TextQuoteSelector',
    exact: '规模工业增加值增长9%',
    prefix: '甲'.repeat(32),
    suffix: '乙'.repeat(32),
  });
  expect(position).toEqual({ type: 'TextPositionSelector', start: 40, end: 51 });
});

test('keeps less at the edges of the text', () => {
  const [quote] = describe('地区生产总值增长8%', 6, 8);
  expect(quote).toMatchObject({ prefix: '地区生产总值', exact: '增长', suffix: '8%' });
});

test('takes more context where the passage and its surroundings repeat', () => {
  const paragraph =
    '全面推进乡村振兴，加快农业农村现代化，确保粮食安全，完善基础设施，改善人居环境，增加农民收入，促进农民富裕。';
  const text = `一、去年工作。${paragraph}${paragraph}二、今年工作。`;
  const second = text.indexOf('粮食安全', text.indexOf('粮食安全') + 1);
  const [{ prefix, exact, suffix }] = describe(text, second, second + 4);
  const words = prefix + exact + suffix;
  expect(text.indexOf(words)).toBe(second - prefix.length);
  expect(text.indexOf(words, second)).toBe(-1);
});

test('gives up growing on a text that is one long repetition', () => {
  const [{ prefix, suffix }] = describe('增长'.repeat(20_000), 20_000, 20_002);
  expect(prefix.length).toBeLessThanOrEqual(1024);
  expect(suffix.length).toBeLessThanOrEqual(1024);
});

test.each([
  [-1, 2],
  [2, 2],
  [3, 2],
  [0, 5],
  [0.5, 2],
  [Number.NaN, 2],
])('refuses the range %s–%s of a text of four characters', (start, end) => {
  expect(() => describe('政府工作', start, end)).toThrow(RangeError);
});

test('quotes what stands there and cuts no character in two, wherever the range lies', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(), (text, a, b) => {
      const boundaries = [0];
      for (const char of text) boundaries.push(boundaries.at(-1)! + char.length);
      const [start, end] = [a % boundaries.length, b % boundaries.length]
        .sort((x, y) => x - y)
        .map((i) => boundaries[i]!);
      fc.pre(start! < end!);
      const [{ prefix, exact, suffix }] = describe(text, start!, end!);
      expect(text.slice(start! - prefix.length, end! + suffix.length)).toBe(prefix + exact + suffix);
      expect([prefix, exact, suffix].every((part) => part.isWellFormed())).toBe(true);
    }),
  );
});
