import { detect, mayBeReport } from '../report/detect';
import type { Detection } from '../report/types';
import { normalise } from '../text/normal';
import { mapText } from './textMap';

/** Text that a page fetches by script arrives late: so often, and after so many milliseconds of stillness, we look again. */
const MOST_LOOKS = 6;
const STILL = 800;

/** Looks whether the page is a report, now and while its text is still arriving; reports the first yes. */
export function watchForReport(onReport: (detection: Detection) => void, signal: AbortSignal): void {
  const { body } = document;
  if (!body) return;
  let looks = 0;
  let lastLength = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (): boolean => {
    looks++;
    const raw = body.textContent ?? '';
    if (raw.length === lastLength) return false;
    lastLength = raw.length;
    const hints = { title: document.title, url: location.href };
    if (!mayBeReport(raw, hints)) return false;
    const detection = detect(normalise(mapText(body).text), hints);
    if (detection.verdict !== 'report' && detection.verdict !== 'excerpt') return false;
    onReport(detection);
    return true;
  };
  if (look()) return;

  const observer = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (look() || looks >= MOST_LOOKS) observer.disconnect();
    }, STILL);
  });
  observer.observe(body, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
