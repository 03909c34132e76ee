import type { Indicator } from '../indicators/types';
import { makeFinder } from './expressions';
import { MATTERS } from './matters';

/** What a text speaks of, by number in `TopicIndex.names`. */
export interface Topics {
  readonly weights: ReadonlyMap<number, number>;
  readonly norm: number;
  readonly sum: number;
  /** The share of the sum that falls on matters which no indexed text treats. */
  readonly untreated: number;
}

export interface TopicText {
  text: string;
  /** What announces the text; its expressions weigh more. */
  head: string;
}

export interface TopicIndex {
  /** What each topic is called, and of what kind it is. */
  readonly names: readonly { kind: 'matter' | 'indicator' | 'term'; name: string }[];
  /** The topics of each indexed text, in order. */
  readonly topics: readonly Topics[];
  read(text: TopicText): Topics;
}

/** How often an expression of the head counts beyond its place in the text. */
const HEAD = 3;
/** An expression that no indexed text has is not surer evidence than a rare one. */
const SUREST = 6;
/** An indicator or a term is named in passing more often than a matter is. */
const NAME_WEIGHT = 0.25;

/**
 * Reads texts (in normal form) for the matters of the field, the lexicon's indicators and the terms that the bundled
 * glossaries define. An expression weighs the more the fewer texts have it.
 */
export function indexTopics(
  texts: readonly TopicText[],
  indicators: readonly Indicator[],
  terms: readonly { term: string; aliases: readonly string[] }[],
): TopicIndex {
  const names: { kind: 'matter' | 'indicator' | 'term'; name: string }[] = [];
  const topicOf: number[] = [];
  const scaleOf: number[] = [];
  const matterWords: string[] = [];
  const nameWords: string[] = [];
  const add = (kind: 'matter' | 'indicator' | 'term', name: string, words: Iterable<string>, into: string[]) => {
    names.push({ kind, name });
    for (const word of new Set(words)) {
      if (word.length < 2) continue;
      into.push(word);
      topicOf.push(names.length - 1);
      scaleOf.push(kind === 'matter' ? 1 : NAME_WEIGHT);
    }
  };
  for (const { name, words } of MATTERS) add('matter', name, words.split(' '), matterWords);
  for (const { name, aliases } of indicators) add('indicator', name, [name, ...aliases], nameWords);
  for (const { term, aliases } of terms) add('term', term, [term, ...aliases], nameWords);

  // Two searches, since the longest expression at a place is not to hide a matter behind an indicator or a term.
  const findMatters = makeFinder(matterWords);
  const findNames = makeFinder(nameWords);
  const count = (text: string, weight: number, into: Map<number, number>) => {
    for (const { expression } of findMatters(text)) into.set(expression, (into.get(expression) ?? 0) + weight);
    for (const { expression } of findNames(text)) {
      const number = matterWords.length + expression;
      into.set(number, (into.get(number) ?? 0) + weight);
    }
    return into;
  };
  const countAll = ({ text, head }: TopicText) => count(head, HEAD, count(text, 1, new Map()));

  const counted = texts.map(countAll);
  const frequency = new Uint32Array(topicOf.length);
  const treated = new Set<number>();
  for (const counts of counted) {
    for (const expression of counts.keys()) {
      frequency[expression]!++;
      treated.add(topicOf[expression]!);
    }
  }
  const weigh = (counts: ReadonlyMap<number, number>): Topics => {
    const weights = new Map<number, number>();
    for (const [expression, times] of counts) {
      const rarity = Math.min(SUREST, Math.log((texts.length + 1) / (frequency[expression]! + 0.5)));
      const topic = topicOf[expression]!;
      weights.set(topic, (weights.get(topic) ?? 0) + scaleOf[expression]! * rarity * Math.sqrt(times));
    }
    let square = 0;
    let sum = 0;
    let untreated = 0;
    for (const [topic, weight] of weights) {
      square += weight * weight;
      sum += weight;
      if (names[topic]!.kind === 'matter' && !treated.has(topic)) untreated += weight;
    }
    return { weights, norm: Math.sqrt(square), sum, untreated: sum === 0 ? 0 : untreated / sum };
  };
  return { names, topics: counted.map(weigh), read: (text) => weigh(countAll(text)) };
}

/** A text that names a matter once is about it only half; as much weight as an expression or two is asked for. */
const HALF_COVERED = 8;
/** What a query that speaks of nothing in particular is held to weigh, for each root of its length in characters. */
const VAGUENESS = 1.5;

/**
 * 0 to 1: how far the topics of a passage are those of the query (cosine) and how far they cover them (the passage may
 * speak of more). A query with few expressions for its length is about something that the vocabulary does not know, and
 * reaches less.
 */
export function likeness(query: Topics, length: number, passage: Topics): number {
  let dot = 0;
  let covered = 0;
  for (const [topic, weight] of query.weights) {
    const other = passage.weights.get(topic);
    if (other === undefined) continue;
    dot += weight * other;
    covered += (weight * other) / (other + HALF_COVERED);
  }
  if (dot === 0) return 0;
  const vague = VAGUENESS * Math.sqrt(length);
  const cosine = dot / (Math.hypot(query.norm, vague) * passage.norm);
  return (cosine + covered / (query.sum + vague)) / 2;
}
