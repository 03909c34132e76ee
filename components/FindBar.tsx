import { useEffect, useRef } from 'preact/hooks';
import type { Messages } from '../lib/locales/zh_CN';

interface FindBarProps {
  /** How many places there are and which is shown, from 1; null while nothing is looked for. */
  found: { here: number; all: number } | null;
  t: Messages;
  onInput: (words: string) => void;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
}

/** Finds words in the report. */
export function FindBar({ found, t, onInput, onStep, onClose }: FindBarProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const count = found && (found.all === 0 ? t.panel.nothing : t.of(found.here, found.all));
  return (
    <search
      class="find"
      lang={t.lang}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Escape') onClose();
        else if (event.key === 'Enter' && event.target === input.current) onStep(event.shiftKey ? -1 : 1);
        else return;
        event.preventDefault();
      }}
    >
      <input
        ref={input}
        type="text"
        enterkeyhint="search"
        aria-label={t.reader.findHint}
        placeholder={t.reader.findHint}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <span role="status">{count}</span>
      <button type="button" disabled={!found?.all} onClick={() => onStep(-1)}>
        {t.reader.previous}
      </button>
      <button type="button" disabled={!found?.all} onClick={() => onStep(1)}>
        {t.reader.next}
      </button>
      <button type="button" onClick={onClose}>
        {t.close}
      </button>
    </search>
  );
}
