import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../tools/browser';
import { ownWorld } from '../../tools/ownWorld';
import { address, reportText, sitePages } from '../../tools/pages';
import {
  card,
  click,
  dismiss,
  follow,
  hover,
  landed,
  marks,
  noted,
  openEditor,
  openSections,
  overlay,
  painted,
  press,
  save,
  select,
  write,
} from '../../tools/reading';
import { type Site, startSite } from '../../tools/site';
import { until } from '../../tools/until';
import { launchWatched, type WatchedBrowser } from './watched';

describe.each(browserNames)('reading the poured 2020 report in %s', (name) => {
  let site: Site;
  let profileDir: string;
  let browser: WatchedBrowser;
  let page: Page;

  const launch = async () => {
    browser = await launchWatched(name, { profileDir, proxy: { address: site.address } });
    page = await browser.open(address.report);
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

  // Read in the report: the first paragraph of figures, and the sentence of the year's targets.
  it('paints terms and figures', async () => {
    expect(await painted(page, 'term')).toContain('六稳');
    const review = ['8% 以上', '9%', '12%', '270.06 亿元', '64.9%'];
    expect((await painted(page, 'actual')).slice(0, review.length)).toEqual(review);
    const plan = ['8.5%左右', '5%左右', '9%左右', '12%', '10.5%', '30%左右', '8.5%左右', '3.5%左右'];
    expect((await painted(page, 'target')).slice(0, plan.length)).toEqual(plan);
  });

  it('explains a term and a figure under the pointer', async () => {
    await hover(page, { text: '六稳' });
    expect(await card(browser, page, '六稳')).toBeTruthy();
    await dismiss(browser, page);
    await hover(page, { text: '9%', after: '固定资产投资分别增长 ' });
    expect(await card(browser, page, '9%')).toContain('规模以上工业增加值');
    const [box] = (await overlay(browser, page))?.boxes ?? [];
    const view = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(view.width);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(view.height);
    await dismiss(browser, page);
  });

  it('leads from a term to the place that defines it', async () => {
    await hover(page, { text: '六稳' });
    await card(browser, page, '六稳');
    const there = await landed(browser, () => click(browser, page, '到原文'));
    // The district report's appendix, its page 3.
    expect(there.reportId).toBe('shigu-2021');
    expect(there.passage).toContain('稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期');
    await there.page.close();
    await dismiss(browser, page);
  });

  it('leads from a term and from a figure to their pages in the reader', async () => {
    const opened = async (words: string, hash: string) => {
      await click(browser, page, words);
      const tab = await until(`打开的 ${hash}`, () =>
        browser.tabAt((url) => decodeURIComponent(url) === `${browser.origin}/reader.html${hash}`),
      );
      await until('页上的标题', () =>
        ownWorld(tab).evaluate(() => (document.querySelector('h1')?.textContent ?? '') !== ''),
      );
      const title = await ownWorld(tab).evaluate(() => document.querySelector('h1')?.textContent);
      await tab.close();
      await page.bringToFront();
      return title;
    };
    await hover(page, { text: '六稳' });
    await card(browser, page, '六稳');
    expect(await opened('全部报告', '#term/六稳六保')).toContain('六稳');
    await dismiss(browser, page);
    await hover(page, { text: '9%', after: '固定资产投资分别增长 ' });
    await card(browser, page, '9%');
    expect(await opened('全部报告', '#indicator/industrial_va_designated')).toContain('规模以上工业增加值');
    await dismiss(browser, page);
  });

  it('goes from mark to mark with the keyboard', async () => {
    await press(page, 'Alt', 'KeyJ');
    const first = await card(browser, page);
    await press(page, 'Alt', 'KeyJ');
    await until('另一张卡片', async () => (await card(browser, page)) !== first);
    await press(page, 'Alt', 'KeyK');
    await until('前一张卡片', async () => (await card(browser, page)) === first);
    await dismiss(browser, page);
  });

  it('offers a bar on a selection and takes it away on Escape', async () => {
    await select(page, { text: '千亿产业加快布局' });
    await until('选中文字后的工具条', async () => (await overlay(browser, page))?.bar);
    await dismiss(browser, page);
    await hover(page, { text: '六稳' });
    await card(browser, page, '六稳');
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

  it('changes and removes a note from its card', async () => {
    const place = { text: '重大活动精彩纷呈' };
    await hover(page, place);
    await card(browser, page, '这一句不能丢。');
    await click(browser, page, '修改');
    await until('旧的旁注回到编辑框', async () => (await overlay(browser, page))?.editing === '这一句不能丢。');
    await page.keyboard.press('End');
    await page.keyboard.type('改过了。');
    await save(browser, page, place.text);
    await hover(page, place);
    await card(browser, page, '这一句不能丢。改过了。');
    await click(browser, page, '删除');
    await click(browser, page, '确定删除');
    await until('旁注的标记消失', async () => !(await marks(page)).note?.includes(place.text));
  });

  // What the three reports say of governing by law, found by reading them.
  it.each([
    ['石鼓 2021', 'shigu-2021', '（二）要强化依法行政。'],
    ['衡阳 2012', 'hengyang-2012', '（一）全面推进依法行政。'],
  ])('jumps to the matching section of %s', async (short, id, opening) => {
    await openSections(browser, page, { text: '坚持依法行政' });
    const there = await follow(browser, page, short);
    expect(there.reportId).toBe(id);
    expect(there.passage).toMatch(new RegExp(`^${opening}`));
    expect(reportText(id).slice(there.start, there.end)).toMatch(new RegExp(`^${opening}`));
    await there.page.close();
    await dismiss(browser, page);
  });

  it('requests nothing but the page itself', () => {
    const own = new Set(Object.keys(sitePages()));
    expect(site.requests.filter(({ url }) => !own.has(url))).toEqual([]);
  });
});
