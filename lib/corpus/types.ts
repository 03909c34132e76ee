import type { Entry } from '../glossary/entries';
import type { Mention } from '../glossary/types';
import type { Indicator, Observation } from '../indicators/types';
import type { Definition, Level, Section } from '../report/types';

/** What a bundled document is, as seeds/catalog.yaml says. */
export type BundledKind = 'report' | 'continuation' | 'article';

export interface BundledDefinition extends Definition {
  /** The printed page that the entry names (P4 → 4), null when it names none. */
  page: number | null;
  /** Which of its spellings count only in quotation marks; absent where one of them is not in normal form. */
  quoted?: readonly string[];
}

/** One bundled document with everything that the compiler read in it. All offsets are into `text`. */
export interface BundledReport {
  /** The name of its file in seeds/reports/ without the ending. */
  id: string;
  kind: BundledKind;
  title: string;
  /** A few characters for lists and cards: 衡阳 2020. */
  short: string;
  place: string;
  level: Level;
  year: number;
  reviewYear: number | null;
  /** The id of the report that this document carries a part of. */
  partOf: string | null;
  text: string;
  sections: Section[];
  glossary: BundledDefinition[];
  mentions: Mention[];
  observations: Observation[];
}

/** What `virtual:report-index` serves. Nothing in it is typed in twice: an entry is offsets into a report's text. */
export interface ReportIndex {
  reports: BundledReport[];
  indicators: Indicator[];
  /** The written glossary and the terms that the documents quote. */
  terms: Entry[];
}

/** A passage or a heading of a bundled report that treats the matter of a query. */
export interface Match {
  reportId: string;
  sectionId: string;
  heading: string;
  start: number;
  end: number;
  /** 0 to 1. */
  score: number;
  why: string[];
}
