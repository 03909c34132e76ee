import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findMentions } from '../../lib/glossary/mentions';
import { detect } from '../../lib/report/detect';
import { pageOf, readGlossary } from '../../lib/report/glossary';
import { identify } from '../../lib/report/identity';
import { readSections } from '../../lib/report/sections';
import type { ReportIdentity, Verdict } from '../../lib/report/types';
import { normalise } from '../../lib/text/normal';

interface Gold {
  verdict: Verdict;
  identity: ReportIdentity | null;
  outline: string;
  definitions: [term: string, callout: string, begins: string, ends: string][];
}

const NAMES = [
  'hengyang-2012',
  'hengyang-2020',
  'hengyang-2020-continuation',
  'hengyang-congress-2021-article',
  'shigu-2021',
];
const counts = { verdicts: 0, identities: 0, headings: 0, definitions: 0, mentions: 0 };

afterAll(() => console.log(`gold: ${JSON.stringify(counts)} right in ${NAMES.length} seeds`));

describe.each(NAMES)('%s reads as its gold file says', (name) => {
  const gold = parse(readFileSync(new URL(`${name}.yaml`, import.meta.url), 'utf8')) as Gold;
  const source = readFileSync(new URL(`../../seeds/reports/${name}.txt`, import.meta.url), 'utf8');
  const normal = normalise(source);
  const sections = readSections(normal);
  const glossary = readGlossary(normal, sections);

  test('verdict and identity', () => {
    expect(detect(normal).verdict).toBe(gold.verdict);
    counts.verdicts++;
    if (!gold.identity) return;
    expect(identify(normal)).toEqual(gold.identity);
    counts.identities++;
  });

  test('every heading at its level, where it stands', () => {
    const expected = gold.outline
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '…')
      .map((line) => ({ level: (line.length - line.trimStart().length) / 2 + 1, heading: line.trim() }));
    const found = sections.map(({ level, heading }) => ({ level, heading: heading.replace(/\s/g, '') }));
    expect(found).toEqual(expected);
    for (const { heading, start, end } of sections) {
      const plain = (text: string) => normalise(text).text.replace(/\n/g, '');
      expect(plain(source.slice(start, end)).startsWith(plain(heading))).toBe(true);
    }
    counts.headings += expected.length;
  });

  test('every definition, whole', () => {
    expect(glossary.map(({ term, callout }) => [term, callout])).toEqual(
      gold.definitions.map((entry) => entry.slice(0, 2)),
    );
    glossary.forEach(({ text, start, end, callout }, i) => {
      const [term, , begins, ends] = gold.definitions[i]!;
      expect(text.startsWith(begins)).toBe(true);
      expect(text.endsWith(ends)).toBe(true);
      const entry = source.slice(start, end);
      expect(entry).toContain(term);
      expect(entry.endsWith(text)).toBe(true);
      expect(callout).toBe(`（P${pageOf(callout)}）`);
      counts.definitions++;
    });
  });

  test('every term of the glossary is found in the text and not in its own definition', () => {
    const mentions = findMentions(normal, glossary, []);
    for (const { term, start, end } of glossary) {
      const found = mentions.filter((mention) => mention.term === term);
      expect(found.length, term).toBeGreaterThan(0);
      expect(found.some((mention) => mention.start >= start && mention.start < end)).toBe(false);
      counts.mentions += found.length;
    }
  });
});
