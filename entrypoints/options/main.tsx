import { render } from 'preact';
import { OptionsPage } from '../../components/OptionsPage';
import { languagesOf, messagesFor } from '../../lib/locales';
import * as notes from '../../lib/notes/client';
import { downloadFile } from '../../lib/page/download';
import { changeSettings, settingsItem } from '../../lib/platform/settings';

const app = document.getElementById('app')!;
let settings = await settingsItem.getValue();
let stored: { notes: number; bytes: number } | null = null;
let message = '';

function draw(): void {
  const t = messagesFor(languagesOf(settings.language, navigator.languages));
  document.title = `${t.settings.title} · ${t.name}`;
  const onExport = async () => {
    downloadFile('report-margins-notes.jsonld', `${JSON.stringify(await notes.list(null), null, 1)}\n`);
  };
  const onImport = async (file: File) => {
    message = await importFile(file).then(t.settings.imported, (error: Error) =>
      t.settings.importFailed(error instanceof SyntaxError ? t.settings.notJson : error.message),
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
      onExport={() => void onExport()}
      onImport={(file) => void onImport(file)}
    />,
    app,
  );
}

async function importFile(file: File): Promise<number> {
  return notes.importAll(JSON.parse(await file.text()));
}

async function count(): Promise<void> {
  const [all, { usage = 0 }] = await Promise.all([notes.list(null), navigator.storage.estimate()]);
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
