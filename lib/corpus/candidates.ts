import { type Passage, readPassages } from './passages';
import { type Side, sideOfChapter } from './side';
import type { BundledReport } from './types';
import { type GramIndex, indexGrams } from './vectors';

/** A passage of a bundled report that may answer a query. */
export interface Candidate extends Passage {
  report: BundledReport;
  side: Side;
}

/** The passages of a report, each with the side of the chapter that it stands in. */
export function readCandidates(report: BundledReport): Candidate[] {
  const passages = readPassages(report);
  const chapters = new Map<string, string>();
  for (const { chapter, text } of passages) {
    if (chapter) chapters.set(chapter.id, (chapters.get(chapter.id) ?? '') + text);
  }
  return passages.map((passage) => {
    const { chapter, text } = passage;
    return { ...passage, report, side: sideOfChapter(chapter, chapter ? chapters.get(chapter.id)! : text) };
  });
}

/** The same text, reprinted: misread characters keep its likeness below 1. */
const REPRINTED = 0.75;

/**
 * Makes a look-up of the passage of the whole report that a passage of a part of it (a newspaper's continuation)
 * repeats, both by number; null for a passage of a whole report and for one that only the part has.
 */
export function makeOriginalOf(candidates: readonly Candidate[], grams: GramIndex): (i: number) => number | null {
  const known = new Map<number, number | null>();
  return (i) => {
    const { text, report } = candidates[i]!;
    if (report.partOf === null) return null;
    let original = known.get(i);
    if (original === undefined) {
      const cosines = grams.cosines(grams.vector(text));
      original = null;
      for (const [other, cosine] of cosines.entries()) {
        if (candidates[other]!.report.id !== report.partOf || cosine < REPRINTED * cosines[i]!) continue;
        if (original === null || cosine > cosines[original]!) original = other;
      }
      known.set(i, original);
    }
    return original;
  };
}

/** 三、 · （二） · 一是 · 第一， · —— */
const NUMERAL =
  /^(?:[一二三四五六七八九十]{1,3}[、是]|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}[，、]|[—一-]{2})/;
/** See indexGrams; a heading is some nine grams of middling rarity, which is 4. */
const HEAD_PADDING = 12;

/** The candidates' heads without their numerals, indexed when first asked for: most queries are no headings. */
export function makeHeadGrams(candidates: readonly Candidate[]): () => GramIndex {
  let index: GramIndex | undefined;
  return () => {
    index ??= indexGrams(
      candidates.map(({ head }) => unnumbered(head)),
      HEAD_PADDING,
    );
    return index;
  };
}

export function unnumbered(heading: string): string {
  return heading.replace(NUMERAL, '');
}

export function isNumbered(heading: string): boolean {
  return NUMERAL.test(heading);
}
