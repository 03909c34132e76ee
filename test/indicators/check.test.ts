import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFigures } from '../../lib/indicators/read';
import type { Indicator, Observation } from '../../lib/indicators/types';
import type { ReportIdentity } from '../../lib/report/types';
import { normalise } from '../../lib/text/normal';
import { type GoldObservation, parseGold, score, summary } from './gold';

const lexicon: Indicator[] = parse(readFileSync('seeds/indicators.yaml', 'utf8'));

interface Quotation {
  report: ReportIdentity;
  plan: boolean;
  /** The heading that the quotation stands under. */
  heading: string;
  text: string;
  lines: string[];
}

/** Reads a file of test/gold/check; see the README there. */
function quotations(file: string): Quotation[] {
  const out: Quotation[] = [];
  let report: ReportIdentity | null = null;
  let plan = false;
  let heading = '';
  let defaults = '';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('%')) {
      const [, place, level, year, part, headed] = line.split(' ');
      report = {
        title: '',
        place: place!,
        level: level as ReportIdentity['level'],
        year: Number(year),
        reviewYear: Number(year) - 1,
      };
      plan = part === 'plan';
      heading = headed ?? (plan ? `${year}年主要任务` : `${Number(year) - 1}年工作回顾`);
    } else if (line.startsWith('@')) defaults = line;
    else if (line.startsWith('>')) out.push({ report: report!, plan, heading, text: line.slice(2), lines: [defaults] });
    else if (line && out.length > 0) out[out.length - 1]!.lines.push(line);
  }
  return out;
}

const names = readdirSync('test/gold/check')
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -'.txt'.length));

test.each(names)('reads quotations from reports that nobody had looked at: %s', (name) => {
  const gold: GoldObservation[] = [];
  const made: Observation[] = [];
  let shift = 0;
  for (const { report, plan, heading, text, lines } of quotations(`test/gold/check/${name}.txt`)) {
    const head = plan ? `一、${report.year - 1}年工作回顾\n过去一年。\n二、${heading}\n` : `一、${heading}\n`;
    const normal = normalise(head + text);
    const move = <T extends { start: number; end: number }>(one: T): T => ({
      ...one,
      start: one.start + shift,
      end: one.end + shift,
    });
    gold.push(...parseGold(lines, normal, text.slice(0, 20)).map(move));
    made.push(...readFigures(normal, { lexicon, sections: [], report }).observations.map(move));
    shift += head.length + text.length + 1;
  }
  const result = score(gold, made);
  console.log(summary(name, result));
  if (process.env.GOLD) {
    for (const one of result.missed) console.log('  missed', one.line);
    for (const one of result.wrong) console.log('  wrong ', JSON.stringify(one));
    for (const one of result.off) console.log('  off   ', one.fields.join(), one.gold.line, JSON.stringify(one.made));
  }
  // Prose of real reports (unseen-15) and dense prose of the nation and provinces is read less fully.
  expect(result.f1).toBeGreaterThanOrEqual(/^unseen-(?:15|36|38|45|51|56|59)$/.test(name) ? 0.93 : 0.97);
  expect(result.precision).toBeGreaterThanOrEqual(0.99);
  expect(result.fields.bound).toBeGreaterThanOrEqual(0.98);
  expect(result.fields.status).toBeGreaterThanOrEqual(0.97);
  expect(result.fields.period).toBeGreaterThanOrEqual(0.93);
});
