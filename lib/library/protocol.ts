import type { LibraryErrorCode } from './errors';
import type { Library, Progress } from './types';

/** What a page asks the worker for: a call, and while it runs its end or, of a search, the next reports. */
export type Request =
  | { call: number; method: Method; args: unknown[] }
  | { call: number; pull: number }
  | { call: number; cancel: true };

/** What the worker answers; `done` and `failed` end a call. */
export type Answer =
  | { call: number; progress: Progress }
  | { call: number; item: unknown }
  | { call: number; done: unknown }
  | { call: number; failed: LibraryErrorCode | null; message: string };

export type Method = Exclude<keyof Library, 'onChange'>;

/** The part of a Worker, of a worker's own scope and of a MessagePort that the two sides need of each other. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/** The BroadcastChannel on which everybody who changes the library says so. */
export const CHANGES = 'report-margins-library';
