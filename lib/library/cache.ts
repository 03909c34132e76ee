/** Keeps what was made last, by key; the one that was not asked for the longest goes first. */
export function createCache<T>(most: number) {
  const kept = new Map<string, T>();
  return {
    /** What is kept under the key, or what `make` gives. A promise that rejects is not kept. */
    get(key: string, make: () => T): T {
      const value = kept.has(key) ? kept.get(key)! : make();
      kept.delete(key);
      kept.set(key, value);
      if (kept.size > most) kept.delete(kept.keys().next().value!);
      if (value instanceof Promise) value.catch(() => kept.delete(key));
      return value;
    },
    clear: () => kept.clear(),
  };
}
