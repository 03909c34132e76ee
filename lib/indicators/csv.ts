import { csvOf } from '../text/csv';
import type { Observation } from './types';

/** Where a list of observations comes from, for the columns that an observation does not carry itself. */
export interface Origin {
  /** The document's text, which the observations' offsets point into. */
  text: string;
  /** The report's title, or ''. */
  report: string;
  url: string;
  /** The heading of the innermost section around an offset, or ''. */
  sectionAt: (offset: number) => string;
}

/** SDMX's concept names first, then what a reader of a table needs to find the figure again. */
const COLUMNS = [
  'INDICATOR',
  'NAME',
  'REF_AREA',
  'TIME_PERIOD',
  'OBS_VALUE',
  'UNIT_MEASURE',
  'OBS_STATUS',
  'MEASURE',
  'BOUND',
  'PARTS',
  'QUOTE',
  'REPORT',
  'SECTION',
  'URL',
] as const;

/** SDMX code list CL_OBS_STATUS: A normal value, E estimated value, F forecast value. */
const STATUS = { actual: 'A', estimate: 'E', target: 'F' } as const;

/** The observations as CSV (RFC 4180, CRLF) with a header, for spreadsheet programs. */
export function observationsToCsv(observations: readonly Observation[], origin: Origin): string {
  return csvOfRows(observations.map((observation) => rowOf(observation, origin)));
}

/** Rows of `rowOf`, of one document or of many, as CSV. */
export function csvOfRows(rows: readonly (readonly string[])[]): string {
  return csvOf([COLUMNS, ...rows]);
}

/** One observation in the order of the columns. */
export function rowOf(observation: Observation, origin: Origin): string[] {
  return [
    observation.indicator ?? '',
    observation.name,
    observation.refArea,
    timePeriod(observation),
    String(observation.value),
    observation.unit,
    STATUS[observation.status],
    observation.measure,
    observation.bound ?? '',
    observation.parts?.join(':') ?? '',
    quoteOf(origin.text, observation.start, observation.end),
    origin.report,
    origin.sectionAt(observation.start),
    origin.url,
  ];
}

/** ISO 8601, as SDMX writes time: a year, or an interval of years; a side that the text leaves open is '..'. */
export function timePeriod({ from, to }: Pick<Observation, 'from' | 'to'>): string {
  if (from === to) return from === null ? '' : String(from);
  return `${from ?? '..'}/${to ?? '..'}`;
}

const SENTENCE_END = /[。！？；\n\r]/;

/** The sentence (or list item) around a figure, on one line, at most some 160 characters. */
export function quoteOf(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (from > 0 && start - from < 80 && !SENTENCE_END.test(text[from - 1]!)) from--;
  while (to < text.length && to - end < 80 && !SENTENCE_END.test(text[to]!)) to++;
  return text.slice(from, to).replace(/\s+/g, ' ').trim();
}
