import { index } from 'virtual:report-index';
import { defineUnlistedScript } from '#imports';
import { provideIndex } from '../lib/corpus/bundled';

/** The bundled index as a script of its own: pages and overlays share the one file. */
export default defineUnlistedScript(() => {
  provideIndex(index);
});
