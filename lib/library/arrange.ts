import type { Holding } from './types';

export const ORIGINS = ['all', 'added', 'bundled'] as const;
export const ORDERS = ['place', 'year', 'added'] as const;

/** What the reader wants to see of the library, and in what order. */
export interface Arrangement {
  /** Words that must all stand in a holding's place, year, title or source. */
  words: string;
  origin: (typeof ORIGINS)[number];
  order: (typeof ORDERS)[number];
}

export const ARRANGED: Arrangement = { words: '', origin: 'all', order: 'place' };

/** The holdings that are asked for, in their order. */
export function arrange(holdings: readonly Holding[], { words, origin, order }: Arrangement): Holding[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = holdings.filter((holding) => {
    if (origin !== 'all' && (origin === 'bundled') !== (holding.origin === null)) return false;
    if (wanted.length === 0) return true;
    const { place, year, title, short } = holding;
    const all = `${place} ${year} ${title} ${short} ${holding.origin?.name ?? ''}`.toLowerCase();
    return wanted.every((word) => all.includes(word));
  });
  return found.sort(COMPARE[order]);
}

/** Chinese names in their order of pinyin; the rest by year and title, so that the order is always the same. */
const byPlace = new Intl.Collator('zh-CN').compare;
const byNewest = (a: Holding, b: Holding) => b.year - a.year;
const byTitle = (a: Holding, b: Holding) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1);
const COMPARE: Record<Arrangement['order'], (a: Holding, b: Holding) => number> = {
  place: (a, b) => byPlace(a.place, b.place) || byNewest(a, b) || byTitle(a, b),
  year: (a, b) => byNewest(a, b) || byPlace(a.place, b.place) || byTitle(a, b),
  added: (a, b) =>
    (b.added ?? '').localeCompare(a.added ?? '') || byPlace(a.place, b.place) || byNewest(a, b) || byTitle(a, b),
};
