import { injectOverlay } from '../../lib/platform/inject';
import { onMessage } from '../../lib/platform/messages';
import { settingsItem } from '../../lib/platform/settings';
import { detect } from '../../lib/report/detect';
import { normalise } from '../../lib/text/normal';

/**
 * Takes the closer look at what the detector hands on, and brings the overlay into the frames that show a report. The
 * look is taken here so that the script that runs on every page stays small.
 */
export function setupOverlay(): void {
  onMessage('mayBeReport', async ({ data, sender }) => {
    const { tab, frameId, url } = sender;
    if (tab?.id === undefined) return false;
    const { offSites } = await settingsItem.getValue();
    if (url && offSites.includes(new URL(url).hostname)) return false;
    const { verdict } = detect(normalise(String(data.text)), { title: String(data.title), ...(url && { url }) });
    const isReport = verdict === 'report' || verdict === 'excerpt';
    if (isReport) await injectOverlay(tab.id, frameId);
    return isReport;
  });
}
