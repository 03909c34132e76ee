import type { Match } from '../lib/corpus/types';
import type { Messages } from '../lib/locales/zh_CN';
import { Card } from './Card';

/** A match with the words that its row shows. */
export interface ShownMatch {
  match: Match;
  report: string;
  quote: string;
}

interface SectionsCardProps {
  heading: string;
  matches: ShownMatch[];
  t: Messages;
  onGo: (match: Match) => void;
  onClose: () => void;
}

/** The passages of the bundled reports that treat what this section treats. */
export function SectionsCard({ heading, matches, t, onGo, onClose }: SectionsCardProps) {
  return (
    <Card title={t.sections} t={t} onClose={onClose}>
      <p class="source">{t.sectionsOf(heading)}</p>
      {matches.length === 0 && <p>{t.noSections}</p>}
      <nav class="places" aria-label={t.sections}>
        {matches.map(({ match, report, quote }, i) => (
          <button
            type="button"
            data-focus={i === 0 ? '' : undefined}
            key={`${match.reportId}@${match.start}`}
            onClick={() => onGo(match)}
          >
            <span class="passage">
              <b>{match.heading}</b>
              <span class="quote">{quote}</span>
              <span class="why">{match.why.join('；')}</span>
            </span>
            <span class="where">{report}</span>
          </button>
        ))}
      </nav>
    </Card>
  );
}
