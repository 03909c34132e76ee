import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'puppeteer-core';
import { build } from 'vite';
import { librarianPath } from '../../tools/askLibrary';
import { type BrowserName, browserNames, builds, launchBrowser } from '../../tools/browser';
import { reportText } from '../../tools/pages';
import { until } from '../../tools/until';
import { type Chance, chance } from './peers/edits';

export const name = 'library';

/** The length of a city's report. */
const REPORT = 20_000;
const SIZE = 300;
/** Reports whose adding is timed at each size. */
const TIMED = 100;
const ROUNDS = 12;
const BATCH = 20;
/** Words of a passage that one report in a hundred has. */
const RARE = '竹编非遗工坊';
const QUERIES = {
  absent: '玻璃栈道滑翔伞基地',
  rare: RARE,
  'a place': '水口山',
  'two words': '湘江 治理',
  'one character': '茶',
  common: '发展',
};
const PASSAGES = [
  '深入推进湘江保护和治理，抓好水口山、合江套等重点区域污染整治，关停沿江化工企业。',
  `扶持${RARE}十二家，带动两百名妇女在家门口就业，把老手艺做成新产业。`,
  '落实就业优先政策，做好高校毕业生、退役军人和农民工就业，开展职业技能培训。',
];

/**
 * The library in the built extension as it grows to `size` reports, made of the seeds' paragraphs in new orders: first
 * with a tenth of them, then with all. Times are milliseconds as a page sees them, median and 95th percentile.
 */
export async function run(size = SIZE, browsers: readonly BrowserName[] = browserNames) {
  const results: Record<string, unknown> = { reports: size, charactersEach: REPORT };
  for (const browser of browsers) {
    if (!existsSync(builds[browser])) throw new Error('the extension is not built; run npm run build first.');
    results[browser] = await measure(browser, size);
  }
  return results;
}

/** What the page's side offers, as the functions handed to `evaluate` see it. */
declare const bench: typeof import('./peers/libraryPage');

async function measure(name: BrowserName, size: number) {
  const browser = await launchBrowser(name, { extensionDir: builds[name] });
  try {
    const page = await browser.newTab();
    await browser.visit(page, 'options.html');
    await until('扩展的页面', async () => page.evaluate(() => location.protocol.endsWith('extension:')));
    await page.evaluate(await bundle());
    const { version } = JSON.parse(readFileSync(join(builds[name], 'manifest.json'), 'utf8'));
    const start = () => page.evaluate((path, by) => bench.connect(path, by), librarianPath(name), version);
    await start();
    const texts = recombined(size);
    const empty = await page.evaluate(() => bench.diskBytes());
    const small = await grow(page, start, texts.slice(0, size / 10), empty, 0);
    const large = await grow(page, start, texts.slice(size / 10), empty, size / 10);
    const ratio = (a: number, b: number) => round(a / b);
    return {
      [size / 10]: small,
      [size]: large,
      'as it grows ten times': {
        'time to add one': ratio(large.add.median, small.add.median),
        'time to open one': ratio(large.open.median, small.open.median),
        'bytes each': ratio(large.disk.bytesEach, small.disk.bytesEach),
      },
    };
  } finally {
    await browser.close();
  }
}

