import { render } from 'preact';
import { browser } from '#imports';
import { type PageState, Popup } from '../../components/Popup';
import { NOTEBOOK_HASH } from '../../lib/corpus/address';
import { languagesOf, messagesFor } from '../../lib/locales';
import { downloadFile } from '../../lib/page/download';
import { askTab } from '../../lib/platform/askTab';
import { backupItem } from '../../lib/platform/backups';
import { canaryItem } from '../../lib/platform/canary';
import { injectOverlay } from '../../lib/platform/inject';
import { openPanel } from '../../lib/platform/panel';
import { changeDensity, settingsItem, switchSite } from '../../lib/platform/settings';
import { canWatch, onSitesChange, unwatchSite, watchedSites, watchSite } from '../../lib/platform/sites';
import { type Taking, takeIn, takenOf } from '../../lib/platform/takeIn';

const app = document.getElementById('app')!;
const [[tab], initial, mark, backup, sites] = await Promise.all([
  browser.tabs.query({ active: true, currentWindow: true }),
  settingsItem.getValue(),
  canaryItem.getValue(),
  backupItem.getValue(),
  watchedSites(),
]);
const tabId = tab?.id;
const windowId = tab?.windowId;
const host = tab?.url && URL.canParse(tab.url) ? new URL(tab.url).hostname : '';
const trouble = mark?.wiped ? 'wiped' : backup.failure ? 'backup' : null;
let settings = initial;
let watched = canWatch(tab?.url) ? sites.includes(host) : null;
let state: PageState = { kind: 'looking' };
let taking: Taking = { kind: 'no' };

function draw(): void {
  const openReader = async (hash: string) => {
    await browser.tabs.create({ url: browser.runtime.getURL('/reader.html') + hash });
    window.close();
  };
  render(
    <Popup
      state={state}
      host={host}
      watched={watched}
      settings={settings}
      trouble={trouble}
      t={messagesFor(languagesOf(settings.language, navigator.languages))}
      onDensity={(change) => void changeDensity(change)}
      onSite={(on) => void switchSite(host, on).then(look)}
      onWatch={(on) => void (on ? watchSite(host) : unwatchSite(host)).catch(() => {})}
      onPanel={() => {
        if (windowId !== undefined) void openPanel(windowId).then(() => window.close());
      }}
      taking={taking}
      onTake={() => void take()}
      onReader={(hash) => void openReader(hash)}
      onNotebook={() => void openReader(NOTEBOOK_HASH)}
      onOptions={() => void browser.runtime.openOptionsPage().then(() => window.close())}
      onFigure={({ observation: { start, end } }) =>
        void askTab(tabId!, 'showAt', { start, end }).then(() => window.close())
      }
      onExport={async (format) =>
        downloadFile(`report-margins-figures.${format}`, await askTab(tabId!, 'exportFigures', { format }))
      }
    />,
    app,
  );
}

/** Opening the popup is the reader's choice of this page: the overlay runs here whatever the detector thought. */
async function stateOfPage(): Promise<PageState> {
  const tab = tabId;
  if (tab === undefined) return { kind: 'cannot' };
  if (host && (await settingsItem.getValue()).offSites.includes(host)) return { kind: 'off' };
  const found = async (): Promise<PageState> => ({
    kind: 'found',
    summary: await askTab(tab, 'summary'),
  });
  try {
    return await found();
  } catch {
    // Nobody answers where the overlay does not run yet.
  }
  try {
    await injectOverlay(tab);
    return await found();
  } catch {
    return { kind: 'cannot' };
  }
}

async function look(): Promise<void> {
  state = await stateOfPage();
  if (state.kind === 'found') taking = await takenOf(tabId!);
  draw();
}

async function take(): Promise<void> {
  taking = { kind: 'adding' };
  draw();
  taking = await takeIn(tabId!);
  draw();
}

settingsItem.watch((changed) => {
  settings = changed;
  draw();
});
onSitesChange(async () => {
  if (watched !== null) watched = (await watchedSites()).includes(host);
  draw();
});
draw();
await look();
