import { defineContentScript } from '#imports';
import { readerHash } from '../../lib/corpus/address';
import { bundledIndex } from '../../lib/corpus/bundled';
import { messagesFor } from '../../lib/locales';
import * as notes from '../../lib/notes/client';
import { findMainText } from '../../lib/page/mainText';
import { startOverlay } from '../../lib/page/overlay';
import { onMessage, sendMessage } from '../../lib/platform/messages';

export default defineContentScript({
  registration: 'runtime',
  main({ signal }) {
    const overlay = startOverlay({
      scope: document.body,
      findText: findMainText,
      index: bundledIndex(),
      notes,
      t: messagesFor(navigator.languages),
      hints: { title: document.title, url: location.href },
      openReader: (place) => {
        sendMessage('openReader', { hash: readerHash(place) }).catch(() => {});
      },
      signal,
    });
    const stops = [
      onMessage('summary', () => overlay.summary()),
      onMessage('showAt', ({ data }) => overlay.showAt(data)),
      onMessage('exportFigures', ({ data }) => overlay.exportFigures(data.format)),
    ];
    signal.addEventListener('abort', () => {
      for (const stop of stops) stop();
    });
  },
});
