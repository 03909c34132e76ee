import type { Page } from 'puppeteer-core';
import type { Note, NoteDraft } from '../lib/notes/types';
import type { LaunchedBrowser } from './browser';
import { until } from './until';

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<{ res?: unknown; err?: Error }> } };

/** Asks the background as any page of the extension does. Runs in the page and uses nothing from outside. */
async function ask(type: string, data: unknown): Promise<unknown> {
  const { res, err } = await chrome.runtime.sendMessage({ id: 0, type, data, timestamp: Date.now() });
  if (err) throw new Error(err.message);
  return res;
}

/** Opens a page of the extension from which the stored notes can be asked for, and waits until the background answers. */
export async function openStore(browser: LaunchedBrowser): Promise<Page> {
  const page = await browser.newTab();
  await browser.visit(page, 'options.html');
  await until('后台的回答', () => storedNotes(page));
  return page;
}

/** All notes that are stored; `page` is from `openStore`. */
export async function storedNotes(page: Page): Promise<Note[]> {
  return (await page.evaluate(ask, 'notes.list', { report: null })) as Note[];
}

/** Stores a note; when it resolves, the background has said that the note is on the disk. */
export async function storeNote(page: Page, draft: NoteDraft): Promise<Note> {
  return (await page.evaluate(ask, 'notes.save', draft)) as Note;
}
