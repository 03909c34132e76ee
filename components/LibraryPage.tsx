import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { LIBRARY_HASH } from '../lib/corpus/address';
import { ARRANGED, type Arrangement, arrange, ORDERS, ORIGINS } from '../lib/library/arrange';
import type { Holding, Identity, Progress } from '../lib/library/types';
import type { LibraryWords } from '../lib/locales/library';
import type { Messages } from '../lib/locales/zh_CN';
import { HoldingRow } from './HoldingRow';
import { type IntakeResult, IntakeResults } from './IntakeResults';
import { Views } from './Views';

/** A long piece of work on the library, and how far it has come. */
export type LibraryWork =
  | ({ kind: 'adding'; name: string; pages: Progress | null } & Progress)
  | ({ kind: 'importing' | 'rereading' } & Progress);

interface LibraryPageProps {
  /** All reports; null until they are known. */
  holdings: readonly Holding[] | null;
  /** Why the report that was asked for is not shown; '' where none was. */
  fault: string;
  work: LibraryWork | null;
  results: readonly IntakeResult[];
  /** What the last action came to. */
  message: string;
  /** How many bytes all data takes, and whether the browser keeps it (null where it was not asked); null while not known. */
  storage: { bytes: number; kept: boolean | null } | null;
  t: Messages;
  w: LibraryWords;
  onFiles: (files: File[]) => void;
  onPaste: (text: string, title: string) => void;
  onCancel: () => void;
  onDismiss: () => void;
  onCorrect: (holding: Holding, identity: Identity) => void;
  onRemove: (holding: Holding) => void;
  onRemoveAll: () => void;
  onExport: () => void;
  onImport: (file: File) => void;
}

/** So many rows at first, and so many more each time: what a screen reader and a slow machine can take. */
const WINDOW = 100;
const KINDS_OF_FILE = '.txt,.md,.html,.htm,.docx,.pdf';

/** All reports that there are to read, and the ways for more to come in. */
export function LibraryPage(props: LibraryPageProps) {
  const { holdings, fault, work, message, t, w, onFiles, onCorrect, onRemove } = props;
  const [arrangement, setArrangement] = useState<Arrangement>(ARRANGED);
  const [limit, setLimit] = useState(WINDOW);
  const [isOver, setIsOver] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const all = holdings ?? [];
  const found = useMemo(() => arrange(all, arrangement), [holdings, arrangement]);
  const change = (part: Partial<Arrangement>) => {
    setArrangement({ ...arrangement, ...part });
    setLimit(WINDOW);
  };
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  return (
    <main
      class={`holdings-page${isOver ? ' over' : ''}`}
      lang={t.lang}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          setIsOver(false);
      }}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setIsOver(false);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <Views current={LIBRARY_HASH} t={t} />
      <h1>{w.title}</h1>
      <p class="quiet">{w.intro}</p>
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <Ways {...props} isOver={isOver} />
      <IntakeResults {...props} />
      <p class="message" role="status">
        {message}
      </p>
      <section aria-label={w.list}>
        <h2 ref={heading} tabIndex={-1}>
          {w.list}
        </h2>
        <search>
          <input
            type="search"
            aria-label={w.filter}
            placeholder={w.filter}
            value={arrangement.words}
            onInput={(event) => change({ words: event.currentTarget.value })}
          />
          <Choice
            label={w.origin}
            value={arrangement.origin}
            options={ORIGINS}
            words={w.origins}
            onChange={(origin) => change({ origin })}
          />
          <Choice
            label={w.order}
            value={arrangement.order}
            options={ORDERS}
            words={w.orders}
            onChange={(order) => change({ order })}
          />
        </search>
        <p class="tally" aria-live="polite">
          {holdings ? w.counts(found.length, all.length) : w.looking}
        </p>
        <ol class="holdings">
          {found.slice(0, limit).map((holding) => (
            <HoldingRow
              key={holding.id}
              holding={holding}
              w={w}
              lang={t.lang}
              onCorrect={onCorrect}
              onRemove={(removed) => {
                // The row goes, and the keyboard with it.
                heading.current?.focus();
                onRemove(removed);
              }}
            />
          ))}
        </ol>
        {holdings && found.length === 0 && <p class="quiet">{arrangement.words === '' ? w.none : w.nothing}</p>}
        {found.length > limit && (
          <button type="button" class="more" onClick={() => setLimit(limit + WINDOW)}>
            {w.more(found.length - limit)}
          </button>
        )}
      </section>
      <Whole {...props} busy={work !== null} own={all.filter(({ origin }) => origin !== null).length} />
    </main>
  );
}

