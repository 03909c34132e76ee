import type { RefusalReason } from '../library/types';
import { askTab } from './askTab';

/** Whether the report of a tab is in the library, as its button says it. */
export type Taking =
  | { kind: 'no' | 'adding' }
  | { kind: 'added' | 'known' | 'unsure'; id: string; short: string }
  | { kind: 'failed'; reason: RefusalReason | null; message: string };

/** Whether the tab's report is in the library already. */
export async function takenOf(tabId: number): Promise<Taking> {
  const held = await askTab(tabId, 'takenIn').catch(() => null);
  return held ? { kind: 'known', ...held } : { kind: 'no' };
}

/** Takes the tab's report into the library. */
export async function takeIn(tabId: number): Promise<Taking> {
  try {
    const added = await askTab(tabId, 'takeIn');
    if (added.state === 'refused') return { kind: 'failed', reason: added.reason, message: '' };
    return { kind: added.state, id: added.holding.id, short: added.holding.short };
  } catch (error) {
    return { kind: 'failed', reason: null, message: error instanceof Error ? error.message : String(error) };
  }
}
