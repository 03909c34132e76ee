import * as v from 'valibot';
import { knowledgeOf, snippet } from '../corpus/lookup';
import { type Matcher, makeMatcher } from '../corpus/match';
import type { BundledReport, ReportIndex } from '../corpus/types';
import { sectionAt } from '../report/sectionAt';
import { readSections } from '../report/sections';
import { normalise } from '../text/normal';
import { type ArchivedReport, readArchive, writeArchive } from './archive';
import { createCache } from './cache';
import { bestCovered, type Covering } from './coverage';
import { hashOf, saySame } from './duplicates';
import { LibraryError } from './errors';
import { byPlace, byYear, identitySchema, missingOf, shortOf } from './identity';
import { holdingOf, type Prepared, prepare, refusalOf } from './prepare';
import { hintsOf, identityOf, openPassages, openReport, readIdentity, readRows } from './read';
import { shareWork } from './sharedWork';
import { bitsOf, fillOf, hasBits, signatureOf } from './signature';
import type { KeptReport, LibraryStore } from './store';
import type { Added, Defined, Figures, Filter, Found, Holding, Library } from './types';
import { findWords, readWords, searchForm } from './words';

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

/** How many added reports matching looks into. */
const LOOKED_INTO = 8;
/** Texts that are read from the disk at a time: a few for the first answer, then enough to keep the disk busy. */
const FIRST_BATCH = 4;
const BATCH = 32;
const PER_REPORT = 3;
const AROUND = 24;
/** The beginning of a passage that a list shows. */
const QUOTE = 90;

