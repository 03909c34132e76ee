import { Margin, type MarginNote } from '../../components/Margin';
import type { Messages } from '../locales/zh_CN';
import { rectsOf } from './hitTest';
import { gutterBeside, NOTE, type Strip, stack, stripBeside } from './margin';
import { isDark } from './paint';
import { scrollerOf } from './reveal';
import type { Surface } from './surface';
import type { Span } from './textMap';

/** A note with its passage on the page. */
export interface PlacedInMargin {
  note: Omit<MarginNote, 'top'>;
  span: Span;
  open(): void;
}

export interface MarginLayer {
  /** Replaces the notes, given in reading order. */
  show(notes: readonly PlacedInMargin[]): void;
}

/** A marker's height and the air between two things in the margin, in pixels. */
const MARKER = { width: 16, height: 20 };
const GAP = 14;
/** The width of the layer in components/margin.css. */
const LAYER_WIDTH = 100;

/**
 * Draws notes beside their passages. They are placed in the page, not in the window, so that they scroll with it; they
 * are placed anew when the page or what is on it changes size, and when a part of the page scrolls by itself.
 */
export function makeMarginLayer(
  surface: Surface,
  { t, onReader }: { t: Messages; onReader: (hash: string) => void },
  signal: AbortSignal,
): MarginLayer {
  let notes: readonly PlacedInMargin[] = [];
  let frame = 0;
  let layer: HTMLElement | null = null;

  const draw = () => {
    const boxes = notes.flatMap(({ note, span, open }) => {
      const [rect] = rectsOf(span);
      return rect ? [{ note, span, open, rect }] : [];
    });
    const first = boxes[0];
    if (!first) return void surface.draw('margin', null);
    const scroller = scrollerOf(blockOf(first.span));
    const view = scroller?.getBoundingClientRect();
    const inView = view ? boxes.filter(({ rect }) => rect.bottom > view.top && rect.top < view.bottom) : boxes;
    const { column, ...around } = surroundings(boxes.map(({ span }) => blockOf(span)));
    const width = document.documentElement.clientWidth;
    const strip = stripBeside(column, { ...around, width });
    const gutter = gutterBeside(column, { width, marker: MARKER.width });
    const at = new Map(inView.map(({ note, open }) => [note.key, open]));
    const dark = isDark(blockOf(first.span));
    layer ??= surface.draw('margin', '');
    if (!layer) return;
    // Where a page has moved, scaled or zoomed its root, what is absolute in it goes along: a box of known size tells.
    const from = layer.getBoundingClientRect();
    const zoom = from.width / LAYER_WIDTH || 1;
    const down = (y: number) => (y - from.top) / zoom;
    const render = (tops: readonly number[]) =>
      surface.draw(
        'margin',
        <Margin
          notes={inView.map(({ note }, i) => ({ ...note, top: tops[i]! }))}
          left={((strip?.left ?? gutter) - from.left) / zoom}
          width={strip && strip.width / zoom}
          dark={dark}
          now={new Date()}
          t={t}
          onOpen={(key) => at.get(key)?.()}
          onReader={onReader}
        />,
      );
    const wanted = inView.map(({ rect }) => down(rect.top + (strip ? 0 : (rect.height - MARKER.height * zoom) / 2)));
    render(wanted);
    // Notes are as high as their words, which only the browser knows.
    const drawn = strip ? [...layer.querySelectorAll<HTMLElement>('.note')] : [];
    const besides = inView.map((_, i) => ({ top: wanted[i]!, height: drawn[i]?.offsetHeight ?? MARKER.height }));
    const bounds = view ?? { top: -scrollY, bottom: document.body.getBoundingClientRect().bottom };
    render(stack(besides, { gap: strip ? GAP : 0, from: down(bounds.top), to: Math.max(0, down(bounds.bottom)) }));
  };

  const redraw = () => {
    cancelAnimationFrame(frame);
    if (notes.length > 0 && !signal.aborted) frame = requestAnimationFrame(draw);
  };
  addEventListener('resize', redraw, { signal, passive: true });
  addEventListener(
    'scroll',
    ({ target }) => {
      if (target !== document) redraw();
    },
    { signal, passive: true, capture: true },
  );
  const sizes = new ResizeObserver(redraw);
  sizes.observe(document.body);
  void document.fonts?.ready.then(redraw);
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    sizes.disconnect();
  });

  return {
    show(wanted) {
      notes = wanted;
      if (notes.length > 0) redraw();
      else surface.draw('margin', null);
    },
  };
}

/** The element that sets the lines of a span. */
function blockOf(span: Span): Element {
  let at = span.startContainer.parentElement ?? document.body;
  while (at.parentElement && getComputedStyle(at).display.startsWith('inline')) at = at.parentElement;
  return at;
}

/** The column that the noted passages are set in, what stands beside it, and the frames around it that can be seen. */
function surroundings(passages: readonly Element[]): { column: Strip; blocks: Strip[]; frames: Strip[] } {
  const column = { left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY };
  const widen = ({ left, right }: Strip) => {
    column.left = Math.min(column.left, left);
    column.right = Math.max(column.right, right);
  };
  const [first] = passages as [Element, ...Element[]];
  for (const passage of new Set(passages)) {
    const { left, right } = passage.getBoundingClientRect();
    const { paddingLeft, paddingRight } = getComputedStyle(passage);
    widen({ left: left + Number.parseFloat(paddingLeft), right: right - Number.parseFloat(paddingRight) });
  }
  // A wide table between the paragraphs belongs to the column.
  const near = siblingsOf(first);
  for (const box of near) if (box.left < column.right && box.right > column.left && box.width > NOTE.air) widen(box);
  const blocks = [...near];
  const frames: Strip[] = [];
  let top = first.getBoundingClientRect().top;
  let bottom = passages.at(-1)!.getBoundingClientRect().bottom;
  for (let at = first.parentElement; at && at !== document.body; at = at.parentElement) {
    const box = at.getBoundingClientRect();
    if (isFrame(at)) frames.push(box);
    top = Math.min(top, box.top);
    bottom = Math.max(bottom, box.bottom);
    blocks.push(...siblingsOf(at).filter((other) => other.top < bottom && other.bottom > top));
  }
  return { column, blocks, frames };
}

/** Whether an element has edges on its left or right that the eye sees. */
function isFrame(element: Element): boolean {
  const style = getComputedStyle(element);
  const { backgroundColor, backgroundImage, boxShadow, borderRightWidth, borderLeftWidth } = style;
  const isPainted = !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor) || backgroundImage !== 'none';
  return isPainted || boxShadow !== 'none' || borderRightWidth !== '0px' || borderLeftWidth !== '0px';
}

function siblingsOf(element: Element): DOMRect[] {
  const boxes: DOMRect[] = [];
  for (const other of element.parentElement?.children ?? []) {
    if (other === element) continue;
    const box = other.getBoundingClientRect();
    if (box.width > 0 && box.height > 0) boxes.push(box);
  }
  return boxes;
}
