import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../tools/browser';
import { reportText } from '../../tools/pages';
import { card, dismiss, hover, landing, marks, press } from '../../tools/reading';
import { until } from '../../tools/until';
import { launchWatched, type WatchedBrowser } from './watched';

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

describe.each(browserNames)('the reader in %s', (name) => {
  let browser: WatchedBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchWatched(name);
    page = await browser.newTab();
  });
  afterAll(() => browser?.close());

  /** Opens an address of the reader, wherever the page was before. */
  const visit = async (hash: string, painted = 'term') => {
    await page.goto('about:blank');
    await browser.visit(page, `reader.html${hash}`);
    await until('阅读页的标记', async () => (await marks(page))[painted]?.length);
  };
  /** As the reader does it: the driver waits in vain for pages of the extension in Firefox. */
  const reload = async () => {
    await page.evaluate(() => {
      document.title = 'before';
      location.reload();
    });
    await until('重新打开的页面', async () => {
      const isNew = await page.evaluate(
        () => document.title !== 'before' && document.querySelector('article') !== null,
      );
      return isNew && (await marks(page)).term?.length;
    });
  };
  const go = (hash: string) =>
    page.evaluate((to) => {
      location.hash = to;
    }, hash);
  const current = () => page.evaluate(() => document.querySelector('.outline [aria-current]')?.textContent ?? '');
  const currentIs = (heading: string) => until(`目录停在“${heading}”`, async () => (await current()).includes(heading));
  const word = () => page.evaluate(() => document.querySelector('.word')?.textContent);
  const topOf = (words: string, column = '') =>
    page.evaluate(
      (wanted, scope) => {
        const all = document.querySelectorAll(`${scope} article [data-start]`);
        const found = Array.from(all).find(({ textContent }) => textContent?.includes(wanted));
        return found?.getBoundingClientRect().top ?? Number.NaN;
      },
      words,
      column,
    );
  const violations = async (selector = 'html') => {
    await page.evaluate(axe);
    return page.evaluate(async (root) => {
      const { axe } = globalThis as unknown as {
        axe: { run(root: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run(root)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    }, selector);
  };

  describe('one report', () => {
    beforeAll(() => visit('#hengyang-2020/3.1'));

    it('opens at the section of the address and says where one is', async () => {
      await currentIs('聚焦高质量发展');
      const top = await topOf('聚焦高质量发展，打造更具竞争力');
      expect(top).toBeGreaterThan(0);
      expect(top).toBeLessThan(500);
      await page.evaluate(() => document.querySelector('[data-section="4.2.2"]')?.scrollIntoView());
      await currentIs('坚定不移打好打赢');
    });

    it('steps by the commands that the reader may give keys', async () => {
      await browser.giveCommand(page, 'next-figure');
      const {
        current,
        actual = [],
        target = [],
        number = [],
      } = await until('下一处数字', async () => {
        const all = await marks(page);
        return all.current?.length ? all : null;
      });
      expect([...actual, ...target, ...number]).toContain(current![0]);
      await dismiss(browser, page);
      await page.evaluate(() => document.querySelector('[data-section="4.2.2"]')?.scrollIntoView());
      await currentIs('坚定不移打好打赢');
    });

    it('comes back to where one was, by reload, back and forward', async () => {
      const offset = await topOf('打好污染防治攻坚战');
      await until('记下的位置', () => page.evaluate(() => typeof history.state?.standing === 'number'));
      await reload();
      await currentIs('坚定不移打好打赢');
      expect(Math.abs((await topOf('打好污染防治攻坚战')) - offset)).toBeLessThan(80);
      await go('#hengyang-2020/5.4');
      await currentIs('坚持依法行政');
      await page.evaluate(() => history.back());
      await currentIs('坚定不移打好打赢');
      await page.evaluate(() => history.forward());
      await currentIs('坚持依法行政');
    });

    it('opens at a passage and marks it', async () => {
      const text = reportText('hengyang-2020');
      const start = text.indexOf('千亿产业加快布局');
      await go(`#hengyang-2020@${start}-${start + 8}`);
      await until('标出的段落', async () => (await landing(page)).passage === '千亿产业加快布局');
    });

    it.each([
      ['#hengyang-2020/9.9', '目录里没有 9.9 这一节'],
      ['#hengyang-2020@900000-900010', '这份报告里没有这个位置'],
    ])('says quietly that %s is no more, and shows the beginning', async (hash, said) => {
      await go(hash);
      await until(said, async () => (await word())?.includes(said));
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await go('#hengyang-2020/2');
      await until('提示收起', async () => (await word()) === '');
    });

    it('keeps its lines to a good measure at every size, and what was chosen', async () => {
      const choose = (words: string) =>
        page.evaluate((wanted) => {
          const labels = Array.from(document.querySelectorAll<HTMLElement>('.choice label'));
          labels.find(({ textContent }) => textContent === wanted)?.click();
        }, words);
      const style = () =>
        page.evaluate(() => {
          const article = document.querySelector('article')!;
          const { fontSize, fontFamily } = getComputedStyle(article);
          const { backgroundColor } = getComputedStyle(document.documentElement);
          const size = Number.parseFloat(fontSize);
          return { size, fontFamily, backgroundColor, measure: article.clientWidth / size };
        });
      for (const [words, size] of [
        ['小', 15],
        ['大', 19],
      ] as const) {
        await choose(words);
        await until(`${words}号字`, async () => (await style()).size === size);
        const { measure } = await style();
        expect(measure).toBeGreaterThan(33);
        expect(measure).toBeLessThan(41);
      }
      await choose('黑体');
      await choose('深色');
      await until('深色的黑体', async () => {
        const { fontFamily, backgroundColor } = await style();
        return fontFamily.includes('Sans') && backgroundColor === 'rgb(22, 24, 28)';
      });
      await reload();
      await until('重新打开后还是深色', async () => (await style()).backgroundColor === 'rgb(22, 24, 28)');
      expect(await style()).toMatchObject({ size: 19 });
      await choose('中');
      await choose('宋体');
      await choose('跟随系统');
      await until('跟随系统', async () => (await style()).backgroundColor === 'rgb(255, 253, 248)');
    });

    it('finds words whatever their spacing and width, and gives the focus back', async () => {
      await visit('#hengyang-2020');
      await page.focus('.outline a');
      await page.keyboard.press('/');
      await until('查找框', () => page.evaluate(() => document.activeElement?.matches('.find input')));
      // In the file: 增长 9%、12%.
      await page.keyboard.type('分别增长９％、12%');
      const status = () => page.$eval('.find [role=status]', ({ textContent }) => textContent);
      await until('一处', async () => (await status()) === '第 1 处，共 1 处');
      expect((await marks(page))['found-shown']?.map((text) => text.replace(/\s/g, ''))).toEqual(['分别增长9%、12%']);
      await page.$eval('.find input', (input) => (input as HTMLInputElement).select());
      await page.keyboard.type('油茶');
      const all = reportText('hengyang-2020').split('油茶').length - 1;
      await until('许多处', async () => (await status()) === `第 1 处，共 ${all} 处`);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await until('第三处', async () => (await status()) === `第 3 处，共 ${all} 处`);
      await press(page, 'Shift', 'Enter');
      await until('第二处', async () => (await status()) === `第 2 处，共 ${all} 处`);
      expect(await violations()).toEqual([]);
      await page.keyboard.press('Escape');
      await until('查找框关闭', () => page.evaluate(() => document.querySelector('.find') === null));
      expect((await marks(page)).found).toBeUndefined();
      expect(await page.evaluate(() => document.activeElement?.matches('.outline a'))).toBe(true);
    });

    it('folds its outline on a narrow screen, and says there where one is', async () => {
      await page.setViewport({ width: 360, height: 740 });
      try {
        await visit('#hengyang-2020/3.1');
        const key = () => page.$eval('.drawer-key', (button) => button.textContent);
        await until('所在的节', async () => (await key())?.includes('聚焦高质量发展'));
        const listed = () => page.$eval('#drawer', (drawer) => drawer.getBoundingClientRect().height > 0);
        expect(await listed()).toBe(false);
        await page.click('.drawer-key');
        await until('展开的目录', listed);
        expect(await violations()).toEqual([]);
        await page.keyboard.press('Escape');
        await until('用 Esc 收起的目录', async () => !(await listed()));
        await page.click('.drawer-key');
        await until('又展开的目录', listed);
        await page.$eval('#drawer .outline a[href$="/5.4"]', (link) => (link as HTMLElement).click());
        await until('收起的目录', async () => !(await listed()) && (await key())?.includes('坚持依法行政'));
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      } finally {
        await page.setViewport({ width: 1280, height: 900 });
      }
    });

    it.each(['light', 'dark'] as const)('can be read by everybody (%s)', async (scheme) => {
      await browser.setScheme(page, scheme);
      await visit('#hengyang-2020/3.1');
      await page.click('[popovertarget]');
      expect(await violations()).toEqual([]);
      await browser.setScheme(page, 'light');
    });

    it.runIf(name === 'chromium')('prints the report and nothing else', async () => {
      await page.emulateMediaType('print');
      const seen = await page.evaluate(() =>
        ['aside', '.all-figures', '.word', 'article'].map((each) => document.querySelector(each)?.checkVisibility()),
      );
      expect(seen).toEqual([false, false, false, true]);
      await page.emulateMediaType('screen');
    });
  });

  describe('two reports', () => {
    const hash = '#hengyang-2020/5.4+shigu-2021';
    const [left, right] = ['.column:nth-of-type(1)', '.column:nth-of-type(2)'] as const;
    const said = (column: string) => page.$eval(`${column} .head p`, ({ textContent }) => textContent ?? '');
    const beside = (words: string, other: string) =>
      until(`“${words}”与“${other}”并列`, async () => {
        const [a, b] = [await topOf(words, left), await topOf(other, right)];
        return Math.abs(a - b) < 60 && a > 80 && a < 700;
      });
    const press2 = (column: string, section: string) =>
      page.$eval(`${column} [data-section="${section}"] .align`, (button) => (button as HTMLElement).click());
    const wheel = async (column: string, by: number) => {
      const box = await page.$eval(`${column} .scroller`, (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      });
      await page.mouse.move(box.x, box.y);
      await page.mouse.wheel({ deltaY: Math.round(by) });
    };
    const scrolled = (column: string) => page.$eval(`${column} .scroller`, ({ scrollTop }) => scrollTop);
    const still = async (column: string) => {
      let last = -1;
      await until('滚动停下', async () => {
        const now = await scrolled(column);
        const isStill = now === last;
        last = now;
        return isStill;
      });
      return last;
    };

    beforeAll(() => visit(hash));

    // Read in the two reports.
    it('opens with what corresponds at the same height', async () => {
      await beside('(四)坚持依法行政', '（二）要强化依法行政');
      await until('所在的节', async () => (await said(left)).includes('坚持依法行政'));
      expect(await said(right)).toBe('对应：（二）要强化依法行政');
    });

    it.each([
      ['4.4.2', '努力办好人民满意教育', '繁荣各项社会事业'],
      ['4.2.2', '打好污染防治攻坚战', '推进生态文明建设'],
    ])('aligns both at the heading of %s', async (id, words, other) => {
      await press2(left, id);
      await beside(words, other);
    });

    it('aligns from the right as well', async () => {
      await press2(right, '3.6.6');
      await beside('大力支持国防和后备力量建设', '强化国防和后备力量建设');
    });

    it('comes back to where one was', async () => {
      await until('记下的位置', () => page.evaluate(() => history.state?.standing?.side === 1));
      await reload();
      await beside('大力支持国防和后备力量建设', '强化国防和后备力量建设');
    });

    it('aligns at a heading that is clicked', async () => {
      const center = await page.$eval(`${right} [data-section="3.4.3"]`, (element) => {
        element.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = element.querySelector('strong')!.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      });
      await page.mouse.click(center.x, center.y);
      await beside('推动民营经济高质量发展', '大力优化营商环境');
    });

    it('says that a section has no counterpart', async () => {
      const button = `${left} [data-section="3.3.3"] .align`;
      expect(await page.$eval(button, ({ textContent }) => textContent)).toBe('无对应章节');
      expect(await page.$eval(button, (each) => (each as HTMLButtonElement).disabled)).toBe(true);
    });

    it('scrolls one with the other, until it is told not to', async () => {
      await press2(left, '4.4.2');
      await beside('努力办好人民满意教育', '繁荣各项社会事业');
      await still(right);
      const line = await page.$eval(`${left} .scroller`, (element) => {
        return element.getBoundingClientRect().top + element.clientHeight * 0.3;
      });
      await wheel(left, (await topOf('加快健康衡阳建设步伐', left)) - line + 4);
      await beside('加快健康衡阳建设步伐', '实施健康石鼓行动');
      await still(right);
      await page.click('.lock input');
      const before = await still(right);
      await wheel(left, -600);
      await still(left);
      expect(await scrolled(right)).toBe(before);
      await page.click('.lock input');
      await until('又同步滚动', async () => Math.abs((await scrolled(right)) - before) > 100);
    });

    it('never moves the one that the reader scrolls', async () => {
      await still(right);
      const before = await still(left);
      await wheel(right, 400);
      const after = await still(right);
      await still(left);
      expect(await scrolled(right)).toBe(after);
      expect(await scrolled(left)).not.toBe(before);
    });

    it('has terms and figures alive in both', async () => {
      await until('两边的标记', async () => {
        const found = await marks(page);
        return found.term?.length && found['beside-term']?.length && found['beside-target']?.length;
      });
      await page.$eval(`${right} [data-section="3.3.1"]`, (element) => element.scrollIntoView({ block: 'center' }));
      await still(right);
      await hover(page, { text: '非粮化' });
      expect(await card(browser, page, '非粮化')).toBeTruthy();
      await dismiss(browser, page);
    });

    it('finds in the report that is being read', async () => {
      await page.focus(`${right} .scroller`);
      await page.keyboard.press('/');
      await until('查找框', () => page.evaluate(() => document.activeElement?.matches('.find input')));
      await page.keyboard.type('锦绣新石鼓');
      await until('找到的几处', async () => (await marks(page)).found?.every((text) => text === '锦绣新石鼓'));
      await page.keyboard.press('Escape');
    });

    it('changes one of the two from the shelf', async () => {
      await page.select(`${right} select`, 'hengyang-2012');
      await until('2012 年的报告', () => page.evaluate(() => location.hash === '#hengyang-2020+hengyang-2012'));
      await until('2012 年的标记', async () => (await marks(page))['beside-term']?.length);
      await until('对应的章节', () => page.evaluate(() => document.querySelector('.align') !== null));
      await press2(left, '4.4.3');
      await beside('加快健康衡阳建设步伐', '大力提高人民健康水平');
    });

    it.each(['light', 'dark'] as const)('can be read by everybody (%s)', async (scheme) => {
      await browser.setScheme(page, scheme);
      await visit(hash);
      await until('对应的章节', () => page.evaluate(() => document.querySelector('.align') !== null));
      expect(await violations()).toEqual([]);
      await browser.setScheme(page, 'light');
    });

    it.runIf(name === 'chromium')('shifts nothing when the counterparts arrive', async () => {
      await visit('#hengyang-2020+shigu-2021');
      await until('对应的章节', () => page.evaluate(() => document.querySelector('.align') !== null));
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            const observer = new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
            });
            observer.observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve(sum), 300);
          }),
      );
      expect(shift).toBeLessThan(0.01);
    });

    it('shows one at a time on a narrow screen, the other at what corresponds', async () => {
      await page.setViewport({ width: 360, height: 740 });
      try {
        await visit(hash);
        const seen = () =>
          page.$$eval('.column', (columns) => columns.map((column) => column.getBoundingClientRect().width > 0));
        await until('对应的章节', () => page.evaluate(() => document.querySelector('.align') !== null));
        expect(await seen()).toEqual([true, false]);
        await page.click('.show[aria-pressed=false]');
        expect(await seen()).toEqual([false, true]);
        await until('对应的一节', async () => {
          const top = await topOf('（二）要强化依法行政', right);
          return top > 0 && top < 600;
        });
        expect(await violations()).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      } finally {
        await page.setViewport({ width: 1280, height: 900 });
      }
    });

    it('leads to the shelf when one of the two is not there', async () => {
      await go('#hengyang-2020+nowhere-1999');
      await until('没有这份报告', () =>
        page.evaluate(() => document.querySelector('[role=alert]')?.textContent?.includes('nowhere-1999')),
      );
    });
  });

  it.each(['light', 'dark'] as const)('shows the differences of two versions to everybody (%s)', async (scheme) => {
    await browser.setScheme(page, scheme);
    await page.goto('about:blank');
    await browser.visit(page, 'reader.html#hengyang-2020-continuation~hengyang-2020');
    await until('不同之处', () => page.evaluate(() => document.querySelector('.versions td') !== null));
    expect(await violations()).toEqual([]);
    await browser.setScheme(page, 'light');
  });
});
