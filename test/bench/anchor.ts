import { readdirSync, readFileSync } from 'node:fs';
import { createAnchorer } from '../../lib/notes/anchor';
import type { AnchorResult } from '../../lib/notes/types';
import { describe } from '../../lib/text/quote';
import {
  type Chance,
  chance,
  changeFigures,
  deleteSentences,
  type Edited,
  editCharacters,
  moveParagraphs,
  reset,
} from './peers/edits';
import { createPeer, type PeerSelectors, paragraphStarts } from './peers/quoteSearch';

export const name = 'anchor';

const SEEDS = new URL('../../seeds/reports/', import.meta.url);
const LENGTHS = [4, 8, 15, 30, 60];

export interface Options {
  /** The seed of all chance in the run. */
  seed?: number;
  /** Passages for each text, length and trial. */
  samples?: number;
  texts?: string[];
}

/**
 * How well and how fast notes find their passages again on the seeds, beside the best-known annotator's algorithm on
 * the same trials.
 */
export function run(options: Options = {}) {
  return { ...accuracy(options), newspaper: newspaper(), speed: speed(options) };
}

/**
 * A share is of all trials of that kind. `right` means that at least half of the passage is covered and half of what is
 * covered is the passage; `wrong` that a place was given and is not right.
 */
export function accuracy({ seed = 2020, samples = 40, texts = seeds() }: Options = {}) {
  const random = chance(seed);
  const edits = Object.fromEntries(
    [0.05, 0.1, 0.2].map((share) => [
      `${share * 100}%`,
      trials(texts, samples, random, (text) => editCharacters(text, share, random)),
    ]),
  );
  const moves = trials(texts, samples, random, (text) => moveParagraphs(text, random));
  const settings = trials(texts, samples, random, (text) => reset(text, 24 + random.below(20)));
  return {
    seed,
    edits,
    paragraphMoves: moves,
    widthAndLineBreaks: settings,
    deletion: deletion(texts, samples, random),
    changedNumbers: changedNumbers(texts, samples, random),
  };
}

function seeds(): string[] {
  return readdirSync(SEEDS)
    .sort()
    .map((file) => readFileSync(new URL(file, SEEDS), 'utf8'));
}

interface Passage extends PeerSelectors {
  start: number;
  end: number;
}

