import { type Mark, makeMarkFinder } from './marks';
import type { Span, TextMap } from './textMap';

export interface Hit {
  marks: Mark[];
  /** The line's box of the innermost mark under the point, in viewport coordinates. */
  rect: DOMRect;
}

/** Finds what is painted under a point: the caret's position first, then the drawn boxes, since the caret snaps. */
export function makeHitTest(map: TextMap, marks: readonly Mark[]): (x: number, y: number) => Hit | null {
  const find = makeMarkFinder(marks);
  return (x, y) => {
    const caret = document.caretPositionFromPoint(x, y);
    if (!caret) return null;
    const offset = map.offset(caret.offsetNode, caret.offset);
    if (offset === null) return null;
    const candidates = new Set([...find(offset), ...(offset > 0 ? find(offset - 1) : [])]);
    const marksHit: Mark[] = [];
    let rect: DOMRect | null = null;
    for (const mark of candidates) {
      const span = map.span(mark.start, mark.end);
      const box = span && rectsOf(span).find((line) => holds(line, x, y));
      if (!box) continue;
      marksHit.push(mark);
      rect ??= box;
    }
    return rect && { marks: marksHit.sort((a, b) => a.end - a.start - (b.end - b.start)), rect };
  };
}

/** The boxes that a span is drawn in, a line each; empty when its nodes have left the page. */
export function rectsOf(span: Span): DOMRect[] {
  const range = rangeOf(span);
  return range ? [...range.getClientRects()].filter((rect) => rect.width > 0) : [];
}

/** A live range over a span, null when the page has changed its nodes since. */
export function rangeOf(span: Span): Range | null {
  try {
    const range = document.createRange();
    range.setStart(span.startContainer, span.startOffset);
    range.setEnd(span.endContainer, span.endOffset);
    return range;
  } catch {
    return null;
  }
}

/** Two pixels of slack: underlines hang below the line's box, and neighbouring inline boxes leave hairline gaps. */
function holds(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left - 2 && x <= rect.right + 2 && y >= rect.top - 2 && y <= rect.bottom + 2;
}
