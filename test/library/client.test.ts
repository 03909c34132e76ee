import { describe, expect, test, vi } from 'vitest';
import { createAnnouncer } from '../../lib/library/announce';
import { connectLibrary } from '../../lib/library/client';
import { LibraryError } from '../../lib/library/errors';
import type { Librarian } from '../../lib/library/librarian';
import type { Port } from '../../lib/library/protocol';
import { serve } from '../../lib/library/serve';
import { shareWork } from '../../lib/library/sharedWork';
import type { Found, Progress } from '../../lib/library/types';

/** Two ends of a line that copies what it carries, as a worker's does. */
function line() {
  const end = () => new EventTarget();
  const [here, there] = [end(), end()];
  const port = (mine: EventTarget, other: EventTarget) => ({
    postMessage: (data: unknown) => {
      const copy = structuredClone(data);
      queueMicrotask(() => other.dispatchEvent(Object.assign(new Event('message'), { data: copy })));
    },
    addEventListener: mine.addEventListener.bind(mine) as Port['addEventListener'],
    terminate: vi.fn(),
    onerror: null as ((event: ErrorEvent) => void) | null,
  });
  return { page: port(here, there), worker: port(there, here) };
}

function connected(librarian: Partial<Librarian>) {
  const { page, worker } = line();
  serve(Promise.resolve(librarian as Librarian), worker);
  const start = vi.fn(() => page);
  return { library: connectLibrary(start as never), start, page };
}

const found = (id: string) => ({ holding: { id }, hits: [], count: 1 }) as unknown as Found;

describe('between a page and the worker', () => {
  test('a call is answered, or fails with the same words', async () => {
    const { library, start } = connected({
      open: async (id) => ({ id }) as never,
      remove: async () => {
        throw new LibraryError('bundled');
      },
      figures: async () => {
        throw new TypeError('x is not a function');
      },
    });
    expect(start).not.toHaveBeenCalled();
    expect(await library.open('own-1')).toEqual({ id: 'own-1' });
    await expect(library.remove('shigu-2021')).rejects.toMatchObject({ code: 'bundled', message: /不能移除/ });
    await expect(library.figures('gdp')).rejects.toMatchObject({ code: 'stopped' });
    expect(start).toHaveBeenCalledTimes(1);
  });

  test('progress comes through, and cancelling', async () => {
    const { library } = connected({
      add: async (intakes, { signal, onProgress } = {}) => {
        onProgress!({ done: 1, total: intakes.length });
        await new Promise((resolve) => signal!.addEventListener('abort', resolve));
        return [{ state: 'refused', reason: 'cancelled' }];
      },
    });
    const stop = new AbortController();
    const seen: Progress[] = [];
    const onProgress = (progress: Progress) => {
      seen.push(progress);
      stop.abort();
    };
    const intake = { text: '字', origin: { kind: 'paste', name: '' } } as const;
    expect(await library.add([intake], { signal: stop.signal, onProgress })).toHaveLength(1);
    expect(seen).toEqual([{ done: 1, total: 1 }]);
  });

  test('a search finds no further ahead than its results are taken, and ends when they are not', async () => {
    let made = 0;
    let ended = false;
    const { library } = connected({
      async *search() {
        try {
          for (;;) yield found(`own-${made++}`);
        } finally {
          ended = true;
        }
      },
    });
    const taken: string[] = [];
    for await (const { holding } of library.search({ words: '字' })) {
      taken.push(holding.id);
      if (taken.length === 50) break;
    }
    expect(taken).toEqual(Array.from({ length: 50 }, (_, i) => `own-${i}`));
    await vi.waitFor(() => expect(ended).toBe(true));
    expect(made).toBeLessThan(80);
  });

  test('a search that is cancelled while it waits ends at once', async () => {
    let told: AbortSignal | undefined;
    const { library } = connected({
      async *search(_, { signal } = {}) {
        told = signal;
        await new Promise((resolve) => signal!.addEventListener('abort', resolve));
      },
    });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    for await (const _ of library.search({ words: '字' }, { signal: stop.signal })) expect.fail();
    await vi.waitFor(() => expect(told!.aborted).toBe(true));
  });

  test('all that wait hear when the worker dies, and the next call starts another', async () => {
    const { library, start, page } = connected({ list: () => new Promise(() => {}) });
    const waiting = library.list();
    page.onerror!({} as ErrorEvent);
    await expect(waiting).rejects.toMatchObject({ code: 'stopped' });
    expect(page.terminate).toHaveBeenCalledTimes(1);
    void library.list();
    expect(start).toHaveBeenCalledTimes(2);
  });

  test('a worker that cannot start says so to every call', async () => {
    const { page, worker } = line();
    serve(Promise.reject(new LibraryError('no_database')), worker);
    await expect(connectLibrary(() => page as never).list()).rejects.toMatchObject({ code: 'no_database' });
  });
});

describe('work that several ask for', () => {
  test('is done once, and all hear of it', async () => {
    let go = () => {};
    const work = vi.fn(async (_: AbortSignal, onProgress: (progress: Progress) => void) => {
      await new Promise<void>((resolve) => {
        go = resolve;
      });
      onProgress({ done: 1, total: 1 });
    });
    const shared = shareWork(work);
    const [first, second] = [vi.fn(), vi.fn()];
    const both = [shared({ onProgress: first }), shared({ onProgress: second })];
    go();
    await Promise.all(both);
    expect(work).toHaveBeenCalledTimes(1);
    for (const heard of [first, second]) expect(heard).toHaveBeenCalledWith({ done: 1, total: 1 });
    void shared();
    expect(work).toHaveBeenCalledTimes(2);
  });

  test('stops when nobody wants it any more', async () => {
    let signal: AbortSignal | undefined;
    const shared = shareWork((given) => {
      signal = given;
      return new Promise(() => {});
    });
    const [one, other] = [new AbortController(), new AbortController()];
    const waits = [shared({ signal: one.signal }), shared({ signal: other.signal })];
    one.abort();
    await waits[0];
    expect(signal!.aborted).toBe(false);
    other.abort();
    await waits[1];
    expect(signal!.aborted).toBe(true);
  });
});

test('changes are announced at once, and many of them twice a second', () => {
  vi.useFakeTimers();
  const postMessage = vi.fn();
  const announce = createAnnouncer({ postMessage } as unknown as BroadcastChannel);
  for (let i = 0; i < 100; i++) announce();
  expect(postMessage).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(5_000);
  expect(postMessage).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});
