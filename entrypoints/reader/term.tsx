import { render } from 'preact';
import { TermPage, type TermUse } from '../../components/TermPage';
import { lookUpTerm } from '../../lib/corpus/lookup';
import { parseTermHash, termHash } from '../../lib/library/address';
import { concordanceOf } from '../../lib/library/concordance';
import type { Found } from '../../lib/library/types';
import { library } from './library';
import { settled } from './settled';
import type { Parts, Shown } from './view';

const NOTHING: TermUse = { definitions: null, lines: null, holdings: [], aliases: [] };

/** Shows a term in all reports until the signal aborts. */
export function showTerm(_: unknown, { app, index, t, signal }: Parts): Shown {
  let term = '';
  let use = NOTHING;
  let message = '';
  let reading = new AbortController();

  const draw = () => {
    if (signal.aborted) return;
    document.title = `${term} · ${t.name}`;
    render(
      <TermPage
        key={term}
        entry={lookUpTerm(index, term)}
        use={use}
        message={message}
        t={t}
        onTerm={(other) => {
          location.hash = termHash(other);
        }}
      />,
      app,
    );
  };

  const read = async () => {
    reading.abort();
    reading = new AbortController();
    const mine = reading.signal;
    try {
      const [holdings, definitions] = await Promise.all([library.list(), library.definitions(term)]);
      if (mine.aborted) return;
      use = { ...use, holdings, definitions };
      draw();
      // Spellings that count only in quotation marks are ordinary words elsewhere and are not looked for.
      const entry = index.terms.find((each) => each.term === term);
      const others = [...(entry?.aliases ?? []), ...definitions.flatMap(({ definition }) => definition.aliases)];
      const aliases = [...new Set(others)].filter((each) => each !== term && !entry?.quoted.includes(each));
      const found: Found[] = [];
      for (const spelling of [term, ...aliases]) {
        const query = { words: `"${spelling}"`, perReport: Number.POSITIVE_INFINITY };
        for await (const one of library.search(query, { signal: mine })) found.push(one);
      }
      if (mine.aborted) return;
      use = { ...use, aliases, lines: concordanceOf(found, holdings) };
      message = '';
    } catch (error) {
      if (mine.aborted) return;
      message = t.termPage.failed(error instanceof Error ? error.message : String(error));
    }
    draw();
  };

  const arrive = () => {
    const next = parseTermHash(location.hash);
    if (next === null || next === term) return;
    term = next;
    use = NOTHING;
    message = '';
    scrollTo(0, 0);
    draw();
    void read();
  };
  const stop = library.onChange(settled(() => void read(), signal));
  signal.addEventListener('abort', () => {
    stop();
    reading.abort();
    render(null, app);
  });
  arrive();
  return { goTo: arrive };
}
