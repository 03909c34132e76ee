import { render } from 'preact';
import { Library } from '../../components/ReportView';
import type { ReaderPlace } from '../../lib/corpus/address';
import type { Parts, Shown } from './view';

/** Shows what there is to read, and says so when a report that was asked for is not among it. */
export function showShelf(missing: ReaderPlace | null, { app, index, t, signal }: Parts): Shown {
  document.title = t.name;
  render(<Library reports={index.reports} missing={missing?.reportId ?? null} t={t} />, app);
  signal.addEventListener('abort', () => render(null, app));
  return {};
}
