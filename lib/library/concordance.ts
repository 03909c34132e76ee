import { groupBy } from '../groupBy';
import type { Found, Hit, Holding } from './types';

/** A place where a term stands, with the words on both sides. */
export interface ConcordanceLine {
  holding: Holding;
  hit: Hit;
  /** What was searched for: the term, or another spelling of it. */
  spelling: string;
  before: string;
  keyword: string;
  after: string;
}

export type ConcordanceOrder = 'year' | 'before' | 'after';

/** How often a term stands in the reports of a year. */
export interface YearOfUse {
  year: number;
  /** Reports of that year in the library, with the term or without it. */
  reports: number;
  count: number;
  /** Mentions per 10,000 characters of those reports. */
  rate: number;
}

const PER = 10_000;

/**
 * Parts of reports that the library has whole: what stands in a newspaper's continuation stands in the report as well and
 * is counted there.
 */
export function wholeOnly(holdings: readonly Holding[]): Holding[] {
  const keyOf = ({ place, year }: Holding) => `${place} ${year}`;
  const whole = new Set(holdings.filter(({ kind }) => kind === 'report').map(keyOf));
  return holdings.filter((holding) => holding.kind !== 'continuation' || !whole.has(keyOf(holding)));
}

/**
 * What searches for a term and for its other spellings found, as one list in the order of the texts. Of places that
 * cover one another the longest counts: 三高四新 inside 三高四新战略 is one mention.
 */
export function concordanceOf(
  found: readonly { spelling: string; found: Found }[],
  holdings: readonly Holding[],
): ConcordanceLine[] {
  const counted = new Set(wholeOnly(holdings).map(({ id }) => id));
  const reports = groupBy(
    found.filter((one) => counted.has(one.found.holding.id)),
    (one) => one.found.holding.id,
  );
  return [...reports.values()].flatMap((list) => {
    const hits = list
      .flatMap((one) => one.found.hits.map((hit) => ({ hit, spelling: one.spelling })))
      .sort((a, b) => a.hit.start - b.hit.start || b.hit.end - a.hit.end);
    let end = 0;
    return hits.flatMap(({ hit, spelling }) => {
      if (hit.start < end) return [];
      end = hit.end;
      const [before, keyword, after] = hit.snippet;
      return [{ holding: list[0]!.found.holding, hit, spelling, before, keyword, after }];
    });
  });
}

/** The lines by year, or by what stands behind or, read backwards, before the term, so that like contexts come together. */
export function sortLines(lines: readonly ConcordanceLine[], order: ConcordanceOrder): ConcordanceLine[] {
  const byYear = (a: ConcordanceLine, b: ConcordanceLine) =>
    a.holding.year - b.holding.year || compare(a.holding.place, b.holding.place) || a.hit.start - b.hit.start;
  if (order === 'year') return [...lines].sort(byYear);
  const keys = new Map(lines.map((line) => [line, order === 'after' ? bare(line.after) : reversed(bare(line.before))]));
  return [...lines].sort((a, b) => compare(keys.get(a)!, keys.get(b)!) || byYear(a, b));
}

/** Context begins where words do: quotation marks and stops around a term say nothing of its company. */
function bare(context: string): string {
  return context.replace(/[^\p{L}\p{N}]/gu, '');
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

/** In the order of the code points, so that lists look the same in every browser. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** First and last of the years whose reports have the term; null where none has. */
export function yearsOfUse(
  lines: readonly ConcordanceLine[],
): { first: ConcordanceLine; last: ConcordanceLine } | null {
  const sorted = sortLines(lines, 'year');
  const first = sorted[0];
  return first
    ? { first, last: sorted.findLast(({ holding }) => holding.year === sorted.at(-1)!.holding.year)! }
    : null;
}

/** How often the term stands in the reports of each year; years of which the library has no report are left out. */
export function frequencyByYear(lines: readonly ConcordanceLine[], holdings: readonly Holding[]): YearOfUse[] {
  const counts = groupBy(lines, ({ holding }) => holding.year);
  return [...groupBy(wholeOnly(holdings), ({ year }) => year)]
    .map(([year, reports]) => {
      const length = reports.reduce((sum, report) => sum + report.length, 0);
      const count = counts.get(year)?.length ?? 0;
      return { year, reports: reports.length, count, rate: length > 0 ? (count / length) * PER : 0 };
    })
    .sort((a, b) => a.year - b.year);
}
