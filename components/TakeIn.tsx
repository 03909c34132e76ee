import { LIBRARY_HASH, readerHash } from '../lib/corpus/address';
import type { Messages } from '../lib/locales/zh_CN';
import type { Taking } from '../lib/platform/takeIn';

interface TakeInProps {
  taking: Taking;
  t: Messages;
  onTake: () => void;
  onReader: (hash: string) => void;
}

/** Takes the report in front into the library, or says that it is there. */
export function TakeIn({ taking, t, onTake, onReader }: TakeInProps) {
  const { kind } = taking;
  const isOpen = kind === 'no' || kind === 'failed';
  return (
    <p class="take-in" aria-live="polite">
      {kind === 'adding' && t.intake.adding}
      {kind === 'failed' && (
        <span class="warn">{t.intake.failed(taking.reason ? t.intake.refused[taking.reason] : taking.message)} </span>
      )}
      {isOpen && (
        <button type="button" onClick={onTake}>
          {t.intake.add}
        </button>
      )}
      {(kind === 'added' || kind === 'known' || kind === 'unsure') && (
        <>
          {t.intake[kind]}{' '}
          <button
            type="button"
            // What is to be completed is completed in the list.
            onClick={() => onReader(kind === 'unsure' ? LIBRARY_HASH : readerHash({ reportId: taking.id }))}
          >
            {t.intake.open}
          </button>
        </>
      )}
    </p>
  );
}
