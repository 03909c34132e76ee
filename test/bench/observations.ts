import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readFigures } from '../../lib/indicators/read';
import type { Indicator } from '../../lib/indicators/types';
import { type NormalText, normalise } from '../../lib/text/normal';

export const name = 'observations';

/** The length of the longest report at hand, made of a bundled one. */
const REPORT = 34_000;
const RUNS = 9;
const lexicon: Indicator[] = parse(readFileSync('seeds/indicators.yaml', 'utf8'));
const seed = readFileSync('seeds/reports/hengyang-2012.txt', 'utf8');

/**
 * Milliseconds (median) to read the observations of a report, as a multiple of a bare walk over the same characters in
 * the same run; what ten times the text costs of ten times that (1 is linear); and the dearest clauses likewise.
 */
export function run() {
  const report = normalise(pour(seed, REPORT));
  const long = normalise(pour(seed, REPORT * 10));
  const walk = median(() => walkOver(report.text));
  const read = median(() => reading(report));
  return {
    characters: report.text.length,
    observations: reading(report).observations.length,
    milliseconds: round(read),
    timesTheBareWalk: round(read / walk),
    tenTimesTheLength: round(median(() => reading(long), 3) / read / 10),
    clauses: Object.fromEntries(
      ['规模工业增加值、固定资产投资分别增长9%、12%，', '1、', '居全国第一、第', '“8%', '（增长8%', '年均分别增长'].map(
        (clause) => [clause, growthOf(clause)],
      ),
    ),
  };
}

function reading(normal: NormalText) {
  return readFigures(normal, { lexicon, sections: [], report: null });
}

function growthOf(clause: string): number {
  const [once, tenfold] = [20_000, 200_000].map((length) => {
    const normal = normalise(pour(clause, length));
    return median(() => reading(normal), 3);
  }) as [number, number];
  return round(tenfold / once / 10);
}

function pour(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

function walkOver(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}

function median(action: () => unknown, runs = RUNS): number {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    action();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[runs >> 1]!;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
