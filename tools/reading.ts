import type { KeyInput, Page } from 'puppeteer-core';
import type { LaunchedBrowser } from './browser';
import { ownWorld, pageOf, type View } from './ownWorld';
import { Unkept, until } from './until';

/**
 * What a reader does on a page with the extension, and what there is to see. The tour (tools/start.ts) and the
 * end-to-end tests both read this way. Functions that are handed to `evaluate` run in the page: they use nothing from
 * outside but their arguments, and hold no named functions (tsx wraps those in a helper that pages lack).
 */

/** The extension's own element, the only thing that it adds to a page. */
export const host = 'report-margins';

export type Mark = 'term' | 'actual' | 'target' | 'note';

/** The texts under the extension's highlights, by the highlight's name without its prefix. Empty before painting. */
export function marks(view: View): Promise<Partial<Record<string, string[]>>> {
  return ownWorld(view).evaluate(() => {
    const found: Record<string, string[]> = {};
    CSS.highlights.forEach((highlight, name) => {
      if (!name.startsWith('report-margins-')) return;
      const texts: string[] = [];
      highlight.forEach((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        texts.push(live.toString());
      });
      found[name.slice('report-margins-'.length)] = texts;
    });
    return found;
  });
}

/** Waits until marks of that kind are painted, and returns their texts. */
export function painted(view: View, kind: Mark): Promise<string[]> {
  return until(`页面上的${{ term: '名词', actual: '实绩', target: '目标', note: '旁注' }[kind]}标记`, async () => {
    const texts = (await marks(view))[kind];
    return texts?.length ? texts : null;
  });
}

/** Whether the extension has put its element into the page. */
export const hosted = (view: View): Promise<boolean> =>
  ownWorld(view).evaluate((name) => document.querySelector(name) !== null, host);

export interface Place {
  /** The exact text; it may run over several nodes. */
  text: string;
  /** Which occurrence on the page, from 0. */
  nth?: number;
  /** The characters before the place, when the text alone says too little: its first occurrence after them counts. */
  after?: string;
}

/**
 * Scrolls a text into the middle of the window and returns its client rectangles, in reading order.
 * @throws Unkept when the page does not hold the text.
 */
export async function rectsOf(
  view: View,
  place: Place,
): Promise<{ x: number; y: number; width: number; height: number }[]> {
  const rects = await ownWorld(view).evaluate(
    ({ text, nth = 0, after = '' }) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const nodes: { node: Text; start: number }[] = [];
      let all = '';
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        if (node.parentElement?.closest('script, style, noscript')) continue;
        nodes.push({ node, start: all.length });
        all += node.data;
      }
      let at = after ? all.indexOf(after) : 0;
      if (at >= 0) at = all.indexOf(text, at + after.length);
      for (let i = 0; i < nth && at >= 0; i += 1) at = all.indexOf(text, at + 1);
      if (at < 0) return null;
      const range = document.createRange();
      for (const { node, start } of nodes) {
        if (at >= start && at < start + node.length) range.setStart(node, at - start);
        const end = at + text.length;
        if (end > start && end <= start + node.length) range.setEnd(node, end - start);
      }
      const box = range.getBoundingClientRect();
      window.scrollBy({
        top: box.top - (window.innerHeight - box.height) / 2,
        left: box.right > window.innerWidth || box.left < 0 ? box.left - window.innerWidth / 3 : 0,
        behavior: 'instant',
      });
      return Array.from(range.getClientRects(), ({ x, y, width, height }) => ({ x, y, width, height }));
    },
    place as { text: string; nth?: number; after?: string },
  );
  const seen = rects?.filter(({ width, height }) => width > 0 && height > 0);
  if (!seen?.length) throw new Unkept(`页面上没有找到“${place.text}”`);
  return seen;
}

/** Where a view's own coordinates begin in the window: not at its corner for a frame. */
const cornerOf = (view: View): Promise<{ x: number; y: number }> =>
  ownWorld(view).evaluate(() => {
    const { x, y } = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 };
    return { x, y };
  });

/** Moves the mouse onto a text, from a little outside, as a hand does. */
export async function hover(view: View, place: Place): Promise<void> {
  const [rect] = await rectsOf(view, place);
  const { x, y, width, height } = rect as { x: number; y: number; width: number; height: number };
  const corner = await cornerOf(view);
  await pageOf(view).mouse.move(corner.x + x + width / 2, corner.y + y - 30);
  await pageOf(view).mouse.move(corner.x + x + width / 2, corner.y + y + height / 2, { steps: 4 });
}

