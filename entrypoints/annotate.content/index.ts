import { index } from 'virtual:report-index';
import { defineContentScript } from '#imports';
import { readerHash } from '../../lib/corpus/address';
import { messagesFor } from '../../lib/locales';
import * as notes from '../../lib/notes/client';
import { startOverlay } from '../../lib/page/overlay';
import { onMessage, sendMessage } from '../../lib/platform/messages';

export default defineContentScript({
  registration: 'runtime',
  main({ signal }) {
    const overlay = startOverlay({
      root: document.body,
      index,
      notes,
      t: messagesFor(navigator.languages),
      hints: { title: document.title, url: location.href },
      openReader: (place) => {
        sendMessage('openReader', { hash: readerHash(place) }).catch(() => {});
      },
      signal,
    });
    const stop = onMessage('summary', () => overlay.summary());
    signal.addEventListener('abort', stop);
  },
});
