import { scaleLinear } from 'd3-scale';
import {
  line,
  type SymbolType,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import { cutTo, type Drawing, type Ink, type Shape, shape, type Words, widthOf, words } from './drawing';
import type { Panel, Track, TrackPoint } from './tracks';
import type { Bound, Status } from './types';

/** So many places can be told apart in one chart by their marks and strokes. */
export const MOST_TRACKS = 6;

interface Style {
  symbol: SymbolType;
  dash: number[];
  ink: Ink;
}

const STYLES: Style[] = [
  { symbol: symbolCircle, dash: [], ink: 'figure' },
  { symbol: symbolSquare, dash: [6, 3], ink: 'term' },
  { symbol: symbolTriangle, dash: [2, 3], ink: 'ink-green' },
  { symbol: symbolDiamond, dash: [9, 3, 2, 3], ink: 'ink-blue' },
  { symbol: symbolWye, dash: [12, 4], ink: 'ink-yellow' },
  { symbol: symbolStar, dash: [4, 2], ink: 'soft' },
];

/** The words of a chart; all else in it is numbers and names. */
export interface ChartWords {
  /** The sentence that says what it shows. */
  title: string;
  /** What stands above it: the indicator, the measure and the unit. */
  heading: string;
  status: Record<Status, string>;
  /** What a point says under the pointer. */
  point: (area: string, point: TrackPoint) => string;
}

const SIGN: Record<Bound, string> = { about: '≈', at_least: '≥', at_most: '≤' };
const TOP = 64;
const BOTTOM = 28;
const LABEL = 12;
const LABEL_GAP = 16;
/** Areas of the marks in square pixels. */
const MARK = 52;
const CORE = 14;
/** More numbers than this beside their points would cover one another. */
const MOST_NUMBERS = 12;

/**
 * Draws the first tracks of a panel over the years: outcomes filled, estimates half filled, targets hollow; a line
 * joins the outcomes of one place, faintly over years without any. Targets are joined to nothing.
 */
export function drawTracks(panel: Panel, width: number, say: ChartWords): Drawing {
  const tracks = panel.tracks.slice(0, MOST_TRACKS);
  const points = tracks.flatMap((track) => track.points);
  const height = Math.round(Math.min(380, Math.max(240, width * 0.5)));
  const values = points.map(({ value }) => value);
  const y = scaleLinear(domainOf(values, panel.measure), [height - BOTTOM, TOP]).nice(5);
  const ticks = y.ticks(5);
  const left = Math.max(...ticks.map((tick) => widthOf(numberOf(tick), 11))) + 12;
  const names = labelsOf(tracks);
  const widest = Math.max(...names.map((name) => widthOf(name, LABEL)));
  const room = Math.min(widest, width * 0.26);
  const right = width - room - 30;
  const years = points.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const x = scaleLinear(first === last ? [first - 1, last + 1] : [first, last], [left + 12, right - 8]);

  const parts: (Shape | Words)[] = [
    words(0, 14, cutTo(say.heading, 13, width), { ink: 'ink', size: 13, bold: true }),
    ...legend(say.status, points),
  ];
  for (const tick of ticks) {
    const zero = tick === 0 && ticks[0]! < 0;
    const at = Math.round(y(tick)) + 0.5;
    parts.push(shape(`M${left},${at}H${right}`, { stroke: zero ? 'soft' : 'line' }));
    parts.push(words(left - 6, at + 4, numberOf(tick), { anchor: 'end' }));
  }
  for (const year of yearTicks(years, (right - left) / 44)) {
    parts.push(words(x(year), height - 8, String(year), { anchor: 'middle' }));
  }
  tracks.forEach((track, i) => {
    parts.push(...joins(track, STYLES[i]!, x, y));
  });
  tracks.forEach((track, i) => {
    for (const point of track.points) {
      parts.push(...mark(STYLES[i]!, point.status, x(point.year), y(point.value), say.point(track.area, point)));
    }
  });
  if (tracks.length <= 2 && points.length <= MOST_NUMBERS) parts.push(...numbersOf(tracks, x, y));
  parts.push(...placeLabels(tracks, names, y, { left: right + 10, room, top: TOP, bottom: height - BOTTOM }));
  return { width, height, title: say.title, parts };
}

/** The numbers beside their points, but for those that would cover another one. */
function numbersOf(tracks: readonly Track[], x: (year: number) => number, y: (value: number) => number): Words[] {
  const numbers: Words[] = [];
  for (const { points } of tracks) {
    for (const point of points) {
      const other = points.find((each) => each.year === point.year && each !== point);
      const under =
        other !== undefined &&
        (other.value > point.value || (other.value === point.value && point.status === 'target'));
      const text = (point.bound ? SIGN[point.bound] : '') + numberOf(point.value);
      const number = words(x(point.year), y(point.value) + (under ? 18 : -9), text, { anchor: 'middle', ink: 'ink' });
      const covers = (each: Words) =>
        Math.abs(each.x - number.x) < (widthOf(each.text, 11) + widthOf(text, 11)) / 2 + 3 &&
        Math.abs(each.y - number.y) < 12;
      if (!numbers.some(covers)) numbers.push(number);
    }
  }
  return numbers;
}

/** From zero where that leaves the lines room to be seen; growth always with its zero. */
function domainOf(values: readonly number[], measure: Panel['measure']): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (measure === 'growth') return [Math.min(0, low), Math.max(0, high) || 1];
  if (low >= 0 && low < high * 0.6) return [0, high];
  const margin = (high - low || Math.abs(high) || 1) * 0.15;
  return [low >= 0 ? Math.max(0, low - margin) : low - margin, high + margin];
}

