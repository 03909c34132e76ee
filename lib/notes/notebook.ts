import { COLOURS, type Colour } from './colours';
import { tagsOf } from './tags';
import type { AnchorResult, Note } from './types';
import { quoteOf, wordsOf } from './words';

/** Where a note's passage stands in the bundled text: found where it was, altered, or not known since nothing is bundled. */
export const NOTEBOOK_STATES = ['found', 'edited', 'value_changed', 'ambiguous', 'orphaned', 'unknown'] as const;
export type NotebookState = (typeof NOTEBOOK_STATES)[number];

/** A passage of a bundled report that a note stands at, and what has changed there. */
export interface NotePlace {
  reportId: string;
  result: AnchorResult;
}

/** A note as the notebook shows it. */
export interface NotebookEntry {
  note: Note;
  words: string;
  quote: string;
  tags: readonly string[];
  colour: Colour;
  /** `placeKey` of its report; '' for a note of no report. */
  report: string;
  /** The host name of the page where it was made; '' where that was no web page. */
  host: string;
  /** The day it was made on, in the reader's time zone: 2020-01-12. */
  day: string;
  state: NotebookState;
  place: NotePlace | null;
  /** What the search looks through, in one spelling. */
  haystack: string;
}

/** What the reader wants to see; an empty string stands for all, `report` apart, where null does. Days are inclusive. */
export interface NotebookFilter {
  search: string;
  report: string | null;
  tag: string;
  colour: Colour | '';
  state: NotebookState | '';
  from: string;
  to: string;
}

export const NO_FILTER: NotebookFilter = { search: '', report: null, tag: '', colour: '', state: '', from: '', to: '' };

/** The entry of a note; `place` is null where no bundled report carries its report. */
export function toEntry(note: Note, place: NotePlace | null): NotebookEntry {
  const words = wordsOf(note);
  const quote = quoteOf(note).exact;
  const tags = tagsOf(note);
  return {
    note,
    words,
    quote,
    tags,
    colour: note.target.styleClass ?? COLOURS[0],
    report: note.report ? placeKey(note.report) : '',
    host: hostOf(note.target.source),
    day: dayOf(new Date(note.created)),
    state: stateOf(place),
    place,
    haystack: fold([words, quote, ...tags].join('\n')),
  };
}

/** The newest first, whatever order they come in. */
export function newestFirst<T extends { note: Note }>(entries: readonly T[]): T[] {
  const time = ({ note }: T) => note.created;
  return entries.toSorted((a, b) => (time(a) > time(b) ? -1 : time(a) < time(b) ? 1 : a.note.id < b.note.id ? -1 : 1));
}

/** The entries that satisfy every part of the filter, in their order. A search is words, all of which must stand there. */
export function filterEntries(entries: readonly NotebookEntry[], filter: NotebookFilter): NotebookEntry[] {
  const wanted = fold(filter.search).split(/\s+/).filter(Boolean);
  return entries.filter(
    ({ report, tags, colour, state, day, haystack }) =>
      (filter.report === null || report === filter.report) &&
      (filter.tag === '' || tags.includes(filter.tag)) &&
      (filter.colour === '' || colour === filter.colour) &&
      (filter.state === '' || state === filter.state) &&
      (filter.from === '' || day >= filter.from) &&
      (filter.to === '' || day <= filter.to) &&
      wanted.every((word) => haystack.includes(word)),
  );
}

/** What there is to choose from, each with its number of notes. */
export interface NotebookChoices {
  reports: [report: string, count: number][];
  tags: [tag: string, count: number][];
  colours: [colour: Colour, count: number][];
  states: [state: NotebookState, count: number][];
}

export function choicesOf(entries: readonly NotebookEntry[]): NotebookChoices {
  const counts = { reports: new Map<string, number>(), tags: new Map<string, number>() };
  const colours = new Map<Colour, number>();
  const states = new Map<NotebookState, number>();
  const add = <T>(map: Map<T, number>, key: T) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { report, tags, colour, state } of entries) {
    add(counts.reports, report);
    for (const tag of tags) add(counts.tags, tag);
    add(colours, colour);
    add(states, state);
  }
  const inOrder = <T>(map: Map<T, number>, order: readonly T[]) =>
    order.flatMap((key): [T, number][] => (map.has(key) ? [[key, map.get(key)!]] : []));
  return {
    // The notes of no report last.
    reports: [...counts.reports].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a.localeCompare(b, 'zh'))),
    tags: [...counts.tags].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'zh')),
    colours: inOrder(colours, COLOURS),
    states: inOrder(states, NOTEBOOK_STATES),
  };
}

/** A report's name in lists and filters. */
export function placeKey({ place, year }: NonNullable<Note['report']>): string {
  return `${place} ${year}`;
}

function stateOf(place: NotePlace | null): NotebookState {
  if (!place) return 'unknown';
  const { state } = place.result;
  // The bundled text is seldom the page where the note was made: another offset there is no news.
  return state === 'exact' || state === 'moved' ? 'found' : state;
}

function hostOf(source: string): string {
  return /^https?:/.test(source) && URL.canParse(source) ? new URL(source).hostname : '';
}

function dayOf(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Full and half width, and capital and small letters, are the same to a search. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
