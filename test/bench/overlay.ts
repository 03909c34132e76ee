import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { reportIndex } from '../../lib/corpus/plugin';
import { builds, type LaunchedBrowser, launchBrowser } from '../../tools/browser';
import { address, reportText, sitePages } from '../../tools/pages';
import { pourReport } from '../../tools/pour';
import { startSite } from '../../tools/site';

export const name = 'overlay';

/** The length of the longest report at hand. */
const REPORT = 34_000;
const FRESH = 7;
const LATER = 15;
const WORKS = ['overlay', 'overlayInPage', 'markjs', 'markjsRegExp', 'floor'] as const;
type Work = (typeof WORKS)[number];

const long = address.report.replace('2020', 'long');

/** What the reading thread has read before: reports that are not the page's. */
const OTHERS = ['hengyang-2012', 'shigu-2021'].map(reportText);

/**
 * The complete overlay on the poured 2020 report in Chromium, beside mark.js marking the same terms and the least that
 * marking takes: milliseconds on fresh pages (median) and on the same page again (median). Then what the built
 * extension costs a page that it is installed beside, read from the browser's own trace.
 */
export async function run() {
  const seeds = ['hengyang-2020', 'hengyang-2012', 'shigu-2021'].map(reportText).join('\n');
  const pages = {
    ...sitePages(),
    [long]: { body: pourReport(seeds.slice(0, REPORT)) },
    [new URL('/reader.js', address.report).href]: {
      body: await bundle('peers/overlayReader.ts'),
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    },
  };
  const site = await startSite(pages);
  const proxy = { address: site.address };
  const bare = await launchBrowser('chromium', { proxy });
  try {
    const script = await bundle('peers/overlayPage.ts');
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

/** A module of this folder as one script that sets the global `bench`. */
async function bundle(entry: string): Promise<string> {
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
      lib: { entry: fileURLToPath(new URL(entry, import.meta.url)), formats: ['iife'], name: 'bench' },
    },
  });
  const [{ output }] = built as unknown as [{ output: { code: string }[] }];
  return output[0]!.code;
}

/** What the page's side offers, as the functions handed to `evaluate` see it. */
declare const bench: typeof import('./peers/overlayPage');

async function measureMarking(browser: LaunchedBrowser, script: string) {
  const fresh = noTimes();
  const asleep: number[] = [];
  const later = noTimes();
  let terms = 0;
  // In turns, so that a busy machine is busy for all of them.
  for (let i = 0; i < FRESH; i++) {
    for (const work of WORKS) {
      const page = await open(browser, address.report, script);
      terms = await page.evaluate(() => bench.termCount);
      if (isOurs(work)) await page.evaluate((...args) => bench.wake(...args), `${work} ${i}`, OTHERS);
      fresh[work].push(await page.evaluate((each) => bench.works[each](), work));
      await page.close();
    }
    const page = await open(browser, address.report, script);
    asleep.push(await page.evaluate(() => bench.works.overlay()));
    await page.close();
  }
  const page = await open(browser, address.report, script);
  for (const work of WORKS) await page.evaluate((each) => bench.works[each](), work);
  for (let i = 0; i < LATER; i++) {
    for (const work of WORKS) {
      later[work].push(await page.evaluate((each) => bench.works[each](), work));
    }
  }
  await page.close();
  return {
    terms,
    firstRun: { ...ratios(fresh), 'ms with the background asleep': round(median(asleep)) },
    laterRuns: ratios(later),
  };
}

function isOurs(work: Work): boolean {
  return work === 'overlay' || work === 'overlayInPage';
}

function noTimes(): Record<Work, number[]> {
  return { overlay: [], overlayInPage: [], markjs: [], markjsRegExp: [], floor: [] };
}

function ratios(times: Record<Work, number[]>) {
  const { overlay, overlayInPage, markjs, markjsRegExp, floor } = Object.fromEntries(
    WORKS.map((work) => [work, median(times[work])]),
  ) as Record<Work, number>;
  const against = (ours: number) => ({
    milliseconds: round(ours),
    timesLessThanMarkJs: round(markjs / ours),
    timesLessThanMarkJsWithOneRegularExpression: round(markjsRegExp / ours),
    timesTheFloor: round(ours / floor),
  });
  return {
    'until it is painted': against(overlay),
    'time of the page': against(overlayInPage),
    peer: { 'mark.js': round(markjs), 'mark.js, one regular expression': round(markjsRegExp) },
    floor: round(floor),
  };
}

