import type { Observation } from './types';

/** Observations that may stand beside one another: the same place, period, measure and unit. */
export interface SeriesRow<T extends { observation: Observation }> {
  refArea: string;
  from: number | null;
  to: number | null;
  target: T | null;
  /** What came, or was estimated. */
  actual: T | null;
}

/**
 * The observations of an indicator that compare with one of them — levels with levels, growth with growth, in the same
 * unit — a row for each place and period, its own place first, then by year. A target stands in one row with the
 * outcome of its year. Where two reports give the same figure twice, the first in the list is taken.
 */
export function seriesOf<T extends { observation: Observation }>(
  like: Observation,
  sources: readonly T[],
): SeriesRow<T>[] {
  const rows = new Map<string, SeriesRow<T>>();
  for (const source of sources) {
    const { indicator, measure, unit, refArea, from, to, status } = source.observation;
    if (indicator !== like.indicator || measure !== like.measure || unit !== like.unit || to === null) continue;
    const key = `${refArea} ${from} ${to}`;
    const row = rows.get(key) ?? { refArea, from, to, target: null, actual: null };
    if (status === 'target') row.target ??= source;
    else row.actual ??= source;
    rows.set(key, row);
  }
  const order = (row: SeriesRow<T>) => (row.refArea === like.refArea ? '' : row.refArea);
  return [...rows.values()].sort(
    (a, b) => order(a).localeCompare(order(b)) || (a.to ?? 0) - (b.to ?? 0) || (a.from ?? 0) - (b.from ?? 0),
  );
}

/** A point of a trend: one year's value, hollow where it is a target. */
export interface TrendPoint {
  year: number;
  value: number;
  target: boolean;
}

/**
 * The points that one line may join: single years of the place that `like` speaks of, targets and outcomes apart.
 * Empty when there are fewer than two years, since one year is no trend.
 */
export function trendOf(like: Observation, rows: readonly SeriesRow<{ observation: Observation }>[]): TrendPoint[] {
  const points = rows
    .filter(({ refArea }) => refArea === like.refArea)
    .flatMap((row) => pointsOf(row).map(({ source, ...point }) => ({ ...point, value: source.observation.value })));
  return new Set(points.map(({ year }) => year)).size < 2 ? [] : points;
}

/** The target and the outcome of a row, each a point of its year; none where the row is of more years than one. */
export function pointsOf<T extends { observation: Observation }>({
  from,
  to,
  target,
  actual,
}: SeriesRow<T>): { year: number; target: boolean; source: T }[] {
  if (to === null || from !== to) return [];
  return [target, actual].flatMap((source) => (source ? [{ year: to, target: source === target, source }] : []));
}
