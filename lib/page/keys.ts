/** What a step goes to: whatever is marked, or only one kind of it. */
export type StepKind = 'mark' | 'term' | 'figure' | 'note' | 'section';

/** What the keyboard can ask for. `close` answers whether there was anything to close. */
export interface KeyActions {
  /** To the next or the previous mark, or with Shift to the next or previous section. */
  step(by: 1 | -1, kind: StepKind): void;
  /** To the next mark at the place of the open card: a term inside a term, a figure inside a note. */
  other(): void;
  note(): void;
  sections(): void;
  close(): boolean;
}

/**
 * Listens to the shortcuts of the overlay. Keys are told by their place on the keyboard, since Alt changes what they
 * print on some systems; events that a script made do not count. Where two overlays share a page, only the one that `has`
 * the keyboard listens, but each closes what it has open.
 */
export function watchKeys(actions: KeyActions, signal: AbortSignal, has = () => true): void {
  const byCode: Record<string, (shift: boolean) => void> = {
    KeyJ: (shift) => actions.step(1, shift ? 'section' : 'mark'),
    KeyK: (shift) => actions.step(-1, shift ? 'section' : 'mark'),
    KeyL: () => actions.other(),
    KeyM: () => actions.note(),
    KeyS: () => actions.sections(),
  };
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted) return;
      if (event.key === 'Escape') return closeOn(event, actions);
      const action = byCode[event.code];
      if (!action || !event.altKey || event.ctrlKey || event.metaKey || !has()) return;
      consume(event);
      action(event.shiftKey);
    },
    { signal, capture: true },
  );
}

/** Listens to Escape in windows that the shortcuts are not heard in, for as long as something is open. */
export function watchEscape(windows: readonly Window[], actions: Pick<KeyActions, 'close'>, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.isTrusted && event.key === 'Escape') closeOn(event, actions);
  };
  for (const each of windows) each.addEventListener('keydown', onKey, { signal, capture: true });
}

function closeOn(event: KeyboardEvent, { close }: Pick<KeyActions, 'close'>): void {
  if (close()) consume(event);
}

function consume(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
