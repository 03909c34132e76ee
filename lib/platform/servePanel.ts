import { browser } from '#imports';
import type { Overlay } from '../page/overlay';
import { PANEL_PORT, type ToPage, type ToPanel } from './panel';
import { quietly } from './quietly';

/** Scrolling is told to the panel when it has rested for so many milliseconds. */
const REST = 200;

/** Answers the side panel from a page's overlay: the outline at once and after changes, the section in view after scrolls. */
export function servePanel(
  ready: Promise<Overlay>,
  openReader: (place: { reportId: string; start: number; end: number }) => void,
  signal: AbortSignal,
): void {
  const onConnect = (port: ReturnType<typeof browser.runtime.connect>) => {
    if (port.name === PANEL_PORT) ready.then((overlay) => serve(port, overlay)).catch(() => {});
  };
  const serve = (port: ReturnType<typeof browser.runtime.connect>, overlay: Overlay) => {
    const gone = new AbortController();
    const send = (message: ToPanel) => {
      if (!gone.signal.aborted) port.postMessage(message);
    };
    const sendPage = () => send({ kind: 'page', outline: overlay.outline(), figures: overlay.figures() });
    const sendHere = () => send({ kind: 'here', ...overlay.here() });
    let rest: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      clearTimeout(rest);
      rest = setTimeout(sendHere, REST);
    };
    const stop = overlay.onChange(sendPage);
    addEventListener('scroll', onScroll, { signal: gone.signal, passive: true, capture: true });
    port.onMessage.addListener((message: ToPage) => {
      if (message.kind === 'showAt') overlay.showAt(message);
      else if (message.kind === 'reattach')
        void overlay.reattach(message.id).then((words) => send({ kind: 'reattached', words }));
      else openReader(message);
    });
    port.onDisconnect.addListener(() => {
      gone.abort();
      clearTimeout(rest);
      stop();
    });
    sendPage();
    sendHere();
  };
  browser.runtime.onConnect.addListener(onConnect);
  signal.addEventListener(
    'abort',
    quietly(() => browser.runtime.onConnect.removeListener(onConnect)),
  );
}
