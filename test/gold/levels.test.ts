import { afterAll, describe, expect, test } from 'vitest';
import { detect, detectPage } from '../../lib/report/detect';
import { normalise } from '../../lib/text/normal';
import { fixturesOf, lengthened, outlineOf, readFixture } from './fixture';
import { printed, scoreOf } from './score';

const REPORTS = ['unseen', 'unseen-2', 'unseen-3', 'unseen-4', 'unseen-5', 'fresh-1', 'fresh-2', 'fresh-3', 'fresh-4'];
const KIN = ['kin', 'kin-2', 'kin-3'];

afterAll(() => {
  for (const file of [...REPORTS, ...KIN]) console.log(`${file}: ${printed(scoreOf(fixturesOf(file)))}`);
});

describe.each(REPORTS)('reports of every level and decade: %s', (file) => {
  test.each(fixturesOf(file))('%s', (_, fixture) => {
    const read = readFixture(fixture);
    expect([fixture.verdict].flat()).toContain(read.verdict);
    if (fixture.identity) expect(read.identity).toEqual(fixture.identity);
    if (fixture.outline === undefined) return;
    expect(read.outline).toEqual(outlineOf(fixture));
    const definitions = fixture.definitions ?? [];
    expect(read.glossary.map(({ term, callout }) => [term, callout])).toEqual(definitions.map((d) => d.slice(0, 2)));
    read.glossary.forEach(({ text }, i) => {
      expect(text.startsWith(definitions[i]![2])).toBe(true);
      expect(text.endsWith(definitions[i]![3])).toBe(true);
    });
    expect(read.untied).toEqual([]);
  });

  test.each(fixturesOf(file))('%s at the length of real reports', (_, { text, hints = {}, verdict }) => {
    expect([verdict].flat()).toContain(detect(normalise(lengthened(text)), hints).verdict);
    expect([verdict].flat()).toContain(detectPage(text, hints).verdict);
  });
});

describe.each(KIN)('what only looks like a report, and parts of one: %s', (file) => {
  test.each(fixturesOf(file))('%s', (_, { text, hints = {}, verdict }) => {
    expect([verdict].flat()).toContain(detect(normalise(text), hints).verdict);
    expect([verdict].flat()).toContain(detect(normalise(lengthened(text)), hints).verdict);
  });
});
