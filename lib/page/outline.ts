import type { Analysis } from '../analyze';
import { snippet } from '../corpus/lookup';
import { formatValue } from '../indicators/describe';
import type { AnchorResult } from '../notes/types';
import { quoteOf, wordsOf } from '../notes/words';
import { sectionAt } from '../report/sectionAt';
import type { Detection, Section } from '../report/types';
import type { Mark, PlacedNote } from './marks';

/** A mark as a list shows it. */
export interface ListedMark {
  kind: Mark['kind'];
  label: string;
  /** The words around it, or the note's own. */
  detail: string;
  sectionId: string;
  start: number;
  end: number;
}

/** A note, or a draft of one, whose passage this page does not hold. */
export interface LostNote {
  id: string;
  text: string;
  quote: string;
  state: AnchorResult['state'] | 'draft';
}

/** Everything that was found on a page, in reading order, for the side panel. Plain data: it crosses to another page. */
export interface PageOutline {
  title: string;
  detection: Detection;
  /** `end` is that of the heading. */
  sections: Pick<Section, 'id' | 'level' | 'heading' | 'start' | 'end'>[];
  marks: ListedMark[];
  lost: LostNote[];
}

/** Lists what a page's analysis and notes hold. */
export function outlineOf(
  title: string,
  analysis: Analysis,
  marks: readonly Mark[],
  placed: readonly PlacedNote[],
): PageOutline {
  const { text, sections, detection } = analysis;
  return {
    title: analysis.report?.title ?? title,
    detection,
    sections: sections.map((section) => {
      const { id, level, heading, start } = section;
      return { id, level, heading, start, end: headingEnd(text, section) };
    }),
    marks: marks.map((mark) => ({
      kind: mark.kind,
      ...labelled(mark, text),
      sectionId: sectionAt(sections, mark.start)?.id ?? '',
      start: mark.start,
      end: mark.end,
    })),
    lost: placed.flatMap(({ note, place }) => {
      if (place.start !== null) return [];
      return [
        {
          id: note.id,
          text: wordsOf(note),
          quote: quoteOf(note).exact,
          state: place.state,
        },
      ];
    }),
  };
}

/** Where a section's heading ends in the text, which may have space and marks that the heading is read without. */
export function headingEnd(text: string, { start, heading }: Pick<Section, 'start' | 'heading'>): number {
  let read = 0;
  for (let i = start; i < text.length && i < start + 2 * heading.length + 8; i++) {
    if (text[i] === heading[read]) read++;
    if (read === heading.length) return i + 1;
  }
  return start + heading.length;
}

function labelled(mark: Mark, text: string): Pick<ListedMark, 'label' | 'detail'> {
  const around = snippet(text, mark.start, mark.end).join('');
  switch (mark.kind) {
    case 'term':
      return { label: mark.mention.term, detail: around };
    case 'figure':
      return { label: `${mark.observation.name} ${formatValue(mark.observation)}`, detail: around };
    case 'number':
    case 'difference':
      return { label: text.slice(mark.start, mark.end), detail: around };
    case 'note':
      return { label: text.slice(mark.start, mark.end), detail: wordsOf(mark.placed.note) };
  }
}
