import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../tools/browser';
import { address } from '../../tools/pages';
import {
  card,
  click,
  dismiss,
  host,
  hover,
  leave,
  marks,
  noted,
  openEditor,
  overlay,
  painted,
  press,
  rectsOf,
  save,
  select,
  write,
} from '../../tools/reading';
import { openStore, storedNotes, storeNote } from '../../tools/storedNotes';
import { until } from '../../tools/until';
import { launchOnSite, type WatchedBrowser } from './watched';

const FIRST = { text: '千亿产业加快布局' };
const SECOND = { text: '重大活动精彩纷呈' };
const REPORT = { place: '衡阳市', year: 2020 };

interface Drawn {
  text: string;
  html: string;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

describe.each(browserNames)('the margin in %s', (name) => {
  let browser: WatchedBrowser;
  let page: Page;
  let store: Page;

  /** What the margin draws, as notes or as markers. */
  const drawn = (of: Page, kind: 'note' | 'marker'): Promise<Drawn[]> =>
    browser
      .inShadow(of, host, (root) =>
        Array.from(root?.querySelectorAll('.note, .marker') ?? [], (each) => {
          const { top, bottom, left, right } = each.getBoundingClientRect();
          return { text: each.textContent ?? '', html: each.innerHTML, top, bottom, left, right, is: each.className };
        }),
      )
      .then((all) => all.filter(({ is }) => is.startsWith(kind)));
  const note = (of: Page, words: string): Promise<Drawn> =>
    until(`页边的“${words}”`, async () => (await drawn(of, 'note')).find(({ text }) => text.includes(words)));

  beforeAll(async () => {
    browser = await launchOnSite(name);
    store = await openStore(browser);
    page = await browser.newTab();
    await page.setViewport({ width: 1440, height: 900 });
    await page.goto(address.report);
    await painted(page, 'term');
  });
  afterAll(() => browser?.close());

  it('shows notes beside their passages, one below the other, and their Markdown as text', async () => {
    await openEditor(browser, page, FIRST);
    await write(browser, page, '核对 **公报** <img src=x onerror=alert(1)> #口径');
    await save(browser, page, FIRST.text);
    await openEditor(browser, page, SECOND);
    await write(browser, page, '这一句不能丢。');
    await save(browser, page, SECOND.text);
    const second = await note(page, '这一句不能丢。');
    const first = await note(page, '核对');
    expect(first.bottom).toBeLessThanOrEqual(second.top);
    expect(first.html).toContain('<strong>公报</strong>');
    expect(first.html).not.toContain('<img');
    expect(first.text).toContain('<img src=x onerror=alert(1)>');
    expect((await storedNotes(store))[0]!.body[1]).toMatchObject({ value: '口径', purpose: 'tagging' });
    const [passage] = await rectsOf(page, SECOND);
    const beside = await note(page, '这一句不能丢。');
    expect(beside.left).toBeGreaterThan(passage!.x + passage!.width);
    expect(beside.right).toBeLessThanOrEqual(1440);
    expect(Math.abs(beside.top - passage!.y)).toBeLessThan(60);
  });

  it('opens the card of a note that is clicked, and of one that the keyboard stands on', async () => {
    const { left, top } = await note(page, '这一句不能丢。');
    await page.mouse.click(left + 30, top + 8);
    await card(browser, page, '这一句不能丢。');
    await dismiss(browser, page);
    await browser.inShadow(page, host, (root) => root?.querySelector<HTMLElement>('.note button.open')?.focus());
    await page.keyboard.press('Enter');
    await card(browser, page, '核对 公报');
    await dismiss(browser, page);
  });

  it('folds to markers where there is no room, and back', async () => {
    await page.setViewport({ width: 768, height: 900 });
    await until('折起的标记', async () => (await drawn(page, 'marker')).length === 2);
    expect(await drawn(page, 'note')).toEqual([]);
    for (const { left, right } of await drawn(page, 'marker')) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(768);
    }
    await page.setViewport({ width: 1440, height: 900 });
    await note(page, '这一句不能丢。');
    expect(await drawn(page, 'marker')).toEqual([]);
  });

  it.each(['html { zoom: 1.5; }', 'html { transform: translate(30px, 20px) scale(0.9); }'])(
    'stays at the passages on a page with %s',
    async (rule) => {
      await page.evaluate((text) => {
        document.head.append(Object.assign(document.createElement('style'), { id: 'bent', textContent: text }));
        dispatchEvent(new Event('resize'));
      }, rule);
      await until('旁注在原处', async () => {
        const [line] = await rectsOf(page, SECOND);
        const all = [...(await drawn(page, 'note')), ...(await drawn(page, 'marker'))];
        return all.length === 2 && Math.abs(all[1]!.top - line!.y) < 40;
      });
      await page.evaluate(() => {
        document.getElementById('bent')?.remove();
        dispatchEvent(new Event('resize'));
      });
    },
  );

  it('stands beside the report in the reader, too', async () => {
    const reader = await browser.newTab();
    await reader.setViewport({ width: 1200, height: 900 });
    await browser.visit(reader, 'reader.html#hengyang-2020');
    const { right } = await note(reader, '这一句不能丢。');
    expect(right).toBeLessThanOrEqual(1200);
    await reader.close();
    await page.bringToFront();
  });

  it('gives back what was typed and not saved after the page is gone', async () => {
    const place = { text: '六稳' };
    await openEditor(browser, page, place);
    await write(browser, page, '写到一半');
    await until('存下的草稿', async () => {
      const kept = (await store.evaluate(ask, 'drafts.list', { report: REPORT })) as unknown[];
      return kept.length === 1;
    });
    await page.reload();
    await note(page, '写到一半');
    await select(page, place);
    await press(page, 'Alt', 'KeyM');
    await until('恢复的草稿', async () => (await overlay(browser, page))?.editing === '写到一半');
    await card(browser, page, '这是上次没有保存的草稿');
    await save(browser, page, place.text);
    expect(await store.evaluate(ask, 'drafts.list', { report: REPORT })).toEqual([]);
    expect(await note(page, '写到一半')).toMatchObject({ text: expect.not.stringContaining('草稿') });
  });

  it('takes a removal back', async () => {
    await hover(page, SECOND);
    await card(browser, page, '这一句不能丢。');
    await click(browser, page, '删除');
    await click(browser, page, '确定删除');
    await until('旁注的标记消失', async () => !(await marks(page)).note?.includes(SECOND.text));
    await leave(page);
    await click(browser, page, '撤销');
    await noted(page, SECOND.text);
    await note(page, '这一句不能丢。');
  });

  it('does not overwrite what another tab has written, and says what that is', async () => {
    await hover(page, SECOND);
    await card(browser, page, '这一句不能丢。');
    await click(browser, page, '修改');
    await until('旧的旁注回到编辑框', async () => (await overlay(browser, page))?.editing === '这一句不能丢。');
    const [theirs] = (await storedNotes(store)).filter(({ body }) => body[0]?.value === '这一句不能丢。');
    const { id, report, target } = theirs!;
    await storeNote(store, { id, report, selector: target.selector, text: '别处改的' });
    await page.keyboard.press('End');
    await page.keyboard.type('这里改的');
    await press(page, 'Control', 'Enter');
    await card(browser, page, '没有覆盖', '别处改的');
    expect((await overlay(browser, page))?.editing).toBe('这一句不能丢。这里改的');
    await press(page, 'Control', 'Enter');
    await note(page, '这里改的');
    expect((await storedNotes(store)).map(({ body }) => body[0]?.value)).toContain('这一句不能丢。这里改的');
  });

  it('puts a note whose passage is gone on the text that the reader selects', async () => {
    await storeNote(store, {
      text: '找不到原处',
      report: REPORT,
      selector: [
        { type: 'TextQuoteSelector', exact: '从来没有写进这份报告的话', prefix: '甲乙丙丁', suffix: '戊己庚辛' },
      ],
    });
    await select(page, { text: '各项任务圆满完成' });
    // The panel as a page of its own would stand in front of the report: it asks through its port from the background.
    const tab = await browser.newTab();
    await browser.visit(tab, 'options.html');
    const answer = await tab.evaluate(reattach, '找不到原处');
    expect(answer).toContain('已经定位到所选文字');
    await tab.close();
    await page.bringToFront();
    await noted(page, '各项任务圆满完成');
    await note(page, '找不到原处');
  });
});

declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<{ res?: unknown }> };
  tabs: {
    query(which: object): Promise<{ id: number; url?: string }[]>;
    connect(tab: number, to: { name: string }): PanelPort;
  };
};
interface PanelPort {
  postMessage(message: unknown): void;
  onMessage: {
    addListener(
      listener: (message: { kind: string; words: string; outline: { lost: { id: string; text: string }[] } }) => void,
    ): void;
  };
}

/** Asks the background as any page of the extension does. Runs in the page and uses nothing from outside. */
async function ask(type: string, data: unknown): Promise<unknown> {
  return (await chrome.runtime.sendMessage({ id: 0, type, data, timestamp: Date.now() })).res;
}

/** Does what the side panel does when 重新定位 is pressed on the lost note with that text. Runs in the page. */
async function reattach(text: string): Promise<string> {
  const tabs = await chrome.tabs.query({});
  const { id } = tabs.find(({ url }) => url?.includes('2020.html'))!;
  const port = chrome.tabs.connect(id, { name: 'report-margins-panel' });
  return new Promise((resolve) => {
    port.onMessage.addListener((message) => {
      if (message.kind === 'reattached') resolve(message.words);
      const lost = message.kind === 'page' ? message.outline.lost.find((each) => each.text === text) : undefined;
      if (lost) port.postMessage({ kind: 'reattach', id: lost.id });
    });
  });
}
