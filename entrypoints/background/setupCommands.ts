import { browser } from '#imports';
import { askTab } from '../../lib/platform/askTab';

/** next-term, previous-section …: what the manifest calls a command, and what the overlay does of it. */
const COMMAND = /^(next|previous)-(term|figure|note|section)$/;

/** Hands the commands that the reader has given keys to the overlay of the tab in front. */
export function setupCommands(): void {
  browser.commands.onCommand.addListener(async (command, tab) => {
    const [, by, kind] = COMMAND.exec(command) ?? [];
    if (!by || tab?.id === undefined) return;
    const step = { by: by === 'next' ? 1 : -1, kind: kind as 'term' | 'figure' | 'note' | 'section' } as const;
    // A tab without an overlay has nobody who listens, and that is no error.
    await askTab(tab.id, 'step', step).catch(() => {});
  });
}
