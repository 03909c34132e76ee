import type { Steps } from '../steps';

/** Milliseconds of work before the page gets its turn: well under a frame, since a page has work of its own. */
const SLICE = 8;

/** Runs steps a slice at a time; null when the signal aborts first. */
export async function inSlices<T>(steps: Steps<T>, signal: AbortSignal): Promise<T | null> {
  for (;;) {
    const end = performance.now() + SLICE;
    do {
      const { done, value } = steps.next();
      if (done) return value;
    } while (performance.now() < end);
    // A timer would wait four milliseconds each time once a few have been nested.
    await scheduler.yield();
    if (signal.aborted) return null;
  }
}
