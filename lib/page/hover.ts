import type { Hit } from './hitTest';

/**
 * Milliseconds. The dwell keeps cards from following a pointer that only passes; the grace lets it cross to the card, over
 * other marks too: on these a pointer that comes nearer to the card waits a little, while any other changes the card at once.
 */
export const DWELL = 300;
const CROSSING = 80;
const GRACE = 350;

export interface HoverWatch {
  hit(x: number, y: number): Hit | null;
  /** Whether an event lies within our own surface. */
  inside(event: Event): boolean;
  /** The box of the card that hovering opened, null while none is showing. */
  card(): DOMRect | null;
  show(hit: Hit): void;
  hide(): void;
}

/** Turns pointer movement into show and hide. Only events that the reader made count. */
export function watchHover(watch: HoverWatch, signal: AbortSignal): void {
  let pending: { hit: Hit; timer: ReturnType<typeof setTimeout> } | null = null;
  let leaving: ReturnType<typeof setTimeout> | null = null;
  let shown: Hit | null = null;
  let frame = 0;
  /** Where the pointer was before it moved. */
  let last = { x: 0, y: 0 };

  const same = (a: Hit | null, b: Hit | null) => a?.marks[0] === b?.marks[0];
  const stopPending = () => {
    if (pending) clearTimeout(pending.timer);
    pending = null;
  };
  const stay = () => {
    if (leaving) clearTimeout(leaving);
    leaving = null;
  };
  const leave = () => {
    stopPending();
    if (!watch.card() || leaving) return;
    leaving = setTimeout(() => {
      leaving = null;
      shown = null;
      watch.hide();
    }, GRACE);
  };
  const over = (hit: Hit, from: Point, to: Point) => {
    const card = watch.card();
    if (card && same(hit, shown)) return stay();
    if (pending && same(hit, pending.hit)) return;
    stopPending();
    const show = () => {
      pending = null;
      stay();
      shown = hit;
      watch.show(hit);
    };
    if (card && distance(to, card) >= distance(from, card)) return show();
    pending = { hit, timer: setTimeout(show, card ? CROSSING : DWELL) };
  };

  const onMove = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    if (watch.inside(event)) {
      stopPending();
      stay();
      return;
    }
    if (event.buttons !== 0) return stopPending();
    const to = { x: event.clientX, y: event.clientY };
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const hit = watch.hit(to.x, to.y);
      if (hit) over(hit, last, to);
      else leave();
      last = to;
    });
  };
  const onTap = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType !== 'touch' || watch.inside(event)) return;
    const hit = watch.hit(event.clientX, event.clientY);
    if (hit) watch.show(hit);
    else if (watch.card()) watch.hide();
  };

  const options = { signal, passive: true, capture: true } as const;
  addEventListener('pointermove', onMove, options);
  addEventListener('pointerup', onTap, options);
  document.addEventListener('pointerleave', leave, options);
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    stopPending();
    stay();
  });
}

interface Point {
  x: number;
  y: number;
}

/** How far a point is from a box, in px; 0 inside. */
function distance({ x, y }: Point, { left, right, top, bottom }: DOMRect): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}
