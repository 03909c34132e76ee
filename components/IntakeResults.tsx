import { readerHash } from '../lib/corpus/address';
import type { Added, Holding, Identity } from '../lib/library/types';
import type { LibraryWords } from '../lib/locales/library';
import type { Messages } from '../lib/locales/zh_CN';
import { IdentityForm } from './IdentityForm';

/** What became of one file, or of what was pasted. */
export interface IntakeResult {
  name: string;
  added: Added;
  /** The reader has put its identity right since. */
  corrected?: boolean;
}

interface IntakeResultsProps {
  results: readonly IntakeResult[];
  w: LibraryWords;
  t: Messages;
  onCorrect: (holding: Holding, identity: Identity) => void;
  onDismiss: () => void;
}

/** So many are listed; what is past them is counted. */
const MOST_LISTED = 200;

/** What became of each file of the last batch, with a sentence for each that was not taken. */
export function IntakeResults({ results, w, t, onCorrect, onDismiss }: IntakeResultsProps) {
  if (results.length === 0) return null;
  const count = (state: Added['state']) => results.filter(({ added }) => added.state === state).length;
  // What asks for something comes first.
  const listed = [...results].sort((a, b) => URGENCY[a.added.state] - URGENCY[b.added.state]).slice(0, MOST_LISTED);
  return (
    <section class="results" aria-label={w.results}>
      <p class="tally">
        <span>
          {w.results}：{w.resultCounts(count('added'), count('known'), count('unsure'), count('refused'))}
        </span>
        <button type="button" onClick={onDismiss}>
          {w.dismiss}
        </button>
      </p>
      <ul>
        {listed.map((result) => (
          <Result key={result} result={result} w={w} t={t} onCorrect={onCorrect} />
        ))}
      </ul>
    </section>
  );
}

const URGENCY: Record<Added['state'], number> = { unsure: 0, refused: 1, known: 2, added: 3 };

function Result({
  result,
  w,
  t,
  onCorrect,
}: Omit<IntakeResultsProps, 'results' | 'onDismiss'> & { result: IntakeResult }) {
  const { name, added, corrected } = result;
  if (added.state === 'refused') {
    return (
      <li class="refused">
        <b>{name}</b> {t.intake.failed(t.intake.refused[added.reason])}
      </li>
    );
  }
  const { holding } = added;
  const isOpen = added.state === 'unsure' && !corrected;
  return (
    <li class={isOpen ? 'unsure' : undefined}>
      <b>{name}</b> {corrected ? w.saved : added.state === 'unsure' ? w.unsure(added.missing) : w[added.state]}{' '}
      <a lang="zh-CN" href={readerHash({ reportId: holding.id })}>
        {holding.short || holding.title}
      </a>
      {isOpen && <IdentityForm holding={holding} w={w} onSave={(identity) => onCorrect(holding, identity)} />}
    </li>
  );
}
