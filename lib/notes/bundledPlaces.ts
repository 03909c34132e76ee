import type { BundledReport } from '../corpus/types';
import { type Anchorer, createAnchorer } from './anchor';
import type { NotePlace } from './notebook';
import type { AnchorResult, Note } from './types';

/** The best first. */
const ORDER: readonly AnchorResult['state'][] = ['exact', 'moved', 'edited', 'value_changed', 'ambiguous', 'orphaned'];

type Carrier = Pick<BundledReport, 'id' | 'place' | 'year' | 'partOf' | 'text'>;

/**
 * Finds notes in the bundled texts: the place in the carrier of the note's report that has it best, the whole report
 * before a part of it; null for a note whose report is not bundled. A text is read when the first note asks for it.
 */
export function createBundledPlaces(reports: readonly Carrier[]): (note: Note) => NotePlace | null {
  const anchorers = new Map<string, Anchorer>();
  const anchorerOf = ({ id, text }: Carrier) => {
    const known = anchorers.get(id);
    if (known) return known;
    const made = createAnchorer(text);
    anchorers.set(id, made);
    return made;
  };
  const wholeFirst = reports.toSorted((a, b) => Number(a.partOf !== null) - Number(b.partOf !== null));

  return ({ report, target }) => {
    if (!report) return null;
    let best: NotePlace | null = null;
    for (const carrier of wholeFirst) {
      if (carrier.place !== report.place || carrier.year !== report.year) continue;
      const result = anchorerOf(carrier)(target.selector);
      if (!best || rank(result) < rank(best.result)) best = { reportId: carrier.id, result };
      if (rank(best.result) <= 1) break;
    }
    return best;
  };
}

function rank({ state }: AnchorResult): number {
  return ORDER.indexOf(state);
}
