import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { findMainText } from '../../lib/page/mainText';
import { pageHints } from '../../lib/page/pageHints';
import { mapText } from '../../lib/page/textMap';
import { type Fixture, fixturesOf } from './fixture';
import { PAGES } from './pages';
import { printed, scoreOf } from './score';

const FIXTURES = ['unseen', 'unseen-2', 'unseen-3', 'unseen-4', 'fresh-1', 'fresh-2', 'fresh-3', 'fresh-4']
  .flatMap(fixturesOf)
  .filter(([, { text, verdict }]) => verdict === 'report' && !/^[#|]|\*\*/m.test(text));

/** A fixture as the page that carries it is read. */
function onPage(fixture: Fixture, pageOf: (text: string, title: string) => string): Fixture {
  const { document } = parseHTML(pageOf(fixture.text, fixture.hints?.title ?? '政府工作报告_政府门户网站'));
  return {
    ...fixture,
    text: mapText(findMainText(document.body)).text,
    hints: { ...fixture.hints, ...pageHints(document) },
  };
}

describe('the same report on every kind of page', () => {
  test.each(Object.entries(PAGES))('%s', (name, pageOf) => {
    const read = FIXTURES.map(([title, fixture]): [string, Fixture] => [title, onPage(fixture, pageOf)]);
    const score = scoreOf(read);
    console.log(`${name}: ${printed(score)}`);
    const share = (line: string) => score[line]!.right / score[line]!.of;
    for (const line of ['verdict', 'place', 'level', 'year', 'headings'])
      expect(share(line), line).toBeGreaterThanOrEqual(0.98);
    // Where breaks are lost, a bare number that opens an entry is no more than a number.
    expect(share('definitions')).toBeGreaterThanOrEqual(name.includes('without breaks') ? 0.9 : 0.98);
    for (const [title, { text }] of read) expect(text, title).not.toContain('财政预决算\n人事信息');
  });
});
