import { render } from 'preact';
import type { IntakeResult } from '../../components/IntakeResults';
import { LibraryPage, type LibraryWork } from '../../components/LibraryPage';
import type { ReaderPlace } from '../../lib/corpus/address';
import { LARGEST_FILE } from '../../lib/library/intake/limits';
import { readFile } from '../../lib/library/intake/readFile';
import { bundledHolding } from '../../lib/library/shelf';
import type { Added, Holding, Intake, Progress, RefusalReason } from '../../lib/library/types';
import { libraryWords } from '../../lib/locales/library';
import { reasonOf } from '../../lib/locales/reasons';
import { downloadFile } from '../../lib/page/download';
import { keepStorage } from '../../lib/platform/keepStorage';
import { library } from './library';
import type { Parts, Shown } from './view';

/** One thing that is to come in: its name for the reader, and what gives its text when its turn comes. */
interface Coming {
  name: string;
  read(signal: AbortSignal): Promise<Intake | { reason: RefusalReason }>;
}

/**
 * Shows the library until the signal aborts, and keeps it as it is. `asked` is the report that was asked for and is not
 * shown: because of the error, or because there is none where that is left out.
 */
export function showLibrary(asked: ReaderPlace | null, { app, index, t, signal }: Parts, error?: unknown): Shown {
  const w = libraryWords(t.lang);
  document.title = `${w.title} · ${t.name}`;
  let holdings: Holding[] | null = null;
  let storage: { bytes: number; kept: boolean | null } | null = null;
  let work: LibraryWork | null = null;
  let working = new AbortController();
  let results: IntakeResult[] = [];
  let message = '';
  const refusal = error === undefined ? '' : reasonOf(error, t.lang);
  const missing = asked ? t.reader.missing(asked.reportId) : '';
  let catching = false;
  const tried = new Set<string>();

  const draw = () => {
    if (signal.aborted) return;
    render(
      <LibraryPage
        holdings={holdings}
        fault={refusal ? t.reader.notOpened(refusal) : missing}
        work={work}
        results={results}
        message={message}
        storage={storage}
        t={t}
        w={w}
        onFiles={(files) => void take(files.map(comingFile))}
        onPaste={(text, title) => void take([comingPaste(text, title)])}
        onCancel={() => working.abort()}
        onDismiss={() => {
          results = [];
          draw();
        }}
        onCorrect={(holding, identity) =>
          void act(library.correct(holding.id, identity), (holding) => {
            results = results.map((result) => withHolding(result, holding));
            return '';
          })
        }
        onRemove={({ id, title }) => void act(library.remove(id), () => w.removed(title))}
        onRemoveAll={() => void act(library.removeAll(), () => w.removedAll)}
        onExport={() =>
          void act(library.exportAll(), (file) => {
            downloadFile(`report-margins-library-${new Date().toISOString().slice(0, 10)}.zip`, file);
            return w.exported(holdings?.filter(({ origin }) => origin !== null).length ?? 0);
          })
        }
        onImport={(file) =>
          void act(
            busy({ kind: 'importing', done: 0, total: 0 }, (options) => library.importAll(file, options)),
            ({ added, known }) => w.imported(added, known),
          )
        }
      />,
      app,
    );
  };

  /** Does something and says what came of it; the page draws itself anew when the library has changed. */
  const act = async <T,>(done: Promise<T>, words: (value: T) => string) => {
    message = await done.then(words, (error) => w.failed(reasonOf(error, t.lang)));
    await look();
  };

  /** Work that takes its time: the page shows how far it has come and offers to end it. */
  const busy = async <T,>(
    what: LibraryWork,
    run: (options: { signal: AbortSignal; onProgress: (progress: Progress) => void }) => Promise<T>,
  ): Promise<T> => {
    working = new AbortController();
    work = what;
    message = '';
    draw();
    const onProgress = (progress: Progress) => {
      work = { ...what, ...progress };
      draw();
    };
    try {
      return await run({ signal: AbortSignal.any([working.signal, signal]), onProgress });
    } finally {
      work = null;
      draw();
    }
  };

  /** Takes texts in one after the other: what is in stays in, whatever becomes of the next. */
  const take = async (coming: readonly Coming[]) => {
    if (work || coming.length === 0) return;
    results = [];
    const total = coming.length;
    await busy({ kind: 'adding', done: 0, total, name: coming[0]!.name, pages: null }, async (options) => {
      for (const [done, { name, read }] of coming.entries()) {
        work = { kind: 'adding', done, total, name, pages: null };
        draw();
        results = [...results, { name, added: await takeOne(read, options.signal) }];
      }
    }).catch((error) => {
      message = w.failed(reasonOf(error, t.lang));
    });
    await look();
  };

  const takeOne = async (read: Coming['read'], stop: AbortSignal): Promise<Added> => {
    if (stop.aborted) return { state: 'refused', reason: 'cancelled' };
    const intake = await read(stop);
    if ('reason' in intake) return { state: 'refused', reason: intake.reason };
    const [added] = await library.add([intake], { signal: stop });
    return added ?? { state: 'refused', reason: 'cancelled' };
  };

  const comingFile = (file: File): Coming => ({
    name: file.name,
    async read(stop) {
      if (file.size > LARGEST_FILE) return { reason: 'too_long' };
      // A folder that was dropped, or a file that has gone meanwhile, cannot be read at all.
      const bytes = await file.arrayBuffer().catch(() => null);
      if (!bytes) return { reason: 'broken_file' };
      return readFile(file.name, new Uint8Array(bytes), stop, (pages) => {
        if (work?.kind !== 'adding') return;
        work = { ...work, pages };
        draw();
      });
    },
  });

  const comingPaste = (text: string, title: string): Coming => ({
    name: title.trim() || w.pasted,
    read: async () => ({ text, origin: { kind: 'paste', name: '' }, ...(title.trim() && { title: title.trim() }) }),
  });

  const look = async () => {
    try {
      const [list, { usage = 0 }] = await Promise.all([library.list(), navigator.storage.estimate()]);
      if (signal.aborted) return;
      holdings = list;
      // Asked only when there is something to keep.
      const kept = list.some(({ origin }) => origin !== null) ? await keepStorage() : null;
      storage = { bytes: usage, kept };
    } catch (error) {
      // The bundled ones can be read all the same.
      holdings ??= index.reports.map(bundledHolding);
      fail(error);
    }
    draw();
  };

  /** Says what is wrong, unless that has been said of the report that was asked for. */
  const fail = (error: unknown) => {
    const reason = reasonOf(error, t.lang);
    message = reason === refusal ? '' : w.failed(reason);
  };

  /** Reports from web pages, and those that another version has read, are read while the page can be used. */
  const catchUp = async () => {
    if (catching) return;
    catching = true;
    const options = {
      signal,
      onProgress: ({ done, total }: Progress) => {
        message = done < total ? w.rereading(done, total) : '';
        draw();
      },
    };
    await library.catchUp(options).catch(fail);
    catching = false;
    draw();
  };

  const stop = library.onChange(async () => {
    await look();
    // Nobody but the librarian reads what a web page has brought in; what it could not read is not tried again and again.
    const unread =
      holdings?.filter(({ id, origin, readBy }) => origin !== null && readBy === null && !tried.has(id)) ?? [];
    for (const { id } of unread) tried.add(id);
    if (unread.length > 0) await catchUp();
  });
  signal.addEventListener('abort', () => {
    stop();
    working.abort();
    render(null, app);
  });
  draw();
  void look().then(catchUp);
  return {};
}

/** What became of a file, with its report as it is now. */
function withHolding(result: IntakeResult, holding: Holding): IntakeResult {
  const { added } = result;
  if (added.state === 'refused' || added.holding.id !== holding.id) return result;
  return { ...result, added: { ...added, holding }, corrected: true };
}