/** Moves the mouse away from everything. */
export const leave = (view: View): Promise<void> => pageOf(view).mouse.move(2, 2, { steps: 2 });

/** Selects a text with the mouse. @throws Unkept when something else got selected. */
export async function select(view: View, place: Place): Promise<void> {
  const rects = await rectsOf(view, place);
  const first = rects[0] as (typeof rects)[0];
  const last = rects.at(-1) as (typeof rects)[0];
  const corner = await cornerOf(view);
  await pageOf(view).mouse.move(corner.x + first.x + 1, corner.y + first.y + first.height / 2);
  await pageOf(view).mouse.down();
  const end = { x: corner.x + last.x + last.width - 1, y: corner.y + last.y + last.height / 2 };
  await pageOf(view).mouse.move(end.x, end.y, { steps: 6 });
  await pageOf(view).mouse.up();
  const selected = await ownWorld(view).evaluate(() => String(getSelection()));
  if (selected !== place.text) throw new Unkept(`想选中“${place.text}”，选中的却是“${selected}”`);
}

/** Presses a key while another is held. */
export async function press(view: View, held: KeyInput, key: KeyInput): Promise<void> {
  await pageOf(view).keyboard.down(held);
  await pageOf(view).keyboard.press(key);
  await pageOf(view).keyboard.up(held);
}

export interface Overlay {
  /** Whether the bar of a selection is open. */
  bar: boolean;
  /** The texts of the open dialogs, white space folded. */
  dialogs: string[];
  /** Where each of them stands in the window. */
  boxes: { x: number; y: number; width: number; height: number }[];
  /** Whether a note editor has the focus, and what stands in it. */
  editing: string | null;
  /** The element that has the focus inside the overlay, as tag and text. */
  focus: string | null;
}

/** What the extension shows over the page; null without its element. */
export function overlay(browser: LaunchedBrowser, view: View): Promise<Overlay | null> {
  return browser.inShadow(view, host, (root) => {
    if (!root) return null;
    const open = Array.from(root.querySelectorAll<HTMLElement>('[role="dialog"]')).filter(
      (dialog) => dialog.getClientRects().length > 0,
    );
    const active = root.activeElement;
    return {
      bar: (root.querySelector('[role="toolbar"]')?.getClientRects().length ?? 0) > 0,
      dialogs: open.map((dialog) => dialog.innerText.replace(/\s+/g, ' ').trim()),
      boxes: open.map((dialog) => {
        const { x, y, width, height } = dialog.getBoundingClientRect();
        return { x, y, width, height };
      }),
      editing: active instanceof HTMLTextAreaElement ? active.value : null,
      focus: active ? `${active.localName} ${active.textContent}` : null,
    };
  });
}

/** Waits for an open card whose text holds all of `words`, and returns the text. */
export function card(browser: LaunchedBrowser, view: View, ...words: string[]): Promise<string> {
  return until(words.length ? `写着“${words.join('”“')}”的卡片` : '卡片', async () => {
    const shown = await overlay(browser, view);
    return shown?.dialogs.find((text) => words.every((word) => text.includes(word)));
  });
}

/** Clicks the button of the open card that says `words`, where it is seen: a card that is too long for it scrolls. */
export async function click(browser: LaunchedBrowser, view: View, words: string): Promise<void> {
  const button = await until(`写着“${words}”的按钮`, async () => {
    const buttons = await browser.inShadow(view, host, (root) =>
      Array.from(root?.querySelectorAll('button') ?? [], (each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        return { label: each.textContent ?? '', x: x + width / 2, y: y + height / 2 };
      }),
    );
    return buttons.find(({ label }) => label.includes(words));
  });
  const corner = await cornerOf(view);
  await pageOf(view).mouse.click(corner.x + button.x, corner.y + button.y);
}

/** Closes what is open with Escape and waits until nothing is. */
export async function dismiss(browser: LaunchedBrowser, view: View): Promise<void> {
  await leave(view);
  await pageOf(view).keyboard.press('Escape');
  await until('卡片关闭', async () => {
    const shown = await overlay(browser, view);
    return shown?.dialogs.length === 0 && !shown.bar;
  });
}

