import type { BundledReport, ReportIndex } from '../corpus/types';
import { holdingOf } from './prepare';
import { identityOf, type Signature } from './read';
import { createSketches, type Sketches } from './sketch';
import type { KeptReport, LibraryStore } from './store';
import type { Filter, Holding } from './types';

/**
 * What of the library is held in memory: all holdings and, once somebody searches, the signatures of the added ones (some
 * 20 KB a report). Texts and rows stay on the disk.
 */
export interface Shelf {
  bundled: ReadonlyMap<string, BundledReport>;
  /** The bundled reports that are no parts of others: what a part carries stands in the whole as well. */
  whole: readonly BundledReport[];
  kept(): Promise<ReadonlyMap<string, KeptReport>>;
  holdings(filter?: Filter): Promise<Holding[]>;
  /** The signatures of the added reports; a report that nobody has read has none. */
  signatures(): Promise<{ bits: ReadonlyMap<string, Uint8Array>; sketches: Sketches }>;
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

  /** The reading that each signature in memory is of. */
  const readings = new Map<string, string | null>();
  const bits = new Map<string, Uint8Array>();
  const sketches = createSketches();
  const put = (id: string, signature: Signature, readBy: string | null) => {
    readings.set(id, readBy);
    bits.set(id, signature.bits);
    sketches.set(id, signature.sketches);
  };
  const drop = (id: string) => {
    readings.delete(id);
    bits.delete(id);
    sketches.delete(id);
  };
  let loaded: Promise<void> | undefined;
  const signatures = async () => {
    const now = await kept();
    loaded ??= store.signatures().then((all) => {
      for (const [id, signature] of all) put(id, signature, now.get(id)?.readBy ?? null);
    });
    loaded.catch(() => {
      loaded = undefined;
    });
    await loaded;
    for (const id of [...readings.keys()]) if (!now.has(id)) drop(id);
    for (const { id, readBy } of now.values()) {
      if (readBy === null || readings.get(id) === readBy) continue;
      const signature = await store.signature(id);
      if (signature) put(id, signature, readBy);
    }
    return { bits, sketches };
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
