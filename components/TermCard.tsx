import { useState } from 'preact/hooks';
import type { Place, TermEntry } from '../lib/corpus/lookup';
import type { Sense } from '../lib/glossary/entries';
import type { Messages } from '../lib/locales/zh_CN';
import type { Definition } from '../lib/report/types';
import { Card } from './Card';
import { PlaceRow } from './PlaceRow';
import { TermList } from './TermList';

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
  /** Opens the card of a related term. */
  onTerm: (term: string) => void;
  /** Opens the reader's page of the term. */
  onPage: () => void;
  /** Copies a correction for the reader to fill in; `meaning` is what the card says now. */
  onWrong: (meaning: string) => void;
  onClose: () => void;
}

/** What a term means, who says so, and where else it stands. */
export function TermCard(props: TermCardProps) {
  const { entry, own, t, onGo, onNote, onKnown, onTerm, onPage, onWrong, onClose } = props;
  const official = own !== null || entry.definitions.length > 0;
  const { written, years } = entry;
  const source = entry.definitions[0];
  const said = own ?? source?.definition ?? null;
  // What a bundled report defines may be said of another place or year than the one that is being read.
  const elsewhere = isElsewhere(written);
  const meaning =
    own || (said && !elsewhere) ? meaningOf(said!) : written?.sense ? inWords(written.sense) : t.noDefinition;
  const [reported, setReported] = useState(false);
  const reportError = () => {
    onWrong(meaning);
    setReported(true);
  };
  const actions = (
    <>
      {source && (
        <button type="button" onClick={() => onGo(source)}>
          {t.goToSource}
        </button>
      )}
      <button type="button" title={t.termInAll} onClick={onPage}>
        {t.allReports}
      </button>
      <button type="button" onClick={onNote}>
        {t.writeNote}
      </button>
      <button type="button" onClick={onKnown}>
        {t.known}
      </button>
      <button type="button" aria-live="polite" onClick={reportError}>
        {reported ? t.copied : t.reportError}
      </button>
    </>
  );
  return (
    <Card
      title={entry.term}
      quoted
      chips={
        own || (official && !elsewhere) ? (
          <span class="chip official">{own ? t.ownDefinition : t.official}</span>
        ) : (
          <span class="chip">{written ? t.written : t.noDefinition}</span>
        )
      }
      actions={actions}
      t={t}
      onClose={onClose}
    >
      {own && <p lang="zh-CN">{meaningOf(own)}</p>}
      {elsewhere && <Written entry={written} quoted={false} titled={own !== null} t={t} onTerm={onTerm} />}
      {entry.definitions.map(({ report, definition }) => (
        <section key={report.id}>
          {elsewhere && <span class="chip official">{t.official}</span>}
          {definition.text !== own?.text && <p lang="zh-CN">{meaningOf(definition)}</p>}
          <p class="source">{t.appendix(report.short, definition.page)}</p>
        </section>
      ))}
      {written && !elsewhere && (
        <Written entry={written} quoted={source !== undefined} titled={official} t={t} onTerm={onTerm} />
      )}
      {years && (
        <p class="source">
          {t.concordance(years.first, years.last)}
          {entry.goesWith.length > 0 && ` · ${t.goesWith} ${entry.goesWith.join('、')}`}
        </p>
      )}
      {entry.uses.length > 0 && (
        <nav class="places" aria-label={t.alsoUsed}>
          {entry.uses.slice(0, MOST_USES).map((place) => (
            <PlaceRow key={`${place.report.id}@${place.start}`} place={place} onGo={onGo} />
          ))}
          {entry.uses.length > MOST_USES && <p class="source">{t.moreUses(entry.uses.length - MOST_USES)}</p>}
        </nav>
      )}
    </Card>
  );
}

interface WrittenProps {
  entry: NonNullable<TermEntry['written']>;
  /** An official definition stands above, so that a meaning that rests on it need not be said again. */
  quoted: boolean;
  /** The card's title tells of another definition, so that this one has to say whose it is. */
  titled: boolean;
  t: Messages;
  onTerm: (term: string) => void;
}

/** What this project's glossary says: the meaning that holds here, then the others. */
export function Written({ entry, quoted, titled, t, onTerm }: WrittenProps) {
  const { sense, others, confused, related } = entry;
  const said = quoted && sense?.ground.kind === 'seed';
  return (
    <section class="written">
      {titled && <span class="chip">{t.written}</span>}
      {sense && (said ? sense.full && <p lang="zh-CN">{sense.full}</p> : <Meaning sense={sense} t={t} />)}
      {!sense && <p class="source">{t.cannotTell}</p>}
      {sense && others.length > 0 && <p class="source">{t.otherSenses}</p>}
      {others.map((other) => (
        <section key={inWords(other)}>
          <span class="chip">{t.scope(other.place, other.from, other.to)}</span>
          <Meaning sense={other} t={t} />
        </section>
      ))}
      {confused && <p class="source">{t.confused(confused)}</p>}
      <TermList title={t.related} terms={related} onTerm={onTerm} />
    </section>
  );
}

/** Whether the meaning that holds here, if any, is another than the one that the bundled reports give. */
function isElsewhere(written: TermEntry['written']): written is NonNullable<TermEntry['written']> {
  if (!written || written.senses.length === 1) return false;
  return written.sense?.ground.kind !== 'seed';
}

function Meaning({ sense, t }: { sense: Sense; t: Messages }) {
  const { ground, since } = sense;
  const rests = ground.kind === 'document' ? t.ground.document(ground.title, ground.year) : t.ground[ground.kind];
  // A document that coined the term and is its ground is named once.
  const coined =
    since && !(ground.kind === 'document' && ground.title === since.by) ? t.since(since.by, since.year) : '';
  return (
    <>
      <p lang="zh-CN">{inWords(sense)}</p>
      <p class="source">{[coined, rests, t.sure[sense.sure]].filter(Boolean).join(' · ')}</p>
    </>
  );
}

function inWords({ sentence, full, members }: Sense): string {
  return [sentence, members.map((member, i) => `${i + 1}. ${member}`).join('；'), full].filter(Boolean).join('\n');
}

/** The meaning without the words that only join it to its term. */
function meaningOf({ text }: Definition): string {
  return text.replace(/^(?:是指|即|指)[，：]?/, '');
}
