/** Puts text on the clipboard, also in pages that have no clipboard API, as those served over plain http. */
export function copyText(text: string): void {
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('copy', onCopy, { capture: true, once: true });
  document.execCommand('copy');
  removeEventListener('copy', onCopy, { capture: true });
}
