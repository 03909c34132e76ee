/** Milliseconds that a page must be still for the reader to stand somewhere. */
const STILL = 250;

/** Where a reader stands, kept with the entry of the browser's history: going back and reloading lead there again. */
export interface Standing<T> {
  /** What was kept at this address, null where nothing was; what is about to be kept belongs to another address. */
  read(): T | null;
  keep(standing: T): void;
}

export function keepStanding<T>(signal: AbortSignal): Standing<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    read() {
      clearTimeout(timer);
      return history.state?.standing ?? null;
    },
    keep(standing) {
      clearTimeout(timer);
      timer = setTimeout(() => history.replaceState({ standing }, ''), STILL);
    },
  };
}
