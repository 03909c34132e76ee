import type { Messages } from '../lib/locales/zh_CN';

interface SelectionBarProps {
  t: Messages;
  onNote: () => void;
  onSections: () => void;
}

/** What can be done with a selection; pressing a button leaves the selection as it is. */
export function SelectionBar({ t, onNote, onSections }: SelectionBarProps) {
  return (
    <div class="bar" role="toolbar" aria-label={t.selectionBar} lang={t.lang}>
      <button
        type="button"
        onPointerDown={(event) => event.preventDefault()}
        onClick={onNote}
        aria-keyshortcuts="Alt+M"
      >
        {t.writeNote}
      </button>
      <button
        type="button"
        onPointerDown={(event) => event.preventDefault()}
        onClick={onSections}
        aria-keyshortcuts="Alt+S"
      >
        {t.sections}
      </button>
    </div>
  );
}
