import { useMemo } from 'preact/hooks';
import type { Drawing } from '../lib/indicators/drawing';
import { pledgesOf } from '../lib/indicators/promised';
import { areasOf, type Sighting } from '../lib/indicators/sightings';
import { type ChartWords, drawTracks, MOST_TRACKS, numberOf } from '../lib/indicators/trackChart';
import { type Panel, panelsOf } from '../lib/indicators/tracks';
import type { Indicator } from '../lib/indicators/types';
import { INDICATORS_HASH, type IndicatorAddress, indicatorHash } from '../lib/library/address';
import type { AcrossWords } from '../lib/locales/across';
import type { Messages } from '../lib/locales/zh_CN';
import { Chart } from './Chart';
import { ObservationTable } from './ObservationTable';
import { PledgeTable } from './PledgeTable';
import { Views } from './Views';

export const PICTURE_FORMATS = ['svg', 'png'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** An indicator of the lexicon and how many reports tell of it. */
export interface IndicatorChoice {
  id: string;
  name: string;
  reports: number;
}

interface IndicatorPageProps {
  indicator: Indicator;
  choices: readonly IndicatorChoice[];
  address: IndicatorAddress;
  /** What all reports tell of it; null until it is read. */
  sightings: readonly Sighting[] | null;
  /** What went wrong, or how far an export has come. */
  message: string;
  t: Messages;
  w: AcrossWords;
  onAddress: (address: IndicatorAddress) => void;
  onQuote: (sighting: Sighting) => Promise<string>;
  onExport: (sightings: readonly Sighting[]) => void;
  onPicture: (drawing: Drawing, measure: Panel['measure'], format: PictureFormat) => void;
}

const TABLE = 'observations';
/** The width of a chart in a file, in CSS pixels: a column of A4 at twice the usual size. */
const FILE_WIDTH = 960;

/** One indicator in all reports: over the years, target against outcome, and every figure. */
export function IndicatorPage(props: IndicatorPageProps) {
  const { indicator, choices, address, sightings, message, t, w, onAddress, onQuote, onExport, onPicture } = props;
  const say = w.indicatorPage;
  const all = sightings ?? [];
  const areas = useMemo(() => areasOf(all), [sightings]);
  const shown = useMemo(
    () => (address.places.length > 0 ? all.filter(({ area }) => address.places.includes(area)) : all),
    [sightings, address],
  );
  const panels = useMemo(() => panelsOf(shown), [shown]);
  const pledges = useMemo(() => pledgesOf(shown, indicator), [shown, indicator]);
  const reports = new Set(shown.map(({ holding }) => holding.id)).size;
  const places = new Set(shown.map(({ area }) => area)).size;
  return (
    <main class="across indicator" lang={t.lang}>
      <Views current={INDICATORS_HASH} t={t} />
      <h1 lang="zh-CN">{indicator.name}</h1>
      {indicator.about && (
        <p class="about" lang="zh-CN">
          {indicator.about}
        </p>
      )}
      <p class="choose">
        <select
          aria-label={say.choose}
          value={indicator.id}
          onChange={({ currentTarget }) => onAddress({ id: currentTarget.value, places: [] })}
        >
          {choices
            .filter(({ id, reports }) => reports > 0 || id === indicator.id)
            .map(({ id, name, reports }) => (
              <option key={id} value={id}>
                {name}（{reports}）
              </option>
            ))}
        </select>
      </p>
      <p class="counts" role="status">
        {message || (sightings ? all.length > 0 && say.counts(shown.length, places, reports) : say.looking)}
      </p>
      {sightings && all.length === 0 && <p class="quiet">{say.none}</p>}
      {areas.length > 1 && (
        <Places
          areas={areas}
          chosen={address.places}
          w={w}
          onChoose={(places) => onAddress({ id: indicator.id, places })}
        />
      )}
      {panels.length > 0 && (
        <section aria-labelledby="charts">
          <h2 id="charts">{say.charts}</h2>
          {panels.map((panel) => {
            const words = wordsOf(panel, indicator.name, t, w);
            return (
              <Chart
                key={`${panel.measure} ${panel.unit}`}
                table={TABLE}
                draw={(width) => drawTracks(panel, width, words)}
              >
                {panel.tracks.length > MOST_TRACKS && <span>{say.tooMany(MOST_TRACKS, panel.tracks.length)}</span>}
                <span class="tools">
                  {PICTURE_FORMATS.map((format) => (
                    <button
                      type="button"
                      key={format}
                      aria-label={`${words.heading} ${say.saveAs(format.toUpperCase())}`}
                      onClick={() => onPicture(drawTracks(panel, FILE_WIDTH, words), panel.measure, format)}
                    >
                      {say.saveAs(format.toUpperCase())}
                    </button>
                  ))}
                </span>
              </Chart>
            );
          })}
          <p class="quiet">{say.howDrawn}</p>
        </section>
      )}
      {shown.length > 0 && (
        <>
          <section aria-labelledby="pledges">
            <h2 id="pledges">{say.pledges}</h2>
            <p class="quiet">{say.pledgesHint}</p>
            <PledgeTable pledges={pledges} t={t} w={w} />
          </section>
          <section aria-labelledby="figures">
            <h2 id="figures">{say.table}</h2>
            <p class="tools">
              <button type="button" onClick={() => onExport(shown)}>
                {say.exportCsv}
              </button>
            </p>
            <ObservationTable id={TABLE} sightings={shown} t={t} w={w} onQuote={onQuote} />
          </section>
        </>
      )}
    </main>
  );
}

function wordsOf({ measure, unit, tracks }: Panel, name: string, t: Messages, w: AcrossWords): ChartWords {
  const drawn = tracks.slice(0, MOST_TRACKS);
  const years = drawn.flatMap(({ points }) => points.map(({ year }) => year));
  const heading = w.indicatorPage.heading(name, measure, unit);
  const areas = drawn.map(({ area }) => area).join('、');
  return {
    heading,
    title: w.indicatorPage.chart(heading, areas, Math.min(...years), Math.max(...years)),
    status: t.status,
    point: (area, { year, value, status, bound }) => {
      const words = `${numberOf(value)} ${unit}${bound ? ` ${t.bound[bound]}` : ''}`;
      return w.indicatorPage.point(area, year, words, t.status[status]);
    },
  };
}

interface PlacesProps {
  areas: readonly { area: string; count: number }[];
  /** None chosen is all of them. */
  chosen: readonly string[];
  w: AcrossWords;
  onChoose: (places: string[]) => void;
}

function Places({ areas, chosen, w, onChoose }: PlacesProps) {
  const say = w.indicatorPage;
  const toggle = (area: string) =>
    onChoose(chosen.includes(area) ? chosen.filter((each) => each !== area) : [...chosen, area]);
  const gone = chosen.filter((area) => !areas.some((each) => each.area === area));
  return (
    <fieldset class="places">
      <legend>{say.places}</legend>
      <label>
        <input type="checkbox" checked={chosen.length === 0} onChange={() => onChoose([])} />
        {say.allPlaces}
      </label>
      {[...areas, ...gone.map((area) => ({ area, count: 0 }))].map(({ area, count }) => (
        <label key={area} lang="zh-CN">
          <input type="checkbox" checked={chosen.includes(area)} onChange={() => toggle(area)} />
          {area} <small>{count}</small>
        </label>
      ))}
    </fieldset>
  );
}

interface IndicatorListProps {
  choices: readonly IndicatorChoice[] | null;
  message: string;
  t: Messages;
  w: AcrossWords;
}

/** The indicators that reports tell of, in the order of the lexicon. */
export function IndicatorList({ choices, message, t, w }: IndicatorListProps) {
  const say = w.indicatorPage;
  const observed = (choices ?? []).filter(({ reports }) => reports > 0);
  const rest = (choices ?? []).length - observed.length;
  return (
    <main class="across indicator" lang={t.lang}>
      <Views current={INDICATORS_HASH} t={t} />
      <h1>{say.title}</h1>
      <p class="counts" role="status">
        {message || (choices ? '' : say.looking)}
      </p>
      <ul class="indicators">
        {observed.map(({ id, name, reports }) => (
          <li key={id}>
            <a href={indicatorHash({ id, places: [] })} lang="zh-CN">
              {name}
            </a>
            <small>{say.reports(reports)}</small>
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="quiet">{say.unobserved(rest)}</p>}
    </main>
  );
}
