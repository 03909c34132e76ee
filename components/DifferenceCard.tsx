import { snippet } from '../lib/corpus/lookup';
import type { BundledReport } from '../lib/corpus/types';
import type { Messages } from '../lib/locales/zh_CN';
import type { Difference } from '../lib/report/compare';
import { Card } from './Card';

interface DifferenceCardProps {
  difference: Difference;
  /** The bundled version. */
  report: BundledReport;
  t: Messages;
  onGo: () => void;
  onClose: () => void;
}

/** What the bundled version of the same report has in this place. */
export function DifferenceCard({ difference, report, t, onGo, onClose }: DifferenceCardProps) {
  const { before, after } = difference;
  const [left, words, right] = snippet(report.text, before.start, before.end);
  return (
    <Card
      title={t.differs}
      chips={difference.matter === 'number' && <span class="chip target">{t.differsInNumber}</span>}
      actions={
        <button type="button" onClick={onGo}>
          {t.goToSource}
        </button>
      }
      t={t}
      onClose={onClose}
    >
      <p>
        <span class="source">{t.thisPage}</span> {after.text ? <ins>{after.text}</ins> : t.nothingHere}
      </p>
      <p>
        <span class="source">{report.short}</span> {left}
        {words ? <del>{words}</del> : <del>{t.nothingHere}</del>}
        {right}
      </p>
    </Card>
  );
}
