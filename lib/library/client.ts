import { LibraryError, libraryError } from './errors';
import { type Answer, CHANGES, type Method, type Port } from './protocol';
import type { Found, Library, Progress } from './types';

/** Reports of a search that the worker may find ahead of the page that shows them. */
const AHEAD = 16;

interface Waiting {
  progress?: ((progress: Progress) => void) | undefined;
  item?: (item: unknown) => void;
  done(value: unknown): void;
  failed(error: Error): void;
}

/**
 * The library as a page has it; a worker answers. `start` makes the worker, when it is needed first. A search goes on only
 * as fast as its results are taken, and ends when nobody takes more.
 */
export function connectLibrary(start: () => Port & Pick<Worker, 'onerror' | 'terminate'>): Library {
  let port: Port | undefined;
  let calls = 0;
  const waiting = new Map<number, Waiting>();

  const connect = (): Port => {
    if (port) return port;
    const worker = start();
    port = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => hear(data));
    worker.onerror = () => {
      worker.terminate();
      port = undefined;
      const left = [...waiting.values()];
      waiting.clear();
      for (const { failed } of left) failed(new LibraryError('stopped'));
    };
    return port;
  };

  const hear = (answer: Answer) => {
    const call = waiting.get(answer.call);
    if (!call) return;
    if ('progress' in answer) return call.progress?.(answer.progress);
    if ('item' in answer) return call.item?.(answer.item);
    waiting.delete(answer.call);
    if ('done' in answer) call.done(answer.done);
    else call.failed(libraryError(answer.failed, 'stopped', answer.message));
  };

  const begin = (method: Method, args: unknown[], wait: Waiting, signal?: AbortSignal) => {
    const call = ++calls;
    const to = connect();
    waiting.set(call, wait);
    to.postMessage({ call, method, args });
    const cancel = () => {
      if (waiting.has(call)) to.postMessage({ call, cancel: true });
    };
    if (signal?.aborted) cancel();
    else signal?.addEventListener('abort', cancel, { once: true });
    return { cancel, pull: (count: number) => waiting.has(call) && to.postMessage({ call, pull: count }) };
  };

  const ask = <T>(
    method: Method,
    args: unknown[] = [],
    { signal, onProgress }: { signal?: AbortSignal; onProgress?: (progress: Progress) => void } = {},
  ) =>
    new Promise<T>((resolve, reject) => {
      begin(method, args, { progress: onProgress, done: (value) => resolve(value as T), failed: reject }, signal);
    });

  async function* search(
    query: Parameters<Library['search']>[0],
    { signal }: { signal?: AbortSignal } = {},
  ): AsyncGenerator<Found> {
    const found: Found[] = [];
    let over: { error: Error | null } | undefined;
    let wake: () => void = () => {};
    const end = (error: Error | null) => {
      over = { error };
      wake();
    };
    const item = (one: unknown) => {
      found.push(one as Found);
      wake();
    };
    const { cancel, pull } = begin('search', [query], { item, done: () => end(null), failed: end }, signal);
    pull(AHEAD);
    try {
      while (!signal?.aborted) {
        const next = found.shift();
        if (next) {
          pull(1);
          yield next;
        } else if (over) {
          if (over.error) throw over.error;
          return;
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
            signal?.addEventListener('abort', () => resolve(), { once: true });
          });
        }
      }
    } finally {
      cancel();
    }
  }

  return {
    list: () => ask('list'),
    open: (id) => ask('open', [id]),
    add: (intakes, options) => ask('add', [intakes], options),
    correct: (id, identity) => ask('correct', [id, identity]),
    remove: (id) => ask('remove', [id]),
    removeAll: () => ask('removeAll'),
    catchUp: (options) => ask('catchUp', [], options),
    search,
    match: (text, options) => ask('match', [text, options]),
    figures: (indicator) => ask('figures', [indicator]),
    indicators: () => ask('indicators'),
    definitions: (term) => ask('definitions', [term]),
    exportAll: () => ask('exportAll'),
    importAll: (file, options) => ask('importAll', [file], options),
    onChange(listener) {
      const channel = new BroadcastChannel(CHANGES);
      channel.onmessage = () => listener();
      return () => channel.close();
    },
  };
}
