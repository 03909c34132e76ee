import { LIBRARY_HASH, NOTEBOOK_HASH } from '../lib/corpus/address';
import { INDICATORS_HASH, SEARCH_HASH } from '../lib/library/address';
import type { Messages } from '../lib/locales/zh_CN';

/** The ways from one page about all reports to the others. */
export function Views({ current, t }: { current: string; t: Messages }) {
  const views = [
    [LIBRARY_HASH, t.views.library],
    [SEARCH_HASH, t.views.search],
    [INDICATORS_HASH, t.views.indicators],
    [NOTEBOOK_HASH, t.notebook.title],
  ] as const;
  return (
    <nav class="views" aria-label={t.name}>
      {views.map(([hash, words]) => (
        <a key={hash} href={hash} aria-current={hash === current ? 'page' : undefined}>
          {words}
        </a>
      ))}
    </nav>
  );
}
