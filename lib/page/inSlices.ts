import type { Steps } from '../steps';

/** Milliseconds of work before the page gets its turn: well under a frame, since a page has work of its own. */
const SLICE = 8;

/** When the next slice comes: in turn with the page's own tasks, or when the page has nothing else to do. */
export type Pace = 'inTurn' | 'idle';

/** A page that is never idle gets a slice every so many milliseconds all the same. */
const LONGEST_PAUSE = 100;

const pauses: Record<Pace, () => Promise<unknown>> = {
  // scheduler.yield() would come back before the page's timers, a timer of ours only after four milliseconds.
  inTurn: () => scheduler.postTask(() => {}),
  idle: () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: LONGEST_PAUSE })),
};

/** Runs steps a slice at a time; null when the signal aborts first. `spent` is told the milliseconds of each slice. */
export async function inSlices<T>(
  steps: Steps<T>,
  signal: AbortSignal,
  { pace = 'inTurn', spent }: { pace?: Pace; spent?: (milliseconds: number) => void } = {},
): Promise<T | null> {
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
    await pauses[pace]();
    if (signal.aborted) return null;
  }
}
