import { snippet } from '../corpus/lookup';
import type { BundledReport, ReportIndex } from '../corpus/types';
import { sectionAt } from '../report/sectionAt';
import type { Filter, Found, Holding, Library, SearchQuery } from './types';

/** What the pages about many reports ask of a library. */
export type Asked = Pick<Library, 'list' | 'open' | 'search' | 'figures' | 'indicators' | 'definitions'>;

const PER_REPORT = 3;
const AROUND = 24;

/** A library of the bundled reports alone, answered in the page. For tests, and until the worker answers. */
export function bundledLibrary({ reports, indicators }: ReportIndex): Asked {
  const whole = reports.filter(({ partOf }) => partOf === null);
  const byYear = (a: Holding, b: Holding) => a.year - b.year || a.place.localeCompare(b.place, 'zh');
  const byPlace = (a: Holding, b: Holding) => a.place.localeCompare(b.place, 'zh') || a.year - b.year;

  return {
    list: async () => reports.map(toHolding).sort(byPlace),
    open: async (id) => reports.find((report) => report.id === id) ?? null,
    async *search({ words, filter = {}, perReport = PER_REPORT }: SearchQuery): AsyncGenerator<Found> {
      const wanted = words.split(/[\s"“”]+/).filter(Boolean);
      if (wanted.length === 0) return;
      const asked = reports.filter((report) => passes(toHolding(report), filter)).sort((a, b) => b.year - a.year);
      for (const report of asked) {
        const places = wanted.map((word) => placesOf(report.text, word));
        if (places.some((list) => list.length === 0)) continue;
        const all = places.flat().sort((a, b) => a.start - b.start);
        const hits = all.slice(0, perReport).map(({ start, end }) => {
          const section = sectionAt(report.sections, start);
          const words = snippet(report.text, start, end, AROUND);
          return { start, end, sectionId: section?.id ?? '', heading: section?.heading ?? '', snippet: words };
        });
        yield { holding: toHolding(report), hits, count: all.length };
      }
    },
    figures: async (indicator) =>
      whole
        .map((report) => ({
          holding: toHolding(report),
          observations: report.observations.filter((observation) => observation.indicator === indicator),
        }))
        .filter(({ observations }) => observations.length > 0)
        .sort((a, b) => byPlace(a.holding, b.holding)),
    indicators: async () =>
      indicators.map(({ id, name }) => ({
        id,
        name,
        reports: whole.filter(({ observations }) => observations.some(({ indicator }) => indicator === id)).length,
      })),
    definitions: async (term) =>
      whole
        .flatMap((report) =>
          report.glossary
            .filter((definition) => definition.term === term || definition.aliases.includes(term))
            .map((definition) => ({ holding: toHolding(report), definition })),
        )
        .sort((a, b) => byYear(a.holding, b.holding)),
  };
}

function placesOf(text: string, word: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
    places.push({ start, end: start + word.length });
  }
  return places;
}

function passes(holding: Holding, { place, level, from, to, kind, origin }: Filter): boolean {
  return (
    (place === undefined || holding.place === place) &&
    (level === undefined || holding.level === level) &&
    (from === undefined || holding.year >= from) &&
    (to === undefined || holding.year <= to) &&
    (kind === undefined || holding.kind === kind) &&
    origin !== 'added'
  );
}

function toHolding({ id, kind, title, short, place, level, year, reviewYear, text }: BundledReport): Holding {
  const nobody = { origin: null, added: null, readBy: null, corrected: false };
  return { id, kind, title, short, place, level, year, reviewYear, length: text.length, ...nobody };
}
