import { type ComponentChild, render } from 'preact';
import margin from '../../components/margin.css?inline';
import style from '../../components/overlay.css?inline';
import tokens from '../../components/tokens.css?inline';

/** Where a surface's content is tied to: the box is asked for again whenever the page scrolls or changes size. */
export type Anchor = () => DOMRect | null;

/** The one place on a page where our interface is drawn. */
export interface Surface {
  /** Draws content beside an anchor; with `focus`, the keyboard moves into it. */
  show(anchor: Anchor, content: ComponentChild, options?: { focus?: boolean }): void;
  /** Takes the content away; the focus and the selection are as they were before. */
  hide(): void;
  readonly open: boolean;
  /** The box of what is shown, null when nothing is. */
  readonly rect: DOMRect | null;
  /** Draws something that stays while cards come and go, each kind on its own layer; null takes it away. */
  draw(layer: 'margin' | 'notice', content: ComponentChild): HTMLElement | null;
  /** Says something to screen readers without showing it. */
  announce(words: string): void;
  /** Whether an event came from within the surface. */
  holds(event: Event): boolean;
}

/** The name of the one element that we add to a page. */
export const HOST = 'report-margins';

/** A page that throws our element out this often does not want us: the overlay then stays away. */
const MOST_RETURNS = 20;

/**
 * Makes the surface: a host element beside the body, one closed shadow root, one popover in the top layer that CSS
 * anchor positioning ties to an invisible box. Nothing is attached before the first `show`.
 */
export function makeSurface(signal: AbortSignal): Surface {
  const host = document.createElement(HOST);
  const root = host.attachShadow({ mode: 'closed' });
  const box = document.createElement('div');
  box.className = 'anchor';
  const popover = document.createElement('div');
  popover.className = 'surface';
  // In the top layer both: there no transformed ancestor moves or scales what is fixed.
  box.popover = 'manual';
  popover.popover = 'manual';
  const announcement = document.createElement('div');
  announcement.className = 'announcement';
  announcement.setAttribute('role', 'status');
  root.append(box, popover, announcement);

  const layers = new Map<string, HTMLElement>();

  let anchor: Anchor | null = null;
  let returns = 0;
  let cameFrom: { element: HTMLElement | SVGElement | null; ranges: Range[] } | null = null;
  let frame = 0;

  const place = () => {
    const rect = anchor?.();
    if (!rect) return;
    // A page may zoom its root, and with it what we measure in: a box of known size tells by how much.
    Object.assign(box.style, { left: '0', top: '0', width: '100px', height: '100px' });
    const drawn = box.getBoundingClientRect();
    const zoom = drawn.width / 100 || 1;
    box.style.left = `${(rect.left - drawn.left) / zoom}px`;
    box.style.top = `${(rect.top - drawn.top) / zoom}px`;
    box.style.width = `${rect.width / zoom}px`;
    box.style.height = `${rect.height / zoom}px`;
  };
  const replace = () => {
    cancelAnimationFrame(frame);
    if (surface.open) frame = requestAnimationFrame(place);
  };

  // The page must not act on keys that are typed into a note.
  for (const type of ['keydown', 'keyup', 'keypress', 'input', 'paste', 'copy', 'cut'] as const) {
    host.addEventListener(type, (event) => event.stopPropagation());
  }
  addEventListener('scroll', replace, { signal, passive: true, capture: true });
  addEventListener('resize', replace, { signal, passive: true });

  const attach = (): boolean => {
    if (host.isConnected) return true;
    if (returns++ > MOST_RETURNS) return false;
    // The style sheet waits until there is something to dress: most pages are read before the first card is wanted.
    if (returns === 1) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(tokens + style + margin);
      root.adoptedStyleSheets.push(sheet);
    }
    document.documentElement.append(host);
    return true;
  };

  const surface: Surface = {
    get open() {
      return anchor !== null && host.isConnected;
    },
    get rect() {
      return surface.open ? popover.getBoundingClientRect() : null;
    },
    holds: (event) => event.target === host,
    announce(words) {
      if (attach()) announcement.textContent = words;
    },
    draw(name, content) {
      let layer = layers.get(name);
      if (content === null && !layer) return null;
      if (!attach()) return null;
      if (!layer) {
        layer = document.createElement('div');
        layer.className = 'layer';
        root.append(layer);
        layers.set(name, layer);
      }
      render(content, layer);
      return layer;
    },
    show(to, content, { focus = false } = {}) {
      if (!attach()) return;
      anchor = to;
      render(content, popover);
      // An anchor comes before what is tied to it, and stands where it belongs before a side of it is chosen.
      if (!box.matches(':popover-open')) box.showPopover();
      place();
      if (!popover.matches(':popover-open')) popover.showPopover();
      if (!focus) return;
      cameFrom ??= remember();
      const target =
        popover.querySelector<HTMLElement>('textarea, [data-focus]') ?? popover.querySelector<HTMLElement>('.card');
      target?.focus({ preventScroll: true });
    },
    hide() {
      if (anchor === null) return;
      anchor = null;
      cancelAnimationFrame(frame);
      for (const each of [popover, box]) if (each.matches(':popover-open')) each.hidePopover();
      render(null, popover);
      if (cameFrom) restore(cameFrom);
      cameFrom = null;
    },
  };
  signal.addEventListener('abort', () => {
    surface.hide();
    for (const layer of layers.values()) render(null, layer);
    host.remove();
  });
  return surface;
}

function remember() {
  const selection = getSelection();
  const ranges = selection ? Array.from({ length: selection.rangeCount }, (_, i) => selection.getRangeAt(i)) : [];
  const active = document.activeElement;
  const focusable = active instanceof HTMLElement || active instanceof SVGElement;
  return { element: focusable && active !== document.body ? active : null, ranges };
}

function restore({ element, ranges }: ReturnType<typeof remember>): void {
  element?.focus({ preventScroll: true });
  const selection = getSelection();
  if (!selection || ranges.length === 0) return;
  selection.removeAllRanges();
  for (const range of ranges) selection.addRange(range);
}
