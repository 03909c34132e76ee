import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Method } from '../lib/library/protocol';
import { type BrowserName, builds } from './browser';

declare const chrome: { runtime: { getManifest(): { version: string } } };

/** Where the built extension of a browser has the library's worker, from its root. */
export function librarianPath(name: BrowserName): string {
  const file = readdirSync(join(builds[name], 'assets')).find((each) => /^librarian-.*\.js$/.test(each));
  if (!file) throw new Error('the build has no librarian worker; run npm run build.');
  return `/assets/${file}`;
}

/** Asks the library in a page of the extension, as the reader page does, and waits for the end. Search gives a list. */
export async function askLibrary(page: Page, path: string, method: Method, args: unknown[] = []): Promise<unknown> {
  const answer = await page.evaluate(ask, path, method, args);
  return JSON.parse(answer);
}

/** Runs in the page and uses nothing from outside; the answer comes as JSON, because drivers differ in what else they carry. */
function ask(path: string, method: string, args: unknown[]): Promise<string> {
  const scope = window as typeof window & { librarian?: Worker; calls?: number };
  scope.librarian ??= new Worker(path, { type: 'module', name: chrome.runtime.getManifest().version });
  scope.calls = (scope.calls ?? 0) + 1;
  const { librarian: worker, calls: call } = scope;
  return new Promise((resolve, reject) => {
    const items: unknown[] = [];
    worker.addEventListener('error', (event) => reject(new Error(`the worker stopped: ${event.message}`)));
    worker.addEventListener('message', ({ data }) => {
      if (data.call !== call) return;
      if ('item' in data) items.push(data.item);
      if ('failed' in data) reject(new Error(data.message));
      if ('done' in data) resolve(JSON.stringify(method === 'search' ? items : (data.done ?? null)));
    });
    worker.postMessage({ call, method, args });
    if (method === 'search') worker.postMessage({ call, pull: 1e9 });
  });
}
