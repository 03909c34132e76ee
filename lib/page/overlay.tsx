import type { ComponentChild } from 'preact';
import { MarkChoice } from '../../components/MarkChoice';
import { SelectionBar } from '../../components/SelectionBar';
import type { Analysis } from '../analyze';
import { parseReaderHash, type ReaderPlace } from '../corpus/address';
import { bestOfEach, commonTerms, definedTerms, MATCHES_ASKED, type ShownMatch, shownMatches } from '../corpus/lookup';
import { type Matcher, makeMatcher } from '../corpus/match';
import type { ReportIndex } from '../corpus/types';
import { compareWithBundled, type Version } from '../corpus/versions';
import { type ExportFormat, exportFigures, type FigureRow, figureRows } from '../indicators/table';
import type { Messages } from '../locales/zh_CN';
import { anchor, createAnchorer } from '../notes/anchor';
import type { Note, NotesClient, Selector } from '../notes/types';
import type { Settings } from '../platform/settings';
import { sectionAt } from '../report/sectionAt';
import type { ReportIdentity, Section } from '../report/types';
import type { Steps } from '../steps';
import { type CardContext, cardOf, citationOf, labelOf, sectionsOf, termCardOf } from './cards';
import { copyText } from './clipboard';
import { visibleMarks } from './density';
import { makeHitTest, rectsOf } from './hitTest';
import { watchHover } from './hover';
import { inSlices } from './inSlices';
import { type StepKind, watchEscape, watchKeys } from './keys';
import { makeMarginLayer } from './marginLayer';
import { marginNotes } from './marginNotes';
import { type Mark, marksOf, type PlacedNote } from './marks';
import { makeNoteDesk } from './noteDesk';
import { makeNotices } from './notices';
import { headingEnd, outlineOf, type PageOutline } from './outline';
import { LAYERS, type Layer, makePainter } from './paint';
import type { Read, Reading } from './readHere';
import { reveal } from './reveal';
import { selectedPassage } from './selection';
import { type Anchor, makeSurface } from './surface';
import { mapText, type Span, type TextMap } from './textMap';
import { windowsAround } from './windowsAround';

export interface OverlayOptions {
  /** The element that holds the document; it is watched for changes. The page's body stands for whatever body it has. */
  scope: Element;
  /** Finds the document's text among what else stands in the scope; the whole scope if left out. */
  findText?: (scope: Element) => Element;
  index: ReportIndex;
  read: Read;
  notes: NotesClient;
  settings: Settings;
  t: Messages;
  /**
   * Tells one route of a page that changes by script from another. Where it is given, a route to what is no report ends
   * the reading until a later one shows a report.
   */
  route?: () => string;
  /** The bundled report that the page shows, left out of its own matching sections. */
  reportId?: string;
  /** What the reader's own reports say on a matter, best first; where it is left out only bundled reports are asked. */
  matchAdded?: (query: string) => Promise<ShownMatch[]>;
  openReader: (place: ReaderPlace) => void;
  /** Opens another page of the reader, a term's or an indicator's, given as its hash. */
  openPage: (hash: string) => void;
  /** The reader knows a term and wants it marked no more. */
  onKnown: (term: string) => void;
  /** Tells the overlay from another on the same page. */
  name?: string;
  /** Whether this overlay has the keyboard; always if left out. */
  hasKeys?: () => boolean;
  signal: AbortSignal;
}

/** What stands where the reader is. */
export interface Here {
  sectionId: string;
  matches: ShownMatch[];
}

export interface Overlay {
  /** Resolves when the document has been read for the first time. */
  ready: Promise<void>;
  /** The reader wants this page read whatever it is; resolves when it has been. */
  ask(): Promise<void>;
  outline(): PageOutline;
  /** The document's text, and whose report it is as far as that was read. */
  document(): { text: string; report: ReportIdentity | null };
  figures(): { rows: FigureRow[]; unread: number };
  /** The section in view and what matches it in the bundled reports. */
  here(): Here;
  /** Calls the listener after everything that changes the outline; returns the way to stop it. */
  onChange(listener: () => void): () => void;
  configure(settings: Settings): void;
  step(by: 1 | -1, kind: StepKind): void;
  /** Closes whatever is open. */
  close(): void;
  /** Brings a place into view, and shows the card of what is marked there. */
  showAt(place: { start: number; end: number }): void;
  /** Puts a note on what the reader has selected; answers what came of it, in a sentence. */
  reattach(id: string): Promise<string>;
  /** All figures of the document as a file. */
  exportFigures(format: ExportFormat): string;
  /** Marks the passage that selectors describe and brings it into view; false when the page does not hold it. */
  goTo(selectors: readonly Selector[]): boolean;
}

