import type { Steps } from '../steps';

/** Milliseconds of work before the page gets its turn: well under a frame, since a page has work of its own. */
const SLICE = 8;

/** When the next slice comes: before the page's timers, or when the page has nothing else to do. */
export type Pace = 'soon' | 'idle';

/** So many milliseconds, in which a report is read, the page's timers may wait; what takes longer has turns with them. */
const SOON = 150;
/** A page that is never idle gets a slice every so many milliseconds all the same. */
const LONGEST_PAUSE = 100;

/** Lets the page draw and answer its reader. A timer of ours would come back only after four milliseconds. */
function pause(pace: Pace, since: number): Promise<unknown> {
  if (pace === 'idle') return new Promise((resolve) => requestIdleCallback(resolve, { timeout: LONGEST_PAUSE }));
  return performance.now() < since + SOON ? scheduler.yield() : scheduler.postTask(() => {});
}

/** Runs steps a slice at a time; null when the signal aborts first. `spent` is told the milliseconds of each slice. */
export async function inSlices<T>(
  steps: Steps<T>,
  signal: AbortSignal,
  { pace = 'soon', spent }: { pace?: Pace; spent?: (milliseconds: number) => void } = {},
): Promise<T | null> {
  const since = performance.now();
  for (;;) {
    const begin = performance.now();
    let now = begin;
    do {
      const { done, value } = steps.next();
      now = performance.now();
      if (!done) continue;
      spent?.(now - begin);
      return value;
    } while (now < begin + SLICE);
    spent?.(now - begin);
    await pause(pace, since);
    if (signal.aborted) return null;
  }
}
