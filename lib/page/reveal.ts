import { rangeOf } from './hitTest';
import type { Span } from './textMap';

/** Brings a span into view unless it is there already, with room for a card below it. */
export function reveal(span: Span): void {
  const box = () => rangeOf(span)?.getBoundingClientRect();
  const before = box();
  if (before && before.top > 40 && before.bottom < innerHeight - 120) return;
  span.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  // A paragraph can be taller than the window: then its middle is not where the span stands.
  const after = box();
  if (after && (after.top < 0 || after.top > innerHeight * 0.7)) scrollBy(0, after.top - innerHeight / 3);
}