/** How long the page must be still after a change before it is read again, in milliseconds. */
const STILL = 500;
/** A page that is never still is read again after so many milliseconds all the same. */
const PATIENCE = 3000;
/** Reading anew takes at most one part in so many of the page's time, however large the page and wild its changes. */
const SHARE = 10;
/** Comparing versions waits for an idle moment, at most so many milliseconds: nobody reads that fast. */
const SPARE = 2000;
/** A section speaks for itself by its heading and its first paragraphs: so many characters. */
const LONGEST_QUERY = 900;

/**
 * Reads the document in `scope`, paints its terms, figures and notes, and explains them on hover, tap and key. The
 * page's own nodes are never changed; aborting the signal takes everything away.
 */
export function startOverlay(options: OverlayOptions): Overlay {
  const { findText = (scope) => scope, index, notes, t, openReader, signal } = options;
  let { scope } = options;
  /** Where the text was last found. */
  let textElement: Element = scope;
  let reading = new AbortController();
  /** The route that the report being read was found on, null before the first. */
  let route: string | null = null;
  /** The page has gone on to a route that shows no report. */
  let over = false;
  /** The milliseconds that looking at the page and reading it last took. */
  let cost = 0;
  // The text is on its way to whoever reads it while the rest is set up.
  const ready = read();
  const painter = makePainter(document, ground, options.name);
  const surface = makeSurface(signal);
  const listeners = new Set<() => void>();
  /** A hover card goes with the pointer, a pinned one stays until it is closed, a bar goes with the selection. */
  let mode: 'closed' | 'hover' | 'pinned' | 'bar' = 'closed';
  let { settings } = options;
  let matcher: Matcher | null = null;
  let stored: Note[] = [];
  /** The selection that the bar was last shown for, '' for none. */
  let offered = '';
  /** Goes to the next mark at the place of the open card. */
  let showOther: (() => void) | null = null;
  /** Where the keyboard stands, null before it was used. */
  let visited: { start: number; end: number } | null = null;
  /** How the page differs from the bundled version of the same report; found out when there is time. */
  let version: Version | null = null;
  const margin = makeMarginLayer(surface, { t, onReader: openLink }, signal);
  const desk = makeNoteDesk({
    notes,
    t,
    page: () => ({ text: page.map.text, report: reportKey(), notes: stored }),
    show: (to, editor) => show('pinned', to, editor),
    close,
    refresh: refreshNotes,
    offerUndo: makeNotices(surface, t, signal),
    signal,
  });
  /** Listens for Escape in other windows while something is open. */
  let around = new AbortController();
  let page = withMarks(NO_TEXT, UNREAD, []);

  /** Reads the page anew, in slices; a later reading overtakes an earlier one. */
  async function read(): Promise<void> {
    reading.abort();
    const current = new AbortController();
    reading = current;
    // A page may change its route while it is read; what is found belongs to the route that it was found on.
    const shown = options.route?.() ?? '';
    // A text that breaks the reading stays unmarked: the host page never notices.
    const found = await mapAndRead({
      // The reader waits for the first reading; what changes later can wait for the page.
      pace: route === null ? 'soon' : 'idle',
      signal: AbortSignal.any([signal, current.signal]),
      spent: (milliseconds) => {
        cost += milliseconds;
      },
    }).catch(() => null);
    if (!found || signal.aborted) return;
    version = null;
    const { map, analysis } = found;
    over = isElsewhere(shown, analysis);
    page = over
      ? withMarks({ ...NO_TEXT, text: map.text }, { ...UNREAD, detection: analysis.detection }, [])
      : withMarks(map, analysis, placeNotes(map));
    painter.dress();
    paint();
    void refreshNotes();
    requestIdleCallback(compare, { timeout: SPARE });
  }

  /**
   * Whether the page had changed its route to something that nobody has asked to read. The route of a report is the one
   * that it was first found on: pages change the address first, and show the old text until the new one has arrived.
   */
  function isElsewhere(shown: string, { detection, report }: Analysis): boolean {
    const isReport = detection.verdict === 'report' || detection.verdict === 'excerpt';
    if (route !== null && route !== shown && !isReport) return true;
    const before = page.analysis.report;
    const isSame = report?.place === before?.place && report?.year === before?.year;
    if (route === null || (isReport && !isSame)) route = shown;
    return false;
  }

  async function mapAndRead(reading: Reading): Promise<{ map: TextMap; analysis: Analysis } | null> {
    const asked = await inSlices(mapAndAsk(reading), reading.signal, reading);
    const analysis = await asked?.analysis;
    return asked && analysis ? { map: asked.map, analysis } : null;
  }

  function* mapAndAsk(reading: Reading): Steps<{ map: TextMap; analysis: ReturnType<Read> }> {
    textElement = findText(scope);
    yield;
    const map = mapText(textElement);
    return { map, analysis: options.read(map.text, reading) };
  }

  /** Finds the stored notes in a text; done anew only when the text or the notes have changed. */
  function placeNotes(map: TextMap): PlacedNote[] {
    if (stored.length === 0) return [];
    const find = createAnchorer(map.text);
    return stored.map((note) => ({ note, place: find(note.target.selector) }));
  }

  function withMarks(map: TextMap, analysis: Analysis, placed: readonly PlacedNote[]) {
    const marks = marksOf(analysis, placed, version);
    const visible = visibleMarks(marks, analysis.sections, settings, {
      defined: () => definedTerms(index, analysis.glossary),
      common: () => commonTerms(index),
    });
    return { map, analysis, placed, marks, visible, hit: makeHitTest(map, visible) };
  }

  /** Paints anew what was read before, after a change of the settings, the notes or the version. */
  function refresh(placed = page.placed): void {
    page = withMarks(page.map, page.analysis, placed);
    paint();
  }

  function paint(): void {
    const layers = new Map<Layer, Span[]>(LAYERS.map((layer) => [layer, []]));
    for (const mark of page.visible) {
      const span = spanOf(mark);
      if (span) layers.get(layerOf(mark))!.push(span);
    }
    for (const [layer, spans] of layers) if (!OWN_PACE.includes(layer)) painter.paint(layer, spans);
    showAround();
  }

  /** Shows what stands around the text: the margin, and the panel that lists what is marked. */
  function showAround(): void {
    showMargin();
    for (const listener of listeners) listener();
  }

  function showMargin(): void {
    const isOff = settings.density.notes === 'off';
    const open = (mark: Mark) => {
      const span = spanOf(mark);
      if (!span) return;
      reveal(span);
      showMarks([mark], lineOf(span), 'pinned');
    };
    margin.show(isOff ? [] : marginNotes(page, desk.drafts(), { open, write: desk.write }));
  }

  async function compare(): Promise<void> {
    const { report, text } = page.analysis;
    if (signal.aborted || !report) return;
    const steps = compareWithBundled(index, text, report, options.reportId);
    const found = await inSlices(steps, signal, { pace: 'idle' }).catch(() => null);
    if (!found || text !== page.analysis.text) return;
    version = found;
    refresh();
  }

  async function refreshNotes(): Promise<void> {
    if (over) return;
    const before = stored;
    try {
      [stored] = await Promise.all([notes.list(reportKey()), desk.fetchDrafts()]);
    } catch {
      // Without the store the page still has its terms and figures; saving a note says what is wrong.
      return;
    }
    if (signal.aborted) return;
    // Most pages have no notes, and nothing to paint anew for them.
    if (before.length + stored.length > 0) refresh(placeNotes(page.map));
    else showAround();
  }

  function reportKey(): Note['report'] {
    const { report } = page.analysis;
    return report && { place: report.place, year: report.year };
  }

  /** Where the marks stand, for the colours around them: a heading may stand on a band of its own, the middle does not. */
  function ground(): Element {
    const middle = page.visible[page.visible.length >> 1];
    return (middle && spanOf(middle)?.startContainer.parentElement) ?? textElement;
  }

  function spanOf({ start, end }: { start: number; end: number }): Span | null {
    return page.map.span(start, end);
  }

  function close(): void {
    // An editor that is left leaves its draft in the margin.
    if (mode === 'pinned') showMargin();
    mode = 'closed';
    showOther = null;
    around.abort();
    painter.paint('current', []);
    surface.hide();
  }

  function closeIfOpen(): boolean {
    if (mode === 'closed') return false;
    close();
    return true;
  }

  function show(as: typeof mode, to: Anchor, content: ComponentChild): void {
    // What the reader opens deals with the selection, even when it is open before the selection has been heard of.
    if (as === 'pinned') offered = selectionKey(selectedPassage(page.map));
    mode = as;
    around.abort();
    around = new AbortController();
    watchEscape(windowsAround(), { close: closeIfOpen }, AbortSignal.any([signal, around.signal]));
    surface.show(to, content, { focus: as === 'pinned' });
  }

  /** Shows the card of the first mark, with the way to the others at its place. */
  function showMarks(marks: Mark[], to: Anchor, as: 'hover' | 'pinned'): void {
    const [mark, ...rest] = marks;
    if (!mark) return;
    const nested = nestedTerms(mark).filter((term) => !rest.some((other) => isSameTerm(other, term)));
    const others = [...rest, ...nested];
    const span = spanOf(mark);
    painter.paint('current', span && mark.kind !== 'note' ? [span] : []);
    const choose = (i: number) => showMarks([others[i]!, ...others.slice(i + 1), ...others.slice(0, i), mark], to, as);
    showOther = () => choose(0);
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
    const actions = {
      openReader,
      close,
      openLink,
      removeNote: desk.remove,
      writeNote: (passage: { start: number; end: number }, note?: Note) => desk.write(to, passage, note),
      markKnown: (term: string) => {
        close();
        options.onKnown(term);
      },
      showTerm: (term: string) => show('pinned', to, termCardOf(term, null, cardContext(to))),
    };
    return { index, analysis: page.analysis, t, actions };
  }

  function openLink(hash: string): void {
    const place = parseReaderHash(hash);
    if (place) openReader(place);
    else options.openPage(hash);
  }

  function matchesOf(query: string): ShownMatch[] {
    matcher ??= makeMatcher(index);
    const exclude = options.reportId ? [options.reportId] : [];
    const matches = query ? matcher.match(query, { top: MATCHES_ASKED, exclude }) : [];
    const reportOf = ({ reportId }: (typeof matches)[0]) => index.reports.find(({ id }) => id === reportId);
    return shownMatches(index, bestOfEach(matches, reportOf, page.analysis.report));
  }

  function queryOf(section: Section | null): string {
    return section ? page.map.text.slice(section.start, Math.min(section.end, section.start + LONGEST_QUERY)) : '';
  }

  /** Lists what other reports say on a passage, or on the section that holds an offset: the reader's own when they answer. */
  async function lookUp(to: Anchor, at: { start: number; end: number; text?: string }): Promise<void> {
    const section = sectionAt(page.analysis.sections, at.start);
    const query = at.text ?? queryOf(section);
    const heading = at.text ?? section?.heading ?? '';
    const inside = page.marks.filter((mark) => at.text && mark.start >= at.start && mark.end <= at.end);
    const terms = new Set(inside.flatMap((mark) => (mark.kind === 'term' ? [mark.mention.term] : [])));
    const passage = { heading, text: at.text ?? null, terms: [...terms] };
    const matches = matchesOf(query);
    const cardWith = (added: ShownMatch[] | Error) => sectionsOf(passage, matches, added, cardContext(to));
    show('pinned', to, cardWith([]));
    if (!options.matchAdded || query === '') return;
    const { signal: closed } = around;
    const added = await options.matchAdded(query).catch((error: Error) => error);
    if (closed.aborted || signal.aborted) return;
    // The card grows under the reader's hands: the focus stays where it is.
    surface.show(to, cardWith(added));
    if (added instanceof Error) surface.announce(t.addedFailed(added.message));
    else if (added.length > 0) surface.announce(t.addedFound(added.length));
  }

  function onSelected(): void {
    const passage = selectedPassage(page.map);
    // A selection that was dealt with stays selected, and must not bring the bar back at every key.
    const selection = selectionKey(passage);
    if (selection === offered) return;
    offered = selection;
    if (mode === 'pinned') return;
    if (passage) {
      const { anchor: to } = passage;
      show(
        'bar',
        to,
        <SelectionBar
          t={t}
          onNote={() => desk.write(to, passage)}
          onMark={(colour) => void desk.mark(to, passage, colour)}
          onLookUp={() => void lookUp(to, passage)}
          onCite={() => {
            copyText(citationOf(page.analysis, passage));
            close();
          }}
        />,
      );
    } else if (mode === 'bar') {
      close();
    }
  }

  /** Where the reader is: at the place last visited while that is in view, else a third down the window. */
  function here(): number {
    const span = visited && spanOf(visited);
    const seen = span && rectsOf(span)[0];
    if (visited && seen && seen.bottom > 0 && seen.top < innerHeight) return visited.start;
    const { left, right } = scope.getBoundingClientRect();
    const [from, to] = [Math.max(0, left), Math.min(innerWidth, right)];
    for (const x of [0.5, 0.3, 0.7]) {
      const caret = document.caretPositionFromPoint(from + (to - from) * x, innerHeight / 3);
      const offset = caret && page.map.offset(caret.offsetNode, caret.offset);
      if (offset) return offset;
    }
    return 0;
  }

  function step(by: 1 | -1, kind: StepKind): void {
    const stops: { start: number; end: number }[] =
      kind === 'section'
        ? page.analysis.sections.map((section) => ({ start: section.start, end: headingEnd(page.map.text, section) }))
        : page.visible.filter((mark) => kind === 'mark' || mark.kind === kind);
    if (stops.length === 0) return;
    const from = here();
    const stands = stops.findIndex((stop) => visited?.start === stop.start && visited.end === stop.end);
    const next = stops.findIndex((stop) => stop.start >= from);
    let to = by > 0 ? (next < 0 ? 0 : next) : (next < 0 ? stops.length : next) - 1;
    if (stands >= 0) to = stands + by;
    to = (to + stops.length) % stops.length;
    // What is folded away cannot be gone to.
    for (let i = 0; i < stops.length && !isShown(stops[to]!); i++) to = (to + by + stops.length) % stops.length;
    visit(stops[to]!);
    surface.announce(t.of(to + 1, stops.length));
  }

  function isShown(place: { start: number; end: number }): boolean {
    const span = spanOf(place);
    return span !== null && rectsOf(span).length > 0;
  }

  /** Brings a place into view; what is marked there opens its card. */
  function visit(place: { start: number; end: number }): void {
    const { start, end } = place;
    visited = { start, end };
    const span = spanOf(place);
    if (!span) return;
    reveal(span);
    const marks = page.marks.filter((mark) => mark.start < end && start < mark.end);
    const first = marks.find((mark) => mark.start === start && mark.end === end);
    if (first) {
      showMarks([first, ...marks.filter((mark) => mark !== first)], lineOf(span), 'pinned');
    } else {
      close();
      painter.paint('current', [span]);
    }
  }

  watchHover(
    {
      hit: (x, y) => page.hit(x, y),
      inside: surface.holds,
      card: () => (mode === 'hover' ? surface.rect : null),
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
      step,
      other: () => showOther?.(),
      note: () => {
        const passage = selectedPassage(page.map) ?? visited;
        const span = passage && spanOf(passage);
        if (span) desk.write(lineOf(span, Number.POSITIVE_INFINITY), passage);
      },
      sections: () => {
        const passage = selectedPassage(page.map);
        if (passage) return void lookUp(passage.anchor, passage);
        const { left } = scope.getBoundingClientRect();
        const start = here();
        void lookUp(() => new DOMRect(Math.max(8, left), 24, 1, 1), { start, end: start });
      },
      close: closeIfOpen,
    },
    signal,
    options.hasKeys,
  );

  const outside = { signal, passive: true, capture: true };
  const onRelease = (event: Event) => {
    if (event.isTrusted && !surface.holds(event)) setTimeout(onSelected);
  };
  addEventListener('pointerup', onRelease, outside);
  // Only keys that can select: the release of Escape would bring back at once what it has just closed.
  const onKeyRelease = (event: KeyboardEvent) => {
    if (/^(Shift|Arrow|Home|End|Page|[aA]$)/.test(event.key)) onRelease(event);
  };
  addEventListener('keyup', onKeyRelease, outside);
  addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && !surface.holds(event) && mode === 'pinned') close();
    },
    outside,
  );

  let stillness: ReturnType<typeof setTimeout> | undefined;
  let patience = 0;
  const reread = () => {
    const begin = performance.now();
    const isWhole = page.marks.every((mark) => spanOf(mark)?.startContainer.isConnected);
    const isSame = isWhole && mapText(findText(scope)).text === page.map.text;
    cost = performance.now() - begin;
    if (isSame) return;
    visited = null;
    void read();
  };
  const isWholePage = scope === document.body;
  const observer = new MutationObserver((records) => {
    if (isWholePage && document.body && scope !== document.body) {
      scope = document.body;
      observe();
    } else if (records.every(({ target }) => target === document.documentElement)) {
      return;
    }
    const now = performance.now();
    if (!stillness) patience = now + Math.max(PATIENCE, SHARE * cost);
    clearTimeout(stillness);
    // Nothing waits longer than the page's patience lasts: a ticker would keep late text unread for ever.
    stillness = setTimeout(
      () => {
        stillness = undefined;
        reread();
      },
      Math.max(0, Math.min(Math.max(STILL, SHARE * cost), patience - now)),
    );
  });
  const observe = () => {
    observer.observe(scope, { childList: true, characterData: true, subtree: true });
    // A page may put another body in the place of its own when it changes its route.
    if (isWholePage) observer.observe(document.documentElement, { childList: true });
  };
  observe();

  const stopListening = notes.onChange(() => void refreshNotes());
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(stillness);
    stopListening();
    listeners.clear();
    painter.dispose();
  });

  return {
    ready,
    async ask() {
      if (!over) return;
      route = null;
      await read();
    },
    outline: () => {
      const outline = outlineOf(document.title, page.analysis, page.marks, page.placed);
      return { ...outline, lost: [...outline.lost, ...desk.lostDrafts()] };
    },
    document: () => ({ text: page.map.text, report: page.analysis.report }),
    figures: () => ({ rows: figureRows(page.analysis, index.indicators), unread: page.analysis.unread.length }),
    here: () => {
      const section = sectionAt(page.analysis.sections, here());
      return { sectionId: section?.id ?? '', matches: matchesOf(queryOf(section)) };
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    configure: (changed) => {
      settings = changed;
      painter.dress();
      refresh();
    },
    step,
    close,
    showAt: visit,
    async reattach(id) {
      const note = stored.find((each) => each.id === id);
      const passage = selectedPassage(page.map);
      if (!passage) return t.panel.selectFirst;
      if (!note) return desk.moveDraft(id, passage) ? t.panel.reattached : t.panel.nothing;
      const failed = (error: unknown) => t.panel.reattachFailed(error instanceof Error ? error.message : String(error));
      return desk.move(note, passage).then(() => t.panel.reattached, failed);
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

const NO_TEXT: TextMap = { text: '', truncated: false, span: () => null, offset: () => null };
const UNREAD: Analysis = {
  text: '',
  detection: { verdict: 'none', confidence: 0, evidence: [] },
  report: null,
  sections: [],
  glossary: [],
  mentions: [],
  observations: [],
  unread: [],
};

/** Layers that are painted when the reader goes somewhere, not when the page is read. */
const OWN_PACE: readonly Layer[] = ['target-passage', 'current'];

function layerOf(mark: Mark): Layer {
  if (mark.kind === 'figure') return mark.observation.status === 'target' ? 'target' : 'actual';
  if (mark.kind !== 'note') return mark.kind;
  const { styleClass = 'red' } = mark.placed.note.target;
  return styleClass === 'red' ? 'note' : `note-${styleClass}`;
}

/** The shorter terms inside a term: 攻坚战 in 三大攻坚战. They are not painted, and come after the longest. */
function nestedTerms(mark: Mark): Extract<Mark, { kind: 'term' }>[] {
  if (mark.kind !== 'term') return [];
  return (mark.mention.nested ?? []).map((mention) => ({
    kind: 'term',
    start: mention.start,
    end: mention.end,
    mention,
  }));
}

function isSameTerm(a: Mark, b: Mark): boolean {
  return a.kind === 'term' && b.kind === 'term' && a.mention.term === b.mention.term;
}

/** Tells selections apart, '' for none. */
function selectionKey(passage: { start: number; end: number } | null): string {
  return passage ? `${passage.start}-${passage.end}` : '';
}

/** Ties a surface to one line of a span, its last where it has fewer. */
function lineOf(span: Span, line = 0): Anchor {
  return () => {
    const rects = rectsOf(span);
    return rects[Math.max(0, Math.min(line, rects.length - 1))] ?? null;
  };
}
