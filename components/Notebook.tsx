import { useMemo, useState } from 'preact/hooks';
import { NOTEBOOK_HASH, readerHash } from '../lib/corpus/address';
import type { Messages } from '../lib/locales/zh_CN';
import type { Colour } from '../lib/notes/colours';
import { NOTE_FORMATS, type NoteFormat, passageLink } from '../lib/notes/export';
import {
  choicesOf,
  filterEntries,
  NO_FILTER,
  type NotebookEntry,
  type NotebookFilter,
  type NotebookState,
} from '../lib/notes/notebook';
import type { Note, TrashedNote } from '../lib/notes/types';
import { Markdown } from './Markdown';
import { Trash } from './Trash';
import { Views } from './Views';

interface NotebookProps {
  /** All notes, newest first; null until they are read. */
  entries: readonly NotebookEntry[] | null;
  trash: readonly TrashedNote[];
  /** The short names of bundled reports by their id. */
  names: ReadonlyMap<string, string>;
  /** What the last action came to; `undo` is the note that it removed. */
  message: { text: string; undo: Note | null };
  t: Messages;
  onReader: (hash: string) => void;
  onRemove: (note: Note) => void;
  onRestore: (note: Note) => void;
  onExport: (format: NoteFormat, notes: Note[]) => void;
}

/** So many rows at first, and so many more each time: what a screen reader and a slow machine can take. */
const WINDOW = 200;

/** All notes of all reports, to search, to sift and to take along. */
export function Notebook({
  entries,
  trash,
  names,
  message,
  t,
  onReader,
  onRemove,
  onRestore,
  onExport,
}: NotebookProps) {
  const [filter, setFilter] = useState(NO_FILTER);
  const [limit, setLimit] = useState(WINDOW);
  const all = entries ?? [];
  const choices = useMemo(() => choicesOf(all), [entries]);
  const found = useMemo(() => filterEntries(all, filter), [entries, filter]);
  const change = (part: Partial<NotebookFilter>) => {
    setFilter({ ...filter, ...part });
    setLimit(WINDOW);
  };
  const sifted = Object.keys(NO_FILTER).some((key) => filter[key as keyof NotebookFilter] !== NO_FILTER[key as never]);
  return (
    <main class="notebook" lang={t.lang}>
      <Views current={NOTEBOOK_HASH} t={t} />
      <h1>{t.notebook.title}</h1>
      <search aria-label={t.notebook.filters}>
        <input
          type="search"
          aria-label={t.notebook.search}
          placeholder={t.notebook.search}
          value={filter.search}
          onInput={(event) => change({ search: event.currentTarget.value })}
        />
        <div class="filters">
          <Choice
            label={t.notebook.report}
            all={t.notebook.allReports}
            value={filter.report === null ? null : filter.report}
            choices={choices.reports.map(([value, count]) => [value, value || t.notebook.noReport, count])}
            onChoose={(report) => change({ report })}
          />
          <Choice
            label={t.notebook.tag}
            all={t.notebook.allTags}
            value={filter.tag || null}
            choices={choices.tags.map(([value, count]) => [value, `#${value}`, count])}
            onChoose={(tag) => change({ tag: tag ?? '' })}
          />
          <Choice
            label={t.notebook.colour}
            all={t.notebook.allColours}
            value={filter.colour || null}
            choices={choices.colours.map(([value, count]) => [value, t.notebook.colours[value], count])}
            onChoose={(colour) => change({ colour: (colour ?? '') as Colour | '' })}
          />
          <Choice
            label={t.notebook.state}
            all={t.notebook.allStates}
            value={filter.state || null}
            choices={choices.states.map(([value, count]) => [value, t.notebook.states[value], count])}
            onChoose={(state) => change({ state: (state ?? '') as NotebookState | '' })}
          />
          <span class="days">
            {(['from', 'to'] as const).map((end) => (
              <label key={end}>
                {t.notebook[end]}
                <input
                  type="date"
                  value={filter[end]}
                  onInput={(event) => change({ [end]: event.currentTarget.value })}
                />
              </label>
            ))}
          </span>
          {sifted && (
            <button type="button" onClick={() => change(NO_FILTER)}>
              {t.notebook.clear}
            </button>
          )}
        </div>
      </search>
      <p class="bar">
        <span aria-live="polite">{entries ? t.notebook.counts(found.length, all.length) : t.notebook.looking}</span>
        {found.length > 0 && (
          <span class="exports">
            {t.notebook.exportShown}
            {NOTE_FORMATS.map((format) => (
              <button type="button" key={format} onClick={() => onExport(format, notesOf(found))}>
                {t.settings.noteFormats[format]}
              </button>
            ))}
          </span>
        )}
      </p>
      <p class="message" role="status">
        {message.text}
        {message.undo && (
          <button type="button" onClick={() => onRestore(message.undo!)}>
            {t.notebook.undo}
          </button>
        )}
      </p>
      {entries && found.length === 0 && <p class="quiet">{all.length === 0 ? t.notebook.none : t.notebook.nothing}</p>}
      <ol class="notes">
        {found.slice(0, limit).map((entry) => (
          <Row
            key={entry.note.id}
            entry={entry}
            names={names}
            t={t}
            onTag={(tag) => change({ tag })}
            onReader={onReader}
            onRemove={onRemove}
          />
        ))}
      </ol>
      {found.length > limit && (
        <button type="button" class="more" onClick={() => setLimit(limit + WINDOW)}>
          {t.notebook.more(found.length - limit)}
        </button>
      )}
      <details class="removed">
        <summary>
          {t.settings.trash} · {trash.length}
        </summary>
        <Trash trash={trash} t={t} onRestore={onRestore} />
      </details>
    </main>
  );
}

