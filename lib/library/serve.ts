import { LibraryError } from './errors';
import type { Librarian } from './librarian';
import type { Answer, Port, Request } from './protocol';
import type { Progress } from './types';

/** Answers the calls that come through a port, from when the librarian is there; lib/library/client.ts is the other side. */
export function serve(librarian: Promise<Librarian>, port: Port): void {
  const running = new Map<number, { stop: AbortController; pulls: Pulls }>();
  // Whoever calls hears of it.
  librarian.catch(() => {});

  const run = async (
    { call, method, args }: Extract<Request, { method: unknown }>,
    pulls: Pulls,
    signal: AbortSignal,
  ) => {
    const at = await librarian;
    const onProgress = (progress: Progress) => port.postMessage({ call, progress } satisfies Answer);
    switch (method) {
      case 'search': {
        const found = at.search(args[0] as never, { signal })[Symbol.asyncIterator]();
        while (await pulls.next()) {
          const { done, value } = await found.next();
          if (done) break;
          port.postMessage({ call, item: value } satisfies Answer);
        }
        await found.return?.();
        return undefined;
      }
      case 'add':
        return at.add(args[0] as never, { signal, onProgress });
      case 'importAll':
        return at.importAll(args[0] as never, { signal, onProgress });
      case 'catchUp':
        return at.catchUp({ signal, onProgress });
      default:
        return (at[method] as (...given: unknown[]) => Promise<unknown>)(...args);
    }
  };

  port.addEventListener('message', async ({ data }: MessageEvent<Request>) => {
    const { call } = data;
    if ('cancel' in data) return running.get(call)?.stop.abort();
    if ('pull' in data) return running.get(call)?.pulls.add(data.pull);
    const stop = new AbortController();
    const pulls = createPulls(stop.signal);
    running.set(call, { stop, pulls });
    try {
      port.postMessage({ call, done: await run(data, pulls, stop.signal) } satisfies Answer);
    } catch (error) {
      const failed = error instanceof LibraryError ? error.code : null;
      const message = error instanceof Error ? error.message : String(error);
      port.postMessage({ call, failed, message } satisfies Answer);
    } finally {
      running.delete(call);
    }
  });
}

interface Pulls {
  add(count: number): void;
  /** Resolves when the other side is ready for one more; false when it wants none. */
  next(): Promise<boolean>;
}

function createPulls(signal: AbortSignal): Pulls {
  let ready = 0;
  let wake: (() => void) | undefined;
  signal.addEventListener('abort', () => wake?.());
  return {
    add(count) {
      ready += count;
      wake?.();
    },
    async next() {
      while (ready === 0 && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      ready--;
      return !signal.aborted;
    },
  };
}
