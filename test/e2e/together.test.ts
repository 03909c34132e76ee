import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Added } from '../../lib/library/types';
import { askLibrary, librarianPath } from '../../tools/askLibrary';
import { browserNames } from '../../tools/browser';
import { ownWorld } from '../../tools/ownWorld';
import { host, marks, press, select } from '../../tools/reading';
import { until } from '../../tools/until';
import { reportOf } from '../library/reports';
import { launchWatched, type WatchedBrowser } from './watched';

const screens = join(import.meta.dirname, '../../.output/screens');
const SIDES = ['left', 'right'] as const;
type Side = (typeof SIDES)[number];
const COLUMN = { left: '.column:nth-of-type(1)', right: '.column:nth-of-type(2)' } as const;
/** What is asked for, and what the other report has on it. */
const ASKED = { left: '大力开展“营商环境优化年”活动', right: '推进农村人居环境整治' } as const;
const ANSWER = { left: '农村人居环境', right: '支持民营企业发展' } as const;
/** What is annotated in each; neither report has the other's words. */
const PASSAGE = { left: '落实政府部门法律顾问和法制审查制度', right: '推动政务服务一网通办' } as const;
const NOTE = { left: '衡阳的写法。', right: '清溪的写法。' } as const;
const PAINT = { left: 'note', right: 'beside-note' } as const;

