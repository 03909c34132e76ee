import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { readerHash } from '../lib/corpus/address';
import {
  indicatorHash,
  KINDS,
  LEVELS,
  ORIGINS,
  SEARCH_HASH,
  type SearchAddress,
  termHash,
} from '../lib/library/address';
import type { Filter, Found, Hit, Holding } from '../lib/library/types';
import type { AcrossWords } from '../lib/locales/across';
import type { Messages } from '../lib/locales/zh_CN';
import { Views } from './Views';

/** How far a search has come. */
export interface SearchResults {
  state: 'empty' | 'short' | 'busy' | 'done' | 'failed';
  /** Why it failed. */
  reason: string;
  /** Reports with hits so far, as they were found. */
  found: readonly Found[];
  /** Reports of which all hits have been asked for, by their id. */
  whole: ReadonlyMap<string, Found>;
}

interface SearchPageProps {
  address: SearchAddress;
  results: SearchResults;
  /** All holdings, for the choices of places and years. */
  holdings: readonly Holding[];
  /** Those of the words that are terms, and indicators that they name. */
  terms: readonly string[];
  indicators: readonly { id: string; name: string }[];
  t: Messages;
  w: AcrossWords;
  /** Something else is asked; `typing` while the words are not finished. */
  onAsk: (address: SearchAddress, typing: boolean) => void;
  /** All hits in one report are asked for. */
  onMore: (holding: Holding) => void;
}

/** So many reports at first, and so many more each time. */
const WINDOW = 50;

/** Full text of all reports: one box, results by report, everything by keyboard. */
export function SearchPage({ address, results, holdings, terms, indicators, t, w, onAsk, onMore }: SearchPageProps) {
  const main = useRef<HTMLElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const [limit, setLimit] = useState(WINDOW);
  const { words, filter } = address;
  const { state, found } = results;
  useEffect(() => {
    const toBox = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, select, textarea');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    document.addEventListener('keydown', toBox);
    box.current?.focus({ preventScroll: true });
    return () => document.removeEventListener('keydown', toBox);
  }, []);
  useEffect(() => setLimit(WINDOW), [words, filter]);

  const walk = (event: KeyboardEvent) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target instanceof HTMLSelectElement) return;
    if (event.key === 'Escape' && document.activeElement !== box.current) {
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || (event.target instanceof HTMLInputElement && event.target !== box.current)) return;
    const links = [...(main.current?.querySelectorAll<HTMLElement>('.hit') ?? [])];
    const here = links.indexOf(document.activeElement as HTMLElement);
    if (here < 0 && document.activeElement !== box.current) return;
    event.preventDefault();
    (here + step < 0 ? box.current : links[Math.min(here + step, links.length - 1)])?.focus();
  };
  const hits = found.reduce((sum, { count }) => sum + count, 0);
  return (
    <main class="across searching" lang={t.lang} ref={main} onKeyDown={walk}>
      <Views current={SEARCH_HASH} t={t} />
      <h1>{w.searching.title}</h1>
      <search>
        <input
          type="search"
          ref={box}
          aria-label={w.searching.title}
          aria-describedby="search-hint"
          placeholder={w.searching.placeholder}
          value={words}
          spellcheck={false}
          onInput={(event) => onAsk({ words: event.currentTarget.value, filter }, event.isComposing)}
          onCompositionEnd={(event) => onAsk({ words: event.currentTarget.value, filter }, false)}
        />
        <p id="search-hint" class="quiet">
          {w.searching.hint}
        </p>
        <Filters filter={filter} holdings={holdings} w={w} onFilter={(next) => onAsk({ words, filter: next }, false)} />
      </search>
      {(terms.length > 0 || indicators.length > 0) && (
        <p class="links">
          {terms.map((term) => (
            <a key={term} href={termHash(term)}>
              {w.searching.toTerm(term)}
            </a>
          ))}
          {indicators.map(({ id, name }) => (
            <a key={id} href={indicatorHash({ id, places: [] })}>
              {w.searching.toIndicator(name)}
            </a>
          ))}
        </p>
      )}
      {state === 'busy' && <p class="counts">{w.searching.busy(found.length, hits)}</p>}
      {/* Heard once, when all is found, and not at every report. */}
      <p class="counts" role="status">
        {state === 'done' && (found.length > 0 ? w.searching.counts(found.length, hits) : w.searching.none)}
        {state === 'empty' && w.searching.empty}
        {state === 'short' && w.searching.tooShort}
        {state === 'failed' && w.searching.failed(results.reason)}
      </p>
      <ol class="found">
        {found.slice(0, limit).map((one) => (
          <Report key={one.holding.id} found={results.whole.get(one.holding.id) ?? one} t={t} w={w} onMore={onMore} />
        ))}
      </ol>
      {found.length > limit && (
        <button type="button" class="more" onClick={() => setLimit(limit + WINDOW)}>
          {w.searching.moreReports(found.length - limit)}
        </button>
      )}
    </main>
  );
}

