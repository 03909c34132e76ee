import { NOTEBOOK_HASH, parseReaderHash, type ReaderPlace } from '../../lib/corpus/address';
import { bundledIndex } from '../../lib/corpus/bundled';
import {
  INDICATORS_HASH,
  parseIndicatorHash,
  parseSearchHash,
  parseTermHash,
  SEARCH_HASH,
} from '../../lib/library/address';
import { languagesOf, messagesFor } from '../../lib/locales';
import { readingStyleItem } from '../../lib/platform/readingStyle';
import { settingsItem } from '../../lib/platform/settings';
import { library } from './library';
import { showShelf } from './shelf';
import { applyStyle } from './style';
import type { Parts, Shown, View } from './view';

const index = bundledIndex();
let [settings, style] = await Promise.all([settingsItem.getValue(), readingStyleItem.getValue()]);
applyStyle(style);
const t = messagesFor(languagesOf(settings.language, navigator.languages));
const app = document.getElementById('app')!;
const find: Parts['find'] = async (id) => index.reports.find((report) => report.id === id) ?? library.open(id);
const list: Parts['list'] = () => library.list();

/** Which view shows an address. Addresses with one key are places in one view. */
interface Route {
  key: string;
  place: ReaderPlace | null;
  /** Each view is loaded when it is asked for. */
  load: () => View | Promise<View>;
}

function routeOf(hash: string): Route {
  if (hash === NOTEBOOK_HASH) {
    return { key: hash, place: null, load: async () => (await import('./notebook')).showNotebook };
  }
  if (parseSearchHash(hash)) {
    return { key: SEARCH_HASH, place: null, load: async () => (await import('./search')).showSearch };
  }
  if (parseIndicatorHash(hash)) {
    return { key: INDICATORS_HASH, place: null, load: async () => (await import('./indicator')).showIndicator };
  }
  if (parseTermHash(hash) !== null) {
    return { key: '#term', place: null, load: async () => (await import('./term')).showTerm };
  }
  const place = parseReaderHash(hash);
  if (place === null) return { key: hash.length > 1 ? hash : '', place: unreadable(hash), load: () => showShelf };
  const { reportId, against, beside } = place;
  if (against) {
    const key = `${reportId}~${against}`;
    return { key, place, load: async () => (await import('./versions')).showVersions };
  }
  if (beside) {
    const key = `${reportId}+${beside}`;
    return { key, place, load: async () => (await import('./readTogether')).readTogether };
  }
  return { key: reportId, place, load: async () => (await import('./readReport')).readReport };
}

/** What was asked for with an address that means nothing, for the shelf to say so; null for no address at all. */
function unreadable(hash: string): ReaderPlace | null {
  return hash.length > 1 ? { reportId: hash.slice(1, 60) } : null;
}

let current: { key: string; stop: AbortController; shown: Promise<Shown> } | null = null;

function show(): void {
  const { key, place, load } = routeOf(location.hash);
  if (current?.key === key) {
    void current.shown.then(({ goTo }) => goTo?.(place));
    return;
  }
  current?.stop.abort();
  const stop = new AbortController();
  const { signal } = stop;
  const start = async (): Promise<Shown> => {
    const view = await load();
    if (signal.aborted) return {};
    scrollTo(0, 0);
    const parts: Parts = { app, index, find, list, t, settings, style, signal };
    try {
      return await view(place, parts);
    } catch (error) {
      // A report that cannot be opened must not look like one that is not there.
      return signal.aborted ? {} : showShelf(place, parts, error);
    }
  };
  current = { key, stop, shown: start() };
}

settingsItem.watch((changed) => {
  settings = changed;
  void current?.shown.then(({ configure }) => configure?.(changed));
});
readingStyleItem.watch((changed) => {
  style = changed;
  applyStyle(changed);
  void current?.shown.then(({ restyle }) => restyle?.(changed));
});
addEventListener('hashchange', show);
show();
