import type { ComponentChild } from 'preact';
import { FigureCard, formatValue } from '../../components/FigureCard';
import { MarkChoice } from '../../components/MarkChoice';
import { NoteCard } from '../../components/NoteCard';
import { NoteEditor } from '../../components/NoteEditor';
import { SectionsCard } from '../../components/SectionsCard';
import { SelectionBar } from '../../components/SelectionBar';
import { TermCard } from '../../components/TermCard';
import { type Analysis, analyze } from '../analyze';
import { knowledgeOf, lookUpIndicator, lookUpTerm, type Place, sectionAt, snippet } from '../corpus/lookup';
import { type Matcher, makeMatcher } from '../corpus/match';
import type { Match, ReportIndex } from '../corpus/types';
import type { Messages } from '../locales/zh_CN';
import { anchor, createAnchorer } from '../notes/anchor';
import type { Note, NoteDraft, Selector } from '../notes/types';
import type { PageHints } from '../report/detect';
import type { Detection, ReportIdentity } from '../report/types';
import { describe } from '../text/quote';
import { type Hit, makeHitTest, rangeOf, rectsOf } from './hitTest';
import { watchHover } from './hover';
import { watchKeys } from './keys';
import { type Mark, marksOf, type PlacedNote } from './marks';
import { makePainter } from './paint';
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
  /** The element that holds the document. */
  root: Element;
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
  figures: number;
  notes: number;
  lostNotes: number;
}

export interface Overlay {
  summary(): OverlaySummary;
  /** Marks the passage that selectors describe and brings it into view; false when the page does not hold it. */
  goTo(selectors: readonly Selector[]): boolean;
}

/** How long the page must be still after a change before it is read again, in milliseconds. */
const STILL = 500;
const MOST_MATCHES = 5;
const LONGEST_QUERY = 900;

/**
 * Reads the document below `root`, paints its terms, figures and notes, and explains them on hover, tap and key. The
 * page's own nodes are never changed; aborting the signal takes everything away.
 */