/** The library over a store of added reports and the bundled index. */
export function createLibrarian({ store, index, version, now, newId, announce }: Parts): Librarian {
  const knowledge = knowledgeOf(index);
  const bundled = new Map(index.reports.map((report) => [report.id, report]));
  const bundledHoldings = index.reports.map(toHolding);
  /** What a part carries stands in the whole as well, and would count twice. */
  const whole = index.reports.filter(({ partOf }) => partOf === null);
  const read = createCache<Promise<BundledReport | null>>(8);
  const passages = createCache<Promise<BundledReport | null>>(64);
  const matchers = createCache<Promise<Matcher>>(4);

  let shelf: Promise<Map<string, KeptReport>> | undefined;
  const kept = () => {
    shelf ??= store.all().then((all) => new Map(all.map((report) => [report.id, report])));
    shelf.catch(() => {
      shelf = undefined;
    });
    return shelf;
  };
  const holdings = async (filter: Filter = {}) => {
    const added = [...(await kept()).values()].map(holdingOf);
    return [...bundledHoldings, ...added].filter((holding) => passes(holding, filter));
  };

  /** Signatures by id; a report that nobody has read has none. */
  let signatures: Promise<Map<string, Covering & { readBy: string | null }>> | undefined;
  const allSignatures = async () => {
    const reports = await kept();
    const toKnown = (id: string, bits: Uint8Array) => ({
      bits,
      fill: fillOf(bits),
      readBy: reports.get(id)?.readBy ?? null,
    });
    signatures ??= store.signatures().then((all) => new Map([...all].map(([id, bits]) => [id, toKnown(id, bits)])));
    signatures.catch(() => {
      signatures = undefined;
    });
    const known = await signatures;
    for (const id of known.keys()) if (!reports.has(id)) known.delete(id);
    for (const { id, readBy } of reports.values()) {
      if (readBy === null || known.get(id)?.readBy === readBy) continue;
      const bits = await store.signature(id);
      if (bits) known.set(id, toKnown(id, bits));
    }
    return known;
  };

  /** Takes over what this librarian has itself written, without reading the shelf anew. */
  const changed = async (change: (reports: Map<string, KeptReport>) => void) => {
    if (shelf) await shelf.then(change, () => {});
    announce();
  };

  const own = async (id: string): Promise<KeptReport> => {
    if (bundled.has(id)) throw new LibraryError('bundled');
    const report = await store.get(id);
    if (!report) throw new LibraryError('missing');
    return report;
  };

  const hints = (report: KeptReport) => hintsOf(report.origin ?? { kind: 'paste', name: '' }, report.hint);

  const bundledHashes = once(async () => {
    const hashes = index.reports.map(async (report) => [await hashOf(normalise(report.text)), report.id] as const);
    return new Map(await Promise.all(hashes));
  });

  /** The holding that says the same as a text, whoever carries it. */
  const twinOf = async ({ report, normal }: Prepared): Promise<Holding | null> => {
    const twin = (await bundledHashes()).get(report.hash);
    if (twin) return toHolding(bundled.get(twin)!);
    const other = await store.byHash(report.hash);
    if (other) return holdingOf(other);
    if (missingOf(report).length > 0) return null;
    const alike = ({ kind, place, year }: Holding) =>
      kind === report.kind && place === report.place && year === report.year;
    for (const one of index.reports) {
      const holding = toHolding(one);
      if (alike(holding) && saySame(normalise(one.text), normal)) return holding;
    }
    for (const one of await store.byWhose(report.place, report.year)) {
      const text = alike(one) ? await store.text(one.id) : undefined;
      if (text !== undefined && saySame(normalise(text), normal)) return holdingOf(one);
    }
    return null;
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
    await changed((reports) => reports.set(report.id, report));
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
    if (result) await changed((reports) => reports.set(result.id, result));
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

  const searchBundled = once(() => index.reports.map(({ text }) => signatureOf(searchForm(normalise(text).text))));

  async function* textsOf(list: readonly Holding[], signal?: AbortSignal) {
    const load = (from: number) => {
      const batch = list.slice(from, from + (from === 0 ? FIRST_BATCH : BATCH));
      const ids = batch.filter(({ id }) => !bundled.has(id)).map(({ id }) => id);
      const loading = ids.length > 0 ? store.texts(ids) : Promise.resolve([]);
      // Loaded ahead: one that fails is heard of when it is its turn.
      loading.catch(() => {});
      return { batch, ids, loading };
    };
    let next = load(0);
    for (let from = 0; next.batch.length > 0; ) {
      const { batch, ids, loading } = next;
      from += batch.length;
      next = load(from);
      const texts = await loading;
      for (const holding of batch) {
        if (signal?.aborted) return;
        const text = bundled.get(holding.id)?.text ?? texts[ids.indexOf(holding.id)];
        if (text !== undefined) yield { holding, text };
      }
    }
  }

  async function* search(
    { words, filter = {}, perReport = PER_REPORT }: Parameters<Library['search']>[0],
    { signal }: { signal?: AbortSignal } = {},
  ): AsyncGenerator<Found> {
    const wanted = readWords(words);
    if (wanted.length === 0) return;
    const bits = wanted.flatMap(bitsOf);
    const [all, known] = await Promise.all([holdings(filter), allSignatures()]);
    const ofBundled = searchBundled();
    const signature = ({ id }: Holding) =>
      bundled.has(id) ? ofBundled[index.reports.indexOf(bundled.get(id)!)] : known.get(id)?.bits;
    const candidates = all
      .filter((holding) => {
        const has = signature(holding);
        return has === undefined || hasBits(has, bits);
      })
      .sort(byYear);
    for await (const { holding, text } of textsOf(candidates, signal)) {
      const normal = normalise(text);
      const found = findWords(searchForm(normal.text), wanted, perReport);
      if (!found) continue;
      const sections = bundled.get(holding.id)?.sections ?? readSections(normal);
      const hits = found.places.map(({ start, end }) => {
        const place = normal.toSource(start, end);
        const section = sectionAt(sections, place.start);
        return {
          ...place,
          sectionId: section?.id ?? '',
          heading: section?.heading ?? '',
          snippet: snippet(text, place.start, place.end, AROUND),
        };
      });
      yield { holding, hits, count: found.count };
    }
  }

  const passagesOf = (id: string, readBy: string | null) =>
    passages.get(`${id} ${readBy}`, async () => {
      const [report, text] = [(await kept()).get(id), await store.text(id)];
      return report && text !== undefined ? openPassages(holdingOf(report), text) : null;
    });

  return {
    async list() {
      return (await holdings()).sort(byPlace);
    },

    async open(id) {
      const ready = bundled.get(id);
      if (ready) return ready;
      const report = (await kept()).get(id);
      if (!report) return null;
      return read.get(JSON.stringify([id, report.readBy, report.corrected, identityOf(report)]), async () => {
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

    search,

    async match(text, { top = 3, exclude = [], filter = {} } = {}) {
      const open = new Map((await holdings(filter)).map((holding) => [holding.id, holding]));
      for (const id of exclude) open.delete(id);
      const [reports, known] = [await kept(), await allSignatures()];
      const eligible = new Map([...known].filter(([id]) => open.has(id)));
      const chosen = bestCovered(normalise(text).text, eligible, LOOKED_INTO).sort();
      const keys = chosen.map((id) => [id, reports.get(id)?.readBy ?? null] as const);
      const opened = Promise.all(keys.map(([id, readBy]) => passagesOf(id, readBy)));
      // The bundled reports are always among those that are weighed: they say what is common in reports.
      const matcher = await matchers.get(JSON.stringify(keys), async () =>
        makeMatcher({ ...index, reports: [...index.reports, ...(await opened).filter((report) => report !== null)] }),
      );
      const closed = [...bundled.keys(), ...chosen].filter((id) => !open.has(id));
      const texts = new Map((await opened).map((report) => [report?.id, report?.text]));
      return matcher.match(text, { top, exclude: closed }).flatMap(({ reportId, ...match }) => {
        const holding = open.get(reportId);
        const source = bundled.get(reportId)?.text ?? texts.get(reportId);
        return holding && source !== undefined ? [{ holding, ...match, quote: quoteOf(source, match) }] : [];
      });
    },

    async figures(indicator) {
      const [reports, rows] = await Promise.all([kept(), store.figures(indicator)]);
      const found: Figures[] = whole.map((report) => ({
        holding: toHolding(report),
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
      const [reports, rows] = await Promise.all([kept(), store.definitions(term)]);
      const found: Defined[] = whole.flatMap((report) =>
        report.glossary
          .filter((definition) => definition.term === term || definition.aliases.includes(term))
          .map((definition) => ({ holding: toHolding(report), definition })),
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

    refresh() {
      shelf = undefined;
    },
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

function toHolding(report: BundledReport): Holding {
  const { id, kind, short, text } = report;
  const nobody = { origin: null, added: null, readBy: null, corrected: false };
  return { id, kind, short, ...identityOf(report), length: text.length, ...nobody };
}

function passes(holding: Holding, { place, level, from, to, kind, origin }: Filter): boolean {
  return (
    (place === undefined || holding.place === place) &&
    (level === undefined || holding.level === level) &&
    (from === undefined || holding.year >= from) &&
    (to === undefined || holding.year <= to) &&
    (kind === undefined || holding.kind === kind) &&
    (origin === undefined || (holding.origin === null) === (origin === 'bundled'))
  );
}

/** The beginning of a passage, its heading left out. */
function quoteOf(text: string, { start, heading }: { start: number; heading: string }): string {
  const [, , passage] = snippet(text, start, start, QUOTE);
  const rest = passage.startsWith(heading) ? passage.slice(heading.length) : passage;
  return rest.replace(/^[。：，]/, '');
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
