import { setTimeout as pause } from 'node:timers/promises';

/** A promise of the extension that a page did not keep. The message is the sentence that the reader of a tour sees. */
export class Unkept extends Error {}

/**
 * Asks again and again until the answer is neither null, undefined nor false, and returns it.
 *
 * @param what what is waited for, as the end of 没有等到…
 * @param timeout milliseconds; a machine with two busy cores is slow, and waiting costs nothing when all is well.
 * @throws Unkept when the time is over, with the last error that asking met, if any.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  timeout = 40_000,
): Promise<T> {
  const end = Date.now() + timeout;
  let trouble: unknown;
  do {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
    await pause(50);
  } while (Date.now() < end);
  throw new Unkept(`没有等到${what}${trouble ? `（${trouble}）` : ''}`, { cause: trouble });
}
