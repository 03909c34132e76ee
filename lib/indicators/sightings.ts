import type { Figures, Holding } from '../library/types';
import { areaOf } from './places';
import type { Observation } from './types';

/** An observation with the report that it stands in. */
export interface Sighting {
  holding: Holding;
  observation: Observation;
  /** What it is observed of, by a name that means one place in every report. */
  area: string;
}

/** What the library knows of an indicator, one by one. */
export function sightingsOf(figures: readonly Figures[]): Sighting[] {
  return figures.flatMap(({ holding, observations }) =>
    observations.map((observation) => ({ holding, observation, area: areaOf(observation.refArea, holding.place) })),
  );
}

/** The areas that an indicator is observed of, those with the most observations first. */
export function areasOf(sightings: readonly Sighting[]): { area: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { area } of sightings) counts.set(area, (counts.get(area) ?? 0) + 1);
  return [...counts]
    .map(([area, count]) => ({ area, count }))
    .sort((a, b) => b.count - a.count || a.area.localeCompare(b.area, 'zh'));
}

/** Whether what a report looks back on is its own account; an article about a report tells of it at second hand. */
export function isReport({ kind }: Holding): boolean {
  return kind !== 'article';
}
