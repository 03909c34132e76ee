import { normalise } from '../text/normal';
import { type Passage, readPassages } from './passages';
import type { BundledReport, Match, ReportIndex } from './types';
import { grams, indexGrams } from './vectors';

export interface MatchOptions {
  /** How many matches at most; 3 if left out. */
  top?: number;
  /** Ids of the reports to leave out, such as the one that the query comes from. */
  exclude?: readonly string[];
}

export interface Matcher {
  /**
   * The passages of the bundled reports that treat the same matter as a heading, a paragraph or a selection, best
   * first; empty when none is close enough.
   */
  match(query: string, options?: MatchOptions): Match[];
}

/** Below this cosine nothing is called a match. */
const FLOOR = 0.1;

/** Reads the bundled reports into passages and their vectors; a pure function of the index. */
export function makeMatcher(index: ReportIndex): Matcher {
  const owners: BundledReport[] = [];
  const passages: Passage[] = [];
  for (const report of index.reports) {
    for (const passage of readPassages(report)) {
      owners.push(report);
      passages.push(passage);
    }
  }
  const vectors = indexGrams(passages.map((passage) => passage.text));

  return {
    match(query, { top = 3, exclude = [] } = {}) {
      const text = normalise(query).text;
      const wantsHeading = isHeading(text);
      const scores = vectors.cosines(vectors.vector(text));
      const matches: Match[] = [];
      const taken: string[] = [];
      for (const i of rank(scores)) {
        if (matches.length >= top || scores[i]! < FLOOR) break;
        const passage = passages[i]!;
        const report = owners[i]!;
        if (exclude.includes(report.id) || (passage.kind === 'heading' && !wantsHeading)) continue;
        if (taken.some((text) => isTwin(text, passage.text))) continue;
        taken.push(passage.text);
        matches.push({
          reportId: report.id,
          sectionId: passage.section?.id ?? '',
          heading: passage.section?.heading ?? '',
          start: passage.start,
          end: passage.end,
          score: Math.round(scores[i]! * 1000) / 1000,
          why: [`共有：${sharedPhrases(text, passage.text, vectors.idf).join('、')}`],
        });
      }
      return matches;
    },
  };
}

/** A heading is one line without a full sentence in it. */
function isHeading(text: string): boolean {
  return text.length <= 50 && !/[。！？；\n]./.test(text);
}

/** A continuation repeats its report; the reader needs the passage once. */
function isTwin(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 0.5 * Math.max(one.length, other.length)) return false;
  const first = new Set(grams(one));
  const second = new Set(grams(other));
  let both = 0;
  for (const gram of first) if (second.has(gram)) both++;
  return both >= 0.8 * Math.min(first.size, second.size);
}

function rank(scores: Float64Array): number[] {
  return Array.from(scores.keys()).sort((a, b) => scores[b]! - scores[a]! || a - b);
}

/** The rarest phrases of two or more characters that both texts have, rarest first. */
function sharedPhrases(query: string, passage: string, idf: (gram: number) => number): string[] {
  const found = new Map<string, number>();
  for (let i = 0; i < query.length - 1; ) {
    let length = 0;
    while (
      i + length < query.length &&
      length < 12 &&
      isWord(query[i + length]!) &&
      passage.includes(query.slice(i, i + length + 1))
    ) {
      length++;
    }
    if (length < 2) {
      i++;
      continue;
    }
    let weight = 0;
    for (let j = i; j < i + length - 1; j++) weight += idf(query.charCodeAt(j) * 0x10000 + query.charCodeAt(j + 1));
    found.set(query.slice(i, i + length), weight);
    i += length;
  }
  return [...found]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([phrase]) => phrase);
}

function isWord(char: string): boolean {
  return /[\u3400-\u9fffA-Za-z]/.test(char);
}
