import { render } from 'preact';
import { SearchPage, type SearchResults } from '../../components/SearchPage';
import { lexiconOf } from '../../lib/indicators/lexicon';
import { parseSearchHash, type SearchAddress, searchHash } from '../../lib/library/address';
import type { Found, Holding } from '../../lib/library/types';
import { readWords, searchForm } from '../../lib/library/words';
import { acrossWords } from '../../lib/locales/across';
import { reasonOf } from '../../lib/locales/reasons';
import { library } from './library';
import { settled } from './settled';
import type { Parts, Shown } from './view';

/** Between the last key and the search: what a quick typist takes for one character. */
const PAUSE = 180;
const NOTHING: SearchResults = { state: 'empty', reason: '', found: [], whole: new Map() };

/** Shows the search until the signal aborts; its address says what is asked. */
export function showSearch(_: unknown, { app, index, t, signal }: Parts): Shown {
  const w = acrossWords(t.lang);
  document.title = `${t.views.search} · ${t.name}`;
  /** Terms by their spellings in search form: a reader types 5g and vpn. */
  const known = new Map(
    [...index.terms, ...index.reports.flatMap(({ glossary }) => glossary)]
      .flatMap(({ term, aliases }) => [term, ...aliases])
      .map((spelling) => [searchForm(spelling), spelling]),
  );
  const lexicon = lexiconOf(index.indicators);
  let address: SearchAddress = parseSearchHash(location.hash) ?? { words: '', filter: {} };
  let results = NOTHING;
  let holdings: Holding[] = [];
  let terms: string[] = [];
  let indicators: { id: string; name: string }[] = [];
  let searching = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;

  const draw = () => {
    frame = 0;
    if (signal.aborted) return;
    render(
      <SearchPage
        address={address}
        results={results}
        holdings={holdings}
        terms={terms}
        indicators={indicators}
        t={t}
        w={w}
        onAsk={ask}
        onMore={(holding) => void more(holding)}
      />,
      app,
    );
  };
  /** Results come faster than anybody reads. */
  const drawSoon = () => {
    frame ||= requestAnimationFrame(draw);
  };

  const ask = (next: SearchAddress, typing: boolean) => {
    const sifted = next.filter !== address.filter;
    address = next;
    draw();
    clearTimeout(timer);
    if (typing) return;
    timer = setTimeout(
      () => {
        // Every key would be a step back; every filter is one.
        if (sifted) history.pushState(null, '', searchHash(address));
        else history.replaceState(null, '', searchHash(address));
        void run();
      },
      sifted ? 0 : PAUSE,
    );
  };

  const run = async () => {
    searching.abort();
    searching = new AbortController();
    const mine = searching.signal;
    const words = readWords(address.words);
    terms = words.flatMap((word) => known.get(word) ?? []);
    const named = words.flatMap((word) => lexicon.find(word) ?? lexicon.find(word.toUpperCase()) ?? []);
    indicators = named.filter((one, i) => named.indexOf(one) === i).map(({ id, name }) => ({ id, name }));
    results = NOTHING;
    if (words.length === 0) return draw();
    if (words.join('').length < 2) {
      results = { ...NOTHING, state: 'short' };
      return draw();
    }
    void defined(words, mine);
    const found: Found[] = [];
    results = { ...NOTHING, state: 'busy', found };
    draw();
    try {
      for await (const one of library.search({ words: address.words, filter: address.filter }, { signal: mine })) {
        if (mine.aborted) return;
        found.push(one);
        drawSoon();
      }
      if (mine.aborted) return;
      results = { ...results, state: 'done' };
    } catch (error) {
      if (mine.aborted) return;
      results = { ...results, state: 'failed', reason: reasonOf(error, t.lang) };
    }
    draw();
  };

  /** Words that only added reports define are terms as well. */
  const defined = async (words: string[], mine: AbortSignal) => {
    const others = words.filter((word) => !known.has(word));
    const defines = async (word: string) => (await library.definitions(word)).length > 0;
    const has = await Promise.all(others.map((word) => defines(word).catch(() => false)));
    if (mine.aborted || !has.includes(true)) return;
    terms = [...terms, ...others.filter((_, i) => has[i])];
    draw();
  };

  const more = async ({ id, place, year, kind }: Holding) => {
    const mine = searching.signal;
    const query = { words: address.words, perReport: Number.POSITIVE_INFINITY };
    const filter = { place, from: year, to: year, kind };
    for await (const one of library.search({ ...query, filter }, { signal: mine })) {
      if (one.holding.id !== id || mine.aborted) continue;
      results = { ...results, whole: new Map(results.whole).set(id, one) };
      draw();
      return;
    }
  };

  const list = async () => {
    holdings = await library.list().catch(() => []);
    draw();
  };
  const stop = library.onChange(settled(() => void list(), signal));
  signal.addEventListener('abort', () => {
    stop();
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    searching.abort();
    render(null, app);
  });
  void list();
  void run();
  return {
    goTo() {
      const next = parseSearchHash(location.hash);
      if (!next) return;
      clearTimeout(timer);
      address = next;
      void run();
    },
  };
}
