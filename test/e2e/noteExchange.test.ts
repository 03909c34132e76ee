import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportNotes } from '../../lib/notes/export';
import type { Note } from '../../lib/notes/types';
import { describe as describePassage } from '../../lib/text/quote';
import { browserNames } from '../../tools/browser';
import { address, reportText, sitePages } from '../../tools/pages';
import { marks, noted } from '../../tools/reading';
import { type Site, startSite } from '../../tools/site';
import { openStore, storedNotes, storeNote } from '../../tools/storedNotes';
import { until } from '../../tools/until';
import { launchWatched, type WatchedBrowser } from './watched';

/** Passages of the 2020 report, and how the poured page has them: the bundled file has other spaces and Markdown. */
const PASSAGES = ['千亿产业加快布局', '重大活动精彩纷呈', '各项任务圆满完成', '困难多于预想，结果好于预期'];

describe.each(browserNames)('notes that leave one %s for another', (name) => {
  let site: Site;
  let folder: string;
  let browser: WatchedBrowser | undefined;
  const launch = () => launchWatched(name, { proxy: { address: site.address } });

  beforeAll(async () => {
    site = await startSite(sitePages());
    folder = await mkdtemp(join(tmpdir(), 'report-margins-exchange-'));
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  let exported: Note[];

  it('go out', async () => {
    browser = await launch();
    const store = await openStore(browser);
    const text = reportText('hengyang-2020');
    for (const words of PASSAGES) {
      const start = text.indexOf(words);
      const selector = describePassage(text, start, start + words.length);
      await storeNote(store, { text: `记：${words}`, selector, report: { place: '衡阳市', year: 2020 } });
    }
    exported = await storedNotes(store);
    await writeFile(join(folder, 'notes.jsonld'), exportNotes(exported, 'jsonld'));
    await browser.close();
    browser = undefined;
  });

  it('are refused whole when one is broken', async () => {
    browser = await launch();
    const store = await openStore(browser);
    const broken = join(folder, 'broken.jsonld');
    await writeFile(broken, exportNotes(exported, 'jsonld').replace(/"modified": "[^"]*",?/, ''));
    const input = (await store.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(broken);
    await until('说出哪一行有错', () => store.evaluate(() => /第 \d+ 行/.test(document.body.innerText)));
    expect(await storedNotes(store)).toEqual([]);
  });

  it('come in, and stand at their passages', async () => {
    const store = await openStore(browser!);
    for (let times = 1; times <= 2; times++) {
      const input = (await store.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(join(folder, 'notes.jsonld'));
      await until('导入的旁注', async () => (await storedNotes(store)).length === PASSAGES.length);
      expect(await storedNotes(store)).toEqual(exported);
    }
    const page = await browser!.open(address.report);
    for (const words of PASSAGES) await noted(page, words);
    expect(new Set((await marks(page)).note)).toEqual(new Set(PASSAGES));
  });

  it('stand in the reader too, since they belong to the report', async () => {
    const reader = await browser!.newTab();
    await browser!.visit(reader, 'reader.html#hengyang-2020');
    for (const words of PASSAGES) await noted(reader, words);
    await browser!.visit(reader, 'reader.html#hengyang-2012');
    await until('2012 年报告上没有 2020 年的旁注', async () => {
      const { term = [], note = [] } = await marks(reader);
      return term.length > 0 && note.length === 0;
    });
  });
});
