import type { Hit } from './hitTest';

/** Milliseconds. The dwell keeps cards from following a pointer that only passes; the grace lets it cross to the card. */
export const DWELL = 300;
export const SWITCH = 80;
export const GRACE = 350;

export interface HoverWatch {
  hit(x: number, y: number): Hit | null;
  /** Whether an event lies within our own surface. */
  inside(event: Event): boolean;
  /** Whether a card that hovering opened is showing. */
  open(): boolean;
  show(hit: Hit): void;
  hide(): void;
}

/** Turns pointer movement into show and hide. Only events that the reader made count. */
export function watchHover(watch: HoverWatch, signal: AbortSignal): void {
  let pending: { hit: Hit; timer: ReturnType<typeof setTimeout> } | null = null;
  let leaving: ReturnType<typeof setTimeout> | null = null;
  let shown: Hit | null = null;
  let frame = 0;

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
    if (!watch.open() || leaving) return;
    leaving = setTimeout(() => {
      leaving = null;
      shown = null;
      watch.hide();
    }, GRACE);
  };
  const over = (hit: Hit) => {
    if (watch.open() && same(hit, shown)) return stay();
    if (pending && same(hit, pending.hit)) return;
    stopPending();
    const show = () => {
      pending = null;
      stay();
      shown = hit;
      watch.show(hit);
    };
    pending = { hit, timer: setTimeout(show, watch.open() ? SWITCH : DWELL) };
  };

  const onMove = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    if (watch.inside(event)) {
      stopPending();
      stay();
      return;
    }
    if (event.buttons !== 0) return stopPending();
    const { clientX, clientY } = event;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const hit = watch.hit(clientX, clientY);
      if (hit) over(hit);
      else leave();
    });
  };
  const onTap = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType !== 'touch' || watch.inside(event)) return;
    const hit = watch.hit(event.clientX, event.clientY);
    if (hit) watch.show(hit);
    else if (watch.open()) watch.hide();
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
