import type { ReportIndex } from './types';

/** The scripts of one world share its global object and nothing else, so that is where the index waits. */
const world = globalThis as typeof globalThis & { reportMarginsIndex?: ReportIndex };

/** Keeps the index for whoever runs after it in the same world: an overlay, or a page of the extension. */
export function provideIndex(index: ReportIndex): void {
  world.reportMarginsIndex = index;
}

/** The bundled index. Throws when report-index.js has not run before. */
export function bundledIndex(): ReportIndex {
  const { reportMarginsIndex } = world;
  if (!reportMarginsIndex) throw new Error('report-index.js must run before whatever uses the bundled index.');
  return reportMarginsIndex;
}
