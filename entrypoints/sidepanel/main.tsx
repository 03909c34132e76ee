import { render } from 'preact';
import { browser } from '#imports';
import { Panel } from '../../components/Panel';
import { languagesOf, messagesFor } from '../../lib/locales';
import type { Here } from '../../lib/page/overlay';
import type { PageSummary } from '../../lib/platform/messages';
import { PANEL_PORT, type ToPage, type ToPanel } from '../../lib/platform/panel';
import { settingsItem } from '../../lib/platform/settings';
import { type Taking, takeIn, takenOf } from '../../lib/platform/takeIn';

const app = document.getElementById('app')!;
const { language } = await settingsItem.getValue();
const t = messagesFor(languagesOf(language, navigator.languages));
/** A tab whose overlay is not there yet is asked again after so many milliseconds. */
const AGAIN = 1000;

let port: ReturnType<typeof browser.tabs.connect> | null = null;
let page: PageSummary | null = null;
let here: Here = { sectionId: '', matches: [] };
let reattached = '';
let tabId: number | null = null;
let taking: Taking = { kind: 'no' };
let again: ReturnType<typeof setTimeout> | undefined;

function draw(): void {
  const send = (message: ToPage) => port?.postMessage(message);
  render(
    <Panel
      page={page}
      here={here}
      taking={taking}
      t={t}
      onTake={() => void take()}
      onReader={(hash) => void browser.tabs.create({ url: browser.runtime.getURL('/reader.html') + hash })}
      onPlace={({ start, end }) => send({ kind: 'showAt', start, end })}
      onReattach={(id) => send({ kind: 'reattach', id })}
      reattached={reattached}
      onMatch={({ reportId, start, end }) => send({ kind: 'openReader', reportId, start, end })}
    />,
    app,
  );
}

async function lookIn(id: number): Promise<void> {
  const taken = await takenOf(id);
  if (tabId === id && taking.kind === 'no') taking = taken;
  draw();
}

async function take(): Promise<void> {
  const from = tabId;
  if (from === null) return;
  taking = { kind: 'adding' };
  draw();
  const came = await takeIn(from);
  // The reader may have gone to another tab meanwhile.
  if (tabId === from) taking = came;
  draw();
}

/** Follows the tab in front of this panel's window. */
async function follow(): Promise<void> {
  clearTimeout(again);
  port?.disconnect();
  page = null;
  reattached = '';
  here = { sectionId: '', matches: [] };
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  tabId = tab?.id ?? null;
  taking = { kind: 'no' };
  if (tab?.id === undefined) return draw();
  const opened = browser.tabs.connect(tab.id, { name: PANEL_PORT });
  port = opened;
  opened.onMessage.addListener((message: ToPanel) => {
    if (message.kind === 'page') {
      if (!page) void lookIn(tab.id!);
      page = message;
    } else if (message.kind === 'here') here = message;
    else reattached = message.words;
    draw();
  });
  opened.onDisconnect.addListener(() => {
    // Reading the error keeps Chromium from printing it: a tab without an overlay is no fault.
    void browser.runtime.lastError;
    if (port !== opened) return;
    port = null;
    page = null;
    draw();
    again = setTimeout(follow, AGAIN);
  });
  draw();
}

browser.tabs.onActivated.addListener(() => void follow());
browser.tabs.onUpdated.addListener((_id, { status }, { active }) => {
  if (active && status === 'complete') void follow();
});
await follow();
