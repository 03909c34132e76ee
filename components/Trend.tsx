import type { TrendPoint } from '../lib/indicators/series';

interface TrendProps {
  points: TrendPoint[];
  /** What the chart shows, in words, for readers who cannot see it and below it. */
  caption: string;
}

const WIDTH = 338;
const HEIGHT = 62;
const LEFT = 22;
const RIGHT = WIDTH - 22;
const TOP = 10;
const BOTTOM = 40;

/** A line through the years: outcomes filled, targets hollow, and only outcomes joined with outcomes. */
export function Trend({ points, caption }: TrendProps) {
  const years = points.map(({ year }) => year);
  const values = points.map(({ value }) => value);
  const scale = (value: number, values: number[], from: number, to: number) => {
    const low = Math.min(...values);
    const span = Math.max(...values) - low;
    return span === 0 ? (from + to) / 2 : from + ((value - low) / span) * (to - from);
  };
  const placed = points.map((point) => ({
    ...point,
    x: scale(point.year, years, LEFT, RIGHT),
    y: scale(point.value, values, BOTTOM, TOP),
  }));
  const line = (target: boolean) =>
    placed
      .filter((point) => point.target === target)
      .map(({ x, y }) => `${x},${y}`)
      .join(' ');
  return (
    <figure class="trend">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={caption}>
        <line class="base" x1={8} x2={WIDTH - 8} y1={47} y2={47} />
        <polyline points={line(false)} />
        <polyline class="target" points={line(true)} />
        {placed.map(({ x, y, target, year }) => (
          <circle key={`${year}${target}`} class={target ? 'target' : ''} cx={x} cy={y} r={4} />
        ))}
        {[...new Set(years)].map((year) => (
          <text key={year} x={scale(year, years, LEFT, RIGHT)} y={HEIGHT - 2} text-anchor="middle">
            {year}
          </text>
        ))}
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
