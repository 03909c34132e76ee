import { describe, expect, it } from 'vitest';
import { widthOf } from '../../lib/indicators/drawing';
import { drawBars } from '../../lib/library/barChart';

describe('bars by year', () => {
  const bars = [2013, 2019, 2020].map((year, i) => ({ year, value: i === 1 ? 0 : i + 1, title: `${year}` }));
  const drawing = (width: number) => drawBars(bars, width, { title: '六稳', heading: '每万字' });

  it('draws a bar for every year with a value, and leaves room for the years between', () => {
    const shown = drawing(640).parts.flatMap((part) => (part.kind === 'shape' && part.fill ? [part] : []));
    expect(shown.map(({ title }) => title)).toEqual(['2013', '2020']);
    const [first, last] = shown.map(({ d }) => Number(/^M([\d.]+)/.exec(d)![1]));
    expect(last! - first!).toBeGreaterThan(400);
  });

  it.each([280, 640])('keeps every word inside a width of %d', (width) => {
    for (const part of drawing(width).parts) {
      if (part.kind !== 'words') continue;
      const wide = widthOf(part.text, part.size);
      const from = part.anchor === 'end' ? part.x - wide : part.anchor === 'middle' ? part.x - wide / 2 : part.x;
      expect(from, part.text).toBeGreaterThanOrEqual(-1);
      expect(from + wide, part.text).toBeLessThanOrEqual(width + 1);
    }
  });

  it('draws one year, and years of which nothing is used', () => {
    expect(drawBars([bars[0]!], 640, { title: '', heading: '' }).parts.length).toBeGreaterThan(3);
    const none = drawBars([bars[1]!], 640, { title: '', heading: '' }).parts;
    expect(none.filter((part) => part.kind === 'shape' && part.fill)).toEqual([]);
  });
});
