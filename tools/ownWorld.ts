import type { JSHandle, Page } from 'puppeteer-core';

interface World {
  evaluate: Page['evaluate'];
  adoptBackendNode(id: number): Promise<JSHandle>;
}

/**
 * The driver's own world in a page: the page's document with JavaScript's built-ins as the browser made them, whatever
 * the page has done to its own. Puppeteer uses it for itself in both browsers and does not publish it. In Firefox the
 * iterators of the page's objects do not work here, forEach does.
 */
export const ownWorld = (page: Page): World =>
  (page.mainFrame() as unknown as { isolatedRealm(): World }).isolatedRealm();