async function grow(page: Page, start: () => Promise<void>, texts: readonly string[], empty: number, before: number) {
  const times: number[] = [];
  for (let i = 0; i < texts.length; i += BATCH) {
    times.push(...(await page.evaluate((batch) => bench.add(batch), texts.slice(i, i + BATCH))));
  }
  // Mostly the reading of a text, which is most of adding it: what slows both down is the machine, not the library.
  const opened = await page.evaluate(() => bench.open(40));
  const count = before + texts.length;
  const bytes = (await page.evaluate(() => bench.diskBytes())) - empty;
  const search: Record<string, unknown> = {};
  for (const [kind, words] of Object.entries(QUERIES)) {
    const rounds: { first: number; end: number; reports: number }[] = [];
    for (let i = 0; i < ROUNDS; i++) rounds.push(await page.evaluate((each) => bench.search(each), words));
    search[kind] = {
      reports: rounds[0]!.reports,
      first: spread(rounds.map(({ first }) => first)),
      end: spread(rounds.map(({ end }) => end)),
    };
  }
  const scans: number[] = [];
  for (let i = 0; i < 3; i++) scans.push((await page.evaluate((each) => bench.plainScan(each), QUERIES.rare)).end);
  const cold: number[] = [];
  const warm: number[] = [];
  for (const passage of PASSAGES) {
    cold.push(await page.evaluate((words) => bench.ask('match', words), passage));
    for (let i = 0; i < ROUNDS; i++) warm.push(await page.evaluate((words) => bench.ask('match', words), passage));
  }
  const ask = async (what: 'list' | 'indicators' | 'figures' | 'definitions', words = '') => {
    const rounds: number[] = [];
    for (let i = 0; i < 5; i++) rounds.push(await page.evaluate((kind, each) => bench.ask(kind, each), what, words));
    return spread(rounds);
  };
  const exported = await page.evaluate(() => bench.exportAll());
  const memory = await heapOf(page);
  await start();
  const restarted = {
    list: round(await page.evaluate(() => bench.ask('list'))),
    search: round((await page.evaluate((each) => bench.search(each), QUERIES.rare)).end),
    memory: await heapOf(page),
  };
  return {
    add: spread(times.slice(-TIMED)),
    open: spread(opened),
    disk: {
      bytes,
      bytesEach: Math.round(bytes / count),
      'times the texts as UTF-8': round(bytes / count / (3 * REPORT)),
    },
    search,
    'plain scan of every text': spread(scans),
    match: { first: spread(cold), again: spread(warm) },
    list: await ask('list'),
    figures: await ask('figures', 'gdp'),
    indicators: await ask('indicators'),
    definitions: await ask('definitions', '三高四新'),
    export: exported,
    memory,
    'first answers of a new worker': restarted,
  };
}

/** Bytes that the worker holds after a collection, in buffers and as objects; null where the browser does not say. */
async function heapOf(page: Page): Promise<{ objects: number; buffers: number } | null> {
  const worker = page.workers().find((each) => each.url().includes('librarian'));
  if (!worker) return null;
  try {
    const { client } = worker as unknown as { client: CDPSession };
    await client.send('HeapProfiler.collectGarbage');
    const usage = (await client.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number };
    return { objects: usage.usedSize, buffers: usage.backingStorageSize ?? 0 };
  } catch {
    return null;
  }
}

/** Reports of as many made-up counties and years, each of paragraphs of the seeds in an order of its own. */
function recombined(size: number): string[] {
  const random = chance(2020);
  const paragraphs = ['hengyang-2012', 'hengyang-2020', 'shigu-2021']
    .flatMap((id) => reportText(id).split(/\n+/))
    .filter((paragraph) => paragraph.length > 60);
  return Array.from({ length: size }, (_, i) => reportOf(i, paragraphs, random));
}

const SYLLABLES = [...'安平清和永新长青白石东西南北金玉龙凤'];

function reportOf(i: number, paragraphs: readonly string[], random: Chance): string {
  const first = SYLLABLES[i % SYLLABLES.length]!;
  const second = SYLLABLES[Math.floor(i / SYLLABLES.length) % SYLLABLES.length]!;
  const county = `${first}${second}县`;
  // No two of one place and year: what looks like another carrier of a report is compared with it.
  const year = 1990 + Math.floor(i / SYLLABLES.length ** 2);
  const body: string[] = [];
  let length = 0;
  for (const paragraph of random.shuffled(paragraphs)) {
    if (length >= REPORT) break;
    body.push(paragraph);
    length += paragraph.length;
  }
  if (i % 100 === 5) body.splice(3, 0, `发展特色手工业。扶持${RARE}八家，举办技艺传承班十二期，带动农户增收。`);
  return [
    `${year}年${county}人民政府工作报告`,
    `——${year}年1月8日在${county}第十七届人民代表大会第三次会议上`,
    '各位代表：',
    `现在，我代表${county}人民政府，向大会报告政府工作，请予审议。`,
    `一、${year - 1}年工作回顾`,
    ...body.slice(0, body.length / 2),
    `二、${year}年工作安排`,
    ...body.slice(body.length / 2),
    `各位代表！让我们同心协力，为建设美好${county}而努力奋斗！`,
  ].join('\n\n');
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: { entry: fileURLToPath(new URL('peers/libraryPage.ts', import.meta.url)), formats: ['iife'], name: 'bench' },
    },
  });
  const [{ output }] = built as unknown as [{ output: { code: string }[] }];
  return output[0]!.code;
}

function spread(values: readonly number[]): { median: number; p95: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return { median: at(0.5), p95: at(0.95) };
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
