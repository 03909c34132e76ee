import * as v from 'valibot';
import { knowledgeOf } from '../corpus/lookup';
import { readPassages } from '../corpus/passages';
import type { BundledReport, ReportIndex } from '../corpus/types';
import type { PageHints } from '../report/detect';
import { normalise } from '../text/normal';
import { type ArchivedReport, readArchive, writeArchive } from './archive';
import { createCache } from './cache';
import { LibraryError } from './errors';
import { byPlace, identitySchema, missingOf, shortOf } from './identity';
import { createMatching } from './matching';
import { holdingOf, type Prepared, prepare, refusalOf } from './prepare';
import { hintsOf, identityOf, openReport, readIdentity, readRows } from './read';
import { createSearch } from './search';
import { shareWork } from './sharedWork';
import { bundledHolding, createShelf } from './shelf';
import { countPairs } from './sketch';
import type { KeptReport, LibraryStore } from './store';
import { createTwins } from './twins';
import type { Added, Defined, Figures, Library } from './types';

interface Parts {
  store: LibraryStore;
  index: ReportIndex;
  /** The version of the extension: what another one has read is read anew. */
  version: string;
  now(): Date;
  newId(): string;
  /** Tells everybody else that the library has changed. */
  announce(): void;
}

/** The library where it is worked on; who only asks has it from lib/library/client.ts. */
export interface Librarian extends Omit<Library, 'onChange'> {
  /** Somebody else has changed what is stored. */
  refresh(): void;
}

/** Reports with their whole reading that are kept for who opens them again. */
const OPENED = 8;

