import { useRef } from 'preact/hooks';
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
  matches: readonly ShownMatch[];
  /** What matches in the reader's own reports; none before they have answered, the error where they cannot. */
  added: readonly ShownMatch[] | Error;
  t: Messages;
  onTerm: (term: string) => void;
  onPlace: (place: Place) => void;
  onGo: (match: Match) => void;
  onClose: () => void;
}

/** What other reports have to say on a section or a selected passage, the reader's own in a group after the bundled ones. */
export function SectionsCard(props: SectionsCardProps) {
  const { heading, terms, same, matches, added, t, onTerm, onPlace, onGo, onClose } = props;
  const own = useRef<HTMLElement>(null);
  // The own ones come later and may lie below the edge of the card: its foot is in sight and says that they are there.
  const actions =
    added instanceof Error ? (
      <span class="source">{t.addedFailed(added.message)}</span>
    ) : (
      added.length > 0 && (
        <button type="button" onClick={() => own.current?.querySelector('button')?.focus()}>
          {t.addedSections} {added.length} ↓
        </button>
      )
    );
  return (
    <Card title={t.sections} actions={actions} t={t} onClose={onClose}>
      <p class="source">{t.sectionsOf(heading)}</p>
      {matches.length === 0 && <p>{t.noSections}</p>}
      {matches.length > 0 && (
        <nav class="places" aria-label={t.sections}>
          <MatchRows matches={matches} focus onGo={onGo} />
        </nav>
      )}
      {!(added instanceof Error) && added.length > 0 && (
        <nav ref={own} class="places" aria-label={t.addedSections}>
          <p class="source">{t.addedSections}</p>
          <MatchRows matches={added} onGo={onGo} />
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

interface MatchRowsProps {
  matches: readonly ShownMatch[];
  /** The card opens with the keyboard on the first row. */
  focus?: boolean;
  onGo: (match: Match) => void;
}

function MatchRows({ matches, focus = false, onGo }: MatchRowsProps) {
  return matches.map(({ match, report, quote }, i) => (
    <button
      type="button"
      data-focus={focus && i === 0 ? '' : undefined}
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
  ));
}
