import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames, type OwnWindow } from '../../tools/browser';
import { ownWorld } from '../../tools/ownWorld';
import { address, siteName, sitePages } from '../../tools/pages';
import {
  card,
  click,
  dismiss,
  host,
  hosted,
  hover,
  marks,
  openEditor,
  openSections,
  overlay,
  painted,
  rectsOf,
  save,
  select,
  write,
} from '../../tools/reading';
import { until } from '../../tools/until';
import { launchOnSite, type WatchedBrowser } from './watched';

/** The 2020 report with one figure changed: what the bundled version has there is told on the page. */
const changed = address.report.replace('.html', '-changed.html');

const screens = join(import.meta.dirname, '../../.output/screens');
const SCHEMES = ['light', 'dark'] as const;

/** What axe holds against a page, a line each; the size of what is pressed (WCAG 2.5.8) it looks at only when told to. */
async function faults(page: Page, selector = 'html'): Promise<string[]> {
  const world = ownWorld(page);
  await world.evaluate(axe.source);
  return world.evaluate(async (within) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(within, {
      rules: { 'target-size': { enabled: true } },
    });
    return violations.map(
      ({ id, nodes: [first, ...others] }) =>
        `${id}: ${first?.html.slice(0, 200)} — ${first?.failureSummary} (and ${others.length} more)`,
    );
  }, selector);
}

