import { useState } from 'preact/hooks';
import type { Messages } from '../lib/locales/zh_CN';
import { Card } from './Card';

interface NoteEditorProps {
  quote: string;
  /** The text to begin with: the note's own, or what an earlier failed attempt left. */
  text: string;
  t: Messages;
  /** Rejects with an Error whose message is fit for the reader when the note was not stored. */
  onSave: (text: string) => Promise<void>;
  /** Keeps the draft where it outlives this editor. */
  onInput: (text: string) => void;
  onClose: () => void;
}

/** Writes a note. What was typed leaves the editor only when the store has acknowledged it. */
export function NoteEditor({ quote, text, t, onSave, onInput, onClose }: NoteEditorProps) {
  const [value, setValue] = useState(text);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState('');
  const save = async () => {
    if (saving || value.trim() === '') return;
    setSaving(true);
    setFailure('');
    try {
      await onSave(value);
    } catch (error) {
      setFailure(t.noteFailed(error instanceof Error ? error.message : String(error)));
      setSaving(false);
    }
  };
  return (
    <Card
      title={t.note}
      actions={
        <>
          <button type="button" class="primary" disabled={saving || value.trim() === ''} onClick={save}>
            {t.save}
          </button>
          <span class="hint">{t.saveHint}</span>
        </>
      }
      t={t}
      onClose={onClose}
    >
      <blockquote>{quote}</blockquote>
      <textarea
        aria-label={t.noteFor(quote)}
        placeholder={t.notePlaceholder}
        rows={4}
        // Spelling is not checked for Chinese, and Chromium fetches a dictionary for it when none is installed.
        spellcheck={false}
        value={value}
        onInput={(event) => {
          setValue(event.currentTarget.value);
          onInput(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void save();
        }}
      />
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
    </Card>
  );
}
