import type { Progress } from './types';

interface Options {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/**
 * Long work that is done once, however many ask for it while it runs: all hear of its progress and its end. It stops when
 * everybody who asked has cancelled; who cancels alone is answered at once.
 */
export function shareWork(
  work: (signal: AbortSignal, onProgress: (progress: Progress) => void) => Promise<void>,
): (options?: Options) => Promise<void> {
  let running: { callers: Set<Options>; stop: AbortController; done: Promise<void> } | undefined;

  const start = () => {
    const callers = new Set<Options>();
    const stop = new AbortController();
    const tell = (progress: Progress) => {
      for (const { onProgress } of callers) onProgress?.(progress);
    };
    const done = work(stop.signal, tell).finally(() => {
      if (running?.stop === stop) running = undefined;
    });
    running = { callers, stop, done };
    return running;
  };

  return async (options = {}) => {
    const { signal } = options;
    if (signal?.aborted) return;
    const { callers, stop, done } = running && !running.stop.signal.aborted ? running : start();
    callers.add(options);
    const cancelled = new Promise<void>((resolve) => {
      signal?.addEventListener('abort', () => {
        callers.delete(options);
        if (callers.size === 0) stop.abort();
        resolve();
      });
    });
    await Promise.race([done, cancelled]);
  };
}
