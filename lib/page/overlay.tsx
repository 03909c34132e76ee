import type { ComponentChild } from 'preact';
import { MarkChoice } from '../../components/MarkChoice';
import { SelectionBar } from '../../components/SelectionBar';
import { type Analysis, analyze } from '../analyze';
import { knowledgeOf } from '../corpus/lookup';
import { type Matcher, makeMatcher } from '../corpus/match';
import type { Match, ReportIndex } from '../corpus/types';
import { type ExportFormat, exportFigures, type FigureRow, figureRows } from '../indicators/table';
import type { Messages } from '../locales/zh_CN';
import { anchor, createAnchorer } from '../notes/anchor';
import type { Note, NoteDraft, Selector } from '../notes/types';
import type { PageHints } from '../report/detect';
import { sectionAt } from '../report/sectionAt';
import type { Detection, ReportIdentity } from '../report/types';
import { describe } from '../text/quote';
import { type CardContext, cardOf, editorOf, labelOf, sectionsOf } from './cards';
import { makeHitTest, rectsOf } from './hitTest';
import { watchHover } from './hover';
import { watchKeys } from './keys';
import { type Mark, marksOf, type PlacedNote } from './marks';
import { makePainter } from './paint';
import { reveal } from './reveal';
import { selectedPassage } from './selection';
import { type Anchor, makeSurface } from './surface';
import { mapText, type Span, type TextMap } from './textMap';

/** The notes as a page may use them; see lib/notes/client.ts. */
export interface NotesClient {
  list(report: Note['report']): Promise<Note[]>;
  save(draft: NoteDraft): Promise<Note>;
  remove(note: Pick<Note, 'id' | 'report'>): Promise<void>;
  onChange(listener: () => void): () => void;
}

export interface OverlayOptions {
  /** The element that holds the document; it is watched for changes. */
  scope: Element;
  /** Finds the document's text among what else stands in the scope; the whole scope if left out. */
  findText?: (scope: Element) => Element;
  index: ReportIndex;
  notes: NotesClient;
  t: Messages;
  hints?: PageHints;
  /** The identity of a document that is bundled, so that it need not be found in the text. */
  known?: ReportIdentity;
  /** The bundled report that the page shows, left out of its own matching sections. */
  reportId?: string;
  openReader: (place: { reportId: string; start: number; end: number }) => void;
  signal: AbortSignal;
}

/** What was found on a page, for the popup. */
export interface OverlaySummary {
  detection: Detection;
  terms: number;
  figures: FigureRow[];
  /** Figures that were not read in full. */
  unread: number;
  notes: number;
  lostNotes: number;
}

export interface Overlay {
  summary(): OverlaySummary;
  /** Shows the card of what is marked at a place, brought into view. */
  showAt(place: { start: number; end: number }): void;
  /** All figures of the document as a file. */
  exportFigures(format: ExportFormat): string;
  /** Marks the passage that selectors describe and brings it into view; false when the page does not hold it. */
  goTo(selectors: readonly Selector[]): boolean;
}

/** How long the page must be still after a change before it is read again, in milliseconds. */
const STILL = 500;
/** The list of matching sections has the best passage of so many reports. */
const MOST_MATCHES = 5;
/** A section speaks for itself by its heading and its first paragraphs: so many characters. */
const LONGEST_QUERY = 900;

/**
 * Reads the document in `scope`, paints its terms, figures and notes, and explains them on hover, tap and key. The
 * page's own nodes are never changed; aborting the signal takes everything away.
 */
