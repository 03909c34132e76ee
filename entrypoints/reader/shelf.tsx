import type { View } from './view';

/** Shows what there is to read, and says so when a report that was asked for is not among it. */
export const showShelf: View = async (missing, parts) => (await import('./showLibrary')).showLibrary(missing, parts);
