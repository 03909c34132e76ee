import { render } from 'preact';
import { browser } from '#imports';
import { OptionsPage } from '../../components/OptionsPage';
import { languagesOf, messagesFor } from '../../lib/locales';
import { type BackupRhythm, checkBackup } from '../../lib/notes/backup';
import * as notes from '../../lib/notes/client';
import { exportNotes, type NoteFormat } from '../../lib/notes/export';
import { readNotes } from '../../lib/notes/import';
import { downloadFile } from '../../lib/page/download';
import { backupItem } from '../../lib/platform/backups';
import { canaryItem } from '../../lib/platform/canary';
import { keepStorage } from '../../lib/platform/keepStorage';
import { sendMessage } from '../../lib/platform/messages';
import { changeDensity, changeSettings, settingsItem } from '../../lib/platform/settings';
import { onSitesChange, unwatchSite, watchedSites } from '../../lib/platform/sites';

const DOWNLOADS = { permissions: ['downloads' as const] };
const app = document.getElementById('app')!;
let settings = await settingsItem.getValue();
let stored: { notes: number; bytes: number; kept: boolean | null } | null = null;
let backup = await backupItem.getValue();
let sites = await watchedSites();
/** When the notes' database was found wiped; null when it was not, or the reader knows. */
let wiped: string | null = null;
let message = '';

function draw(): void {
  const t = messagesFor(languagesOf(settings.language, navigator.languages));
  document.title = `${t.settings.title} · ${t.name}`;
  const onExport = async (format: NoteFormat) => {
    downloadFile(`report-margins-notes.${format}`, exportNotes(await notes.list(null), format));
  };
  const onImport = async (file: File) => {
    message = t.settings.importing;
    draw();
    message = await importFile(file).then(
      ({ taken, all }) => t.settings.imported(taken, all),
      (error: Error) => t.settings.importFailed(error.message),
    );
    await count();
  };
  const onRhythm = async (rhythm: BackupRhythm) => {
    // Asked first of all, while the browser still sees the click.
    const granted = rhythm === 'off' || (await browser.permissions.request(DOWNLOADS).catch(() => false));
    if (!granted) message = t.settings.backupDenied;
    else {
      await backupItem.setValue({ ...(await backupItem.getValue()), rhythm, failure: '' });
      await sendMessage('notes.backUp');
      if (rhythm === 'off') await browser.permissions.remove(DOWNLOADS).catch(() => {});
    }
    draw();
  };
  render(
    <OptionsPage
      settings={settings}
      sites={sites}
      onUnwatch={(host) => void unwatchSite(host)}
      stored={stored}
      message={message}
      t={t}
      onChange={(change) => void changeSettings(() => change)}
      onDensity={(change) => void changeDensity(change)}
      onExport={(format) => void onExport(format)}
      onImport={(file) => void onImport(file)}
      wiped={wiped}
      onWipedSeen={() => void onWipedSeen()}
      backup={backup}
      onRhythm={(rhythm) => void onRhythm(rhythm)}
      onBackUp={() => void sendMessage('notes.backUp')}
    />,
    app,
  );
}

async function onWipedSeen(): Promise<void> {
  const mark = await canaryItem.getValue();
  if (mark) await canaryItem.setValue({ ...mark, wiped: null });
  await count();
}

/** Everything is read and checked before the first note is written. */
async function importFile(file: File): Promise<{ taken: number; all: number }> {
  const text = await file.text();
  const read = await readNotes(text);
  await checkBackup(text);
  return { taken: await notes.importAll(read), all: read.length };
}

async function count(): Promise<void> {
  const [all, { usage = 0 }] = await Promise.all([notes.list(null), navigator.storage.estimate()]);
  // Asked only when there is something to keep.
  const kept = all.length > 0 ? await keepStorage() : null;
  wiped = (await canaryItem.getValue())?.wiped ?? null;
  stored = { notes: all.length, bytes: usage, kept };
  draw();
}

settingsItem.watch((changed) => {
  settings = changed;
  draw();
});
backupItem.watch((changed) => {
  backup = changed;
  draw();
});
onSitesChange(async () => {
  sites = await watchedSites();
  draw();
});
notes.onChange(() => void count());
draw();
await count();
