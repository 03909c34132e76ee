/**
 * The windows of this origin in which a key may be pressed while the reader looks at this one: those that hold it, and
 * the frame that has the focus. A key goes to the window with the focus and to no other.
 */
export function windowsAround(): Window[] {
  const found = new Set<Window>();
  let top: Window = window;
  while (top.parent !== top && documentOf(top.parent)) {
    top = top.parent;
    found.add(top);
  }
  let inside = frameIn(documentOf(top));
  while (inside) {
    found.add(inside);
    inside = frameIn(documentOf(inside));
  }
  found.delete(window);
  return [...found];
}

/** The window of the frame that a document has given the focus to. */
function frameIn(document: Document | null): Window | null {
  const active = document?.activeElement;
  if (active?.localName !== 'iframe' && active?.localName !== 'frame') return null;
  const { contentWindow } = active as HTMLIFrameElement;
  return contentWindow && documentOf(contentWindow) ? contentWindow : null;
}

/** Null for a window of another origin. */
function documentOf(window: Window): Document | null {
  try {
    return window.document;
  } catch {
    return null;
  }
}
