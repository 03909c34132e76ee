/** A place where a defined term stands; offsets are UTF-16 code units into the document's text. */
export interface Mention {
  /** The entry's term, not the spelling found. */
  term: string;
  start: number;
  end: number;
  /** Who defines the term: the document itself, or the bundled index. */
  source: 'document' | 'bundled';
  /** Shorter terms that stand inside this one, in document order; absent when there are none. */
  nested?: Mention[];
}
