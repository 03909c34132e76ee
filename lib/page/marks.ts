import type { Analysis } from '../analyze';
import type { Mention } from '../glossary/types';
import type { Observation } from '../indicators/types';
import type { AnchorResult, Note } from '../notes/types';

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
  | { kind: 'note'; start: number; end: number; placed: PlacedNote };

/** The marks of a document in reading order; where two begin together the shorter comes first. */
export function marksOf(
  analysis: Pick<Analysis, 'mentions' | 'observations' | 'unread'>,
  notes: readonly PlacedNote[],
): Mark[] {
  const marks: Mark[] = [
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
