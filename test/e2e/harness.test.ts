import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, browserNames, launchBrowser } from '../../tools/browser';
import { listenTo } from '../../tools/noise';
import { address, sitePages } from '../../tools/pages';
import { type Site, startSite } from '../../tools/site';
import { until } from '../../tools/until';
import { launchWatched, type WatchedBrowser } from './watched';

const fixture = join(import.meta.dirname, '../fixtures/rude-extension');

/** The fixture with the kind of background that the browser wants; each warns of the other's. */
async function rudeExtension(name: BrowserName): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'report-margins-rude-'));
  await cp(fixture, dir, { recursive: true });
  const path = join(dir, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  manifest.background = name === 'chromium' ? { service_worker: 'background.js' } : { scripts: ['background.js'] };
  await writeFile(path, JSON.stringify(manifest));
  return dir;
}

/** What the other end-to-end tests find absent must be found where it is: an extension without manners, and none at all. */
describe.each(browserNames)('what the tests can see in %s', (name) => {
  let site: Site;
  let browser: WatchedBrowser;
  let page: Page;
  let extensionDir: string;

  beforeAll(async () => {
    site = await startSite(sitePages());
    extensionDir = await rudeExtension(name);
  });
  afterAll(async () => {
    await site?.close();
    await rm(extensionDir, { recursive: true, force: true });
  });

  it('is the page alone without an extension', async () => {
    const browser = await launchBrowser(name, { proxy: { address: site.address } });
    const page = await browser.newTab();
    const noise = listenTo(page);
    await page.goto(address.strict, { waitUntil: 'networkidle0' });
    await browser.close();
    expect(noise).toEqual([]);
    expect(site.requests.filter(({ served }) => !served)).toEqual([]);
  });

  it('is every word, error, change and request of a rude one', async () => {
    browser = await launchWatched(name, { extensionDir, proxy: { address: site.address } });
    page = await browser.newTab();
    const noise = listenTo(page);
    await page.goto(address.strict);
    const asked = () => site.requests.filter(({ served }) => !served).map(({ url }) => url);
    await until('页面控制台里的一句话', async () => noise.some((line) => line.includes('a word in the console')));
    await until('页面里的错误', async () => noise.some((line) => line.includes('an error in the page')));
    for (const what of ['a word in the background', 'an error in the background']) {
      await until(`后台里的 ${what}`, async () => browser.backgroundNoise().some((line) => line.includes(what)));
    }
    // Firefox asks for https where an extension's page said http.
    await until('后台发出的请求', async () => asked().some((url) => /rude\.example(:443|\/background)/.test(url)));
    await until('内容脚本引起的请求', async () => asked().some((url) => /rude\.example(:443|\/content)/.test(url)));
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await until('违反内容安全策略的报告', async () => asked().includes(address.violations));
    expect(await page.evaluate(() => document.body.outerHTML)).toContain('rude');
  });

  it('is held against it by a watched browser, page by page', async () => {
    const error = String(await page.close().catch(String));
    await expect(browser.close()).rejects.toThrow('the console of the background');
    expect(error).toMatch(/^console: .*a word in the console/m);
    expect(error).toMatch(/^global: rude in 1 windows$/m);
    expect(error).toMatch(/^document: .*rude\.example/m);
  });
});
