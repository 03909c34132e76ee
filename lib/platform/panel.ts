import { browser } from '#imports';
import type { Here } from '../page/overlay';
import type { PageSummary } from './messages';

/** The side panel talks to the overlay of its tab over a port, so that nothing is sent while no panel is open. */
export const PANEL_PORT = 'report-margins-panel';

export type ToPanel =
  | ({ kind: 'page' } & PageSummary)
  | ({ kind: 'here' } & Here)
  | { kind: 'reattached'; words: string };
export type ToPage =
  | { kind: 'showAt'; start: number; end: number }
  | { kind: 'reattach'; id: string }
  | { kind: 'openReader'; reportId: string; start: number; end: number };

/** What Firefox has in place of Chromium's side panel; the types are Chromium's. */
interface Sidebar {
  sidebarAction: { open(): Promise<void> };
}

/** Opens the side panel beside the active tab. Must run within the reader's click. */
export async function openPanel(windowId: number): Promise<void> {
  if (import.meta.env.FIREFOX) await (browser as unknown as Sidebar).sidebarAction.open();
  else await browser.sidePanel.open({ windowId });
}
