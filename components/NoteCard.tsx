import { useState } from 'preact/hooks';
import type { Messages } from '../lib/locales/zh_CN';
import { tagsOf } from '../lib/notes/tags';
import type { AnchorResult, Note } from '../lib/notes/types';
import { wordsOf } from '../lib/notes/words';
import { Card } from './Card';
import { Markdown } from './Markdown';

interface NoteCardProps {
  note: Note;
  place: AnchorResult;
  t: Messages;
  onEdit: () => void;
  /** Opens a place in the reader, given as its hash. */
  onReader: (hash: string) => void;
  /** Rejects with an Error whose message is fit for the reader when the note was not removed. */
  onRemove: () => Promise<void>;
  onClose: () => void;
}

/** A note as it stands in the margin, in the reader's own hand. */
export function NoteCard({ note, place, t, onEdit, onReader, onRemove, onClose }: NoteCardProps) {
  const words = wordsOf(note);
  const [sure, setSure] = useState(false);
  const [failure, setFailure] = useState('');
  const remove = async () => {
    if (!sure) return setSure(true);
    try {
      await onRemove();
    } catch (error) {
      setFailure(t.removeFailed(error instanceof Error ? error.message : String(error)));
    }
  };
  return (
    <Card
      title={t.note}
      chips={t.noteState[place.state] && <span class="chip target">{t.noteState[place.state]}</span>}
      actions={
        <>
          <button type="button" onClick={onEdit}>
            {t.edit}
          </button>
          <button type="button" class={sure ? 'danger' : ''} onClick={remove}>
            {sure ? t.removeSure : t.remove}
          </button>
        </>
      }
      t={t}
      onClose={onClose}
    >
      {words && (
        <div class={`hand ${note.target.styleClass ?? 'red'}`}>
          <Markdown text={words} onReader={onReader} />
        </div>
      )}
      {place.changes.map(({ before, after }) => (
        <p class="source" key={before}>
          {before} → {after}
        </p>
      ))}
      <p class="source">
        <time dateTime={note.modified}>{new Date(note.modified).toLocaleString(t.lang)}</time>
        {tagsOf(note).map((tag) => ` · ${tag}`)}
      </p>
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
    </Card>
  );
}
