/** Boundary points in the DOM, as StaticRange and Range take them. */
export interface Span {
  startContainer: Node;
  startOffset: number;
  endContainer: Node;
  endOffset: number;
}

/** The text of a part of a page, and the way between its offsets and the DOM. */
export interface TextMap {
  /** White space collapsed as a browser shows it, one '\n' for each paragraph, cell or <br>. */
  readonly text: string;
  /** True when the page holds more than `MAX_TEXT` characters and the rest was left out. */
  readonly truncated: boolean;
  /** The DOM span of [start, end), null when it holds no character of a text node. */
  span(start: number, end: number): Span | null;
  /** The offset in `text` of a DOM position, null when the position lies outside of the mapped text. */
  offset(node: Node, offset: number): number | null;
}

/** The longest report at hand has 34,000 characters; past two million a page is not read but survived. */
export const MAX_TEXT = 2_000_000;

const BLOCKS = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER ' +
    'FORM H1 H2 H3 H4 H5 H6 HEADER HR LEGEND LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);
const SKIPPED = new Set(
  (
    'AUDIO BUTTON CANVAS DATALIST EMBED HEAD IFRAME INPUT MATH METER NOSCRIPT OBJECT OPTION PROGRESS REPORT-MARGINS RP ' +
    'RT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO'
  ).split(' '),
);
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
const COLLAPSIBLE = /[ \t\n\r\f]+/g;

/**
 * Maps the text below `root` in one walk, without asking for layout: what is hidden by a style sheet is read too, what
 * is hidden by its own attributes is not. Open shadow roots are walked in place of what they cover.
 */
export function mapText(root: Node): TextMap {
  const pieces: string[] = [];
  const starts: number[] = [];
  const nodes: Text[] = [];
  const nodeOffsets: number[] = [];
  const lengths: number[] = [];
  const firstPiece = new Map<Node, number>();
  let length = 0;
  let last = '\n';
  let truncated = false;

  const put = (node: Text | null, offset: number, piece: string) => {
    if (node) {
      if (!firstPiece.has(node)) firstPiece.set(node, starts.length);
      starts.push(length);
      nodes.push(node);
      nodeOffsets.push(offset);
      lengths.push(piece.length);
    }
    pieces.push(piece);
    length += piece.length;
    last = piece.charAt(piece.length - 1);
  };
  const breakLine = () => {
    if (last !== '\n') put(null, 0, '\n');
  };
  const readText = (node: Text) => {
    const data = node.data;
    let from = 0;
    for (const space of data.matchAll(COLLAPSIBLE)) {
      if (space.index > from) put(node, from, data.slice(from, space.index));
      if (last !== '\n' && last !== ' ') put(node, space.index, ' ');
      from = space.index + space[0].length;
    }
    if (from < data.length) put(node, from, data.slice(from));
  };

  const pending: { node: Node; leave: boolean }[] = [{ node: root, leave: false }];
  while (pending.length > 0) {
    const { node, leave } = pending.pop()!;
    if (length > MAX_TEXT) {
      truncated = true;
      break;
    }
    if (leave) {
      breakLine();
    } else if (node.nodeType === TEXT_NODE) {
      readText(node as Text);
    } else if (node.nodeType === ELEMENT_NODE) {
      const element = node as Element;
      const name = element.nodeName.toUpperCase();
      if (name === 'BR') put(null, 0, '\n');
      if (SKIPPED.has(name) || isHidden(element)) continue;
      if (BLOCKS.has(name)) {
        breakLine();
        pending.push({ node, leave: true });
      }
      pushChildren(pending, element);
    } else {
      pushChildren(pending, node);
    }
  }

  const text = pieces.join('');
  /** Index of the last piece that starts at or before an offset, -1 when there is none. */
  const pieceAt = (offset: number): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  return {
    text,
    truncated,
    span(start, end) {
      if (end <= start) return null;
      let first = pieceAt(start);
      if (first < 0 || starts[first]! + lengths[first]! <= start) first++;
      const final = pieceAt(end - 1);
      if (first > final || first >= starts.length) return null;
      const into = Math.max(0, start - starts[first]!);
      const upTo = Math.min(lengths[final]!, end - starts[final]!);
      return {
        startContainer: nodes[first]!,
        startOffset: nodeOffsets[first]! + into,
        endContainer: nodes[final]!,
        endOffset: nodeOffsets[final]! + upTo,
      };
    },
    offset(node, offset) {
      let target: Node = node;
      let within = offset;
      if (node.nodeType !== TEXT_NODE) {
        const inside = textAt(node, offset);
        if (!inside) return null;
        target = inside.node;
        within = inside.offset;
      }
      let piece = firstPiece.get(target);
      if (piece === undefined) return null;
      while (nodes[piece + 1] === target && nodeOffsets[piece + 1]! <= within) piece++;
      return starts[piece]! + Math.max(0, Math.min(lengths[piece]!, within - nodeOffsets[piece]!));
    },
  };
}

function pushChildren(pending: { node: Node; leave: boolean }[], node: Node): void {
  const shadow = (node as Element).shadowRoot;
  const assigned = node.nodeName === 'SLOT' ? (node as HTMLSlotElement).assignedNodes?.() : undefined;
  if (assigned && assigned.length > 0) {
    for (let i = assigned.length - 1; i >= 0; i--) pending.push({ node: assigned[i]!, leave: false });
    return;
  }
  for (let child = (shadow ?? node).lastChild; child; child = child.previousSibling) {
    pending.push({ node: child, leave: false });
  }
}

/** Whether an element's own attributes hide it. */
export function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** The text position that an element position stands for: the first text at or after it, else the end of the last before it. */
function textAt(node: Node, offset: number): { node: Text; offset: number } | null {
  for (let child: Node | null = node.childNodes[offset] ?? null; child; child = child.nextSibling) {
    const text = edgeText(child, 'first');
    if (text) return { node: text, offset: 0 };
  }
  for (let i = Math.min(offset, node.childNodes.length) - 1; i >= 0; i--) {
    const text = edgeText(node.childNodes[i]!, 'last');
    if (text) return { node: text, offset: text.data.length };
  }
  return null;
}

function edgeText(node: Node, edge: 'first' | 'last'): Text | null {
  const pending: Node[] = [node];
  while (pending.length > 0) {
    const next = pending.pop()!;
    if (next.nodeType === TEXT_NODE) return next as Text;
    const children = [...next.childNodes];
    pending.push(...(edge === 'first' ? children.reverse() : children));
  }
  return null;
}
