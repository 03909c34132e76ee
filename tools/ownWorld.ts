import type { Frame, JSHandle, Page } from 'puppeteer-core';

/** A page, or a frame inside one that is read in its place. */
export type View = Page | Frame;

/** The page that a view is or lies in. */
export const pageOf = (view: View): Page => ('mainFrame' in view ? view : view.page());

/** The frame that a view is, a page's being its main one. */
export const frameOf = (view: View): Frame => ('mainFrame' in view ? view.mainFrame() : view);

interface World {
  evaluateHandle: Page['evaluateHandle'];
  evaluate: Page['evaluate'];
  adoptBackendNode(id: number): Promise<JSHandle>;
}

/**
 * The driver's own world in a page or a frame: the page's document with JavaScript's built-ins as the browser made them, whatever
 * the page has done to its own. Puppeteer uses it for itself in both browsers and does not publish it. In Firefox the
 * iterators of the page's objects do not work here, forEach does.
 */
export const ownWorld = (view: View): World => (frameOf(view) as unknown as { isolatedRealm(): World }).isolatedRealm();
