import { browser } from '#imports';
import { connectLibrary } from '../../lib/library/client';
import type { Library } from '../../lib/library/types';

/** The library of bundled and added reports; its worker starts when something is first asked of it. */
export const library: Library = connectLibrary(
  () =>
    new Worker(new URL('./librarian.ts', import.meta.url), {
      type: 'module',
      name: browser.runtime.getManifest().version,
    }),
);
