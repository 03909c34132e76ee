import { render } from 'preact';
import { OptionsPage } from '../../components/OptionsPage';
import { languagesOf, messagesFor } from '../../lib/locales';
import * as notes from '../../lib/notes/client';
import { exportNotes, type NoteFormat } from '../../lib/notes/export';
import { readNotes } from '../../lib/notes/import';
import type { Note, TrashedNote } from '../../lib/notes/types';
import { downloadFile } from '../../lib/page/download';
import { canaryItem } from '../../lib/platform/canary';
import { changeSettings, settingsItem } from '../../lib/platform/settings';

const app = document.getElementById('app')!;
let settings = await settingsItem.getValue();
let stored: { notes: number; bytes: number } | null = null;
let trash: TrashedNote[] = [];
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
    message = await importFile(file).then(t.settings.imported, (error: Error) =>
      t.settings.importFailed(error.message),
    );
    await count();
  };
  const onRestore = async (note: Note) => {
    message = await notes.restore(note).then(
      () => t.settings.restored,
      (error: Error) => error.message,
    );
    await count();
  };
  render(
    <OptionsPage
      settings={settings}
      stored={stored}
      message={message}
      t={t}
      onChange={(change) => void changeSettings(() => change)}
      onExport={(format) => void onExport(format)}
      onImport={(file) => void onImport(file)}
      wiped={wiped}
      onWipedSeen={() => void onWipedSeen()}
      trash={trash}
      onRestore={(note) => void onRestore(note)}
    />,
    app,
  );
}

async function onWipedSeen(): Promise<void> {
  const mark = await canaryItem.getValue();
  if (mark) await canaryItem.setValue({ ...mark, wiped: null });
  await count();
}

async function importFile(file: File): Promise<number> {
  return notes.importAll(await readNotes(await file.text()));
}

async function count(): Promise<void> {
  const [all, removed, { usage = 0 }] = await Promise.all([
    notes.list(null),
    notes.trash(),
    navigator.storage.estimate(),
  ]);
  trash = removed;
  wiped = (await canaryItem.getValue())?.wiped ?? null;
  stored = { notes: all.length, bytes: usage };
  draw();
}

settingsItem.watch((changed) => {
  settings = changed;
  draw();
});
notes.onChange(() => void count());
draw();
await count();
