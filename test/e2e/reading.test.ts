import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames, builds, type LaunchedBrowser, launchBrowser } from '../../tools/browser';
import { address, reportText, sitePages } from '../../tools/pages';
import { card, dismiss, hover, jump, marks, noted, painted, writeNote } from '../../tools/reading';
import { type Site, startSite } from '../../tools/site';

describe.each(browserNames)('reading the poured 2020 report in %s', (name) => {
  const extensionDir = process.env.STUB ?? builds[name];
  let site: Site;
  let profileDir: string;
  let browser: LaunchedBrowser;
  let page: Page;

  const launch = async () => {
    browser = await launchBrowser(name, { extensionDir, profileDir, proxy: { address: site.address } });
    page = await browser.newTab();
    await page.goto(address.report);
  };
  beforeAll(async () => {
    site = await startSite(sitePages());
    profileDir = await mkdtemp(join(tmpdir(), 'report-margins-reading-'));
    await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });

  it('paints terms and figures', async () => {
    expect(await painted(page, 'term')).toContain('六稳');
    expect(await painted(page, 'actual')).toContain('9%');
  });

  it('explains a term and a figure under the pointer', async () => {
    await hover(page, { text: '六稳' });
    expect(await card(browser, page, '六稳')).toBeTruthy();
    await dismiss(browser, page);
    await hover(page, { text: '9%', after: '固定资产投资分别增长 ' });
    expect(await card(browser, page, '9%')).toContain('规模工业增加值');
    await dismiss(browser, page);
  });

  it('keeps a note over a reload and a restart of the browser', async () => {
    const place = { text: '千亿产业加快布局' };
    await writeNote(browser, page, place, '与 2012 年的提法比较');
    await page.reload();
    await noted(page, place.text);
    await browser.close();
    await launch();
    await noted(page, place.text);
  });

  it('jumps to the matching section in the reader', async () => {
    const landed = await jump(browser, page, { text: '千亿产业加快布局' });
    const text = reportText(landed.reportId);
    expect(text.slice(landed.start, landed.end)).toBeTruthy();
    await landed.page.close();
    expect(await marks(page)).toHaveProperty('term');
  });

  it('requests nothing but the page itself', () => {
    const own = new Set(Object.keys(sitePages()));
    expect(site.requests.filter(({ url }) => !own.has(url))).toEqual([]);
  });
});
