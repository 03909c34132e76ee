import { render } from 'preact';
import { ReportView } from '../../components/ReportView';
import { type ReaderPlace, readerHash } from '../../lib/corpus/address';
import type { BundledReport } from '../../lib/corpus/types';
import { carriersOf } from '../../lib/corpus/versions';
import { exportFigures, figureRows } from '../../lib/indicators/table';
import * as notes from '../../lib/notes/client';
import { downloadFile } from '../../lib/page/download';
import { type Overlay, startOverlay } from '../../lib/page/overlay';
import { markKnown } from '../../lib/platform/settings';
import { describe } from '../../lib/text/quote';
import { showShelf } from './shelf';
import type { Parts, Shown } from './view';

/** Shows one report to read, with its terms, figures and notes alive. */
export async function readReport(place: ReaderPlace | null, parts: Parts): Promise<Shown> {
  const { app, index, find, t, settings, signal } = parts;
  const report = place && (await find(place.reportId));
  if (signal.aborted) return {};
  if (!report) return showShelf(place, parts);
  document.title = `${report.title} · ${t.name}`;
  render(
    <ReportView
      report={report}
      reports={index.reports}
      figures={figureRows(report, index.indicators)}
      versions={carriersOf(index, report, report.id)}
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
    />,
    app,
  );
  const overlay = startOverlay({
    scope: app.querySelector('article')!,
    index,
    notes,
    settings,
    t,
    known: report,
    reportId: report.id,
    openReader: (to) => {
      location.hash = readerHash(to);
    },
    onKnown: (term) => void markKnown(term),
    signal,
  });
  signal.addEventListener('abort', () => render(null, app));
  const arrive = (to: ReaderPlace | null) => void overlay.ready.then(() => goTo(report, overlay, to));
  arrive(place);
  return { goTo: arrive, configure: overlay.configure };
}

function goTo(report: BundledReport, overlay: Overlay, place: ReaderPlace | null): void {
  const section = report.sections.find(({ id }) => id === place?.sectionId);
  const start = place?.start ?? section?.start;
  const end = place?.end ?? (section && headingEnd(report, section.start));
  if (start === undefined || end === undefined || start >= end || end > report.text.length) scrollTo(0, 0);
  else overlay.goTo(describe(report.text, start, end));
}

function headingEnd({ text }: BundledReport, start: number): number {
  const line = text.indexOf('\n', start);
  return line < 0 ? text.length : line;
}
