import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../tools/browser';
import { ownWorld } from '../../tools/ownWorld';
import { address } from '../../tools/pages';
import {
  card,
  click,
  dismiss,
  hover,
  leave,
  marks,
  overlay,
  painted,
  press,
  rectsOf,
  select,
} from '../../tools/reading';
import { until } from '../../tools/until';
import { launchOnSite, type WatchedBrowser } from './watched';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const term = { text: '六稳' };
/** On the same line as the first of them. */
const [one, other] = [{ text: '规模工业增加' }, { text: '地区生产总值' }];

describe.each(browserNames)('hovering, keys and touch in %s', (name) => {
  let browser: WatchedBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchOnSite(name);
    page = await browser.open(address.report);
    await painted(page, 'term');
  });
  afterAll(() => browser?.close());

  afterEach(async () => {
    await page.setViewport({ width: 1280, height: 900 });
    await inPage(`document.getElementById('bent')?.remove(); document.getElementById('fields')?.remove(); scrollTo(0, 0);
      getSelection().removeAllRanges()`);
    await leave(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  const cards = async () => (await overlay(browser, page))?.dialogs ?? [];
  const box = async () => (await overlay(browser, page))?.boxes[0];
  const inPage = (script: string) => ownWorld(page).evaluate((code) => void new Function(code)(), script);

  it('opens nothing for a pointer that only passes', async () => {
    for (const place of [one, other, term]) {
      const [rect] = await rectsOf(page, place);
      await page.mouse.move(rect!.x + 4, rect!.y + rect!.height / 2);
      await page.mouse.move(5, 5);
    }
    await pause(600);
    expect(await cards()).toEqual([]);
  });

  it('waits before the first card and not between marks', async () => {
    const open = async (place: typeof one, words: string) => {
      const [rect] = await rectsOf(page, place);
      const begin = performance.now();
      await page.mouse.move(rect!.x + 6, rect!.y + rect!.height / 2);
      await card(browser, page, words);
      return performance.now() - begin;
    };
    const first = await open(one, '工业增加值');
    const second = await open(other, '生产总值');
    expect(first).toBeGreaterThanOrEqual(300);
    expect(second).toBeLessThan(first);
    await dismiss(browser, page);
  });

  it('lets the pointer cross into the card and stay there', async () => {
    await hover(page, term);
    await card(browser, page, '六稳');
    const { x, y, width, height } = (await box())!;
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 8 });
    await pause(700);
    expect(await cards()).toHaveLength(1);
    // Back on the mark, however long.
    await hover(page, term);
    await pause(2500);
    expect(await cards()).toHaveLength(1);
    await leave(page);
    await until('卡片自己关闭', async () => (await cards()).length === 0);
  });

  const windows = [
    { zoom: '50 %', width: 2560, height: 1800, deviceScaleFactor: 0.5 },
    { zoom: '100 %', width: 1280, height: 900, deviceScaleFactor: 1 },
    { zoom: '200 %', width: 640, height: 450, deviceScaleFactor: 2 },
    { zoom: '300 %', width: 427, height: 300, deviceScaleFactor: 3 },
  ];
  it.each(windows)('keeps the card in the window and off the line at $zoom', async ({ zoom: _, ...size }) => {
    await page.setViewport(size);
    for (const edge of ['top', 'bottom', 'middle']) {
      await rectsOf(page, term);
      await ownWorld(page).evaluate((at) => {
        if (at !== 'middle')
          scrollBy({ top: at === 'top' ? innerHeight / 2 - 30 : 30 - innerHeight / 2, behavior: 'instant' });
      }, edge);
      await showsBeside(edge);
    }
  });

  const bent = [
    ['a transformed root', 'html { transform: translate(30px, 20px) scale(0.9); }'],
    ['a scrolled container', '.TRS_Editor { height: 260px; overflow: auto; }'],
    ['a zoomed page', 'html { zoom: 1.5; }'],
    ['columns', '.TRS_Editor { columns: 3; }'],
    ['text set upright', '.TRS_Editor { writing-mode: vertical-rl; height: 600px; width: 900px; overflow: auto; }'],
    ['a page that is turned a little', '.article { transform: rotate(2deg) skewX(3deg); transform-origin: 0 0; }'],
    [
      'a sticky box that scrolls',
      '.article { position: sticky; top: 0; height: 400px; overflow: scroll; contain: strict; }',
    ],
    ['text set from right to left', '.TRS_Editor { direction: rtl; }'],
  ];
  it.each(bent)('stays beside its mark in %s', async (_what, style) => {
    await inPage(
      `const style = document.createElement('style'); style.id = 'bent'; style.textContent = ${JSON.stringify(style)}; document.head.append(style)`,
    );
    await ownWorld(page).evaluate(() => document.querySelector('.TRS_Editor')?.scrollIntoView());
    await showsBeside('middle');
  });

  /** Hovers the term where it stands now, and looks where the card is. */
  const showsBeside = async (where: string) => {
    const line = await markBox(page, '六稳');
    await page.mouse.move(line.x + line.width / 2, line.y + line.height / 2 - 3);
    await page.mouse.move(line.x + line.width / 2, line.y + line.height / 2, { steps: 3 });
    await card(browser, page, '六稳');
    if (process.env.SHOTS) await page.screenshot({ path: `/tmp/shot-${name}-${Date.now()}.png` });
    const shown = (await box())!;
    const { width, height } = await ownWorld(page).evaluate(() => ({ width: innerWidth, height: innerHeight }));
    expect(shared(line, shown), where).toBeLessThan(2);
    expect(shown.x, where).toBeGreaterThanOrEqual(0);
    expect(shown.y, where).toBeGreaterThanOrEqual(0);
    expect(shown.x + shown.width, where).toBeLessThanOrEqual(width + 1);
    expect(shown.y + shown.height, where).toBeLessThanOrEqual(height + 1);
    expect(
      Math.min(Math.abs(shown.y - line.y - line.height), Math.abs(line.y - shown.y - shown.height)),
      where,
    ).toBeLessThan(40);
    // Eyes go down a page: a card stands below its line wherever it fits there.
    const fits = shown.height + 24 <= height - line.y - line.height;
    if (fits) expect(shown.y, where).toBeGreaterThanOrEqual(line.y + line.height - 2);
    await dismiss(browser, page);
  };

  it('opens on a tap and closes on a tap elsewhere', async () => {
    const [rect] = await rectsOf(page, term);
    await page.touchscreen.tap(rect!.x + rect!.width / 2, rect!.y + rect!.height / 2);
    await card(browser, page, '六稳');
    await page.touchscreen.tap(20, 300);
    await until('点别处以后卡片关闭', async () => (await cards()).length === 0);
  });

  it('shows the longest term first and the ones inside it one key away', async () => {
    await hover(page, { text: '规模工业增加值' });
    await card(browser, page, '规模以上工业增加值');
    await press(page, 'Alt', 'KeyL');
    await until('里面的名词', async () => /^规模以上(?!工业)/.test((await cards())[0] ?? ''));
    await dismiss(browser, page);
  });

  it('gives the focus and the selection back as they were', async () => {
    await page.focus('.tools button[value="big"]');
    await select(page, { text: '千亿产业加快布局' });
    await page.focus('.tools button[value="big"]');
    const state = () =>
      ownWorld(page).evaluate(() => `${(document.activeElement as HTMLButtonElement).value} ${getSelection()}`);
    const before = await state();
    await page.keyboard.press('Escape');
    await press(page, 'Alt', 'KeyJ');
    await until('卡片得到焦点', async () => (await overlay(browser, page))?.focus);
    await dismiss(browser, page);
    expect(await state()).toBe(before);
  });

  it('goes from section to section', async () => {
    await inPage('scrollTo(0, 0); getSelection().removeAllRanges()');
    const current = async () => (await marks(page)).current?.[0] ?? '';
    const step = async (key: 'KeyJ' | 'KeyK') => {
      const before = await current();
      await page.keyboard.down('Alt');
      await press(page, 'Shift', key);
      await page.keyboard.up('Alt');
      return until('走到另一章', async () => ((await current()) !== before ? current() : null));
    };
    const first = await step('KeyJ');
    const second = await step('KeyJ');
    expect(second).not.toBe(first);
    expect(await step('KeyK')).toBe(first);
    await dismiss(browser, page).catch(() => {});
  });

  it('offers a bar that keeps the selection, and none in editable fields', async () => {
    const place = { text: '千亿产业加快布局' };
    await select(page, place);
    await until('工具条', async () => (await overlay(browser, page))?.bar);
    const buttons = await browser.inShadow(page, 'report-margins', (root) =>
      Array.from(
        root!.querySelectorAll('[role="toolbar"] button'),
        (each) => each.getAttribute('aria-label') ?? each.textContent,
      ),
    );
    expect(buttons).toEqual(['记一笔', '划线（朱）', '划线（黄）', '划线（绿）', '划线（蓝）', '查', '引用']);
    await clickLabelled('划线（黄）');
    await until('黄色的划线', async () => (await marks(page))['note-yellow']?.includes(place.text));
    expect(await ownWorld(page).evaluate(() => String(getSelection()))).toBe(place.text);
    await inPage('getSelection().removeAllRanges()');

    await inPage(`const box = document.createElement('div'); box.id = 'fields'; box.style.cssText = 'position: fixed; inset: 0 0 auto; z-index: 9; background: #fff';
      box.innerHTML = '<textarea>重大活动精彩纷呈</textarea><input value="重大活动精彩纷呈"><p contenteditable>重大活动精彩纷呈</p>'; document.body.append(box)`);
    for (const field of ['textarea', 'input', 'p']) {
      await page.click(`#fields ${field}`);
      await press(page, 'Control', 'a');
      await page.click(`#fields ${field}`, { count: 3 });
      await pause(300);
      expect((await overlay(browser, page))?.bar, field).toBe(false);
    }
  });

  it('puts a citation of the selection on the clipboard', async () => {
    const place = { text: '全面做好“六稳”工作' };
    await select(page, place);
    await until('工具条', async () => (await overlay(browser, page))?.bar);
    await click(browser, page, '引用');
    expect(await ownWorld(page).evaluate(() => String(getSelection()))).toBe(place.text);
    await inPage(`const box = document.createElement('textarea'); box.id = 'fields';
      box.style.cssText = 'position: fixed; inset: 0 0 auto; z-index: 9; height: 80px'; document.body.append(box)`);
    await page.click('#fields');
    await page.keyboard.down('Control');
    await page.keyboard.press('v', { commands: ['Paste'] });
    await page.keyboard.up('Control');
    const pasted = await until('贴上的引文', () =>
      ownWorld(page).evaluate(() => (document.getElementById('fields') as HTMLTextAreaElement).value),
    );
    for (const part of [place.text, '衡阳市', '政府工作报告', address.report]) expect(pasted).toContain(part);
  });

  it('looks a selection up: its terms, the same words, the matching passages', async () => {
    await select(page, { text: '全面做好“六稳”工作' });
    await until('工具条', async () => (await overlay(browser, page))?.bar);
    await click(browser, page, '查');
    const found = await card(browser, page, '对应章节', '其中的名词', '收录报告里的同样文字');
    expect(found).toContain('六稳');
    expect(found).toMatch(/衡阳 20\d\d|石鼓 20\d\d/);
    await click(browser, page, '六稳六保');
    await card(browser, page, '稳就业');
    await dismiss(browser, page);
  });

  it('steps through one kind of mark by the commands that the reader may give keys', async () => {
    const current = async () => (await marks(page)).current?.[0] ?? '';
    const steps = async (kind: string, all: string[]) => {
      const seen: string[] = [];
      for (const by of ['next', 'next', 'previous']) {
        const before = await current();
        await browser.giveCommand(page, `${by}-${kind}`);
        seen.push(await until(`${by}-${kind}`, async () => ((await current()) !== before ? current() : null)));
      }
      expect(seen[2], kind).toBe(seen[0]);
      for (const text of seen) expect(all, kind).toContain(text);
      await dismiss(browser, page);
    };
    const { term = [], actual = [], target = [], number = [] } = await marks(page);
    await steps('term', term);
    await steps('figure', [...actual, ...target, ...number]);
    await browser.giveCommand(page, 'next-section');
    await until('下一章', current);
    expect(await current()).toMatch(/^(?:——|[一二三四]、|[（(][一二三四五六七八九十]+[）)])/);
    await browser.giveCommand(page, 'next-note');
    await card(browser, page);
    await dismiss(browser, page);
  });

  it('hears Escape where the focus is: around the frame of the report, and in a frame beside it', async () => {
    const framed = await browser.open(address.framed);
    const frame = await until('报告所在的框架', async () => framed.frames()[1]);
    await painted(frame, 'term');
    await browser.change(framed, (view) => view.click('.tools button[value="big"]'));
    await hover(frame, term);
    await card(browser, frame, '六稳');
    await framed.keyboard.press('Escape');
    await until('框架里的卡片关闭', async () => !(await overlay(browser, frame))?.dialogs.length);
    await framed.close();

    await page.bringToFront();
    await inPage(`const frame = document.createElement('iframe'); frame.id = 'fields'; frame.srcdoc = '<input>';
      frame.style.cssText = 'position: fixed; inset: 0 0 auto auto; width: 90px; height: 40px'; document.body.append(frame)`);
    const [x, y] = [1240, 20];
    // A frame that has not loaded yet takes no focus from a click.
    await until('旁边的框架得到焦点', async () => {
      await page.mouse.click(x, y);
      return ownWorld(page).evaluate(() => document.activeElement?.id === 'fields');
    });
    await hover(page, term);
    await card(browser, page, '六稳');
    await page.keyboard.press('Escape');
    await until('卡片关闭', async () => (await cards()).length === 0);
  });

  const clickLabelled = async (label: string) => {
    const boxes = await browser.inShadow(page, 'report-margins', (root) =>
      Array.from(root!.querySelectorAll('button[aria-label]'), (each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        return { label: each.getAttribute('aria-label'), x: x + width / 2, y: y + height / 2 };
      }),
    );
    const { x, y } = boxes.find((each) => each.label === label)!;
    await page.mouse.click(x, y);
  };

  it('pays no heed to events that a script made', async () => {
    const [rect] = await rectsOf(page, term);
    await leave(page);
    await inPage(`const at = { bubbles: true, clientX: ${rect!.x + 5}, clientY: ${rect!.y + 5}, pointerType: 'touch' };
      const target = document.elementFromPoint(at.clientX, at.clientY);
      for (const type of ['pointermove', 'pointerdown', 'pointerup', 'mousemove', 'click']) target.dispatchEvent(new PointerEvent(type, at));
      target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, altKey: true, code: 'KeyJ', key: 'j' }));`);
    await pause(500);
    expect(await cards()).toEqual([]);
  });
});

/** The box of the first occurrence of a text, where it stands. */
function markBox(page: Page, text: string) {
  return ownWorld(page).evaluate((words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const at = (walker.currentNode as Text).data.indexOf(words);
      if (at < 0) continue;
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + words.length);
      break;
    }
    const box = range.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight)
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    if (box.left < 0 || box.right > innerWidth) scrollBy({ left: box.left - innerWidth / 3, behavior: 'instant' });
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  }, text);
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The area that two boxes share, in square pixels. */
function shared(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