describe.each(browserNames)('the surfaces in %s', (name) => {
  let browser: WatchedBrowser;
  let page: Page;

  beforeAll(async () => {
    await mkdir(screens, { recursive: true });
    const pages = sitePages();
    const { body } = pages[address.report]!;
    const other = { body: body.replace('预计增长 8% 以上', '预计增长 7% 以上') };
    browser = await launchOnSite(name, { ...pages, [changed]: other });
    page = await browser.open(address.report);
    await painted(page, 'term');
  });
  afterAll(() => browser?.close());

  const shoot = (shown: Page, what: string) => shown.screenshot({ path: join(screens, `${name}-${what}.png`) });
  const openOptions = async () => {
    const options = await browser.newTab();
    await browser.visit(options, 'options.html');
    await until('设置页', () => has(options, 'select'));
    return options;
  };
  /** Opens a page of the extension behind the report, which stays in front: so it takes the report for its tab. */
  const openBehind = async (path: string) => {
    await page.bringToFront();
    const opened = () => browser.tabAt((url) => url === `${browser.origin}/${path}`);
    return until(path, async () => {
      // A background that is just falling asleep does not do what it is told.
      await browser.inBackground(`(globalThis.browser ?? chrome).tabs.create({ active: false, url: '/${path}' })`);
      return until(path, opened, 5000).catch(() => null);
    });
  };
  const choose = (on: Page, kind: string, level: string) =>
    ownWorld(on).evaluate(
      (at, value) => {
        const select = document.querySelectorAll<HTMLSelectElement>('.density select')[at]!;
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      },
      ['terms', 'figures', 'notes'].indexOf(kind),
      level,
    );
  const press = (on: Page, words: string) =>
    until(`按钮“${words}”`, () =>
      ownWorld(on).evaluate((label) => {
        const button = Array.from(document.querySelectorAll('button')).find((each) =>
          `${each.textContent} ${each.getAttribute('aria-label')}`.includes(label),
        );
        button?.click();
        return button !== undefined;
      }, words),
    );
  const textOf = (on: Page) => ownWorld(on).evaluate(() => document.body.innerText);

  it('marks as many as the options say, and no term that the reader knows', async () => {
    const options = await openOptions();
    const count = async (kind: string) => (await marks(page))[kind]?.length ?? 0;
    const first = await count('term');
    await choose(options, 'terms', 'all');
    await until('更多名词', async () => (await count('term')) > first);
    await choose(options, 'terms', 'off');
    await until('没有名词', async () => (await count('term')) === 0);
    await choose(options, 'figures', 'first');
    const all = await count('actual');
    await until('较少的数字', async () => (await count('actual')) < all || (await count('number')) === 0);
    await choose(options, 'figures', 'off');
    await until('没有数字', async () => {
      const { actual = [], target = [], number = [] } = await marks(page);
      return actual.length + target.length + number.length === 0;
    });
    await choose(options, 'figures', 'all');
    await choose(options, 'terms', 'first');
    await until('原来那么多名词', async () => (await count('term')) === first);
    // Every bundled report has 三农, none but this one 产业项目建设年.
    const onlyUncommon = () =>
      ownWorld(options).evaluate(() => {
        Array.from(document.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'))
          .find(({ parentElement }) => parentElement?.textContent?.includes('只解释不常见的名词'))
          ?.click();
      });
    const common = (await marks(page)).term!.filter((text) => text === '三农');
    expect(common.length).toBeGreaterThan(0);
    await onlyUncommon();
    await until('常见的名词不再标出', async () => {
      const { term = [] } = await marks(page);
      return !term.includes('三农') && term.includes('产业项目建设年');
    });
    await onlyUncommon();
    await until('常见的名词又标出', async () => (await count('term')) === first);

    await page.bringToFront();
    await hover(page, { text: '六稳' });
    await card(browser, page, '六稳');
    await click(browser, page, '我懂了');
    await until('六稳不再标出', async () => !(await marks(page)).term?.includes('六稳'));
    await until('设置里的已懂名词', async () => (await textOf(options)).includes('六稳六保'));
    await press(options, '恢复 六稳六保');
    await until('六稳又标出', async () => (await marks(page)).term?.includes('六稳'));
    await options.close();
  });

  it('speaks the language that the reader chooses, in the settings at once and on pages that come', async () => {
    const options = await openOptions();
    const speak = (language: string) =>
      ownWorld(options).evaluate((value) => {
        const select = Array.from(document.querySelectorAll('select')).find((each) =>
          Array.from(each.options).some((option) => option.value === value),
        )!;
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }, language);
    await speak('en');
    await until('英文的设置', async () => (await textOf(options)).includes('Explain only what is not common'));
    await page.bringToFront();
    await page.reload();
    await painted(page, 'term');
    await hover(page, { text: '六稳' });
    // What is quoted stays as it was written.
    const english = await card(browser, page, '六稳', 'I know this');
    expect(english).toContain('稳就业');
    await dismiss(browser, page);
    await speak('auto');
    await page.reload();
    await painted(page, 'term');
    await hover(page, { text: '六稳' });
    await card(browser, page, '我懂了');
    await dismiss(browser, page);
    await options.close();
  });

  it('shows every note, the first of each section, or none', async () => {
    for (const text of ['千亿产业加快布局', '重大活动精彩纷呈']) {
      await openEditor(browser, page, { text });
      await write(browser, page, '写在页边的话。');
      await save(browser, page, text);
    }
    const notes = async () => (await marks(page)).note?.length ?? 0;
    const inMargin = () =>
      browser.inShadow(page, host, (root) => root?.querySelectorAll('.margin .note, .margin .marker').length ?? 0);
    const options = await openOptions();
    const all = await notes();
    expect(all).toBe(2);
    await choose(options, 'notes', 'off');
    await until('没有旁注', async () => (await notes()) === 0 && (await inMargin()) === 0);
    await choose(options, 'notes', 'first');
    await until('每章的第一条旁注', async () => (await notes()) > 0);
    await choose(options, 'notes', 'all');
    await until('全部旁注', async () => (await notes()) === all);
    await options.close();
    await page.bringToFront();
    for (const text of ['千亿产业加快布局', '重大活动精彩纷呈']) {
      await hover(page, { text });
      await card(browser, page, '写在页边的话。');
      await click(browser, page, '删除');
      await click(browser, page, '确定删除');
      await until('旁注删除', async () => !(await marks(page)).note?.includes(text));
    }
  });

  it('lists the page in the side panel, searches it and moves to the place', async () => {
    const panel = await openBehind('sidepanel.html');
    await until('目录', async () => (await textOf(panel)).includes('2019 年工作回顾'));
    await rectsOf(page, { text: '坚持依法行政' });
    await until('对应章节', async () => (await textOf(panel)).includes('对应章节'));
    await press(panel, '标注');
    const rows = () => ownWorld(panel).evaluate(() => document.querySelectorAll('.marks button').length);
    const all = await until('标注的列表', rows);
    await ownWorld(panel).evaluate(() => {
      const input = document.querySelector('input[type="search"]') as HTMLInputElement;
      input.value = '六稳';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    const some = await until('找到的标注', async () => ((await rows()) < all ? rows() : null));
    expect(some).toBeGreaterThan(0);
    await press(panel, '六稳');
    await card(browser, page);
    await dismiss(browser, page);
    for (const scheme of SCHEMES) {
      await browser.setScheme(panel, scheme);
      expect(await faults(panel), scheme).toEqual([]);
      for (const tab of ['目录', '标注', '数字']) {
        await press(panel, tab);
        expect(await faults(panel), `${tab} ${scheme}`).toEqual([]);
      }
    }
    await panel.close();
  });

  it('says in the popup what was found, and switches the site off and on', async () => {
    const popup = await openBehind('popup.html');
    await until('弹窗里的结论', async () => (await textOf(popup)).includes('是一份政府工作报告'));
    for (const scheme of SCHEMES) {
      await browser.setScheme(popup, scheme);
      await ownWorld(popup).evaluate(() => {
        for (const details of Array.from(document.querySelectorAll('details'))) details.open = true;
      });
      expect(await faults(popup), scheme).toEqual([]);
      await popup.setViewport({ width: 320, height: 700 });
      // A tab that is not in front draws no picture.
      await popup.bringToFront();
      await shoot(popup, `popup-${scheme}`);
      await page.bringToFront();
    }
    await press(popup, `不在 ${siteName} 上标注`);
    await until('标记消失', async () => Object.keys(await marks(page)).length === 0);
    expect(await hosted(page)).toBe(false);
    await page.bringToFront();
    await page.reload();
    await until('弹窗里的开关', async () => (await textOf(popup)).includes('已在'));
    await press(popup, '在这里重新打开');
    await until('标记回来', async () => {
      const { term = [] } = await marks(page);
      if (term.length === 0) await page.reload();
      return term.includes('六稳');
    });
    await popup.close();
  });

  it('opens the popup and the side panel as the windows that they are', async () => {
    const shows = (path: OwnWindow, words: string) =>
      until(`${path}：${words}`, async () =>
        (await browser.inOwnWindow<string>(path, 'document.body.innerText')).includes(words),
      );
    const placeOf = (path: OwnWindow, words: string) =>
      browser.inOwnWindow<{ x: number; y: number }>(
        path,
        `(() => {
          const label = ${JSON.stringify(words)};
          const button = Array.from(document.querySelectorAll('button')).find(({ textContent }) => textContent.includes(label));
          button.scrollIntoView({ block: 'center' });
          const { x, y, width, height } = button.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        })()`,
      );
    const clickOn = async (path: OwnWindow, words: string) => {
      const { x, y } = await placeOf(path, words);
      await browser.clickInOwnWindow(path, x, y);
    };
    const sizeOf = (path: OwnWindow) =>
      browser.inOwnWindow<{ width: number; height: number; content: number }>(
        path,
        '({ width: innerWidth, height: innerHeight, content: document.documentElement.scrollWidth })',
      );
    const faultsIn = (path: OwnWindow) =>
      browser.inOwnWindow<string[]>(
        path,
        `${axe.source}; axe.run('html', { rules: { 'target-size': { enabled: true } } }).then(({ violations }) => violations.map(({ id }) => id))`,
      );

    await browser.pressToolbarButton(page);
    await shows('popup.html', '是一份政府工作报告');
    expect(await faultsIn('popup.html')).toEqual([]);
    const { width, height, content } = await sizeOf('popup.html');
    expect(content).toBeLessThanOrEqual(width);
    expect(height).toBeLessThanOrEqual(600);
    // A real click: the browser opens the panel for nothing less.
    await clickOn('popup.html', '侧栏');
    await shows('sidepanel.html', '2019 年工作回顾');
    // It comes sliding, a little wider each frame.
    await until('侧栏的内容不比它宽', async () => {
      const { width, content } = await sizeOf('sidepanel.html');
      return content <= width;
    });
    expect(await faultsIn('sidepanel.html')).toEqual([]);
    await clickOn('sidepanel.html', '坚持依法行政');
    await until('页面走到这一章', async () => (await marks(page)).current?.[0]?.includes('坚持依法行政'));
    // It follows the tab in front.
    const other = await browser.open(address.notice);
    await shows('sidepanel.html', '这一页没有标注');
    await other.close();
    await page.bringToFront();
    await shows('sidepanel.html', '2019 年工作回顾');
    await browser.inOwnWindow('sidepanel.html', 'close()').catch(() => {});
  });

  it.each(SCHEMES)('has nothing for axe to hold against the options and the reader, %s', async (scheme) => {
    const options = await openOptions();
    await browser.setScheme(options, scheme);
    for (const width of [360, 768, 1440]) {
      await options.setViewport({ width, height: 900 });
      expect(await faults(options), `${width}`).toEqual([]);
      await shoot(options, `options-${width}-${scheme}`);
    }
    for (const [what, path] of [
      ['library', 'reader.html'],
      ['reader', 'reader.html#hengyang-2020'],
      ['versions', 'reader.html#hengyang-2020~hengyang-2020-continuation'],
    ] as const) {
      await browser.visit(options, path);
      await until(what, () => has(options, 'h1'));
      for (const width of [360, 768, 1440]) {
        await options.setViewport({ width, height: 900 });
        await shoot(options, `${what}-${width}-${scheme}`);
      }
      expect(await faults(options), what).toEqual([]);
    }
    await options.close();
  });

  it.each(SCHEMES)('has nothing for axe to hold against the cards and the bar, %s', async (scheme) => {
    await browser.setScheme(page, scheme);
    await page.bringToFront();
    const found: Record<string, string[]> = {};
    const look = async (what: string) => {
      await shoot(page, `${what}-${scheme}`);
      found[what] = await cardFaults(what);
    };
    await hover(page, { text: '六稳' });
    await card(browser, page, '六稳');
    await look('card-term');
    await dismiss(browser, page);
    await hover(page, { text: '规模工业增加值' });
    await card(browser, page, '规模以上工业增加值');
    await look('card-nested');
    await dismiss(browser, page);
    await hover(page, { text: '9%', after: '固定资产投资分别增长 ' });
    await card(browser, page, '9%');
    await look('card-figure');
    await dismiss(browser, page);
    await select(page, { text: '千亿产业加快布局' });
    await until('工具条', async () => (await overlay(browser, page))?.bar);
    await look('bar');
    await dismiss(browser, page);
    const place = { text: scheme === 'light' ? '重大活动精彩纷呈' : '连续三年跻身全国百强城市' };
    await openEditor(browser, page, place);
    await write(browser, page, '写在页边的话。');
    await look('card-editor');
    await save(browser, page, place.text);
    await hover(page, place);
    await card(browser, page, '写在页边的话。');
    await look('card-note');
    await dismiss(browser, page);
    await openSections(browser, page, { text: '坚持依法行政' });
    await look('card-sections');
    await dismiss(browser, page);
    await hoverMark(page, 'number');
    await card(browser, page, '未读出完整含义的数字');
    await look('card-number');
    await dismiss(browser, page);
    await page.goto(changed);
    await until('与收录版本不同之处', async () => (await marks(page)).difference?.length);
    await browser.setScheme(page, scheme);
    await hoverMark(page, 'difference');
    await card(browser, page, '与收录版本不同', '8%');
    await look('card-difference');
    await dismiss(browser, page);
    await page.goto(address.report);
    await painted(page, 'term');
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((what) => [what, []])));
  });

  /** axe cannot look into a closed shadow root, so it looks at a copy in an open one, in a page of its own. */
  const cardFaults = async (what: string): Promise<string[]> => {
    const copy = await browser.inShadow(page, host, (root) => ({
      html: root!.innerHTML,
      style: Array.from(root!.adoptedStyleSheets, (sheet) =>
        Array.from(sheet.cssRules, (rule) => rule.cssText).join('\n'),
      ).join('\n'),
    }));
    const bare = await browser.open(address.notice);
    await bare.evaluate(
      ({ html, style, host }) => {
        const element = document.createElement(host);
        element.attachShadow({ mode: 'open' }).innerHTML = `<style>${style}</style>${html}`;
        document.documentElement.append(element);
        element.shadowRoot?.querySelectorAll<HTMLElement>('[popover]').forEach((each) => {
          each.showPopover();
        });
        for (const area of Array.from(element.shadowRoot?.querySelectorAll('textarea') ?? []))
          area.value = '写在页边的话。';
      },
      { ...copy, host },
    );
    const shown = await bare.evaluate(
      (host) => document.querySelector(host)?.shadowRoot?.textContent?.length ?? 0,
      host,
    );
    expect(shown, what).toBeGreaterThan(0);
    const found = await faults(bare, host);
    await bare.close();
    await page.bringToFront();
    return found;
  };
});

/** Moves the mouse onto the first mark of a kind, once it is drawn: a page that is read anew has none for a moment. */
async function hoverMark(page: Page, kind: string): Promise<void> {
  const { x, y } = await until(`${kind} 的标记`, () =>
    ownWorld(page).evaluate((layer) => {
      const live = document.createRange();
      let found = false;
      CSS.highlights.get(`report-margins-${layer}`)?.forEach((range) => {
        if (found) return;
        found = true;
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
      });
      const box = live.getBoundingClientRect();
      scrollBy({ top: box.top - innerHeight / 2, behavior: 'instant' });
      const [line] = Array.from(live.getClientRects());
      return line && line.width > 0 ? { x: line.x + line.width / 2, y: line.y + line.height / 2 } : null;
    }, kind),
  );
  await page.mouse.move(x, y - 30);
  await page.mouse.move(x, y, { steps: 4 });
}

const has = (page: Page, selector: string) =>
  ownWorld(page).evaluate((wanted) => document.querySelector(wanted) !== null, selector);
