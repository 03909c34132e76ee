import { render } from 'preact';
import { ReportView } from '../../components/ReportView';
import { type ReaderPlace, readerHash } from '../../lib/corpus/address';
import { carriersOf } from '../../lib/corpus/versions';
import { exportFigures, figureRows } from '../../lib/indicators/table';
import { downloadFile } from '../../lib/page/download';
import { startOverlay } from '../../lib/page/overlay';
import { makePositions } from '../../lib/page/positions';
import { readHere } from '../../lib/page/readHere';
import { onMessage } from '../../lib/platform/messages';
import { markKnown } from '../../lib/platform/settings';
import { sectionAt } from '../../lib/report/sectionAt';
import type { Section } from '../../lib/report/types';
import { describe } from '../../lib/text/quote';
import { setUpFind } from './find';
import { matchAdded } from './matchAdded';
import { notesOf } from './notesOf';
import { openPage } from './openPage';
import { placeIn } from './placeIn';
import { showShelf } from './shelf';
import { keepStanding } from './standing';
import { changeStyle } from './style';
import type { Parts, Shown } from './view';

/** What is read stands so far down the window. */
const LINE = 0.3;

/** Shows one report to read, with its terms, figures and notes alive. */
export async function readReport(place: ReaderPlace | null, parts: Parts): Promise<Shown> {
  const { app, index, find, t, signal } = parts;
  const report = place && (await find(place.reportId));
  if (signal.aborted) return {};
  if (!report) return showShelf(place, parts);
  document.title = `${report.title} · ${t.name}`;
  const figures = figureRows(report, index.indicators);
  const versions = carriersOf(index, report, report.id);
  let { settings, style } = parts;
  let current: Section | null = null;
  let open = false;
  let word = '';

  const draw = () => {
    if (signal.aborted) return;
    render(
      <ReportView
        report={report}
        reports={index.reports}
        figures={figures}
        versions={versions}
        current={current}
        open={open}
        word={word}
        style={style}
        t={t}
        onFigure={({ observation: { start, end } }) => {
          location.hash = readerHash({ reportId: report.id, start, end });
        }}
        onExport={(format) => {
          const origin = {
            report: report.title,
            url: location.href.replace(/#.*/, readerHash({ reportId: report.id })),
          };
          downloadFile(`report-margins-${report.id}.${format}`, exportFigures(report, format, origin));
        }}
        onFind={() => openFind()}
        onOpen={(wanted) => {
          open = wanted;
          draw();
        }}
        onStyle={(change) => void changeStyle(change)}
        onPrint={() => print()}
      />,
      app,
    );
  };
  draw();
  const article = app.querySelector('article')!;
  const openFind = setUpFind(() => article, t, signal);
  const positions = makePositions(article, report.text.length);
  const overlay = startOverlay({
    scope: article,
    index,
    notes: notesOf(report, parts),
    settings,
    t,
    read: readHere(index, report),
    reportId: report.id,
    matchAdded: matchAdded(report, parts),
    openReader: (to) => {
      location.hash = readerHash(to);
    },
    openPage,
    onKnown: (term) => void markKnown(term),
    signal,
  });

  const stopSteps = onMessage('step', ({ data }) => overlay.step(data.by, data.kind));
  signal.addEventListener('abort', stopSteps);

  const line = () => innerHeight * LINE;
  let frame = 0;
  const standing = keepStanding<number>(signal);
  const onScroll = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const offset = positions.offsetAt(line());
      standing.keep(offset);
      const section = sectionAt(report.sections, offset);
      if (section === current) return;
      current = section;
      draw();
      keepInView(app.querySelector('.outline [aria-current]'));
    });
  };
  addEventListener('scroll', onScroll, { signal, passive: true });
  addEventListener(
    'keydown',
    ({ key }) => {
      if (key !== 'Escape' || !open) return;
      open = false;
      draw();
      app.querySelector<HTMLElement>('.drawer-key')?.focus();
    },
    { signal },
  );

  /** Goes to a place; back at an address, or reloaded, to where the reader stood. */
  const arrive = async (to: ReaderPlace | null) => {
    const stood = standing.read();
    cancelAnimationFrame(frame);
    await overlay.ready;
    if (signal.aborted) return;
    const found = placeIn(report, to, t);
    word = found.word;
    // The drawer has done what it was opened for.
    open = false;
    draw();
    if (found.range) overlay.goTo(describe(report.text, found.range.start, found.range.end));
    const bring = (offset: number, y: number) => scrollTo(0, scrollY + positions.yOf(offset) - y);
    if (stood !== null) bring(stood, line());
    else if (!found.range) scrollTo(0, 0);
    // A section is read from its heading on.
    else if (to?.sectionId) bring(found.range.start, line() * 0.7);
    onScroll();
  };
  history.scrollRestoration = 'manual';
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    history.scrollRestoration = 'auto';
    render(null, app);
  });
  void arrive(place);
  return {
    goTo: (to) => void arrive(to),
    configure(changed) {
      settings = changed;
      overlay.configure(changed);
    },
    restyle(changed) {
      style = changed;
      draw();
      overlay.configure(settings);
    },
  };
}

/** Scrolls the box that holds an element, and nothing around it, until the element can be seen. */
function keepInView(element: Element | null): void {
  const box = element?.closest('aside');
  if (!element || !box) return;
  const [inner, outer] = [element.getBoundingClientRect(), box.getBoundingClientRect()];
  if (inner.top < outer.top || inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - outer.height / 3;
}
