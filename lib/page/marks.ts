import type { Analysis } from '../analyze';
import type { BundledReport } from '../corpus/types';
import { telling, type Version } from '../corpus/versions';
import type { Mention } from '../glossary/types';
import type { Observation } from '../indicators/types';
import type { AnchorResult, Note } from '../notes/types';
import type { Difference } from '../report/compare';

/** A note with the place that it was found at on this page. */
export interface PlacedNote {
  note: Note;
  place: AnchorResult;
}

/** Something that is painted on the page and explained by a card. Offsets are into the mapped text. */
export type Mark =
  | { kind: 'term'; start: number; end: number; mention: Mention }
  | { kind: 'figure'; start: number; end: number; observation: Observation }
  | { kind: 'number'; start: number; end: number }
  | { kind: 'difference'; start: number; end: number; difference: Difference; report: BundledReport }
  | { kind: 'note'; start: number; end: number; placed: PlacedNote };

/** The marks of a document in reading order; where two begin together the shorter comes first. */
export function marksOf(
  analysis: Pick<Analysis, 'text' | 'mentions' | 'observations' | 'unread'>,
  notes: readonly PlacedNote[],
  version: Version | null = null,
): Mark[] {
  const marks: Mark[] = [
    ...differencesOf(version, analysis),
    ...analysis.unread.map(({ start, end }): Mark => ({ kind: 'number', start, end })),
    ...analysis.mentions.map((mention): Mark => ({ kind: 'term', start: mention.start, end: mention.end, mention })),
    ...analysis.observations.map(
      (observation): Mark => ({ kind: 'figure', start: observation.start, end: observation.end, observation }),
    ),
    ...notes.flatMap(({ note, place }): Mark[] =>
      place.start === null || place.end === null
        ? []
        : [{ kind: 'note', start: place.start, end: place.end, placed: { note, place } }],
    ),
  ];
  return marks.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Where the page has nothing in place of the bundled words, the mark stands on the characters around the gap. */
function differencesOf(version: Version | null, { text }: Pick<Analysis, 'text'>): Mark[] {
  if (!version) return [];
  const { report, comparison } = version;
  return telling(comparison.differences).map((difference): Mark => {
    const { start, end } = difference.after;
    const isGap = start === end;
    return {
      kind: 'difference',
      start: isGap ? Math.max(0, start - 1) : start,
      end: isGap ? Math.min(text.length, end + 1) : end,
      difference,
      report,
    };
  });
}

/** Finds the marks that hold an offset, innermost first, in logarithmic time for marks of bounded length. */
export function makeMarkFinder(marks: readonly Mark[]): (offset: number) => Mark[] {
  const longest = marks.reduce((length, mark) => Math.max(length, mark.end - mark.start), 0);
  return (offset) => {
    let low = 0;
    let high = marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (marks[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    const found: Mark[] = [];
    for (let i = low - 1; i >= 0 && marks[i]!.start >= offset - longest; i--) {
      if (offset < marks[i]!.end) found.push(marks[i]!);
    }
    return found.sort((a, b) => a.end - a.start - (b.end - b.start));
  };
}
