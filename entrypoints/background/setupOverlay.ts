import { injectOverlay } from '../../lib/platform/inject';
import { onMessage } from '../../lib/platform/messages';

/** Brings the overlay into the frames in which the detector has found a report. */
export function setupOverlay(): void {
  onMessage('detected', async ({ data, sender }) => {
    if (sender.tab?.id === undefined || (data.verdict !== 'report' && data.verdict !== 'excerpt')) return;
    await injectOverlay(sender.tab.id, sender.frameId);
  });
}
