import { useState } from 'preact/hooks';
import type { Place } from '../lib/corpus/lookup';
import { formatValue } from '../lib/indicators/describe';
import { type SeriesRow, trendOf } from '../lib/indicators/series';
import type { Observation } from '../lib/indicators/types';
import type { Messages } from '../lib/locales/zh_CN';
import { Card } from './Card';
import { Trend } from './Trend';

export type IndicatorPlace = Place & { observation: Observation };

/** The ways to take a figure along. */
export type CopyForm = 'text' | 'tsv' | 'citation';
const FORMS: readonly CopyForm[] = ['text', 'tsv', 'citation'];

interface FigureCardProps {
  observation: Observation;
  /** The indicator's canonical name, null for a quantity that is none of the lexicon's. */
  indicatorName: string | null;
  sentence: string;
  /** What compares with it in the bundled reports. */
  rows: SeriesRow<IndicatorPlace>[];
  t: Messages;
  onGo: (place: Place) => void;
  onCopy: (form: CopyForm) => void;
  onNote: () => void;
  /** Opens the reader's page of the indicator. */
  onPage: () => void;
  onClose: () => void;
}

/** How a figure is read, beside what the bundled reports say of the same indicator. */
export function FigureCard(props: FigureCardProps) {
  const { observation, indicatorName, sentence, rows, t, onGo, onCopy, onNote, onPage, onClose } = props;
  const [copying, setCopying] = useState(false);
  const [copied, setCopied] = useState(false);
  const { status, bound, measure, from, to, refArea, name } = observation;
  const trend = trendOf(observation, rows);
  const copy = (form: CopyForm) => {
    onCopy(form);
    setCopying(false);
    setCopied(true);
  };
  const actions = copying ? (
    FORMS.map((form) => (
      <button type="button" key={form} onClick={() => copy(form)}>
        {t.copyForm[form]}
      </button>
    ))
  ) : (
    <>
      {observation.indicator !== null && (
        <button type="button" title={t.indicatorInAll} onClick={onPage}>
          {t.allReports}
        </button>
      )}
      <button type="button" aria-live="polite" onClick={() => setCopying(true)}>
        {copied ? t.copied : t.copy}
      </button>
      <button type="button" onClick={onNote}>
        {t.writeNote}
      </button>
    </>
  );
  return (
    <Card
      title={indicatorName ?? name}
      quoted
      chips={<span class={`chip ${status === 'target' ? 'target' : 'actual'}`}>{t.status[status]}</span>}
      actions={actions}
      t={t}
      onClose={onClose}
    >
      <p class="big">
        {formatValue(observation)}
        <small>{[bound && t.bound[bound], t.period(measure, from, to)].filter(Boolean).join(' · ')}</small>
      </p>
      <p class="source">
        {[refArea, indicatorName === null ? t.unlisted : indicatorName !== name && `“${name}”`]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <blockquote lang="zh-CN">{sentence}</blockquote>
      {observation.indicator !== null && rows.length === 0 && <p class="source">{t.notInBundled}</p>}
      {/* The picture before the rows: where the window is low it is the rows that scroll. */}
      {trend.length > 0 && <Trend points={trend} caption={t.trend(refArea)} />}
      {rows.length > 0 && (
        <table>
          <caption>{t.inBundled}</caption>
          <thead>
            <tr>
              <th scope="col">{t.column.report}</th>
              <th scope="col">{t.column.year}</th>
              <th scope="col">{t.column.target}</th>
              <th scope="col">{t.column.actual}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.refArea} ${row.from} ${row.to}`}>
                <th scope="row">{reportsOf(row)}</th>
                <td>{t.years(row.from, row.to)}</td>
                <Cell place={row.target} t={t} onGo={onGo} />
                <Cell place={row.actual} t={t} onGo={onGo} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function reportsOf({ target, actual }: SeriesRow<IndicatorPlace>): string {
  return [...new Set([target, actual].flatMap((place) => (place ? [place.report.short] : [])))].join(' / ');
}

function Cell({ place, t, onGo }: { place: IndicatorPlace | null; t: Messages; onGo: (place: Place) => void }) {
  if (!place) return <td>—</td>;
  const words = place.report.text.slice(place.start, place.end);
  return (
    <td>
      <button
        type="button"
        class="figure"
        title={place.report.title}
        aria-label={`${words}，${t.goToSource}`}
        onClick={() => onGo(place)}
      >
        {words}
      </button>
    </td>
  );
}
