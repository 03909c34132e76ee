import type { Messages } from '../lib/locales/zh_CN';
import type { Colour } from '../lib/notes/colours';
import type { AnchorResult } from '../lib/notes/types';
import { Markdown } from './Markdown';

/** A note, or a draft of one, as it stands beside its passage. */
export interface MarginNote {
  key: string;
  text: string;
  colour: Colour;
  tags: readonly string[];
  /** ISO 8601; null for a draft. */
  modified: string | null;
  /** The site where it was written, where that is another. */
  site: string | null;
  state: AnchorResult['state'];
  changes: AnchorResult['changes'];
  top: number;
}

interface MarginProps {
  notes: readonly MarginNote[];
  left: number;
  /** Null where there is no room: each note is then a marker. */
  width: number | null;
  /** Whether the page's own ground is dark. */
  dark: boolean;
  now: Date;
  t: Messages;
  onOpen: (key: string) => void;
  onReader: (hash: string) => void;
}

/** So many changes of value are told beside the passage; the card has all. */
const MOST_CHANGES = 2;

/** The notes beside the page's text, or markers in its gutter. */
export function Margin({ notes, left, width, dark, now, t, onOpen, onReader }: MarginProps) {
  return (
    <aside class={dark ? 'notes dark' : 'notes'} aria-label={t.margin} lang={t.lang}>
      {notes.map((note) => {
        const style = { left: `${left}px`, top: `${note.top}px`, ...(width !== null && { width: `${width}px` }) };
        const ink = `${note.colour}${note.modified === null ? ' draft' : ''}`;
        const label = [t.noteState[note.state], note.text.slice(0, 80)].filter(Boolean).join(' ') || t.note;
        if (width === null) {
          return (
            <button
              type="button"
              key={note.key}
              class={`marker ${ink}`}
              style={style}
              aria-label={`${t.note} ${label}`}
              title={label}
              onClick={() => onOpen(note.key)}
            />
          );
        }
        return <Beside key={note.key} {...{ note, ink, style, now, t, onOpen, onReader }} />;
      })}
    </aside>
  );
}

interface BesideProps extends Pick<MarginProps, 'now' | 't' | 'onOpen' | 'onReader'> {
  note: MarginNote;
  ink: string;
  style: Record<string, string>;
}

function Beside({ note, ink, style, now, t, onOpen, onReader }: BesideProps) {
  const { key, state, changes, text, tags, modified, site } = note;
  const told = state === 'value_changed' ? changes.slice(0, MOST_CHANGES) : [];
  const line = [
    modified === null ? t.draft : dayOf(modified, now, t),
    ...tags,
    site === null ? null : t.writtenOn(site),
  ].filter(Boolean);
  // The whole note answers the pointer; its last line is the button for the keyboard.
  const onClick = (event: MouseEvent) => {
    const from = event.target as Element | null;
    if (!from?.closest('a, button') && String(getSelection()) === '') onOpen(key);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button inside is what the keyboard uses
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside says what this does
    <div class={`note ${ink}`} style={style} onClick={onClick}>
      {t.noteState[state] && (
        <p class="changed">
          {t.noteState[state]}
          {told.map(({ before, after }) => (
            <span key={before}>
              {before} → {after}
            </span>
          ))}
        </p>
      )}
      {text && (
        <div class="words">
          <Markdown text={text} onReader={onReader} />
        </div>
      )}
      <button type="button" class="open" onClick={() => onOpen(key)}>
        {line.join(' · ')}
      </button>
    </div>
  );
}

/** 今天 14:20, or the day. */
function dayOf(time: string, now: Date, t: Messages): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  if (date.toDateString() === now.toDateString()) {
    return t.today(`${two(date.getHours())}:${two(date.getMinutes())}`);
  }
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
