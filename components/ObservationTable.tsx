import { Fragment } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { readerHash } from '../lib/corpus/address';
import { formatValue } from '../lib/indicators/describe';
import type { Sighting } from '../lib/indicators/sightings';
import type { AcrossWords } from '../lib/locales/across';
import type { Messages } from '../lib/locales/zh_CN';

interface ObservationTableProps {
  id: string;
  sightings: readonly Sighting[];
  t: Messages;
  w: AcrossWords;
  /** The sentence that a figure stands in. */
  onQuote: (sighting: Sighting) => Promise<string>;
}

type Column = 'area' | 'year' | 'value' | 'measure' | 'status' | 'report';
const COLUMNS: readonly Column[] = ['area', 'year', 'value', 'measure', 'status', 'report'];
/** So many rows at first, and so many more each time: what a screen reader and a slow machine can take. */
const WINDOW = 200;

/** Ten times as fast as localeCompare, which matters for the thousands of figures of a large library. */
const text = new Intl.Collator('zh').compare;
const byYear = (a: Sighting, b: Sighting) =>
  (a.observation.to ?? 0) - (b.observation.to ?? 0) || (a.observation.from ?? 0) - (b.observation.from ?? 0);
const COMPARE: Record<Column, (a: Sighting, b: Sighting) => number> = {
  area: (a, b) => text(a.area, b.area) || byYear(a, b),
  year: (a, b) => byYear(a, b) || text(a.area, b.area),
  // Only figures of one kind have an order.
  value: (a, b) =>
    text(a.observation.measure, b.observation.measure) ||
    text(a.observation.unit, b.observation.unit) ||
    a.observation.value - b.observation.value,
  measure: (a, b) => text(a.observation.measure, b.observation.measure) || byYear(a, b),
  status: (a, b) => text(a.observation.status, b.observation.status) || byYear(a, b),
  report: (a, b) => text(a.holding.place, b.holding.place) || a.holding.year - b.holding.year,
};

/** Every figure of an indicator, each a link to its place, its sentence on demand. */
export function ObservationTable({ id, sightings, t, w, onQuote }: ObservationTableProps) {
  const [order, setOrder] = useState<{ column: Column; down: boolean }>({ column: 'area', down: false });
  const [limit, setLimit] = useState(WINDOW);
  const [quotes, setQuotes] = useState<ReadonlyMap<Sighting, string>>(new Map());
  const say = w.indicatorPage;
  const rows = useMemo(() => {
    const sorted = [...sightings].sort(COMPARE[order.column]);
    return order.down ? sorted.reverse() : sorted;
  }, [sightings, order]);
  const toggle = async (sighting: Sighting) => {
    const show = (words: string) => setQuotes((shown) => new Map(shown).set(sighting, words));
    if (quotes.has(sighting)) {
      setQuotes(new Map([...quotes].filter(([each]) => each !== sighting)));
      return;
    }
    show('…');
    show(await onQuote(sighting).catch((error: Error) => say.failed(error.message)));
  };
  return (
    <>
      <div class="wide">
        <table id={id} class="observations">
          <caption class="hidden">{say.table}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => {
                const mine = order.column === column;
                return (
                  <th
                    key={column}
                    scope="col"
                    class={column}
                    aria-sort={mine ? (order.down ? 'descending' : 'ascending') : undefined}
                  >
                    <button
                      type="button"
                      title={say.sort(say[column])}
                      onClick={() => setOrder({ column, down: mine && !order.down })}
                    >
                      {say[column]}
                      <span aria-hidden="true">{mine ? (order.down ? ' ↓' : ' ↑') : ''}</span>
                    </button>
                  </th>
                );
              })}
              <th scope="col">{say.quote}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, limit).map((sighting) => {
              const { holding, observation, area } = sighting;
              const value = formatValue(observation);
              const quote = quotes.get(sighting);
              return (
                <Fragment key={`${holding.id} ${observation.start} ${observation.measure}`}>
                  <tr>
                    <th scope="row" lang="zh-CN">
                      {area}
                    </th>
                    <td>{t.years(observation.from, observation.to)}</td>
                    <td class="value">
                      <Dot status={observation.status} />{' '}
                      <a
                        class={observation.status}
                        href={readerHash({ reportId: holding.id, start: observation.start, end: observation.end })}
                      >
                        {value}
                        {observation.bound && ` ${t.bound[observation.bound]}`}
                      </a>
                    </td>
                    <td>{t.measure[observation.measure]}</td>
                    <td>{t.status[observation.status]}</td>
                    <td lang="zh-CN">{holding.short}</td>
                    <td>
                      <button
                        type="button"
                        aria-expanded={quote !== undefined}
                        aria-label={say.quoteOf(`${area} ${value}`)}
                        onClick={() => void toggle(sighting)}
                      >
                        {say.quote}
                      </button>
                    </td>
                  </tr>
                  {quote !== undefined && (
                    <tr class="quoted">
                      <td colSpan={7} lang="zh-CN">
                        {observation.name && <span class="named">{observation.name}</span>}
                        {quote}
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      {rows.length > limit && (
        <button type="button" class="more" onClick={() => setLimit(limit + WINDOW)}>
          {say.more(rows.length - limit)}
        </button>
      )}
    </>
  );
}

const DOTS = { actual: '●', estimate: '◉', target: '○' } as const;

/** The mark that the chart has for a status. */
export function Dot({ status }: { status: keyof typeof DOTS }) {
  return (
    <span class="dot" aria-hidden="true">
      {DOTS[status]}
    </span>
  );
}
