import { useState } from 'preact/hooks';
import type { ShownMatch } from '../lib/corpus/lookup';
import type { Messages } from '../lib/locales/zh_CN';
import type { ListedMark } from '../lib/page/outline';
import type { PageSummary } from '../lib/platform/messages';
import type { Taking } from '../lib/platform/takeIn';
import { Figures } from './Figures';
import { Markdown } from './Markdown';
import { TakeIn } from './TakeIn';

interface PanelProps {
  /** Null while the tab in front has no overlay. */
  page: PageSummary | null;
  /** The section in view and what matches it. */
  here: { sectionId: string; matches: ShownMatch[] };
  taking: Taking;
  t: Messages;
  onTake: () => void;
  onReader: (hash: string) => void;
  onPlace: (place: { start: number; end: number }) => void;
  onMatch: (place: { reportId: string; start: number; end: number }) => void;
  /** Puts a note on what is selected on the page. */
  onReattach: (id: string) => void;
  /** What came of that, in a sentence. */
  reattached: string;
}

type Tab = 'outline' | 'marks' | 'figures';
const TABS: readonly Tab[] = ['outline', 'marks', 'figures'];
type Kind = ListedMark['kind'];
const KINDS: readonly Kind[] = ['term', 'figure', 'number', 'note', 'difference'];

/** Everything that was found on the page in front, in reading order, to search and to go to. */
export function Panel({
  page,
  here,
  taking,
  t,
  onTake,
  onReader,
  onPlace,
  onMatch,
  onReattach,
  reattached,
}: PanelProps) {
  const [tab, setTab] = useState<Tab>('outline');
  const [search, setSearch] = useState('');
  const [hidden, setHidden] = useState<readonly Kind[]>(['number']);
  if (!page) return <p class="empty">{t.panel.empty}</p>;
  const { outline, figures } = page;
  const wanted = search.trim();
  const isWanted = (...words: string[]) => words.some((word) => word.includes(wanted));
  const sections = outline.sections.filter(({ heading }) => isWanted(heading));
  const marks = outline.marks.filter((mark) => !hidden.includes(mark.kind) && isWanted(mark.label, mark.detail));

  return (
    <main class="panel" lang={t.lang}>
      <h1 lang="zh-CN">{outline.title}</h1>
      <TakeIn taking={taking} t={t} onTake={onTake} onReader={onReader} />
      <input
        type="search"
        aria-label={t.panel.search}
        placeholder={t.panel.search}
        value={search}
        onInput={(event) => {
          setSearch(event.currentTarget.value);
          if (tab === 'figures') setTab('marks');
        }}
      />
      <nav class="tabs">
        {TABS.map((each) => (
          <button type="button" key={each} aria-pressed={tab === each} onClick={() => setTab(each)}>
            {t.panel.tabs[each]}
          </button>
        ))}
      </nav>
      {tab === 'outline' && (
        <>
          <ol class="outline">
            {sections.map(({ id, level, heading, start, end }) => (
              <li key={id} class={`level-${Math.min(level, 3)}`}>
                <button
                  type="button"
                  aria-current={id === here.sectionId ? 'location' : undefined}
                  onClick={() => onPlace({ start, end })}
                >
                  {heading}
                </button>
              </li>
            ))}
          </ol>
          {sections.length === 0 && <p class="quiet">{t.panel.nothing}</p>}
          {here.matches.length > 0 && (
            <section aria-label={t.panel.hereAlso}>
              <h2>{t.panel.hereAlso}</h2>
              <ul class="matches">
                {here.matches.map(({ match, report, quote }) => (
                  <li key={`${match.reportId}@${match.start}`}>
                    <button type="button" onClick={() => onMatch(match)}>
                      <b>{report}</b> {match.heading}
                      <span>{quote}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
      {tab === 'marks' && (
        <>
          {outline.lost.length > 0 && (
            <section aria-label={t.panel.lost}>
              <h2>{t.panel.lost}</h2>
              <ul class="lost">
                {outline.lost.map(({ id, text, quote, state }) => (
                  <li key={id}>
                    <blockquote>{quote}</blockquote>
                    <div class="hand">
                      <Markdown text={text} />
                    </div>
                    <p class="quiet">
                      {state === 'draft' ? t.draft : t.noteState[state]}{' '}
                      <button type="button" class="reattach" onClick={() => onReattach(id)}>
                        {t.panel.reattach}
                      </button>
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {reattached && <p role="status">{reattached}</p>}
          <p class="kinds">
            {KINDS.map((kind) => (
              <label key={kind}>
                <input
                  type="checkbox"
                  checked={!hidden.includes(kind)}
                  onChange={() =>
                    setHidden(hidden.includes(kind) ? hidden.filter((each) => each !== kind) : [...hidden, kind])
                  }
                />
                {t.panel.kinds[kind]}
              </label>
            ))}
          </p>
          <ol class="marks">
            {marks.map((mark) => (
              <li key={`${mark.kind}${mark.start}-${mark.end}`}>
                <button type="button" onClick={() => onPlace(mark)}>
                  <span class={`kind ${mark.kind}`}>{t.panel.kinds[mark.kind]}</span> <b>{mark.label}</b>
                  <span class="detail">{mark.detail}</span>
                </button>
              </li>
            ))}
          </ol>
          {marks.length === 0 && <p class="quiet">{t.panel.nothing}</p>}
        </>
      )}
      {tab === 'figures' && <Figures rows={figures.rows} t={t} onGo={({ observation }) => onPlace(observation)} />}
    </main>
  );
}
