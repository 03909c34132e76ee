import { onMessage, sendMessage } from '../platform/messages';
import { quietly } from '../platform/quietly';
import { toNotesError } from './errors';
import type { KeptDraft, Note, NoteDraft, TrashedNote } from './types';

/**
 * The notes as a page sees them; the background keeps them. Every method rejects with a NotesError whose message is a
 * sentence for the reader; the caller keeps the draft until `save` has resolved, then nothing is lost.
 */

/** The notes of this page and of the report that it shows, oldest first; in a page of the extension null means all. */
export function list(report: Note['report']): Promise<Note[]> {
  return sendMessage('notes.list', { report }).catch(fail);
}

/** Stores a new note, or with `draft.id` a new text for an existing one; resolves when it is on the disk. */
export function save(draft: NoteDraft): Promise<Note> {
  return sendMessage('notes.save', draft).catch(fail);
}

/** Keeps what is typed over a closed tab, a crash and an update; `save` drops it. */
export function keepDraft(draft: NoteDraft): Promise<void> {
  return sendMessage('drafts.keep', draft).catch(fail);
}

/** Forgets what was kept for the note or the passage of a draft. */
export function dropDraft(draft: NoteDraft): Promise<void> {
  return sendMessage('drafts.drop', draft).catch(fail);
}

/** What was typed and not saved on this page or on its report. */
export function drafts(report: Note['report']): Promise<KeptDraft[]> {
  return sendMessage('drafts.list', { report }).catch(fail);
}

/** Removes a note that `list` gave; `restore` takes it back. */
export function remove({ id, report }: Pick<Note, 'id' | 'report'>): Promise<void> {
  return sendMessage('notes.remove', { id, report }).catch(fail);
}

/** Puts a note back that `remove` took away, within thirty days; resolves to the note as it is stored. */
export function restore({ id, report }: Pick<Note, 'id' | 'report'>): Promise<Note> {
  return sendMessage('notes.restore', { id, report }).catch(fail);
}

/** The removed notes that can still be put back, oldest first; only for pages of the extension. */
export function trash(): Promise<TrashedNote[]> {
  return sendMessage('notes.trash').catch(fail);
}

/** Takes notes in that `list` once gave, all or none; resolves to how many were new or newer than what was there. */
export function importAll(notes: unknown): Promise<number> {
  return sendMessage('notes.import', { notes }).catch(fail);
}

const listeners = new Set<() => void>();
let stop: (() => void) | undefined;

/** Calls the listener whenever any tab has changed notes, this one included; returns the way to stop it. */
export function onChange(listener: () => void): () => void {
  // The messenger takes one receiver per message and page.
  stop ??= onMessage('notesChanged', () => {
    for (const each of [...listeners]) each();
  });
  listeners.add(listener);
  return () => {
    if (!listeners.delete(listener) || listeners.size > 0) return;
    if (stop) quietly(stop)();
    stop = undefined;
  };
}

function fail(error: unknown): never {
  throw toNotesError(error);
}
