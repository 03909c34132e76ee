import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames, builds, type LaunchedBrowser, launchBrowser } from '../../tools/browser';
import { listenTo } from '../../tools/noise';
import { ownWorld, type View } from '../../tools/ownWorld';
import { address, sitePages } from '../../tools/pages';
import { card, dismiss, documentOf, hover, marks, overlay, painted, rectsOf } from '../../tools/reading';
import { type Site, startSite } from '../../tools/site';
import { until } from '../../tools/until';

const screens = join(import.meta.dirname, '../../.output/screens');

/** The last words of the report's text: once they are there, so is all before them. */
const LAST = '最美地级市而不懈奋斗！';

interface MakeUp {
  name: string;
  url: string;
  /** Brings the report on the page, where it is not there by itself. */
  enter?: (page: Page) => Promise<void>;
}

const makeUps: MakeUp[] = [
  { name: 'trs', url: address.report },
  { name: 'breaks', url: address.breaks },
  { name: 'cell', url: address.cell },
  { name: 'wechat', url: address.wechat },
  { name: 'columns', url: address.columns },
  { name: 'framed', url: address.framed },
  { name: 'late', url: address.late },
  { name: 'routes', url: address.routes, enter: (page) => page.click('button[value="hengyang-2020"]') },
];

/** What the page's own scripts could find by looking at their global object. */
const globalsOf = (view: View) => (view as Page).evaluate(() => Object.getOwnPropertyNames(window).sort());

describe.each(browserNames)('the report in eight make-ups in %s', (name) => {
  let site: Site;
  let bare: LaunchedBrowser;
  let browser: LaunchedBrowser;

  beforeAll(async () => {
    await mkdir(screens, { recursive: true });
    site = await startSite(sitePages());
    bare = await launchBrowser(name, { proxy: { address: site.address } });
    browser = await launchBrowser(name, { extensionDir: builds[name], proxy: { address: site.address } });
  });
  afterAll(async () => {
    await bare?.close();
    await browser?.close();
    await site?.close();
  });

  /** Opens a make-up and waits until the report's text is there in full; the view is the page or the frame inside. */
  const open = async (page: Page, { url, enter }: MakeUp): Promise<View> => {
    await page.goto(url);
    await enter?.(page);
    const view = await until('报告所在的框架', async () => (url === address.framed ? page.frames()[1] : page));
    await until('报告全文', () =>
      ownWorld(view).evaluate((last) => document.body.textContent?.includes(last) ?? false, LAST),
    );
    return view;
  };

  it.each(makeUps)('$name', async (makeUp) => {
    const without = await bare.newTab();
    const plain = await open(without, makeUp);
    const [document, globals] = [await documentOf(plain), await globalsOf(plain)];
    await without.close();

    const page = await browser.newTab();
    const noise = listenTo(page);
    const view = await open(page, makeUp);

    // Read in the report: its first figures, its targets, a term of its first part and one of its last.
    await until('全文的标记', async () => {
      const { term = [], actual = [], target = [] } = await marks(view);
      return term.includes('六稳') && term.length > 20 && actual.length > 20 && target.length > 10;
    });
    const texts = (kind: 'actual' | 'target') => painted(view, kind).then((found) => found.map(unspaced));
    expect((await texts('actual')).slice(0, 5)).toEqual(['8%以上', '9%', '12%', '270.06亿元', '64.9%']);
    const plan = ['8.5%左右', '5%左右', '9%左右', '12%', '10.5%', '30%左右', '8.5%左右', '3.5%左右'];
    expect((await texts('target')).slice(0, plan.length)).toEqual(plan);

    const place = { text: '六稳' };
    await hover(view, place);
    await card(browser, view, '六稳', '稳就业');
    const [line] = await rectsOf(view, place);
    const [box] = (await overlay(browser, view))?.boxes ?? [];
    expect(overlap(line!, box!)).toBe(0);
    const size = await ownWorld(view).evaluate(() => ({ width: innerWidth, height: innerHeight }));
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(size.width);
    expect(box!.y).toBeGreaterThanOrEqual(0);
    expect(box!.y + box!.height).toBeLessThanOrEqual(size.height);

    expect(await documentOf(view)).toBe(document);
    expect(await globalsOf(view)).toEqual(globals);
    await dismiss(browser, view);
    expect(await documentOf(view)).toBe(document);
    expect(noise).toEqual([]);

    for (const scheme of ['light', 'dark'] as const) {
      await browser.setScheme(page, scheme);
      for (const width of [360, 768, 1440]) {
        await page.setViewport({ width, height: 900 });
        await hover(view, place);
        await card(browser, view, '六稳');
        await page.screenshot({ path: join(screens, `${name}-${makeUp.name}-${width}-${scheme}.png`) });
        const [line] = await rectsOf(view, place);
        const [box] = (await overlay(browser, view))?.boxes ?? [];
        expect(overlap(line!, box!), `${width} px`).toBe(0);
        await dismiss(browser, view);
      }
    }
    await browser.setScheme(page, 'light');
    await page.close();
  });

  it('follows a route to another report and away from every report', async () => {
    const page = await browser.newTab();
    const noise = listenTo(page);
    await open(page, makeUps.find(({ name }) => name === 'routes')!);
    await until('市报告的标记', async () => (await marks(page)).target?.includes('30%左右'));
    await page.click('button[value="shigu-2021"]');
    // The district's report plans for 2021: read in its page of targets.
    await until('区报告的标记', async () => {
      const { term = [], target = [] } = await marks(page);
      return term.length > 0 && target.length > 0 && !target.includes('30%左右');
    });
    await page.click('button[value="notice"]');
    await until('标记消失', async () => Object.values(await marks(page)).every((texts) => texts?.length === 0));
    expect(noise).toEqual([]);
    await page.close();
  });

  it('says nothing in the background', () => {
    expect(browser.backgroundNoise()).toEqual([]);
  });
});

const unspaced = (text: string) => text.replace(/\s/g, '');

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The area that two boxes share, in square pixels. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
