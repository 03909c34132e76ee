import type { ComponentChild } from 'preact';
import { NoteEditor } from '../../components/NoteEditor';
import type { Messages } from '../locales/zh_CN';
import { anchor } from '../notes/anchor';
import type { Colour } from '../notes/colours';
import { isNotesError, SupersededError } from '../notes/errors';
import type { KeptDraft, Note, NoteDraft, NotesClient } from '../notes/types';
import { quoteIn, wordsOf } from '../notes/words';
import { describe } from '../text/quote';
import type { OfferUndo } from './notices';
import type { LostNote } from './outline';
import type { Anchor } from './surface';

/** What is typed is kept after so many milliseconds, however fast the typing goes on. */
const KEEP = 250;

interface Passage {
  start: number;
  end: number;
}

interface DeskParts {
  notes: NotesClient;
  t: Messages;
  /** The page as it was last read. */
  page(): { text: string; report: Note['report']; notes: readonly Note[] };
  /** Shows the editor in place of what is open. */
  show(to: Anchor, editor: ComponentChild): void;
  close(): void;
  /** Fetches the notes anew. */
  refresh(): Promise<void>;
  offerUndo: OfferUndo;
  signal: AbortSignal;
}

/** A draft with the place of its passage, for showing it in the margin. */
export interface PlacedDraft extends Passage {
  draft: NoteDraft;
}

/** Where notes are written, moved and removed, and what is being written is kept. */
export interface NoteDesk {
  /** Opens the editor on a passage, or on a note that stands there, with what was typed there before. */
  write(to: Anchor, passage: Passage, note?: Note): void;
  /** Marks a passage without words; when that cannot be stored, the editor opens and says so. */
  mark(to: Anchor, passage: Passage, colour: Colour): Promise<void>;
  /** Rejects with a NotesError, and removes nothing, when the store does not answer. */
  remove(note: Note): Promise<void>;
  /** Puts a note on another passage. Rejects with a NotesError. */
  move(note: Note, passage: Passage): Promise<void>;
  /** Reads what other tabs and earlier visits have left unsaved. */
  fetchDrafts(): Promise<void>;
  /** Drafts of new notes whose passage the page holds, in reading order. */
  drafts(): PlacedDraft[];
  /** Drafts of new notes whose passage the page does not hold. */
  lostDrafts(): LostNote[];
  /** Puts a lost draft on a passage; false when there is none with that id. */
  moveDraft(id: string, passage: Passage): boolean;
}