export function startOverlay(options: OverlayOptions): Overlay {
  const { root, index, notes, t, signal } = options;
  const knowledge = knowledgeOf(index);
  const painter = makePainter(document, root);
  const surface = makeSurface(signal);
  const drafts = new Map<string, string>();
  let matcher: Matcher | null = null;
  let stored: Note[] = [];
  let mode: 'closed' | 'hover' | 'pinned' | 'bar' = 'closed';
  let cursor = -1;

  let page = read();
  paint();
  void refreshNotes();

  function read() {
    const map = mapText(root);
    const analysis = analyze(map.text, knowledge, options.hints, options.known);
    return place(map, analysis);
  }

  function place(map: TextMap, analysis: Analysis) {
    const find = stored.length > 0 ? createAnchorer(map.text) : null;
    const placed = stored.flatMap((note): PlacedNote[] => (find ? [{ note, place: find(note.target.selector) }] : []));
    const marks = marksOf(analysis, placed);
    return { map, analysis, placed, marks, hit: makeHitTest(map, marks) };
  }

  function paint(): void {
    const spans = (wanted: (mark: Mark) => boolean): Span[] =>
      page.marks.filter(wanted).flatMap((mark) => page.map.span(mark.start, mark.end) ?? []);
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
    page = place(page.map, page.analysis);
    paint();
  }

  function reportKey(): Note['report'] {
    const { report } = page.analysis;
    return report && { place: report.place, year: report.year };
  }

  function close(): void {
    mode = 'closed';
    painter.paint('current', []);
    surface.hide();
  }

  function anchorOf(span: Span, line = 0): Anchor {
    return () => {
      const rects = rectsOf(span);
      return rects[Math.min(line, rects.length - 1)] ?? null;
    };
  }

  function show(as: 'hover' | 'pinned' | 'bar', to: Anchor, content: ComponentChild, focus = false): void {
    mode = as;
    surface.show(to, content, { focus });
  }

  function showMarks(marks: Mark[], to: Anchor, as: 'hover' | 'pinned', focus: boolean): void {
    const [mark, ...others] = marks;
    if (!mark) return;
    const span = page.map.span(mark.start, mark.end);
    painter.paint('current', span && mark.kind !== 'note' ? [span] : []);
    const choose = (i: number) => showMarks([others[i]!, mark, ...others.filter((_, j) => j !== i)], to, as, focus);
    show(
      as,
      to,
      <>
        {cardOf(mark, to)}
        <MarkChoice others={others.map(labelOf)} t={t} onChoose={choose} />
      </>,
      focus,
    );
  }

  function labelOf(mark: Mark): string {
    if (mark.kind === 'term') return mark.mention.term;
    if (mark.kind === 'figure') return `${mark.observation.name} ${formatValue(mark.observation)}`;
    return t.note;
  }

  function cardOf(mark: Mark, to: Anchor): ComponentChild {
    const onGo = ({ report, start, end }: Place) => options.openReader({ reportId: report.id, start, end });
    const onNote = () => editNote(to, mark.start, mark.end);
    const frame = { t, onClose: close };
    if (mark.kind === 'term') {
      const { term } = mark.mention;
      const own = page.analysis.glossary.find((definition) => definition.term === term) ?? null;
      return <TermCard {...frame} key={term} entry={lookUpTerm(index, term)} own={own} onGo={onGo} onNote={onNote} />;
    }
    if (mark.kind === 'figure') {
      const { observation } = mark;
      const { indicator, measure } = observation;
      const places = indicator === null ? [] : lookUpIndicator(index, indicator);
      return (
        <FigureCard
          {...frame}
          key={mark.start}
          observation={observation}
          indicatorName={index.indicators.find(({ id }) => id === indicator)?.name ?? null}
          places={places.filter((other) => other.observation.measure === measure)}
          onGo={onGo}
          onCopy={() => copy(citationOf(mark))}
          onNote={onNote}
        />
      );
    }
    const { note, place: where } = mark.placed;
    const onRemove = async () => {
      await notes.remove(note);
      await refreshNotes();
      close();
    };
    const onEdit = () => editNote(to, mark.start, mark.end, note);
    return <NoteCard {...frame} key={note.id} note={note} place={where} onEdit={onEdit} onRemove={onRemove} />;
  }

  /** Opens the editor for a passage; what an earlier attempt left unsaved is still there. */
  function editNote(to: Anchor, start: number, end: number, note?: Note): void {
    const { text } = page.map;
    const draftKey = note?.id ?? `${start}-${end}`;
    const written = note?.body.map((body) => body.value).join('\n') ?? '';
    const onSave = async (value: string) => {
      const selector = note ? note.target.selector : describe(text, start, end);
      await notes.save({
        ...(note && { id: note.id }),
        text: value,
        selector,
        report: note ? note.report : reportKey(),
      });
      drafts.delete(draftKey);
      close();
      await refreshNotes();
    };
    show(
      'pinned',
      to,
      <NoteEditor
        key={draftKey}
        quote={text.slice(start, end)}
        text={drafts.get(draftKey) ?? written}
        t={t}
        onSave={onSave}
        onInput={(value) => drafts.set(draftKey, value)}
        onClose={close}
      />,
      true,
    );
  }

  function showSections(to: Anchor, offset: number, passage: string | null): void {
    matcher ??= makeMatcher(index);
    const { sections } = page.analysis;
    const { text } = page.map;
    const section = sectionAt(sections, offset);
    const query =
      passage ?? (section ? text.slice(section.start, Math.min(section.end, section.start + LONGEST_QUERY)) : '');
    const exclude = options.reportId ? [options.reportId] : [];
    const best = new Map<string, Match>();
    for (const match of query ? matcher.match(query, { top: 4 * MOST_MATCHES, exclude }) : []) {
      if (!best.has(match.reportId)) best.set(match.reportId, match);
    }
    const matches = [...best.values()].slice(0, MOST_MATCHES).flatMap((match) => {
      const report = index.reports.find(({ id }) => id === match.reportId);
      return report
        ? [{ match, report: report.short, quote: snippet(report.text, match.start, match.start, 60)[2] }]
        : [];
    });
    show(
      'pinned',
      to,
      <SectionsCard
        heading={passage ? snippet(passage, 0, Math.min(passage.length, 24))[1] : (section?.heading ?? '')}
        matches={matches}
        t={t}
        onGo={options.openReader}
        onClose={close}
      />,
      true,
    );
  }

  function citationOf(mark: Extract<Mark, { kind: 'figure' }>): string {
    const { text } = page.map;
    const from = Math.max(text.lastIndexOf('。', mark.start), text.lastIndexOf('\n', mark.start)) + 1;
    const stop = text.indexOf('。', mark.end);
    const line = text.indexOf('\n', mark.end);
    const ends = [stop + 1, line].filter((end) => end > 0);
    const sentence = text.slice(from, ends.length > 0 ? Math.min(...ends) : text.length).trim();
    const section = sectionAt(page.analysis.sections, mark.start)?.heading;
    return `“${sentence}”（${[page.analysis.report?.title ?? document.title, section].filter(Boolean).join('，')}）`;
  }

  function selected(): { start: number; end: number; anchor: Anchor } | null {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const start = page.map.offset(range.startContainer, range.startOffset);
    const end = page.map.offset(range.endContainer, range.endOffset);
    if (start === null || end === null || end <= start) return null;
    return { start, end, anchor: () => [...range.getClientRects()].filter((rect) => rect.width > 0).at(-1) ?? null };
  }

  function onSelected(): void {
    if (mode === 'pinned') return;
    const selection = selected();
    if (!selection) {
      if (mode === 'bar') close();
      return;
    }
    const { start, end, anchor: to } = selection;
    const passage = page.map.text.slice(start, end);
    show(
      'bar',
      to,
      <SelectionBar
        t={t}
        onNote={() => editNote(to, start, end)}
        onSections={() => showSections(to, start, passage)}
      />,
    );
  }

  /** Where the reader is: the selection, the mark last visited, else the first mark that is in view. */
  function here(): number {
    const selection = selected();
    if (selection) return selection.start;
    if (cursor >= 0 && page.marks[cursor]) return page.marks[cursor]!.start;
    const caret = document.caretPositionFromPoint(innerWidth / 2, innerHeight / 3);
    return (caret && page.map.offset(caret.offsetNode, caret.offset)) ?? 0;
  }

  function step(by: 1 | -1): void {
    const { marks, map } = page;
    if (marks.length === 0) return;
    if (cursor >= 0 && cursor < marks.length) {
      cursor = (cursor + by + marks.length) % marks.length;
    } else {
      const from = here();
      const next = marks.findIndex((mark) => mark.start >= from);
      cursor = by > 0 ? Math.max(next, 0) : (next < 0 ? marks.length : next + marks.length - 1) % marks.length;
    }
    const mark = marks[cursor]!;
    const span = map.span(mark.start, mark.end);
    if (!span) return;
    reveal(span);
    const marksHere = marks.filter((other) => other.start < mark.end && mark.start < other.end && other !== mark);
    showMarks([mark, ...marksHere], anchorOf(span), 'pinned', true);
  }

  watchHover(
    {
      hit: (x, y) => page.hit(x, y),
      inside: surface.holds,
      open: () => mode === 'hover' && surface.open,
      show: (hit: Hit) => {
        if (mode === 'pinned' || mode === 'bar') return;
        const mark = hit.marks[0]!;
        const span = page.map.span(mark.start, mark.end);
        if (!span) return;
        const line = rectsOf(span).findIndex((rect) => rect.top === hit.rect.top && rect.left === hit.rect.left);
        showMarks(hit.marks, anchorOf(span, Math.max(0, line)), 'hover', false);
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
        const selection = selected();
        if (selection) editNote(selection.anchor, selection.start, selection.end);
        else if (cursor >= 0 && page.marks[cursor]) {
          const mark = page.marks[cursor]!;
          const span = page.map.span(mark.start, mark.end);
          if (span) editNote(anchorOf(span), mark.start, mark.end);
        }
      },
      sections: () => {
        const selection = selected();
        if (selection) {
          return showSections(selection.anchor, selection.start, page.map.text.slice(selection.start, selection.end));
        }
        const corner = root.getBoundingClientRect();
        showSections(() => new DOMRect(Math.max(8, corner.left), 24, 1, 1), here(), null);
      },
      close: () => {
        if (mode === 'closed') return false;
        close();
        return true;
      },
    },
    signal,
  );

  const settled = (event: Event) => {
    if (event.isTrusted && !surface.holds(event)) setTimeout(onSelected, 0);
  };
  addEventListener('pointerup', settled, { signal, passive: true, capture: true });
  addEventListener('keyup', settled, { signal, passive: true, capture: true });
  addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && !surface.holds(event) && mode === 'pinned') close();
    },
    { signal, passive: true, capture: true },
  );

  let stillness: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    clearTimeout(stillness);
    stillness = setTimeout(() => {
      const text = mapText(root).text;
      if (text === page.map.text && page.marks.every((mark) => isAttached(mark))) return;
      page = read();
      cursor = -1;
      paint();
    }, STILL);
  });
  const isAttached = (mark: Mark) => page.map.span(mark.start, mark.end)?.startContainer.isConnected ?? true;
  observer.observe(root, { childList: true, characterData: true, subtree: true });

  const stopListening = notes.onChange(() => void refreshNotes());
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(stillness);
    stopListening();
    painter.dispose();
  });

  return {
    summary: () => ({
      detection: page.analysis.detection,
      terms: page.analysis.mentions.length,
      figures: page.analysis.observations.length,
      notes: page.placed.length,
      lostNotes: page.placed.filter(({ place: where }) => where.start === null).length,
    }),
    goTo(selectors) {
      const { start, end } = anchor(page.map.text, selectors);
      const span = start !== null && end !== null ? page.map.span(start, end) : null;
      if (!span) return false;
      painter.paint('target-passage', [span]);
      reveal(span);
      return true;
    },
  };
}

/** Brings a span into the middle of the view. */
export function reveal(span: Span): void {
  const rect = rangeOf(span)?.getBoundingClientRect();
  const inView = rect && rect.top > 40 && rect.bottom < innerHeight - 120;
  if (!inView) span.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  // A paragraph can be taller than the window: then its middle is not where the span stands.
  const drawn = rangeOf(span)?.getBoundingClientRect();
  if (drawn && (drawn.top < 0 || drawn.bottom > innerHeight)) scrollBy(0, drawn.top - innerHeight / 3);
}

/** Puts text on the clipboard in pages that have no clipboard API, as those served over plain http. */
function copy(text: string): void {
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('copy', onCopy, { capture: true, once: true });
  document.execCommand('copy');
  removeEventListener('copy', onCopy, { capture: true });
}
