import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Note } from '../../lib/notes/types';
import { browserNames, builds } from '../../tools/browser';
import { address, reportText, sitePages } from '../../tools/pages';
import { landing, noted, openEditor, painted, save, write } from '../../tools/reading';
import { type Site, startSite } from '../../tools/site';
import { openStore, storedNotes } from '../../tools/storedNotes';
import { until } from '../../tools/until';
import { launchWatched, type WatchedBrowser } from './watched';

/** Read in the 2020 report. The second stands in the bundled file with a space, on the page without. */
const WRITTEN = [
  { text: '千亿产业加快布局', words: '核对产值 #口径' },
  { text: '重大活动精彩纷呈', words: '哪些活动' },
  { text: '各项任务圆满完成', words: '与上年相同 #套话' },
];

/**
 * A profile whose downloads go to `downloads` without asking, and in which the optional permission is granted unasked:
 * nobody can answer the browser's own question when it is headless. Firefox has a preference for that; for Chromium the
 * permission is made a required one, in a copy of the build.
 */
async function prepare(browser: (typeof browserNames)[number], folder: string) {
  const downloads = join(folder, 'downloads');
  const profileDir = join(folder, 'profile');
  await mkdir(join(profileDir, 'Default'), { recursive: true });
  await mkdir(downloads);
  if (browser === 'chromium') {
    const extensionDir = join(folder, 'extension');
    cpSync(builds.chromium, extensionDir, { recursive: true });
    const path = join(extensionDir, 'manifest.json');
    const { optional_permissions: optional, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...manifest, permissions: [...manifest.permissions, ...optional] }));
    const download = { default_directory: downloads, prompt_for_download: false };
    await writeFile(join(profileDir, 'Default/Preferences'), JSON.stringify({ download }));
    return { extensionDir, profileDir, downloads };
  }
  const prefs = {
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'extensions.webextOptionalPermissionPrompts': false,
  };
  const lines = Object.entries(prefs).map((pref) => `user_pref(${JSON.stringify(pref).slice(1, -1)});\n`);
  await writeFile(join(profileDir, 'prefs.js'), lines.join(''));
  return { extensionDir: builds.firefox, profileDir, downloads };
}

