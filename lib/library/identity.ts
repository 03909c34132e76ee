import * as v from 'valibot';
import { shortName } from '../report/places';
import type { Level } from '../report/types';
import type { Holding, Identity } from './types';

/** Bounds in UTF-16 code units. The longest provincial report at hand has 33,000; a volume of ten is still no attack. */
export const LIMITS = { text: 500_000, title: 200, place: 40, name: 2_048 } as const;

export const LEVELS: readonly Level[] = ['nation', 'province', 'prefecture', 'county', 'township'];

/** No report plans for another year; see the notes' schema. */
export const YEARS = { first: 1949, last: 2199 } as const;

const year = v.pipe(v.number(), v.safeInteger(), v.minValue(YEARS.first - 1), v.maxValue(YEARS.last));

/** An identity as a reader may put it. */
export const identitySchema = v.strictObject({
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LIMITS.title)),
  place: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LIMITS.place)),
  level: v.picklist(LEVELS),
  year: v.pipe(year, v.minValue(YEARS.first)),
  reviewYear: v.nullable(year),
});

/** What an added report lacks until the reader says it: an unknown place is '', an unknown year 0. */
export function missingOf({ place, year }: Pick<Identity, 'place' | 'year'>): ('place' | 'year')[] {
  return [...(place === '' ? (['place'] as const) : []), ...(year === 0 ? (['year'] as const) : [])];
}

/** 石鼓 2021 for 衡阳市石鼓区; the beginning of the title where place or year is unknown. */
export function shortOf({ title, place, year }: Pick<Identity, 'title' | 'place' | 'year'>): string {
  if (missingOf({ place, year }).length > 0) return title.slice(0, 16);
  const own = /^.{2,}?(?:省|自治区|自治州|地区|市|盟|县|区|旗)(?=.{2,}$)/.exec(place)?.[0] ?? '';
  const name = shortName(place.slice(own.length));
  const bare = name.length > 2 ? name.replace(/(?:自治|新)?[县区旗]$|街道$|[镇乡]$/, '') : name;
  return `${bare} ${year}`;
}

/** Fits lib/corpus/address.ts. Fifty bits: with 3,000 reports the chance that two are the same is below 1 in 10^8. */
export function newReportId(): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  return `own-${[...random].map((byte) => (byte % 36).toString(36)).join('')}`;
}

/** The other carriers of a report among the holdings: those of its place and year. */
export function carriersAmong<T extends Holding>(
  holdings: readonly T[],
  { id, place, year }: Pick<Holding, 'id' | 'place' | 'year'>,
): T[] {
  if (missingOf({ place, year }).length > 0) return [];
  return holdings.filter(
    (other) => other.kind !== 'article' && other.place === place && other.year === year && other.id !== id,
  );
}

/** By place, then year, then id. */
export function byPlace(a: Holding, b: Holding): number {
  return compare(a.place, b.place) || a.year - b.year || compare(a.id, b.id);
}

/** The newest first. */
export function byYear(a: Holding, b: Holding): number {
  return b.year - a.year || compare(a.place, b.place) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
