/**
 * Makes an unsubscription that may come too late: once the extension has been updated, the browser's events are gone
 * and taking a listener away throws, in the page's console.
 */
export function quietly(stop: () => void): () => void {
  return () => {
    try {
      stop();
    } catch {
      // The listener went with the extension.
    }
  };
}
