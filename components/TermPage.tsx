import { useMemo, useState } from 'preact/hooks';
import { readerHash } from '../lib/corpus/address';
import type { TermEntry } from '../lib/corpus/lookup';
import { groupBy } from '../lib/groupBy';
import { numberOf } from '../lib/indicators/trackChart';
import { termHash } from '../lib/library/address';
import { drawBars } from '../lib/library/barChart';
import {
  type ConcordanceLine,
  type ConcordanceOrder,
  frequencyByYear,
  sortLines,
  yearsOfUse,
} from '../lib/library/concordance';
import type { Defined, Holding } from '../lib/library/types';
import type { AcrossWords } from '../lib/locales/across';
import type { Messages } from '../lib/locales/zh_CN';
import { Chart } from './Chart';
import { Written } from './TermCard';
import { Views } from './Views';

/** What the library says of a term; the lists are null until they are read. */
export interface TermUse {
  definitions: readonly Defined[] | null;
  lines: readonly ConcordanceLine[] | null;
  holdings: readonly Holding[];
  /** The spellings that were counted beside the term. */
  aliases: readonly string[];
}

interface TermPageProps {
  term: string;
  /** The glossary's entry; its head may be another term, of which this one is a spelling or a part. */
  written: TermEntry['written'];
  use: TermUse;
  message: string;
  t: Messages;
  w: AcrossWords;
  onTerm: (term: string) => void;
}

/** One term in all reports: what it means, who defines it, since when and how often it is used, and every place. */
export function TermPage({ term, written, use, message, t, w, onTerm }: TermPageProps) {
  const say = w.termPage;
  const { definitions, lines, aliases } = use;
  return (
    <main class="across term" lang={t.lang}>
      <Views current="" t={t} />
      <h1 lang="zh-CN">{term}</h1>
      <p class="counts" role="status">
        {message || (lines ? '' : say.looking)}
      </p>
      <section aria-labelledby="meaning">
        <h2 id="meaning">{say.meaning}</h2>
        {written && written.term !== term && (
          <p>
            <a href={termHash(written.term)} lang="zh-CN">
              {say.under(written.term)}
            </a>
          </p>
        )}
        {written ? (
          <Written entry={written} quoted={false} titled={false} t={t} onTerm={onTerm} />
        ) : (
          <p class="quiet">{say.unwritten}</p>
        )}
      </section>
      <section aria-labelledby="definitions">
        <h2 id="definitions">{say.definitions}</h2>
        {definitions?.length === 0 && <p class="quiet">{say.noDefinitions}</p>}
        <ol class="definitions">
          {definitions?.map(({ holding, definition }) => (
            <li key={`${holding.id} ${definition.start}`}>
              <a href={readerHash({ reportId: holding.id, start: definition.start, end: definition.end })}>
                <span lang="zh-CN">{holding.short}</span> · {t.years(holding.year, holding.year)}
              </a>
              <p lang="zh-CN">{definition.text}</p>
            </li>
          ))}
        </ol>
      </section>
      {lines && (
        <>
          <Use term={term} lines={lines} holdings={use.holdings} aliases={aliases} w={w} />
          {lines.length > 0 && <Concordance lines={lines} w={w} />}
        </>
      )}
    </main>
  );
}

const FREQUENCY = 'frequency';

interface UseProps {
  term: string;
  lines: readonly ConcordanceLine[];
  holdings: readonly Holding[];
  aliases: readonly string[];
  w: AcrossWords;
}

