import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { compileIndex } from './compile';
import { knowledgeOf } from './lookup';
import type { ReportIndex } from './types';

/** One JSON string parses in a fraction of the time that the same data takes as a script. */
const parsed = (data: unknown) => `JSON.parse(${JSON.stringify(JSON.stringify(data))})`;

const MODULES: Record<string, (index: ReportIndex) => string> = {
  'virtual:report-index': (index) => `export const index = ${parsed(index)};`,
  'virtual:report-knowledge': (index) =>
    `let known; export const knowledge = () => known ??= ${parsed(spellingsOf(index))};`,
};

/** What reading leans on without what only cards show: a seventh of the index. */
function spellingsOf(index: ReportIndex) {
  const { indicators, terms } = knowledgeOf(index);
  return { indicators, terms: terms.map(({ term, aliases, quoted }) => ({ term, aliases, quoted })) };
}

/** Serves the bundled index, compiled from seeds/, as the modules of lib/corpus/virtual.d.ts. */
export function reportIndex(): Plugin {
  const seeds = fileURLToPath(new URL('../../seeds/', import.meta.url));
  let index: ReportIndex | undefined;
  return {
    name: 'report-index',
    resolveId: (id) => (id in MODULES ? `\0${id}` : undefined),
    load(id) {
      const module = MODULES[id.slice(1)];
      if (!id.startsWith('\0') || !module) return;
      this.addWatchFile(seeds);
      index ??= compileIndex(seeds);
      return module(index);
    },
    watchChange: () => {
      index = undefined;
    },
  };
}
