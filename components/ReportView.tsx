import { NOTEBOOK_HASH, readerHash } from '../lib/corpus/address';
import type { BundledReport } from '../lib/corpus/types';
import type { ExportFormat, FigureRow } from '../lib/indicators/table';
import { INDICATORS_HASH, SEARCH_HASH } from '../lib/library/address';
import type { Messages } from '../lib/locales/zh_CN';
import { normalise } from '../lib/text/normal';
import { Figures } from './Figures';

interface ReportViewProps {
  report: BundledReport;
  reports: readonly BundledReport[];
  figures: readonly FigureRow[];
  /** Other bundled carriers of the same report. */
  versions: readonly BundledReport[];
  t: Messages;
  onFigure: (row: FigureRow) => void;
  onExport: (format: ExportFormat) => void;
}

/** A bundled report as a page to read, its outline beside it. */
export function ReportView({ report, reports, figures, versions, t, onFigure, onExport }: ReportViewProps) {
  return (
    <div class="reader" lang={t.lang}>
      <aside>
        <Shelf reports={reports} current={report.id} t={t} />
        <nav class="outline" aria-label={t.outline}>
          <h2>{t.outline}</h2>
          <ol>
            {report.sections
              .filter(({ level }) => level <= 2)
              .map(({ id, level, heading }) => (
                <li key={id} class={`level-${level}`}>
                  <a href={readerHash({ reportId: report.id, sectionId: id })}>{heading}</a>
                </li>
              ))}
          </ol>
        </nav>
      </aside>
      <main>
        <header>
          <h1 lang="zh-CN">{report.title}</h1>
          <p>{t.reader.source(report.id)}</p>
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
        <article lang="zh-CN">
          {paragraphsOf(report).map(({ start, heading, level, rest }) => {
            const Heading = level === 1 ? 'h2' : 'h3';
            if (heading && !rest) return <Heading key={start}>{heading}</Heading>;
            return (
              <p key={start}>
                {heading && <strong>{heading}</strong>}
                {rest}
              </p>
            );
          })}
        </article>
      </main>
    </div>
  );
}

interface LibraryProps {
  reports: readonly BundledReport[];
  /** The id that was asked for and is not there. */
  missing: string | null;
  t: Messages;
}

/** What there is to read. */
export function Library({ reports, missing, t }: LibraryProps) {
  return (
    <main class="library" lang={t.lang}>
      <h1>{t.name}</h1>
      {missing !== null && <p role="alert">{t.reader.missing(missing)}</p>}
      <Shelf reports={reports} current={null} t={t} />
    </main>
  );
}

function Shelf({ reports, current, t }: { reports: readonly BundledReport[]; current: string | null; t: Messages }) {
  return (
    <nav class="shelf" aria-label={t.library}>
      <h2>{t.library}</h2>
      <ul>
        {reports.map(({ id, short, title }) => (
          <li key={id}>
            <a href={readerHash({ reportId: id })} title={title} aria-current={id === current ? 'page' : undefined}>
              {short}
            </a>
          </li>
        ))}
      </ul>
      <p class="views">
        <a href={SEARCH_HASH}>{t.views.search}</a>
        <a href={INDICATORS_HASH}>{t.views.indicators}</a>
      </p>
      <a class="notebook-link" href={NOTEBOOK_HASH}>
        {t.notebook.title}
      </a>
    </nav>
  );
}

interface Paragraph {
  start: number;
  /** The heading that it begins with, and the level of that. */
  heading: string;
  level: number;
  rest: string;
}

/** The paragraphs that the reading works on, so that what is found in the file is found on the page. */
function paragraphsOf(report: BundledReport): Paragraph[] {
  const normal = normalise(report.text);
  const sections = new Map(report.sections.map((section) => [normal.fromSource(section.start), section]));
  /** The characters as they stand in the file, its Markdown marks and hard line breaks left out. */
  const shown = (from: number, to: number) => {
    const { start, end } = normal.toSource(from, to);
    return report.text.slice(start, end).replace(/\*\*|\s*\n\s*/g, '');
  };
  const paragraphs: Paragraph[] = [];
  let at = 0;
  for (const line of normal.text.split('\n')) {
    const end = at + line.length;
    const section = sections.get(at);
    const words = section ? normalise(section.heading).text : '';
    const named = section ? line.indexOf(words) : -1;
    let split = named >= 0 ? at + named + words.length : at;
    // A full stop alone after the heading belongs to it.
    if (split === end - 1) split = end;
    const { start } = normal.toSource(at, end);
    if (line)
      paragraphs.push({ start, heading: shown(at, split), level: section?.level ?? 0, rest: shown(split, end) });
    at = end + 1;
  }
  return paragraphs;
}
