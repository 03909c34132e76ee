import { describe, expect, it } from 'vitest';
import { compileIndex } from '../../lib/corpus/compile';
import { makeMatcher } from '../../lib/corpus/match';

import { type Figures, type GoldQuery, measure, readGold } from './match';
import { makePlain } from './plain';

const index = compileIndex();
const matcher = makeMatcher(index);
const plain = makePlain(index);
const read = (name: string) =>
  readGold(index, new URL(name, import.meta.url), new URL('match.targets.yaml', import.meta.url));

const ours = (queries: GoldQuery[]) => measure(queries, ({ query, exclude }) => matcher.match(query, { exclude }));
/** Plain tf-idf, with nothing below a score called a match; no such score tells none from some. */
const theirs = (queries: GoldQuery[], floor: number) =>
  measure(queries, ({ query, exclude }) => plain(query, exclude).filter(({ score }) => score >= floor));

describe.each(['match.development.yaml', 'match.heldout.yaml', 'match.unseen.yaml'])('matching on %s', (name) => {
  const queries = read(name);

  it('keeps to the goals and beats plain tf-idf', () => {
    const figures = ours(queries);
    const rows: Record<string, Figures> = { matching: figures };
    for (const floor of [0, 0.06, 0.08, 0.1]) rows[`plain tf-idf from ${floor}`] = theirs(queries, floor);
    console.log(name);
    console.table(rows);
    expect(figures['hit@1']).toBeGreaterThanOrEqual(0.96);
    expect(figures['hit@3']).toBeGreaterThanOrEqual(0.98);
    expect(figures.bestFirst).toBeGreaterThanOrEqual(0.9);
    expect(figures.noMatch).toBeGreaterThanOrEqual(0.9);
    expect(figures['hit@1']).toBeGreaterThan(rows['plain tf-idf from 0']!['hit@1']);
    expect(figures.bestFirst).toBeGreaterThan(rows['plain tf-idf from 0']!.bestFirst);
  });
});

it('has enough queries, of every kind', () => {
  const queries = [...read('match.development.yaml'), ...read('match.heldout.yaml')];
  expect(queries.filter(({ targets }) => targets.length > 0).length).toBeGreaterThanOrEqual(60);
  expect(queries.filter(({ targets }) => targets.length === 0).length).toBeGreaterThanOrEqual(15);
  expect(queries.filter(({ exclude }) => exclude.length > 0).length).toBeGreaterThanOrEqual(60);
});
