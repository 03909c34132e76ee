import { sectionAt } from '../report/sectionAt';
import type { Section } from '../report/types';
import { observationsToCsv, quoteOf } from './csv';
import type { Indicator, Observation } from './types';

/** A document with its observations: an Analysis, or a bundled report. */
interface ReadText {
  text: string;
  sections: readonly Section[];
  observations: readonly Observation[];
}

/** A figure as a list shows it. */
export interface FigureRow {
  observation: Observation;
  /** The indicator's canonical name, or the name that the text gives. */
  name: string;
  /** The heading of its section, or ''. */
  section: string;
  quote: string;
}

/** The observations of a document, those of one indicator together, in the order of first appearance. */
export function figureRows({ text, sections, observations }: ReadText, indicators: readonly Indicator[]): FigureRow[] {
  const canonical = new Map(indicators.map(({ id, name }) => [id, name]));
  const groups = new Map<string, FigureRow[]>();
  for (const observation of observations) {
    const name = (observation.indicator && canonical.get(observation.indicator)) || observation.name;
    const section = sectionAt(sections, observation.start)?.heading ?? '';
    const row = { observation, name, section, quote: quoteOf(text, observation.start, observation.end) };
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return [...groups.values()].flat();
}

export type ExportFormat = 'csv' | 'json';

/** A document's observations as a file: CSV for spreadsheets, JSON with all that the document knows of them. */
export function exportFigures(source: ReadText, format: ExportFormat, origin: { report: string; url: string }): string {
  const headingAt = (offset: number) => sectionAt(source.sections, offset)?.heading ?? '';
  if (format === 'csv')
    return observationsToCsv(source.observations, { text: source.text, sectionAt: headingAt, ...origin });
  const observations = source.observations.map((observation) => ({
    ...observation,
    quote: quoteOf(source.text, observation.start, observation.end),
    section: headingAt(observation.start),
  }));
  return `${JSON.stringify({ ...origin, observations }, null, 1)}\n`;
}
