import { useState } from 'preact/hooks';
import { formatValue } from '../lib/indicators/describe';
import type { ExportFormat, FigureRow } from '../lib/indicators/table';
import type { Messages } from '../lib/locales/zh_CN';

interface FiguresProps {
  rows: readonly FigureRow[];
  t: Messages;
  onGo: (row: FigureRow) => void;
  /** Left out where the list is only to look at. */
  onExport?: (format: ExportFormat) => void;
}

type Order = 'text' | 'name' | 'year' | 'value';
const COMPARE: Record<Order, (a: FigureRow, b: FigureRow) => number> = {
  text: (a, b) => a.observation.start - b.observation.start,
  name: (a, b) => a.name.localeCompare(b.name, 'zh'),
  year: (a, b) => (a.observation.to ?? 0) - (b.observation.to ?? 0),
  value: (a, b) => b.observation.value - a.observation.value,
};

/** All figures of a document: grouped by indicator as they come, or sorted by a column. */
export function Figures({ rows, t, onGo, onExport }: FiguresProps) {
  const [order, setOrder] = useState<Order | null>(null);
  if (rows.length === 0) return <p class="quiet">{t.figures.none}</p>;
  const shown = order ? rows.toSorted(COMPARE[order]) : rows;
  const header = (column: Order, words: string) => (
    <th scope="col" aria-sort={order === column ? (column === 'value' ? 'descending' : 'ascending') : 'none'}>
      <button type="button" onClick={() => setOrder(order === column ? null : column)}>
        {words}
      </button>
    </th>
  );
  return (
    <div class="figures">
      {onExport && (
        <p class="tools">
          <button type="button" onClick={() => onExport('csv')}>
            {t.figures.csv}
          </button>
          <button type="button" onClick={() => onExport('json')}>
            {t.figures.json}
          </button>
        </p>
      )}
      <table>
        <thead>
          <tr>
            {header('name', t.figures.indicator)}
            {header('value', t.figures.value)}
            {header('year', t.column.year)}
            <th scope="col">{t.figures.status}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row, i) => {
            const { observation, name, section, quote } = row;
            const repeated = order === null && shown[i - 1]?.name === name;
            return (
              <tr key={`${observation.start}-${observation.name}`} class={repeated ? 'repeated' : ''}>
                <th scope="row" title={section}>
                  {repeated ? <span class="hidden">{name}</span> : name}
                </th>
                <td>
                  <button type="button" class={`figure ${observation.status}`} title={quote} onClick={() => onGo(row)}>
                    {formatValue(observation)}
                    {observation.bound && ` ${t.bound[observation.bound]}`}
                  </button>
                </td>
                <td>{t.years(observation.from, observation.to)}</td>
                <td>{t.status[observation.status]}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
