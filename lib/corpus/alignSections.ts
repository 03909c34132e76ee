import { sectionAt } from '../report/sectionAt';
import { finish, type Steps } from '../steps';
import type { Matcher } from './match';
import { readPassages } from './passages';
import type { BundledReport, Match } from './types';

interface Range {
  start: number;
  end: number;
}

/** A passage of one report and the passage of another that treats the same matter; null when none does. */
export interface AlignedPassage {
  from: Range;
  to: Range | null;
  /** That of the match, 0 where there is none. */
  score: number;
}

/** A section of one report and where another treats its matter. */
export interface AlignedSection extends AlignedPassage {
  id: string;
  /** The innermost section of `to`. */
  toId: string | null;
}

/** Both in document order of the first report; `from` and `to` are offsets into the texts of the two reports. */
export interface Alignment {
  passages: AlignedPassage[];
  sections: AlignedSection[];
}

/** How many counterparts of a passage are weighed against those of its neighbours. */
const CHOICES = 6;
/** How many ways through the report are followed at a time. */
const WAYS = 12;
/**
 * What it counts that a counterpart follows that of the passage before; reports keep their order within a chapter and
 * change it between chapters, so this only decides between passages that match nearly alike.
 */
const ORDER = 0.04;
/** What it counts that two chapters (review, plan, the government itself) have to do with each other, at most. */
const CHAPTER = 0.15;
/** Sections that share so much of their text (twice the shared over the sum of both) begin together. */
const WHOLE = 0.4;

type Side = Pick<BundledReport, 'id' | 'text' | 'sections' | 'glossary'>;

/**
 * Lays one report beside another: where the second treats the matter of each passage and section of the first. The
 * matcher must know the second; `ids` are all reports that it knows.
 */
export function* alignInSteps(from: Side, to: Side, matcher: Matcher, ids: readonly string[]): Steps<Alignment> {
  const exclude = ids.filter((id) => id !== to.id);
  const own = readPassages(from).filter(({ kind }) => kind === 'passage');
  const choices: Match[][] = [];
  for (const { text } of own) {
    choices.push(matcher.match(text, { top: CHOICES, exclude }));
    yield;
  }
  const chapters = own.map(({ chapter }) => chapter?.id ?? '');
  const passages = inOrder(choices, affinity(choices, chapters)).map((match, i) => ({
    from: { start: own[i]!.start, end: own[i]!.end },
    to: match && { start: match.start, end: match.end },
    score: match?.score ?? 0,
  }));
  return { passages, sections: from.sections.map((section) => alignSection(section, to, passages)) };
}

/** As alignInSteps, at once. */
export function alignSections(from: Side, to: Side, matcher: Matcher, ids: readonly string[]): Alignment {
  return finish(alignInSteps(from, to, matcher, ids));
}

/**
 * Where the other report stands when the first is read at an offset: in the counterpart of the passage there, as far
 * along; between passages, at that of the next. Null where there is no counterpart.
 */
export function counterpartAt(passages: readonly AlignedPassage[], offset: number): number | null {
  const passage = passages.find(({ from }) => offset < from.end);
  if (!passage?.to) return null;
  const { from, to } = passage;
  const along = Math.max(0, offset - from.start) / (from.end - from.start);
  return Math.round(to.start + along * (to.end - to.start));
}

interface Way {
  score: number;
  match: Match | null;
  /** Where the last counterpart began. */
  at: number;
  before: Way | null;
}

/** How much of what matches the chapter of a passage is in the chapter of a match, 0 to 1. */
type Affinity = (passage: number, match: Match) => number;

function affinity(choices: readonly Match[][], chapters: readonly string[]): Affinity {
  const chapterOf = ({ sectionId }: Match) => sectionId.split('.', 1)[0]!;
  const sums = new Map<string, number>();
  const add = (key: string, score: number) => sums.set(key, (sums.get(key) ?? 0) + score);
  for (const [i, [best]] of choices.entries()) {
    if (!best) continue;
    add(chapters[i]!, best.score);
    add(`${chapters[i]} ${chapterOf(best)}`, best.score);
  }
  return (i, match) => (sums.get(`${chapters[i]} ${chapterOf(match)}`) ?? 0) / (sums.get(chapters[i]!) ?? 1);
}

/** One of each list of choices, so that scores, order and chapters are the best together; null of an empty list. */
function inOrder(choices: readonly Match[][], near: Affinity): (Match | null)[] {
  let ways: Way[] = [{ score: 0, match: null, at: 0, before: null }];
  for (const [i, matches] of choices.entries()) {
    const next = ways.flatMap((way): Way[] => {
      if (matches.length === 0) return [{ ...way, match: null, before: way }];
      return matches.map((match) => ({
        score: way.score + match.score + CHAPTER * near(i, match) + (match.start >= way.at ? ORDER : 0),
        match,
        at: match.start,
        before: way,
      }));
    });
    ways = next.sort((a, b) => b.score - a.score).slice(0, WAYS);
  }
  const found: (Match | null)[] = [];
  for (let way = ways[0]!; way.before; way = way.before) found.push(way.match);
  return found.reverse();
}

/** Two sections that share most of their matter begin together; else the passage that matches best is gone to. */
function alignSection(section: Range & { id: string }, to: Side, passages: readonly AlignedPassage[]): AlignedSection {
  const own = passages.filter(({ from }) => isWithin(from, section));
  // A short section is part of a passage that begins before it.
  const inside = own.length > 0 ? own : passages.filter(({ from }) => isWithin(section, from));
  const matched = inside.filter((passage) => passage.to !== null);
  const { id, start, end } = section;
  const none = { id, from: { start, end }, to: null, toId: null, score: 0 };
  if (matched.length === 0) return none;

  const score = Math.max(...matched.map((passage) => passage.score));
  let whole: { section: Side['sections'][number]; share: number } | null = null;
  for (const other of own.length > 0 ? to.sections : []) {
    const shared = matched.filter((passage) => isWithin(passage.to!, other));
    const length = lengthOf(shared.map(({ from }) => from)) + lengthOf(unique(shared.map((passage) => passage.to!)));
    const share = length / (end - start + other.end - other.start);
    if (share > (whole?.share ?? WHOLE)) whole = { section: other, share };
  }
  if (whole)
    return { ...none, to: { start: whole.section.start, end: whole.section.end }, toId: whole.section.id, score };
  // The section that most speaks for, and in it the passage that matches best.
  const votes = new Map<string | null, AlignedPassage[]>();
  for (const passage of matched) {
    const toId = sectionAt(to.sections, passage.to!.start)?.id ?? null;
    votes.set(toId, [...(votes.get(toId) ?? []), passage]);
  }
  const sum = (cast: readonly AlignedPassage[]) => cast.reduce((total, passage) => total + passage.score, 0);
  const [[toId, chosen]] = [...votes].sort(([, a], [, b]) => sum(b) - sum(a)) as [[string | null, AlignedPassage[]]];
  const best = chosen.reduce((a, b) => (b.score > a.score ? b : a));
  return { ...none, to: best.to, toId, score };
}

function isWithin(range: Range, around: Range): boolean {
  return range.start >= around.start && range.start < around.end;
}

function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

function unique(ranges: readonly Range[]): Range[] {
  return [...new Map(ranges.map((range) => [range.start, range])).values()];
}
