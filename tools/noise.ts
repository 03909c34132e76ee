import type { Page } from 'puppeteer-core';

/**
 * Collects what a page's console and error handlers get to see, from now on: the page's own scripts and content scripts
 * alike. One line an event.
 */
export function listenTo(page: Page): string[] {
  const noise: string[] = [];
  page.on('console', (message) => noise.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => noise.push(`uncaught: ${error instanceof Error ? error.message : String(error)}`));
  return noise;
}
