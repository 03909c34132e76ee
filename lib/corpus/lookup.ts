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

/** What a term's card shows of the bundled reports. */
export interface TermEntry {
  term: string;
  definitions: (Place & { definition: BundledDefinition })[];
  /** What this project's own glossary says, the sense that fits the page first; null when it has no definition. */
  own: { entry: Entry; choice: Choice } | null;
  /** Where the term stands, at most one place a section, in the catalogue's order. */
  uses: Place[];
}

/**
 * Collects what the index says of a term; empty lists when it says nothing. `page` is the report that is being read,
 * which decides between senses.
 */
export function lookUpTerm(
  index: ReportIndex,
  term: string,
  page: { place: string; year: number } | null = null,
): TermEntry {
  const definitions: TermEntry['definitions'] = [];
  const uses: Place[] = [];
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
      const section = sectionAt(report.sections, mention.start)?.id ?? null;
      if (seen.has(section)) continue;
      seen.add(section);
      uses.push({ report, start: mention.start, end: mention.end });
    }
  }
  const entry = index.terms.find((each) => each.term === term);
  const own = entry && entry.senses.length > 0 ? { entry, choice: chooseSense(entry.senses, page) } : null;
  return { term, definitions, own, uses };
}

/** A match with the words that a list shows of it. Plain data: it crosses to another page. */
export interface ShownMatch {
  match: Match;
  report: string;
  quote: string;
}

/** Adds to each match its report's short name and the beginning of the passage, the heading left out. */
export function shownMatches(index: ReportIndex, matches: readonly Match[]): ShownMatch[] {
  return matches.flatMap((match) => {
    const report = index.reports.find(({ id }) => id === match.reportId);
    if (!report) return [];
    const [, , passage] = snippet(report.text, match.start, match.start, 90);
    const rest = passage.startsWith(match.heading) ? passage.slice(match.heading.length) : passage;
    return [{ match, report: report.short, quote: rest.replace(/^[。：，]/, '') }];
  });
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
