/** Calls a listener once a series of calls has come to rest, in milliseconds; reports are added by the hundred. */
export function settled(listener: () => void, signal: AbortSignal, rest = 500): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return () => {
    clearTimeout(timer);
    if (!signal.aborted) timer = setTimeout(listener, rest);
  };
}
