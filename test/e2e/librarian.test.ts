import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Added, Found, Holding } from '../../lib/library/types';
import { askLibrary, librarianPath } from '../../tools/askLibrary';
import { browserNames, builds, type LaunchedBrowser, launchBrowser } from '../../tools/browser';
import { ownWorld } from '../../tools/ownWorld';
import { until } from '../../tools/until';
import { reportOf } from '../library/reports';

/** The worker as it is built, in the browsers' own databases. */
describe.each(browserNames)('the librarian in %s', (name) => {
  let browser: LaunchedBrowser;
  let page: Page;
  const path = librarianPath(name);
  const text = reportOf({ more: '（三）传承“清溪茶”技艺。' });

  beforeAll(async () => {
    browser = await launchBrowser(name, { extensionDir: builds[name] });
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
});
