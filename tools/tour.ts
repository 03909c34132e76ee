import type { Page } from 'puppeteer-core';
import type { LaunchedBrowser } from './browser';
import {
  card,
  dismiss,
  follow,
  hover,
  leave,
  marks,
  noted,
  openEditor,
  openSections,
  painted,
  press,
  save,
  write,
} from './reading';
import { Unkept, until } from './until';

export interface Guide {
  browser: LaunchedBrowser;
  page: Page;
  /** Says one finding. */
  say(line: string): void;
  /** Keeps a picture of a page under a name. */
  shoot(page: Page, name: string): Promise<void>;
}

const few = (texts: string[]) => [...new Set(texts)].slice(0, 6).join('、');
const short = (text: string) => (text.length > 100 ? `${text.slice(0, 100)}……` : text);

/** Says what is painted on the page. */
async function sayMarks({ page, say }: Guide): Promise<void> {
  const { term = [], actual = [], target = [] } = await marks(page);
  say(`标出名词 ${term.length} 处：${few(term)}`);
  say(`标出实绩 ${actual.length} 处：${few(actual)}；目标 ${target.length} 处：${few(target)}`);
}

/**
 * The whole loop on the poured 2020 report, as issue 2 promises it to a newcomer: detect, hover a term and a figure,
 * write a note and find it again, jump to the matching section. Every step waits for what it promises.
 * @throws Unkept with the promise that was not kept.
 */
export async function tourReport(guide: Guide, url: string): Promise<void> {
  const { browser, page, say, shoot } = guide;

  await open(page, url);
  await painted(page, 'term');
  await painted(page, 'actual');
  await painted(page, 'target');
  await sayMarks(guide);
  await shoot(page, 'report');

  await hover(page, { text: '六稳' });
  say(`名词卡片：${short(await card(browser, page, '六稳', '石鼓 2021'))}`);
  await shoot(page, 'term-card');
  await dismiss(browser, page);

  await hover(page, { text: '9%', after: '固定资产投资分别增长 ' });
  say(`指标卡片：${short(await card(browser, page, '9%', '规模以上工业增加值'))}`);
  await shoot(page, 'figure-card');
  await dismiss(browser, page);

  const place = { text: '千亿产业加快布局' };
  const words = '与 2012 年的产业提法对照着看。';
  await openEditor(browser, page, place);
  await write(browser, page, words);
  await shoot(page, 'note-editor');
  await save(browser, page, place.text);
  await page.reload();
  await noted(page, place.text);
  await hover(page, place);
  say(`刷新后旁注还在：${short(await card(browser, page, words))}`);
  await shoot(page, 'note-after-reload');
  await dismiss(browser, page);

  say(`对应章节：${short(await openSections(browser, page, { text: '坚持依法行政' }))}`);
  await shoot(page, 'sections');
  const landed = await follow(browser, page, '石鼓 2021');
  if (!landed.passage.includes('依法行政')) throw new Unkept(`跳到的段落没有讲依法行政：${short(landed.passage)}`);
  say(`跳到 ${landed.reportId}：${short(landed.passage)}`);
  await shoot(landed.page, 'reader');
}

/** Goes to a page. @throws Unkept with the browser's reason when there is none. */
export async function open(page: Page, url: string): Promise<void> {
  try {
    await page.goto(url, { waitUntil: 'domcontentloaded' });
  } catch (error) {
    const reason = /net::\w+|NS_ERROR_\w+/.exec(String(error))?.[0] ?? String(error);
    throw new Unkept(`打不开 ${url}：${reason}`, { cause: error });
  }
}

/** A look at any page: what is painted there by itself, or once the toolbar button is pressed, and the first card. */
export async function lookAt(guide: Guide, url: string): Promise<void> {
  const { browser, page, say, shoot } = guide;
  const anything = () =>
    until('标记', async () => Object.values(await marks(page)).some((texts) => texts?.length), 8_000).catch(
      () => false,
    );
  await open(page, url);
  if (!(await anything())) {
    say('这一页没有自动标注，按一下工具栏按钮。');
    await browser.pressToolbarButton(page);
    if (!(await anything())) {
      say('按下以后也没有可标的名词和数字。');
      await shoot(page, 'page');
      return;
    }
  }
  await sayMarks(guide);
  await leave(page);
  await press(page, 'Alt', 'KeyJ');
  say(`第一处：${short(await card(browser, page))}`);
  await shoot(page, 'page');
}
