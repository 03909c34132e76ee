import type { Messages } from '../lib/locales/zh_CN';
import { Card } from './Card';

interface NumberCardProps {
  words: string;
  t: Messages;
  onNote: () => void;
  onClose: () => void;
}

/** A number that was not read in full: said so, rather than guessed. */
export function NumberCard({ words, t, onNote, onClose }: NumberCardProps) {
  return (
    <Card
      title={words}
      quoted
      actions={
        <button type="button" onClick={onNote}>
          {t.writeNote}
        </button>
      }
      t={t}
      onClose={onClose}
    >
      <p>{t.plainFigure}</p>
    </Card>
  );
}
