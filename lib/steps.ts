/**
 * Work in steps: a generator that yields between them, so that one piece of code serves a command, which runs it to the
 * end, and a page, which must stay free to answer its reader.
 */
export type Steps<T> = Generator<void, T>;

/** Runs the steps one after the other and returns what the last one gives. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
