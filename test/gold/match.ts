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
}

export interface GoldQuery {
  query: string;
  exclude: string[];
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

  const targetsOf = (names: string[], side: Side, exclude: string[]): Target[] => {
    const found = new Map<string, Target & { side: Side }>();
    for (const name of names) {
      if (!matters[name]) throw new Error(`No matter ${name} in the targets.`);
      for (const [report, place, grade, quotation] of matters[name]) {
        const places = [locate(texts.get(report)!, quotation)];
        if (!places[0]) throw new Error(`${quotation} does not stand exactly once in ${report}.`);
        const ids = [report];
        const twin = TWINS[report];
        const inTwin = twin ? locate(texts.get(twin)!, quotation) : null;
        if (twin && inTwin) {
          ids.push(twin);
          places.push(inTwin);
        }
        for (const [i, range] of places.entries()) {
          if (exclude.includes(ids[i]!)) continue;
          const key = `${ids[i]} ${range!.start}`;
          const before = found.get(key);
          found.set(key, { reportId: ids[i]!, ...range!, grade: before?.grade === 2 ? 2 : grade, side: place });
        }
      }
    }
    const all = [...found.values()];
    // The best answer is on the query's own side (review or plan) wherever that side has one.
    const sided = side !== 'any' && all.some((target) => target.grade === 2 && target.side === side);
    return all.map(({ side: place, ...target }) => ({ ...target, grade: sided && place !== side ? 1 : target.grade }));
  };

  const queries: GoldQuery[] = [];
  for (const { seed, begins, ends, side, matters: names } of gold.seeds ?? []) {
    const normal = texts.get(seed)!;
    const from = normal.text.indexOf(normalise(begins).text);
    const to = normal.text.indexOf(normalise(ends).text, from);
    if (from < 0 || to < 0) throw new Error(`${seed} has no stretch from ${begins} to ${ends}.`);
    const exclude = [seed, ...(TWINS[seed] ? [TWINS[seed]] : [])];
    const query = normal.text.slice(from, to + normalise(ends).text.length);
    queries.push({ query, exclude, targets: targetsOf(names, side, exclude) });
  }
  for (const { query, side, matters: names } of gold.written ?? []) {
    queries.push({ query, exclude: [], targets: targetsOf(names, side, []) });
  }
  for (const query of gold.none ?? []) queries.push({ query, exclude: [], targets: [] });
  return queries;
}

function locate(normal: NormalText, quotation: string): { start: number; end: number } | null {
  const wanted = normalise(quotation).text;
  const at = normal.text.indexOf(wanted);
  if (at < 0 || normal.text.includes(wanted, at + 1)) return null;
  return normal.toSource(at, at + wanted.length);
}

/** The grade of an answer: that of the best target that it contains, 0 for none. */
export function gradeOf(answer: Answer, { targets }: GoldQuery): 0 | 1 | 2 {
  let grade: 0 | 1 | 2 = 0;
  for (const target of targets) {
    const holds = target.reportId === answer.reportId && answer.start <= target.start && target.end <= answer.end;
    if (holds && target.grade > grade) grade = target.grade;
  }
  return answer.end - answer.start <= 900 ? grade : 0;
}

export interface Figures {
  'hit@1': number;
  'hit@3': number;
  bestFirst: number;
  noMatch: number;
}

/** Shares from 0 to 1; an empty answer to a query that has targets is a miss. */
export function measure(queries: readonly GoldQuery[], answer: (query: GoldQuery) => Answer[]): Figures {
  const some = queries.filter((query) => query.targets.length > 0);
  const none = queries.filter((query) => query.targets.length === 0);
  const share = (list: readonly GoldQuery[], right: (query: GoldQuery) => boolean) =>
    Math.round((1000 * list.filter(right).length) / list.length) / 1000;
  const grades = new Map(
    some.map((query) => [
      query,
      answer(query)
        .slice(0, 3)
        .map((one) => gradeOf(one, query)),
    ]),
  );
  return {
    'hit@1': share(some, (query) => (grades.get(query)![0] ?? 0) > 0),
    'hit@3': share(some, (query) => grades.get(query)!.some((grade) => grade > 0)),
    bestFirst: share(some, (query) => grades.get(query)![0] === 2),
    noMatch: share(none, (query) => answer(query).length === 0),
  };
}
