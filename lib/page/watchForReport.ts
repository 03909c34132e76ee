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
 * Looks whether the page may be a report, now and while its text is still arriving or its route changes, and hands on
 * what may be one until `isReport` says that it was. On every other page this is one native read of the text and a few
 * searches in it.
 */
export function watchForReport(isReport: (candidate: Candidate) => Promise<boolean>): void {
  let { body } = document;
  if (!body) return;
  let looks = 0;
  let lastLength = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = async (): Promise<void> => {
    looks++;
    const raw = body.textContent ?? '';
    if (raw.length !== lastLength) {
      lastLength = raw.length;
      const hints = pageHints(document, location.href);
      const candidate = () => ({ text: body.innerText.slice(0, MOST_TEXT), title: hints.title ?? '' });
      if (mayBeReport(raw, hints) && (await isReport(candidate()))) return stop();
    }
    if (looks >= MOST_LOOKS) observer.disconnect();
  };
  const observer = new MutationObserver(() => {
    // A page may put another body in the place of its own when it changes its route.
    if (document.body && body !== document.body) {
      body = document.body;
      watch();
    }
    clearTimeout(timer);
    timer = setTimeout(look, STILL);
  });
  const watch = () => {
    looks = 0;
    observer.observe(body, { childList: true, subtree: true });
    observer.observe(document.documentElement, { childList: true });
  };
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
    window.navigation?.removeEventListener('currententrychange', watch);
  };
  watch();
  // A page that changes its route by script has other text then, and its looks anew.
  window.navigation?.addEventListener('currententrychange', watch);
  void look();
}
