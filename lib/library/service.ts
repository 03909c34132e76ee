import * as v from 'valibot';
import { LibraryError } from './errors';
import { LIMITS, missingOf } from './identity';
import { holdingOf, prepare } from './prepare';
import type { LibraryStore } from './store';
import type { Added } from './types';

/** What a page is told of a report that is in the library: enough for a link to it. */
export interface Held {
  id: string;
  short: string;
}

interface Parts {
  store: Pick<LibraryStore, 'byHash' | 'byWhose' | 'byName' | 'add'>;
  now(): Date;
  newId(): string;
  announce(): void;
}

/**
 * The library as a web page's overlay asks it. `url` is the page's address as the browser gives it, `data` as it came in
 * the message, which nobody vouches for. Every method rejects with a LibraryError.
 */
export interface LibraryService {
  /**
   * Takes the page's text in. Whose it is is read at once; its figures and terms are read by the librarian, which has the
   * index. For the same reason only added reports are looked through for the same text.
   */
  add(url: string, data: unknown): Promise<Added>;
  /** The report that was taken from this page, or one of the same place and year; null when there is none. */
  has(url: string, data: unknown): Promise<Held | null>;
}

const addSchema = v.object({ text: v.string(), title: v.string() });
const hasSchema = v.object({
  place: v.nullable(v.pipe(v.string(), v.maxLength(LIMITS.place))),
  year: v.nullable(v.pipe(v.number(), v.safeInteger())),
});

export function createLibraryService({ store, now, newId, announce }: Parts): LibraryService {
  return {
    async add(url, data) {
      const { text, title } = parse(addSchema, data);
      const prepared = await prepare({ text, title, origin: { kind: 'page', name: addressOf(url) } }, { now, newId });
      if (typeof prepared === 'string') return { state: 'refused', reason: prepared };
      const { report } = prepared;
      try {
        const twin = await store.add(report, prepared.text, null);
        if (twin) return { state: 'known', holding: holdingOf(twin) };
      } catch (error) {
        if (error instanceof LibraryError && error.code === 'no_space') return { state: 'refused', reason: 'no_space' };
        throw error;
      }
      announce();
      const missing = missingOf(report);
      const holding = holdingOf(report);
      return missing.length > 0 ? { state: 'unsure', holding, missing } : { state: 'added', holding };
    },

    async has(url, data) {
      const { place, year } = parse(hasSchema, data);
      const ofPage = await store.byName(addressOf(url));
      const whose = place !== null && year !== null ? await store.byWhose(place, year) : [];
      // An address can carry another report than it did: this year's under last year's.
      const same = ofPage.find((report) => place === null || year === null || report.year === year || report.corrected);
      const held = same ?? whose[0];
      return held ? { id: held.id, short: held.short } : null;
    },
  };
}

function addressOf(url: string): string {
  return url.split('#', 1)[0]!.slice(0, LIMITS.name);
}

function parse<T>(schema: v.GenericSchema<unknown, T>, data: unknown): T {
  const result = v.safeParse(schema, data, { abortEarly: true });
  if (result.success) return result.output;
  throw new LibraryError('forbidden', v.flatten(result.issues));
}
