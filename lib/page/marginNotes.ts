import { tagsOf } from '../notes/tags';
import type { Note, NoteDraft } from '../notes/types';
import { wordsOf } from '../notes/words';
import { rectsOf } from './hitTest';
import type { PlacedInMargin } from './marginLayer';
import type { Mark } from './marks';
import type { PlacedDraft } from './noteDesk';
import type { Anchor } from './surface';
import type { TextMap } from './textMap';

/** What the margin shows of a page: the notes that say something, and what was typed and not saved. */
export function marginNotes(
  { map, visible }: { map: TextMap; visible: readonly Mark[] },
  drafts: readonly PlacedDraft[],
  actions: {
    open(mark: Mark): void;
    write(to: Anchor, passage: { start: number; end: number }): void;
  },
): PlacedInMargin[] {
  const found: (PlacedInMargin & { start: number })[] = [];
  for (const mark of visible) {
    if (mark.kind !== 'note') continue;
    const { note, place } = mark.placed;
    const span = map.span(mark.start, mark.end);
    const text = wordsOf(note);
    // A mark without words says all on the passage itself, unless that has changed under it.
    if (!span || (text === '' && place.state !== 'value_changed' && place.state !== 'edited')) continue;
    const { start } = mark;
    const { state, changes } = place;
    const said = { key: note.id, text, colour: note.target.styleClass ?? 'red', tags: tagsOf(note), state, changes };
    found.push({
      start,
      span,
      note: { ...said, modified: note.modified, site: siteOf(note) },
      open: () => actions.open(mark),
    });
  }
  for (const { start, end, draft } of drafts) {
    const span = map.span(start, end);
    if (!span) continue;
    const to: Anchor = () => rectsOf(span).at(-1) ?? null;
    found.push({ start, span, note: saidIn(draft, start), open: () => actions.write(to, { start, end }) });
  }
  return found.sort((a, b) => a.start - b.start);
}

function saidIn({ text, colour = 'red' }: NoteDraft, start: number): PlacedInMargin['note'] {
  return { key: `draft ${start}`, text, colour, tags: [], modified: null, site: null, state: 'exact', changes: [] };
}

/** The host where a note was written, null where that is this page or no site. */
function siteOf({ target }: Note): string | null {
  const { protocol, host } = URL.canParse(target.source) ? new URL(target.source) : location;
  return /^https?:$/.test(protocol) && host !== location.host ? host : null;
}
