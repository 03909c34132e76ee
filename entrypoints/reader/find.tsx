import { render } from 'preact';
import { FindBar } from '../../components/FindBar';
import type { Messages } from '../../lib/locales/zh_CN';
import { rangeOf } from '../../lib/page/hitTest';
import { PREFIX } from '../../lib/page/paint';
import { reveal } from '../../lib/page/reveal';
import { mapText, type Span } from '../../lib/page/textMap';
import { makeFinder } from '../../lib/text/findIn';

const FOUND = `${PREFIX}found`;
const SHOWN = `${PREFIX}found-shown`;

/** Opens a box that finds words in what `articleOf` gives, by the key `/` or the returned function. */
export function setUpFind(articleOf: () => Element, t: Messages, signal: AbortSignal): () => void {
  const root = document.body.appendChild(document.createElement('div'));
  let open: { search: (words: string) => Span[]; from: Element | null } | null = null;
  let spans: Span[] = [];
  let here = -1;
  let words = '';

  const draw = () => {
    render(
      open && (
        <FindBar
          found={words.trim() ? { here: here + 1, all: spans.length } : null}
          t={t}
          onInput={search}
          onStep={step}
          onClose={close}
        />
      ),
      root,
    );
  };
  const paint = () => {
    const ranges = (each: readonly Span[]) => new Highlight(...each.map((span) => new StaticRange(span)));
    CSS.highlights.set(FOUND, ranges(spans));
    const shown = ranges(here < 0 ? [] : spans.slice(here, here + 1));
    shown.priority = 1;
    CSS.highlights.set(SHOWN, shown);
  };
  const show = (to: number) => {
    here = to;
    const span = spans[here];
    if (span) reveal(span);
    paint();
    draw();
  };
  const search = (wanted: string) => {
    words = wanted;
    spans = open?.search(words) ?? [];
    // On from what is in view.
    const below = spans.findIndex((span) => (rangeOf(span)?.getBoundingClientRect().bottom ?? 0) > 0);
    show(spans.length === 0 ? -1 : Math.max(0, below));
  };
  const step = (by: 1 | -1) => {
    if (spans.length > 0) show((here + by + spans.length) % spans.length);
  };
  const close = () => {
    const from = open?.from;
    open = null;
    words = '';
    spans = [];
    here = -1;
    for (const name of [FOUND, SHOWN]) CSS.highlights.delete(name);
    draw();
    if (from instanceof HTMLElement) from.focus({ preventScroll: true });
  };
  const start = () => {
    if (open) return root.querySelector('input')?.select();
    const map = mapText(articleOf());
    const find = makeFinder(map.text);
    const search = (wanted: string) =>
      find(wanted).flatMap(({ start, end }) => {
        const span = map.span(start, end);
        return span ? [span] : [];
      });
    open = { search, from: document.activeElement };
    draw();
  };

  addEventListener(
    'keydown',
    (event) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
      if (event.key !== '/' || !isPlain || (event.target as Element).closest?.('input, select, textarea')) return;
      event.preventDefault();
      start();
    },
    { signal },
  );
  signal.addEventListener('abort', () => {
    close();
    root.remove();
  });
  return start;
}
