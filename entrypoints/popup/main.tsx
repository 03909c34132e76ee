import { render } from 'preact';
import { browser } from '#imports';
import { type PageState, PageSummary } from '../../components/PageSummary';
import type { ExportFormat, FigureRow } from '../../lib/indicators/table';
import { messagesFor } from '../../lib/locales';
import { downloadFigures } from '../../lib/page/download';
import { injectOverlay } from '../../lib/platform/inject';
import { sendMessage } from '../../lib/platform/messages';

const app = document.getElementById('app')!;
const t = messagesFor(navigator.languages);
let tabId: number | undefined;

function draw(state: PageState): void {
  const onReader = async () => {
    await browser.tabs.create({ url: browser.runtime.getURL('/reader.html') });
    window.close();
  };
  const onFigure = async ({ observation: { start, end } }: FigureRow) => {
    await sendMessage('showAt', { start, end }, tabId);
    window.close();
  };
  const onExport = async (format: ExportFormat) => {
    downloadFigures(await sendMessage('exportFigures', { format }, tabId), format);
  };
  render(<PageSummary state={state} t={t} onReader={onReader} onFigure={onFigure} onExport={onExport} />, app);
}

/** Opening the popup is the reader's choice of this page: the overlay runs here whatever the detector thought. */
async function annotateActiveTab(): Promise<PageState> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return { kind: 'cannot' };
  const { id } = tab;
  tabId = id;
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
