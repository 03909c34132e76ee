/** What the keyboard can ask for. `close` answers whether there was anything to close. */
export interface KeyActions {
  next(): void;
  previous(): void;
  note(): void;
  sections(): void;
  close(): boolean;
}

/**
 * Listens to the shortcuts of the overlay. Keys are told by their place on the keyboard, since Alt changes what they
 * print on some systems; events that a script made do not count.
 */
export function watchKeys(actions: KeyActions, signal: AbortSignal): void {
  const byCode: Record<string, () => void> = {
    KeyJ: actions.next,
    KeyK: actions.previous,
    KeyM: actions.note,
    KeyS: actions.sections,
  };
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted) return;
      if (event.key === 'Escape') {
        if (actions.close()) consume(event);
        return;
      }
      const action = byCode[event.code];
      if (!action || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      consume(event);
      action();
    },
    { signal, capture: true },
  );
}

function consume(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