export function makeNoteDesk({ notes, t, page, show, close, refresh, offerUndo, signal }: DeskParts): NoteDesk {
  let kept: NoteDraft[] = [];
  let pending: { draft: NoteDraft; timer: ReturnType<typeof setTimeout> } | null = null;

  const isFor = (a: NoteDraft, b: NoteDraft) =>
    a.id || b.id ? a.id === b.id : JSON.stringify(a.selector) === JSON.stringify(b.selector);
  const forget = (draft: NoteDraft) => {
    kept = kept.filter((other) => !isFor(other, draft));
  };
  /** Sends what waits to be kept. Without the background it stays in this page, and the editor still has it. */
  const flush = async () => {
    if (!pending) return;
    clearTimeout(pending.timer);
    const { draft } = pending;
    pending = null;
    await notes.keepDraft(draft).catch(() => {});
  };
  const keep = (draft: NoteDraft) => {
    forget(draft);
    kept.push(draft);
    if (pending && !isFor(pending.draft, draft)) void flush();
    if (pending) pending.draft = draft;
    else pending = { draft, timer: setTimeout(flush, KEEP) };
  };
  const drop = async (draft: NoteDraft) => {
    forget(draft);
    if (pending && isFor(pending.draft, draft)) {
      clearTimeout(pending.timer);
      pending = null;
    }
    await notes.dropDraft(draft).catch(() => {});
  };
  addEventListener('pagehide', () => void flush(), { signal });
  document.addEventListener('visibilitychange', () => void flush(), { signal });
  signal.addEventListener('abort', () => void flush());

  /** What the editor begins with where nothing was typed before. */
  const begin = ({ start, end }: Passage, note?: Note): NoteDraft => {
    const { text, report } = page();
    if (!note) return { text: '', selector: describe(text, start, end), report };
    const { styleClass } = note.target;
    return {
      id: note.id,
      basedOn: note.modified,
      text: wordsOf(note),
      ...(styleClass && { colour: styleClass }),
      selector: note.target.selector,
      report: note.report,
    };
  };

  const typedBefore = (passage: Passage, note?: Note): NoteDraft | undefined =>
    kept.find((draft) => (note ? draft.id === note.id : isAt(placeOf(draft), passage)));
  const placeOf = (draft: NoteDraft): Passage | null => {
    if (draft.id) return null;
    const { start, end } = anchor(page().text, draft.selector);
    return start === null || end === null ? null : { start, end };
  };

  /** What the store has in place of what this editor was opened on. */
  const newest = async (id: string) => {
    await refresh();
    return page().notes.find((note) => note.id === id);
  };

  const write: NoteDesk['write'] = (to, passage, note) => {
    const own = begin(passage, note);
    const before = typedBefore(passage, note);
    let draft = before ?? own;
    const onSave = async (text: string, colour: Colour) => {
      // What was typed last is not to be kept after the note is there.
      await flush();
      try {
        await notes.save({ ...draft, text, colour });
      } catch (error) {
        const there = draft.id !== undefined && isNotesError(error, 'conflict') ? await newest(draft.id) : undefined;
        if (there) {
          draft = { ...draft, basedOn: there.modified };
          throw new SupersededError(wordsOf(there));
        }
        if (draft.id === undefined || !(isNotesError(error, 'missing') || isNotesError(error, 'conflict'))) throw error;
        const { id: _, basedOn: __, ...anew } = draft;
        draft = anew;
        throw new SupersededError(null);
      }
      forget({ ...draft, text });
      if (draft.id !== own.id) void drop(own);
      close();
      await refresh();
    };
    const onInput = (text: string, colour: Colour) => {
      const typed = { ...draft, text, colour };
      if (text === own.text && colour === (own.colour ?? 'red')) void drop(typed);
      else keep(typed);
    };
    const onDiscard = () => {
      const discarded = kept.find((other) => isFor(other, draft));
      close();
      void drop(draft).then(refresh);
      if (!discarded) return;
      offerUndo(t.draftDiscarded, async () => {
        keep(discarded);
        await flush();
        await refresh();
      });
    };
    show(
      to,
      <NoteEditor
        key={note?.id ?? `${passage.start}-${passage.end}`}
        quote={page().text.slice(passage.start, passage.end)}
        text={draft.text}
        colour={draft.colour ?? 'red'}
        restored={before !== undefined}
        wordless={note !== undefined && own.text === ''}
        t={t}
        onSave={onSave}
        onInput={onInput}
        onDiscard={onDiscard}
        onClose={() => {
          close();
          void flush().then(refresh);
        }}
      />,
    );
  };

  return {
    write,
    async mark(to, passage, colour) {
      close();
      try {
        await notes.save({ ...begin(passage), colour });
        await refresh();
      } catch {
        write(to, passage);
      }
    },
    async remove(note) {
      await notes.remove(note);
      close();
      await refresh();
      offerUndo(t.noteRemoved, async () => {
        await notes.restore(note);
        await refresh();
      });
    },
    async move(note, { start, end }) {
      const draft = begin({ start, end }, note);
      const moved = await notes.save({ ...draft, selector: describe(page().text, start, end) });
      await refresh();
      offerUndo(t.noteMoved, async () => {
        await notes.save({ ...draft, basedOn: moved.modified });
        await refresh();
      });
    },
    async fetchDrafts() {
      const { report } = page();
      const stored = await notes.drafts(report).catch((): KeptDraft[] => []);
      const here = pending?.draft;
      kept = [
        ...stored.map(({ draft }) => draft).filter((draft) => !here || !isFor(draft, here)),
        ...(here ? [here] : []),
      ];
    },
    lostDrafts: () =>
      kept
        .filter((draft) => !draft.id && draft.text.trim() !== '' && placeOf(draft) === null)
        .map((draft) => ({
          id: idOf(draft),
          text: draft.text,
          quote: quoteIn(draft.selector).exact,
          state: 'draft',
        })),
    moveDraft(id, { start, end }) {
      const draft = kept.find((each) => !each.id && idOf(each) === id);
      if (!draft) return false;
      void drop(draft);
      keep({ ...draft, selector: describe(page().text, start, end) });
      void flush().then(refresh);
      return true;
    },
    drafts: () =>
      kept
        .flatMap((draft): PlacedDraft[] => {
          const place = draft.text.trim() === '' ? null : placeOf(draft);
          return place ? [{ ...place, draft }] : [];
        })
        .sort((a, b) => a.start - b.start),
  };
}

/** Tells drafts of new notes apart. */
function idOf({ selector }: NoteDraft): string {
  return `draft ${JSON.stringify(selector)}`;
}

function isAt(a: Passage | null, b: Passage): boolean {
  return a !== null && a.start === b.start && a.end === b.end;
}
