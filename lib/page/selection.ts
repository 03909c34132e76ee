import type { Anchor } from './surface';
import type { TextMap } from './textMap';

/** A passage of the mapped text that the reader has selected. */
export interface SelectedPassage {
  start: number;
  end: number;
  text: string;
  /** The last line of the selection. */
  anchor: Anchor;
}

/** The reader's selection inside the mapped text, null when there is none or it lies in an editable field; the selection itself is not touched. */
export function selectedPassage(map: TextMap): SelectedPassage | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (isEditable(range.commonAncestorContainer)) return null;
  const start = map.offset(range.startContainer, range.startOffset);
  const end = map.offset(range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return null;
  const anchor = () => [...range.getClientRects()].filter((rect) => rect.width > 0).at(-1) ?? null;
  return { start, end, text: map.text.slice(start, end), anchor };
}

/** Text that the reader writes on the page is nothing to annotate. */
function isEditable(node: Node): boolean {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  return element?.isContentEditable ?? false;
}