/** The ways for reports to come in, or how far those are that are coming. */
function Ways({ work, t, w, isOver, onFiles, onPaste, onCancel }: LibraryPageProps & { isOver: boolean }) {
  const [text, setText] = useState('');
  const [title, setTitle] = useState('');
  return (
    <section class="ways" aria-label={w.add}>
      {work ? (
        <Working work={work} w={w} onCancel={onCancel} />
      ) : (
        <>
          <p class="ways-first">
            <FileButton label={w.addFiles} accept={KINDS_OF_FILE} multiple onFiles={onFiles} />
            <span class="quiet">{isOver ? w.dropHere : w.formats}</span>
          </p>
          <details>
            <summary>{w.paste}</summary>
            <form
              onSubmit={(event) => {
                event.preventDefault();
                onPaste(text, title);
                setText('');
                setTitle('');
              }}
            >
              <textarea
                rows={6}
                aria-label={w.pasteWords}
                placeholder={w.pasteWords}
                value={text}
                onInput={(event) => setText(event.currentTarget.value)}
              />
              <input
                aria-label={w.pasteTitle}
                placeholder={w.pasteTitle}
                value={title}
                maxLength={200}
                onInput={(event) => setTitle(event.currentTarget.value)}
              />
              <button type="submit" class="primary" disabled={text.trim() === ''}>
                {w.take}
              </button>
            </form>
          </details>
          <p class="quiet">{w.addPage.replace('收入我的报告库', t.intake.add)}</p>
        </>
      )}
    </section>
  );
}

function Working({ work, w, onCancel }: { work: LibraryWork; w: LibraryWords; onCancel: () => void }) {
  const { done, total } = work;
  const words =
    work.kind === 'adding' ? w.working(Math.min(done, total - 1), total, work.name) : w[work.kind](done, total);
  const pages = work.kind === 'adding' ? work.pages : null;
  const inside = pages && pages.total > 0 ? pages.done / pages.total : 0;
  return (
    <>
      <p aria-live="polite">
        {words} {pages && pages.total > 1 && <span class="quiet">{w.onPage(pages.done, pages.total)}</span>}
      </p>
      <p class="ways-first">
        <progress aria-label={words} max={Math.max(total, 1)} value={done + inside} />
        <button type="button" onClick={onCancel}>
          {w.cancel}
        </button>
      </p>
    </>
  );
}

/** The library as a whole: its size, its export and import, and its end. */
function Whole({
  storage,
  busy,
  own,
  w,
  onExport,
  onImport,
  onRemoveAll,
}: LibraryPageProps & { busy: boolean; own: number }) {
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (typed === '') input.current?.focus();
  }, [typed === null]);
  return (
    <section class="whole" aria-label={w.manage}>
      <h2>{w.manage}</h2>
      {storage && (
        <p>
          {w.stored(own, sizeOf(storage.bytes))} {storage.kept === true && w.kept}
          {storage.kept === false && <span class="fault">{w.notKept}</span>}
        </p>
      )}
      <p class="ways-first">
        <button type="button" disabled={busy || own === 0} onClick={onExport}>
          {w.export}
        </button>
        <FileButton label={w.import} accept=".zip" disabled={busy} onFiles={([file]) => file && onImport(file)} />
        {typed === null && (
          <button type="button" disabled={busy || own === 0} onClick={() => setTyped('')}>
            {w.removeAll}…
          </button>
        )}
      </p>
      {typed !== null && (
        <form
          class="remove-all"
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() !== w.removeAllWord) return;
            setTyped(null);
            onRemoveAll();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped(null);
          }}
        >
          <label>
            {w.removeAllHint(w.removeAllWord)}
            <input ref={input} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
          </label>
          <button type="submit" class="sure" disabled={typed.trim() !== w.removeAllWord}>
            {w.removeAll}
          </button>
          <button type="button" onClick={() => setTyped(null)}>
            {w.cancel}
          </button>
        </form>
      )}
    </section>
  );
}

interface FileButtonProps {
  label: ComponentChildren;
  accept: string;
  multiple?: boolean;
  disabled?: boolean;
  onFiles: (files: File[]) => void;
}

/** A file field that looks like a button: the keyboard and screen readers have the field itself. */
function FileButton({ label, accept, multiple = false, disabled = false, onFiles }: FileButtonProps) {
  return (
    <label class={`button${disabled ? ' disabled' : ''}`}>
      {label}
      <input
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly T[];
  words: Record<T, string>;
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, words, onChange }: ChoiceProps<T>) {
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
      {options.map((each) => (
        <option key={each} value={each}>
          {words[each]}
        </option>
      ))}
    </select>
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
