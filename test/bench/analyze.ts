import { readFileSync } from 'node:fs';
import { type Analysis, analyze } from '../../lib/analyze';
import { compileIndex } from '../../lib/corpus/compile';
import { knowledgeOf } from '../../lib/corpus/lookup';
import { findMentions } from '../../lib/glossary/mentions';
import { detect, detectPage } from '../../lib/report/detect';
import { readGlossary } from '../../lib/report/glossary';
import { identify } from '../../lib/report/identity';
import { readSections } from '../../lib/report/sections';
import { normalise } from '../../lib/text/normal';

export const name = 'analyze';

/** The length of the longest report at hand. */
const REPORT = 34_000;
const RUNS = 7;

/**
 * What reading a report costs: each step as a multiple of a bare walk over the same characters, the growth to ten times
 * the length, and hostile inputs at double the length (2 is linear).
 */
export function run() {
  const knowledge = knowledgeOf(compileIndex());
  const text = reportOf(REPORT);
  const normal = normalise(text);
  const sections = readSections(normal);
  const glossary = readGlossary(normal, sections);
  const steps: Record<string, () => unknown> = {
    walk: () => walk(text),
    normalise: () => normalise(text),
    detect: () => detect(normal),
    detectNothing: () => detectPage('市场监督管理局发布公告，请有关单位遵照执行。'.repeat(REPORT / 20)),
    identify: () => identify(normal),
    sections: () => readSections(normal),
    glossary: () => readGlossary(normal, sections),
    mentions: () => findMentions(normal, glossary, knowledge.terms),
    analyze: () => analyze(text, knowledge),
  };
  const milliseconds = Object.fromEntries(Object.entries(steps).map(([step, go]) => [step, fastest(go)]));
  const bare = milliseconds.walk!;
  return {
    characters: text.length,
    milliseconds,
    timesTheBareWalk: Object.fromEntries(Object.entries(milliseconds).map(([step, ms]) => [step, round(ms / bare)])),
    growth: growth(knowledge),
    hostile: hostile(knowledge),
  };
}

function growth(knowledge: Parameters<typeof analyze>[1]) {
  const base = fastest(() => analyze(reportOf(REPORT), knowledge), 3);
  return [1, 2, 5, 10].map((times) => {
    const text = reportOf(REPORT * times);
    const ms = fastest(() => analyze(text, knowledge), 3);
    return { times, milliseconds: ms, ofLinear: round(ms / base / times) };
  });
}

/** Doubling the length should double the time: `growth` is the ratio. */
function hostile(knowledge: Parameters<typeof analyze>[1]) {
  const pieces: Record<string, string> = {
    oneLineWithoutStops: '发展',
    openBrackets: '（',
    quotedDefinitions: '“甲”指',
    numberedLines: '1.甲：乙\n',
    headings: '一、\n',
    bold: '**甲。**',
    years: '2020年',
    glossaries: '名词解释\n1.甲：乙\n',
    lostBreaks: '。一、甲乙丙丁回顾 2020年（一）甲乙。',
    strayGaps: '甲乙丙 ',
    notes: '甲①\n①甲：乙\n',
    runningHeads: '甲报告\n- 1 -\n',
  };
  return Object.fromEntries(
    Object.entries(pieces).map(([piece, text]) => {
      const [once, twice] = [100_000, 200_000].map((length) => {
        const input = text.repeat(Math.ceil(length / text.length));
        return fastest((): Analysis => analyze(input, knowledge), 3);
      }) as [number, number];
      return [piece, { milliseconds: twice, growth: round(twice / once) }];
    }),
  );
}

/** Text of bundled reports, one after the other, cut to a length. */
function reportOf(length: number): string {
  const seeds = ['hengyang-2020', 'hengyang-2012', 'shigu-2021'].map((seed) =>
    readFileSync(new URL(`../../seeds/reports/${seed}.txt`, import.meta.url), 'utf8'),
  );
  const whole = seeds.join('\n');
  return whole.repeat(Math.ceil(length / whole.length)).slice(0, length);
}

function walk(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

/** The fastest run: what the machine does beside it only ever adds. */
function fastest(go: () => unknown, runs = RUNS): number {
  go();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    go();
    return performance.now() - start;
  });
  return round(Math.min(...times));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
