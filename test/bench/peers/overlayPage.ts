import { index } from 'virtual:report-index';
import Mark from 'mark.js';
import { knowledgeOf } from '../../../lib/corpus/lookup';
import { zh_CN } from '../../../lib/locales/zh_CN';
import { DWELL } from '../../../lib/page/hover';
import { findMainText } from '../../../lib/page/mainText';
import { startOverlay } from '../../../lib/page/overlay';
import type { Read } from '../../../lib/page/readHere';
import { DEFAULT_SETTINGS } from '../../../lib/platform/settings';

/**
 * What the benchmark runs inside a page: our complete overlay, the peer that marks the same terms by wrapping them, and
 * the least that any way of marking has to do. Each answers the milliseconds until the page can be drawn with its marks,
 * layout included, and leaves the page as it was.
 */

const terms = [...new Set(knowledgeOf(index).terms.flatMap(({ term, aliases = [] }) => [term, ...aliases]))];
const notes = {
  list: async () => [],
  drafts: async () => [],
  save: refuse,
  remove: refuse,
  restore: refuse,
  keepDraft: refuse,
  dropDraft: refuse,
  onChange: () => () => {},
};

async function refuse(): Promise<never> {
  throw new Error('The benchmark writes no notes.');
}

/** The thread that reads, and the milliseconds that the page has waited for it. */
let reader: MessagePort | null = null;
let waited = 0;

/** Starts the reading thread and has it read other reports first, as a background that is awake has. */
export async function wake(name: string, others: string[]): Promise<void> {
  reader = startReader(name);
  for (const text of others) await ask(text);
}

function startReader(name: string): MessagePort {
  const { port } = new SharedWorker('/reader.js', { name });
  port.start();
  return port;
}

async function ask(text: string) {
  reader ??= startReader(String(Math.random()));
  reader.postMessage(JSON.stringify(text));
  const begin = performance.now();
  const answer = await new Promise<string>((resolve) => {
    reader!.onmessage = ({ data }) => {
      waited += performance.now() - begin;
      resolve(data);
    };
  });
  return { ...JSON.parse(answer), text };
}

const read: Read = (text) => ask(text);

export function start(density: 'first' | 'all', signal: AbortSignal) {
  return startOverlay({
    scope: document.body,
    findText: findMainText,
    index,
    read,
    notes,
    settings: { ...DEFAULT_SETTINGS, density: { terms: density, figures: 'all', notes: 'all' } },
    t: zh_CN,
    openReader: () => {},
    openPage: () => {},
    onKnown: () => {},
    signal,
  });
}

async function overlay(): Promise<number> {
  const stop = new AbortController();
  waited = 0;
  const begin = performance.now();
  await start('first', stop.signal).ready;
  const took = laidOut(begin);
  stop.abort();
  return took;
}

/** The overlay without the milliseconds in which the page is free, since another thread reads. */
async function overlayInPage(): Promise<number> {
  const took = await overlay();
  return took - waited;
}

/** mark.js calls itself for each term of a list, and a list of all of them overflows the stack. */
const BATCH = 100;

async function markjs(): Promise<number> {
  const marker = new Mark(findMainText(document.body));
  const begin = performance.now();
  for (let i = 0; i < terms.length; i += BATCH) {
    const batch = terms.slice(i, i + BATCH);
    await new Promise<void>((done) => marker.mark(batch, { separateWordSearch: false, diacritics: false, done }));
  }
  const took = laidOut(begin);
  await new Promise<void>((done) => marker.unmark({ done }));
  return took;
}

/** The way round its list of terms: one regular expression of all of them, the longest first. */
async function markjsRegExp(): Promise<number> {
  const marker = new Mark(findMainText(document.body));
  const begin = performance.now();
  const longestFirst = terms.toSorted((a, b) => b.length - a.length);
  const any = new RegExp(longestFirst.map((term) => term.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join('|'), 'g');
  await new Promise<void>((done) => marker.markRegExp(any, { done }));
  const took = laidOut(begin);
  await new Promise<void>((done) => marker.unmark({ done }));
  return took;
}

async function floor(): Promise<number> {
  const begin = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const highlight = new Highlight();
  while (walker.nextNode()) {
    const { data } = walker.currentNode as Text;
    for (const term of terms) {
      for (let at = data.indexOf(term); at >= 0; at = data.indexOf(term, at + term.length)) {
        const range = { startContainer: walker.currentNode, endContainer: walker.currentNode };
        highlight.add(new StaticRange({ ...range, startOffset: at, endOffset: at + term.length }));
      }
    }
  }
  CSS.highlights.set('floor', highlight);
  const took = laidOut(begin);
  CSS.highlights.delete('floor');
  return took;
}

function laidOut(begin: number): number {
  document.body.getBoundingClientRect();
  return performance.now() - begin;
}

/** How many ranges are painted in all of our layers. */
export function painted(): number {
  return [...CSS.highlights].reduce((sum, [, { size }]) => sum + size, 0);
}

export const works = { overlay, overlayInPage, markjs, markjsRegExp, floor };
export const termCount = terms.length;

/** What the pointer costs: milliseconds of each listener's call and each frame's, frames from a dwell's end to its card. */
export const log = { handler: [] as number[], frame: [] as number[], cards: [] as number[], roots: [] as ShadowRoot[] };

/** Lets the overlay that starts next be listened to: the functions that it asks the page for are timed. */
export function observe(): void {
  const { addEventListener, requestAnimationFrame, setTimeout } = window;
  const timed =
    <Args extends unknown[]>(action: (...args: Args) => void, into: number[]) =>
    (...args: Args) => {
      const begin = performance.now();
      action(...args);
      into.push(performance.now() - begin);
    };
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    log.roots.push(root);
    return root;
  };
  const isShown = () => log.roots.some((root) => root.querySelector('.card')?.getClientRects().length);
  const countFrames = (frames: number) => {
    requestAnimationFrame(() => {
      if (isShown()) log.cards.push(frames);
      else if (frames < 60) countFrames(frames + 1);
    });
  };
  const listen = (type: string, listener: (event: Event) => void, options: AddEventListenerOptions) =>
    addEventListener(type, type === 'pointermove' ? timed(listener, log.handler) : listener, options);
  const dwell = (action: () => void, delay?: number) =>
    setTimeout(() => {
      action();
      if (delay === DWELL) countFrames(1);
    }, delay);
  Object.assign(window, {
    addEventListener: listen,
    requestAnimationFrame: (action: FrameRequestCallback) => requestAnimationFrame(timed(action, log.frame)),
    setTimeout: dwell,
  });
}
