import type { Messages } from '../lib/locales/zh_CN';

interface MarkChoiceProps {
  others: string[];
  t: Messages;
  onChoose: (index: number) => void;
}

/** The other marks at the same place: a term inside a note, a figure inside a term. */
export function MarkChoice({ others, t, onChoose }: MarkChoiceProps) {
  if (others.length === 0) return null;
  return (
    <nav class="others" aria-label={t.alsoHere} lang={t.lang}>
      <span>{t.alsoHere}</span>
      {others.map((label, index) => (
        <button type="button" key={label} onClick={() => onChoose(index)}>
          {label}
        </button>
      ))}
    </nav>
  );
}
