import { useState } from 'preact/hooks';
import { type Place, snippet, type TermEntry } from '../lib/corpus/lookup';
import type { Sense } from '../lib/glossary/entries';
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
  onTerm: (term: string) => void;
  onNote: () => void;
  /** The reader needs no explanation of this term any more. */
  onKnown: () => void;
  /** Puts a correction to fill in on the clipboard. */
  onWrong: () => void;
  onClose: () => void;
}

/** What a term means, who says so — the document, a bundled report, or we —, and where else it stands. */
export function TermCard({ entry, own, t, onGo, onTerm, onNote, onKnown, onWrong, onClose }: TermCardProps) {
  const [wrong, setWrong] = useState(false);
  const official = own !== null || entry.definitions.length > 0;
  const source = entry.definitions[0];
  const chip = own ? t.ownDefinition : official ? t.official : entry.own ? t.ours : t.noDefinition;
  const reportWrong = () => {
    onWrong();
    setWrong(true);
  };
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
      <button type="button" aria-live="polite" onClick={reportWrong}>
        {wrong ? t.wrongCopied : t.wrong}
      </button>
    </>
  );
  return (
    <Card
      title={entry.term}
      chips={<span class={`chip ${official ? 'official' : ''}`}>{chip}</span>}
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
      {entry.own && (
        <section class={official ? 'ours too' : 'ours'}>
          {official && <p class="source">{t.oursToo}</p>}
          <Senses own={entry.own} brief={official} t={t} onTerm={onTerm} />
        </section>
      )}
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

interface SensesProps {
  own: NonNullable<TermEntry['own']>;
  /** An official definition stands above already: the members are not counted a second time. */
  brief: boolean;
  t: Messages;
  onTerm: (term: string) => void;
}

/** Our own explanation: the sense that fits the page, or all of them when the page does not tell. */
function Senses({ own: { entry, choice }, brief, t, onTerm }: SensesProps) {
  const { sense, others } = choice;
  return (
    <>
      {sense && <Meaning sense={sense} brief={brief} t={t} />}
      {!sense && <p class="source">{t.cannotTell}</p>}
      {sense && others.length > 0 && <p class="source">{t.otherSenses}</p>}
      {others.map((other) => (
        <p key={`${other.place} ${other.from} ${other.to}`}>
          <span class="chip first">{t.scope(other.place, other.from, other.to)}</span> {other.sentence}
        </p>
      ))}
      {entry.confused && <p class="source">{t.confused(entry.confused)}</p>}
      {entry.related.length > 0 && (
        <p class="terms">
          <span class="source">{t.related}</span>
          {entry.related.map((term) => (
            <button type="button" key={term} onClick={() => onTerm(term)}>
              {term}
            </button>
          ))}
        </p>
      )}
    </>
  );
}

function Meaning({ sense, brief, t }: { sense: Sense; brief: boolean; t: Messages }) {
  const { sentence, full, members, since, ground, sure } = sense;
  const groundWords = ground.kind === 'document' ? t.ground.document(ground.title, ground.year) : t.ground[ground.kind];
  return (
    <>
      <p>{sentence}</p>
      {full && full !== sentence && <p class="full">{full}</p>}
      {members.length > 0 && !brief && <p class="full">{members.join('；')}</p>}
      <p class="source">
        {[since && t.since(since.by, since.year), groundWords, t.sure[sure]].filter(Boolean).join(' · ')}
      </p>
    </>
  );
}

/** The meaning without the words that only join it to its term. */
function meaningOf({ text }: Definition): string {
  return text.replace(/^(?:是指|即|指)[，：]?/, '');
}
