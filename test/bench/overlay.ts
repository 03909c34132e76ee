import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { reportIndex } from '../../lib/corpus/plugin';
import { builds, type LaunchedBrowser, launchBrowser } from '../../tools/browser';
import { address, reportText, sitePages } from '../../tools/pages';
import { pourReport } from '../../tools/pour';
import { painted } from '../../tools/reading';
import { startSite } from '../../tools/site';

export const name = 'overlay';

/** The length of the longest report at hand. */
const REPORT = 34_000;
const FRESH = 7;
const LATER = 15;
const WORKS = ['overlay', 'markjs', 'markjsRegExp', 'floor'] as const;
type Work = (typeof WORKS)[number];

const long = address.report.replace('2020', 'long');

/**
 * The complete overlay on the poured 2020 report in Chromium, beside mark.js marking the same terms and the least that
 * marking takes: milliseconds on fresh pages (median) and on the same page again (median). Then what the built
 * extension costs a page that it is installed beside, read from the browser's own trace.
 */
export async function run() {
  const seeds = ['hengyang-2020', 'hengyang-2012', 'shigu-2021'].map(reportText).join('\n');
  const pages = { ...sitePages(), [long]: { body: pourReport(seeds.slice(0, REPORT)) } };
  const site = await startSite(pages);
  const proxy = { address: site.address };
  const bare = await launchBrowser('chromium', { proxy });
  try {
    const script = await bundle();
    const marking = await measureMarking(bare, script);
    const pointer = await measurePointer(bare, script);
    await bare.close();
    if (!existsSync(builds.chromium)) throw new Error('the extension is not built; run npm run build first.');
    const beside = await launchBrowser('chromium', { extensionDir: builds.chromium, proxy });
    const extension = await measureExtension(beside).finally(() => beside.close());
    return { ...marking, pointer, extension };
  } finally {
    await bare.close();
    await site.close();
  }
}

/** The page's side as one script that sets the global `bench`. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      reportIndex(),
      {
        name: 'no-browser',
        resolveId: (id) => (id === '#imports' ? '\0browser' : undefined),
        load: (id) =>
          id === '\0browser'
            ? 'export const browser = {}; export const storage = { defineItem: () => ({}) };'
            : undefined,
      },
    ],
    build: {
      write: false,
      minify: true,
      lib: { entry: fileURLToPath(new URL('peers/overlayPage.ts', import.meta.url)), formats: ['iife'], name: 'bench' },
    },
  });
  const [{ output }] = built as unknown as [{ output: { code: string }[] }];
  return output[0]!.code;
}

/** What the page's side offers, as the functions handed to `evaluate` see it. */
declare const bench: typeof import('./peers/overlayPage');

async function measureMarking(browser: LaunchedBrowser, script: string) {
  const fresh: Record<Work, number[]> = { overlay: [], markjs: [], markjsRegExp: [], floor: [] };
  const later: Record<Work, number[]> = { overlay: [], markjs: [], markjsRegExp: [], floor: [] };
  let terms = 0;
  // In turns, so that a busy machine is busy for all of them.
  for (let i = 0; i < FRESH; i++) {
    for (const work of WORKS) {
      const page = await open(browser, address.report, script);
      terms = await page.evaluate(() => bench.termCount);
      fresh[work].push(await page.evaluate((each) => bench.works[each](), work));
      await page.close();
    }
  }
  const page = await open(browser, address.report, script);
  for (const work of WORKS) await page.evaluate((each) => bench.works[each](), work);
  for (let i = 0; i < LATER; i++) {
    for (const work of WORKS) {
      later[work].push(await page.evaluate((each) => bench.works[each](), work));
    }
  }
  await page.close();
  return { terms, firstRun: ratios(fresh), laterRuns: ratios(later) };
}

function ratios(times: Record<Work, number[]>) {
  const { overlay, markjs, markjsRegExp, floor } = Object.fromEntries(
    WORKS.map((work) => [work, median(times[work])]),
  ) as Record<Work, number>;
  return {
    milliseconds: round(overlay),
    peer: { 'mark.js': round(markjs), 'mark.js, one regular expression': round(markjsRegExp) },
    floor: round(floor),
    timesLessThanMarkJs: round(markjs / overlay),
    timesLessThanMarkJsWithOneRegularExpression: round(markjsRegExp / overlay),
    timesTheFloor: round(overlay / floor),
  };
}

