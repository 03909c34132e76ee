import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { compileIndex } from './compile';

const ID = 'virtual:report-index';

/** Serves the bundled index, compiled from seeds/, as the module `virtual:report-index`. */
export function reportIndex(): Plugin {
  const seeds = fileURLToPath(new URL('../../seeds/', import.meta.url));
  let module: string | undefined;
  return {
    name: 'report-index',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return;
      this.addWatchFile(seeds);
      // One JSON string parses in a fraction of the time that the same data takes as a script.
      module ??= `export const index = JSON.parse(${JSON.stringify(JSON.stringify(compileIndex(seeds)))});`;
      return module;
    },
    watchChange: () => {
      module = undefined;
    },
  };
}
