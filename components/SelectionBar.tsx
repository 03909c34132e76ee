import type { Messages } from '../lib/locales/zh_CN';
import { COLOURS, type Colour } from '../lib/notes/colours';

interface SelectionBarProps {
  t: Messages;
  onNote: () => void;
  onMark: (colour: Colour) => void;
  onLookUp: () => void;
  onCite: () => void;
}

/** What can be done with a selection; pressing a button leaves the selection as it is. */
export function SelectionBar({ t, onNote, onMark, onLookUp, onCite }: SelectionBarProps) {
  const keep = (event: Event) => event.preventDefault();
  return (
    <div class="bar" role="toolbar" aria-label={t.selectionBar} lang={t.lang}>
      <button type="button" onPointerDown={keep} onClick={onNote} aria-keyshortcuts="Alt+M">
        {t.writeNote}
      </button>
      <span class="inks">
        {COLOURS.map((colour) => (
          <button
            type="button"
            key={colour}
            class={`ink ${colour}`}
            aria-label={t.mark(colour)}
            title={t.mark(colour)}
            onPointerDown={keep}
            onClick={() => onMark(colour)}
          />
        ))}
      </span>
      <button type="button" onPointerDown={keep} onClick={onLookUp} aria-keyshortcuts="Alt+S">
        {t.lookUp}
      </button>
      <button type="button" onPointerDown={keep} onClick={onCite}>
        {t.cite}
      </button>
    </div>
  );
}
