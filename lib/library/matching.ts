import { openingOf } from '../corpus/lookup';
import { type Matcher, makeMatcher } from '../corpus/match';
import type { BundledReport, ReportIndex } from '../corpus/types';
import { normalise } from '../text/normal';
import { createCache } from './cache';
import { holdingOf } from './prepare';
import { openPassages } from './read';
import type { Shelf } from './shelf';
import type { LibraryStore } from './store';
import type { Library } from './types';

/**
 * How many added reports are looked into for one text. With five of fifteen the best match is among the three that are
 * best of all in 64 of 70 cases, and its score 0.007 lower on average; see sketch.ts for what was put to them.
 */
const LOOKED_INTO = 12;
/** Reports read into passages, some 100 KB each, and matchers over sets of them, some 5 MB each. */
const REPORTS_KEPT = 64;
const MATCHERS_KEPT = 4;

/**
 * Matching over the whole library: sketches choose the added reports whose passages come nearest to a text, and the
 * matcher of lib/corpus weighs their passages together with those of the bundled reports.
 */
export function createMatching(shelf: Shelf, store: Pick<LibraryStore, 'text'>, index: ReportIndex): Library['match'] {
  const reports = createCache<Promise<BundledReport | null>>(REPORTS_KEPT);
  const matchers = createCache<Promise<Matcher>>(MATCHERS_KEPT);

  const open = async (id: string, readBy: string | null) =>
    reports.get(`${id} ${readBy}`, async () => {
      const [report, text] = [(await shelf.kept()).get(id), await store.text(id)];
      return report && text !== undefined ? openPassages(holdingOf(report), text) : null;
    });

  return async (text, { top = 3, exclude = [], filter = {} } = {}) => {
    const holdings = new Map((await shelf.holdings(filter)).map((holding) => [holding.id, holding]));
    for (const id of exclude) holdings.delete(id);
    const [kept, { sketches }] = [await shelf.kept(), await shelf.signatures()];
    const chosen = sketches
      .best(normalise(text).text, LOOKED_INTO, (id) => holdings.has(id))
      .sort()
      .map((id) => [id, kept.get(id)?.readBy ?? null] as const);
    const opened = (await Promise.all(chosen.map(([id, readBy]) => open(id, readBy)))).filter((each) => each !== null);
    // All bundled reports are among what is weighed, asked for or not: they say what is common in reports.
    const matcher = await matchers.get(JSON.stringify(chosen), async () =>
      makeMatcher({ ...index, reports: [...index.reports, ...opened] }),
    );
    const sources = new Map([...index.reports, ...opened].map((report) => [report.id, report.text]));
    const closed = [...sources.keys()].filter((id) => !holdings.has(id));
    return matcher.match(text, { top, exclude: closed }).map(({ reportId, ...match }) => ({
      holding: holdings.get(reportId)!,
      ...match,
      quote: openingOf(sources.get(reportId)!, match),
    }));
  };
}
