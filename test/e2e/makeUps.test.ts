import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../tools/browser';
import { frameOf, ownWorld, type View } from '../../tools/ownWorld';
import { address } from '../../tools/pages';
import {
  card,
  click,
  dismiss,
  hover,
  marks,
  overlay,
  painted,
  press,
  rectsOf,
  save,
  select,
  write,
} from '../../tools/reading';
import { until } from '../../tools/until';
import { launchOnSite, type WatchedBrowser } from './watched';

const screens = join(import.meta.dirname, '../../.output/screens');

/** The last words of the report's text: once they are there, so is all before them. */
const LAST = '最美地级市而不懈奋斗！';

interface MakeUp {
  name: string;
  url: string;
  /** Brings the report on the page, or waits for it, where it is not there with the page. */
  enter?: (page: Frame) => Promise<unknown>;
}

/** Waits until the report's text is there in full. */
const full = (view: Frame) =>
  until('报告全文', () => ownWorld(view).evaluate((last) => document.body.textContent?.includes(last) ?? false, LAST));

const makeUps: MakeUp[] = [
  { name: 'trs', url: address.report },
  { name: 'breaks', url: address.breaks },
  { name: 'cell', url: address.cell },
  { name: 'wechat', url: address.wechat },
  { name: 'columns', url: address.columns },
  { name: 'framed', url: address.framed },
  { name: 'late', url: address.late, enter: full },
  { name: 'routes', url: address.routes, enter: (page) => page.click('button[value="hengyang-2020"]') },
];

describe.each(browserNames)('the report in eight make-ups in %s', (name) => {
  let browser: WatchedBrowser;

  beforeAll(async () => {
    await mkdir(screens, { recursive: true });
    browser = await launchOnSite(name);
  });
  afterAll(() => browser?.close());

  /** Opens a make-up and waits until the report's text is there in full; the view is the page or the frame inside. */
  const open = async (page: Page, { url, enter }: MakeUp): Promise<View> => {
    await page.goto(url);
    if (enter) await browser.change(page, enter);
    const view = await until('报告所在的框架', async () => (url === address.framed ? page.frames()[1] : page));
    await full(frameOf(view));
    return view;
  };

  it.each(makeUps)('$name', async (makeUp) => {
    const page = await browser.newTab();
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

    await browser.compare(page);
    await dismiss(browser, view);

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

  it.each(makeUps)('is written on, walked, listed, thinned out and followed: $name', async (makeUp) => {
    const page = await browser.newTab();
    const view = await open(page, makeUp);
    await painted(view, 'term');

    const place = { text: '千亿产业加快布局' };
    await select(view, place);
    await until('工具条', async () => (await overlay(browser, view))?.bar);
    await press(view, 'Alt', 'KeyM');
    await until('编辑框', async () => (await overlay(browser, view))?.editing === '');
    await write(browser, view, '写在页边的话。');
    await save(browser, view, place.text);
    await ownWorld(view).evaluate(() => getSelection()?.removeAllRanges());
    await hover(view, place);
    await card(browser, view, '写在页边的话。');
    await click(browser, view, '删除');
    await click(browser, view, '确定删除');
    await until('旁注的标记消失', async () => !(await marks(view)).note?.length);

    await press(view, 'Alt', 'KeyJ');
    const first = await card(browser, view);
    await press(view, 'Alt', 'KeyJ');
    await until('另一张卡片', async () => (await card(browser, view)) !== first);
    await dismiss(browser, view);

    const path = `${browser.origin}/sidepanel.html`;
    const panel = await until('侧栏', async () => {
      await page.bringToFront();
      await browser.inBackground(
        `(globalThis.browser ?? chrome).tabs.create({ active: false, url: '/sidepanel.html' })`,
      );
      return until('侧栏', () => browser.tabAt((url) => url === path), 5000).catch(() => null);
    });
    await until('目录里的一章', () =>
      ownWorld(panel).evaluate(() => {
        const button = Array.from(document.querySelectorAll('button')).find(({ textContent }) =>
          textContent?.includes('坚持依法行政'),
        );
        button?.click();
        return button !== undefined;
      }),
    );
    await until('页面走到这一章', async () => (await marks(view)).current?.[0]?.includes('坚持依法行政'));
    await panel.close();

    const off = { density: { terms: 'off', figures: 'all', notes: 'all' }, explain: 'all', known: [], offSites: [] };
    const storage = '(globalThis.browser ?? chrome).storage.local';
    await browser.inBackground(`${storage}.set({ settings: ${JSON.stringify({ ...off, language: 'auto' })} })`);
    await until('没有名词', async () => (await marks(view)).term?.length === 0);
    await browser.inBackground(`${storage}.remove('settings')`);
    await painted(view, 'term');

    await browser.change(view, (there) =>
      there.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const text = walker.currentNode as Text;
          if (text.data.includes('270.06')) text.data = text.data.replace('270.06', '270.99');
        }
      }),
    );
    await until('改过的数字', async () => (await painted(view, 'actual')).some((text) => text.startsWith('270.99')));
    await page.close();
  });

  it('follows a route to another report and away from every report', async () => {
    const page = await browser.newTab();
    await open(page, makeUps.find(({ name }) => name === 'routes')!);
    await until('市报告的标记', async () => (await marks(page)).target?.includes('30%左右'));
    await browser.change(page, (view) => view.click('button[value="shigu-2021"]'));
    // The district's report plans for 2021: read in its page of targets.
    await until('区报告的标记', async () => {
      const { term = [], target = [] } = await marks(page);
      return term.length > 0 && target.length > 0 && !target.includes('30%左右');
    });
    await browser.change(page, (view) => view.click('button[value="notice"]'));
    await until('标记消失', async () => Object.values(await marks(page)).every((texts) => texts?.length === 0));
    await page.close();
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
