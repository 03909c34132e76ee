import type { Steps } from '../steps';

/** Milliseconds of work before the page gets its turn: well under a frame, since a page has work of its own. */
const SLICE = 8;

/** Runs steps a slice at a time; null when the signal aborts first. `spent` is told the milliseconds of each slice. */
export async function inSlices<T>(
  steps: Steps<T>,
  signal: AbortSignal,
  spent: (milliseconds: number) => void = () => {},
): Promise<T | null> {
  for (;;) {
    const begin = performance.now();
    let now = begin;
    do {
      const { done, value } = steps.next();
      now = performance.now();
      if (!done) continue;
      spent(now - begin);
      return value;
    } while (now < begin + SLICE);
    spent(now - begin);
    // A timer would wait four milliseconds each time once a few have been nested.
    await scheduler.yield();
    if (signal.aborted) return null;
  }
}
