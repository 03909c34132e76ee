import { parseReaderHash, readerHash } from '../corpus/address';
import type { Level } from '../report/types';
import type { Filter, Holding } from './types';

/** What the reader page's search is asked: words, and the reports that they are looked for in. */
export interface SearchAddress {
  words: string;
  filter: Filter;
}

/** An indicator's page; without an id the list of indicators. No places chosen means all of them. */
export interface IndicatorAddress {
  id: string | null;
  places: string[];
}

export const LEVELS: readonly Level[] = ['nation', 'province', 'prefecture', 'county', 'township'];
export const KINDS: readonly Holding['kind'][] = ['report', 'continuation', 'article'];
export const ORIGINS = ['bundled', 'added'] as const;

export const SEARCH_HASH = '#search';
export const INDICATORS_HASH = '#indicator';

/** Nobody asks for more, and an address stays one line. */
const LONGEST_WORDS = 500;
const LONGEST_NAME = 60;
const MOST_PLACES = 200;

/** Writes `#search?q=…&place=…&level=…&from=…&to=…&kind=…&origin=…`, what is not asked for left out. */
export function searchHash({ words, filter }: SearchAddress): string {
  const asked = { q: words.slice(0, LONGEST_WORDS), ...filter };
  const parts = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`${name}=${encode(String(value))}`],
  );
  return parts.length > 0 ? `${SEARCH_HASH}?${parts.join('&')}` : SEARCH_HASH;
}

/** Reads what `searchHash` writes, its parts in any order; null for anything else. */
export function parseSearchHash(hash: string): SearchAddress | null {
  const parts = partsOf(hash, SEARCH_HASH);
  if (!parts) return null;
  const address: SearchAddress = { words: '', filter: {} };
  for (const [name, value] of parts) {
    if (name === 'q' && value.length <= LONGEST_WORDS) address.words = value;
    else if (name === 'place' && isName(value)) address.filter.place = value;
    else if (name === 'level' && isOneOf(LEVELS, value)) address.filter.level = value;
    else if (name === 'kind' && isOneOf(KINDS, value)) address.filter.kind = value;
    else if (name === 'origin' && isOneOf(ORIGINS, value)) address.filter.origin = value;
    else if ((name === 'from' || name === 'to') && /^[12]\d{3}$/.test(value)) address.filter[name] = Number(value);
    else return null;
  }
  return address;
}

/** Writes `#indicator`, `#indicator/gdp` or `#indicator/gdp?place=衡阳市&place=…`. */
export function indicatorHash({ id, places }: IndicatorAddress): string {
  if (id === null) return INDICATORS_HASH;
  const asked = places.map((place) => `place=${encode(place)}`).join('&');
  return `${INDICATORS_HASH}/${id}${asked && `?${asked}`}`;
}

/** Reads what `indicatorHash` writes; null for anything else. Whether there is such an indicator is not asked here. */
export function parseIndicatorHash(hash: string): IndicatorAddress | null {
  if (hash === INDICATORS_HASH) return { id: null, places: [] };
  const id = /^#indicator\/([a-z0-9_]{1,60})(?=\?|$)/.exec(hash)?.[1];
  const parts = id && partsOf(hash, `${INDICATORS_HASH}/${id}`);
  if (!id || !parts || parts.length > MOST_PLACES) return null;
  if (!parts.every(([name, value]) => name === 'place' && isName(value))) return null;
  return { id, places: [...new Set(parts.map(([, place]) => place))] };
}

/** Writes `#term/三高四新`, percent-encoded. */
export function termHash(term: string): string {
  return `#term/${encode(term)}`;
}

/** The term that `termHash` was given, null for an address of another kind. */
export function parseTermHash(hash: string): string | null {
  const written = /^#term\/([^/?#]{1,600})$/.exec(hash)?.[1];
  const term = written === undefined ? null : decode(written);
  return term !== null && isName(term) && term.trim() === term ? term : null;
}

/** An address of a page of the reader that a card leads to (a place, a term, an indicator) written anew; null for another. */
export function linkHash(hash: string): string | null {
  const place = parseReaderHash(hash);
  if (place) return readerHash(place);
  const term = parseTermHash(hash);
  if (term !== null) return termHash(term);
  const indicator = parseIndicatorHash(hash);
  return indicator && indicatorHash(indicator);
}

/** The parts behind the question mark, none where there is no question mark; null where the address is another one. */
function partsOf(hash: string, head: string): [string, string][] | null {
  if (hash === head) return [];
  if (!hash.startsWith(`${head}?`)) return null;
  const parts: [string, string][] = [];
  for (const part of hash.slice(head.length + 1).split('&')) {
    const at = part.indexOf('=');
    const value = decode(part.slice(at + 1).replaceAll('+', ' '));
    if (at < 1 || value === null) return null;
    parts.push([part.slice(0, at), value]);
  }
  return parts;
}

/** Half a surrogate pair has no percent-encoding. */
function encode(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}

function decode(written: string): string | null {
  try {
    return decodeURIComponent(written);
  } catch {
    return null;
  }
}

function isName(value: string): boolean {
  return value.length > 0 && value.length <= LONGEST_NAME;
}

function isOneOf<T extends string>(list: readonly T[], value: string): value is T {
  return (list as readonly string[]).includes(value);
}