describe.each(browserNames)('the notebook in %s', (name) => {
  let site: Site;
  let folder: string;
  let places: Awaited<ReturnType<typeof prepare>>;
  let browser: WatchedBrowser;
  let report: Page;
  let notebook: Page;
  let store: Page;
  let written: Note[];

  const launch = () => {
    const { extensionDir, profileDir } = places;
    return launchWatched(name, { extensionDir, profileDir, proxy: { address: site.address } });
  };
  beforeAll(async () => {
    site = await startSite(sitePages());
    folder = await mkdtemp(join(tmpdir(), 'report-margins-notebook-'));
    places = await prepare(name, folder);
    browser = await launch();
    store = await openStore(browser);
    report = await browser.open(address.report);
    await painted(report, 'term');
    for (const { text, words } of WRITTEN) {
      await openEditor(browser, report, { text });
      await write(browser, report, words);
      await save(browser, report, text);
    }
    written = await storedNotes(store);
    notebook = await browser.newTab();
    await browser.visit(notebook, 'reader.html#notebook');
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });

  const rows = (): Promise<string[]> =>
    notebook.evaluate(() =>
      Array.from(document.querySelectorAll('.notes > li > blockquote'), (each) => each.textContent ?? ''),
    );
  const listed = (...texts: string[]) =>
    until(`旁注本里的“${texts.join('”“')}”`, async () => JSON.stringify(await rows()) === JSON.stringify(texts));
  const press = (page: Page, words: string) =>
    until(`写着“${words}”的按钮`, async () => {
      const found = await page.evaluateHandle((wanted) => {
        const buttons = Array.from(document.querySelectorAll<HTMLElement>('button, label, summary'));
        return buttons.find(({ textContent }) => textContent?.includes(wanted)) ?? null;
      }, words);
      await page.bringToFront();
      // A real click: the browser answers a question for a permission only then.
      const button = found.asElement() as ElementHandle<HTMLElement> | null;
      await button?.click();
      return button !== null;
    });
  const says = (page: Page, words: string) =>
    until(`“${words}”`, () => page.evaluate((wanted) => document.body.innerText.includes(wanted), words));
  const search = async (words: string) => {
    await notebook.bringToFront();
    await notebook.focus('[type=search]');
    await notebook.$eval('[type=search]', (input) => (input as HTMLInputElement).select());
    if (words) await notebook.keyboard.type(words);
    else await notebook.keyboard.press('Backspace');
  };
  const choose = (label: string, value: string) => notebook.select(`select[aria-label=${label}]`, value);
  const importFile = async (path: string) => {
    const input = (await store.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
  };
  const [first, second, third] = WRITTEN.map(({ text }) => text) as [string, string, string];

  it('shows what was written on the page, the newest first, and where it stands', async () => {
    await listed(third, second, first);
    await until('每条都找到原处', () =>
      notebook.evaluate(() => document.querySelectorAll('.notes a[href^="#hengyang-2020@"]').length === 3),
    );
    const host = await notebook.$eval('.notes .about', (about) => about.textContent);
    expect(host).toContain('www.hengyang.gov.cn');
    await until('状态一项', () =>
      notebook.$$eval('select[aria-label=状态] option', (options) =>
        options.some(({ textContent }) => textContent === '在原处（3）'),
      ),
    );
  });

  it('searches notes and quotations, and filters', async () => {
    await search('产值');
    await listed(first);
    await search('圆满');
    await listed(third);
    await search('');
    await listed(third, second, first);
    await choose('标签', '=口径');
    await listed(first);
    await press(notebook, '清除筛选');
    await choose('报告', '=衡阳市 2020');
    await listed(third, second, first);
    await choose('颜色', '=red');
    await listed(third, second, first);
    await press(notebook, '清除筛选');
  });

  it('removes with undo, and restores from the trash', async () => {
    const remove = () =>
      notebook.evaluate(() => document.querySelector<HTMLElement>('.notes > li:nth-child(2) .remove')?.click());
    await remove();
    await listed(third, first);
    expect(await storedNotes(store)).toHaveLength(2);
    await press(notebook, '撤销');
    await listed(third, second, first);
    await remove();
    await listed(third, first);
    await press(notebook, '删除的旁注');
    await press(notebook, '恢复');
    await listed(third, second, first);
    expect(await storedNotes(store)).toEqual(written);
  });

  it('can be read by everybody', async () => {
    await notebook.evaluate(readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8'));
    const found = await notebook.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
      return (await axe.run()).violations.map(({ id }) => id);
    });
    expect(found).toEqual([]);
  });

  it('leads to the passage in the bundled report', async () => {
    const reader = await browser.newTab();
    await browser.visit(reader, 'reader.html#notebook');
    await until('到原处的链接', () =>
      reader.evaluate(() => {
        const link = document.querySelector<HTMLElement>('.notes a[href^="#hengyang-2020@"]');
        link?.click();
        return link !== null;
      }),
    );
    const { start, end, passage } = await until('报告里的段落', () => landing(reader));
    expect(passage).toBe(third);
    expect(reportText('hengyang-2020').slice(start, end)).toBe(third);
    await reader.close();
  });

  let backup: string;
  it('writes a backup with count and checksum to the downloads folder', async () => {
    await store.bringToFront();
    await press(store, '每天');
    await says(store, '3 条。');
    const written = join(places.downloads, 'report-margins');
    const [file] = readdirSync(written);
    expect(file).toMatch(/^notes-\d{4}-\d\d-\d\d\.jsonld$/);
    backup = readFileSync(join(written, file!), 'utf8');
    expect(JSON.parse(backup)).toMatchObject({ total: 3, checksum: expect.stringMatching(/^sha256:/) });
    expect(await alarms()).toEqual(['backup']);
    await press(store, '现在备份');
    // An earlier backup is never written over.
    await until('第二份备份', async () => readdirSync(written).filter((each) => each.endsWith('.jsonld')).length === 2);
  });

  /** What the browser will wake the background for. */
  const alarms = (): Promise<string[]> =>
    store.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: { alarms: { getAll(): Promise<{ name: string }[]> } } };
      return (await chrome.alarms.getAll()).map(({ name }) => name);
    });

  it('can have its backups stopped, and started again', async () => {
    await press(store, '不备份');
    await until('不再有闹钟', async () => (await alarms()).length === 0);
    await press(store, '每周');
    await until('又有闹钟', async () => (await alarms()).length === 1);
  });

  /** What cleaning tools and a damaged profile do: the database is gone while the extension runs. */
  const wipe = async () => {
    await store.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.deleteDatabase('report-margins');
          request.onsuccess = () => resolve();
          request.onerror = () => reject(request.error);
        }),
    );
    await until('旁注都没了', async () => (await storedNotes(store)).length === 0);
    await browser.visit(store, 'options.html');
  };

  it('refuses a damaged backup and writes nothing', async () => {
    await wipe();
    for (const [damaged, reason] of [
      [backup.replace('核对产值', '核对产量'), '校验码与内容不符'],
      [backup.replace('"total": 3', '"total": 4'), '备份上写着 4 条，里面是 3 条'],
      [backup.slice(0, backup.length / 2), '行：文件到这里断了'],
    ] as const) {
      expect(damaged).not.toBe(backup);
      const path = join(folder, 'damaged.jsonld');
      await writeFile(path, damaged);
      await importFile(path);
      await says(store, reason);
      expect(await storedNotes(store)).toEqual([]);
    }
  });

  it('gives back everything from a backup, in place', async () => {
    const path = join(folder, 'backup.jsonld');
    await writeFile(path, backup);
    await importFile(path);
    await says(store, '导入了 3 条旁注');
    expect(await storedNotes(store)).toEqual(written);
    await listed(third, second, first);
    await until('每条都找到原处', () =>
      notebook.evaluate(() => document.querySelectorAll('.notes a[href^="#hengyang-2020@"]').length === 3),
    );
    await report.reload();
    for (const { text } of WRITTEN) await noted(report, text);
  });

  it('takes along what is listed', async () => {
    await search('产值');
    await listed(first);
    await press(notebook, '阅读用 Markdown');
    const path = join(places.downloads, 'report-margins-notes.md');
    await until('导出的文件', async () => existsSync(path) && readFileSync(path, 'utf8').length > 0);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(`> ${first}`);
    expect(text).not.toContain(second);
  });

  it('notices at the next start that the database was wiped, and says the way back', async () => {
    await browser.close();
    browser = await launch();
    store = await openStore(browser);
    await says(store, '浏览器清空过旁注数据库');
    expect(await storedNotes(store)).toEqual(written);
    const popup = await browser.newTab();
    await browser.visit(popup, 'popup.html');
    await says(popup, '浏览器清空过旁注数据库');
    await press(store, '知道了');
    await until('提示收起', () => store.evaluate(() => !document.body.innerText.includes('浏览器清空过旁注数据库')));
  });
});
