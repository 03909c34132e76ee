import { render } from 'preact';
import { TermPage, type TermUse } from '../../components/TermPage';
import { lookUpTerm } from '../../lib/corpus/lookup';
import { parseTermHash, termHash } from '../../lib/library/address';
import { concordanceOf } from '../../lib/library/concordance';
import type { Defined, Found } from '../../lib/library/types';
import { acrossWords } from '../../lib/locales/across';
import { reasonOf } from '../../lib/locales/reasons';
import { library } from './library';
import { settled } from './settled';
import type { Parts, Shown } from './view';

const NOTHING: TermUse = { definitions: null, lines: null, holdings: [], aliases: [] };

/** Shows a term in all reports until the signal aborts. */
export function showTerm(_: unknown, { app, index, t, signal }: Parts): Shown {
  const w = acrossWords(t.lang);
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
        term={term}
        written={written()}
        use={use}
        message={message}
        t={t}
        w={w}
        onTerm={(other) => {
          location.hash = termHash(other);
        }}
      />,
      app,
    );
  };

  /** The entry of the term, or the one that it is another spelling or a part of. */
  const written = () => {
    const own = index.terms.find((each) => each.term === term);
    const head = own ?? index.terms.find(({ aliases }) => aliases.includes(term));
    return head ? lookUpTerm(index, head.term).written : null;
  };

  /** Spellings that count only in quotation marks are ordinary words elsewhere and are not looked for. */
  const aliasesOf = (definitions: readonly Defined[]) => {
    const entry = index.terms.find((each) => each.term === term);
    const own = definitions.filter(({ definition }) => definition.term === term);
    const others = [...(entry?.aliases ?? []), ...own.flatMap(({ definition }) => definition.aliases)];
    return [...new Set(others)].filter((each) => each !== term && !entry?.quoted.includes(each));
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
      const aliases = aliasesOf(definitions);
      const found: { spelling: string; found: Found }[] = [];
      for (const spelling of [term, ...aliases]) {
        const query = { words: `"${spelling}"`, perReport: Number.POSITIVE_INFINITY };
        for await (const one of library.search(query, { signal: mine })) found.push({ spelling, found: one });
      }
      if (mine.aborted) return;
      use = { ...use, aliases, lines: concordanceOf(found, holdings) };
      message = '';
    } catch (error) {
      if (mine.aborted) return;
      message = w.termPage.failed(reasonOf(error, t.lang));
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
