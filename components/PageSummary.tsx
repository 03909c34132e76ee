import type { ExportFormat, FigureRow } from '../lib/indicators/table';
import type { Messages } from '../lib/locales/zh_CN';
import type { OverlaySummary } from '../lib/page/overlay';
import { Figures } from './Figures';

export type PageState = { kind: 'looking' } | { kind: 'cannot' } | { kind: 'found'; summary: OverlaySummary };

interface PageSummaryProps {
  state: PageState;
  t: Messages;
  onReader: () => void;
  onFigure: (row: FigureRow) => void;
  onExport: (format: ExportFormat) => void;
}

/** What was found on the page, and why it was taken for a report. */
export function PageSummary({ state, t, onReader, onFigure, onExport }: PageSummaryProps) {
  return (
    <main class="popup" lang={t.lang}>
      <h1>{t.name}</h1>
      <div aria-live="polite">
        {state.kind === 'looking' && <p>{t.popup.looking}</p>}
        {state.kind === 'cannot' && <p>{t.popup.cannot}</p>}
        {state.kind === 'found' && <Found summary={state.summary} t={t} />}
      </div>
      {state.kind === 'found' && (
        <details>
          <summary>{t.figures.title}</summary>
          <Figures rows={state.summary.figures} t={t} onGo={onFigure} onExport={onExport} />
          {state.summary.unread > 0 && <p class="quiet">{t.figures.unread(state.summary.unread)}</p>}
        </details>
      )}
      <p class="keys">{t.popup.keys}</p>
      <button type="button" onClick={onReader}>
        {t.popup.openReader}
      </button>
    </main>
  );
}

function Found({ summary, t }: { summary: OverlaySummary; t: Messages }) {
  const { detection, terms, figures, notes, lostNotes } = summary;
  return (
    <>
      <p class="verdict">{t.popup[detection.verdict]}</p>
      <p>{t.popup.counts(terms, figures.length, notes)}</p>
      {lostNotes > 0 && <p class="warn">{t.orphanedNotes(lostNotes)}</p>}
      {detection.evidence.length > 0 && (
        <details>
          <summary>{t.popup.because}</summary>
          <ul>
            {detection.evidence.map((cue) => (
              <li key={cue}>{cue}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
