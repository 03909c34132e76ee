import { render } from 'preact';
import { browser } from '#imports';
import { type PageState, PageSummary } from '../../components/PageSummary';
import { messagesFor } from '../../lib/locales';
import { injectOverlay } from '../../lib/platform/inject';
import { sendMessage } from '../../lib/platform/messages';

const app = document.getElementById('app')!;

function draw(state: PageState): void {
  const onReader = async () => {
    await browser.tabs.create({ url: browser.runtime.getURL('/reader.html') });
    window.close();
  };
  render(<PageSummary state={state} t={messagesFor(navigator.languages)} onReader={onReader} />, app);
}

/** Opening the popup is the reader's choice of this page: the overlay runs here whatever the detector thought. */
async function annotateActiveTab(): Promise<PageState> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return { kind: 'cannot' };
  const { id } = tab;
  const summary = () => sendMessage('summary', undefined, id);
  try {
    return { kind: 'found', summary: await summary() };
  } catch {
    // Nobody answers where the overlay does not run yet.
  }
  try {
    await injectOverlay(id);
    return { kind: 'found', summary: await summary() };
  } catch {
    return { kind: 'cannot' };
  }
}

draw({ kind: 'looking' });
void annotateActiveTab().then(draw);
