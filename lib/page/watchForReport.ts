import { mayBeReport } from '../report/detect';
import { pageHints } from './pageHints';

/** What the detector hands on for a closer look: the page's text as it is shown, and the document's title. */
export interface Candidate {
  text: string;
  title: string;
}

/** Text that a page fetches by script arrives late: so often, and after so many milliseconds of stillness, we look again. */
const MOST_LOOKS = 6;
const STILL = 800;
/** Ten times the longest report at hand; what tells a report stands at its beginning and end. */
const MOST_TEXT = 400_000;

/**
 * Looks whether the page may be a report, now and while its text is still arriving, and hands on the first page that
 * may. On every other page this is one native read of the text and a few searches in it.
 */
export function watchForReport(onCandidate: (candidate: Candidate) => void, signal: AbortSignal): void {
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
    const hints = pageHints(document, location.href);
    if (!mayBeReport(raw, hints)) return false;
    onCandidate({ text: body.innerText.slice(0, MOST_TEXT), title: hints.title ?? '' });
    return true;
  };
  if (look()) return;

  const observer = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (look()) stop();
      else if (looks >= MOST_LOOKS) observer.disconnect();
    }, STILL);
  });
  const watch = () => {
    looks = 0;
    observer.observe(body, { childList: true, subtree: true });
  };
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
    window.navigation?.removeEventListener('currententrychange', watch);
  };
  watch();
  // A page that changes its route by script has other text then, and its looks anew.
  window.navigation?.addEventListener('currententrychange', watch);
  signal.addEventListener('abort', stop);
}