function Use({ term, lines, holdings, aliases, w }: UseProps) {
  const say = w.termPage;
  const years = useMemo(() => frequencyByYear(lines, holdings), [lines, holdings]);
  const use = useMemo(() => yearsOfUse(lines), [lines]);
  if (!use) {
    return (
      <section aria-labelledby="use">
        <h2 id="use">{say.use}</h2>
        <p class="quiet">{say.unused}</p>
      </section>
    );
  }
  const { first, last } = use;
  const reports = new Set(lines.map(({ holding }) => holding.id)).size;
  const rate = (value: number) => numberOf(Math.round(value * 100) / 100);
  const bars = years.map((each) => ({
    year: each.year,
    value: each.rate,
    title: say.bar(each.year, rate(each.rate), each.count),
  }));
  const title = say.chart(term, years[0]!.year, years.at(-1)!.year);
  return (
    <section aria-labelledby="use">
      <h2 id="use">{say.use}</h2>
      <p>{say.firstAndLast(first.holding.year, last.holding.year, lines.length, reports)}</p>
      <p class="links">
        <a href={placeOf(first)}>{say.first}</a>
        <a href={placeOf(last)}>{say.last}</a>
      </p>
      {aliases.length > 0 && <p class="quiet">{say.alsoWritten(aliases.join('、'))}</p>}
      <div class="frequency">
        <Chart table={FREQUENCY} draw={(width) => drawBars(bars, width, { title, heading: say.frequency })} />
        <div class="wide">
          <table id={FREQUENCY}>
            <caption class="hidden">{say.frequency}</caption>
            <thead>
              <tr>
                <th scope="col">{say.year}</th>
                <th scope="col">{say.reports}</th>
                <th scope="col">{say.count}</th>
                <th scope="col">{say.rate}</th>
              </tr>
            </thead>
            <tbody>
              {years.map((each) => (
                <tr key={each.year}>
                  <th scope="row">{each.year}</th>
                  <td>{each.reports}</td>
                  <td>{each.count}</td>
                  <td>{rate(each.rate)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}

const ORDERS: readonly ConcordanceOrder[] = ['year', 'before', 'after'];
/** So many lines at first, and so many more each time. */
const WINDOW = 200;
/** Characters of a term that a line has room for. */
const MOST_WIDTH = 12;

function Concordance({ lines, w }: { lines: readonly ConcordanceLine[]; w: AcrossWords }) {
  const [order, setOrder] = useState<ConcordanceOrder>('year');
  const [spelling, setSpelling] = useState<string | null>(null);
  const [limit, setLimit] = useState(WINDOW);
  const spellings = useMemo(() => [...groupBy(lines, (line) => line.spelling)], [lines]);
  const sorted = useMemo(() => {
    const chosen = spelling === null ? lines : lines.filter((line) => line.spelling === spelling);
    return sortLines(chosen, order);
  }, [lines, order, spelling]);
  const widest = Math.min(MOST_WIDTH, Math.max(...lines.map(({ keyword }) => keyword.length)));
  const say = w.termPage;
  return (
    <section aria-labelledby="concordance">
      <h2 id="concordance">{say.concordance}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row. */}
      <p class="tools" role="group" aria-label={say.order}>
        {ORDERS.map((each) => (
          <button type="button" key={each} aria-pressed={order === each} onClick={() => setOrder(each)}>
            {say.orders[each]}
          </button>
        ))}
      </p>
      {spellings.length > 1 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row.
        <p class="tools" role="group" aria-label={say.spelling}>
          <button type="button" aria-pressed={spelling === null} onClick={() => setSpelling(null)}>
            {say.allSpellings} {lines.length}
          </button>
          {spellings.map(([each, list]) => (
            <button type="button" key={each} aria-pressed={spelling === each} onClick={() => setSpelling(each)}>
              <span lang="zh-CN">{each}</span> {list.length}
            </button>
          ))}
        </p>
      )}
      <table class="concordance" style={{ '--keyword': `${widest + 1}em` }}>
        <colgroup>
          <col />
          <col class="keyword" />
          <col />
          <col class="where" />
        </colgroup>
        <thead class="hidden">
          <tr>
            <th scope="col">{say.before}</th>
            <th scope="col">{say.keyword}</th>
            <th scope="col">{say.after}</th>
            <th scope="col">{say.report}</th>
          </tr>
        </thead>
        <tbody lang="zh-CN">
          {sorted.slice(0, limit).map((line) => (
            <tr key={`${line.holding.id} ${line.hit.start}`}>
              <td class="before">
                <span>{line.before}</span>
              </td>
              <td class="keyword">
                <a href={placeOf(line)}>{line.keyword}</a>
              </td>
              <td class="after">{line.after}</td>
              <td class="where" title={line.hit.heading}>
                {line.holding.short}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > limit && (
        <button type="button" class="more" onClick={() => setLimit(limit + WINDOW)}>
          {say.more(sorted.length - limit)}
        </button>
      )}
    </section>
  );
}

function placeOf({ holding, hit: { start, end } }: ConcordanceLine): string {
  return readerHash({ reportId: holding.id, start, end });
}
