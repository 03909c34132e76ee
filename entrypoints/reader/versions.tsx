import { render } from 'preact';
import { VersionView } from '../../components/VersionView';
import type { ReaderPlace } from '../../lib/corpus/address';
import { compareVersions } from '../../lib/report/compare';
import { normalise } from '../../lib/text/normal';
import { showShelf } from './shelf';
import type { Parts, Shown } from './view';

/** Shows where two versions of the same report differ. */
export async function showVersions(place: ReaderPlace | null, parts: Parts): Promise<Shown> {
  const { app, find, t, signal } = parts;
  const { reportId = '', against = '' } = place ?? {};
  const [before, after] = await Promise.all([find(reportId), find(against)]);
  if (signal.aborted) return {};
  if (!before || !after) return showShelf({ reportId: before ? against : reportId }, parts);
  document.title = `${before.title} · ${t.name}`;
  const { differences } = compareVersions(normalise(before.text), normalise(after.text));
  render(<VersionView before={before} after={after} differences={differences} t={t} />, app);
  signal.addEventListener('abort', () => render(null, app));
  return {};
}
