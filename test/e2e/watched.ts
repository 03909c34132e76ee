import { setTimeout as pause } from 'node:timers/promises';
import type { Frame, GoToOptions, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { type BrowserName, builds, type LaunchedBrowser, type LaunchOptions, launchBrowser } from '../../tools/browser';
import { listenTo } from '../../tools/noise';
import { frameOf, ownWorld, pageOf, type View } from '../../tools/ownWorld';
import { sitePages } from '../../tools/pages';
import { host } from '../../tools/reading';
import { type Site, type SitePage, startSite } from '../../tools/site';
import { until } from '../../tools/until';

/**
 * A browser with the extension in which every tab is watched, whoever opened it.
 *
 * Before a host page goes, by closing, reloading or going on, it is compared with its twin: the same address in the same
 * browser without the extension, changed in the same way. Document, globals and console have to be the same. A page of
 * the extension and the background may say nothing at all. So no test has to ask for any of this, and none can forget.
 */
export interface WatchedBrowser extends LaunchedBrowser {
  /** Opens a host page in a tab of its own. */
  open(url: string): Promise<Page>;
  /** Does to a host page, or to a frame inside, what changes it there, and will do the same to its twin. */
  change<T>(view: View, does: (frame: Frame) => Promise<T>): Promise<T>;
  /** Compares a host page with its twin already now. */
  compare(page: Page): Promise<void>;
  /** Takes what the console of a page has said so far, in a test that has the page make it say so. */
  said(page: Page): string[];
  /** The browser of the twins. */
  bare(): Promise<LaunchedBrowser>;
}

/** A page that changes itself does so again within this time, in milliseconds, and is done with it within the other. */
const [REST, PATIENCE] = [1500, 15_000];

interface Heard {
  page: Page;
  noise: string[];
}

interface Tab extends Heard {
  /** The host page that it shows; null for a page of the extension. */
  url: string | null;
  /** What was done there, and in which of the page's frames. */
  changes: { frame: number; does: (frame: Frame) => Promise<unknown> }[];
  /** What the twin is after the last of the changes, once it was looked at. */
  known?: State | undefined;
}

/** What the scripts and the developer of a page can see of it. */
interface State {
  document: string;
  /** Each name among the properties of the page's windows and how often it is there, a line each. */
  globals: string;
  noise: string[];
}

/** A watched browser, and the site that is all that it can reach. */
export interface BrowserOnSite extends WatchedBrowser {
  site: Site;
}

/** Launches a browser with the extension as it is built, unless another is named. */
export async function launchWatched(name: BrowserName, options: LaunchOptions = {}): Promise<WatchedBrowser> {
  const browser = await launchBrowser(name, { extensionDir: builds[name], ...options });
  const tabs = new Map<Page, Tab>();
  /** The twins of pages that nothing was done to. */
  const untouched = new Map<string, State>();
  let launchingBare: Promise<LaunchedBrowser> | undefined;
  const bare = () => {
    launchingBare ??= launchBrowser(name, { proxy: options.proxy });
    return launchingBare;
  };
  let twin: Heard | undefined;

  const openTwin = async ({ url, changes }: Tab): Promise<Heard> => {
    if (!twin) {
      const page = await (await bare()).newTab();
      twin = { page, noise: listenTo(page) };
    }
    const { page, noise } = twin;
    await page.goto('about:blank');
    noise.length = 0;
    await page.goto(url!);
    for (const { frame, does } of changes) await does(await until('孪生页的框架', async () => page.frames()[frame]));
    return twin;
  };
  const compare = async (tab: Tab): Promise<void> => {
    const url = tab.url!;
    const known = tab.changes.length === 0 ? untouched.get(url) : tab.known;
    if (known && differences(await stateOf(tab), known).length === 0) return;
    const beside = await openTwin(tab);
    const begin = Date.now();
    let wanted: State;
    let lines: string[] = [];
    for (let changed = begin; ; await pause(100)) {
      const before = lines.join();
      wanted = await stateOf(beside);
      lines = differences(await stateOf(tab), wanted);
      if (lines.join() !== before) changed = Date.now();
      if (lines.length === 0 || Date.now() - changed > REST || Date.now() - begin > PATIENCE) break;
    }
    if (lines.length > 0) throw new Error([`${url} is not what it is without the extension.`, ...lines].join('\n'));
    if (tab.changes.length === 0) untouched.set(url, wanted);
    else tab.known = wanted;
  };
  /** Has a last look at what a tab shows, before that goes. */
  const leave = async (tab: Tab): Promise<void> => {
    try {
      if (tab.url) await compare(tab);
      else expect(tab.noise, 'the console of a page of the extension').toEqual([]);
    } finally {
      Object.assign(tab, { url: null, changes: [], known: undefined });
      tab.noise.length = 0;
    }
  };

  const watch = (page: Page): Tab => {
    const watched = tabs.get(page);
    if (watched) return watched;
    const tab: Tab = { page, url: null, changes: [], noise: listenTo(page) };
    tabs.set(page, tab);
    const { goto, reload, close } = page;
    page.goto = async (url: string, how?: GoToOptions) => {
      await leave(tab);
      if (url.startsWith('http')) {
        tab.url = url;
        // It is up by the time that the twin is wanted.
        void bare();
      }
      return goto.call(page, url, how);
    };
    page.reload = async (how) => {
      const { url } = tab;
      await leave(tab);
      tab.url = url;
      return reload.call(page, how);
    };
    page.close = async (how) => {
      await leave(tab).finally(() => close.call(page, how));
    };
    return tab;
  };
  // The extension opens tabs, too.
  browser.browser.on('targetcreated', async (target) => {
    const page = await target.page().catch(() => null);
    if (page) watch(page);
  });
  const newTab = async () => watch(await browser.newTab()).page;

  return {
    ...browser,
    newTab,
    async open(url) {
      const page = await newTab();
      await page.goto(url);
      return page;
    },
    async visit(page, path) {
      const tab = tabs.get(page);
      if (tab) await leave(tab);
      await browser.visit(page, path);
    },
    async change(view, does) {
      const page = pageOf(view);
      const frame = page.frames().indexOf(frameOf(view));
      const tab = tabs.get(page)!;
      tab.changes.push({ frame, does });
      tab.known = undefined;
      return does(frameOf(view));
    },
    compare: (page) => compare(tabs.get(page)!),
    said: (page) => tabs.get(page)!.noise.splice(0),
    bare,
    async close() {
      try {
        for (const tab of tabs.values()) await leave(tab);
        expect(browser.backgroundNoise(), 'the console of the background').toEqual([]);
      } finally {
        await Promise.all([browser.close(), launchingBare?.then((each) => each.close())]);
      }
    },
  };
}

/** The same on a site of its own, which closes with the browser. */
export async function launchOnSite(
  name: BrowserName,
  pages: Record<string, SitePage> = sitePages(),
): Promise<BrowserOnSite> {
  const site = await startSite(pages);
  const browser = await launchWatched(name, { proxy: { address: site.address } });
  const close = () => browser.close().finally(() => site.close());
  return { ...browser, site, close };
}

const stateOf = async ({ page, noise }: Heard): Promise<State> => ({
  document: await documentOf(page),
  globals: await globalsOf(page),
  noise: [...noise],
});

/** The documents of a page and its frames, the extension's own element aside. */
const documentOf = (page: Page): Promise<string> =>
  ownWorld(page).evaluate((own) => {
    const documents: Document[] = [document];
    const parts: string[] = [];
    for (let i = 0; i < documents.length; i += 1) {
      const each = documents[i]!;
      parts.push((each.documentElement.cloneNode(false) as Element).outerHTML);
      each.documentElement.childNodes.forEach((child) => {
        const { localName, outerHTML } = child as Element;
        if (localName !== own) parts.push(outerHTML ?? child.nodeValue ?? '');
      });
      // A text in two pieces is written as one in one piece is.
      const texts = each.evaluate('count(//text())', each, null, 1, null).numberValue;
      parts.push(`\n${texts} text nodes\n`);
      each.querySelectorAll('iframe').forEach(({ contentDocument }) => {
        if (contentDocument) documents.push(contentDocument);
      });
    }
    return parts.join('');
  }, host);

/** Asked in the page's own world, whose built-ins the page may have broken: nothing is used but the language. */
const globalsOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const counts = { __proto__: null } as unknown as Record<string, number>;
    const windows: Window[] = [window];
    for (let i = 0; i < windows.length; i += 1) {
      const each = windows[i]!;
      const names = Object.getOwnPropertyNames(each);
      for (let n = 0; n < names.length; n += 1) counts[names[n]!] = (counts[names[n]!] ?? 0) + 1;
      for (let f = 0; f < each.length; f += 1) windows[windows.length] = each[f]!;
    }
    let lines = '';
    for (const name in counts) lines += `${name} in ${counts[name]} windows\n`;
    return lines;
  });

/** What one has that the other has not, in lines; a document of millions of characters is not shown as a whole. */
function differences(found: State, wanted: State): string[] {
  const lines: string[] = [];
  if (found.noise.join('\n') !== wanted.noise.join('\n')) {
    lines.push(`console: ${JSON.stringify(found.noise)}, not ${JSON.stringify(wanted.noise)}`);
  }
  const without = (some: State, others: State) => {
    const known = new Set(others.globals.split('\n'));
    // Another number of frames is another number of everything.
    return some.globals
      .split('\n')
      .filter((line) => !known.has(line))
      .slice(0, 10);
  };
  for (const line of without(found, wanted)) lines.push(`global: ${line}`);
  for (const line of without(wanted, found)) lines.push(`no global: ${line}`);
  if (found.document !== wanted.document) {
    let same = 0;
    while (found.document[same] === wanted.document[same]) same += 1;
    const around = (text: string) => JSON.stringify(text.slice(Math.max(0, same - 100), same + 200));
    lines.push(`document: ${around(found.document)}, not ${around(wanted.document)}`);
  }
  return lines;
}
