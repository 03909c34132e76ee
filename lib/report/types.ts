/** What kind of document a text is; see the contract in the README for each verdict's meaning. */
export type Verdict = 'report' | 'excerpt' | 'related' | 'none';

export interface Detection {
  verdict: Verdict;
  /** 0 to 1. */
  confidence: number;
  /** The cues that decided, in words a reader understands. */
  evidence: string[];
}

export type Level = 'nation' | 'province' | 'prefecture' | 'county' | 'township';

export interface ReportIdentity {
  title: string;
  /** 衡阳市, 衡阳市石鼓区, 湖南省, 全国. */
  place: string;
  level: Level;
  /** The year that the report plans for (2020 for the report given in early 2020). */
  year: number;
  /** The year that it looks back on. */
  reviewYear: number | null;
  /** The area that the place belongs to (湖南省 for 衡阳市); absent where it is not told. */
  parent?: string | null;
}

/** Offsets are UTF-16 code units into the document's text; the section runs to the start of its next sibling or uncle. */
export interface Section {
  /** '2', '2.3', '2.3.1': the path of ordinals, not the printed numeral. */
  id: string;
  /** 1 is the outermost. */
  level: number;
  heading: string;
  start: number;
  end: number;
}

/** A definition that a document itself gives; start and end enclose the whole entry, number and term included. */
export interface Definition {
  term: string;
  aliases: string[];
  text: string;
  start: number;
  end: number;
  /**
   * What ties the entry to the running text, exactly as the source writes it: the call-out at its first place in the running
   * text ('［3］', '①', '（注3）', '³', or '3' for a superscript that lost its form), right behind a mention of the term; or
   * the page that the entry itself refers to ('（P4）', '（见第12页）'), which comes first where an entry has both. Null when
   * there is neither, and for a definition that the running text gives.
   */
  callout: string | null;
}
