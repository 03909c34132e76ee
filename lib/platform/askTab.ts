import { browser } from '#imports';
import type { ProtocolMap } from './messages';

/** What the messenger of a tab answers: the result, or the error as an object. */
interface Answer<T> {
  res: T;
  err?: { message?: string } | null;
}

/**
 * Sends a message to the overlay of a tab. Rejects where there is none, and with the overlay's own sentence when it fails.
 *
 * The messenger's envelope is sent by hand: its own way to a tab leaves "Unchecked runtime.lastError" in Chromium's
 * console for every tab without a receiver (@webext-core/messaging 4.0.0).
 */
export async function askTab<K extends keyof ProtocolMap>(
  tabId: number,
  type: K,
  data?: Parameters<ProtocolMap[K]>[0],
): Promise<ReturnType<ProtocolMap[K]>> {
  const envelope = { id: 0, type, data, timestamp: Date.now() };
  const answer = (await browser.tabs.sendMessage(tabId, envelope)) as Answer<ReturnType<ProtocolMap[K]>> | undefined;
  if (!answer) throw new Error('The page does not answer.');
  if (answer.err) throw new Error(answer.err.message ?? String(answer.err));
  return answer.res;
}
