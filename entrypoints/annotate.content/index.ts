import { defineContentScript } from '#imports';
import { readerHash } from '../../lib/corpus/address';
import { bundledIndex } from '../../lib/corpus/bundled';
import type { BundledReport } from '../../lib/corpus/types';
import { languagesOf, messagesFor } from '../../lib/locales';
import * as notes from '../../lib/notes/client';
import { findMainText } from '../../lib/page/mainText';
import { type OverlayOptions, startOverlay } from '../../lib/page/overlay';
import { pageHints } from '../../lib/page/pageHints';
import { removeTraces } from '../../lib/page/removeTraces';
import { routeOf } from '../../lib/page/routeOf';
import { onMessage, sendMessage } from '../../lib/platform/messages';
import { quietly } from '../../lib/platform/quietly';
import { readThere } from '../../lib/platform/readThere';
import { servePanel } from '../../lib/platform/servePanel';
import { markKnown, type Settings, settingsItem } from '../../lib/platform/settings';

/** Milliseconds between two looks whether the extension is still there. */
const ALIVE = 2000;

export default defineContentScript({
  registration: 'runtime',
  // A message on the page's own window would be the page's to read.
  noScriptStartedPostMessage: true,
  main(context) {
    const stop = new AbortController();
    context.onInvalidated(() => stop.abort());
    // No event tells that the extension was updated or removed; a look at it now and then does.
    context.setInterval(() => {}, ALIVE);
    removeTraces(document);

    const openPage: OverlayOptions['openPage'] = (hash) => {
      sendMessage('openReader', { hash }).catch(() => {});
    };
    const openReader: OverlayOptions['openReader'] = (place) => openPage(readerHash(place));
    const start = (settings: Settings) =>
      startOverlay({
        scope: document.body,
        findText: findMainText,
        index: bundledIndex(),
        notes,
        settings,
        t: messagesFor(languagesOf(settings.language, navigator.languages)),
        read: readThere(() => pageHints(document, location.href)),
        route: () => routeOf(location),
        openReader,
        openPage,
        onKnown: (term) => void markKnown(term),
        signal: stop.signal,
      });
    // Listeners stand before the settings are read: the popup asks as soon as this script has run.
    const overlay = settingsItem.getValue().then(async (settings) => {
      // A newer script of ours may have taken over meanwhile.
      stop.signal.throwIfAborted();
      const started = start(settings);
      await started.ready;
      return started;
    });
    overlay.catch(() => {});
    servePanel(overlay, openReader, stop.signal);
    const stops = [
      settingsItem.watch(async (settings) => {
        if (settings.offSites.includes(location.hostname)) stop.abort();
        else (await overlay).configure(settings);
      }),
      onMessage('summary', async () => {
        const { ask, outline, figures } = await overlay;
        await ask();
        return { outline: outline(), figures: figures() };
      }),
      onMessage('step', async ({ data }) => (await overlay).step(data.by, data.kind)),
      onMessage('showAt', async ({ data }) => (await overlay).showAt(data)),
      onMessage('takenIn', async () => {
        const { report } = (await overlay).document();
        // The background knows added reports only.
        const isSame = (other: BundledReport) =>
          other.kind === 'report' && other.place === report?.place && other.year === report.year;
        const bundled = bundledIndex().reports.find(isSame);
        if (bundled) return { id: bundled.id, short: bundled.short };
        return sendMessage('library.has', { place: report?.place ?? null, year: report?.year ?? null });
      }),
      onMessage('takeIn', async () => {
        const { title = '' } = pageHints(document, location.href);
        return sendMessage('library.add', { text: (await overlay).document().text, title });
      }),
      onMessage('exportFigures', async ({ data }) => (await overlay).exportFigures(data.format)),
    ];
    stop.signal.addEventListener('abort', () => {
      for (const each of stops) quietly(each)();
    });
  },
});
