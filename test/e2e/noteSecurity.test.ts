import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Note } from '../../lib/notes/types';
import { browserNames } from '../../tools/browser';
import { address } from '../../tools/pages';
import { card, hover, openEditor, painted, save, write } from '../../tools/reading';
import { openStore, storedNotes } from '../../tools/storedNotes';
import { until } from '../../tools/until';
import { launchOnSite, type WatchedBrowser } from './watched';

const PLACE = { text: '千亿产业加快布局' };
const SECRET = '只给自己看的话';

/** What a page tries, each in the page's own world with everything that a page has. */
describe.each(browserNames)('a hostile page in %s', (name) => {
  let browser: WatchedBrowser;
  let page: Page;
  let store: Page;
  let before: Note[];

  beforeAll(async () => {
    browser = await launchOnSite(name);
    page = await browser.open(address.report);
    await painted(page, 'term');
    await browser.change(page, (view) =>
      view.evaluate(() => {
        // Everything that is ever said aloud in the page.
        Object.assign(globalThis, { heard: [] });
        const heard = (globalThis as unknown as { heard: string[] }).heard;
        const note = (event: Event) => {
          const { data, detail } = event as MessageEvent & CustomEvent;
          heard.push(`${event.type} ${JSON.stringify(data ?? detail ?? null)}`);
        };
        const dispatch = EventTarget.prototype.dispatchEvent;
        EventTarget.prototype.dispatchEvent = function (event) {
          note(event);
          return dispatch.call(this, event);
        };
        addEventListener('message', note, true);
        addEventListener('storage', note, true);
      }),
    );
    await openEditor(browser, page, PLACE);
    await write(browser, page, SECRET);
    await save(browser, page, PLACE.text);
    await hover(page, PLACE);
    await card(browser, page, SECRET);
    store = await openStore(browser);
    before = await storedNotes(store);
    expect(before.map(({ body }) => body[0]?.value)).toEqual([SECRET]);
    await page.bringToFront();
  });
  afterAll(() => browser?.close());

  it('has no way to the extension', async () => {
    const ways = await page.evaluate(async (origin) => {
      const all = globalThis as unknown as Record<string, { runtime?: { sendMessage?: unknown } } | undefined>;
      const reach = async (url: string) => (await fetch(url).catch(() => null)) !== null;
      return {
        runtime: [all.browser?.runtime?.sendMessage, all.chrome?.runtime?.sendMessage].filter(Boolean).length,
        fetched: await reach(`${origin}/options.html`),
        databases: (await indexedDB.databases()).map((database) => database.name),
        storage: localStorage.length + sessionStorage.length,
        cookie: document.cookie,
      };
    }, browser.origin);
    // The browser says that it has refused the page.
    await until('拒绝的话', async () => browser.said(page).length === 1);
    expect(ways).toEqual({ runtime: 0, fetched: false, databases: [], storage: 0, cookie: '' });
  });

  it('cannot read a note while its card is open', async () => {
    const seen = await page.evaluate(() => {
      const texts: string[] = [document.documentElement.outerHTML, getSelection()?.toString() ?? ''];
      const walk = (root: Document | ShadowRoot) => {
        for (const element of root.querySelectorAll('*')) {
          texts.push(element.textContent ?? '', String((element as HTMLInputElement).value ?? ''));
          if (element.shadowRoot) {
            texts.push(element.shadowRoot.innerHTML);
            walk(element.shadowRoot);
          }
        }
      };
      walk(document);
      CSS.highlights.forEach((highlight, key) => {
        texts.push(key);
        highlight.forEach((range) => {
          texts.push(...Object.getOwnPropertyNames(range));
        });
      });
      texts.push(...(globalThis as unknown as { heard: string[] }).heard);
      texts.push(JSON.stringify(performance.getEntriesByType('resource')));
      return texts.join('\n');
    });
    expect(seen).not.toContain(SECRET);
    expect(seen).not.toContain('urn:uuid');
  });

  it('cannot create, change or remove one', async () => {
    await page.evaluate((note) => {
      const types = [
        'notes.list',
        'notes.save',
        'notes.remove',
        'notes.restore',
        'notes.import',
        'drafts.list',
        'drafts.keep',
        'drafts.drop',
        'notesChanged',
        'step',
      ];
      for (const type of types) {
        const message = { id: 1, type, timestamp: Date.now(), data: { ...note, notes: [note], report: null, by: 1 } };
        postMessage(message, '*');
        for (const target of [window, document, document.querySelector('report-margins')]) {
          target?.dispatchEvent(new CustomEvent(type, { detail: message, bubbles: true, composed: true }));
          target?.dispatchEvent(new MessageEvent('message', { data: message }));
        }
        new BroadcastChannel('report-margins').postMessage(message);
      }
      // The reader's own way, without the reader.
      const paragraph = [...document.querySelectorAll('p')].find((each) => each.textContent?.includes('重大活动'));
      getSelection()?.selectAllChildren(paragraph ?? document.body);
      const host = document.querySelector('report-margins');
      for (const target of [document.body, host, window]) {
        for (const type of ['keydown', 'keyup']) {
          for (const keys of [
            { key: 'm', code: 'KeyM', altKey: true },
            { key: 'Enter', code: 'Enter', ctrlKey: true },
            { key: 'Delete', code: 'Delete' },
          ]) {
            target?.dispatchEvent(new KeyboardEvent(type, { ...keys, bubbles: true, composed: true }));
          }
        }
        for (const type of ['pointerdown', 'pointerup', 'click']) {
          target?.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: 300, clientY: 300 }));
        }
      }
      (host as HTMLElement | null)?.click();
    }, before[0]!);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await storedNotes(store)).toEqual(before);
  });

  it('cannot see the notes of another page', async () => {
    const other = await browser.open(address.notice);
    expect(await other.evaluate(() => document.documentElement.outerHTML)).not.toContain(SECRET);
    await other.close();
  });
});
