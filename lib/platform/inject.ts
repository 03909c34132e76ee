import { browser } from '#imports';

/** Runs the overlay in a frame of a tab. Rejects where the browser lets no extension in. */
export async function injectOverlay(tabId: number, frameId = 0): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: ['/report-index.js', '/content-scripts/annotate.js'],
  });
}
