import { groupBy } from '../../lib/groupBy';
import type { Sighting } from '../../lib/indicators/sightings';
import type { Observation } from '../../lib/indicators/types';
import type { Figures, Holding } from '../../lib/library/types';

/** A report of a made-up city, for what is asked of its place, year and kind only. */
export function holding(year: number, more: Partial<Holding> = {}): Holding {
  const place = more.place ?? '甲山市';
  return {
    id: `${place}-${year}`,
    kind: 'report',
    title: `${year}年${place}政府工作报告`,
    short: `${place.slice(0, 2)} ${year}`,
    place,
    level: 'prefecture',
    year,
    reviewYear: year - 1,
    length: 10_000,
    origin: null,
    added: null,
    readBy: null,
    corrected: false,
    ...more,
  };
}

/** An observation of the gross product of a report's place, for what is said in `more`. */
export function sighting(report: Holding, more: Partial<Observation>): Sighting {
  const observation: Observation = {
    indicator: 'gdp',
    name: '地区生产总值',
    value: 8,
    unit: '%',
    measure: 'growth',
    parts: null,
    bound: null,
    status: 'actual',
    from: report.year - 1,
    to: report.year - 1,
    refArea: report.place,
    start: 100,
    end: 102,
    ...more,
  };
  return { holding: report, observation, area: observation.refArea };
}

/** The figures of an indicator as a library tells them. */
export function figuresOf(sightings: readonly Sighting[]): Figures[] {
  return [...groupBy(sightings, ({ holding }) => holding)].map(([report, list]) => ({
    holding: report,
    observations: list.map(({ observation }) => observation),
  }));
}
