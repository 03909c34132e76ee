import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../tools/browser';
import { address, sitePages } from '../../tools/pages';
import { card, dismiss, hosted, hover, marks, overlay, painted, press } from '../../tools/reading';
import { until } from '../../tools/until';
import { type BrowserOnSite, launchOnSite } from './watched';

describe.each(browserNames)('manners on a host page in %s', (name) => {
  let browser: BrowserOnSite;

  beforeAll(async () => {
    browser = await launchOnSite(name);
  });
  afterAll(() => browser?.close());

  it('leaves the page as it is without the extension, with marks on it, a card over it and the card gone', async () => {
    for (const url of [address.report, address.strict, address.hostile, address.notice, address.elsewhere]) {
      const page = await browser.open(url);
      const isLeftAlone = url === address.notice || url === address.elsewhere;
      // Pages are looked at in turn: once a later one is painted, the earlier one has been looked at.
      const painting = isLeftAlone ? await browser.open(address.report) : page;
      await until('六稳的标记', async () => (await marks(painting)).term?.includes('六稳'));
      await browser.compare(page);
      if (isLeftAlone || url === address.hostile) continue;
      await page.bringToFront();
      await hover(page, { text: '六稳' });
      await card(browser, page, '六稳');
      expect(await hosted(page)).toBe(true);
      await browser.compare(page);
      await dismiss(browser, page);
      await browser.compare(page);
    }
  });

  it('works on text that only line breaks part', async () => {
    const page = await browser.open(address.breaks);
    expect(await painted(page, 'term')).toContain('六稳');
    await hover(page, { text: '六稳' });
    await card(browser, page, '六稳');
    await page.close();
  });

  it('works under a strict content security policy and violates nothing', async () => {
    const page = await browser.open(address.strict);
    expect(await painted(page, 'term')).toContain('六稳');
    await hover(page, { text: '六稳' });
    await card(browser, page, '六稳');
    // An unstyled card would be as wide as the window.
    expect((await overlay(browser, page))?.boxes[0]?.width).toBeLessThan(640);
    expect(browser.site.requests.map(({ url }) => url)).not.toContain(address.violations);
    await page.close();
  });

  it('gives way to a page that throws it out, and disturbs neither the page nor its reader', async () => {
    const page = await browser.open(address.hostile);
    const removals = () => page.evaluate(() => (window as unknown as { removals: number }).removals);
    await until('六稳的标记', () => page.evaluate(() => CSS.highlights.has('report-margins-term')));
    await hover(page, { text: '六稳' });
    await until('扩展的元素被页面移除', async () => (await removals()) > 0);
    for (let i = 0; i < 5; i += 1) await press(page, 'Alt', 'KeyJ');
    await page.keyboard.press('Escape');
    await browser.change(page, (view) => view.click('button[value="big"]'));
    expect(await page.evaluate(() => document.body.className)).toBe('big');
    expect(await removals()).toBeLessThan(30);
    await page.close();
  });

  it('does nothing on a page that is no report, until the reader asks', async () => {
    const notice = await browser.open(address.notice);
    const elsewhere = await browser.open(address.elsewhere);
    // Pages are looked at in turn: once a later one is painted, the earlier ones have been looked at.
    const report = await browser.open(address.report);
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
    for (const page of [notice, elsewhere, report]) await page.close();
  });

  it('keeps the reader page alive with the same marks and cards', async () => {
    const page = await browser.newTab();
    await browser.visit(page, 'reader.html#hengyang-2020');
    expect(await painted(page, 'term')).toContain('六稳');
    await hover(page, { text: '六稳' });
    await card(browser, page, '六稳');
    await page.close();
  });

  it('asks nothing of the network', () => {
    const own = new Set(Object.keys(sitePages()));
    expect(browser.site.requests.filter(({ url }) => !own.has(url))).toEqual([]);
  });
});
