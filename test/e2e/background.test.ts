import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../tools/browser';
import { ownWorld } from '../../tools/ownWorld';
import { address, reportText, siteName, sitePages } from '../../tools/pages';
import { pourReport } from '../../tools/pour';
import { card, dismiss, hosted, hover, marks, openEditor, overlay, painted, save, write } from '../../tools/reading';
import { until } from '../../tools/until';
import { launchOnSite, type WatchedBrowser } from './watched';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const host = `http://${siteName}`;
/** The district's report, of another year and place. */
const district = `${host}/zwgk/2021.html`;
/** Both reports in frames of one page. */
const both = `${host}/zwgk/both.html`;
const large = `${host}/zwgk/large.html`;
const restless = `${host}/zwgk/restless.html`;

function pages() {
  const all = sitePages();
  const { body } = all[address.report]!;
  const long = body.replace('<div class="TRS_Editor">', (tag) => tag + '<p>城镇新增就业 1.2 万人。</p>'.repeat(20_000));
  return {
    ...all,
    [district]: { body: pourReport(reportText('shigu-2021')) },
    [both]: {
      body: `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>政府工作报告</title>
        <iframe src="${address.report}" width="600" height="500"></iframe><iframe src="${district}" width="600" height="500"></iframe>`,
    },
    [large]: { body: long },
    [restless]: {
      body: long.replace(
        '</body>',
        `<script>let ticks = 0; const ticker = document.createElement('p'); document.querySelector('.TRS_Editor').append(ticker);
          setInterval(() => { ticker.textContent = '第 ' + ++ticks + ' 次'; }, 50);</script></body>`,
      ),
    },
  };
}

/** Holds every reading that has not come to its end when the page's turn comes, until `release`. */
const hold = `Object.assign(scheduler, { held: [], given: [scheduler.yield, scheduler.postTask] });
  scheduler.yield = scheduler.postTask = () => new Promise((go) => scheduler.held.push(go)); undefined`;
const release = `[scheduler.yield, scheduler.postTask] = scheduler.given; scheduler.held.forEach((go) => go()); undefined`;

