import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { ReportIndex } from '../../lib/corpus/types';
import { type NormalText, normalise } from '../../lib/text/normal';
import type { Answer } from './plain';

type Side = 'review' | 'plan' | 'any';

interface Target {
  reportId: string;
  start: number;
  end: number;
  grade: 1 | 2;
  side: Side;
}

export interface GoldQuery {
  query: string;
  exclude: string[];
  /** Whether the query looks back or plans; a heading may do neither. */
  side: Side;
  /** Empty when no passage treats the matter. */
  targets: Target[];
}

interface GoldFile {
  seeds?: { seed: string; begins: string; ends: string; side: Side; matters: string[] }[];
  written?: { query: string; side: Side; matters: string[] }[];
  none?: string[];
}

/** The newspaper continuation repeats the report of 2020, so a passage of one counts in the other, too. */
const TWINS: Record<string, string> = { 'hengyang-2020': 'hengyang-2020-continuation' };

/** Reads a gold file; a quotation that does not stand exactly once in its report is an error of the gold set. */
export function readGold(index: ReportIndex, file: URL, targetsFile: URL): GoldQuery[] {
  const texts = new Map(index.reports.map((report) => [report.id, normalise(report.text)]));
  const matters = parse(readFileSync(targetsFile, 'utf8')) as Record<string, [string, Side, 1 | 2, string][]>;
  const gold = parse(readFileSync(file, 'utf8')) as GoldFile;

  const targetsOf = (names: string[], exclude: string[]): Target[] => {
    const found = new Map<string, Target>();
    for (const name of names) {
      if (!matters[name]) throw new Error(`No matter ${name} in the targets.`);
      for (const [report, side, grade, quotation] of matters[name]) {
        const range = locate(texts.get(report)!, quotation);
        if (!range) throw new Error(`${quotation} does not stand exactly once in ${report}.`);
        const twin = TWINS[report];
        const repeated = twin ? locate(texts.get(twin)!, quotation) : null;
        for (const [reportId, place] of [[report, range] as const, [twin ?? '', repeated] as const]) {
          if (!place || exclude.includes(reportId)) continue;
          const key = `${reportId} ${place.start}`;
          if (found.get(key)?.grade !== 2) found.set(key, { reportId, ...place, grade, side });
        }
      }
    }
    return [...found.values()];
  };

  const queries: GoldQuery[] = [];
  for (const { seed, begins, ends, side, matters: names } of gold.seeds ?? []) {
    const normal = texts.get(seed)!;
    const from = normal.text.indexOf(normalise(begins).text);
    const to = normal.text.indexOf(normalise(ends).text, from);
    if (from < 0 || to < 0 || normal.text.includes(normalise(begins).text, from + 1))
      throw new Error(`${seed} has no stretch from ${begins}, which must stand once, to ${ends}.`);
    const exclude = [seed, ...(TWINS[seed] ? [TWINS[seed]] : [])];
    const query = normal.text.slice(from, to + normalise(ends).text.length);
    queries.push({ query, exclude, side, targets: targetsOf(names, exclude) });
  }
  for (const { query, side, matters: names } of gold.written ?? []) {
    queries.push({ query, exclude: [], side, targets: targetsOf(names, []) });
  }
  for (const query of gold.none ?? []) queries.push({ query, exclude: [], side: 'any', targets: [] });
  return queries;
}

function locate(normal: NormalText, quotation: string): { start: number; end: number } | null {
  const wanted = normalise(quotation).text;
  const at = normal.text.indexOf(wanted);
  if (at < 0 || normal.text.includes(wanted, at + 1)) return null;
  return normal.toSource(at, at + wanted.length);
}

/** The targets that an answer contains; none when it is longer than a match may be. */
function targetsIn(answer: Answer | undefined, { targets }: GoldQuery): Target[] {
  if (!answer || answer.end - answer.start > 900) return [];
  return targets.filter(
    ({ reportId, start, end }) => reportId === answer.reportId && answer.start <= start && end <= answer.end,
  );
}

export interface Figures {
  'hit@1': number;
  'hit@3': number;
  /** The first answer is about the matter (grade 2). */
  bestFirst: number;
  /** Moreover it stands on the query's own side (review or plan), where that side has a passage of grade 2. */
  ownSideFirst: number;
  /** Queries without targets that get no answer. */
  noMatch: number;
}

/** Shares from 0 to 1; an empty answer to a query that has targets is a miss. */
export function measure(queries: readonly GoldQuery[], answer: (query: GoldQuery) => Answer[]): Figures {
  const some = queries
    .filter((query) => query.targets.length > 0)
    .map((query) => ({
      query,
      found: answer(query)
        .slice(0, 3)
        .map((one) => targetsIn(one, query)),
    }));
  const none = queries.filter((query) => query.targets.length === 0);
  const best = (targets: Target[] | undefined) => (targets ?? []).filter(({ grade }) => grade === 2);
  return {
    'hit@1': share(some, ({ found }) => (found[0] ?? []).length > 0),
    'hit@3': share(some, ({ found }) => found.some((targets) => targets.length > 0)),
    bestFirst: share(some, ({ found }) => best(found[0]).length > 0),
    ownSideFirst: share(some, ({ query, found }) => {
      const own = ({ side }: Target) => side === query.side;
      const sided = best(query.targets).some(own);
      return best(found[0]).some((target) => !sided || own(target));
    }),
    noMatch: share(none, (query) => answer(query).length === 0),
  };
}

function share<T>(list: readonly T[], right: (one: T) => boolean): number {
  return Math.round((1000 * list.filter(right).length) / list.length) / 1000;
}
