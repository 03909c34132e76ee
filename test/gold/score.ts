import { type Fixture, outlineOf, readFixture } from './fixture';

/** What a set of fixtures holds and how much of it is read right, by the lines of the check. */
export interface Score {
  [line: string]: { right: number; of: number };
}

/** Scores fixtures line by line: a heading is right where it stands at its level, a definition by its term and its end. */
export function scoreOf(fixtures: readonly [string, Fixture][], miss: (what: string) => void = () => {}): Score {
  const score: Score = {};
  const count = (line: string, right: boolean, what: string) => {
    score[line] ??= { right: 0, of: 0 };
    score[line].of++;
    if (right) score[line].right++;
    else miss(`${line}: ${what}`);
  };
  for (const [name, fixture] of fixtures) {
    const read = readFixture(fixture);
    const wanted = [fixture.verdict].flat();
    count('verdict', wanted.includes(read.verdict), `${name}: ${read.verdict} for ${wanted}`);
    if (!wanted.includes('report') && read.verdict === 'report') count('called a report', false, name);
    if (fixture.identity) {
      for (const key of ['title', 'place', 'level', 'year', 'reviewYear', 'parent'] as const) {
        const [is, should] = [read.identity?.[key], fixture.identity[key]];
        if (should !== undefined) count(key, is === should, `${name}: ${is} for ${should}`);
      }
    }
    if (fixture.outline !== undefined) {
      const found = [...read.outline];
      for (const heading of outlineOf(fixture)) {
        const at = found.indexOf(heading);
        count('headings', at >= 0, `${name}: ${heading}`);
        if (at >= 0) found.splice(at, 1);
      }
      for (const heading of found) count('headings that are none', false, `${name}: ${heading}`);
    }
    for (const [term, callout, begins, ends] of fixture.definitions ?? []) {
      const own = read.glossary.find((definition) => definition.term === term);
      count('terms', own !== undefined, `${name}: ${term}`);
      const text = closed(own?.text ?? '');
      count('definitions', text.startsWith(closed(begins)) && text.endsWith(closed(ends)), `${name}: ${term}: ${text}`);
      count('call-outs', own !== undefined && own.callout === callout, `${name}: ${term}: ${own?.callout}`);
    }
    if (fixture.definitions) {
      const terms = new Set(fixture.definitions.map(([term]) => term));
      for (const { term } of read.glossary)
        if (!terms.has(term)) count('terms that are none', false, `${name}: ${term}`);
    }
  }
  return score;
}

/** Without white space: a carrier may break its lines anywhere. */
function closed(text: string): string {
  return text.replace(/\s/g, '');
}

/** 'verdict 14/14, headings 117/117'. */
export function printed(score: Score): string {
  return Object.entries(score)
    .map(([line, { right, of }]) => `${line} ${right}/${of}`)
    .join(', ');
}
