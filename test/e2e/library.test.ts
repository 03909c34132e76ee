import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Found } from '../../lib/library/types';
import { askLibrary, librarianPath } from '../../tools/askLibrary';
import { browserNames } from '../../tools/browser';
import { ownWorld } from '../../tools/ownWorld';
import { pourReport } from '../../tools/pour';
import {
  card,
  click,
  dismiss,
  landing,
  marks,
  noted,
  openEditor,
  openSections,
  overlay,
  painted,
  save,
  write,
} from '../../tools/reading';
import { type Site, startSite } from '../../tools/site';
import { until } from '../../tools/until';
import { makeDocx, p } from '../fixtures/docx';
import { makePdf, setPages } from '../fixtures/pdf';
import { reportOf } from '../library/reports';
import { launchWatched, type WatchedBrowser } from './watched';

const screens = join(import.meta.dirname, '../../.output/screens');
const PAGE = 'http://www.qingxi.gov.cn/zfgzbg/2020.html';
/** Each stands in one of the reports only. */
const WORDS = { page: '竹海栈道', pdf: '石桥水库', docx: '云台茶市' };
/** Two reports treat one matter that no other does, each in words of its own. */
const FERRY: Record<number, string> = {
  2019: '修复古渡口，整治渡船安全隐患，恢复摆渡通航。',
  2020: '修复清溪古渡口石阶，整治渡船安全隐患，恢复两岸摆渡通航，让古渡口焕发新生机，方便两岸群众往来。',
};
const textOf = (year: number, words: string) =>
  reportOf({ year, growth: year - 2012, more: `（三）建成“${words}”。\n\n${FERRY[year] ?? ''}` });
/** What stands in the docx report and is annotated. */
const PASSAGE = '深化放管服改革';
const LISTED = ['2019年清溪县人民政府工作报告', '2020年清溪县人民政府工作报告', '2021年清溪县人民政府工作报告'];

/** A report as a browser saves its page: with a menu, and with styles that the extension's own page would not allow. */
const savedPage = (
  text: string,
) => `<!DOCTYPE html><html><head><meta charset="utf-8"><style>p { margin: 0 }</style></head>
  <body><ul style="color: red"><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li></ul><div>
  ${text
    .split('\n')
    .map((line) => `<p style="text-indent: 2em">${line}</p>`)
    .join('')}</div></body></html>`;

/** A profile whose downloads go to `downloads` without asking. */
async function makeProfile(browser: (typeof browserNames)[number], folder: string) {
  const downloads = join(folder, 'downloads');
  const profileDir = join(folder, 'profile');
  await mkdir(join(profileDir, 'Default'), { recursive: true });
  await mkdir(downloads);
  if (browser === 'chromium') {
    const download = { default_directory: downloads, prompt_for_download: false };
    await writeFile(join(profileDir, 'Default/Preferences'), JSON.stringify({ download }));
  } else {
    const prefs = { 'browser.download.folderList': 2, 'browser.download.dir': downloads };
    const lines = Object.entries(prefs).map((pref) => `user_pref(${JSON.stringify(pref).slice(1, -1)});\n`);
    await writeFile(join(profileDir, 'prefs.js'), lines.join(''));
  }
  return { profileDir, downloads };
}

