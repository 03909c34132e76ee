import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium } from './chromium';
import { launchFirefox } from './firefox';
import { ownWorld, type View } from './ownWorld';

export type BrowserName = 'chromium' | 'firefox';
export const browserNames: readonly BrowserName[] = ['chromium', 'firefox'];

/** Each browser's Debian package and where it puts the program; tools/setup.mjs installs by the same list. */
const programs: Record<BrowserName, { package: string; paths: string[] }> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'browsers.json'), 'utf8'),
);

/** The built extension of each browser, as `npm run build` leaves it. */
export const builds: Record<BrowserName, string> = {
  chromium: join(import.meta.dirname, '../.output/chrome-mv3'),
  firefox: join(import.meta.dirname, '../.output/firefox-mv3'),
};

export interface LaunchOptions {
  /** The directory of a built extension; left out, the browser starts bare. */
  extensionDir?: string | undefined;
  /** A profile that the caller keeps for the next launch; left out, a fresh one is made and removed again. */
  profileDir?: string | undefined;
  /** true when left out. */
  headless?: boolean | undefined;
  /** The way to the poured site; left out, the browser reaches the network as it would. */
  proxy?: SiteProxy | undefined;
}

export interface SiteProxy {
  /** host:port, see tools/site.ts. */
  address: string;
  /** The only host that goes through it, everything else going its usual way; left out, everything goes through it. */
  onlyFor?: string;
}

/** The proxy as a configuration script, for a proxy that is not for everything. */
export function proxyScript({ address, onlyFor }: SiteProxy): string {
  const script = `function FindProxyForURL(url, host) {
    return host === ${JSON.stringify(onlyFor)} ? 'PROXY ${address}' : 'DIRECT';
  }`;
  return `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(script).toString('base64')}`;
}

/** What a browser is launched with once the defaults are filled in. */
export interface LaunchPlan {
  executablePath: string;
  extensionDir: string | undefined;
  userDataDir: string;
  headless: boolean;
  proxy: SiteProxy | undefined;
  defaultViewport: { width: number; height: number } | null;
}

/** The pages of the extension that the browser shows in windows of its own. */
export type OwnWindow = 'popup.html' | 'sidepanel.html';

/** The things that Chromium and Firefox do each in their own way. */
export interface Driver {
  browser: Browser;
  /** chrome-extension://… or moz-extension://…, without a slash at the end; null when launched bare. */
  origin: string | null;
  /** Goes to a page of the extension; `path` is like reader.html#hengyang-2020. It may return before the page is there. */
  visit(page: Page, path: string): Promise<void>;
  /** Presses the extension's toolbar button with `page` in front, as the reader's click would. */
  pressToolbarButton(page: Page): Promise<void>;
  /**
   * Calls `read` with the closed shadow root of the first element that matches `host`, or with null when there is no
   * such element, and returns its JSON. `read` runs in the page and may use nothing from outside.
   */
  inShadow<T>(view: View, host: string, read: (root: ShadowRoot | null) => T): Promise<T>;
  /**
   * Evaluates an expression in the popup or the side panel that stands open as a window of the browser's own, not as a
   * tab, and returns its JSON. @throws Error when none stands open.
   */
  inOwnWindow<T>(path: OwnWindow, expression: string): Promise<T>;
  /** Clicks there, as the reader's mouse does. */
  clickInOwnWindow(path: OwnWindow, x: number, y: number): Promise<void>;
  /** The colour scheme that the reader prefers; in Firefox it holds for every tab. */
  setScheme(page: Page, scheme: 'light' | 'dark'): Promise<void>;
  /** Gives one of the extension's commands, as the key that the reader has set for it would, with `page` in front. */
  giveCommand(page: Page, command: string): Promise<void>;
  /** Runs a script in the extension's background, which must be awake: it is after a page has asked it something. */
  inBackground(script: string): Promise<void>;
  /** Stops the extension's background in the middle of whatever it does, as the browser may at any time. */
  stopBackground(): Promise<void>;
  /** What the extension's own background printed or threw since the launch. */
  backgroundNoise(): string[];
}

export interface LaunchedBrowser extends Driver {
  name: BrowserName;
  /**
   * Opens a tab to read in. The one that the browser starts with will not do: in a headless Firefox 153 it takes typed
   * text, but Enter presses no button there.
   */
  newTab(): Promise<Page>;
  /** The open tab whose address satisfies the test, or null. */
  tabAt(test: (url: string) => boolean): Promise<Page | null>;
  close(): Promise<void>;
}

/** The installed program of that name. @throws Error that says what to install. */
export function browserBinary(name: BrowserName): string {
  const program = programs[name];
  const found = program.paths.find((path) => existsSync(path));
  if (found) return found;
  throw new Error(`没有找到 ${name}，请先安装：apt-get install ${program.package}`);
}

/** Installs a built extension; without it the browser is of no use and is closed. */
export async function install(browser: Browser, extensionDir: string): Promise<string> {
  try {
    return await browser.installExtension(resolve(extensionDir));
  } catch (error) {
    await browser.close();
    throw new Error(`浏览器装不上 ${extensionDir} 里的扩展，请先 npm run build。`, { cause: error });
  }
}

export async function launchBrowser(name: BrowserName, options: LaunchOptions = {}): Promise<LaunchedBrowser> {
  const headless = options.headless ?? true;
  const userDataDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), 'report-margins-')));
  const discard = () => {
    if (!options.profileDir) rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  // However this process ends: puppeteer kills the browser on exit, and Ctrl+C ends the process at once.
  process.once('exit', discard);
  const driver = await (name === 'chromium' ? launchChromium : launchFirefox)({
    executablePath: browserBinary(name),
    extensionDir: options.extensionDir,
    userDataDir,
    headless,
    proxy: options.proxy,
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
  });

  return {
    ...driver,
    name,
    newTab: () => driver.browser.newPage(),
    async tabAt(test) {
      for (const page of await driver.browser.pages()) {
        // page.url() stays about:blank for extension pages in Firefox; the page itself knows better.
        const url = await ownWorld(page)
          .evaluate(() => location.href)
          .catch(() => '');
        if (test(url)) return page;
      }
      return null;
    },
    async close() {
      await driver.browser.close();
      process.off('exit', discard);
      discard();
    },
  };
}
