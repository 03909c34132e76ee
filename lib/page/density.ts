import type { Settings } from '../platform/settings';
import { sectionAt } from '../report/sectionAt';
import type { Section } from '../report/types';
import type { Mark } from './marks';

/** What the index knows of terms: which it defines, and which stand in most bundled documents. Told when it matters. */
export interface Renown {
  defined(): ReadonlySet<string>;
  common(): ReadonlySet<string>;
}

/** The marks that the reader wants to see, in the same order. */
export function visibleMarks(
  marks: readonly Mark[],
  sections: readonly Section[],
  { density, explain, known }: Pick<Settings, 'density' | 'explain' | 'known'>,
  renown: Renown,
): Mark[] {
  const unwanted = new Set([...known, ...(explain === 'uncommon' ? renown.common() : [])]);
  const asksDefined = density.terms === 'first' && marks.length > 0;
  const defined: ReadonlySet<string> = asksDefined ? renown.defined() : new Set();
  const seen = new Set<string>();
  const isFirst = (what: string, start: number) => {
    const key = `${sectionAt(sections, start)?.id ?? ''} ${what}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  const isWanted = (mark: Mark): boolean => {
    switch (mark.kind) {
      case 'term': {
        const { term } = mark.mention;
        if (density.terms === 'off' || unwanted.has(term)) return false;
        // A term without a definition has only other places to show: that is for readers who want every mark.
        return density.terms === 'all' || (defined.has(term) && isFirst(term, mark.start));
      }
      case 'figure': {
        const { indicator, name } = mark.observation;
        return density.figures === 'all' || (density.figures === 'first' && isFirst(indicator ?? name, mark.start));
      }
      case 'number':
        return density.figures === 'all';
      case 'difference':
        return true;
      case 'note':
        return density.notes === 'all' || (density.notes === 'first' && isFirst('note', mark.start));
    }
  };
  return marks.filter(isWanted);
}
