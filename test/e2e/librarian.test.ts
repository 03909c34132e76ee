import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Added, Found, Holding } from '../../lib/library/types';
import { askLibrary, librarianPath } from '../../tools/askLibrary';
import { browserNames } from '../../tools/browser';
import { ownWorld } from '../../tools/ownWorld';
import { reportText } from '../../tools/pages';
import { card, host, landing, openSections } from '../../tools/reading';
import { until } from '../../tools/until';
import { reportOf } from '../library/reports';
import { launchWatched, type WatchedBrowser } from './watched';

const screens = join(import.meta.dirname, '../../.output/screens');

/** The worker as it is built, in the browsers' own databases. */
describe.each(browserNames)('the librarian in %s', (name) => {
  let browser: WatchedBrowser;
  let page: Page;
  const path = librarianPath(name);
  const text = reportOf({ more: '（三）传承“清溪茶”技艺。' });

  beforeAll(async () => {
    await mkdir(screens, { recursive: true });
    browser = await launchWatched(name);
    page = await browser.newTab();
    await browser.visit(page, 'options.html');
    await until('扩展的页面', async () => page.evaluate(() => location.protocol.endsWith('extension:')));
  });
  afterAll(() => browser?.close());

  it('adds a report, lists it and finds it', async () => {
    const origin = { kind: 'paste', name: '' };
    const [added] = (await askLibrary(page, path, 'add', [[{ text, origin }]])) as Added[];
    expect(added).toMatchObject({ state: 'added', holding: { place: '清溪县', year: 2019 } });
    const [again] = (await askLibrary(page, path, 'add', [
      [{ text: text.replaceAll('\n\n', '\r\n'), origin }],
    ])) as Added[];
    expect(again!.state).toBe('known');
    const list = (await askLibrary(page, path, 'list')) as Holding[];
    expect(list.filter((holding) => holding.origin !== null)).toHaveLength(1);
    const found = (await askLibrary(page, path, 'search', [{ words: '清溪茶' }])) as Found[];
    expect(found.map(({ holding, count }) => [holding.place, count])).toEqual([['清溪县', 2]]);
  });

  it('gives it to the reader page, which reads it as it reads its own', async () => {
    const list = (await askLibrary(page, path, 'list')) as Holding[];
    const { id } = list.find(({ origin }) => origin !== null)!;
    const reader = await browser.newTab();
    await browser.visit(reader, `reader.html#${id}`);
    await until('阅读页里的报告', async () =>
      ownWorld(reader).evaluate(() => document.querySelector('article')?.textContent?.includes('清溪茶') ?? false),
    );
  });

  it('says why a report cannot be opened, where the store cannot be, and the bundled ones are there', async () => {
    const list = (await askLibrary(page, path, 'list')) as Holding[];
    const { id } = list.find(({ origin }) => origin !== null)!;
    // As a newer version of the extension leaves it; whoever has it open makes way.
    await ownWorld(page).evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('report-margins-library', 99);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        }),
    );
    const says = (tab: Page, selector: string, words: string) =>
      until(`“${words}”`, async () =>
        ownWorld(tab).evaluate(
          (at, wanted) => document.querySelector(at)?.textContent?.includes(wanted) ?? false,
          selector,
          words,
        ),
      );
    const tab = await browser.newTab();
    for (const hash of [`#${id}`, `#hengyang-2020+${id}`, `#${id}~hengyang-2020`]) {
      await tab.goto('about:blank');
      await browser.visit(tab, `reader.html${hash}`);
      await says(tab, '[role=alert]', '这份报告没有打开：报告库由更新版本的扩展写成');
      await says(tab, '.holdings', '衡阳');
      expect(await ownWorld(tab).evaluate(() => document.body.innerText.split('更新版本').length)).toBe(2);
      await tab.screenshot({ path: join(screens, `${name}-library-newer.png`) });
    }
    await tab.goto('about:blank');
    const passage = '落实政府部门法律顾问和法制审查制度';
    const start = reportText('hengyang-2020').indexOf(passage);
    await browser.visit(tab, `reader.html#hengyang-2020@${start}-${start + passage.length}`);
    await landing(tab);
    await openSections(browser, tab, { text: passage });
    const found = await card(browser, tab, '没有查成你收入的报告：报告库由更新版本的扩展写成');
    expect(found).toMatch(/石鼓 2021|衡阳 2012/);
    const said = await browser.inShadow(tab, host, (root) => root?.querySelector('[role=status]')?.textContent);
    expect(said).toContain('没有查成你收入的报告');
    await tab.screenshot({ path: join(screens, `${name}-sections-failed.png`) });
  });
});
