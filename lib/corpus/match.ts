import { normalise } from '../text/normal';
import { isNumbered, makeHeadGrams, makeOriginalOf, readCandidates, unnumbered } from './candidates';
import { explain } from './explain';
import { knowledgeOf } from './lookup';
import { isHeading } from './passages';
import { leaning } from './side';
import { indexTopics, likeness, type Topics } from './topics';
import type { Match, ReportIndex } from './types';
import { indexGrams } from './vectors';

export interface MatchOptions {
  /** How many matches at most; 3 if left out. */
  top?: number;
  /** Ids of the reports to leave out, such as the one that the query comes from. */
  exclude?: readonly string[];
}

export interface Matcher {
  /**
   * The passages of the bundled reports that treat the same matter as a heading, a paragraph or a selection, best
   * first; empty when none is close enough. A heading is matched with headings, too.
   */
  match(query: string, options?: MatchOptions): Match[];
}

/** What likeness of topics counts beside the cosine of the grams; what likeness of headings does for a heading. */
const TOPICS = 0.4;
const HEADS = 0.3;
/** A passage may treat the matter in two sentences among others; what likeness to those counts beside that to the whole. */
const PART = 0.7;
/** How many of the passages that look best are looked into sentence by sentence. */
const LOOKED_INTO = 40;
/** How far agreement of side (review or plan) prefers one passage to another; it is no evidence that either matches. */
const SIDE = 0.1;
/** See indexGrams; this is some hundred grams of middling rarity, the size of a short paragraph. */
const PASSAGE_PADDING = 40;
/** Two texts on one matter share some of their words; below this cosine likeness of topics counts in proportion. */
const SHARED_WORDS = 0.03;
/**
 * With less evidence than this nothing is called a match. Of 700 queries that were looked at, 99 in 100 of those that
 * have a match keep it, and 94 in 100 of those on matters that no bundled report treats get none.
 */
const FLOOR = 0.145;
/** A heading has few words to share; headings of matters that no bundled report treats stay below 0.13. */
const HEADING_FLOOR = 0.14;

/**
 * Reads the bundled reports into passages, their gram vectors and their topics; a pure function of the index.
 *
 * It takes some 30 ms for 75,000 characters and is done on first use: the vectors are 65,000 weights, and to carry them
 * in every page (some 250 KB) would cost each page more than making them costs the reader who asks.
 */
export function makeMatcher(index: ReportIndex): Matcher {
  const candidates = index.reports.flatMap(readCandidates);
  const grams = indexGrams(
    candidates.map(({ text }) => text),
    PASSAGE_PADDING,
  );
  const heads = makeHeadGrams(candidates);
  const { indicators, terms } = knowledgeOf(index);
  const { names, topics, read } = indexTopics(candidates, indicators, terms);
  const originalOf = makeOriginalOf(candidates, grams);

  const parts: Topics[][] = [];
  const partsOf = (i: number): Topics[] => {
    parts[i] ??= pairsOfSentences(candidates[i]!.text).map((text) => read({ text, head: '' }));
    return parts[i];
  };

  /** How much speaks for each candidate's treating the matter of a query; mostly 0 to 1, above it for its own text. */
  const evidenceFor = (text: string, ofHeading: boolean, about: Topics): Float64Array => {
    const cosines = grams.cosines(grams.vector(text));
    const likeHeads = ofHeading ? heads().cosines(heads().vector(text)) : null;
    const weigh = (i: number, like: number) =>
      (1 - about.untreated) *
      (cosines[i]! + TOPICS * Math.min(1, cosines[i]! / SHARED_WORDS) * like + HEADS * (likeHeads?.[i] ?? 0));
    const evidence = Float64Array.from(topics, (one, i) => weigh(i, likeness(about, text.length, one)));
    for (const i of rank(evidence).slice(0, LOOKED_INTO)) {
      for (const part of partsOf(i)) {
        evidence[i] = Math.max(evidence[i]!, weigh(i, PART * likeness(about, text.length, part)));
      }
    }
    return evidence;
  };

  return {
    match(query, { top = 3, exclude = [] } = {}) {
      const given = normalise(query).text;
      const ofHeading = asksForHeading(given);
      const text = ofHeading ? unnumbered(given) : given;
      const about = read({ text, head: headOfQuery(text) });
      const evidence = evidenceFor(text, ofHeading, about);
      const lean = leaning(text);
      const scores = evidence.map((value, i) => value + SIDE * (candidates[i]!.side === 'review' ? lean : -lean));

      const floor = ofHeading ? HEADING_FLOOR : FLOOR;
      const isOpen = (i: number) => !exclude.includes(candidates[i]!.report.id);
      const answers = (i: number) =>
        isOpen(i) && evidence[i]! >= floor && (ofHeading || candidates[i]!.kind === 'passage');
      const matches = new Map<number, Match>();
      for (const found of rank(scores)) {
        if (matches.size >= top || scores[found]! < floor - SIDE) break;
        if (!answers(found)) continue;
        const original = originalOf(found);
        const i = original !== null && isOpen(original) ? original : found;
        if (matches.has(i)) continue;
        const { report, section, start, end } = candidates[i]!;
        matches.set(i, {
          reportId: report.id,
          sectionId: section?.id ?? '',
          heading: section?.heading ?? '',
          start,
          end,
          score: Math.round(1000 * Math.min(1, scores[found]!)) / 1000,
          why: explain(text, candidates[i]!, { grams, names, query: about, passage: topics[i]! }),
        });
      }
      return [...matches.values()];
    },
  };
}

/** Every two neighbouring sentences of a passage that has more than two. */
function pairsOfSentences(text: string): string[] {
  const sentences = text.match(/[^。！？；]+[。！？；]?/g) ?? [];
  return sentences.length <= 2 ? [] : sentences.slice(1).map((sentence, i) => sentences[i]! + sentence);
}

/** A sentence that stands alone and has its full stop is a heading only where it is numbered like one. */
function asksForHeading(query: string): boolean {
  return isHeading(query) && (!/[。！？；]$/.test(query) || isNumbered(query));
}

/** A query that opens with a heading is about what the heading says; a sentence that stands alone is none. */
function headOfQuery(text: string): string {
  const head = /^[^。！？；\n]{4,40}[。\n]/.exec(text)?.[0] ?? '';
  return text.length > 2 * head.length ? head : '';
}

function rank(scores: Float64Array): number[] {
  return Array.from(scores.keys()).sort((a, b) => scores[b]! - scores[a]! || a - b);
}
