import { analyze, type Knowledge } from '../analyze';
import { readPassages } from '../corpus/passages';
import type { BundledKind, BundledReport } from '../corpus/types';
import type { Observation } from '../indicators/types';
import { detect, type PageHints } from '../report/detect';
import { pageOf, readGlossary } from '../report/glossary';
import { identityParts } from '../report/identity';
import { readSections } from '../report/sections';
import type { Definition, Verdict } from '../report/types';
import { type NormalText, normalise } from '../text/normal';
import { LIMITS, shortOf, YEARS } from './identity';
import { signatureOf } from './signature';
import { type PairCounts, sketchesOf } from './sketch';
import type { Holding, Identity, Origin } from './types';
import { searchForm } from './words';

/** What stands for a report's text in memory. */
export interface Signature {
  /** Which characters and pairs the text has, see signature.ts. */
  bits: Uint8Array;
  /** What its passages are about, see sketch.ts. */
  sketches: Uint16Array;
}

/** What of a report's reading is stored, so that questions to the whole library need not read every text. */
export interface Rows {
  signature: Signature;
  /** The observations of each indicator of the lexicon. */
  figures: ReadonlyMap<string, Observation[]>;
  /** The definitions of each term, under its aliases too. */
  definitions: ReadonlyMap<string, Definition[]>;
}

const KINDS: Record<Verdict, BundledKind> = {
  report: 'report',
  excerpt: 'continuation',
  related: 'article',
  none: 'article',
};

/** What the text says of itself: what kind it is and whose, '' and 0 for what cannot be told. */
export function readIdentity(normal: NormalText, hints: PageHints): Identity & Pick<Holding, 'kind' | 'short'> {
  const { title, place, year } = identityParts(normal, hints);
  const known = year !== null && year >= YEARS.first && year <= YEARS.last ? year : null;
  const identity = {
    title: (title || ownTitle(hints) || firstLine(normal)).slice(0, LIMITS.title),
    place: (place?.place ?? '').slice(0, LIMITS.place),
    level: place?.level ?? 'county',
    year: known ?? 0,
    reviewYear: known && known - 1,
  };
  return { ...identity, kind: KINDS[detect(normal, hints).verdict], short: shortOf(identity) };
}

/** What the origin says of a text, as a page's hints do. */
export function hintsOf({ kind, name }: Origin, title: string): PageHints {
  const file = kind === 'file' ? name.replace(/\.[a-z]{2,5}$/i, '') : '';
  const titles = [title, file].filter(Boolean).join('_');
  return { ...(titles && { title: titles }), ...(kind === 'page' && { url: name }) };
}

/** What reading for the library leans on. */
export interface LibraryKnowledge extends Knowledge {
  /** In how many of the bundled passages each pair of characters stands. */
  pairs: PairCounts;
}

/** Reads what is stored of a report. `known` is its identity where the reader has put it right. */
export function readRows(text: string, knowledge: LibraryKnowledge, hints: PageHints, known: Identity | null): Rows {
  const { sections, glossary, observations } = analyze(text, knowledge, hints, known);
  const figures = new Map<string, Observation[]>();
  for (const observation of observations) {
    if (observation.indicator !== null) push(figures, observation.indicator, observation);
  }
  const definitions = new Map<string, Definition[]>();
  for (const definition of glossary) {
    for (const spelling of new Set([definition.term, ...definition.aliases])) push(definitions, spelling, definition);
  }
  const passages = readPassages({ text, sections, glossary: withPages(glossary) });
  const signature = {
    bits: signatureOf(searchForm(normalise(text).text)),
    sketches: sketchesOf(
      passages.map((passage) => passage.text),
      knowledge.pairs,
    ),
  };
  return { signature, figures, definitions };
}

/** An added report with its whole reading, in the shape of a bundled one. */
export function openReport(holding: Holding, text: string, knowledge: Knowledge, hints: PageHints): BundledReport {
  const { sections, glossary, mentions, observations } = analyze(
    text,
    knowledge,
    hints,
    holding.corrected ? identityOf(holding) : null,
  );
  return { ...bare(holding, text), sections, glossary: withPages(glossary), mentions, observations };
}

/** The same without mentions and observations, in a tenth of the time: as much as matching needs. */
export function openPassages(holding: Holding, text: string): BundledReport {
  const normal = normalise(text);
  const sections = readSections(normal);
  const glossary = withPages(readGlossary(normal, sections));
  return { ...bare(holding, text), sections, glossary, mentions: [], observations: [] };
}

export function identityOf({ title, place, level, year, reviewYear }: Identity): Identity {
  return { title, place, level, year, reviewYear };
}

function bare(holding: Holding, text: string) {
  const { id, kind, short } = holding;
  return { id, kind, short, ...identityOf(holding), partOf: null, text };
}

function withPages(glossary: readonly Definition[]): BundledReport['glossary'] {
  return glossary.map((entry) => ({ ...entry, page: pageOf(entry.callout) }));
}

/** The first part of a page's or a file's title; sites add their name behind it. */
function ownTitle({ title = '' }: PageHints): string {
  return title.split(/[_|]/, 1)[0]!.trim().slice(0, LONGEST_TITLE);
}

const LONGEST_TITLE = 60;

function firstLine({ text }: NormalText): string {
  return text.slice(0, LONGEST_TITLE).split('\n', 1)[0]!;
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
