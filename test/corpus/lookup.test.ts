import { describe, expect, test } from 'vitest';
import { compileIndex } from '../../lib/corpus/compile';
import { bestOfEach, commonTerms, MOST_MATCHES, openingOf } from '../../lib/corpus/lookup';

describe('the best match of each report', () => {
  const reports = new Map(['a', 'b', 'c', 'd', 'e', 'f'].map((id, i) => [id, { id, place: '清溪县', year: 2015 + i }]));
  const reportOf = (match: string) => reports.get(match[0]!);

  test('is its first, in the order that they came in', () => {
    expect(bestOfEach(['b1', 'a1', 'b2', 'a2'], reportOf, null)).toEqual(['b1', 'a1']);
  });

  test('comes last where the report is the one that is being read', () => {
    const page = { place: '清溪县', year: 2016 };
    expect(bestOfEach(['b1', 'a1', 'c1'], reportOf, page)).toEqual(['a1', 'c1', 'b1']);
    expect(bestOfEach(['b1', 'a1'], reportOf, { ...page, place: '白石县' })).toEqual(['b1', 'a1']);
  });

  test('is left out where nobody knows the report, and beyond what a list shows', () => {
    expect(bestOfEach(['x1', 'a1'], reportOf, null)).toEqual(['a1']);
    expect(bestOfEach([...reports.keys()], reportOf, null)).toHaveLength(MOST_MATCHES);
    expect(bestOfEach([], reportOf, null)).toEqual([]);
  });
});

describe('the opening of a passage', () => {
  const text = '一、回顾\n（一）优化营商环境。深化放管服改革。\n全县增长8%。';

  test('leaves the heading out that it opens with', () => {
    const start = text.indexOf('（一）');
    expect(openingOf(text, { start, heading: '（一）优化营商环境' })).toBe('深化放管服改革。');
  });

  test('is the passage itself where that opens with no heading, and ends with its paragraph', () => {
    expect(openingOf(text, { start: text.indexOf('深化'), heading: '（一）优化营商环境' })).toBe('深化放管服改革。');
    expect(openingOf(`${'长'.repeat(200)}。`, { start: 0, heading: '' })).toBe(`${'长'.repeat(90)}…`);
  });
});

test('a reader of reports knows what stands in most of them or has stood there for long, and nothing of one place only', () => {
  const common = commonTerms(compileIndex());
  // Read in the seeds: 三农 stands in the reports of 2012 and 2020, 地区生产总值 in all, 三高四新 in those of 2021 only.
  for (const term of ['三农', '地区生产总值', '高质量发展']) expect(common, term).toContain(term);
  for (const term of ['三高四新', '产业项目建设年', '三江六岸']) expect(common, term).not.toContain(term);
});
