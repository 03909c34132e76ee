import { describe, expect, test } from 'vitest';
import { visibleMarks } from '../../lib/page/density';
import type { Mark } from '../../lib/page/marks';
import type { Density, Settings } from '../../lib/platform/settings';
import type { Section } from '../../lib/report/types';

const sections = [
  { id: 's1', start: 0, end: 100 },
  { id: 's2', start: 100, end: 200 },
] as Section[];
const settings: Pick<Settings, 'density' | 'explain' | 'known'> = {
  density: { terms: 'first', figures: 'all', notes: 'all' },
  explain: 'all',
  known: [],
};
const renown = { defined: () => new Set(['三农', '河长制']), common: () => new Set(['三农']) };

const term = (name: string, start: number) =>
  ({ kind: 'term', start, end: start + 2, mention: { term: name } }) as Mark;
const figure = (indicator: string | null, name: string, start: number) =>
  ({ kind: 'figure', start, end: start + 2, observation: { indicator, name } }) as unknown as Mark;
const other = (kind: 'note' | 'number' | 'difference', start: number) => ({ kind, start, end: start + 2 }) as Mark;

const marks: Mark[] = [
  term('三农', 10),
  term('三农', 20),
  term('河长制', 30),
  term('河长制', 110),
  term('无人解释', 120),
  figure('gdp', '地区生产总值', 40),
  figure('gdp', '生产总值', 50),
  figure(null, '校车', 60),
  figure('gdp', '地区生产总值', 130),
  other('note', 70),
  other('note', 80),
  other('note', 140),
  other('number', 90),
  other('difference', 150),
];
const seen = (change: Partial<Settings>) =>
  visibleMarks(marks, sections, { ...settings, ...change }, renown).map(({ start }) => start);
const only = (kind: keyof Settings['density'], level: Density) =>
  seen({ density: { terms: 'off', figures: 'off', notes: 'off', [kind]: level } });
/** What is marked whatever the density is: the page says something else than the bundled version. */
const DIFFERENCE = 150;

describe('density', () => {
  test.each<[keyof Settings['density'], Density, number[]]>([
    ['terms', 'off', []],
    ['terms', 'first', [10, 30, 110]],
    ['terms', 'all', [10, 20, 30, 110, 120]],
    ['figures', 'off', []],
    ['figures', 'first', [40, 60, 130]],
    ['figures', 'all', [40, 50, 60, 130, 90]],
    ['notes', 'off', []],
    ['notes', 'first', [70, 140]],
    ['notes', 'all', [70, 80, 140]],
  ])('%s %s', (kind, level, starts) => {
    expect(only(kind, level)).toEqual([...starts, DIFFERENCE]);
  });

  test('quiet: the first of a term in a section, every figure and every note', () => {
    expect(seen({})).toEqual([10, 30, 110, 40, 50, 60, 130, 70, 80, 140, 90, DIFFERENCE]);
  });

  test('a reader who knows what is common has it explained nowhere, at any density', () => {
    expect(seen({ explain: 'uncommon' })).not.toContain(10);
    const all = { terms: 'all', figures: 'off', notes: 'off' } as const;
    expect(seen({ explain: 'uncommon', density: all })).toEqual([30, 110, 120, DIFFERENCE]);
  });

  test('a term that the reader knows is marked nowhere', () => {
    const all = { terms: 'all', figures: 'off', notes: 'off' } as const;
    expect(seen({ known: ['河长制'], density: all })).toEqual([10, 20, 120, DIFFERENCE]);
  });
});
