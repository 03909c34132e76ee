import { findMentions, type KnownTerm } from './glossary/mentions';
import type { Mention } from './glossary/types';
import { readFiguresInSteps } from './indicators/read';
import type { Indicator, Observation } from './indicators/types';
import { detect, type PageHints } from './report/detect';
import { readGlossary } from './report/glossary';
import { identify } from './report/identity';
import { readSections } from './report/sections';
import type { Definition, Detection, ReportIdentity, Section } from './report/types';
import { finish, type Steps } from './steps';
import { normalise } from './text/normal';

/** Everything that is understood of one document. All offsets are UTF-16 code units into `text`. */
export interface Analysis {
  text: string;
  detection: Detection;
  report: ReportIdentity | null;
  sections: Section[];
  glossary: Definition[];
  mentions: Mention[];
  observations: Observation[];
  /** Figures that no rule fully accounts for, so that no observation was made of them. */
  unread: { start: number; end: number }[];
}

/** What the reading of a document may lean on besides its text. */
export interface Knowledge {
  indicators: readonly Indicator[];
  /** Terms (with aliases) that the bundled index defines. */
  terms: readonly KnownTerm[];
}

/**
 * Reads a document: a pure function of its text, what is known beforehand, and what the page around it says. `known` is
 * the identity of a document that is catalogued, so that it need not be found in the text.
 */
export function analyze(
  text: string,
  knowledge: Knowledge,
  hints: PageHints = {},
  known: ReportIdentity | null = null,
): Analysis {
  return finish(analyzeInSteps(text, knowledge, hints, known));
}

/** The same reading in steps of a few milliseconds at most. */
export function* analyzeInSteps(
  text: string,
  knowledge: Knowledge,
  hints: PageHints = {},
  known: ReportIdentity | null = null,
): Steps<Analysis> {
  const normal = normalise(text);
  yield;
  const detection = detect(normal, hints);
  yield;
  const report = known ?? identify(normal, hints);
  yield;
  const sections = readSections(normal);
  yield;
  const glossary = readGlossary(normal, sections);
  yield;
  const mentions = findMentions(normal, glossary, knowledge.terms);
  yield;
  const figures = yield* readFiguresInSteps(normal, { lexicon: knowledge.indicators, sections, report });
  return {
    text,
    detection,
    report: known ?? (detection.verdict === 'report' || detection.verdict === 'excerpt' ? report : null),
    sections,
    glossary,
    mentions,
    ...figures,
  };
}
