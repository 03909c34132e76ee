import { describe, expect, it } from 'vitest';
import { concordanceOf, frequencyByYear, sortLines, wholeOnly, yearsOfUse } from '../../lib/library/concordance';
import type { Found } from '../../lib/library/types';
import { holding } from '../indicators/sightings';
import { librarianOf } from './library';

const found = (year: number, ...hits: [start: number, before: string, keyword: string, after: string][]) => ({
  spelling: hits[0]![2],
  found: {
    holding: holding(year),
    count: hits.length,
    hits: hits.map(([start, before, keyword, after]) => ({
      start,
      end: start + keyword.length,
      sectionId: '',
      heading: '',
      snippet: [before, keyword, after],
    })),
  } satisfies Found,
});

describe('the concordance', () => {
  const holdings = [2020, 2021, 2022].map((year) => holding(year));
  const lines = concordanceOf(
    [
      found(2021, [40, '打好', '三高四新', '硬仗'], [5, '落实“', '三高四新', '”战略']),
      found(2020, [7, '实施', '三高四新', '行动']),
      // The same places by another spelling, one of them longer.
      found(2021, [5, '落实“', '三高四新”战略', '，']),
    ],
    holdings,
  );

  it('counts places that cover one another once, the longest of them', () => {
    expect(lines.map(({ holding: { year }, keyword, spelling }) => [year, keyword, spelling])).toEqual([
      [2021, '三高四新”战略', '三高四新”战略'],
      [2021, '三高四新', '三高四新'],
      [2020, '三高四新', '三高四新'],
    ]);
  });

  it('sorts by year, by what follows, and by what goes before read backwards', () => {
    const order = (by: Parameters<typeof sortLines>[1]) =>
      sortLines(lines, by).map(({ before, after }) => before + after);
    expect(order('year')).toEqual(['实施行动', '落实“，', '打好硬仗']);
    expect(order('after')).toEqual(['落实“，', '打好硬仗', '实施行动']);
    // 好打 before 实落 before 施实, by code point.
    expect(order('before')).toEqual(['打好硬仗', '落实“，', '实施行动']);
  });

  it('tells first and last use, and how often a year’s reports use it', () => {
    const use = yearsOfUse(lines)!;
    expect([use.first.holding.year, use.last.holding.year, use.last.hit.start]).toEqual([2020, 2021, 40]);
    expect(yearsOfUse([])).toBeNull();
    // 10,000 characters a report.
    expect(frequencyByYear(lines, holdings)).toEqual([
      { year: 2020, reports: 1, count: 1, rate: 1 },
      { year: 2021, reports: 1, count: 2, rate: 2 },
      { year: 2022, reports: 1, count: 0, rate: 0 },
    ]);
  });

  it('counts a newspaper’s part of a report only where the report is not there', () => {
    const part = holding(2021, { id: 'part', kind: 'continuation' });
    expect(wholeOnly([part, holding(2021)]).map(({ id }) => id)).toEqual(['甲山市-2021']);
    expect(wholeOnly([part, holding(2020)]).map(({ id }) => id)).toEqual(['part', '甲山市-2020']);
  });

  // Counted with grep: three times in the 2021 report, twice in the 2020 one and once more in the newspaper's part of it.
  it('finds every mention in the seeds once', async () => {
    const { librarian: library } = librarianOf();
    const all: { spelling: string; found: Found }[] = [];
    for await (const one of library.search({ words: '六稳', perReport: Number.POSITIVE_INFINITY })) {
      all.push({ spelling: '六稳', found: one });
    }
    const seeds = concordanceOf(all, await library.list());
    const counts = new Map<string, number>();
    for (const { holding: report } of seeds) counts.set(report.id, (counts.get(report.id) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ 'shigu-2021': 3, 'hengyang-2020': 2 });
  });
});