/** Moves the mouse over a page with 2,000 marks, and rests it on marks until their cards show. */
async function measurePointer(browser: LaunchedBrowser, script: string) {
  const page = await browser.newTab();
  await page.goto(long);
  await page.addScriptTag({ content: script });
  // Four copies of the text make two thousand marks.
  await page.evaluate(async () => {
    bench.observe();
    const editor = document.querySelector('.TRS_Editor') as HTMLElement;
    editor.innerHTML = editor.innerHTML.repeat(4);
    await bench.start('all', new AbortController().signal).ready;
  });
  await page.bringToFront();
  const count = await page.evaluate(() => bench.painted());
  for (let i = 0; i < 300; i++) await page.mouse.move(200 + ((i * 37) % 800), 150 + ((i * 53) % 700));
  const { handler, frame } = await page.evaluate(() => bench.log);
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
    await page.waitForFunction(() => !bench.log.roots.some((root) => root.querySelector('.card')));
    await page.mouse.move(x, y, { steps: 2 });
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const { cards } = await page.evaluate(() => bench.log);
  await page.close();
  return {
    marks: count,
    moves: handler.length,
    // The page's clock goes in steps of 0.1 ms, so the mean says more than a median of 0 or 0.1.
    'ms a move': round(sum([...handler, ...frame]) / handler.length),
    'ms of its listener, median': round(median(handler)),
    'ms of its frame, median': round(median(frame)),
    'ms of its frame, p95': round(quantile(frame, 0.95)),
    hovers: cards.length,
    'frames from dwell to card': median(cards),
    'frames from dwell to card, most': Math.max(...cards),
  };
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
  // Asking whether the marks are there would be work in the page, too.
  const report = await traces(long, () => new Promise((resolve) => setTimeout(resolve, 5000)));
  return {
    characters: REPORT,
    'longest task ms': round(median(report.map(({ longest }) => longest))),
    'longest task ms, by the clock': round(median(report.map(({ wait }) => wait))),
    'all tasks on a report ms': round(median(report.map(({ all }) => all))),
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
  /** Microseconds that the thread itself ran. */
  tdur?: number;
  args?: { data?: { url?: string; fileName?: string }; fileName?: string };
}

/**
 * Milliseconds of the thread's own time, which a busy machine does not stretch: what scripts of the extension ran in
 * all, what all tasks took since the overlay came, rendering included, and the longest of them. `wait` is that by the clock.
 */
function scriptsOf(trace: string): { script: number; all: number; longest: number; wait: number } {
  const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
  const whole = traceEvents.filter(({ ph, dur }) => ph === 'X' && dur !== undefined) as (TraceEvent & {
    dur: number;
  })[];
  const ours = whole.filter(({ args }) => /^chrome-extension:.*\.js/.test(urlOf(args)));
  const outermost = ours.filter((event) => !ours.some((other) => other !== event && holds(other, event)));
  const tasks = whole.filter(({ name }) => /RunTask$/.test(name));
  // The reading goes on in timers of which the trace does not say whose they are; nothing else happens on the page then.
  const begins = Math.min(...outermost.filter(({ args }) => isOverlay(urlOf(args))).map(({ ts }) => ts));
  const [first] = outermost;
  const ofOverlay = tasks.filter(
    ({ pid, tid, ts, dur }) => pid === first?.pid && tid === first.tid && ts + dur >= begins,
  );
  return {
    script: sum(outermost.map(({ tdur = 0 }) => tdur)) / 1000,
    all: sum(ofOverlay.map(({ tdur = 0 }) => tdur)) / 1000,
    longest: Math.max(0, ...ofOverlay.map(({ tdur = 0 }) => tdur)) / 1000,
    wait: Math.max(0, ...ofOverlay.map(({ dur }) => dur)) / 1000,
  };
}

function urlOf(args: TraceEvent['args']): string {
  return args?.data?.url ?? args?.data?.fileName ?? args?.fileName ?? '';
}

function isOverlay(url: string): boolean {
  return /^chrome-extension:.*\/(annotate|report-index)\.js/.test(url);
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

function sum(values: number[]): number {
  return values.reduce((all, value) => all + value, 0);
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
