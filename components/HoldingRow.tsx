import { useEffect, useRef, useState } from 'preact/hooks';
import { readerHash } from '../lib/corpus/address';
import type { Holding, Identity } from '../lib/library/types';
import type { LibraryWords } from '../lib/locales/library';
import { IdentityForm } from './IdentityForm';

interface HoldingRowProps {
  holding: Holding;
  w: LibraryWords;
  lang: string;
  onCorrect: (holding: Holding, identity: Identity) => void;
  onRemove: (holding: Holding) => void;
}

/** One report of the library: whose and of which year, how it came, and what can be done with it. */
export function HoldingRow({ holding, w, lang, onCorrect, onRemove }: HoldingRowProps) {
  const [doing, setDoing] = useState<'correct' | 'remove' | null>(null);
  const { id, title, place, year, kind, length, origin, added, readBy } = holding;
  const isOwn = origin !== null;
  const buttons = { correct: useRef<HTMLButtonElement>(null), remove: useRef<HTMLButtonElement>(null) };
  const before = useRef(doing);
  useEffect(() => {
    // The keyboard goes back to the button that it came from.
    if (before.current && doing === null) buttons[before.current].current?.focus();
    before.current = doing;
  }, [doing]);
  return (
    <li>
      <a class="name" lang="zh-CN" href={readerHash({ reportId: id })}>
        {title}
      </a>
      <p class="about">
        <span class={place ? undefined : 'fault'}>{place || w.noPlace}</span>
        <span class={year > 0 ? undefined : 'fault'}>{year > 0 ? w.year(year) : w.noYear}</span>
        {w.kinds[kind] && <span>{w.kinds[kind]}</span>}
        <span>{w.length(length)}</span>
        <Source holding={holding} w={w} />
        {added && <time dateTime={added}>{new Date(added).toLocaleDateString(lang)}</time>}
        {isOwn && readBy === null && <span class="fault">{w.unread}</span>}
        {isOwn && doing === null && (
          <span class="actions">
            <button
              type="button"
              ref={buttons.correct}
              aria-label={w.correctOf(title)}
              onClick={() => setDoing('correct')}
            >
              {w.correct}
            </button>
            <button
              type="button"
              ref={buttons.remove}
              aria-label={w.removeOf(title)}
              onClick={() => setDoing('remove')}
            >
              {w.remove}
            </button>
          </span>
        )}
        {doing === 'remove' && (
          <span class="actions">
            <button
              type="button"
              class="sure"
              ref={takeFocus}
              aria-label={`${w.removeSure}：${title}`}
              onClick={() => onRemove(holding)}
            >
              {w.removeSure}
            </button>
            <button type="button" onClick={() => setDoing(null)}>
              {w.keep}
            </button>
          </span>
        )}
      </p>
      {doing === 'correct' && (
        <IdentityForm
          holding={holding}
          w={w}
          onSave={(identity) => {
            setDoing(null);
            onCorrect(holding, identity);
          }}
          onCancel={() => setDoing(null)}
        />
      )}
    </li>
  );
}

/** The button that was pressed is gone; the keyboard goes on with the one in its place. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus();

function Source({ holding: { origin }, w }: Pick<HoldingRowProps, 'holding' | 'w'>) {
  if (!origin) return <span>{w.bundled}</span>;
  const url = origin.kind === 'page' && URL.canParse(origin.name) ? new URL(origin.name) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return <span class="source">{w.from[origin.kind](origin.name)}</span>;
  return (
    <a class="source" href={url.href} target="_blank" rel="noreferrer noopener">
      {w.from.page(url.host)}
    </a>
  );
}