export function startOverlay(options: OverlayOptions): Overlay {
  const { scope, findText = () => scope, index, notes, t, openReader, signal } = options;
  const knowledge = knowledgeOf(index);
  const painter = makePainter(document, findText(scope));
  const surface = makeSurface(signal);
  /** What was typed and not stored, by note or passage: closing the editor loses nothing. */
  const drafts = new Map<string, string>();
  /** A hover card goes with the pointer, a pinned one stays until it is closed, a bar goes with the selection. */
  let mode: 'closed' | 'hover' | 'pinned' | 'bar' = 'closed';
  let matcher: Matcher | null = null;
  let stored: Note[] = [];
  /** Where the keyboard stands among the marks, -1 before it was used. */
  let cursor = -1;
  let page = read();

  function read() {
    const map = mapText(findText(scope));
    return withMarks(map, analyze(map.text, knowledge, options.hints, options.known));
  }

  function withMarks(map: TextMap, analysis: Analysis) {
    const find = stored.length > 0 ? createAnchorer(map.text) : null;
    const placed = stored.flatMap((note): PlacedNote[] => (find ? [{ note, place: find(note.target.selector) }] : []));
    const marks = marksOf(analysis, placed);
    return { map, analysis, placed, marks, hit: makeHitTest(map, marks) };
  }

  function paint(): void {
    const spans = (wanted: (mark: Mark) => boolean) => page.marks.filter(wanted).flatMap((mark) => spanOf(mark) ?? []);
    painter.paint(
      'term',
      spans((mark) => mark.kind === 'term'),
    );
    painter.paint(
      'actual',
      spans((mark) => mark.kind === 'figure' && mark.observation.status !== 'target'),
    );
    painter.paint(
      'target',
      spans((mark) => mark.kind === 'figure' && mark.observation.status === 'target'),
    );
    painter.paint(
      'note',
      spans((mark) => mark.kind === 'note'),
    );
  }

  async function refreshNotes(): Promise<void> {
    try {
      stored = await notes.list(reportKey());
    } catch {
      // Without the store the page still has its terms and figures; saving a note says what is wrong.
      return;
    }
    if (signal.aborted) return;
    page = withMarks(page.map, page.analysis);
    paint();
  }

  function reportKey(): Note['report'] {
    const { report } = page.analysis;
    return report && { place: report.place, year: report.year };
  }

  function spanOf({ start, end }: { start: number; end: number }): Span | null {
    return page.map.span(start, end);
  }

  function close(): void {
    mode = 'closed';
    painter.paint('current', []);
    surface.hide();
  }

  function show(as: typeof mode, to: Anchor, content: ComponentChild): void {
    mode = as;
    surface.show(to, content, { focus: as === 'pinned' });
  }

  function showMarks([mark, ...others]: Mark[], to: Anchor, as: 'hover' | 'pinned'): void {
    if (!mark) return;
    const span = spanOf(mark);
    painter.paint('current', span && mark.kind !== 'note' ? [span] : []);
    const choose = (i: number) => showMarks([others[i]!, mark, ...others.filter((_, j) => j !== i)], to, as);
    const labels = others.map((other) => labelOf(other, { analysis: page.analysis, t }));
    show(
      as,
      to,
      <>
        {cardOf(mark, cardContext(to))}
        <MarkChoice others={labels} t={t} onChoose={choose} />
      </>,
    );
  }

  function cardContext(to: Anchor): CardContext {
    const removeNote = async (note: Note) => {
      await notes.remove(note);
      close();
      await refreshNotes();
    };
    const actions = {
      openReader,
      close,
      removeNote,
      writeNote: (passage: { start: number; end: number }, note?: Note) => writeNote(to, passage, note),
    };
    return { index, analysis: page.analysis, t, actions };
  }

  function writeNote(to: Anchor, { start, end }: { start: number; end: number }, note?: Note): void {
    const { text } = page.map;
    const key = note?.id ?? `${start}-${end}`;
    const written = note?.body.map((body) => body.value).join('\n') ?? '';
    const onSave = async (value: string) => {
      const selector = note ? note.target.selector : describe(text, start, end);
      const report = note ? note.report : reportKey();
      await notes.save({ ...(note && { id: note.id }), text: value, selector, report });
      drafts.delete(key);
      close();
      await refreshNotes();
    };
    const passage = { quote: text.slice(start, end), text: drafts.get(key) ?? written, key };
    show(
      'pinned',
      to,
      editorOf(passage, cardContext(to), onSave, (value) => drafts.set(key, value)),
    );
  }

  /** Lists what the bundled reports say on a passage, or on the section that holds an offset. */
  function showSections(to: Anchor, at: { start: number; text?: string }): void {
    matcher ??= makeMatcher(index);
    const section = sectionAt(page.analysis.sections, at.start);
    const ofSection =
      section && page.map.text.slice(section.start, Math.min(section.end, section.start + LONGEST_QUERY));
    const query = at.text ?? ofSection ?? '';
    const exclude = options.reportId ? [options.reportId] : [];
    const best = new Map<string, Match>();
    for (const match of query ? matcher.match(query, { top: 4 * MOST_MATCHES, exclude }) : []) {
      if (!best.has(match.reportId)) best.set(match.reportId, match);
    }
    // Other reports are what the reader asks for; the bundled copy of this one comes last.
    const isSame = ({ reportId }: Match) => {
      const other = index.reports.find(({ id }) => id === reportId);
      return Number(other?.place === page.analysis.report?.place && other?.year === page.analysis.report?.year);
    };
    const matches = [...best.values()].sort((a, b) => isSame(a) - isSame(b)).slice(0, MOST_MATCHES);
    const heading = at.text ? at.text.slice(0, 24) : (section?.heading ?? '');
    show('pinned', to, sectionsOf(heading, matches, cardContext(to)));
  }

  function onSelected(): void {
    if (mode === 'pinned') return;
    const passage = selectedPassage(page.map);
    if (passage) {
      const { anchor: to } = passage;
      const onNote = () => writeNote(to, passage);
      show('bar', to, <SelectionBar t={t} onNote={onNote} onSections={() => showSections(to, passage)} />);
    } else if (mode === 'bar') {
      close();
    }
  }

  /** Where the reader is: at the mark last visited, else a third down the window. */
  function here(): number {
    const visited = page.marks[cursor];
    if (visited) return visited.start;
    const caret = document.caretPositionFromPoint(innerWidth / 2, innerHeight / 3);
    return (caret && page.map.offset(caret.offsetNode, caret.offset)) ?? 0;
  }

  function step(by: 1 | -1): void {
    const { marks } = page;
    const next = marks.findIndex((mark) => mark.start >= here());
    if (marks[cursor]) cursor += by;
    else if (next < 0) cursor = by > 0 ? 0 : marks.length - 1;
    else cursor = by > 0 ? next : next - 1;
    cursor = (cursor + marks.length) % marks.length;
    visit(marks[cursor]);
  }

  function visit(mark: Mark | undefined): void {
    const span = mark && spanOf(mark);
    if (!span) return;
    reveal(span);
    const others = page.marks.filter((other) => other !== mark && other.start < mark.end && mark.start < other.end);
    showMarks([mark, ...others], lineOf(span), 'pinned');
  }

  watchHover(
    {
      hit: (x, y) => page.hit(x, y),
      inside: surface.holds,
      open: () => mode === 'hover' && surface.open,
      show: ({ marks, rect }) => {
        const span = marks[0] && spanOf(marks[0]);
        if (!span || mode === 'pinned' || mode === 'bar') return;
        const line = rectsOf(span).findIndex(({ top, left }) => top === rect.top && left === rect.left);
        showMarks(marks, lineOf(span, line), 'hover');
      },
      hide: () => {
        if (mode === 'hover') close();
      },
    },
    signal,
  );

  watchKeys(
    {
      next: () => step(1),
      previous: () => step(-1),
      note: () => {
        const passage = selectedPassage(page.map) ?? page.marks[cursor];
        const span = passage && spanOf(passage);
        if (span) writeNote(lineOf(span, Number.POSITIVE_INFINITY), passage);
      },
      sections: () => {
        const passage = selectedPassage(page.map);
        if (passage) return showSections(passage.anchor, passage);
        const { left } = scope.getBoundingClientRect();
        showSections(() => new DOMRect(Math.max(8, left), 24, 1, 1), { start: here() });
      },
      close: () => {
        if (mode === 'closed') return false;
        close();
        return true;
      },
    },
    signal,
  );

  const outside = { signal, passive: true, capture: true };
  const onRelease = (event: Event) => {
    if (event.isTrusted && !surface.holds(event)) setTimeout(onSelected);
  };
  addEventListener('pointerup', onRelease, outside);
  addEventListener('keyup', onRelease, outside);
  addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && !surface.holds(event) && mode === 'pinned') close();
    },
    outside,
  );

  let stillness: ReturnType<typeof setTimeout> | undefined;
  const reread = () => {
    const isWhole = page.marks.every((mark) => spanOf(mark)?.startContainer.isConnected);
    if (isWhole && mapText(findText(scope)).text === page.map.text) return;
    page = read();
    cursor = -1;
    paint();
  };
  const observer = new MutationObserver(() => {
    clearTimeout(stillness);
    stillness = setTimeout(reread, STILL);
  });
  observer.observe(scope, { childList: true, characterData: true, subtree: true });

  const stopListening = notes.onChange(() => void refreshNotes());
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(stillness);
    stopListening();
    painter.dispose();
  });

  paint();
  void refreshNotes();

  return {
    summary: () => ({
      detection: page.analysis.detection,
      terms: page.analysis.mentions.length,
      figures: figureRows(page.analysis, index.indicators),
      unread: page.analysis.unread.length,
      notes: page.placed.length,
      lostNotes: page.placed.filter(({ place }) => place.start === null).length,
    }),
    showAt({ start, end }) {
      cursor = page.marks.findIndex((mark) => mark.start === start && mark.end === end);
      visit(page.marks[cursor]);
    },
    exportFigures: (format) => {
      const report = page.analysis.report?.title ?? document.title;
      return exportFigures(page.analysis, format, { report, url: location.href });
    },
    goTo(selectors) {
      const { start, end } = anchor(page.map.text, selectors);
      const span = start !== null && end !== null ? spanOf({ start, end }) : null;
      if (!span) return false;
      painter.paint('target-passage', [span]);
      reveal(span);
      return true;
    },
  };
}

/** Ties a surface to one line of a span, its last where it has fewer. */
function lineOf(span: Span, line = 0): Anchor {
  return () => {
    const rects = rectsOf(span);
    return rects[Math.max(0, Math.min(line, rects.length - 1))] ?? null;
  };
}