/** The library over a store of added reports and the bundled index. */
export function createLibrarian({ store, index, version, now, newId, announce }: Parts): Librarian {
  const shelf = createShelf(store, index);
  const { bundled, whole } = shelf;
  const known = whole.flatMap((report) => readPassages(report).map((passage) => passage.text));
  const knowledge = { ...knowledgeOf(index), pairs: countPairs(known) };
  const twinOf = createTwins(shelf, store);
  const opened = createCache<Promise<BundledReport | null>>(OPENED);

  const changed = async (change: (reports: Map<string, KeptReport>) => void) => {
    await shelf.change(change);
    announce();
  };
  // A copy: a title cut out of a text would keep the whole text in memory (V8 keeps the string that a slice is of).
  const written = (report: KeptReport) => changed((reports) => reports.set(report.id, structuredClone(report)));

  const own = async (id: string): Promise<KeptReport> => {
    if (bundled.has(id)) throw new LibraryError('bundled');
    const report = await store.get(id);
    if (!report) throw new LibraryError('missing');
    return report;
  };

  /** Reads and stores a text. `given` is what an export says of it, which stays. */
  const take = async (prepared: Prepared, given: Partial<KeptReport> = {}): Promise<Added> => {
    const twin = await twinOf(prepared);
    if (twin) return { state: 'known', holding: twin };
    const report = { ...prepared.report, ...given, readBy: version };
    const known = report.corrected ? identityOf(report) : null;
    const rows = readRows(prepared.text, knowledge, hints(report), known);
    const other = await store.add(report, prepared.text, rows);
    if (other) return { state: 'known', holding: holdingOf(other) };
    await written(report);
    const missing = missingOf(report);
    const holding = holdingOf(report);
    return missing.length > 0 ? { state: 'unsure', holding, missing } : { state: 'added', holding };
  };

  /** Reads a stored report anew; null when it has gone. */
  const reread = async (report: KeptReport, correction: KeptReport | null): Promise<KeptReport | null> => {
    const text = await store.text(report.id);
    if (text === undefined) return null;
    const identity = correction ?? (report.corrected ? report : null);
    const readAnew = identity ? null : readIdentity(normalise(text), hints(report));
    const rows = readRows(text, knowledge, hints(report), identity && identityOf(identity));
    const result = await store.reread(
      report.id,
      (current) => {
        if (correction) return { ...correction, readBy: version };
        // The reader has put it right while it was read: the rows are of the old identity and are read anew later.
        if (current.corrected && !report.corrected) return { ...current, readBy: null };
        return { ...current, ...readAnew, readBy: version };
      },
      rows,
    );
    if (result) await written(result);
    return result;
  };

  const catchUp = shareWork(async (signal, onProgress) => {
    const behind = (await store.all()).filter(({ readBy }) => readBy !== version);
    for (const [done, report] of behind.entries()) {
      if (signal.aborted) return;
      onProgress({ done, total: behind.length });
      // One text that cannot be read must not keep the others from it.
      await reread(report, null).catch((error) => {
        if (error instanceof LibraryError) throw error;
      });
    }
    if (behind.length > 0) onProgress({ done: behind.length, total: behind.length });
  });

  return {
    async list() {
      return (await shelf.holdings()).sort(byPlace);
    },

    async open(id) {
      const ready = bundled.get(id);
      if (ready) return ready;
      const report = (await shelf.kept()).get(id);
      if (!report) return null;
      return opened.get(JSON.stringify([id, report.readBy, report.corrected, identityOf(report)]), async () => {
        const text = await store.text(id);
        return text === undefined ? null : openReport(holdingOf(report), text, knowledge, hints(report));
      });
    },

    async add(intakes, { signal, onProgress } = {}) {
      const results: Added[] = [];
      for (const [done, intake] of intakes.entries()) {
        onProgress?.({ done, total: intakes.length });
        if (signal?.aborted) {
          results.push({ state: 'refused', reason: 'cancelled' });
          continue;
        }
        try {
          const prepared = await prepare(intake, { now, newId });
          results.push(typeof prepared === 'string' ? { state: 'refused', reason: prepared } : await take(prepared));
        } catch (error) {
          if (!(error instanceof LibraryError) || error.code !== 'no_space') throw error;
          results.push({ state: 'refused', reason: 'no_space' });
        }
      }
      onProgress?.({ done: intakes.length, total: intakes.length });
      return results;
    },

    async correct(id, identity) {
      const report = await own(id);
      const parsed = v.safeParse(identitySchema, identity, { abortEarly: true });
      if (!parsed.success) throw new LibraryError('invalid', v.flatten(parsed.issues));
      const correction = { ...report, ...parsed.output, short: shortOf(parsed.output), corrected: true };
      const result = await reread(report, correction);
      if (!result) throw new LibraryError('missing');
      return holdingOf(result);
    },

    async remove(id) {
      await own(id);
      await store.remove(id);
      await changed((reports) => reports.delete(id));
    },

    async removeAll() {
      await store.clear();
      await changed((reports) => reports.clear());
    },

    catchUp,

    search: createSearch(shelf, store),

    match: createMatching(shelf, store, index),

    async figures(indicator) {
      const [reports, rows] = await Promise.all([shelf.kept(), store.figures(indicator)]);
      const found: Figures[] = whole.map((report) => ({
        holding: bundledHolding(report),
        observations: report.observations.filter((observation) => observation.indicator === indicator),
      }));
      for (const { id, observations } of rows) {
        const report = reports.get(id);
        if (report) found.push({ holding: holdingOf(report), observations });
      }
      return found.filter(({ observations }) => observations.length > 0).sort((a, b) => byPlace(a.holding, b.holding));
    },

    async indicators() {
      return Promise.all(
        index.indicators.map(async ({ id, name }) => {
          const has = ({ observations }: BundledReport) => observations.some(({ indicator }) => indicator === id);
          return { id, name, reports: whole.filter(has).length + (await store.countFigures(id)) };
        }),
      );
    },

    async definitions(term) {
      const [reports, rows] = await Promise.all([shelf.kept(), store.definitions(term)]);
      const found: Defined[] = whole.flatMap((report) =>
        report.glossary
          .filter((definition) => definition.term === term || definition.aliases.includes(term))
          .map((definition) => ({ holding: bundledHolding(report), definition })),
      );
      for (const { id, definitions } of rows) {
        const report = reports.get(id);
        if (report) found.push(...definitions.map((definition) => ({ holding: holdingOf(report), definition })));
      }
      return found.sort(
        (a, b) =>
          a.holding.year - b.holding.year || byPlace(a.holding, b.holding) || a.definition.start - b.definition.start,
      );
    },

    async exportAll() {
      const all = (await store.all()).sort(byPlace);
      return writeArchive(all, (ids) => store.texts(ids), now());
    },

    async importAll(file, { signal, onProgress } = {}) {
      const { reports, texts } = await readArchive(file, (text) => refusalOf(text) === null);
      const counts = { added: 0, known: 0 };
      let done = 0;
      for await (const [report, text] of texts()) {
        if (signal?.aborted) break;
        onProgress?.({ done: done++, total: reports });
        const prepared = await prepare({ text, origin: report.origin, title: report.hint }, { now, newId });
        if (typeof prepared === 'string') throw new LibraryError('broken_archive');
        const { state } = await take(prepared, await givenBy(report));
        counts[state === 'known' ? 'known' : 'added']++;
      }
      if (!signal?.aborted) onProgress?.({ done: reports, total: reports });
      return counts;
    },

    refresh: shelf.refresh,
  };

  /** What an export says of a report and a reading could not: when it was added, what the reader has put right, its address. */
  async function givenBy({ id, added, corrected, identity }: ArchivedReport): Promise<Partial<KeptReport>> {
    return {
      ...((await store.get(id)) ? {} : { id }),
      added,
      ...(corrected && { ...identity, short: shortOf(identity), corrected }),
    };
  }
}

/** What the page or the file said of a stored report. */
function hints({ origin, hint }: KeptReport): PageHints {
  return hintsOf(origin ?? { kind: 'paste', name: '' }, hint);
}
