import type { ComponentChild } from 'preact';
import { FigureCard, formatValue } from '../../components/FigureCard';
import { NoteCard } from '../../components/NoteCard';
import { NoteEditor } from '../../components/NoteEditor';
import { SectionsCard } from '../../components/SectionsCard';
import { TermCard } from '../../components/TermCard';
import type { Analysis } from '../analyze';
import { lookUpIndicator, lookUpTerm, type Place, sectionAt, snippet } from '../corpus/lookup';
import type { Match, ReportIndex } from '../corpus/types';
import type { Messages } from '../locales/zh_CN';
import type { Note } from '../notes/types';
import { sentenceAround } from '../text/sentence';
import { copyText } from './clipboard';
import type { Mark } from './marks';

export interface CardActions {
  openReader(place: { reportId: string; start: number; end: number }): void;
  /** Opens the editor on a passage, or on a note that stands there. */
  writeNote(passage: { start: number; end: number }, note?: Note): void;
  removeNote(note: Note): Promise<void>;
  close(): void;
}

export interface CardContext {
  index: ReportIndex;
  analysis: Analysis;
  t: Messages;
  actions: CardActions;
}

/** The card that explains a mark. */
export function cardOf(mark: Mark, { index, analysis, t, actions }: CardContext): ComponentChild {
  const onGo = ({ report, start, end }: Place) => actions.openReader({ reportId: report.id, start, end });
  const frame = { t, onClose: actions.close };
  switch (mark.kind) {
    case 'term': {
      const { term } = mark.mention;
      return (
        <TermCard
          {...frame}
          key={term}
          entry={lookUpTerm(index, term)}
          own={analysis.glossary.find((definition) => definition.term === term) ?? null}
          onGo={onGo}
          onNote={() => actions.writeNote(mark)}
        />
      );
    }
    case 'figure': {
      const { observation } = mark;
      const { indicator, measure } = observation;
      const places = indicator === null ? [] : lookUpIndicator(index, indicator);
      return (
        <FigureCard
          {...frame}
          key={mark.start}
          observation={observation}
          indicatorName={index.indicators.find(({ id }) => id === indicator)?.name ?? null}
          places={places.filter((place) => place.observation.measure === measure)}
          onGo={onGo}
          onCopy={() => copyText(citationOf(analysis, mark))}
          onNote={() => actions.writeNote(mark)}
        />
      );
    }
    case 'note': {
      const { note, place } = mark.placed;
      return (
        <NoteCard
          {...frame}
          key={note.id}
          note={note}
          place={place}
          onEdit={() => actions.writeNote(mark, note)}
          onRemove={() => actions.removeNote(note)}
        />
      );
    }
  }
}

/** A few words that tell a mark from the others at its place. */
export function labelOf(mark: Mark, t: Messages): string {
  switch (mark.kind) {
    case 'term':
      return mark.mention.term;
    case 'figure':
      return `${mark.observation.name} ${formatValue(mark.observation)}`;
    case 'note':
      return t.note;
  }
}

/** The card in which a note is written. */
export function editorOf(
  passage: { quote: string; text: string; key: string },
  { t, actions }: CardContext,
  onSave: (text: string) => Promise<void>,
  onInput: (text: string) => void,
): ComponentChild {
  const { quote, text, key } = passage;
  return (
    <NoteEditor key={key} quote={quote} text={text} t={t} onSave={onSave} onInput={onInput} onClose={actions.close} />
  );
}

/** The card that lists the matching passages of the bundled reports. */
export function sectionsOf(
  heading: string,
  matches: readonly Match[],
  { index, t, actions }: CardContext,
): ComponentChild {
  const shown = matches.flatMap((match) => {
    const report = index.reports.find(({ id }) => id === match.reportId);
    if (!report) return [];
    const [, , passage] = snippet(report.text, match.start, match.start, 90);
    // The heading stands above the quotation already.
    const quote = passage.startsWith(match.heading)
      ? passage.slice(match.heading.length).replace(/^[。：，]/, '')
      : passage;
    return [{ match, report: report.short, quote }];
  });
  return <SectionsCard heading={heading} matches={shown} t={t} onGo={actions.openReader} onClose={actions.close} />;
}

function citationOf({ text, report, sections }: Analysis, { start, end }: Mark): string {
  const where = [report?.title ?? document.title, sectionAt(sections, start)?.heading].filter(Boolean).join('，');
  return `“${sentenceAround(text, start, end)}”（${where}）`;
}
