import type { Messages } from '../lib/locales/zh_CN';

interface NoticeProps {
  words: string;
  t: Messages;
  onUndo: () => void;
}

/** Says what has just been done, and takes it back. */
export function Notice({ words, t, onUndo }: NoticeProps) {
  return (
    <div class="notice" role="status" lang={t.lang}>
      <span>{words}</span>
      <button type="button" onClick={onUndo}>
        {t.undo}
      </button>
    </div>
  );
}