function Report({
  found: { holding, hits, count },
  t,
  w,
  onMore,
}: {
  found: Found;
  t: Messages;
  w: AcrossWords;
  onMore: (holding: Holding) => void;
}) {
  return (
    <li>
      <h2>
        <a href={readerHash({ reportId: holding.id })} title={holding.title} lang="zh-CN">
          {holding.short}
        </a>
        <small>
          {t.years(holding.year, holding.year)} · {w.kinds[holding.kind]} · {w.searching.count(count)}
        </small>
      </h2>
      <ol>
        {hits.map((hit) => (
          <HitRow key={hit.start} hit={hit} reportId={holding.id} w={w} />
        ))}
      </ol>
      {count > hits.length && (
        <button type="button" class="more" onClick={() => onMore(holding)}>
          {w.searching.moreHere(count - hits.length)}
        </button>
      )}
    </li>
  );
}

function HitRow({ hit, reportId, w }: { hit: Hit; reportId: string; w: AcrossWords }) {
  const [before, words, after] = hit.snippet;
  return (
    <li>
      <a class="hit" href={readerHash({ reportId, start: hit.start, end: hit.end })} lang="zh-CN">
        <span class="snippet">
          {before}
          <mark>{words}</mark>
          {after}
        </span>
        <span class="where">{hit.heading || w.searching.noSection}</span>
      </a>
    </li>
  );
}

interface FiltersProps {
  filter: Filter;
  holdings: readonly Holding[];
  w: AcrossWords;
  onFilter: (filter: Filter) => void;
}

function Filters({ filter, holdings, w, onFilter }: FiltersProps) {
  const places = useMemo(() => [...new Set(holdings.map(({ place }) => place))], [holdings]);
  const years = useMemo(() => [...new Set(holdings.map(({ year }) => year))].sort((a, b) => b - a), [holdings]);
  const change = (name: keyof Filter, value: string | number | undefined) => {
    const { [name]: _, ...rest } = filter;
    onFilter(value === undefined ? rest : ({ ...rest, [name]: value } as Filter));
  };
  const say = w.searching;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row.
    <div class="filters" role="group" aria-label={say.filters}>
      <Choice
        label={say.place}
        all={say.allPlaces}
        value={filter.place}
        choices={places.map((place) => [place, place])}
        onChoose={(value) => change('place', value)}
      />
      <Choice
        label={say.level}
        all={say.allLevels}
        value={filter.level}
        choices={LEVELS.map((level) => [level, w.levels[level]])}
        onChoose={(value) => change('level', value)}
      />
      <Choice
        label={say.kind}
        all={say.allKinds}
        value={filter.kind}
        choices={KINDS.map((kind) => [kind, w.kinds[kind]])}
        onChoose={(value) => change('kind', value)}
      />
      <Choice
        label={say.origin}
        all={say.allOrigins}
        value={filter.origin}
        choices={ORIGINS.map((origin) => [origin, say.origins[origin]])}
        onChoose={(value) => change('origin', value)}
      />
      {(['from', 'to'] as const).map((end) => (
        <span key={end}>
          {say[end]}
          <Choice
            label={say[end]}
            all="—"
            value={filter[end] === undefined ? undefined : String(filter[end])}
            choices={years.map((year) => [String(year), String(year)])}
            onChoose={(value) => change(end, value === undefined ? undefined : Number(value))}
          />
        </span>
      ))}
      {Object.keys(filter).length > 0 && (
        <button type="button" onClick={() => onFilter({})}>
          {say.clear}
        </button>
      )}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  /** What stands for no choice. */
  all: string;
  value: string | undefined;
  choices: [value: string, words: string][];
  onChoose: (value: string | undefined) => void;
}

function Choice({ label, all, value, choices, onChoose }: ChoiceProps) {
  // What an address asks for may not be in the library; it stays to be seen, and to be taken back.
  const gone = value !== undefined && !choices.some(([each]) => each === value);
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChoose(currentTarget.value || undefined)}
    >
      <option value="">{all}</option>
      {choices.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
      {gone && <option value={value}>{value}</option>}
    </select>
  );
}
