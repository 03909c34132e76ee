import { normalise } from '../text/normal';
import { hashOf, saySame } from './duplicates';
import { missingOf } from './identity';
import { holdingOf, type Prepared } from './prepare';
import { bundledHolding, type Shelf } from './shelf';
import type { LibraryStore } from './store';
import type { Holding } from './types';

/** Makes the look-up of the holding, bundled or added, that says the same as a text on its way in; null for none. */
export function createTwins(
  { bundled }: Shelf,
  store: Pick<LibraryStore, 'byHash' | 'byWhose' | 'text'>,
): (prepared: Prepared) => Promise<Holding | null> {
  const hash = async () => {
    const reports = [...bundled.values()];
    return new Map(
      await Promise.all(reports.map(async (report) => [await hashOf(normalise(report.text)), report] as const)),
    );
  };
  let hashes: ReturnType<typeof hash> | undefined;

  return async ({ report, normal }) => {
    hashes ??= hash();
    const same = (await hashes).get(report.hash);
    if (same) return bundledHolding(same);
    const twin = await store.byHash(report.hash);
    if (twin) return holdingOf(twin);
    if (missingOf(report).length > 0) return null;
    const isAlike = ({ kind, place, year }: Pick<Holding, 'kind' | 'place' | 'year'>) =>
      kind === report.kind && place === report.place && year === report.year;
    for (const one of bundled.values()) {
      if (isAlike(one) && saySame(normalise(one.text), normal)) return bundledHolding(one);
    }
    for (const one of await store.byWhose(report.place, report.year)) {
      const text = isAlike(one) ? await store.text(one.id) : undefined;
      if (text !== undefined && saySame(normalise(text), normal)) return holdingOf(one);
    }
    return null;
  };
}
