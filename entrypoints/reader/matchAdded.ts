import { bestOfEach, MATCHES_ASKED, type ShownMatch } from '../../lib/corpus/lookup';
import type { BundledReport } from '../../lib/corpus/types';
import { library } from './library';

/** Asks the reader's own reports, the one that is being read left out, for the passages that treat the matter of a text. */
export function matchAdded(page: BundledReport): (query: string) => Promise<ShownMatch[]> {
  return async (query) => {
    const filter = { origin: 'added' } as const;
    const matches = await library.match(query, { top: MATCHES_ASKED, exclude: [page.id], filter });
    return bestOfEach(matches, ({ holding }) => holding, page).map(({ holding, quote, ...match }) => ({
      match: { reportId: holding.id, ...match },
      report: holding.short,
      quote,
    }));
  };
}
