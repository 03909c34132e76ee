import { NOTEBOOK_HASH } from '../lib/corpus/address';
import type { Messages } from '../lib/locales/zh_CN';
import { BACKUP_RHYTHMS, type BackupRhythm, type BackupState } from '../lib/notes/backup';
import { NOTE_FORMATS, type NoteFormat } from '../lib/notes/export';
import type { Settings } from '../lib/platform/settings';
import { DensityChoice } from './DensityChoice';

interface OptionsPageProps {
  settings: Settings;
  /** The hosts on which the reader has let reports be recognised. */
  sites: readonly string[];
  onUnwatch: (host: string) => void;
  /**
   * How many notes there are, how many bytes all data takes, and whether the browser has agreed to keep it (null where it
   * was not asked, there being no notes); null while that is not known.
   */
  stored: { notes: number; bytes: number; kept: boolean | null } | null;
  /** What the last import came to. */
  message: string;
  t: Messages;
  onChange: (change: Partial<Settings>) => void;
  onDensity: (change: Partial<Settings['density']>) => void;
  onExport: (format: NoteFormat) => void;
  onImport: (file: File) => void;
  /** When the notes' database was found empty although it had not been; null when all is well. */
  wiped: string | null;
  onWipedSeen: () => void;
  backup: BackupState;
  /** Called within the reader's click, which the browser wants for its question. */
  onRhythm: (rhythm: BackupRhythm) => void;
  onBackUp: () => void;
}

const LANGUAGES: readonly Settings['language'][] = ['auto', 'zh-CN', 'en'];

/** The reader's settings and data. */
export function OptionsPage(props: OptionsPageProps) {
  const { settings, sites, stored, message, t, onChange, onUnwatch, onExport, onImport, wiped, onWipedSeen } = props;
  return (
    <main class="options" lang={t.lang}>
      <h1>{t.settings.title}</h1>
      <section>
        <DensityChoice density={settings.density} t={t} onChange={props.onDensity} />
        <p>
          <label>
            <input
              type="checkbox"
              checked={settings.explain === 'uncommon'}
              onChange={(event) => onChange({ explain: event.currentTarget.checked ? 'uncommon' : 'all' })}
            />
            {t.settings.explain}
          </label>
        </p>
      </section>
      <section>
        <h2>{t.settings.language}</h2>
        <select
          aria-label={t.settings.language}
          value={settings.language}
          onChange={(event) => onChange({ language: event.currentTarget.value as Settings['language'] })}
        >
          {LANGUAGES.map((language) => (
            <option key={language} value={language}>
              {t.settings.languages[language]}
            </option>
          ))}
        </select>
      </section>
      <Restorable
        title={t.settings.known}
        items={settings.known}
        none={t.settings.noneKnown}
        verb={t.settings.restore}
        onTake={(term) => onChange({ known: settings.known.filter((other) => other !== term) })}
      />
      <Restorable
        title={t.settings.offSites}
        items={settings.offSites}
        none={t.settings.noneOff}
        verb={t.settings.restore}
        onTake={(host) => onChange({ offSites: settings.offSites.filter((other) => other !== host) })}
      />
      <Restorable
        title={t.settings.sites}
        items={sites}
        none={t.settings.noneWatched}
        verb={t.settings.unwatch}
        onTake={onUnwatch}
      />
      <section>
        <h2>{t.settings.keys}</h2>
        <dl>
          {t.settings.keyList.map(([keys, meaning]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <p class="quiet">{t.settings.moreKeys}</p>
      </section>
      <section>
        <h2>{t.settings.data}</h2>
        {wiped && (
          <p class="failure" role="alert">
            {t.settings.wiped(new Date(wiped).toLocaleString(t.lang))}
            <button type="button" onClick={onWipedSeen}>
              {t.settings.wipedSeen}
            </button>
          </p>
        )}
        {stored && (
          <p>
            {t.settings.stored(stored.notes, sizeOf(stored.bytes))}
            {stored.kept === true && t.settings.keptSafe}
          </p>
        )}
        {stored?.kept === false && <p class="failure">{t.settings.notKeptSafe}</p>}
        <p>
          <a href={`/reader.html${NOTEBOOK_HASH}`} target="_blank" rel="noopener">
            {t.settings.toNotebook}
          </a>
        </p>
        <p class="tools">
          {NOTE_FORMATS.map((format) => (
            <button type="button" key={format} onClick={() => onExport(format)}>
              {t.settings.exportNotes(t.settings.noteFormats[format])}
            </button>
          ))}
          <label class="button">
            {t.settings.importNotes}
            <input
              type="file"
              accept=".json,.jsonld"
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                if (file) onImport(file);
                event.currentTarget.value = '';
              }}
            />
          </label>
        </p>
        <p role="status">{message}</p>
        <Backups {...props} />
      </section>
    </main>
  );
}

/** Backups that are written by themselves, and how the last one went. */
function Backups({ backup, t, onRhythm, onBackUp }: OptionsPageProps) {
  const { rhythm, last, failure } = backup;
  return (
    <>
      <fieldset>
        <legend>{t.settings.backup}</legend>
        {BACKUP_RHYTHMS.map((each) => (
          <label key={each}>
            <input type="radio" name="backup" checked={each === rhythm} onClick={() => onRhythm(each)} />
            {t.settings.rhythms[each]}
          </label>
        ))}
        {rhythm !== 'off' && (
          <button type="button" onClick={onBackUp}>
            {t.settings.backUpNow}
          </button>
        )}
      </fieldset>
      <p class="quiet">{t.settings.backupHint}</p>
      {rhythm !== 'off' && (
        <p>
          {last ? t.settings.lastBackup(new Date(last.time).toLocaleString(t.lang), last.count) : t.settings.noBackup}
        </p>
      )}
      {failure && (
        <p class="failure" role="alert">
          {t.settings.backupFailed(failure)}
        </p>
      )}
    </>
  );
}

interface RestorableProps {
  title: string;
  items: readonly string[];
  none: string;
  /** What the button of an entry says. */
  verb: string;
  onTake: (item: string) => void;
}

/** A list whose entries can be taken out again. */
function Restorable({ title, items, none, verb, onTake }: RestorableProps) {
  return (
    <section>
      <h2>{title}</h2>
      {items.length === 0 && <p class="quiet">{none}</p>}
      <ul class="restorable">
        {items.map((item) => (
          <li key={item}>
            {item}
            <button type="button" aria-label={`${verb} ${item}`} onClick={() => onTake(item)}>
              {verb}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
