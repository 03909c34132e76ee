import type { Place } from '../lib/corpus/lookup';
import type { Observation } from '../lib/indicators/types';
import type { Messages } from '../lib/locales/zh_CN';
import { Card } from './Card';

export type IndicatorPlace = Place & { observation: Observation };

interface FigureCardProps {
  observation: Observation;
  /** The indicator's canonical name, null for a quantity that is none of the lexicon's. */
  indicatorName: string | null;
  /** The same indicator, in the same measure, in the bundled reports. */
  places: IndicatorPlace[];
  t: Messages;
  onGo: (place: Place) => void;
  onCopy: () => void;
  onNote: () => void;
  onClose: () => void;
}

/** How a figure is read, beside what the bundled reports say of the same indicator. */
export function FigureCard({ observation, indicatorName, places, t, onGo, onCopy, onNote, onClose }: FigureCardProps) {
  const { status } = observation;
  return (
    <Card
      title={indicatorName ?? observation.name}
      chips={<span class={`chip ${status === 'target' ? 'target' : 'actual'}`}>{t.status[status]}</span>}
      actions={
        <>
          <button type="button" onClick={onCopy}>
            {t.copy}
          </button>
          <button type="button" onClick={onNote}>
            {t.writeNote}
          </button>
        </>
      }
      t={t}
      onClose={onClose}
    >
      <p class="big">
        {formatValue(observation)}
        <small>
          {[observation.bound && t.bound[observation.bound], t.measure[observation.measure]]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </p>
      <p class="source">
        {[
          observation.refArea,
          t.year(observation.from, observation.to),
          indicatorName === null ? t.unlisted : indicatorName !== observation.name && `“${observation.name}”`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {observation.indicator !== null && places.length === 0 && <p class="source">{t.notInBundled}</p>}
      {places.length > 0 && (
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
            {places.map((place) => {
              const figure = (
                <button type="button" class="figure" onClick={() => onGo(place)} aria-label={t.goToSource}>
                  {place.report.text.slice(place.start, place.end)}
                </button>
              );
              const isTarget = place.observation.status === 'target';
              return (
                <tr key={`${place.report.id}@${place.start}`}>
                  <th scope="row">{place.report.short}</th>
                  <td>{t.year(place.observation.from, place.observation.to)}</td>
                  <td>{isTarget ? figure : '—'}</td>
                  <td>{isTarget ? '—' : figure}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Card>
  );
}

/** The value as a reader writes it: signed where it tells a change, the parts where it is a structure. */
export function formatValue({ value, unit, measure, parts }: Observation): string {
  if (parts) return parts.join(' : ');
  if (measure === 'rank') return `第 ${value} ${unit}`;
  const signed = measure === 'growth' || measure === 'average_growth' || measure === 'change';
  const sign = signed && value > 0 ? '+' : value < 0 ? '−' : '';
  const digits = Math.abs(value).toLocaleString('en-US', { maximumFractionDigits: 6, useGrouping: false });
  return `${sign}${digits}${unit === '%' ? '' : ' '}${unit}`;
}
