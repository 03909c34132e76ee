import { bestOfEach, MATCHES_ASKED, type ShownMatch } from '../../lib/corpus/lookup';
import type { BundledReport } from '../../lib/corpus/types';
import { reasonOf } from '../../lib/locales/reasons';
import { library } from './library';
import type { Parts } from './view';

/** Asks the reader's own reports, the one that is being read left out, for the passages that treat the matter of a text. */
export function matchAdded(page: BundledReport, { t }: Pick<Parts, 't'>): (query: string) => Promise<ShownMatch[]> {
  return async (query) => {
    const options = { top: MATCHES_ASKED, exclude: [page.id], filter: { origin: 'added' } } as const;
    const matches = await library.match(query, options).catch((error) => {
      throw new Error(reasonOf(error, t.lang));
    });
    return bestOfEach(matches, ({ holding }) => holding, page).map(({ holding, quote, ...match }) => ({
      match: { reportId: holding.id, ...match },
      report: holding.short,
      quote,
    }));
  };
}