/** Years to write below: all that have a point, or as many round ones as there is room for. */
function yearTicks(years: readonly number[], room: number): number[] {
  const own = [...new Set(years)].sort((a, b) => a - b);
  const [first, last] = [own[0]!, own.at(-1)!];
  const near = own.some((year, i) => i > 0 && (year - own[i - 1]!) * room < last - first);
  if (own.length <= room && !near) return own;
  return scaleLinear([first, last], [0, 1])
    .ticks(Math.max(2, Math.min(10, Math.floor(room))))
    .filter(Number.isInteger);
}

/** The lines of a place: whole where year follows year, faint over years that nobody told of. */
function joins(track: Track, style: Style, x: (year: number) => number, y: (value: number) => number): Shape[] {
  const known = track.points.filter(({ status }) => status !== 'target');
  const path = line<TrackPoint>()
    .x(({ year }) => x(year))
    .y(({ value }) => y(value));
  const shapes: Shape[] = [];
  let run: TrackPoint[] = [];
  const close = () => {
    if (run.length > 1) shapes.push(shape(path(run)!, { stroke: style.ink, width: 1.75, dash: style.dash }));
  };
  for (const point of known) {
    const before = run.at(-1);
    if (before && point.year - before.year > 1) {
      close();
      shapes.push(shape(path([before, point])!, { stroke: style.ink, width: 1.25, dash: style.dash, opacity: 0.45 }));
      run = [];
    }
    run.push(point);
  }
  close();
  return shapes;
}

/** Outcomes are filled, targets hollow, and estimates hollow with a core. */
function mark({ symbol: type, ink }: Style, status: Status, x: number, y: number, title = ''): Shape[] {
  const outline = { x: r(x), y: r(y), stroke: ink, width: 1.75, title };
  const d = symbol(type, MARK)()!;
  if (status === 'actual') return [shape(d, { ...outline, fill: ink })];
  const hollow = shape(d, { ...outline, fill: 'paper' });
  return status === 'target'
    ? [hollow]
    : [hollow, shape(symbol(type, CORE)()!, { x: r(x), y: r(y), fill: ink, title })];
}

const r = (value: number) => Math.round(value * 100) / 100;

function legend(status: Record<Status, string>, points: readonly TrackPoint[]): (Shape | Words)[] {
  const parts: (Shape | Words)[] = [];
  let at = 6;
  for (const each of ['actual', 'estimate', 'target'] as const) {
    if (!points.some((point) => point.status === each)) continue;
    parts.push(...mark({ ...STYLES[0]!, ink: 'soft' }, each, at, 32));
    parts.push(words(at + 9, 36, status[each], { size: 12 }));
    at += 9 + widthOf(status[each], 12) + 22;
  }
  return parts;
}

interface Column {
  left: number;
  room: number;
  top: number;
  bottom: number;
}

/** The places' names beside their last points, moved apart where they would cover one another. */
function placeLabels(
  tracks: readonly Track[],
  names: readonly string[],
  y: (value: number) => number,
  column: Column,
): (Shape | Words)[] {
  const labels = tracks.map((track, i) => ({ i, y: y(track.points.at(-1)!.value) })).sort((a, b) => a.y - b.y);
  labels.forEach((label, i) => {
    label.y = Math.max(label.y, i > 0 ? labels[i - 1]!.y + LABEL_GAP : column.top);
  });
  for (let i = labels.length - 1; i >= 0; i--) {
    const below = labels[i + 1];
    labels[i]!.y = Math.min(labels[i]!.y, below ? below.y - LABEL_GAP : column.bottom);
  }
  return labels.flatMap(({ i, y }) => [
    ...mark(STYLES[i]!, 'actual', column.left + 4, y),
    words(column.left + 14, y + 4, cutTo(names[i]!, LABEL, column.room), { ink: STYLES[i]!.ink, size: LABEL }),
  ]);
}

/** The names of places, a district without its city where that leaves them different. */
function labelsOf(tracks: readonly Track[]): string[] {
  const short = tracks.map(({ area }) => /^[^ ]{1,12}?[市州盟](?=[^ ]{2,8}[区县市旗]$)/.exec(area)?.[0].length ?? 0);
  const names = tracks.map(({ area }, i) => area.slice(short[i]));
  return names.map((name, i) => (names.indexOf(name) === names.lastIndexOf(name) ? name : tracks[i]!.area));
}

/** Plain digits. */
export function numberOf(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 6, useGrouping: false }).replace('-', '−');
}
