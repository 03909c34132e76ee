import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../tools/browser';
import { ownWorld } from '../../tools/ownWorld';
import { reportText } from '../../tools/pages';
import { card, click, hover, landing } from '../../tools/reading';
import { until } from '../../tools/until';
import { launchWatched, type WatchedBrowser } from './watched';

const screens = join(import.meta.dirname, '../../.output/screens');
const SCHEMES = ['light', 'dark'] as const;

/** What axe holds against a page, a line each. */
async function faults(page: Page): Promise<string[]> {
  const world = ownWorld(page);
  await world.evaluate(axe.source);
  return world.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run();
    return violations.map(
      ({ id, nodes: [first, ...others] }) =>
        `${id}: ${first?.html.slice(0, 200)} — ${first?.failureSummary} (and ${others.length} more)`,
    );
  });
}

describe.each(browserNames)('the pages about all reports in %s', (name) => {
  let browser: WatchedBrowser;
  let page: Page;

  beforeAll(async () => {
    await mkdir(screens, { recursive: true });
    browser = await launchWatched(name);
    page = await browser.newTab();
  });
  afterAll(() => browser?.close());

  const open = (hash: string) => browser.visit(page, `reader.html${hash}`);
  const world = () => ownWorld(page);
  const says = (words: string) =>
    until(`“${words}”`, () => world().evaluate((wanted) => document.body.innerText.includes(wanted), words));
  /** The driver waits for ever for a page of the extension that loads anew in Firefox. */
  const reload = async () => {
    await world().evaluate(() => {
      document.title = 'old';
      setTimeout(() => location.reload());
    });
    await until('重新载入', () => world().evaluate(() => document.title !== 'old' && document.title !== ''));
  };
  const hash = () => world().evaluate(() => decodeURIComponent(location.hash));
  const focused = () => world().evaluate(() => document.activeElement?.textContent ?? '');
  const inBox = () => world().evaluate(() => document.activeElement?.matches('[type=search]') ?? false);
  const press = (words: string) =>
    until(`按“${words}”`, () =>
      world().evaluate((wanted) => {
        const all = Array.from(document.querySelectorAll<HTMLElement>('main button, main a, main label, main summary'));
        const found = all.find(({ textContent }) => textContent?.trim().startsWith(wanted));
        found?.click();
        return found !== undefined;
      }, words),
    );
  /** Keeps what the page would download, instead of writing it to the disk. */
  const downloads = async (does: () => Promise<unknown>) => {
    await page.evaluate(() => {
      const kept: { name: string; blob: Promise<number[]> }[] = [];
      Object.assign(window, { kept });
      const make = URL.createObjectURL.bind(URL);
      const blobs = new Map<string, Blob>();
      URL.createObjectURL = (blob: Blob) => {
        const url = make(blob);
        blobs.set(url, blob);
        return url;
      };
      HTMLAnchorElement.prototype.click = function click() {
        const bytes = blobs.get(this.href)!.arrayBuffer();
        kept.push({ name: this.download, blob: bytes.then((buffer) => Array.from(new Uint8Array(buffer))) });
      };
    });
    await does();
    const file = await until('下载的文件', () =>
      page.evaluate(async () => {
        const [first] = (window as unknown as { kept: { name: string; blob: Promise<number[]> }[] }).kept;
        return first ? { name: first.name, bytes: await first.blob } : null;
      }),
    );
    return { name: file.name, content: Buffer.from(file.bytes) };
  };

  // 六稳 stands three times in the 2021 report, twice in the 2020 one and once in the newspaper's part of that.
  it('finds words in all reports, and opens the passage by keyboard', async () => {
    await open('#search');
    await until('焦点在检索框', inBox);
    await page.keyboard.type('六稳');
    await says('3 份报告，共 6 处');
    expect(await hash()).toBe('#search?q=六稳');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain('六稳');
    await page.keyboard.press('Escape');
    expect(await inBox()).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const there = await landing(page);
    expect(there.reportId).toBe('shigu-2021');
    expect(reportText('shigu-2021').slice(there.start, there.end)).toBe('六稳');
    await page.goBack();
    await says('3 份报告，共 6 处');
  });

  it('is led to from the cards of a report', async () => {
    const start = reportText('shigu-2021').indexOf('六稳');
    await open(`#shigu-2021@${start}-${start + 2}`);
    await landing(page);
    const asked = { text: '六稳', after: reportText('shigu-2021').slice(start - 4, start) };
    for (const scheme of SCHEMES) {
      await browser.setScheme(page, scheme);
      for (const width of [360, 768, 1440]) {
        await page.setViewport({ width, height: 900 });
        await hover(page, asked);
        await card(browser, page, '六稳');
        await page.screenshot({ path: join(screens, `${name}-card-term-${width}-${scheme}.png`) });
      }
    }
    await browser.setScheme(page, 'light');
    await page.setViewport({ width: 1280, height: 900 });
    await hover(page, asked);
    await card(browser, page, '六稳');
    await click(browser, page, '全部报告');
    await until('名词的一页', async () => (await hash()) === '#term/六稳六保');
    await says('六稳六保');
    await page.goBack();
    await landing(page);
  });

  it('goes to the box on a slash, filters, and keeps all in the address', async () => {
    await open('#search?q=%E5%85%AD%E7%A8%B3');
    await says('3 份报告，共 6 处');
    await world().evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('/');
    await until('焦点在检索框', inBox);
    await page.select('select[aria-label=级别]', 'county');
    await says('1 份报告，共 3 处');
    expect(await hash()).toBe('#search?q=六稳&level=county');
    await reload();
    await says('1 份报告，共 3 处');
    await page.select('select[aria-label=文种]', 'article');
    await says('没有找到');
    await page.goBack();
    await says('1 份报告，共 3 处');
    await page.goBack();
    await says('3 份报告，共 6 处');
    // Long words of a report: all of its places on demand.
    await open('#search?q=%E5%8F%91%E5%B1%95&kind=report');
    await until('其余各处', () => world().evaluate(() => document.querySelectorAll('.found .more').length === 3));
    await world().evaluate(() => document.querySelector<HTMLElement>('.found .more')?.click());
    const wanted = reportText('shigu-2021').split('发展').length - 1;
    await until('全部各处', () =>
      world().evaluate((count) => document.querySelectorAll('.found > li:first-child .hit').length === count, wanted),
    );
  });

  it('says what is missing: words, longer words, results, a page', async () => {
    await open('#search');
    await says('输入要找的词');
    await page.keyboard.type('省');
    await says('至少输入两个字');
    await page.keyboard.type('略县');
    await says('没有找到');
    await open('#search?level=village');
    await says('没有收录“search?level=village”');
    await open('#indicator/nothing');
    await says('指标表里没有“nothing”');
    await open('#term/%E0%A4%A');
    await says('没有收录“term/');
  });

  it('leads from words to their term and their indicator', async () => {
    await open(`#search?q=${encodeURIComponent('四到四零')}`);
    await press('名词“四到四零”');
    await says('报告自己的释义');
    await open(`#search?q=${encodeURIComponent('规上工业增加值')}`);
    await press('指标“规模以上工业增加值”');
    await says('规模以上工业增加值比上年增长（%）');
  });

  // Read in the reports: the 2020 one plans 8.5% 左右 for 2020, the 2012 one counts 1985 亿元 for 2012.
  it('shows an indicator of all reports, its places and the sentence of a figure', async () => {
    await open('#indicator');
    await press('地区生产总值');
    await says('地区生产总值比上年增长（%）');
    expect(await hash()).toBe('#indicator/gdp');
    await press('衡阳市石鼓区');
    await until('只剩石鼓区', () =>
      world().evaluate(() =>
        Array.from(document.querySelectorAll('.observations th[scope=row]')).every(
          ({ textContent }) => textContent === '衡阳市石鼓区',
        ),
      ),
    );
    expect(await hash()).toBe('#indicator/gdp?place=衡阳市石鼓区');
    await page.goBack();
    await says('1985 亿元');
    await press('期间');
    const first = await world().evaluate(() => document.querySelector('.observations tbody tr')?.textContent ?? '');
    expect(first).toContain('2008–2012 年');
    await world().evaluate(() =>
      Array.from(document.querySelectorAll<HTMLElement>('.observations button'))
        .find((button) => button.getAttribute('aria-label')?.includes('1985 亿元'))
        ?.click(),
    );
    await says('全市实现地区生产总值1985亿元（预计数，下同）');
    const target = await world().evaluate(
      () =>
        Array.from(document.querySelectorAll<HTMLAnchorElement>('.observations a.target')).find((link) =>
          link.textContent?.startsWith('+8.5% 左右'),
        )?.hash ?? '',
    );
    await open(target);
    const there = await landing(page);
    expect(reportText(there.reportId).slice(there.start, there.end)).toBe('8.5%左右');
  });

  it('takes an indicator along as CSV, SVG and PNG', async () => {
    await open('#indicator/gdp');
    await says('存为 PNG');
    const csv = await downloads(() => press('导出 CSV'));
    expect(csv.name).toBe('report-margins-gdp.csv');
    const lines = csv.content.toString('utf8').split('\r\n');
    expect(lines[0]).toBe(
      '\ufeffINDICATOR,NAME,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,MEASURE,BOUND,PARTS,QUOTE,REPORT,SECTION,URL',
    );
    expect(lines.some((line) => line.includes('衡阳市,2012,1985,亿元,E,level') && line.includes('预计数'))).toBe(true);
    const svg = await downloads(() => press('存为 SVG'));
    expect(svg.content.toString('utf8')).toMatch(/^<\?xml[\s\S]*<svg xmlns[\s\S]*<\/svg>\n$/);
    await open('#indicator/budget_revenue');
    await says('存为 PNG');
    const png = await downloads(() => press('存为 PNG'));
    expect(png.content.subarray(1, 4).toString()).toBe('PNG');
    // The header's width: twice the 960 CSS pixels of the drawing and its two margins of 20.
    expect(png.content.readUInt32BE(16)).toBe(2000);
    expect(png.content.length).toBeGreaterThan(5_000);
    await writeFile(join(screens, `${name}-${png.name}`), png.content);
  });

  it('follows a term across the reports', async () => {
    await open(`#term/${encodeURIComponent('六稳')}`);
    // The newspaper's part of the 2020 report is counted with the report.
    await says('最早见于 2020 年，最近见于 2021 年：2 份报告，5 处');
    await says('即稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期');
    await press('见“六稳六保”');
    // The head of the appendix's entry is one mention, and neither 六稳 nor 六保 another one.
    await says('2 份报告，7 处');
    await press('六稳 4');
    await press('按后文');
    const keywords = await world().evaluate(() =>
      Array.from(document.querySelectorAll('.concordance tbody .keyword'), ({ textContent }) => textContent),
    );
    expect(keywords).toEqual(Array(4).fill('六稳'));
    await press('最早一处');
    const there = await landing(page);
    expect(there.reportId).toBe('hengyang-2020');
    expect(reportText(there.reportId).slice(there.start, there.end)).toBe('六稳');
  });

  it.each(SCHEMES)('has nothing for axe to hold against them, %s', async (scheme) => {
    await browser.setScheme(page, scheme);
    const views = [
      ['search', `#search?q=${encodeURIComponent('一般公共预算收入')}`, '共'],
      ['indicators', '#indicator', '地区生产总值'],
      ['indicator', '#indicator/gdp', '存为 PNG'],
      ['indicator-tax', '#indicator/tax_share', '存为 PNG'],
      ['term', `#term/${encodeURIComponent('六稳')}`, '按后文'],
      ['term-plain', `#term/${encodeURIComponent('高质量发展')}`, '按后文'],
    ] as const;
    const found: Record<string, string[]> = {};
    for (const [what, address, words] of views) {
      await open(address);
      await says(words);
      for (const width of [360, 768, 1440]) {
        await page.setViewport({ width, height: 900 });
        const wide = await world().evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, `${what} ${width}`).toBeLessThanOrEqual(0);
        await page.screenshot({ path: join(screens, `${name}-${what}-${width}-${scheme}.png`), fullPage: true });
      }
      found[what] = await faults(page);
    }
    expect(found).toEqual(Object.fromEntries(views.map(([what]) => [what, []])));
  });
});
