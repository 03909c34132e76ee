import { groupBy } from '../groupBy';
import { pointsOf, seriesOf } from './series';
import { isReport, type Sighting } from './sightings';
import type { Bound, Status } from './types';
import { convert, scaleOf } from './units';

/** What was observed, or is aimed at, of one place in one year. */
export interface TrackPoint {
  year: number;
  /** In the panel's unit, whatever unit the report writes. */
  value: number;
  status: Status;
  bound: Bound | null;
  source: Sighting;
}

/** The points of one place, by year; in a year the target stands before the outcome. */
export interface Track {
  area: string;
  points: TrackPoint[];
}

/** Points that can be compared with one another: of one indicator, one measure and one family of units. */
export interface Panel {
  measure: 'level' | 'growth';
  unit: string;
  /** The place with the most years first. */
  tracks: Track[];
}

/**
 * What of an indicator's observations can be drawn: levels, a panel for each family of units (亿元 and 万亿元 are one,
 * 亿元 and 亿美元 two), the fullest first, then the growth over the year before. Figures of several years, ranks,
 * structures and what an article tells (累计新增就业31.93万人 does not say since when) are left to the table.
 * Of several figures for one place and year the final one goes before the estimate, the later report before the earlier.
 */
export function panelsOf(sightings: readonly Sighting[]): Panel[] {
  const own = sightings.filter(({ holding }) => isReport(holding));
  const levels = groupBy(
    own.filter(({ observation }) => observation.measure === 'level'),
    ({ observation: { unit } }) => scaleOf(unit)?.base ?? unit,
  );
  const growth = own.filter(({ observation: { measure, unit } }) => measure === 'growth' && unit === '%');
  const panels = [
    ...[...levels.values()].sort((a, b) => b.length - a.length).map((group) => panelOf(group, 'level')),
    panelOf(growth, 'growth'),
  ];
  return panels.filter(({ tracks }) => tracks.length > 0);
}

function panelOf(sightings: readonly Sighting[], measure: Panel['measure']): Panel {
  const unit = commonUnit(sightings);
  const alike = [...sightings].sort(byWeight).flatMap(({ holding, observation, area }) => {
    const value = convert(observation.value, observation.unit, unit);
    const source: Sighting = { holding, observation, area };
    return value === null ? [] : [{ source, observation: { ...observation, value, unit, refArea: area } }];
  });
  const like = alike[0]?.observation;
  const tracks = new Map<string, Track>();
  for (const row of like ? seriesOf(like, alike) : []) {
    for (const { year, source } of pointsOf(row)) {
      const { value, status, bound } = source.observation;
      const track = tracks.get(row.refArea) ?? { area: row.refArea, points: [] };
      track.points.push({ year, value, status, bound, source: source.source });
      tracks.set(row.refArea, track);
    }
  }
  const years = ({ points }: Track) => new Set(points.map(({ year }) => year)).size;
  return {
    measure,
    unit,
    tracks: [...tracks.values()].sort((a, b) => years(b) - years(a) || a.area.localeCompare(b.area, 'zh')),
  };
}

/** The unit that most of the figures are written in. */
function commonUnit(sightings: readonly Sighting[]): string {
  const counts = new Map<string, number>();
  for (const { observation } of sightings) counts.set(observation.unit, (counts.get(observation.unit) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0] ?? '';
}

const WEIGHT: Record<Status, number> = { actual: 0, estimate: 1, target: 2 };

function byWeight(a: Sighting, b: Sighting): number {
  return WEIGHT[a.observation.status] - WEIGHT[b.observation.status] || b.holding.year - a.holding.year;
}