describe.each(browserNames)('a bundled and an added report side by side in %s', (name) => {
  let browser: WatchedBrowser;
  let page: Page;
  let own: string;

  beforeAll(async () => {
    await mkdir(screens, { recursive: true });
    browser = await launchWatched(name);
    page = await browser.newTab();
    await browser.visit(page, 'options.html');
    await until('扩展的页面', async () => page.evaluate(() => location.protocol.endsWith('extension:')));
    const intake = { text: reportOf(), origin: { kind: 'paste', name: '' } };
    const [added] = (await askLibrary(page, librarianPath(name), 'add', [[intake]])) as Added[];
    if (added?.state !== 'added') throw new Error(`没有收入：${JSON.stringify(added)}`);
    own = added.holding.id;
  });
  afterAll(() => browser?.close());

  const world = () => ownWorld(page);
  const visit = async (hash: string) => {
    await page.goto('about:blank');
    await browser.visit(page, `reader.html${hash}`);
  };
  const visitBoth = async () => {
    await visit(`#hengyang-2020+${own}`);
    await until('对应的章节', () => world().evaluate(() => document.querySelectorAll('.align').length > 10));
  };
  /** Brings the block with these words to the middle of its column and waits until all stands still. */
  const bring = async (side: Side, words: string) => {
    const tops = () =>
      world().evaluate(
        async (column, wanted) => {
          const blocks = Array.from(document.querySelectorAll(`${column} article [data-start]`));
          // Again each time: a page that has just opened may still be on its way to another place.
          blocks.findLast((each) => each.textContent?.includes(wanted))?.scrollIntoView({ block: 'center' });
          // The other column follows in a later frame, which a busy machine is slow to draw.
          for (let frames = 0; frames < 3; frames += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
          return Array.from(document.querySelectorAll('.scroller'), (each) => each.scrollTop).join();
        },
        COLUMN[side],
        words,
      );
    let last = '';
    await until('滚动停下', async () => {
      const now = await tops();
      const isStill = now === last;
      last = now;
      return isStill;
    });
  };
  /** What `read` finds in either overlay. */
  const inOverlays = async <T>(read: (root: ShadowRoot | null) => T) => [
    await browser.inShadow(page, `${host}:nth-of-type(1)`, read),
    await browser.inShadow(page, `${host}:nth-of-type(2)`, read),
  ];
  /** What stands in the editor that has the keyboard, in whichever overlay; null without one. */
  const editing = async () => {
    const words = await inOverlays((root) =>
      root?.activeElement instanceof HTMLTextAreaElement ? root.activeElement.value : null,
    );
    return words.find((each) => each !== null) ?? null;
  };
  /** Goes with Tab to the row of an open card that names a report, and takes it. */
  const takeRow = async (report: string) => {
    await until(`写着“${report}”的一行`, async () => {
      const found = await inOverlays((root) =>
        Array.from(root?.querySelectorAll('.places .where') ?? [], ({ textContent }) => textContent),
      );
      return found.flat().includes(report);
    });
    for (let presses = 0; presses < 20; presses += 1) {
      const focused = await inOverlays((root) => root?.activeElement?.querySelector('.where')?.textContent ?? '');
      if (focused.includes(report)) return page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
    }
    throw new Error(`用 Tab 键走不到“${report}”`);
  };
  const painted = (side: Side) =>
    until(`${side} 的旁注`, async () => (await marks(page))[PAINT[side]]?.includes(PASSAGE[side]));

  it('opens, with what corresponds at the same height', async () => {
    await visitBoth();
    const heads = await world().evaluate(() =>
      Array.from(
        document.querySelectorAll<HTMLSelectElement>('.column select'),
        (each) => each.selectedOptions[0]?.text,
      ),
    );
    expect(heads).toEqual(['衡阳 2020', '清溪 2019']);
    // Read in the two reports.
    await world().evaluate((column) => {
      const headings = Array.from(document.querySelectorAll<HTMLElement>(`${column} article strong`));
      headings.find(({ textContent }) => textContent?.includes('优化营商环境'))?.click();
    }, COLUMN.right);
    const top = (side: Side, words: string) =>
      world().evaluate(
        (column, wanted) => {
          const blocks = Array.from(document.querySelectorAll(`${column} article [data-start]`));
          return blocks.find((each) => each.textContent?.includes(wanted))?.getBoundingClientRect().top ?? Number.NaN;
        },
        COLUMN[side],
        words,
      );
    await until('同高的两节', async () => {
      const [left, right] = [await top('left', '推动民营经济高质量发展。'), await top('right', '（二）优化营商环境')];
      return Math.abs(left - right) < 60 && right > 80 && right < 800;
    });
  });

  it.each([
    ['right', 'hengyang-2020', 'left'],
    ['left', 'own', 'right'],
  ] as const)('leads from a passage of the %s one to what matches it in the other', async (from, to, side) => {
    await bring(from, ASKED[from]);
    await select(page, { text: ASKED[from] });
    await press(page, 'Alt', 'KeyS');
    await takeRow(to === 'own' ? '清溪 2019' : '衡阳 2020');
    const layer = side === 'left' ? 'target-passage' : 'beside-target-passage';
    const passage = await until('标出的段落', async () => (await marks(page))[layer]?.[0]);
    expect(passage).toContain(ANSWER[side]);
    await until('标出的段落在眼前', () =>
      world().evaluate((highlight) => {
        let top = Number.NaN;
        CSS.highlights.get(`report-margins-${highlight}`)?.forEach((range) => {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          top = live.getBoundingClientRect().top;
        });
        return top > 80 && top < 800;
      }, layer),
    );
    expect(await world().evaluate(() => location.hash)).toBe(`#hengyang-2020+${own}`);
    await page.keyboard.press('Escape');
  });

  it('leads to it on a narrow screen, too, and leaves nothing open over it', async () => {
    await page.setViewport({ width: 360, height: 740 });
    try {
      await visitBoth();
      await world().evaluate(() => document.querySelectorAll<HTMLElement>('.show')[1]?.click());
      await bring('right', ASKED.right);
      await select(page, { text: ASKED.right });
      await press(page, 'Alt', 'KeyS');
      await takeRow('衡阳 2020');
      await until('另一份报告', () =>
        world().evaluate((column) => document.querySelector(column)?.checkVisibility(), COLUMN.left),
      );
      await until('卡片关闭', async () =>
        (await inOverlays((root) => root?.querySelector('.card') !== null && root !== null)).every((open) => !open),
      );
      expect((await marks(page))['target-passage']?.[0]).toContain(ANSWER.left);
    } finally {
      await page.setViewport({ width: 1280, height: 900 });
      await visitBoth();
    }
  });

  it.each(SIDES)('takes a note in the %s one, wherever the reader has scrolled since', async (side) => {
    await bring(side, PASSAGE[side]);
    await select(page, { text: PASSAGE[side] });
    const other = side === 'left' ? 0.75 : 0.25;
    await page.mouse.move(1280 * other, 500);
    await page.mouse.wheel({ deltaY: 5 });
    await page.keyboard.down('Alt');
    // A busy browser hears of a scroll so late that it comes between the two keys.
    await world().evaluate(
      async (column) => {
        document.querySelector(`${column} .scroller`)?.scrollBy({ top: 5, behavior: 'instant' });
        for (let frames = 0; frames < 2; frames += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
      },
      COLUMN[side === 'left' ? 'right' : 'left'],
    );
    await page.keyboard.press('KeyM');
    await page.keyboard.up('Alt');
    await until('编辑框', async () => (await editing()) === '');
    await page.keyboard.type(NOTE[side]);
    await until('写下的旁注', async () => (await editing()) === NOTE[side]);
    await press(page, 'Control', 'Enter');
    await painted(side);
    await until('编辑框关闭', async () => (await editing()) === null);
  });

  it('has both notes after a reload, each in its own report', async () => {
    await visitBoth();
    await painted('left');
    await painted('right');
    for (const scheme of ['light', 'dark'] as const) {
      await browser.setScheme(page, scheme);
      for (const width of [360, 768, 1440]) {
        await page.setViewport({ width, height: 900 });
        for (const side of SIDES) {
          await world().evaluate(
            (i) => document.querySelectorAll<HTMLElement>('.show')[i]?.click(),
            SIDES.indexOf(side),
          );
          await bring(side, PASSAGE[side]);
          await page.screenshot({ path: join(screens, `${name}-together-notes-${side}-${width}-${scheme}.png`) });
        }
      }
    }
    await browser.setScheme(page, 'light');
    await page.setViewport({ width: 1280, height: 900 });
    const { note, 'beside-note': beside } = await marks(page);
    expect([note, beside]).toEqual([[PASSAGE.left], [PASSAGE.right]]);
    for (const [id, side] of [
      ['hengyang-2020', 'left'],
      [own, 'right'],
    ] as const) {
      await visit(`#${id}`);
      await until('这一份的旁注', async () => (await marks(page)).note?.join() === PASSAGE[side]);
    }
  });

  it('says what to do where a report lacks its place or year, and takes the note when it has them', async () => {
    const words = '我们加快推进项目建设，完善基础设施，推动产业升级';
    const intake = {
      text: `各位代表：\n\n过去一年来之不易。\n\n${words}，强化要素保障。`,
      origin: { kind: 'paste', name: '' },
    };
    const [added] = (await askLibrary(page, librarianPath(name), 'add', [[intake]])) as Added[];
    if (added?.state !== 'unsure') throw new Error(`收入得不对：${JSON.stringify(added)}`);
    const write = async () => {
      await visit(`#${added.holding.id}`);
      await until('报告', () => world().evaluate(() => document.querySelector('article') !== null));
      // Nothing in it is marked, so that nothing tells when it has been read.
      await until('编辑框', async () => {
        if ((await editing()) === '') return true;
        await select(page, { text: words });
        await press(page, 'Alt', 'KeyM');
        return false;
      });
      await page.keyboard.type(NOTE.left);
      await press(page, 'Control', 'Enter');
    };
    await write();
    await until('要做什么', async () =>
      (await inOverlays((root) => root?.querySelector('.failure')?.textContent ?? '')).join().includes('先到报告库里'),
    );
    expect(await editing()).toBe(NOTE.left);
    const identity = { title: '白石县政府工作报告', place: '白石县', level: 'county', year: 2018, reviewYear: 2017 };
    await askLibrary(page, librarianPath(name), 'correct', [added.holding.id, identity]);
    await write();
    await until('存下的旁注', async () => (await marks(page)).note?.join() === words);
  });
});
