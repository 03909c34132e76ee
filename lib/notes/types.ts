import type { ReportIdentity } from '../report/types';
import type { Colour } from './colours';

/** W3C Web Annotation selectors; offsets are UTF-16 code units into the text of the page's main document. */
export interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix: string;
  suffix: string;
}
export interface TextPositionSelector {
  type: 'TextPositionSelector';
  start: number;
  end: number;
}
export type Selector = TextQuoteSelector | TextPositionSelector;

/** A margin note, stored in the W3C Web Annotation shape so that its export is plain Web Annotation JSON-LD. */
export interface Note {
  '@context': 'http://www.w3.org/ns/anno.jsonld';
  /** urn:uuid:…, given by the store. */
  id: string;
  type: 'Annotation';
  motivation: 'commenting' | 'highlighting';
  /** ISO 8601, UTC. */
  created: string;
  modified: string;
  /** The words, which are Markdown (lib/notes/markdown.ts) whatever the format says, and each tag as a body of its own. */
  body: { type: 'TextualBody'; value: string; format: 'text/plain' | 'text/markdown'; purpose?: 'tagging' }[];
  target: {
    /** The address where the note was made, without its fragment. */
    source: string;
    selector: Selector[];
    /** The ink of the mark; red when left out. */
    styleClass?: Colour;
  };
  /** The report that the note belongs to, where the page's text says which; an extension of the vocabulary. */
  report: Pick<ReportIdentity, 'place' | 'year'> | null;
}

/** A note that was removed and can still be put back; `deleted` is ISO 8601, UTC. */
export interface TrashedNote {
  note: Note;
  deleted: string;
}

/** What the page asks to be stored; identity, times and the source address are the background's to fill in. */
export interface NoteDraft {
  /** Present when an existing note is changed. */
  id?: string;
  /** The `modified` of the note that was opened: when it has been changed since, in another tab, nothing is stored. */
  basedOn?: string;
  /** Empty for a mark without words. */
  text: string;
  /** Left out, an existing note keeps its ink. */
  colour?: Colour;
  selector: Selector[];
  report: Note['report'];
}

/** A draft that was typed and not saved yet; `written` is ISO 8601, UTC. */
export interface KeptDraft {
  /** The note or the passage that it is for; the background's to say. */
  key: string;
  /** The address where it was typed. */
  source: string;
  written: string;
  draft: NoteDraft;
}

export interface AnchorResult {
  state: 'exact' | 'moved' | 'edited' | 'value_changed' | 'ambiguous' | 'orphaned';
  start: number | null;
  end: number | null;
  score: number | null;
  changes: { before: string; after: string }[];
}

/** The notes as a page may use them; see lib/notes/client.ts. */
export interface NotesClient {
  list(report: Note['report']): Promise<Note[]>;
  save(draft: NoteDraft): Promise<Note>;
  restore(note: Pick<Note, 'id' | 'report'>): Promise<Note>;
  keepDraft(draft: NoteDraft): Promise<void>;
  dropDraft(draft: NoteDraft): Promise<void>;
  drafts(report: Note['report']): Promise<KeptDraft[]>;
  remove(note: Pick<Note, 'id' | 'report'>): Promise<void>;
  onChange(listener: () => void): () => void;
}
