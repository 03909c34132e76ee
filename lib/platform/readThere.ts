import type { Read } from '../page/readHere';
import type { PageHints } from '../report/detect';
import { askAgain } from './askAgain';
import { sendMessage } from './messages';

/**
 * Has texts read by the background: the host page gives no time to it, and what the engine has compiled for one report
 * serves the next. A background that fails is asked once more; rejects when the extension has been updated and nobody
 * listens any more.
 */
export function readThere(hints: () => PageHints): Read {
  return async (text, { signal, spent }) => {
    const begin = performance.now();
    const done = new AbortController();
    // A text that is overtaken has cost its time all the same; untold, a long one on a restless page would be begun for ever.
    signal.addEventListener('abort', () => spent(performance.now() - begin), { once: true, signal: done.signal });
    const ask = async () => (signal.aborted ? null : sendMessage('read', { text, hints: hints() }));
    const answer = await askAgain(ask).finally(() => done.abort());
    if (!answer || signal.aborted) return null;
    const { spent: milliseconds, ...analysis } = answer;
    spent(milliseconds);
    return { ...analysis, text };
  };
}
