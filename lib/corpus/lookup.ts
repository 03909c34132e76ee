import type { Knowledge } from '../analyze';
import type { Entry } from '../glossary/entries';
import { type Choice, chooseSense } from '../glossary/senses';
import type { Observation } from '../indicators/types';
import { sectionAt } from '../report/sectionAt';
import type { BundledDefinition, BundledReport, Match, ReportIndex } from './types';

/** What reading another document may lean on of the index. */
export function knowledgeOf(index: ReportIndex): Knowledge {
  const terms = [...index.reports.flatMap((report) => report.glossary), ...index.terms];
  return { indicators: index.indicators, terms };
}

/** A place in a bundled report. Offsets are into that report's text. */
export interface Place {
  report: BundledReport;
  start: number;
  end: number;
}

/** What a term's card shows of the bundled reports and of the glossary. */
export interface TermEntry {
  term: string;
  definitions: (Place & { definition: BundledDefinition })[];
  /** The project's own entry, and which of its meanings holds where the reader is; null where there is none. */
  written: (Entry & Choice) | null;
  /** Where the term stands, at most one place a section, in the catalogue's order. */
  uses: Place[];
  /** First and last of the years that the reports with the term plan for; null where none has it. */
  years: { first: number; last: number } | null;
  /** Other terms of the paragraphs where it stands, the most frequent first. */
  goesWith: string[];
}

const MOST_COMPANIONS = 4;

/**
 * Collects what the bundled reports and the glossary say of a term; empty lists when they say nothing. `page` is the
 * report that is being read, null when the page does not say whose it is.
 */
export function lookUpTerm(
  index: ReportIndex,
  term: string,
  page: { place: string; year: number } | null = null,
): TermEntry {
  const definitions: TermEntry['definitions'] = [];
  const uses: Place[] = [];
  const years: number[] = [];
  const companions = new Map<string, number>();
  for (const report of index.reports) {
    for (const definition of report.glossary) {
      if (definition.term === term) {
        definitions.push({ report, definition, start: definition.start, end: definition.end });
      }
    }
    // What a part of another bundled report carries stands in the whole as well.
    if (report.partOf !== null) continue;
    const seen = new Set<string | null>();
    for (const mention of report.mentions) {
      if (mention.term !== term) continue;
      years.push(report.year);
      for (const other of sameParagraph(report, mention.start)) {
        if (other !== term) companions.set(other, (companions.get(other) ?? 0) + 1);
      }
      const section = sectionAt(report.sections, mention.start)?.id ?? null;
      if (seen.has(section)) continue;
      seen.add(section);
      uses.push({ report, start: mention.start, end: mention.end });
    }
  }
  const entry = index.terms.find((each) => each.term === term);
  return {
    term,
    definitions,
    written: entry && entry.senses.length > 0 ? { ...entry, ...chooseSense(entry.senses, page) } : null,
    uses,
    years: years.length > 0 ? { first: Math.min(...years), last: Math.max(...years) } : null,
    goesWith: [...companions.keys()].sort((a, b) => companions.get(b)! - companions.get(a)!).slice(0, MOST_COMPANIONS),
  };
}

/** The terms of the paragraph around an offset, each once. */
function sameParagraph({ text, mentions }: BundledReport, offset: number): Set<string> {
  const from = text.lastIndexOf('\n', offset) + 1;
  const newline = text.indexOf('\n', offset);
  const to = newline < 0 ? text.length : newline;
  return new Set(mentions.filter(({ start }) => start >= from && start < to).map((mention) => mention.term));
}

/** A match with the words that a list shows of it. Plain data: it crosses to another page. */
export interface ShownMatch {
  match: Match;
  report: string;
  quote: string;
}

/** A list of matching sections has the best passage of so many reports. */
export const MOST_MATCHES = 5;
/** A report can have many passages on one matter: so many matches are asked for, to have those of enough reports. */
export const MATCHES_ASKED = 4 * MOST_MATCHES;

/**
 * The best match of each report, of matches that come best first. Other reports are what the reader asks for: another
 * copy of the one that is being read, `page`, comes last.
 */
