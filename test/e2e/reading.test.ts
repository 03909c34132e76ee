import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames, builds, type LaunchedBrowser, launchBrowser } from '../../tools/browser';
import { address, reportText, sitePages } from '../../tools/pages';
import {
  card,
  dismiss,
  follow,
  hover,
  marks,
  noted,
  openEditor,
  openSections,
  overlay,
  painted,
  press,
  save,
  write,
} from '../../tools/reading';
import { type Site, startSite } from '../../tools/site';

describe.each(browserNames)('reading the poured 2020 report in %s', (name) => {
  const extensionDir = builds[name];
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
    expect(await card(browser, page, '9%')).toContain('规模以上工业增加值');
    await dismiss(browser, page);
  });

  it('keeps a note over a reload and a restart of the browser', async () => {
    const place = { text: '千亿产业加快布局' };
    const words = '与 2012 年的提法比较：“千亿”从何而来？';
    const recall = async () => {
      await noted(page, place.text);
      await hover(page, place);
      await card(browser, page, words);
      await dismiss(browser, page);
    };
    await openEditor(browser, page, place);
    await write(browser, page, words);
    await save(browser, page, place.text);
    await page.reload();
    await recall();
    await browser.close();
    await launch();
    await recall();
  });

  it('keeps a note in the editor while it cannot be stored', async () => {
    const place = { text: '重大活动精彩纷呈' };
    const words = '这一句不能丢。';
    await openEditor(browser, page, place);
    await write(browser, page, words);
    await browser.inBackground(`
      const stores = IDBObjectStore.prototype;
      IDBObjectStore.working = { put: stores.put, add: stores.add };
      stores.put = stores.add = () => { throw new DOMException('full', 'QuotaExceededError'); };
    `);
    await press(page, 'Control', 'Enter');
    await card(browser, page, '没有存下');
    expect((await overlay(browser, page))?.editing).toBe(words);
    expect((await marks(page)).note).not.toContain(place.text);
    await browser.inBackground('Object.assign(IDBObjectStore.prototype, IDBObjectStore.working);');
    await save(browser, page, place.text);
    expect((await marks(page)).note).toContain(place.text);
  });

  // What the three reports say of governing by law, found by reading them.
  it.each([
    ['石鼓 2021', 'shigu-2021', '（二）要强化依法行政。'],
    ['衡阳 2012', 'hengyang-2012', '（一）全面推进依法行政。'],
  ])('jumps to the matching section of %s', async (short, id, opening) => {
    await openSections(browser, page, { text: '坚持依法行政' });
    const landed = await follow(browser, page, short);
    expect(landed.reportId).toBe(id);
    expect(landed.passage).toMatch(new RegExp(`^${opening}`));
    expect(reportText(id).slice(landed.start, landed.end)).toMatch(new RegExp(`^${opening}`));
    await landed.page.close();
    await dismiss(browser, page);
  });

  it('requests nothing but the page itself', () => {
    const own = new Set(Object.keys(sitePages()));
    expect(site.requests.filter(({ url }) => !own.has(url))).toEqual([]);
  });
});