/** Selects a text and opens the note editor on it; returns once the editor has the keyboard. */
export async function openEditor(browser: LaunchedBrowser, view: View, place: Place): Promise<void> {
  await select(view, place);
  await press(view, 'Alt', 'KeyM');
  await until('旁注编辑框得到焦点', async () => (await overlay(browser, view))?.editing === '');
}

/** Types into the open editor. */
export async function write(browser: LaunchedBrowser, view: View, words: string): Promise<void> {
  await pageOf(view).keyboard.type(words);
  await until('写进编辑框的旁注', async () => (await overlay(browser, view))?.editing === words);
}

/** Saves with Ctrl+Enter; returns once the note is painted on its text and the editor is gone. */
export async function save(browser: LaunchedBrowser, view: View, text: string): Promise<void> {
  await press(view, 'Control', 'Enter');
  await noted(view, text);
  await until('编辑框关闭', async () => (await overlay(browser, view))?.editing === null);
}

/** Waits until a note is painted on exactly that text. */
export function noted(view: View, text: string): Promise<true> {
  return until(`“${text}”上的旁注标记`, async () => (await marks(view)).note?.includes(text) || null);
}

/** Where the reader page landed: `#reportId@start-end` of its address, and what is marked there. */
export interface Landing {
  page: Page;
  reportId: string;
  start: number;
  end: number;
  /** The marked passage as the reader page shows it. */
  passage: string;
}

/** Selects a text and opens 对应章节 for it; returns what the list says. */
export async function openSections(browser: LaunchedBrowser, view: View, place: Place): Promise<string> {
  await select(view, place);
  await press(view, 'Alt', 'KeyS');
  await until('“对应章节”列表得到焦点', async () => (await overlay(browser, view))?.focus);
  return card(browser, view);
}

/** Goes with Tab to the first entry of the open list that says `entry` and takes it; returns where the reader page lands. */
export async function follow(browser: LaunchedBrowser, view: View, entry: string): Promise<Landing> {
  await focusOn(browser, view, entry);
  return landed(browser, () => pageOf(view).keyboard.press('Enter'));
}

/** Does something that opens the reader page in a new tab; returns where it lands. */
export async function landed(browser: LaunchedBrowser, does: () => Promise<void>): Promise<Landing> {
  const before = new Set(await browser.browser.pages());
  await does();
  const reader = await until('阅读页打开', async () => {
    const tab = await browser.tabAt((url) => url.startsWith(`${browser.origin}/reader.html#`));
    return tab && !before.has(tab) ? tab : null;
  });
  return landing(reader);
}

/** Presses Tab until the focus inside the overlay stands on a button or link that says `words`. */
async function focusOn(browser: LaunchedBrowser, view: View, words: string): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    const focus = (await overlay(browser, view))?.focus ?? '';
    if (/^(button|a) /.test(focus) && focus.includes(words)) return;
    await pageOf(view).keyboard.press('Tab');
  }
  throw new Unkept(`用 Tab 键走不到“${words}”这一项`);
}

/** Waits until a reader page has marked the passage of its address and has it in view. */
export async function landing(page: Page): Promise<Landing> {
  const hash = await ownWorld(page).evaluate(() => decodeURIComponent(location.hash));
  const [, reportId, start, end] = /^#([^@]+)@(\d+)-(\d+)$/.exec(hash) ?? [];
  if (!reportId) throw new Unkept(`阅读页的地址没有指明段落：${hash}`);
  const passage = await until('阅读页里标出的段落', async () => (await marks(page))['target-passage']?.[0]);
  await until('标出的段落滚动到眼前', () =>
    ownWorld(page).evaluate(() => {
      let seen = false;
      CSS.highlights.get('report-margins-target-passage')?.forEach((range) => {
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const { top, bottom } = live.getBoundingClientRect();
        if (bottom > 0 && top < window.innerHeight) seen = true;
      });
      return seen;
    }),
  );
  // A busy Firefox takes back a scroll of a script that follows before the one that led here is drawn to the end,
  // and no event says when that is: without the wait, 3 of 100 landings were moved under the mouse, with it none of 150.
  await ownWorld(page).evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 100)))),
  );
  return { page, reportId, start: Number(start), end: Number(end), passage };
}