export function bestOfEach<T>(
  matches: readonly T[],
  reportOf: (match: T) => { id: string; place: string; year: number } | undefined,
  page: { place: string; year: number } | null,
): T[] {
  const best = new Map<string, { match: T; isSame: boolean }>();
  for (const match of matches) {
    const report = reportOf(match);
    if (!report || best.has(report.id)) continue;
    best.set(report.id, { match, isSame: report.place === page?.place && report.year === page.year });
  }
  const found = [...best.values()].sort((a, b) => Number(a.isSame) - Number(b.isSame));
  return found.slice(0, MOST_MATCHES).map(({ match }) => match);
}

/** Adds to each match its report's short name and the beginning of the passage. */
export function shownMatches(index: ReportIndex, matches: readonly Match[]): ShownMatch[] {
  return matches.flatMap((match) => {
    const report = index.reports.find(({ id }) => id === match.reportId);
    return report ? [{ match, report: report.short, quote: openingOf(report.text, match) }] : [];
  });
}

/** The beginning of a passage as a list shows it, the heading that it opens with left out. */
export function openingOf(text: string, { start, heading }: { start: number; heading: string }): string {
  const [, , passage] = snippet(text, start, start, 90);
  const rest = passage.startsWith(heading) ? passage.slice(heading.length) : passage;
  return rest.replace(/^[。：，]/, '');
}

/** Where the bundled reports have the very words of a passage, at most one place a report; nothing for a lone character. */
export function findWords(index: ReportIndex, words: string): Place[] {
  const wanted = words.trim();
  if (wanted.length < 2) return [];
  return index.reports
    .filter(({ partOf }) => partOf === null)
    .flatMap((report) => {
      const start = report.text.indexOf(wanted);
      return start < 0 ? [] : [{ report, start, end: start + wanted.length }];
    });
}

/** Who reads reports knows a term that so many of the bundled documents use, or that stands in reports so many years apart. */
const COMMON = 3;
const LASTING = 5;

/** The terms that readers of reports know: 三农, 高质量发展, 地区生产总值. What has a meaning of one place only is none of them. */
export function commonTerms({ reports, terms }: ReportIndex): Set<string> {
  const years = new Map<string, number[]>();
  for (const { partOf, mentions, year } of reports) {
    if (partOf !== null) continue;
    for (const term of new Set(mentions.map((mention) => mention.term)))
      years.set(term, [...(years.get(term) ?? []), year]);
  }
  const local = new Set(
    terms.filter(({ senses }) => senses.some(({ place }) => place !== null)).map(({ term }) => term),
  );
  const isCommon = (of: number[]) => of.length >= COMMON || Math.max(...of) - Math.min(...of) >= LASTING;
  return new Set([...years].filter(([term, of]) => isCommon(of) && !local.has(term)).map(([term]) => term));
}

/** Whether the index or the document itself says what a term means; the rest stand in a concordance only. */
export function definedTerms(index: ReportIndex, own: readonly { term: string }[]): Set<string> {
  const written = index.terms.filter(({ senses }) => senses.length > 0);
  return new Set([...own, ...written, ...index.reports.flatMap(({ glossary }) => glossary)].map(({ term }) => term));
}

/** What the bundled reports observe of an indicator, in order of place, year and position. */
export function lookUpIndicator(index: ReportIndex, id: string): (Place & { observation: Observation })[] {
  return index.reports
    .filter((report) => report.partOf === null)
    .flatMap((report) =>
      report.observations
        .filter((observation) => observation.indicator === id)
        .map((observation) => ({ report, observation, start: observation.start, end: observation.end })),
    );
}

/** A passage with a little text on both sides, cut within its paragraph; `…` stands where text was left out. */
export function snippet(text: string, start: number, end: number, around = 14): [string, string, string] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline;
  const from = Math.max(lineStart, start - around);
  const to = Math.min(lineEnd, end + around);
  const clean = (part: string) => part.replace(/\*\*|^#+\s*/g, '');
  return [
    (from > lineStart ? '…' : '') + clean(text.slice(from, start)),
    clean(text.slice(start, end)),
    clean(text.slice(end, to)) + (to < lineEnd ? '…' : ''),
  ];
}
