import { readFileSync } from 'node:fs';
import type { Observation } from '../../lib/indicators/types';
import type { NormalText } from '../../lib/text/normal';

/** One line of a gold file, found in the text. */
export type GoldObservation = Omit<Observation, 'refArea'> & { refArea: string; line: string };

const FIGURE = /(\d[\d.]*)(?:多|余)?(.*?)(?:以上|以内|以下|左右)?$/;

/** Reads a gold file (see test/gold/observations/README.md) against the text that it speaks of. */
export function readGold(path: string, normal: NormalText): GoldObservation[] {
  return parseGold(readFileSync(path, 'utf8').split('\n'), normal, path);
}

/** The same from lines; `label` is for the error that a line not found in the text raises. */
export function parseGold(lines: readonly string[], normal: NormalText, label: string): GoldObservation[] {
  const gold: GoldObservation[] = [];
  let defaults = { p: '', s: '', a: '' };
  let at = 0;
  for (const line of lines) {
    if (!line || line.startsWith('#')) continue;
    if (line.startsWith('@')) {
      const [, p, s, a] = line.split(' ');
      defaults = { p: p!, s: s!, a: a! };
      continue;
    }
    const [context, figure, indicator, name, measure, rest = ''] = line.split('|');
    const found = normal.text.indexOf(context! + figure!, at);
    if (found < 0) throw new Error(`${label}: not in the text after the line before: ${line}`);
    at = found;
    const start = found + context!.length;
    const fields: Record<string, string> = { ...defaults };
    for (const field of rest.split(' ')) {
      const cut = field.indexOf('=');
      if (cut > 0) fields[field.slice(0, cut)] = field.slice(cut + 1);
    }
    const written = FIGURE.exec(figure!);
    const [from, to = from] = fields.p!.split('-');
    gold.push({
      line,
      indicator: indicator === '-' ? null : indicator!,
      name: name!,
      value: Number(fields.v ?? written?.[1]),
      unit: fields.u ?? written?.[2] ?? '',
      measure: measure as Observation['measure'],
      parts: fields.parts ? fields.parts.split(':').map(Number) : null,
      bound: (fields.b ?? null) as Observation['bound'],
      status: fields.s as Observation['status'],
      from: from === '?' ? null : Number(from),
      to: to === '?' ? null : Number(to),
      refArea: fields.a!,
      ...normal.toSource(start, start + figure!.length),
    });
  }
  return gold;
}

export interface Score {
  gold: number;
  made: number;
  hits: number;
  precision: number;
  recall: number;
  f1: number;
  /** Share of the hits whose field is right. */
  fields: Record<'name' | 'parts' | 'bound' | 'status' | 'period' | 'refArea' | 'place', number>;
  missed: GoldObservation[];
  wrong: Observation[];
  /** Hits with a field that is not right. */
  off: { gold: GoldObservation; made: Observation; fields: string[] }[];
}

const FIELDS = ['name', 'parts', 'bound', 'status', 'period', 'refArea', 'place'] as const;

/** Pairs by (indicator, value, unit, measure) where the figures overlap, then compares the remaining fields of the pairs. */
export function score(gold: readonly GoldObservation[], made: readonly Observation[]): Score {
  const free = new Set(made);
  const missed: GoldObservation[] = [];
  const pairs: { gold: GoldObservation; made: Observation }[] = [];
  for (const expected of gold) {
    const match = [...free].find(
      (one) =>
        one.start < expected.end &&
        one.end > expected.start &&
        one.indicator === expected.indicator &&
        one.value === expected.value &&
        one.unit === expected.unit &&
        one.measure === expected.measure,
    );
    if (match) {
      free.delete(match);
      pairs.push({ gold: expected, made: match });
    } else missed.push(expected);
  }
  const off = pairs
    .map((pair) => ({ ...pair, fields: FIELDS.filter((field) => !same(field, pair.gold, pair.made)) }))
    .filter((pair) => pair.fields.length > 0);
  const share = (field: (typeof FIELDS)[number]) =>
    pairs.length === 0 ? 1 : 1 - off.filter((pair) => pair.fields.includes(field)).length / pairs.length;
  const precision = made.length === 0 ? 1 : pairs.length / made.length;
  const recall = gold.length === 0 ? 1 : pairs.length / gold.length;
  return {
    gold: gold.length,
    made: made.length,
    hits: pairs.length,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    fields: Object.fromEntries(FIELDS.map((field) => [field, share(field)])) as Score['fields'],
    missed,
    wrong: [...free],
    off,
  };
}

function same(field: (typeof FIELDS)[number], gold: Observation, made: Observation): boolean {
  if (field === 'period') return gold.from === made.from && gold.to === made.to;
  if (field === 'place') return gold.start === made.start && gold.end === made.end;
  if (field === 'parts') return gold.parts?.join() === made.parts?.join();
  return gold[field] === made[field];
}

/** One line for the test's output. */
export function summary(label: string, { gold, made, precision, recall, f1, fields }: Score): string {
  const rest = Object.entries(fields).map(([field, value]) => `${field} ${value.toFixed(3)}`);
  return `${label}: ${gold} gold, ${made} made, P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}; ${rest.join(', ')}`;
}
