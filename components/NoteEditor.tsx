import { useState } from 'preact/hooks';
import type { Messages } from '../lib/locales/zh_CN';
import { COLOURS, type Colour } from '../lib/notes/colours';
import { SupersededError } from '../lib/notes/errors';
import { Card } from './Card';

interface NoteEditorProps {
  quote: string;
  /** The text to begin with: the note's own, or a draft that was not saved. */
  text: string;
  colour: Colour;
  /** Whether the text is a draft from before. */
  restored: boolean;
  /** Whether the note may be without words: it was a mark. */
  wordless: boolean;
  t: Messages;
  /**
   * Rejects with an Error whose message is fit for the reader when the note was not stored; with a SupersededError when
   * another tab has changed it, and the next call then saves all the same.
   */
  onSave: (text: string, colour: Colour) => Promise<void>;
  /** Keeps the draft where it outlives this editor. */
  onInput: (text: string, colour: Colour) => void;
  /** The reader does not want the draft. */
  onDiscard: () => void;
  onClose: () => void;
}

/** Writes a note. What was typed leaves the editor only when the store has acknowledged it. */
export function NoteEditor({
  quote,
  text,
  colour,
  restored,
  wordless,
  t,
  onSave,
  onInput,
  onDiscard,
  onClose,
}: NoteEditorProps) {
  const [value, setValue] = useState(text);
  const [ink, setInk] = useState(colour);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState('');
  const [theirs, setTheirs] = useState<string | null>(null);
  const isEmpty = value.trim() === '' && !wordless;
  const save = async () => {
    if (saving || isEmpty) return;
    setSaving(true);
    setFailure('');
    setTheirs(null);
    try {
      await onSave(value, ink);
    } catch (error) {
      if (!(error instanceof SupersededError)) {
        setFailure(t.noteFailed(error instanceof Error ? error.message : String(error)));
      } else if (error.theirs === null) {
        setFailure(t.noteGone);
      } else {
        setTheirs(error.theirs);
      }
      setSaving(false);
    }
  };
  return (
    <Card
      title={t.note}
      actions={
        <>
          <button type="button" class="primary" disabled={saving || isEmpty} onClick={save}>
            {t.save}
          </button>
          {restored && (
            <button type="button" onClick={onDiscard}>
              {t.discardDraft}
            </button>
          )}
          <span class="hint">{t.saveHint}</span>
        </>
      }
      t={t}
      onClose={onClose}
    >
      <blockquote>{quote}</blockquote>
      {restored && <p class="hint">{t.draftRestored}</p>}
      <textarea
        class={ink}
        aria-label={t.noteFor(quote)}
        placeholder={t.notePlaceholder}
        rows={4}
        // Spelling is not checked for Chinese, and Chromium fetches a dictionary for it when none is installed.
        spellcheck={false}
        value={value}
        onInput={(event) => {
          setValue(event.currentTarget.value);
          onInput(event.currentTarget.value, ink);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void save();
        }}
      />
      <p class="inks">
        {COLOURS.map((each) => (
          <button
            type="button"
            key={each}
            class={`ink ${each}`}
            aria-pressed={each === ink}
            aria-label={t.ink(each)}
            title={t.ink(each)}
            onClick={() => {
              setInk(each);
              onInput(value, each);
            }}
          />
        ))}
      </p>
      {theirs !== null && (
        <div class="failure" role="alert">
          {t.noteConflict}
          <div class="hand">{theirs}</div>
          {t.saveAnyway}
        </div>
      )}
      {failure && (
        <p class="failure" role="alert">
          {failure}
        </p>
      )}
    </Card>
  );
}
