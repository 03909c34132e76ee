import { readerHash } from '../lib/corpus/address';
import { formatValue } from '../lib/indicators/describe';
import type { Pledge } from '../lib/indicators/promised';
import type { Sighting } from '../lib/indicators/sightings';
import type { AcrossWords } from '../lib/locales/across';
import type { Messages } from '../lib/locales/zh_CN';
import { Dot } from './ObservationTable';

/** What was promised and what came, told only where it can be told; targets without an outcome stand apart. */
export function PledgeTable({ pledges, t, w }: { pledges: readonly Pledge[]; t: Messages; w: AcrossWords }) {
  const say = w.indicatorPage;
  const due = pledges.filter(({ outcome }) => outcome !== null);
  const open = pledges.filter(({ outcome }) => outcome === null);
  if (pledges.length === 0) return <p class="quiet">{say.noPledges}</p>;
  return (
    <>
      {due.length > 0 && <Rows pledges={due} t={t} w={w} />}
      {open.length > 0 && (
        <details>
          <summary>{say.openPledges(open.length)}</summary>
          <Rows pledges={open} t={t} w={w} />
        </details>
      )}
    </>
  );
}

const SIGNS = { met: '✓', missed: '✗', open: '·' } as const;

function Rows({ pledges, t, w }: { pledges: readonly Pledge[]; t: Messages; w: AcrossWords }) {
  const say = w.indicatorPage;
  return (
    <div class="wide">
      <table class="pledges">
        <caption class="hidden">{say.pledges}</caption>
        <thead>
          <tr>
            <th scope="col">{say.area}</th>
            <th scope="col">{say.year}</th>
            <th scope="col">{say.target}</th>
            <th scope="col">{say.outcome}</th>
            <th scope="col">{say.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {pledges.map(({ area, from, to, target, upTo, outcome, verdict }) => {
            const estimated = verdict.kind !== 'open' && outcome?.observation.status === 'estimate';
            return (
              <tr key={`${target.holding.id} ${target.observation.start}`}>
                <th scope="row" lang="zh-CN">
                  {area}
                </th>
                <td>{t.years(from, to)}</td>
                <td>
                  <Figure sighting={target} t={t} />
                  {upTo && <Figure sighting={upTo} t={t} />}
                </td>
                <td>{outcome ? <Figure sighting={outcome} t={t} /> : '—'}</td>
                <td class={`verdict ${verdict.kind}`}>
                  <span aria-hidden="true">{SIGNS[verdict.kind]}</span> {say.verdicts[verdict.kind]}
                  <small>
                    {verdict.kind === 'open' && say.doubts[verdict.doubt]}
                    {estimated && say.byEstimate}
                  </small>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A figure with its mark, its measure and its report. */
function Figure({ sighting: { holding, observation }, t }: { sighting: Sighting; t: Messages }) {
  const { start, end, bound, status, measure } = observation;
  return (
    <span class="sighting">
      <Dot status={status} />{' '}
      <a class={status} href={readerHash({ reportId: holding.id, start, end })}>
        {formatValue(observation)}
        {bound && ` ${t.bound[bound]}`}
      </a>
      <small>
        {t.measure[measure]} · <span lang="zh-CN">{holding.short}</span>
      </small>
    </span>
  );
}
