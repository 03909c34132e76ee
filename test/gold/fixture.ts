import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { findMentions } from '../../lib/glossary/mentions';
import { detect, type PageHints } from '../../lib/report/detect';
import { readGlossary } from '../../lib/report/glossary';
import { identify } from '../../lib/report/identity';
import { readSections } from '../../lib/report/sections';
import type { ReportIdentity, Verdict } from '../../lib/report/types';
import { normalise } from '../../lib/text/normal';

/** A made-up document of `levels/`, with what a reader would say of it. */
export interface Fixture {
  hints?: PageHints;
  /** One verdict, or those that may be given. */
  verdict: Verdict | Verdict[];
  identity?: ReportIdentity;
  /** Two spaces for each level below the first; spaces inside a heading do not count. */
  outline?: string;
  definitions?: [term: string, callout: string | null, begins: string, ends: string][];
  text: string;
}

/** Every fixture of a file of `levels/`, by name. */
export function fixturesOf(file: string): [string, Fixture][] {
  return Object.entries(parse(readFileSync(new URL(`levels/${file}.yaml`, import.meta.url), 'utf8')));
}

/** The outline that a fixture expects, as '2 （一）…': level and heading. */
export function outlineOf({ outline = '' }: Fixture): string[] {
  return outline
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => `${(line.length - line.trimStart().length) / 2 + 1} ${spelling(line.trim())}`);
}

/** A heading as it is compared: in its normal form, spaces left out. */
const spelling = (heading: string) => normalise(heading).text.replace(/\s/g, '');

/** Reads a fixture; `untied` are terms with a call-out before which no mention stands. */
export function readFixture({ text, hints = {} }: Fixture) {
  const normal = normalise(text);
  const sections = readSections(normal);
  const glossary = readGlossary(normal, sections);
  const mentions = findMentions(normal, glossary, []);
  const untied = glossary.filter(({ term, callout, start }) => {
    if (callout === null || /[Pp页]/.test(callout)) return false;
    const called = (end: number) => text.startsWith(callout, end) || text.startsWith(`”${callout}`, end);
    return !mentions.some((mention) => mention.term === term && mention.end < start && called(mention.end));
  });
  return {
    verdict: detect(normal, hints).verdict,
    identity: identify(normal, hints),
    outline: sections.map(({ level, heading }) => `${level} ${spelling(heading)}`),
    glossary,
    untied: untied.map(({ term }) => term),
  };
}

/**
 * A fixture's text at the length of real documents: paragraphs of a report, which other official writing shares the
 * language of, before its last call.
 */
export function lengthened(text: string): string {
  const seed = readFileSync(new URL('../../seeds/reports/hengyang-2020.txt', import.meta.url), 'utf8');
  const paragraphs = seed.split('\n').filter((line) => line.length > 80 && !/各位代表|上来/.test(line));
  const more = paragraphs.slice(4, 24).join('\n').replaceAll('衡阳', '本地').replaceAll('**', '');
  const call = [...text.matchAll(/[\n\s](?=(?:各位代表|同志们|各位代表、同志们)，)/g)].at(-1);
  if (!call) return text;
  // Indented paragraphs keep their look: a line's own spaces stay behind the break.
  const at = text.lastIndexOf('。', call.index) + 1 || call.index;
  return `${text.slice(0, at)}\n${more}\n${text.slice(at).trimStart()}`;
}
