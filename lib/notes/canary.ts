import type { NotesStore } from './store';

/** What is remembered outside the notes' database about it. */
export interface CanaryMark {
  /** The canary that lives in the database. */
  canary: string;
  /** When the database was found without it; null while all is well, and again when the reader has been told. */
  wiped: string | null;
}

interface Parts {
  store: Pick<NotesStore, 'canary' | 'setCanary'>;
  remembered: { getValue(): Promise<CanaryMark | null>; setValue(mark: CanaryMark): Promise<void> };
  newId(): string;
  now(): Date;
}

/**
 * Looks whether the database is still the one that was there before. A browser may wipe it (storage pressure, cleaning
 * tools, a damaged profile) and give an empty one as if nothing had ever been written; the reader must hear of that.
 * Rejects with a NotesError when the database cannot be opened.
 */
export async function checkCanary({ store, remembered, newId, now }: Parts): Promise<void> {
  const [there, mark] = await Promise.all([store.canary(), remembered.getValue()]);
  if (there !== undefined) {
    if (there !== mark?.canary) await remembered.setValue({ canary: there, wiped: mark?.wiped ?? null });
    return;
  }
  const canary = newId();
  await store.setCanary(canary);
  await remembered.setValue({ canary, wiped: mark ? now().toISOString() : null });
}
