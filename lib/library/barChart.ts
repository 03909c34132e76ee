import { scaleBand, scaleLinear } from 'd3-scale';
import { cutTo, type Drawing, type Shape, shape, type Words, widthOf, words } from '../indicators/drawing';
import { numberOf } from '../indicators/trackChart';

/** One year of a bar chart; null where there is nothing to measure, which is not zero. */
export interface Bar {
  year: number;
  value: number | null;
  title: string;
}

const HEIGHT = 170;
const TOP = 30;
const BOTTOM = 24;

/** Draws a value for each year as a bar from zero, years without reports left empty. */
export function drawBars(bars: readonly Bar[], width: number, say: { title: string; heading: string }): Drawing {
  const years = bars.map(({ year }) => year);
  const high = Math.max(...bars.map(({ value }) => value ?? 0)) || 1;
  const y = scaleLinear([0, high], [HEIGHT - BOTTOM, TOP + 8]).nice(3);
  const ticks = y.ticks(3);
  const left = Math.max(...ticks.map((tick) => widthOf(numberOf(tick), 11))) + 12;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const x = scaleBand(all, [left, width]).padding(0.3);
  const parts: (Shape | Words)[] = [words(0, 14, cutTo(say.heading, 12, width), { ink: 'ink', size: 12, bold: true })];
  for (const tick of ticks) {
    const at = Math.round(y(tick)) + 0.5;
    parts.push(shape(`M${left},${at}H${width}`, { stroke: tick === 0 ? 'soft' : 'line' }));
    parts.push(words(left - 6, at + 4, numberOf(tick), { anchor: 'end' }));
  }
  const wide = Math.min(x.bandwidth(), 36);
  for (const { year, value, title } of bars) {
    if (value === null || value === 0) continue;
    const from = x(year)! + (x.bandwidth() - wide) / 2;
    parts.push(shape(`M${from},${y(0)}V${y(value)}H${from + wide}V${y(0)}Z`, { fill: 'term', title }));
  }
  const step = Math.ceil(38 / x.step());
  for (const year of all) {
    const wanted = step === 1 || (year - first) % step === 0;
    if (wanted) parts.push(words(x(year)! + x.bandwidth() / 2, HEIGHT - 7, String(year), { anchor: 'middle' }));
  }
  return { width, height: HEIGHT, title: say.title, parts };
}
