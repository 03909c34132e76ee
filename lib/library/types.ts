import type { BundledReport } from '../corpus/types';
import type { Observation } from '../indicators/types';
import type { Definition, Level } from '../report/types';

/** Where an added report came from. */
export interface Origin {
  kind: 'page' | 'file' | 'paste';
  /** The page's address, the file's name, or '' for pasted text. */
  name: string;
}

/**
 * Who and when a report is, as it was read or as the reader has put it right. Of an added report that says neither and has
 * not been put right, the place is '' and the year 0.
 */
export interface Identity {
  title: string;
  place: string;
  level: Level;
  year: number;
  reviewYear: number | null;
}

/**
 * A report of the library as lists, filters and results need it, without its text. Bundled reports are holdings too:
 * `origin` is null for them, and their ids are those of the catalogue.
 */
export interface Holding extends Identity {
  /** Fits lib/corpus/address.ts: small letters, digits and hyphens. Ids of added reports begin with `own-`. */
  id: string;
  kind: BundledReport['kind'];
  /** A few characters for lists and cards: 衡阳 2020. */
  short: string;
  /** UTF-16 code units of the text. */
  length: number;
  origin: Origin | null;
  /** ISO time of its adding; null for a bundled report. */
  added: string | null;
  /** The version of the extension whose reading the derived rows come from; null until it has been read. */
  readBy: string | null;
  /** Whether the reader has put the identity right; a new reading then leaves it alone. */
  corrected: boolean;
}

/** A text on its way into the library. */
export interface Intake {
  text: string;
  origin: Origin;
  /** What the page or the file says of itself, for the identity. */
  title?: string;
}

/** What became of one intake. */
export type Added =
  | { state: 'added'; holding: Holding }
  /** The same text, or another carrier of the same report with nearly the same text, is there already. */
  | { state: 'known'; holding: Holding }
  /** The text was taken, but place or year could not be read: the reader is asked for them. */
  | { state: 'unsure'; holding: Holding; missing: ('place' | 'year')[] }
  | { state: 'refused'; reason: RefusalReason };

/** Why nothing was taken; the interface has a sentence for each. */
export type RefusalReason =
  | 'empty'
  | 'too_long'
  | 'not_text'
  | 'encrypted_pdf'
  | 'pdf_without_text'
  | 'broken_file'
  | 'bomb'
  | 'unknown_kind'
  | 'no_space'
  | 'cancelled';

/** Which holdings a question is put to; a field left out filters nothing. */
export interface Filter {
  place?: string;
  level?: Level;
  from?: number;
  to?: number;
  kind?: Holding['kind'];
  origin?: 'bundled' | 'added';
}

/** One place where the words of a search stand. Offsets are into the report's text. */
export interface Hit {
  start: number;
  end: number;
  /** The section's id and heading, '' where it stands in none. */
  sectionId: string;
  heading: string;
  /** The words with what stands on both sides: before, the words, after. */
  snippet: [string, string, string];
}

/** What a search finds in one report; reports come in order, newest first. */
export interface Found {
  holding: Holding;
  /** The first hits in the order of the text, as many as were asked for. */
  hits: Hit[];
  /** How many hits there are in the report. */
  count: number;
}

export interface SearchQuery {
  /** Words in quotation marks are a phrase; words between spaces must all stand in the same report. */
  words: string;
  filter?: Filter;
  /** Most hits shown of one report; 3 if left out, Infinity for a concordance. */
  perReport?: number;
}

/** What the library knows of an indicator in one report. */
export interface Figures {
  holding: Holding;
  observations: Observation[];
}

/** What a report itself says that a term means. */
export interface Defined {
  holding: Holding;
  definition: Definition;
}

/** How far a long piece of work has come. */
export interface Progress {
  done: number;
  total: number;
}

/**
 * The library as the extension's own pages ask it: bundled and added reports alike. It is answered by a worker, so that
 * nothing of it holds up a page. Every method rejects with an Error whose message is a sentence for the reader.
 */
export interface Library {
  /** All holdings by place, then year. */
  list(): Promise<Holding[]>;
  /** A report with its reading, in the shape of a bundled one; null when there is none of this id. */
  open(id: string): Promise<BundledReport | null>;
  /** Takes texts in, one transaction each: what was taken stays when the rest is cancelled. */
  add(
    intakes: readonly Intake[],
    options?: { signal?: AbortSignal; onProgress?: (progress: Progress) => void },
  ): Promise<Added[]>;
  /** Puts an identity right; the words of the report stay as they are. */
  correct(id: string, identity: Identity): Promise<Holding>;
  /** Removes an added report; notes on it stay in the notebook. */
  remove(id: string): Promise<void>;
  removeAll(): Promise<void>;
  /** Reads anew what was read by another version of the extension, or not at all yet. */
  catchUp(options?: { signal?: AbortSignal; onProgress?: (progress: Progress) => void }): Promise<void>;
  /** Reports with hits one after the other, as they are found. */
  search(query: SearchQuery, options?: { signal?: AbortSignal }): AsyncIterable<Found>;
  /** The passages of any report that treat the matter of a text, best first; see lib/corpus/match.ts. */
  match(
    text: string,
    options?: { top?: number; exclude?: readonly string[]; filter?: Filter },
  ): Promise<
    {
      holding: Holding;
      sectionId: string;
      heading: string;
      start: number;
      end: number;
      score: number;
      why: string[];
      quote: string;
    }[]
  >;
  /** Observations of an indicator of the lexicon in all reports, by place and year. */
  figures(indicator: string): Promise<Figures[]>;
  /** How many reports observe each indicator of the lexicon. */
  indicators(): Promise<{ id: string; name: string; reports: number }[]>;
  /** Definitions that reports give of a term, by year. */
  definitions(term: string): Promise<Defined[]>;
  /** The added reports as one file (a zip of texts and one JSON list), to be imported on another machine. */
  exportAll(): Promise<Blob>;
  importAll(
    file: Blob,
    options?: { signal?: AbortSignal; onProgress?: (progress: Progress) => void },
  ): Promise<{ added: number; known: number }>;
  /** Hears of every change, in this page or another; returns how to stop. */
  onChange(listener: () => void): () => void;
}