const notesOf = (entries: readonly NotebookEntry[]) => entries.map(({ note }) => note);

interface RowProps {
  entry: NotebookEntry;
  names: ReadonlyMap<string, string>;
  t: Messages;
  onTag: (tag: string) => void;
  onReader: (hash: string) => void;
  onRemove: (note: Note) => void;
}

function Row({ entry, names, t, onTag, onReader, onRemove }: RowProps) {
  const { note, words, quote, tags, colour, host, day, state, place } = entry;
  const report = place && (names.get(place.reportId) ?? place.reportId);
  const shown = state !== 'found' && state !== 'unknown';
  return (
    <li class={colour}>
      <blockquote lang="zh-CN">{quote}</blockquote>
      {words ? (
        <div class="words">
          <Markdown text={words} onReader={onReader} />
        </div>
      ) : (
        <p class="words quiet">{t.notebook.noWords}</p>
      )}
      <p class="about">
        {shown && <span class="state">{t.notebook.states[state]}</span>}
        {state === 'value_changed' &&
          place?.result.changes.map(({ before, after }) => (
            <span class="state" key={before}>
              {before} → {after}
            </span>
          ))}
        <time dateTime={note.created}>{day}</time>
        <span>{report ?? (entry.report || host)}</span>
        {host && (report || entry.report) && <span>{t.notebook.writtenAt(host)}</span>}
        {colour !== 'red' && <span>{t.notebook.colours[colour]}</span>}
        {tags.map((tag) => (
          <button type="button" key={tag} onClick={() => onTag(tag)}>
            #{tag}
          </button>
        ))}
        <span class="actions">
          <Link entry={entry} t={t} />
          <button
            type="button"
            class="remove"
            aria-label={t.notebook.remove((words || quote).slice(0, 30))}
            onClick={() => onRemove(note)}
          >
            {t.remove}
          </button>
        </span>
      </p>
    </li>
  );
}

/** The way to the passage: in the bundled report where it stands there, otherwise on the page where it was made. */
function Link({ entry: { note, place }, t }: { entry: NotebookEntry; t: Messages }) {
  const { start, end } = place?.result ?? {};
  if (place && typeof start === 'number' && typeof end === 'number') {
    return <a href={readerHash({ reportId: place.reportId, start, end })}>{t.notebook.goTo}</a>;
  }
  const source = passageLink(note);
  if (!source) return place && <a href={readerHash({ reportId: place.reportId })}>{t.notebook.goToReport}</a>;
  return (
    <a href={source} target="_blank" rel="noreferrer noopener">
      {t.notebook.goToSource}
    </a>
  );
}

interface ChoiceProps {
  label: string;
  /** What stands for no choice. */
  all: string;
  value: string | null;
  choices: [value: string, words: string, count: number][];
  onChoose: (value: string | null) => void;
}

function Choice({ label, all, value, choices, onChoose }: ChoiceProps) {
  // What was chosen may be gone from the notes; it stays to be seen, and to be taken back.
  const gone = value !== null && !choices.some(([each]) => each === value);
  return (
    <select
      aria-label={label}
      value={value === null ? ALL : `=${value}`}
      onChange={({ currentTarget }) => onChoose(currentTarget.value === ALL ? null : currentTarget.value.slice(1))}
    >
      <option value={ALL}>{all}</option>
      {choices.map(([each, words, count]) => (
        <option key={each} value={`=${each}`}>
          {words}（{count}）
        </option>
      ))}
      {gone && <option value={`=${value}`}>{value}（0）</option>}
    </select>
  );
}

/** The value of no choice; the others begin with an equals sign, since a report's may be empty. */
const ALL = 'all';
