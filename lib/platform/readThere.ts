import type { Read } from '../page/readHere';
import type { PageHints } from '../report/detect';
import { sendMessage } from './messages';

/**
 * Has texts read by the background: the host page gives no time to it, and what the engine has compiled for one report
 * serves the next. Rejects when the extension has been updated and nobody listens any more.
 */
export function readThere(hints: () => PageHints): Read {
  return async (text, { signal, spent }) => {
    const answer = await sendMessage('read', { text, hints: hints() });
    if (!answer || signal.aborted) return null;
    const { spent: milliseconds, ...analysis } = answer;
    spent(milliseconds);
    return { ...analysis, text };
  };
}
