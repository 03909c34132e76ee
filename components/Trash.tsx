import type { Messages } from '../lib/locales/zh_CN';
import type { Note, TrashedNote } from '../lib/notes/types';
import { quoteOf, wordsOf } from '../lib/notes/words';

interface TrashProps {
  /** Removed notes that can still be put back, oldest first. */
  trash: readonly TrashedNote[];
  t: Messages;
  onRestore: (note: Note) => void;
}

/** The removed notes, the last one first. */
export function Trash({ trash, t, onRestore }: TrashProps) {
  if (trash.length === 0) return <p class="quiet">{t.settings.noneInTrash}</p>;
  return (
    <ul class="trash">
      {trash.toReversed().map(({ note, deleted }) => {
        const quote = quoteOf(note).exact;
        const words = (wordsOf(note) || quote).slice(0, 60);
        return (
          <li key={note.id}>
            <span title={quote}>{words}</span>
            <time dateTime={deleted}>{new Date(deleted).toLocaleDateString(t.lang)}</time>
            <button type="button" aria-label={`${t.settings.restore} ${words}`} onClick={() => onRestore(note)}>
              {t.settings.restore}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
