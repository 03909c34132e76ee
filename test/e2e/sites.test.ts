import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, builds } from '../../tools/browser';
import { ownWorld } from '../../tools/ownWorld';
import { address, sitePages } from '../../tools/pages';
import { marks, painted } from '../../tools/reading';
import { type Site, startSite } from '../../tools/site';
import { until } from '../../tools/until';
import { launchWatched, type WatchedBrowser } from './watched';

const host = 'www.example.com';
const notice = `http://${host}/notice.html`;

/** The extension as it is once the reader has let it on a site: Chromium's question for that cannot be answered by a driver. */
function grantedBuild(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'report-margins-granted-')), 'build');
  cpSync(builds.chromium, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.host_permissions.push(`*://${host}/*`);
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

describe('sites that the reader has let the extension on', () => {
  let site: Site;
  let browser: WatchedBrowser;

  beforeAll(async () => {
    const pages = sitePages();
    site = await startSite({ ...pages, [notice]: pages[address.notice]! });
    return () => site.close();
  });
  afterEach(() => browser?.close());

  const launch = async (name: BrowserName, extensionDir: string) => {
    browser = await launchWatched(name, { extensionDir, proxy: { address: site.address } });
  };
  const openOptions = async () => {
    const options = await browser.newTab();
    await browser.visit(options, 'options.html');
    await until('设置页', () => textOf(options).then((text) => text.includes('自动认出')));
    return options;
  };

  it('has reports recognised there and nothing else marked, in chromium', async () => {
    const granted = grantedBuild();
    await launch('chromium', granted);
    await until('自己认出的报告', async () => {
      const page = await browser.open(address.elsewhere);
      const { term = [] } = await Promise.race([painted(page, 'term').then((term) => ({ term })), pause(3000)]);
      if (term.includes('六稳')) return true;
      await page.close();
      return false;
    });
    const other = await browser.open(notice);
    const options = await openOptions();
    expect(await textOf(options)).toContain(host);
    expect(await marks(other)).toEqual({});
    rmSync(dirname(granted), { recursive: true });
  });

  it('is offered in the popup on a page of another site, and not on a government site, in chromium', async () => {
    await launch('chromium', builds.chromium);
    for (const [url, offered] of [
      [address.elsewhere, true],
      [address.report, false],
    ] as const) {
      const page = await browser.open(url);
      await browser.pressToolbarButton(page);
      const popup = await until('弹窗', async () => {
        const target = browser.browser.targets().find((each) => each.url().endsWith('/popup.html'));
        return target ? target.asPage() : null;
      });
      await until('弹窗里的结论', () => textOf(popup).then((text) => text.includes('名词')));
      expect((await textOf(popup)).includes(`以后自动认出 ${host} 上的报告`), url).toBe(offered);
      await popup.close();
      await page.close();
    }
  });

  it('comes when the reader asks for it and goes when the settings give the site back, in firefox', async () => {
    await launch('firefox', builds.firefox);
    const page = await browser.open(address.elsewhere);
    await browser.pressToolbarButton(page);
    await painted(page, 'term');
    await browser.inBackground(`browser.tabs.create({ active: false, url: '/popup.html' })`);
    const popup = await until('弹窗', () => browser.tabAt((url) => url === `${browser.origin}/popup.html`));
    await press(popup, `以后自动认出 ${host} 上的报告`);
    await until('弹窗知道了', () => textOf(popup).then((text) => text.includes(`不再自动认出 ${host}`)));
    await popup.close();

    await page.bringToFront();
    await page.reload();
    expect(await painted(page, 'term')).toContain('六稳');
    const other = await browser.open(notice);
    expect(await marks(other)).toEqual({});

    const options = await openOptions();
    await press(options, `去掉 ${host}`);
    await until('设置里不再有这个网站', () => textOf(options).then((text) => !text.includes(host)));
    await page.bringToFront();
    await page.reload();
    // A page that is watched is painted within a second or two.
    await pause(3000);
    expect(await marks(page)).toEqual({});
  });
});

const pause = (milliseconds: number) =>
  new Promise<{ term?: string[] }>((resolve) => setTimeout(() => resolve({}), milliseconds));

const textOf = (on: Page) => ownWorld(on).evaluate(() => document.body.innerText);

/** Clicks the button that says `words`, as the reader does: the browser grants nothing to a click that a script made. */
async function press(on: Page, words: string): Promise<void> {
  await on.bringToFront();
  const place = await until(`按钮“${words}”`, () =>
    ownWorld(on).evaluate((label) => {
      const button = Array.from(document.querySelectorAll('button')).find((each) =>
        `${each.textContent} ${each.getAttribute('aria-label')}`.includes(label),
      );
      button?.scrollIntoView({ block: 'center' });
      const box = button?.getBoundingClientRect();
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    }, words),
  );
  await on.mouse.click(place.x, place.y);
}
