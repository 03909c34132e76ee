import { render } from 'preact';
import { Notebook } from '../../components/Notebook';
import type { ReaderPlace } from '../../lib/corpus/address';
import { createBundledPlaces } from '../../lib/notes/bundledPlaces';
import * as notes from '../../lib/notes/client';
import { exportNotes } from '../../lib/notes/export';
import { type NotebookEntry, type NotePlace, newestFirst, toEntry } from '../../lib/notes/notebook';
import type { Note, TrashedNote } from '../../lib/notes/types';
import { downloadFile } from '../../lib/page/download';
import { inSlices } from '../../lib/page/inSlices';
import type { Steps } from '../../lib/steps';
import type { Parts, Shown } from './view';

/** Shows the notebook until the signal aborts, and keeps it as the notes are. */
export function showNotebook(_: ReaderPlace | null, { app, index: { reports }, t, signal }: Parts): Shown {
  document.title = `${t.notebook.title} · ${t.name}`;
  const names = new Map(reports.map(({ id, short }) => [id, short]));
  const find = createBundledPlaces(reports);
  /** Places already looked for; a changed note is another one. */
  const places = new Map<string, NotePlace | null>();
  const keyOf = ({ id, modified }: Note) => `${id} ${modified}`;
  let entries: NotebookEntry[] | null = null;
  let trash: TrashedNote[] = [];
  let message: { text: string; undo: Note | null } = { text: '', undo: null };
  let reading = new AbortController();

  const draw = () => {
    if (signal.aborted) return;
    render(
      <Notebook
        entries={entries}
        trash={trash}
        names={names}
        message={message}
        t={t}
        onReader={(hash) => {
          location.hash = hash;
        }}
        onRemove={(note) => void act(notes.remove(note), t.notebook.removed, note)}
        onRestore={(note) => void act(notes.restore(note), t.settings.restored)}
        onExport={(format, shown) => downloadFile(`report-margins-notes.${format}`, exportNotes(shown, format))}
      />,
      app,
    );
  };
  const act = async (done: Promise<unknown>, text: string, undo: Note | null = null) => {
    message = await done.then(
      () => ({ text, undo }),
      (error: Error) => ({ text: t.notebook.failed(error.message), undo: null }),
    );
    draw();
    await read();
  };
  const list = (all: readonly Note[]) => newestFirst(all.map((note) => toEntry(note, places.get(keyOf(note)) ?? null)));

  function* locate(all: readonly Note[]): Steps<void> {
    for (const note of all) {
      const key = keyOf(note);
      if (!places.has(key)) places.set(key, find(note));
      yield;
    }
  }

  const read = async () => {
    reading.abort();
    reading = new AbortController();
    const mine = reading.signal;
    try {
      const [all, removed] = await Promise.all([notes.list(null), notes.trash()]);
      if (mine.aborted || signal.aborted) return;
      trash = removed;
      // The words first: where the passages stand takes longer to find out.
      const missing = newestFirst(all.map((note) => ({ note }))).filter(({ note }) => !places.has(keyOf(note)));
      if (entries === null || missing.length === 0) {
        entries = list(all);
        draw();
      }
      if (missing.length === 0) return;
      await inSlices(locate(missing.map(({ note }) => note)), AbortSignal.any([mine, signal]));
      if (mine.aborted || signal.aborted) return;
      entries = list(all);
    } catch (error) {
      message = { text: t.notebook.failed(error instanceof Error ? error.message : String(error)), undo: null };
    }
    draw();
  };

  const stop = notes.onChange(() => void read());
  signal.addEventListener('abort', () => {
    stop();
    reading.abort();
    render(null, app);
  });
  draw();
  void read();
  return {};
}