/** Passages inside one paragraph, at least half of each words, none that begins or ends inside a figure. */
function passages(text: string, length: number, count: number, random: Chance, accept = /\S/): Passage[] {
  const starts = paragraphStarts(text);
  const found: Passage[] = [];
  for (let tries = 0; found.length < count && tries < 100 * count; tries++) {
    const start = random.below(text.length - length);
    const words = text.slice(start, start + length);
    if (/\n|^\s|\s$/.test(words) || words.replace(/[\s#*]/g, '').length < length / 2 || !accept.test(words)) continue;
    if (isInFigure(text, start) || isInFigure(text, start + length)) continue;
    const [quote, position] = describe(text, start, start + length);
    const paragraph = starts.findLastIndex((at) => at <= start);
    found.push({
      start,
      end: start + length,
      quote,
      position,
      path: { paragraph, offset: start - starts[paragraph]! },
    });
  }
  return found;
}

function isInFigure(text: string, at: number): boolean {
  return /[\d.]/.test(text[at - 1] ?? '') && /[\d.]/.test(text[at] ?? '');
}

interface Tally {
  trials: number;
  right: number;
  wrong: number;
  peerRight: number;
  peerWrong: number;
}

function emptyTally(): Tally {
  return { trials: 0, right: 0, wrong: 0, peerRight: 0, peerWrong: 0 };
}

type Range = { start: number; end: number };

function isRight(found: Range | null, truth: Range | null): boolean {
  if (!found || !truth) return false;
  const common = Math.min(found.end, truth.end) - Math.max(found.start, truth.start);
  return common * 2 >= truth.end - truth.start && common * 2 >= found.end - found.start;
}

function place({ start, end }: AnchorResult): Range | null {
  return start === null || end === null ? null : { start, end };
}

function count(tally: Tally, found: Range | null, peer: Range | null, truth: Range | null) {
  tally.trials++;
  if (isRight(found, truth)) tally.right++;
  else if (found) tally.wrong++;
  if (isRight(peer, truth)) tally.peerRight++;
  else if (peer) tally.peerWrong++;
}

function shares({ trials, right, wrong, peerRight, peerWrong }: Tally) {
  const share = (part: number) => Math.round((10_000 * part) / Math.max(1, trials)) / 10_000;
  return {
    trials,
    right: share(right),
    wrong: share(wrong),
    peer: { right: share(peerRight), wrong: share(peerWrong) },
  };
}

function trials(texts: string[], samples: number, random: Chance, edit: (text: string) => Edited) {
  const all = emptyTally();
  const byLength = LENGTHS.map((length) => {
    const tally = emptyTally();
    for (const text of texts) {
      const list = passages(text, length, samples, random);
      const edited = edit(text);
      const locate = createAnchorer(edited.text);
      const peer = createPeer(edited.text);
      for (const passage of list) {
        const truth = edited.range(passage.start, passage.end);
        if (!truth) continue;
        const found = place(locate([passage.quote, passage.position]));
        const its = peer(passage);
        count(tally, found, its, truth);
        count(all, found, its, truth);
      }
    }
    return [length, shares(tally)];
  });
  return { ...shares(all), byLength: Object.fromEntries(byLength) };
}

function deletion(texts: string[], samples: number, random: Chance) {
  const all = emptyTally();
  const byLength = LENGTHS.map((length) => {
    const tally = emptyTally();
    for (const text of texts) {
      for (const passage of passages(text, length, samples, random)) {
        const { text: edited } = deleteSentences(text, passage.start, passage.end);
        const found = place(createAnchorer(edited)([passage.quote, passage.position]));
        const its = createPeer(edited)(passage);
        count(tally, found, its, null);
        count(all, found, its, null);
      }
    }
    return [length, shares(tally)];
  });
  return { ...shares(all), byLength: Object.fromEntries(byLength) };
}

/** `flagged`: found at the right place and said to have another value. */
function changedNumbers(texts: string[], samples: number, random: Chance) {
  let count = 0;
  let flagged = 0;
  let silent = 0;
  let peerSilent = 0;
  for (const text of texts) {
    for (const length of LENGTHS) {
      for (const passage of passages(text, length, samples, random, /\d/)) {
        const edited = changeFigures(text, passage.start, passage.end, random);
        const truth = edited.range(passage.start, passage.end);
        const result = createAnchorer(edited.text)([passage.quote, passage.position]);
        count++;
        if (result.state === 'value_changed' && isRight(place(result), truth)) flagged++;
        else if (result.state === 'exact' || result.state === 'moved' || result.state === 'edited') silent++;
        if (createPeer(edited.text)(passage)) peerSilent++;
      }
    }
  }
  const share = (part: number) => Math.round((10_000 * part) / Math.max(1, count)) / 10_000;
  return {
    trials: count,
    flagged: share(flagged),
    shownWithoutWarning: share(silent),
    peer: { shownWithoutWarning: share(peerSilent) },
  };
}

/**
 * A note on every sentence of the newspaper's continuation, sought in the report, and the other way about: how many come
 * out in each state. The newspaper carries about three fifths of the report, with other words in a quarter of its
 * sentences.
 */
function newspaper() {
  const report = readFileSync(new URL('hengyang-2020.txt', SEEDS), 'utf8');
  const continuation = readFileSync(new URL('hengyang-2020-continuation.txt', SEEDS), 'utf8');
  const states = (from: string, to: string) => {
    const locate = createAnchorer(to);
    const count: Partial<Record<AnchorResult['state'], number>> = {};
    for (const { 0: sentence, index } of from.matchAll(/[^。；！？\n]{8,}[。；！？]/g)) {
      const { state } = locate(describe(from, index, index + sentence.length));
      count[state] = (count[state] ?? 0) + 1;
    }
    return count;
  };
  return { continuationInReport: states(continuation, report), reportInContinuation: states(report, continuation) };
}

/** 1,000 notes on one page of 34,000 characters of which a tenth has been edited, and on the page as it was. */
function speed({ seed = 2020, texts = seeds() }: Options) {
  const random = chance(seed);
  let page = '';
  for (const text of [...texts].sort((a, b) => b.length - a.length)) if (page.length < 34_000) page += text;
  page = page.slice(0, 34_000);
  const notes = LENGTHS.flatMap((length) => passages(page, length, 200, random));
  const measure = (text: string) => {
    const ours = () => {
      const locate = createAnchorer(text);
      for (const { quote, position } of notes) locate([quote, position]);
    };
    const peers = () => {
      const locate = createPeer(text);
      for (const note of notes) locate(note);
    };
    const [milliseconds, peer] = bestOf(5, ours, peers) as [number, number];
    return { notes: notes.length, milliseconds, peer: { milliseconds: peer }, ratio: milliseconds / peer };
  };
  return {
    edited: rounded(measure(editCharacters(page, 0.1, random).text)),
    unchanged: rounded(measure(page)),
  };
}

/** The best time of each work, in turns, so that a busy machine is busy for all of them. */
function bestOf(times: number, ...works: (() => void)[]): number[] {
  const best = works.map(() => Number.POSITIVE_INFINITY);
  for (let i = 0; i < times; i++) {
    works.forEach((work, w) => {
      const start = performance.now();
      work();
      best[w] = Math.min(best[w]!, performance.now() - start);
    });
  }
  return best;
}

function rounded<T extends { milliseconds: number; peer: { milliseconds: number }; ratio: number }>(figures: T): T {
  const short = (value: number) => Number(value.toPrecision(3));
  return {
    ...figures,
    milliseconds: short(figures.milliseconds),
    peer: { milliseconds: short(figures.peer.milliseconds) },
    ratio: short(figures.ratio),
  };
}
