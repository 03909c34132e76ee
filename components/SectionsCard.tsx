import type { Place, ShownMatch } from '../lib/corpus/lookup';
import type { Match } from '../lib/corpus/types';
import type { Messages } from '../lib/locales/zh_CN';
import { Card } from './Card';
import { PlaceRow } from './PlaceRow';
import { TermList } from './TermList';

interface SectionsCardProps {
  heading: string;
  /** The terms that stand in the passage. */
  terms: string[];
  /** Where the bundled reports have the very same words. */
  same: Place[];
  matches: ShownMatch[];
  t: Messages;
  onTerm: (term: string) => void;
  onPlace: (place: Place) => void;
  onGo: (match: Match) => void;
  onClose: () => void;
}

/** What the bundled reports have to say on a section or a selected passage. */
export function SectionsCard({ heading, terms, same, matches, t, onTerm, onPlace, onGo, onClose }: SectionsCardProps) {
  return (
    <Card title={t.sections} t={t} onClose={onClose}>
      <p class="source">{t.sectionsOf(heading)}</p>
      {matches.length === 0 && <p>{t.noSections}</p>}
      {matches.length > 0 && (
        <nav class="places" aria-label={t.sections}>
          {matches.map(({ match, report, quote }, i) => (
            <button
              type="button"
              data-focus={i === 0 ? '' : undefined}
              key={`${match.reportId}@${match.start}`}
              onClick={() => onGo(match)}
            >
              <span class="passage" lang="zh-CN">
                <b>{match.heading}</b>
                <span class="quote">{quote}</span>
                <span class="why">{match.why.join('；')}</span>
              </span>
              <span class="where">{report}</span>
            </button>
          ))}
        </nav>
      )}
      {same.length > 0 && (
        <nav class="places" aria-label={t.saidAlike}>
          <p class="source">{t.saidAlike}</p>
          {same.map((place) => (
            <PlaceRow key={`${place.report.id}@${place.start}`} place={place} onGo={onPlace} />
          ))}
        </nav>
      )}
      <TermList title={t.termsInside} terms={terms} onTerm={onTerm} />
    </Card>
  );
}
