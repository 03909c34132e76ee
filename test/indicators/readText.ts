import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readFigures } from '../../lib/indicators/read';
import type { Indicator, Observation } from '../../lib/indicators/types';
import type { ReportIdentity } from '../../lib/report/types';
import { normalise } from '../../lib/text/normal';

const lexicon: Indicator[] = parse(readFileSync('seeds/indicators.yaml', 'utf8'));

/** What is read of sentences in a report: in its part that looks back, or under its tasks. */
export function readText(
  text: string,
  report: ReportIdentity,
  { plan = false, heading = `${report.year - 1}年工作回顾` } = {},
): Observation[] {
  const head = plan
    ? `一、${report.year - 1}年工作回顾\n过去一年。\n二、${report.year}年主要任务\n`
    : `一、${heading}\n`;
  return readFigures(normalise(head + text), { lexicon, sections: [], report }).observations;
}
