import { type Comparison, compareVersionsInSteps, type Difference, sharedTextInSteps } from '../report/compare';
import type { Steps } from '../steps';
import { normalise } from '../text/normal';
import type { BundledReport, ReportIndex } from './types';

/** Above this share of common text two documents are versions of one; see sharedText for the measured figures. */
const SAME = 0.5;

/** A bundled version of a document, and how the document differs from it. */
export interface Version {
  report: BundledReport;
  comparison: Comparison;
}

/** The bundled documents that carry the same report: of its place and year, `id` itself left out. */
export function carriersOf(
  index: ReportIndex,
  { place, year }: { place: string; year: number },
  id?: string,
): BundledReport[] {
  return index.reports.filter(
    (report) => report.kind !== 'article' && report.place === place && report.year === year && report.id !== id,
  );
}

/**
 * The bundled version that shares most with a text, and the differences; null when none is the same document. Offsets of
 * `before` are into the bundled report, those of `after` into the text. In steps of a few milliseconds.
 */
export function* compareWithBundled(
  index: ReportIndex,
  text: string,
  identity: { place: string; year: number },
  id?: string,
): Steps<Version | null> {
  const normal = normalise(text);
  let best: { report: BundledReport; shared: number } | null = null;
  for (const report of carriersOf(index, identity, id)) {
    yield;
    const shared = yield* sharedTextInSteps(normalise(report.text), normal);
    if (shared > SAME && shared > (best?.shared ?? 0)) best = { report, shared };
  }
  yield;
  return (
    best && { report: best.report, comparison: yield* compareVersionsInSteps(normalise(best.report.text), normal) }
  );
}

/** A line that a site sets among the text: where it comes from, when it was put up, the size of the letters. */
const SITE_LINE = /来源|发布(?:时间|日期)|发布机构|【?字[体号]|打印|分享|浏览次数|责任编辑|索引号/;

/**
 * The differences that a reader wants to know of. Punctuation is the typesetter's, and what a site sets around the text
 * is no part of the report.
 */
export function telling(differences: readonly Difference[]): Difference[] {
  return differences.filter(
    ({ matter, before, after }) => matter !== 'punctuation' && !(before.text === '' && SITE_LINE.test(after.text)),
  );
}
