import { type Place, snippet, type TermEntry } from '../lib/corpus/lookup';
import type { Messages } from '../lib/locales/zh_CN';
import type { Definition } from '../lib/report/types';
import { Card } from './Card';

const MOST_USES = 4;

interface TermCardProps {
  entry: TermEntry;
  /** What the document that is being read says itself. */
  own: Definition | null;
  t: Messages;
  onGo: (place: Place) => void;
  onNote: () => void;
  /** The reader needs no explanation of this term any more. */
  onKnown: () => void;
  onClose: () => void;
}

/** What a term means, who says so, and where else it stands. */
export function TermCard({ entry, own, t, onGo, onNote, onKnown, onClose }: TermCardProps) {
  const official = own !== null || entry.definitions.length > 0;
  const source = entry.definitions[0];
  const actions = (
    <>
      {source && (
        <button type="button" onClick={() => onGo(source)}>
          {t.goToSource}
        </button>
      )}
      <button type="button" onClick={onNote}>
        {t.writeNote}
      </button>
      <button type="button" onClick={onKnown}>
        {t.known}
      </button>
    </>
  );
  return (
    <Card
      title={entry.term}
      chips={official && <span class="chip official">{own ? t.ownDefinition : t.official}</span>}
      actions={actions}
      t={t}
      onClose={onClose}
    >
      {own && <p>{meaningOf(own)}</p>}
      {entry.definitions.map(({ report, definition }) => (
        <section key={report.id}>
          {definition.text !== own?.text && <p>{meaningOf(definition)}</p>}
          <p class="source">{t.appendix(report.short, definition.page)}</p>
        </section>
      ))}
      {!official && <p class="source">{t.noDefinition}</p>}
      {entry.uses.length > 0 && (
        <nav class="places" aria-label={t.alsoUsed}>
          {entry.uses.slice(0, MOST_USES).map((place) => {
            const [before, quote, after] = snippet(place.report.text, place.start, place.end);
            return (
              <button type="button" key={`${place.report.id}@${place.start}`} onClick={() => onGo(place)}>
                <span class="quote">
                  {before}
                  <b>{quote}</b>
                  {after}
                </span>
                <span class="where">{place.report.short}</span>
              </button>
            );
          })}
          {entry.uses.length > MOST_USES && <p class="source">{t.moreUses(entry.uses.length - MOST_USES)}</p>}
        </nav>
      )}
    </Card>
  );
}

/** The meaning without the words that only join it to its term. */
function meaningOf({ text }: Definition): string {
  return text.replace(/^(?:是指|即|指)[，：]?/, '');
}
