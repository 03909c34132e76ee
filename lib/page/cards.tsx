import type { ComponentChild } from 'preact';
import { DifferenceCard } from '../../components/DifferenceCard';
import { type CopyForm, FigureCard } from '../../components/FigureCard';
import { NoteCard } from '../../components/NoteCard';
import { NumberCard } from '../../components/NumberCard';
import { SectionsCard } from '../../components/SectionsCard';
import { TermCard } from '../../components/TermCard';
import type { Analysis } from '../analyze';
import { findWords, lookUpIndicator, lookUpTerm, type Place, type ShownMatch } from '../corpus/lookup';
import type { ReportIndex } from '../corpus/types';
import { citationText, formatValue, tsvRow } from '../indicators/describe';
import { seriesOf } from '../indicators/series';
import { indicatorHash, termHash } from '../library/address';
import type { Messages } from '../locales/zh_CN';
import type { Note } from '../notes/types';
import { sectionAt } from '../report/sectionAt';
import { sentenceAround } from '../text/sentence';
import { copyText } from './clipboard';
import type { Mark } from './marks';

/** A heading in a sentence is cut after so many characters. */
const MOST_HEADING = 24;

export interface CardActions {
  openReader(place: { reportId: string; start: number; end: number }): void;
  /** Opens a place or another page of the reader, given as its hash. */
  openLink(hash: string): void;
  /** Opens the editor on a passage, or on a note that stands there. */
  writeNote(passage: { start: number; end: number }, note?: Note): void;
  removeNote(note: Note): Promise<void>;
  markKnown(term: string): void;
  /** Shows the card of a term in place of the one that is open. */
  showTerm(term: string): void;
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
  const onNote = () => actions.writeNote(mark);
  const frame = { t, onClose: actions.close };
  switch (mark.kind) {
    case 'term':
      return termCardOf(mark.mention.term, mark, { index, analysis, t, actions });
    case 'figure': {
      const { observation } = mark;
      const { indicator } = observation;
      const sentence = sentenceAround(analysis.text, mark.start, mark.end);
      const onCopy = (form: CopyForm) => {
        if (form === 'text') copyText(sentence);
        else if (form === 'tsv') copyText(tsvRow(observation, t.status[observation.status]));
        else copyText(citationOf(analysis, { ...mark, text: sentence }));
      };
      return (
        <FigureCard
          {...frame}
          key={mark.start}
          observation={observation}
          indicatorName={index.indicators.find(({ id }) => id === indicator)?.name ?? null}
          sentence={sentence}
          rows={indicator === null ? [] : seriesOf(observation, lookUpIndicator(index, indicator))}
          onGo={onGo}
          onCopy={onCopy}
          onNote={onNote}
          onPage={() => indicator !== null && actions.openLink(indicatorHash({ id: indicator, places: [] }))}
        />
      );
    }
    case 'difference': {
      const { difference, report } = mark;
      return (
        <DifferenceCard
          {...frame}
          key={`difference ${mark.start}`}
          difference={difference}
          report={report}
          onGo={() => onGo({ report, start: difference.before.start, end: difference.before.end })}
        />
      );
    }
    case 'number':
      return (
        <NumberCard {...frame} key={mark.start} words={analysis.text.slice(mark.start, mark.end)} onNote={onNote} />
      );
    case 'note': {
      const { note, place } = mark.placed;
      return (
        <NoteCard
          {...frame}
          key={note.id}
          note={note}
          place={place}
          onEdit={() => actions.writeNote(mark, note)}
          onReader={actions.openLink}
          onRemove={() => actions.removeNote(note)}
        />
      );
    }
  }
}

/** The card of a term; `passage` is where a note on it would go, null when the page does not hold the term. */
export function termCardOf(
  term: string,
  passage: { start: number; end: number } | null,
  { index, analysis, t, actions }: CardContext,
): ComponentChild {
  const place = passage ?? analysis.mentions.find((mention) => mention.term === term) ?? null;
  return (
    <TermCard
      key={term}
      entry={lookUpTerm(index, term, analysis.report)}
      own={analysis.glossary.find((definition) => definition.term === term) ?? null}
      t={t}
      onGo={({ report, start, end }) => actions.openReader({ reportId: report.id, start, end })}
      onNote={() => place && actions.writeNote(place)}
      onKnown={() => actions.markKnown(term)}
      onTerm={actions.showTerm}
      onPage={() => actions.openLink(termHash(term))}
      onWrong={(meaning) => copyText(t.correction(term, meaning, analysis.report?.title ?? document.title))}
      onClose={actions.close}
    />
  );
}

/** A few words that tell a mark from the others at its place. */
export function labelOf(mark: Mark, { analysis, t }: Pick<CardContext, 'analysis' | 't'>): string {
  switch (mark.kind) {
    case 'difference':
      return t.differs;
    case 'number':
      return analysis.text.slice(mark.start, mark.end);
    case 'term':
      return mark.mention.term;
    case 'figure':
      return `${mark.observation.name} ${formatValue(mark.observation)}`;
    case 'note':
      return t.note;
  }
}

/** The card that lists the matching passages of the bundled reports, and `added` those of the reader's own. */
export function sectionsOf(
  passage: { heading: string; text: string | null; terms: string[] },
  matches: readonly ShownMatch[],
  added: readonly ShownMatch[] | Error,
  { index, t, actions }: CardContext,
): ComponentChild {
  const { heading, text, terms } = passage;
  return (
    <SectionsCard
      heading={heading.length > MOST_HEADING ? `${heading.slice(0, MOST_HEADING)}…` : heading}
      terms={terms}
      same={text ? findWords(index, text) : []}
      matches={matches}
      added={added}
      t={t}
      onTerm={actions.showTerm}
      onPlace={({ report, start, end }) => actions.openReader({ reportId: report.id, start, end })}
      onGo={actions.openReader}
      onClose={actions.close}
    />
  );
}

/** A passage as a paper quotes it: the words, the report with the section that they stand in, the page's address. */
export function citationOf({ report, sections }: Analysis, { start, text }: { start: number; text: string }): string {
  return citationText({
    sentence: text,
    report: report?.title ?? document.title,
    section: sectionAt(sections, start)?.heading ?? '',
    url: location.href,
  });
}
