import { PREFECTURES, PROVINCES } from '../report/places';
import type { Sense } from './entries';

export interface Choice {
  /** The meaning at the page's place and year; null when the page does not tell. */
  sense: Sense | null;
  others: Sense[];
}

/** How well a sense agrees with a page: its scope holds, does not, or the page says too little. */
type Fit = 'yes' | 'no' | 'unknown';

/**
 * Picks the meaning that a term has in a report of a place and year. The narrowest scope that holds wins; where a
 * narrower one may hold, or two hold alike, nothing is picked.
 */
export function chooseSense(senses: readonly Sense[], page: { place: string; year: number } | null): Choice {
  const fits = senses.map((sense) => ({ sense, fit: fitOf(sense, page), narrow: narrowness(sense) }));
  const best = fits.filter(({ fit }) => fit === 'yes').sort((a, b) => b.narrow - a.narrow)[0];
  const rivals = fits.filter((each) => each !== best && each.fit !== 'no' && each.narrow >= (best?.narrow ?? 0));
  const sense = best && rivals.length === 0 ? best.sense : null;
  return { sense, others: senses.filter((other) => other !== sense) };
}

function narrowness({ place, from, to }: Sense): number {
  return (place === null ? 0 : 2) + (from === null && to === null ? 0 : 1);
}

function fitOf(sense: Sense, page: { place: string; year: number } | null): Fit {
  const parts = [placeFit(sense.place, page?.place ?? null), yearFit(sense, page?.year ?? null)];
  return parts.includes('no') ? 'no' : parts.includes('unknown') ? 'unknown' : 'yes';
}

function yearFit({ from, to }: Sense, year: number | null): Fit {
  if (from === null && to === null) return 'yes';
  if (year === null) return 'unknown';
  return (from === null || year >= from) && (to === null || year <= to) ? 'yes' : 'no';
}

/** A county whose province its name does not tell may lie in any province. */
function placeFit(scope: string | null, place: string | null): Fit {
  if (scope === null) return 'yes';
  if (place === null) return 'unknown';
  if (place.startsWith(scope)) return 'yes';
  if (place === '全国') return 'no';
  const province =
    PROVINCES.find((name) => place.startsWith(name)) ??
    PREFECTURES.find(({ name }) => place.startsWith(name))?.province;
  if (province === undefined) return 'unknown';
  return province === scope ? 'yes' : 'no';
}
