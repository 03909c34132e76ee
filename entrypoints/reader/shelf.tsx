import type { ReaderPlace } from '../../lib/corpus/address';
import type { Parts, Shown } from './view';

/**
 * Shows what there is to read, and says so when a report that was asked for is not among it, or with an error why it
 * could not be opened.
 */
export async function showShelf(asked: ReaderPlace | null, parts: Parts, error?: unknown): Promise<Shown> {
  return (await import('./showLibrary')).showLibrary(asked, parts, error);
}