/** Moves the mouse over a page with 2,000 marks, and rests it on marks until their cards show. */
async function measurePointer(browser: LaunchedBrowser, script: string) {
  const page = await browser.newTab();
  await page.evaluateOnNewDocument(() => {
    const log = { handler: [] as number[], frame: [] as number[], cards: [] as number[], roots: [] as ShadowRoot[] };
    Object.assign(window, { log });
    const listen = window.addEventListener;
    window.addEventListener = ((type: string, listener: (event: Event) => void, options: AddEventListenerOptions) =>
      listen(
        type,
        type === 'pointermove'
          ? (event) => {
              const begin = performance.now();
              listener(event);
              log.handler.push(performance.now() - begin);
            }
          : listener,
        options,
      )) as typeof listen;
    const request = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) =>
      request((time) => {
        const begin = performance.now();
        callback(time);
        log.frame.push(performance.now() - begin);
      });
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      const root = attach.call(this, init);
      log.roots.push(root);
      return root;
    };
    const wait = window.setTimeout;
    window.setTimeout = ((action: () => void, delay?: number) =>
      wait(() => {
        const begin = performance.now();
        action();
        if (delay !== 300) return;
        // The card is drawn in the first frame that begins after it was made; a frame is asked for after each one missed.
        let frames = 0;
        const look = () => {
          frames += 1;
          if (log.roots.some((root) => (root.querySelector('.card')?.getClientRects().length ?? 0) > 0)) {
            log.cards.push(frames);
            Object.assign(window, { cardTime: performance.now() - begin });
          } else if (frames < 30) request(look);
        };
        request(look);
      }, delay)) as typeof wait;
  });
  await page.goto(long);
  await page.addScriptTag({ content: script });
  // Four copies of the text make two thousand marks.
  await page.evaluate(async () => {
    const editor = document.querySelector('.TRS_Editor') as HTMLElement;
    editor.innerHTML = editor.innerHTML.repeat(4);
    await bench.start('all', new AbortController().signal).ready;
  });
  await page.bringToFront();
  const count = await page.evaluate(() => bench.painted());
  for (let i = 0; i < 300; i++) await page.mouse.move(200 + ((i * 37) % 800), 150 + ((i * 53) % 700));
  const { handler, frame } = await page.evaluate(() => (window as unknown as { log: Log }).log);
  const places = await page.evaluate(() => {
    const found: { x: number; y: number }[] = [];
    for (const [, highlight] of CSS.highlights) {
      for (const range of highlight) {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const { x, y, width, height } = live.getBoundingClientRect();
        if (y > 100 && y < 700 && found.length < 12) found.push({ x: x + Math.min(8, width / 2), y: y + height / 2 });
      }
    }
    return found;
  });
  for (const { x, y } of places) {
    await page.mouse.move(5, 5);
    await page.waitForFunction(
      () => !(window as unknown as { log: Log }).log.roots.some((root) => root.querySelector('.card')),
    );
    await page.mouse.move(x, y, { steps: 2 });
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const { cards } = await page.evaluate(() => (window as unknown as { log: Log }).log);
  await page.close();
  return {
    marks: count,
    moves: handler.length,
    'ms a move': round(median(handler)),
    'ms a frame with a move': round(median(frame)),
    'ms a frame with a move, p95': round(quantile(frame, 0.95)),
    hovers: cards.length,
    'frames from dwell to card': median(cards),
    'frames from dwell to card, most': Math.max(...cards),
  };
}

interface Log {
  handler: number[];
  frame: number[];
  cards: number[];
  roots: ShadowRoot[];
}

/** What the extension's scripts cost: in all on a page that is no report, and their longest task on a long report. */
async function measureExtension(browser: LaunchedBrowser) {
  const traces = async (url: string, settle: (page: Page) => Promise<unknown>) => {
    const found: ReturnType<typeof scriptsOf>[] = [];
    for (let i = 0; i < FRESH; i++) {
      const page = await browser.newTab();
      await page.tracing.start({
        categories: ['devtools.timeline', 'toplevel', 'v8', 'disabled-by-default-devtools.timeline'],
      });
      await page.goto(url);
      await settle(page);
      const trace = await page.tracing.stop();
      await page.close();
      found.push(scriptsOf(new TextDecoder().decode(trace)));
    }
    return found;
  };
  const notice = await traces(address.notice, () => new Promise((resolve) => setTimeout(resolve, 1500)));
  const report = await traces(long, async (page) => {
    await painted(page, 'term');
    await new Promise((resolve) => setTimeout(resolve, 2500));
  });
  return {
    characters: REPORT,
    'longest task ms': round(median(report.map(({ longest }) => longest))),
    'longest task ms, most': round(Math.max(...report.map(({ longest }) => longest))),
    'script ms on a report': round(median(report.map(({ script }) => script))),
    'script ms on no report': round(median(notice.map(({ script }) => script))),
    'script ms on no report, most': round(Math.max(...notice.map(({ script }) => script))),
  };
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args?: { data?: { url?: string; fileName?: string }; fileName?: string };
}

/** Milliseconds that scripts of the extension ran in all, and the longest task that held one. */
function scriptsOf(trace: string): { script: number; longest: number } {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const whole = traceEvents.filter(({ ph, dur }) => ph === 'X' && dur !== undefined) as (TraceEvent & {
    dur: number;
  })[];
  const ours = whole.filter(({ args }) =>
    /^chrome-extension:.*\/(detect|annotate|report-index)\.js/.test(
      args?.data?.url ?? args?.data?.fileName ?? args?.fileName ?? '',
    ),
  );
  const outermost = ours.filter((event) => !ours.some((other) => other !== event && holds(other, event)));
  const tasks = whole.filter(({ name }) => /RunTask$/.test(name));
  const held = tasks.filter((task) => outermost.some((event) => holds(task, event)));
  return {
    script: outermost.reduce((sum, { dur }) => sum + dur, 0) / 1000,
    longest: Math.max(0, ...held.map(({ dur }) => dur)) / 1000,
  };
}

type Timed = TraceEvent & { dur: number };

function holds(a: Timed, b: Timed): boolean {
  return a.pid === b.pid && a.tid === b.tid && a.ts <= b.ts && a.ts + a.dur >= b.ts + b.dur;
}

async function open(browser: LaunchedBrowser, url: string, script: string): Promise<Page> {
  const page = await browser.newTab();
  await page.goto(url);
  await page.addScriptTag({ content: script });
  return page;
}

function median(values: number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
