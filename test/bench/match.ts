import { compileIndex } from '../../lib/corpus/compile';
import { makeMatcher } from '../../lib/corpus/match';
import { makePlain } from '../gold/plain';

export const name = 'match';

const ROUNDS = 7;

/**
 * Milliseconds: a query (a paragraph of a bundled report), the same query by plain tf-idf over the same reports in the
 * same run, and their ratio; and the making of the matcher, once, on first use. Medians over the paragraphs and rounds.
 */
export function run() {
  const index = compileIndex();
  const queries = index.reports.flatMap((report) =>
    report.text.split('\n').filter((line) => line.length > 40 && line.length < 900),
  );
  const builds: number[] = [];
  let matcher = makeMatcher(index);
  for (let round = 0; round < ROUNDS; round++) {
    builds.push(time(() => (matcher = makeMatcher(index))));
  }
  const plain = makePlain(index);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const query of queries) {
      ours.push(time(() => matcher.match(query)));
      theirs.push(time(() => plain(query)));
    }
  }
  const query = quantile(ours, 0.5);
  const peer = quantile(theirs, 0.5);
  return {
    'query ms': round(query),
    'query ms p95': round(quantile(ours, 0.95)),
    'plain tf-idf query ms': round(peer),
    'build ms': round(quantile(builds, 0.5)),
    ratio: round(query / peer),
  };
}

function time(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

function quantile(values: number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))]!;
}

function round(value: number): number {
  return Math.round(1000 * value) / 1000;
}
