import { keyOf } from './drafts';
import { NotesError } from './errors';
import { parseDraft, parseId, parseNote, parseReport } from './schema';
import type { NotesStore } from './store';
import { bodiesOf } from './tags';
import type { Note, NoteDraft, TrashedNote } from './types';

const DAY = 86_400_000;
/** How long a removed note can be put back. */
const TRASH_DAYS = 30;

/** Who asks: a web page's content script, or a page of the extension itself. */
export interface Caller {
  kind: 'content' | 'extension';
  /** The address that asks, without its fragment. */
  source: string;
}

/** What the browser itself says about the sender of a message; nothing in it is the page's word. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
}

/**
 * Reads who sent a message. `own` is the extension's id and the address that its pages start with.
 * Throws a NotesError `forbidden` for a sender without an address or from elsewhere.
 */
export function callerOf(sender: Sender, own: { id: string; root: string }): Caller {
  if (sender.id !== own.id || !sender.url) throw new NotesError('forbidden');
  const source = sender.url.split('#', 1)[0]!;
  return { kind: source.startsWith(own.root) ? 'extension' : 'content', source };
}

interface Parts {
  store: NotesStore;
  now(): Date;
  newId(): string;
}

/** The rules of who may do what with notes. Data is as it came in the message; every method rejects with a NotesError. */
export interface NotesService {
  /** A page of the extension that names no report gets all notes. */
  list(caller: Caller, data: unknown): Promise<Note[]>;
  save(caller: Caller, data: unknown): Promise<Note>;
  /** Moves a note to the trash, and deletes for good what has lain there for thirty days. */
  remove(caller: Caller, data: unknown): Promise<void>;
  /** Puts a removed note back. */
  restore(caller: Caller, data: unknown): Promise<Note>;
  /** What is in the trash, oldest first; only for the extension's own pages. */
  trash(caller: Caller): Promise<TrashedNote[]>;
  /** Only for the extension's own pages. Every note is checked before the first is written; older copies are passed over. */
  importAll(caller: Caller, data: unknown): Promise<number>;
}

export function createNotesService({ store, now, newId }: Parts): NotesService {
  /** The stored note, provided that the caller may touch it. */
  const own = async (caller: Caller, id: string, report: Note['report']): Promise<Note> => {
    const note = await store.get(id);
    if (!note) throw new NotesError('missing');
    if (!mayTouch(caller, note, report)) throw new NotesError('forbidden');
    return note;
  };

  return {
    async list(caller, data) {
      const report = parseReport(field(data, 'report'));
      const ofReport = report ? await store.listByReport(report) : [];
      if (caller.kind === 'extension') return inOrder(report ? ofReport : await store.all());
      // A page can carry another report than it did when the note was made: this year's under last year's address.
      const ofSource = (await store.listBySource(caller.source)).filter(
        (note) => !report || !note.report || isSameReport(note.report, report),
      );
      return inOrder([...new Map([...ofReport, ...ofSource].map((note) => [note.id, note])).values()]);
    },

    async save(caller, data) {
      const draft = parseDraft(data);
      const before = draft.id === undefined ? undefined : await own(caller, draft.id, draft.report);
      if (before && draft.basedOn !== undefined && draft.basedOn !== before.modified) throw new NotesError('conflict');
      const note = toNote(draft, before, { source: caller.source, id: before?.id ?? newId(), time: now() });
      // A page that got no answer sends its draft again: what was stored the first time is the answer.
      const twin = before ? undefined : (await store.listBySource(caller.source)).find((other) => isTwin(other, note));
      if (!twin) await store.put(note);
      // Only now, when the words are on the disk as a note.
      await store.dropDraft(keyOf(draft, caller.source)).catch(() => {});
      return twin ?? note;
    },

    async remove(caller, data) {
      const id = parseId(field(data, 'id'));
      await own(caller, id, parseReport(field(data, 'report')));
      const time = now();
      await store.discard(id, time.toISOString());
      await store.purge(new Date(time.getTime() - TRASH_DAYS * DAY).toISOString());
    },

    async restore(caller, data) {
      const id = parseId(field(data, 'id'));
      const trashed = await store.trashed(id);
      if (!trashed) throw new NotesError('missing');
      if (!mayTouch(caller, trashed.note, parseReport(field(data, 'report')))) throw new NotesError('forbidden');
      await store.restore(id);
      return (await store.get(id)) ?? trashed.note;
    },

    async trash(caller) {
      if (caller.kind !== 'extension') throw new NotesError('forbidden');
      return store.trash();
    },

    async importAll(caller, data) {
      if (caller.kind !== 'extension') throw new NotesError('forbidden');
      const given = field(data, 'notes');
      const notes = (Array.isArray(given) ? given : [given]).map(parseNote);
      const there = new Map((await store.all()).map((note) => [note.id, note.modified]));
      const newer = notes.filter(({ id, modified }) => modified > (there.get(id) ?? ''));
      await store.putAll(newer);
      return newer.length;
    },
  };
}

function mayTouch(caller: Caller, note: Note, report: Note['report']): boolean {
  return caller.kind === 'extension' || note.target.source === caller.source || isSameReport(note.report, report);
}

function isSameReport(a: Note['report'], b: Note['report']): boolean {
  return a !== null && b !== null && a.place === b.place && a.year === b.year;
}

/** Whether two notes say the same of the same passage. */
function isTwin(a: Note, b: Note): boolean {
  const content = ({ body, target, report }: Note) =>
    JSON.stringify([body, target.selector, target.styleClass, report]);
  return content(a) === content(b);
}

function toNote(draft: NoteDraft, before: Note | undefined, by: { source: string; id: string; time: Date }): Note {
  const time = timeAfter(before?.modified, by.time);
  const colour = draft.colour ?? before?.target.styleClass;
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: by.id,
    type: 'Annotation',
    motivation: draft.text === '' ? 'highlighting' : 'commenting',
    created: before?.created ?? time,
    modified: time,
    body: bodiesOf(draft.text),
    // The address where the note was made stays, wherever it is edited.
    target: {
      source: before?.target.source ?? by.source,
      selector: draft.selector,
      ...(colour && { styleClass: colour }),
    },
    report: before?.report ?? draft.report,
  };
}

/** Now, or just after the last change where the clock has been moved back: a later change must look later. */
function timeAfter(last: string | undefined, now: Date): string {
  const earliest = last === undefined ? 0 : Date.parse(last) + 1;
  return new Date(Math.max(now.getTime(), earliest)).toISOString();
}

function inOrder(notes: Note[]): Note[] {
  return notes.sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : a.id < b.id ? -1 : 1));
}

function field(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, name)
    ? (data as Record<string, unknown>)[name]
    : undefined;
}
