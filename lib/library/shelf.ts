import type { BundledReport, ReportIndex } from '../corpus/types';
import type { Covering } from './coverage';
import { holdingOf } from './prepare';
import { identityOf } from './read';
import { fillOf } from './signature';
import type { KeptReport, LibraryStore } from './store';
import type { Filter, Holding } from './types';

/**
 * What of the library is held in memory: all holdings and, once somebody searches, the signatures of the added ones (some
 * 10 KB a report together). Texts and rows stay on the disk.
 */
export interface Shelf {
  bundled: ReadonlyMap<string, BundledReport>;
  /** The bundled reports that are no parts of others: what a part carries stands in the whole as well. */
  whole: readonly BundledReport[];
  kept(): Promise<ReadonlyMap<string, KeptReport>>;
  holdings(filter?: Filter): Promise<Holding[]>;
  /** Signatures of the added reports by id; a report that nobody has read has none. */
  signatures(): Promise<ReadonlyMap<string, Covering>>;
  /** Takes over what has just been written, so that the shelf need not be read anew. */
  change(change: (reports: Map<string, KeptReport>) => void): Promise<void>;
  /** Reads everything anew when it is asked for next, because somebody else has written. */
  refresh(): void;
}

export function createShelf(store: LibraryStore, index: ReportIndex): Shelf {
  const bundledHoldings = index.reports.map(bundledHolding);

  let reports: Promise<Map<string, KeptReport>> | undefined;
  const kept = () => {
    reports ??= store.all().then((all) => new Map(all.map((report) => [report.id, report])));
    reports.catch(() => {
      reports = undefined;
    });
    return reports;
  };

  let loaded: Promise<Map<string, Covering & { readBy: string | null }>> | undefined;
  const signatures = async () => {
    const now = await kept();
    const covering = (id: string, bits: Uint8Array) => ({
      bits,
      fill: fillOf(bits),
      readBy: now.get(id)?.readBy ?? null,
    });
    loaded ??= store.signatures().then((all) => new Map([...all].map(([id, bits]) => [id, covering(id, bits)])));
    loaded.catch(() => {
      loaded = undefined;
    });
    const known = await loaded;
    for (const id of known.keys()) if (!now.has(id)) known.delete(id);
    for (const { id, readBy } of now.values()) {
      if (readBy === null || known.get(id)?.readBy === readBy) continue;
      const bits = await store.signature(id);
      if (bits) known.set(id, covering(id, bits));
    }
    return known;
  };

  return {
    bundled: new Map(index.reports.map((report) => [report.id, report])),
    whole: index.reports.filter(({ partOf }) => partOf === null),
    kept,
    async holdings(filter = {}) {
      const added = [...(await kept()).values()].map(holdingOf);
      return [...bundledHoldings, ...added].filter((holding) => passes(holding, filter));
    },
    signatures,
    async change(change) {
      if (reports) await reports.then(change, () => {});
    },
    refresh() {
      reports = undefined;
    },
  };
}

/** A bundled report as a holding. */
export function bundledHolding(report: BundledReport): Holding {
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