describe.each(browserNames)('reading in the background in %s', (name) => {
  let browser: WatchedBrowser;

  beforeAll(async () => {
    browser = await launchOnSite(name, pages());
  });
  afterAll(() => browser?.close());

  const awake = async () => {
    const page = await browser.open(address.report);
    await painted(page, 'term');
    await page.close();
  };
  const addTo = (page: Page, words: string) =>
    browser.change(page, (view) =>
      view.evaluate((html) => document.querySelector('.TRS_Editor')!.insertAdjacentHTML('beforeend', html), words),
    );
  const figures = async (page: Page) => Object.values(await marks(page)).flat();

  it('is asked again when it is stopped in the middle', async () => {
    await awake();
    await browser.inBackground(hold);
    const page = await browser.open(address.report);
    await pause(1500);
    expect(await marks(page)).toEqual({});
    await browser.stopBackground();
    expect(await painted(page, 'term')).toContain('六稳');
    await page.close();
  });

  it('wakes for a page that comes and for a page that changes', async () => {
    await awake();
    await browser.stopBackground();
    const page = await browser.open(address.report);
    expect(await painted(page, 'term')).toContain('六稳');
    await browser.stopBackground();
    await addTo(page, '<p>地区生产总值增长 7.77%。</p>');
    await until('新来的数字', async () => (await figures(page)).includes('7.77%'));
    await browser.stopBackground();
    await openEditor(browser, page, { text: '千亿产业加快布局' });
    await write(browser, page, '后台睡着的时候写的。');
    await save(browser, page, '千亿产业加快布局');
    await page.close();
  });

  it('reads two frames and two tabs at the same time, each for itself', async () => {
    await awake();
    await browser.inBackground(hold);
    const framed = await browser.open(both);
    const [one, other] = [await browser.open(address.report), await browser.open(district)];
    await pause(1500);
    await browser.inBackground(release);
    for (const page of [framed, one, other]) await page.bringToFront();
    const [, first, second] = framed.frames();
    for (const view of [one, first!]) {
      expect(await painted(view, 'term')).toContain('六稳');
      expect((await painted(view, 'target')).slice(0, 3)).toEqual(['8.5%左右', '5%左右', '9%左右']);
    }
    for (const view of [other, second!]) {
      const targets = await painted(view, 'target');
      expect(targets).not.toContain('30%左右');
      const text = await ownWorld(view).evaluate(() => document.body.innerText);
      for (const target of targets) expect(text).toContain(target);
    }
    for (const page of [framed, one, other]) await page.close();
  });

  it('drops what it finds when the page has other text by then', async () => {
    await awake();
    await browser.inBackground(hold);
    const page = await browser.open(address.report);
    await pause(1500);
    await addTo(page, '<p>地区生产总值增长 7.77%。</p>');
    await pause(1500);
    await browser.inBackground(release);
    await until('新来的数字', async () => (await figures(page)).includes('7.77%'));
    expect(await painted(page, 'term')).toContain('六稳');
    await page.close();
  });

  it('marks nothing when the page has gone on to something else by then', async () => {
    await awake();
    await browser.inBackground(hold);
    const page = await browser.open(address.report);
    await pause(1500);
    // The address first, the text later, as pages do that fetch it.
    await browser.change(page, (view) => view.evaluate(() => history.pushState({}, '', '/xwzx/1.html')));
    await browser.inBackground(release);
    await pause(1000);
    await browser.change(page, (view) =>
      view.evaluate(() => {
        document.title = '我市召开经济工作会议';
        document.querySelector('.article')!.innerHTML =
          `<h1>我市召开经济工作会议</h1>${'<p>会议要求做好“六稳”工作，落实“六保”任务，推进“放管服”改革，地区生产总值增长8%。</p>'.repeat(8)}`;
      }),
    );
    await pause(2500);
    expect(await figures(page)).toEqual([]);
    await page.close();
  });

  it('has a note stored without delay while it reads three hundred thousand characters', async () => {
    const page = await browser.open(address.report);
    await painted(page, 'term');
    await openEditor(browser, page, { text: '重大活动精彩纷呈' });
    await write(browser, page, '长文正在读。');
    const other = await browser.newTab();
    void other.goto(large).catch(() => {});
    await page.bringToFront();
    await until('长文到了', () => ownWorld(other).evaluate(() => document.querySelector('.TRS_Editor') !== null));
    const begin = Date.now();
    await save(browser, page, '重大活动精彩纷呈');
    const took = Date.now() - begin;
    console.log(`${name}: a note was stored in ${took} ms beside the reading of a long text`);
    expect(took).toBeLessThan(3000);
    await other.bringToFront();
    expect(await painted(other, 'term')).toContain('六稳');
    await other.close();
    await page.close();
  });

  it('comes to the end of a long text that never rests', async () => {
    const page = await browser.open(restless);
    expect(await painted(page, 'term')).toContain('六稳');
    // No two pages stand at the same number.
    await browser.change(page, (view) =>
      view.evaluate(() => document.querySelector('.TRS_Editor')!.lastChild!.remove()),
    );
    await page.close();
  });

  it('leaves a page alone that is being read when the extension is updated', async () => {
    await awake();
    await browser.inBackground(hold);
    const page = await browser.open(address.report);
    await pause(1500);
    await browser.inBackground('(globalThis.browser ?? chrome).runtime.reload()').catch(() => {});
    await pause(4000);
    if (name === 'chromium') {
      expect(await marks(page)).toEqual({});
      expect(await hosted(page)).toBe(false);
    } else {
      // Firefox runs the new version on open pages at once.
      expect(await painted(page, 'term')).toContain('六稳');
      await hover(page, { text: '六稳' });
      await card(browser, page, '六稳');
      await dismiss(browser, page);
      expect((await overlay(browser, page))?.dialogs).toEqual([]);
    }
    await page.close();
  });
});
