import { describe, expect, it } from 'vitest';
import { svgOf, widthOf } from '../../lib/indicators/drawing';
import { areaOf } from '../../lib/indicators/places';
import { type Sighting, sightingsOf } from '../../lib/indicators/sightings';
import { drawTracks } from '../../lib/indicators/trackChart';
import { panelsOf } from '../../lib/indicators/tracks';
import { figuresOf, holding, sighting } from './sightings';

const shown = (sightings: readonly Sighting[]) =>
  panelsOf(sightings).map(({ measure, unit, tracks }) => [
    measure,
    unit,
    tracks.map(({ area, points }) => [area, points.map(({ year, value, status }) => [year, value, status])]),
  ]);
const level = { measure: 'level', unit: '亿元' } as const;

describe('what can be drawn of an indicator', () => {
  it('puts levels of one family of units in one panel, converted, and others in another', () => {
    const reports = [2019, 2020, 2021, 2022].map((year) => holding(year));
    const [a, b, c, d] = reports;
    const found = shown([
      sighting(a!, { ...level, value: 9800 }),
      sighting(b!, { ...level, value: 10_400 }),
      sighting(c!, { ...level, value: 1.1, unit: '万亿元' }),
      sighting(d!, { ...level, value: 15, unit: '亿美元' }),
      sighting(d!, { value: 6.5 }),
    ]);
    expect(found).toEqual([
      [
        'level',
        '亿元',
        [
          [
            '甲山市',
            [
              [2018, 9800, 'actual'],
              [2019, 10_400, 'actual'],
              [2020, 11_000, 'actual'],
            ],
          ],
        ],
      ],
      ['level', '亿美元', [['甲山市', [[2021, 15, 'actual']]]]],
      ['growth', '%', [['甲山市', [[2021, 6.5, 'actual']]]]],
    ]);
  });

  it('leaves averages, multiples, ranks and figures of several years to the table', () => {
    const report = holding(2021);
    expect(
      shown([
        sighting(report, { measure: 'average_growth', from: 2016 }),
        sighting(report, { measure: 'multiple', unit: '倍', from: 2016 }),
        sighting(report, { measure: 'rank', unit: '位' }),
        sighting(report, { ...level, from: 2016 }),
        sighting(report, { ...level, from: null, to: null }),
        sighting(report, { unit: '倍' }),
      ]),
    ).toEqual([]);
  });

  it('keeps places apart, those of the same name in two reports too', () => {
    const other = holding(2021, { place: '乙水市' });
    const figures = figuresOf([
      sighting(holding(2021), { refArea: '城区' }),
      sighting(other, { refArea: '城区' }),
      sighting(holding(2022), { refArea: '全国' }),
      sighting(other, { refArea: '全国', from: 2019, to: 2019 }),
    ]);
    const [panel] = panelsOf(sightingsOf(figures));
    expect(panel!.tracks.map(({ area, points }) => [area, points.length])).toEqual([
      ['全国', 2],
      ['甲山市 · 城区', 1],
      ['乙水市 · 城区', 1],
    ]);
  });

  it('takes the final figure before the estimate, and none from an article', () => {
    const estimate = sighting(holding(2021), { value: 8, status: 'estimate' });
    const final = sighting(holding(2022), { value: 7.6, from: 2020, to: 2020 });
    const article = sighting(holding(2023, { kind: 'article' }), { value: 9, from: 2020, to: 2020 });
    expect(shown([article])).toEqual([]);
    expect(shown([estimate, article, final])).toEqual([['growth', '%', [['甲山市', [[2020, 7.6, 'actual']]]]]]);
  });

  it('names an area by what means one place in every report', () => {
    expect(areaOf('衡阳市石鼓区', '衡阳市石鼓区')).toBe('衡阳市石鼓区');
    expect(areaOf('衡阳市', '衡阳市石鼓区')).toBe('衡阳市');
    expect(areaOf('全省', '衡阳市')).toBe('衡阳市 · 全省');
    expect(areaOf('全国', '衡阳市')).toBe('全国');
    expect(areaOf('中心城区', '衡阳市')).toBe('衡阳市 · 中心城区');
  });
});

describe('the chart', () => {
  const sightings = [
    ...[2017, 2018, 2019].map((year) => sighting(holding(year), { value: year - 2010 })),
    sighting(holding(2023), { value: -1.5 }),
    sighting(holding(2022), { value: 6, bound: 'about', status: 'target', from: 2022, to: 2022 }),
    sighting(holding(2020, { place: '乙水市<b>' }), { value: 7, status: 'estimate' }),
  ];
  const say = {
    title: '甲 & 乙',
    heading: '地区生产总值 · 增长 · %',
    status: { actual: '实际', estimate: '预计', target: '目标' },
    point: (area: string, { year }: { year: number }) => `${area} ${year}`,
  };
  const [panel] = panelsOf(sightings);

  it('joins outcomes, faintly over years that nobody told of, and targets to nothing', () => {
    const { parts } = drawTracks(panel!, 640, say);
    const lines = parts.flatMap((part) =>
      part.kind === 'shape' && part.fill === null && part.stroke === 'figure' ? [part] : [],
    );
    // 2016 to 2018 in one line, 2018 to 2022 in a faint one.
    expect(lines.map(({ d, opacity }) => [d.split('L').length, opacity])).toEqual([
      [3, 1],
      [2, 0.45],
    ]);
  });

  it('tells targets, estimates and outcomes apart by their shape', () => {
    const { parts } = drawTracks(panel!, 640, say);
    const marks = parts.flatMap((part) => (part.kind === 'shape' && part.title ? [part] : []));
    const at = (title: string) => marks.filter((part) => part.title === title).map(({ fill }) => fill);
    expect(at('甲山市 2018')).toEqual(['figure']);
    expect(at('甲山市 2022')).toEqual(['paper', 'figure']);
    expect(at('乙水市<b> 2019')).toEqual(['paper', 'term']);
  });

  it.each([320, 640, 1100])('keeps every word inside a width of %d', (width) => {
    for (const part of drawTracks(panel!, width, say).parts) {
      if (part.kind !== 'words') continue;
      const wide = widthOf(part.text, part.size);
      const from = part.anchor === 'end' ? part.x - wide : part.anchor === 'middle' ? part.x - wide / 2 : part.x;
      expect(from, part.text).toBeGreaterThanOrEqual(-1);
      expect(from + wide, part.text).toBeLessThanOrEqual(width + 1);
    }
  });

  it('is an SVG file that is well formed and needs nothing beside it', () => {
    const svg = svgOf(drawTracks(panel!, 640, say));
    expect(svg).toContain('<title>甲 &amp; 乙</title>');
    expect(svg).toContain('乙水市&lt;b&gt;');
    expect(svg).not.toMatch(/class=|style=|href|var\(|<b>/);
    expect(svg.match(/<(?:path|text|svg|title)\b/g)!.length).toBe(
      svg.match(/<\/(?:path|text|svg|title)>/g)!.length + svg.match(/<path[^>]*\/>/g)!.length,
    );
  });
});
