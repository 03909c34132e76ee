import { readerHash } from '../lib/corpus/address';
import type { BundledReport } from '../lib/corpus/types';
import type { ExportFormat, FigureRow } from '../lib/indicators/table';
import type { Messages } from '../lib/locales/zh_CN';
import type { ReadingStyle } from '../lib/platform/readingStyle';
import type { Section } from '../lib/report/types';
import { Figures } from './Figures';
import { Outline } from './Outline';
import { ReadingChoice } from './ReadingChoice';
import { ReportText } from './ReportText';
import { Views } from './Views';

interface ReportViewProps {
  report: BundledReport;
  reports: readonly BundledReport[];
  figures: readonly FigureRow[];
  /** Other bundled carriers of the same report. */
  versions: readonly BundledReport[];
  /** The section that is being read. */
  current: Section | null;
  /** Whether the outline is shown where there is no room for it beside the text. */
  open: boolean;
  /** What is to be said about the address, '' for nothing. */
  word: string;
  style: ReadingStyle;
  t: Messages;
  onFigure: (row: FigureRow) => void;
  onExport: (format: ExportFormat) => void;
  onFind: () => void;
  onOpen: (open: boolean) => void;
  onStyle: (change: Partial<ReadingStyle>) => void;
  onPrint: () => void;
}

/** A report as a page to read, its outline beside it. */
export function ReportView(props: ReportViewProps) {
  const { report, reports, figures, versions, current, open, word, t, onFigure, onExport, onOpen } = props;
  const isBundled = reports.some(({ id }) => id === report.id);
  return (
    <div class="reader" lang={t.lang}>
      <aside>
        <div class="bar">
          <button
            type="button"
            class="drawer-key"
            aria-expanded={open}
            aria-controls="drawer"
            onClick={() => onOpen(!open)}
          >
            {t.outline}
            <span>{current?.heading}</span>
          </button>
          <button type="button" aria-keyshortcuts="/" onClick={props.onFind}>
            {t.reader.find} <kbd>/</kbd>
          </button>
          <ReadingChoice style={props.style} t={t} onChange={props.onStyle} onPrint={props.onPrint} />
        </div>
        <div id="drawer" class={open ? 'open' : ''}>
          <Shelf reports={isBundled ? reports : [...reports, report]} current={report.id} t={t} />
          <Views current="" t={t} />
          <Outline report={report} current={current} t={t} />
        </div>
      </aside>
      <main>
        <header>
          <h1 lang="zh-CN">{report.title}</h1>
          {isBundled && <p>{t.reader.source(report.id)}</p>}
          {versions.map(({ id, short }) => (
            <p key={id}>
              <a href={readerHash({ reportId: report.id, against: id })}>{t.reader.compareWith(short)}</a>
            </p>
          ))}
        </header>
        <details class="all-figures">
          <summary>
            {t.figures.title} · {figures.length}
          </summary>
          <Figures rows={figures} t={t} onGo={onFigure} onExport={onExport} />
        </details>
        <ReportText report={report} base={2} />
      </main>
      <p class="word" role="status">
        {word}
      </p>
    </div>
  );
}

/** The reports, each with the way to read it beside the current one. */
function Shelf({ reports, current, t }: { reports: readonly BundledReport[]; current: string; t: Messages }) {
  return (
    <nav class="shelf" aria-label={t.library}>
      <h2>{t.library}</h2>
      <ul>
        {reports.map(({ id, short, title }) => (
          <li key={id}>
            <a href={readerHash({ reportId: id })} title={title} aria-current={id === current ? 'page' : undefined}>
              {short}
            </a>
            {id !== current && (
              <a
                class="beside"
                href={readerHash({ reportId: current, beside: id })}
                aria-label={t.reader.besideOf(short)}
              >
                {t.reader.beside}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
