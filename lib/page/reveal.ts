import { rangeOf } from './hitTest';
import type { Span } from './textMap';

/** Brings a span into view unless it is there already, with room for a card below it. */
export function reveal(span: Span): void {
  const element = span.startContainer.parentElement;
  if (!element) return;
  const scroller = scrollerOf(element);
  const view = scroller?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight, height: innerHeight };
  const box = () => rangeOf(span)?.getBoundingClientRect();
  const before = box();
  if (before && before.top > view.top + 40 && before.bottom < view.bottom - 120) return;
  element.scrollIntoView({ block: 'center' });
  // A paragraph can be taller than the window: then its middle is not where the span stands.
  const after = box();
  if (after && (after.top < view.top || after.top > view.top + view.height * 0.7))
    (scroller ?? window).scrollBy(0, after.top - view.top - view.height / 3);
}

/** The part of the page that scrolls by itself and holds an element, null where the page scrolls as a whole. */
export function scrollerOf(element: Element): Element | null {
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}
