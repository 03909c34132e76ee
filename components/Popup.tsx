import { LIBRARY_HASH } from '../lib/corpus/address';
import type { ExportFormat, FigureRow } from '../lib/indicators/table';
import type { Messages } from '../lib/locales/zh_CN';
import type { PageSummary } from '../lib/platform/messages';
import type { Settings } from '../lib/platform/settings';
import type { Taking } from '../lib/platform/takeIn';
import { DensityChoice } from './DensityChoice';
import { Figures } from './Figures';
import { TakeIn } from './TakeIn';

export type PageState =
  | { kind: 'looking' }
  | { kind: 'cannot' }
  | { kind: 'off' }
  | { kind: 'found'; summary: PageSummary };

interface PopupProps {
  state: PageState;
  /** The host name of the page in front, '' where the browser does not tell. */
  host: string;
  /** Whether reports are recognised on this host by themselves; null where the reader has no say in it. */
  watched: boolean | null;
  settings: Settings;
  /** What has gone wrong with the notes: their database was found empty although it had not been, or a backup failed. */
  trouble: 'wiped' | 'backup' | null;
  t: Messages;
  onDensity: (change: Partial<Settings['density']>) => void;
  onSite: (on: boolean) => void;
  /** Called within the reader's click, which the browser wants for its question. */
  onWatch: (on: boolean) => void;
  onPanel: () => void;
  taking: Taking;
  onTake: () => void;
  onReader: (hash: string) => void;
  onNotebook: () => void;
  onOptions: () => void;
  onFigure: (row: FigureRow) => void;
  onExport: (format: ExportFormat) => void;
}

/** What was found on the page, why it was taken for a report, and the switches. */
export function Popup(props: PopupProps) {
  const {
    state,
    host,
    watched,
    settings,
    trouble,
    t,
    onDensity,
    onSite,
    onWatch,
    onPanel,
    taking,
    onTake,
    onReader,
    onNotebook,
    onOptions,
    onFigure,
    onExport,
  } = props;
  return (
    <main class="popup" lang={t.lang}>
      <h1>{t.name}</h1>
      {trouble && (
        <p class="warn" role="alert">
          {t.popup.trouble[trouble]}{' '}
          <button type="button" onClick={onOptions}>
            {t.popup.mend[trouble]}
          </button>
        </p>
      )}
      <div aria-live="polite">
        {state.kind === 'looking' && <p>{t.popup.looking}</p>}
        {state.kind === 'cannot' && <p>{t.popup.cannot}</p>}
        {state.kind === 'off' && (
          <p>
            {t.settings.siteIsOff(host)}{' '}
            <button type="button" onClick={() => onSite(true)}>
              {t.settings.siteOn}
            </button>
          </p>
        )}
        {state.kind === 'found' && <Found summary={state.summary} t={t} />}
      </div>
      {state.kind === 'found' && (
        <>
          <TakeIn taking={taking} t={t} onTake={onTake} onReader={onReader} />
          <DensityChoice density={settings.density} t={t} onChange={onDensity} />
          <details>
            <summary>{t.figures.title}</summary>
            <Figures rows={state.summary.figures.rows} t={t} onGo={onFigure} onExport={onExport} />
            {state.summary.figures.unread > 0 && <p class="quiet">{t.figures.unread(state.summary.figures.unread)}</p>}
          </details>
          {host && watched !== null && (
            <button type="button" class="quiet" onClick={() => onWatch(!watched)}>
              {watched ? t.settings.siteUnwatch(host) : t.settings.siteWatch(host)}
            </button>
          )}
          {host && (
            <button type="button" class="quiet" onClick={() => onSite(false)}>
              {t.settings.siteOff(host)}
            </button>
          )}
        </>
      )}
      <footer>
        {state.kind === 'found' && (
          <button type="button" onClick={onPanel}>
            {t.panel.open}
          </button>
        )}
        <button type="button" onClick={() => onReader(LIBRARY_HASH)}>
          {t.library}
        </button>
        <button type="button" onClick={onNotebook}>
          {t.notebook.title}
        </button>
        <button type="button" onClick={onOptions}>
          {t.settings.title}
        </button>
      </footer>
    </main>
  );
}

function Found({ summary, t }: { summary: PageSummary; t: Messages }) {
  const { detection, marks, lost } = summary.outline;
  const count = (kind: string) => marks.filter((mark) => mark.kind === kind).length;
  return (
    <>
      <p class="verdict">{t.popup[detection.verdict]}</p>
      <p>{t.popup.counts(count('term'), count('figure'), count('note') + lost.length)}</p>
      {lost.length > 0 && <p class="warn">{t.orphanedNotes(lost.length)}</p>}
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
