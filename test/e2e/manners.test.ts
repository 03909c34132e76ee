import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames, builds, type LaunchedBrowser, launchBrowser } from '../../tools/browser';
import { listenTo } from '../../tools/noise';
import { address, sitePages } from '../../tools/pages';
import { card, dismiss, documentOf, hosted, hover, marks, overlay, painted, press } from '../../tools/reading';
import { type Site, startSite } from '../../tools/site';
import { until } from '../../tools/until';

/** What the page's own scripts could find by looking at their global object. */
const globalsOf = (page: Page) => page.evaluate(() => Object.getOwnPropertyNames(window).sort());

describe.each(browserNames)('manners on a host page in %s', (name) => {
  let site: Site;
  let browser: LaunchedBrowser;
  let noise: string[];

  const open = async (url: string) => {
    const page = await browser.newTab();
    noise = listenTo(page);
    await page.goto(url);
    return page;
  };
  const launch = async (extensionDir?: string) => {
    browser = await launchBrowser(name, { extensionDir, proxy: { address: site.address } });
  };
  beforeAll(async () => {
    site = await startSite(sitePages());
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('leaves the document and its global object as they are without the extension', async () => {
    const pages = [address.report, address.strict, address.hostile, address.notice, address.elsewhere];
    const stateOf = async (page: Page) => ({ document: await documentOf(page), globals: await globalsOf(page) });
    await launch();
    const bare = new Map<string, Awaited<ReturnType<typeof stateOf>>>();
    for (const url of pages) bare.set(url, await stateOf(await open(url)));
    await browser.close();

    await launch(builds[name]);
    for (const url of pages) {
      const page = await open(url);
      const isLeftAlone = url === address.notice || url === address.elsewhere;
      // Pages are looked at in turn: once a later one is painted, the earlier one has been looked at.
      const painting = isLeftAlone ? await browser.newTab() : page;
      if (isLeftAlone) await painting.goto(address.report);
      await until('六稳的标记', async () => (await marks(painting)).term?.includes('六稳'));
      expect(await stateOf(page), url).toEqual(bare.get(url));
      if (isLeftAlone || url === address.hostile) continue;
      await page.bringToFront();
      await hover(page, { text: '六稳' });
      await card(browser, page, '六稳');
      expect(await hosted(page)).toBe(true);
      expect(await stateOf(page), url).toEqual(bare.get(url));
      await dismiss(browser, page);
      expect(await stateOf(page), url).toEqual(bare.get(url));
    }
    expect(browser.pageNoise()).toEqual([]);
  });

  it('works on text that only line breaks part', async () => {
    const page = await open(address.breaks);
    expect(await painted(page, 'term')).toContain('六稳');
    await hover(page, { text: '六稳' });
    await card(browser, page, '六稳');
    expect(noise).toEqual([]);
    await page.close();
  });

  it('works under a strict content security policy and violates nothing', async () => {
    const page = await open(address.strict);
    expect(await painted(page, 'term')).toContain('六稳');
    await hover(page, { text: '六稳' });
    await card(browser, page, '六稳');
    // An unstyled card would be as wide as the window.
    expect((await overlay(browser, page))?.boxes[0]?.width).toBeLessThan(640);
    expect(noise).toEqual([]);
    expect(site.requests.map(({ url }) => url)).not.toContain(address.violations);
    await page.close();
  });

  it('gives way to a page that throws it out, and disturbs neither the page nor its reader', async () => {
    const page = await open(address.hostile);
    const removals = () => page.evaluate(() => (window as unknown as { removals: number }).removals);
    await until('六稳的标记', () => page.evaluate(() => CSS.highlights.has('report-margins-term')));
    await hover(page, { text: '六稳' });
    await until('扩展的元素被页面移除', async () => (await removals()) > 0);
    for (let i = 0; i < 5; i += 1) await press(page, 'Alt', 'KeyJ');
    await page.keyboard.press('Escape');
    await page.click('button[value="big"]');
    expect(await page.evaluate(() => document.body.className)).toBe('big');
    expect(await removals()).toBeLessThan(30);
    expect(noise).toEqual([]);
    await page.close();
  });

  it('does nothing on a page that is no report, until the reader asks', async () => {
    const notice = await open(address.notice);
    const heard = noise;
    const elsewhere = await open(address.elsewhere);
    // Pages are looked at in turn: once a later one is painted, the earlier ones have been looked at.
    const report = await open(address.report);
    await painted(report, 'term');
    for (const page of [notice, elsewhere]) {
      expect(await marks(page)).toEqual({});
      expect(await hosted(page)).toBe(false);
    }
    // A key that the reader has given a command reaches nobody here, and that is no error.
    await browser.giveCommand(notice, 'next-term');
    await browser.pressToolbarButton(elsewhere);
    expect(await painted(elsewhere, 'term')).toContain('六稳');
    expect(await marks(notice)).toEqual({});
    expect(heard).toEqual([]);
    for (const page of [notice, elsewhere, report]) await page.close();
  });

  it('keeps the reader page alive with the same marks and cards', async () => {
    const page = await browser.newTab();
    noise = listenTo(page);
    await browser.visit(page, 'reader.html#hengyang-2020');
    expect(await painted(page, 'term')).toContain('六稳');
    await hover(page, { text: '六稳' });
    await card(browser, page, '六稳');
    expect(noise).toEqual([]);
    await page.close();
  });

  it('says nothing in the background and asks nothing of the network', () => {
    expect(browser.backgroundNoise()).toEqual([]);
    const own = new Set(Object.keys(sitePages()));
    expect(site.requests.filter(({ url }) => !own.has(url))).toEqual([]);
  });
});
