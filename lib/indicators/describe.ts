import type { Observation } from './types';

/** The value as a reader writes it: signed where it tells a change, the parts where it is a structure. */
export function formatValue({ value, unit, measure, parts }: Observation): string {
  if (parts) return parts.join(' : ');
  if (measure === 'rank') return `第 ${value} ${unit}`;
  const isChange = measure === 'growth' || measure === 'average_growth' || measure === 'change';
  const sign = value < 0 ? '−' : isChange && value > 0 ? '+' : '';
  return `${sign}${formatNumber(Math.abs(value))}${unit === '%' ? '' : ' '}${unit}`;
}

/** Plain digits: what is copied must read back as the number that it is. */
function formatNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 8, useGrouping: false });
}

/** Where a figure was read, for whoever quotes it. */
export interface Quotation {
  /** The sentence that it stands in. */
  sentence: string;
  /** The report's title, or the page's. */
  report: string;
  /** The heading of its section, or ''. */
  section: string;
  url: string;
}

/** A reference as a paper sets it: the sentence, the report with its section, the address. */
export function citationText({ sentence, report, section, url }: Quotation): string {
  return `“${sentence}”（${[report, section, url].filter(Boolean).join('，')}）`;
}

/** One row for a spreadsheet: name, place, years, value, unit, status; tabs between, no header. */
export function tsvRow(observation: Observation, statusWord: string): string {
  const { name, refArea, from, to, value, parts, unit } = observation;
  const years = to === null ? '' : from === null || from === to ? `${to}` : `${from}–${to}`;
  return [name, refArea, years, parts ? parts.join(':') : `${value}`, unit, statusWord].join('\t');
}
