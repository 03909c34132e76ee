import { render } from 'preact';
import { Library, ReportView } from '../../components/ReportView';
import { VersionView } from '../../components/VersionView';
import { NOTEBOOK_HASH, parseReaderHash, type ReaderPlace, readerHash } from '../../lib/corpus/address';
import { bundledIndex } from '../../lib/corpus/bundled';
import type { BundledReport } from '../../lib/corpus/types';
import { carriersOf } from '../../lib/corpus/versions';
import { exportFigures, figureRows } from '../../lib/indicators/table';
import { languagesOf, messagesFor } from '../../lib/locales';
import * as notes from '../../lib/notes/client';
import { downloadFile } from '../../lib/page/download';
import { type Overlay, startOverlay } from '../../lib/page/overlay';
import { markKnown, settingsItem } from '../../lib/platform/settings';
import { compareVersions } from '../../lib/report/compare';
import { normalise } from '../../lib/text/normal';
import { describe } from '../../lib/text/quote';
import { showNotebook } from './notebook';

const index = bundledIndex();
let settings = await settingsItem.getValue();
const t = messagesFor(languagesOf(settings.language, navigator.languages));
const app = document.getElementById('app')!;
let shown: { report: BundledReport; overlay: Overlay; stop: AbortController } | null = null;
/** Ends the notebook while that is shown. */
let notebook: AbortController | null = null;

function show(): void {
  const wanted = location.hash === NOTEBOOK_HASH;
  if (wanted && notebook) return;
  notebook?.abort();
  notebook = null;
  if (!wanted) {
    open(parseReaderHash(location.hash));
    return;
  }
  shown?.stop.abort();
  shown = null;
  notebook = new AbortController();
  document.title = `${t.notebook.title} · ${t.name}`;
  scrollTo(0, 0);
  showNotebook({ app, reports: index.reports, t, signal: notebook.signal });
}

function open(place: ReaderPlace | null): void {
  const find = (wanted: string | undefined) => index.reports.find(({ id }) => id === wanted) ?? null;
  const report = find(place?.reportId);
  const other = find(place?.against);
  if (shown && (shown.report !== report || other)) {
    shown.stop.abort();
    shown = null;
  }
  if (!report) {
    document.title = t.name;
    render(<Library reports={index.reports} missing={place?.reportId ?? null} t={t} />, app);
    return;
  }
  document.title = `${report.title} · ${t.name}`;
  if (other) {
    const { differences } = compareVersions(normalise(report.text), normalise(other.text));
    render(<VersionView before={report} after={other} differences={differences} t={t} />, app);
    return;
  }
  if (!shown) {
    render(
      <ReportView
        key={report.id}
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
    const stop = new AbortController();
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
      signal: stop.signal,
    });
    shown = { report, overlay, stop };
  }
  const { overlay } = shown;
  void overlay.ready.then(() => goTo(report, overlay, place));
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

settingsItem.watch((changed) => {
  settings = changed;
  shown?.overlay.configure(changed);
});
addEventListener('hashchange', show);
show();