describe.each(browserNames)('the library in %s', (name) => {
  let site: Site;
  let folder: string;
  let downloads: string;
  let browser: WatchedBrowser;
  let shelf: Page;
  let reader: Page;

  beforeAll(async () => {
    await mkdir(screens, { recursive: true });
    site = await startSite({ [PAGE]: { body: pourReport(textOf(2020, WORDS.page)) } });
    folder = await mkdtemp(join(tmpdir(), 'report-margins-library-'));
    const profile = await makeProfile(name, folder);
    downloads = profile.downloads;
    browser = await launchWatched(name, {
      profileDir: profile.profileDir,
      proxy: { address: site.address },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });

  const shown = (page: Page) => ownWorld(page).evaluate(() => document.body.innerText);
  const says = (page: Page, words: string, timeout?: number) =>
    until(`“${words}”`, async () => (await shown(page)).includes(words), timeout);
  const press = (page: Page, words: string) =>
    until(`写着“${words}”的按钮`, () =>
      ownWorld(page).evaluate((wanted) => {
        const found = Array.from(document.querySelectorAll<HTMLButtonElement>('button, summary')).find(
          (each) => !each.disabled && `${each.textContent} ${each.getAttribute('aria-label')}`.includes(wanted),
        );
        found?.click();
        return found !== undefined;
      }, words),
    );
  const own = () =>
    ownWorld(shelf).evaluate(() =>
      Array.from(document.querySelectorAll<HTMLAnchorElement>('.holdings .name[href^="#own-"]'), (each) => ({
        title: each.textContent ?? '',
        href: each.getAttribute('href') ?? '',
      })),
    );
  const listed = (...titles: string[]) =>
    until(`报告库里的“${titles.join('”“')}”`, async () => {
      const found = (await own()).map(({ title }) => title).sort();
      return JSON.stringify(found) === JSON.stringify([...titles].sort()) || null;
    });
  const openShelf = async () => {
    shelf = await browser.newTab();
    await browser.visit(shelf, 'reader.html');
    await says(shelf, '共 ');
  };
  const put = async (files: Record<string, Uint8Array>) => {
    const paths: string[] = [];
    for (const [file, bytes] of Object.entries(files)) {
      const path = join(folder, file);
      await writeFile(path, bytes);
      paths.push(path);
    }
    const input = (await shelf.$('.ways input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(...paths);
  };
  /** Loads a page of the extension anew; no event tells of the end of that in Firefox. */
  const reload = async (page: Page) => {
    await ownWorld(page).evaluate(() => {
      document.documentElement.dataset.old = '';
      location.reload();
    });
    await until('重新载入', () =>
      ownWorld(page).evaluate(
        () => !('old' in document.documentElement.dataset) && document.querySelector('h1') !== null,
      ),
    );
  };
  const type = async (selector: string, words: string) => {
    await shelf.bringToFront();
    await shelf.focus(selector);
    await shelf.$eval(selector, (input) => (input as HTMLInputElement).select());
    await shelf.keyboard.type(words);
  };
  const faults = async (page: Page) => {
    const world = ownWorld(page);
    await world.evaluate(axe.source);
    return world.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run('html');
      return violations.map(
        ({ id, nodes: [first] }) => `${id}: ${first?.html.slice(0, 200)} — ${first?.failureSummary}`,
      );
    });
  };
  const find = async (words: string) => {
    const found = await askLibrary(shelf, librarianPath(name), 'search', [{ words: `“${words}”` }]);
    return (found as Found[]).map(({ holding, count }) => `${holding.year}: ${count}`);
  };

  it('takes a report in from its page, and knows it when it comes there again', async () => {
    const report = await browser.open(PAGE);
    await painted(report, 'target');
    // The background may have gone to sleep between being asked and opening the tab: then it is asked again.
    const openPopup = async () => {
      await report.bringToFront();
      let looks = 0;
      return until(
        '弹窗',
        async () => {
          if (looks++ % 60 === 0) {
            await browser.inBackground(
              `(globalThis.browser ?? chrome).tabs.create({ active: false, url: '/popup.html' })`,
            );
          }
          return browser.tabAt((url) => url === `${browser.origin}/popup.html`);
        },
        40_000,
      );
    };
    const popup = await openPopup();
    await says(popup, '收入我的报告库');
    await press(popup, '收入我的报告库');
    await says(popup, '已收入报告库');
    expect(await faults(popup)).toEqual([]);
    await popup.close();
    const again = await openPopup();
    await says(again, '报告库里已经有这一份');
    await again.close();
    await openShelf();
    await listed(LISTED[1]!);
    await says(shelf, '收自 www.qingxi.gov.cn');
    await report.close();
  });

  it('takes a PDF and a .docx in, and says of each other file why not', async () => {
    const docx = textOf(2019, WORDS.docx);
    await put({
      '2021.pdf': makePdf(setPages(textOf(2021, WORDS.pdf), '清溪县政府工作报告')),
      '2019.docx': makeDocx(
        docx
          .split('\n')
          .map((line) => p(line))
          .join(''),
      ),
      'again.txt': new TextEncoder().encode(docx),
      'scan.pdf': makePdf([[], []], { picture: true }),
      'locked.pdf': makePdf([[]], { password: 'secret' }),
      'torn.docx': makeDocx(p(docx)).slice(0, 400),
      'old.doc': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'picture.txt': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 3, 1, 2, 0),
    });
    await says(shelf, '收入 2 份，已有 1 份，没有收入 5 份', 60_000);
    const results = await ownWorld(shelf).evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>('.results li'), (each) => each.innerText),
    );
    const of = (file: string) => results.find((words) => words.startsWith(file));
    expect(of('2021.pdf')).toContain('已收入');
    expect(of('2019.docx')).toContain('已收入');
    expect(of('again.txt')).toContain('库里已经有这一份');
    expect(of('scan.pdf')).toContain('没有能用的文字层');
    expect(of('locked.pdf')).toContain('加了密码');
    expect(of('torn.docx')).toContain('已损坏');
    expect(of('old.doc')).toContain('另存为');
    expect(of('picture.txt')).toContain('不是文字');
    await listed(...LISTED);
  });

  it('takes what is dropped on it, a saved page with its menus too, and knows the report in it', async () => {
    await shelf.evaluate(
      (html) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([html], 'saved.html', { type: 'text/html' }));
        const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
        document.querySelector('main')?.dispatchEvent(drop);
      },
      savedPage(textOf(2019, WORDS.docx)),
    );
    await says(shelf, 'saved.html 库里已经有这一份');
    await listed(...LISTED);
  });

  it('finds each of them by its words, and opens the passage', async () => {
    expect(await find(WORDS.page)).toEqual(['2020: 1']);
    expect(await find(WORDS.pdf)).toEqual(['2021: 1']);
    expect(await find(WORDS.docx)).toEqual(['2019: 1']);
    const search = await browser.newTab();
    await browser.visit(search, `reader.html#search?q=${encodeURIComponent(WORDS.pdf)}`);
    await says(search, '1 份报告，共 1 处');
    await ownWorld(search).evaluate(() => document.querySelector<HTMLElement>('.hit')?.click());
    const { passage, reportId } = await landing(search);
    expect(passage).toBe(WORDS.pdf);
    expect(reportId).toMatch(/^own-/);
    await search.close();
  });

  it('lists what is asked for, in the order that is asked for', async () => {
    await type('.holdings-page [type=search]', '清溪 2021');
    await listed(LISTED[2]!);
    await press(shelf, '更正“2021年');
    await until('更正的表单', () =>
      ownWorld(shelf).evaluate(() => document.activeElement?.getAttribute('name') === 'title'),
    );
    await shelf.keyboard.press('Escape');
    await until('焦点回到“更正”', () => ownWorld(shelf).evaluate(() => document.activeElement?.textContent === '更正'));
    await type('.holdings-page [type=search]', '没有这样的报告');
    await says(shelf, '没有符合的报告');
    await type('.holdings-page [type=search]', ' ');
    await shelf.select('select[aria-label=来源]', 'added');
    await says(shelf, '3 份，共 ');
    await shelf.select('select[aria-label=排列]', 'year');
    await until(
      '按年份排列',
      async () => (await own()).map(({ title }) => title.slice(0, 4)).join() === '2021,2020,2019',
    );
    await shelf.select('select[aria-label=来源]', 'all');
  });

  it('asks for place and year where it cannot read them, and takes the answer', async () => {
    await press(shelf, '粘贴文字');
    await type('.ways textarea', '各位代表：我们加快推进项目建设，完善基础设施，推动产业升级，强化要素保障。');
    await press(shelf, '收入');
    await says(shelf, '读不出地方和年份');
    await press(shelf, '保存');
    await says(shelf, '请填地方');
    await type('.results [name=place]', '白石县');
    await type('.results [name=year]', '20');
    await press(shelf, '保存');
    await says(shelf, '请填年份');
    await type('.results [name=year]', '2018');
    expect(await shelf.$eval('.results [name=level]', (select) => (select as HTMLSelectElement).value)).toBe('county');
    expect(await faults(shelf)).toEqual([]);
    await press(shelf, '保存');
    await says(shelf, '已改好');
    await says(shelf, '白石县');
    await press(shelf, '收起');
    expect(await own()).toHaveLength(4);
  });

  it('removes a report after a second word', async () => {
    await type('.holdings-page [type=search]', '白石');
    await until('一份', async () => (await own()).length === 1);
    await press(shelf, '移出“');
    await press(shelf, '不移');
    expect(await own()).toHaveLength(1);
    await press(shelf, '移出“');
    await press(shelf, '确定移出');
    await says(shelf, '已移出');
    await type('.holdings-page [type=search]', ' ');
    await listed(...LISTED);
  });

  it('opens an added report to read, and a note on it is there after a reload', async () => {
    const { href } = (await own()).find(({ title }) => title === LISTED[0])!;
    reader = await browser.newTab();
    await browser.visit(reader, `reader.html${href}`);
    await painted(reader, 'target');
    await openEditor(browser, reader, { text: PASSAGE });
    await write(browser, reader, '与上年比较');
    await save(browser, reader, PASSAGE);
    await reload(reader);
    await noted(reader, PASSAGE);
  });

  it('shows what other added reports say on a matter after what the bundled ones do, and opens the passage', async () => {
    await openSections(browser, reader, { text: '推进农村人居环境整治' });
    const focus = (await overlay(browser, reader))?.focus;
    expect(focus).toMatch(/^button .*(?:衡阳|石鼓) 20\d\d$/);
    const both = await card(browser, reader, '对应章节', '你收入的报告 2 ↓', '清溪 2020');
    expect(both.indexOf('你收入的报告')).toBeGreaterThan(both.search(/(?:衡阳|石鼓) 20\d\d/));
    expect(both).not.toContain('清溪 2019');
    expect((await overlay(browser, reader))?.focus).toBe(focus);
    await click(browser, reader, '你收入的报告');
    await until('焦点到收入的报告', async () =>
      (await overlay(browser, reader))?.focus?.match(/^button .*清溪 20\d\d$/),
    );
    await reader.screenshot({ path: join(screens, `${name}-sections-added-shown.png`) });
    for (const scheme of ['light', 'dark'] as const) {
      await browser.setScheme(reader, scheme);
      for (const width of [360, 768, 1440]) {
        await reader.setViewport({ width, height: 900 });
        await reader.screenshot({ path: join(screens, `${name}-sections-added-${width}-${scheme}.png`) });
      }
    }
    await browser.setScheme(reader, 'light');
    await reader.setViewport({ width: 1280, height: 900 });
    await dismiss(browser, reader);

    await openSections(browser, reader, { text: FERRY[2019]! });
    await card(browser, reader, '收录的报告里没有对应的章节', '你收入的报告', '清溪 2020');
    await click(browser, reader, '修复清溪古渡口');
    const opened = await until('收入的 2020 年报告', async () => {
      const title = await ownWorld(reader).evaluate(() => document.title);
      return title.startsWith(LISTED[1]!) && (await marks(reader))['target-passage']?.length ? landing(reader) : null;
    });
    expect(opened.reportId).toMatch(/^own-/);
    expect(opened.passage).toBe(FERRY[2020]);
    await ownWorld(reader).evaluate(() => history.back());
    await noted(reader, PASSAGE);
  });

  it('compares it with another: where they differ, and side by side', async () => {
    const [first, second] = (await own()).map(({ href }) => href.slice(1));
    const tab = await browser.newTab();
    await browser.visit(tab, `reader.html#${first}~${second}`);
    await says(tab, '两个版本的不同之处');
    await until('数字的不同', () => ownWorld(tab).evaluate(() => document.querySelectorAll('.versions tr').length > 3));
    await browser.visit(tab, `reader.html#${first}+${second}`);
    const columns = () =>
      ownWorld(tab).evaluate(() =>
        Array.from(document.querySelectorAll('.together .scroller'), (each) => each.textContent ?? ''),
      );
    await until('两栏', async () => {
      const texts = await columns();
      return texts.length === 2 && texts[0] !== texts[1] && texts.every((text) => text.includes('清溪茶'));
    });
    await tab.close();
  });

  it.each(['light', 'dark'] as const)('has nothing for axe to hold against it, %s', async (scheme) => {
    await shelf.bringToFront();
    await browser.setScheme(shelf, scheme);
    await put({
      'scan.pdf': makePdf([[], []], { picture: true }),
      'x.txt': new TextEncoder().encode(textOf(2019, WORDS.docx)),
    });
    await says(shelf, '没有收入 1 份');
    await press(shelf, '更正“2020年');
    await press(shelf, '全部移出…');
    for (const width of [360, 768, 1440]) {
      await shelf.setViewport({ width, height: 1000 });
      expect(await faults(shelf), `${width}`).toEqual([]);
      expect(await ownWorld(shelf).evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
        true,
      );
      await shelf.screenshot({ path: join(screens, `${name}-library-own-${width}-${scheme}.png`), fullPage: true });
    }
    await reload(shelf);
    await listed(...LISTED);
  });

  it('gives everything back from its export, in place', async () => {
    await press(shelf, '导出收入的报告');
    await says(shelf, '导出了 3 份报告');
    const file = await until('导出的文件', async () => readdirSync(downloads).find((each) => each.endsWith('.zip')));
    await until('导出写完', async () => !readdirSync(downloads).some((each) => /part|crdownload/.test(each)));
    await press(shelf, '全部移出…');
    await type('.remove-all input', '全部移');
    expect(await shelf.$eval('.remove-all .sure', (button) => (button as HTMLButtonElement).disabled)).toBe(true);
    await type('.remove-all input', '全部移出');
    await press(shelf, '全部移出');
    await says(shelf, '已全部移出');
    await listed();
    expect(await find(WORDS.pdf)).toEqual([]);

    const input = (await shelf.$('.whole input[type=file]')) as ElementHandle<HTMLInputElement>;
    expect(existsSync(join(downloads, file))).toBe(true);
    await input.uploadFile(join(downloads, file));
    await says(shelf, '导入了 3 份报告');
    await listed(...LISTED);
    // Another worker hears of it within half a second.
    await until('导入的报告能搜到', async () => (await find(WORDS.pdf)).join() === '2021: 1');
    await reader.bringToFront();
    await reload(reader);
    await noted(reader, PASSAGE);
  });

  it('asks the network for nothing', () => {
    const asked = site.requests.filter(({ url }) => !url.includes('qingxi.gov.cn')).map(({ url }) => url);
    expect(asked).toEqual([]);
  });
});
