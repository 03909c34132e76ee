/** Milliseconds until a background that was stopped in the middle is asked again: by then the browser can start it anew. */
const MOMENT = 500;

/**
 * Asks once more what failed. The browser may stop the background at any time, in the middle of an answer too, and starts
 * it for the next question; once the extension has been updated the second question fails like the first.
 */
export async function askAgain<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, MOMENT));
    return ask();
  }
}
