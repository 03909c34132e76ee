import type { Candidate } from '../page/watchForReport';
import { askAgain } from './askAgain';

/** What the background answers to the messenger: the result, or an error that is of no use to a page. */
interface Answer {
  res?: boolean;
}

interface World {
  browser?: { runtime?: { sendMessage(message: object): Promise<Answer | undefined> } };
  chrome?: World['browser'];
}

/**
 * Hands a candidate to the background and resolves to whether it was a report: the messenger's envelope for `mayBeReport`
 * (lib/platform/messages.ts), sent by hand so that the detector need not carry the messenger. False, and no word, once
 * the extension has been updated: that takes the runtime away from its scripts in open pages.
 */
export async function handOn(data: Candidate): Promise<boolean> {
  const { browser, chrome } = globalThis as World;
  try {
    const answer = await askAgain(async () =>
      (browser ?? chrome)?.runtime?.sendMessage({ id: 0, type: 'mayBeReport', timestamp: Date.now(), data }),
    );
    return answer?.res === true;
  } catch {
    return false;
  }
}
