import { render } from 'preact';
import { type IndicatorChoice, IndicatorList, IndicatorPage, type PictureFormat } from '../../components/IndicatorPage';
import { readerHash } from '../../lib/corpus/address';
import type { BundledReport } from '../../lib/corpus/types';
import { groupBy } from '../../lib/groupBy';
import { csvOfRows, quoteOf, rowOf } from '../../lib/indicators/csv';
import { type Drawing, svgOf } from '../../lib/indicators/drawing';
import { type Sighting, sightingsOf } from '../../lib/indicators/sightings';
import { type IndicatorAddress, indicatorHash, parseIndicatorHash } from '../../lib/library/address';
import { acrossWords } from '../../lib/locales/across';
import { reasonOf } from '../../lib/locales/reasons';
import { downloadFile } from '../../lib/page/download';
import { pngOf } from '../../lib/page/picture';
import { sectionAt } from '../../lib/report/sectionAt';
import { library } from './library';
import { settled } from './settled';
import type { Parts, Shown } from './view';

/** Shows an indicator in all reports, or the list of indicators, until the signal aborts. */
export function showIndicator(_: unknown, { app, index, t, signal }: Parts): Shown {
  const w = acrossWords(t.lang);
  let address: IndicatorAddress = { id: null, places: [] };
  let choices: IndicatorChoice[] | null = null;
  let sightings: Sighting[] | null = null;
  let message = '';
  let reading = 0;

  const draw = () => {
    if (signal.aborted) return;
    const indicator = index.indicators.find(({ id }) => id === address.id);
    document.title = `${indicator?.name ?? t.views.indicators} · ${t.name}`;
    if (!indicator) {
      const unknown = address.id === null ? '' : w.indicatorPage.missing(address.id);
      render(<IndicatorList choices={choices} message={message || unknown} t={t} w={w} />, app);
      return;
    }
    render(
      <IndicatorPage
        key={indicator.id}
        indicator={indicator}
        choices={choices ?? []}
        address={address}
        sightings={sightings}
        message={message}
        t={t}
        w={w}
        onAddress={(next) => {
          location.hash = indicatorHash(next);
        }}
        onQuote={async ({ holding, observation: { start, end } }) => {
          const report = await library.open(holding.id);
          if (!report) throw new Error(t.reader.missing(holding.short));
          return quoteOf(report.text, start, end);
        }}
        onExport={(shown) => void exportCsv(indicator.id, shown)}
        onPicture={(drawing, measure, format) => void savePicture(drawing, `${indicator.id}-${measure}`, format)}
      />,
      app,
    );
  };
  const failed = (error: unknown) => {
    message = w.indicatorPage.failed(reasonOf(error, t.lang));
    draw();
  };

  const read = async () => {
    const mine = ++reading;
    try {
      if (address.id !== null) {
        const figures = await library.figures(address.id);
        if (mine !== reading) return;
        sightings = sightingsOf(figures);
        draw();
      }
      choices = await library.indicators();
      if (mine === reading) draw();
    } catch (error) {
      if (mine === reading) failed(error);
    }
  };

  /** Sentences and headings stand in the texts alone, so each report is opened, one after the other, and let go again. */
  const exportCsv = async (id: string, shown: readonly Sighting[]) => {
    const rows = new Map<Sighting, string[]>();
    const reports = [...groupBy(shown, ({ holding }) => holding.id)];
    try {
      for (const [done, [reportId, list]] of reports.entries()) {
        message = w.indicatorPage.exporting(done, reports.length);
        draw();
        const report = await library.open(reportId);
        if (signal.aborted) return;
        if (report) for (const sighting of list) rows.set(sighting, exportRow(sighting, report));
      }
    } catch (error) {
      return failed(error);
    }
    downloadFile(
      `report-margins-${id}.csv`,
      csvOfRows(shown.flatMap((sighting) => (rows.has(sighting) ? [rows.get(sighting)!] : []))),
    );
    message = w.indicatorPage.exported;
    draw();
  };

  const savePicture = async (drawing: Drawing, name: string, format: PictureFormat) => {
    try {
      downloadFile(`report-margins-${name}.${format}`, format === 'svg' ? svgOf(drawing) : await pngOf(drawing));
    } catch (error) {
      failed(error);
    }
  };

  const arrive = () => {
    const next = parseIndicatorHash(location.hash) ?? { id: null, places: [] };
    const same = next.id === address.id && choices !== null;
    if (next.id !== address.id) {
      sightings = null;
      message = '';
      scrollTo(0, 0);
    }
    address = next;
    draw();
    if (!same) void read();
  };
  const stop = library.onChange(settled(() => void read(), signal));
  signal.addEventListener('abort', () => {
    stop();
    reading++;
    render(null, app);
  });
  arrive();
  return { goTo: arrive };
}

function exportRow({ observation, area }: Sighting, { id, text, title, sections }: BundledReport): string[] {
  const { start, end } = observation;
  return rowOf(
    { ...observation, refArea: area },
    {
      text,
      report: title,
      sectionAt: (offset) => sectionAt(sections, offset)?.heading ?? '',
      url: location.href.replace(/#.*/, readerHash({ reportId: id, start, end })),
    },
  );
}
