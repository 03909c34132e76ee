import { type Analysis, analyzeInSteps } from '../analyze';
import { knowledgeOf } from '../corpus/lookup';
import type { ReportIndex } from '../corpus/types';
import type { ReportIdentity } from '../report/types';
import { inSlices, type Pace } from './inSlices';

/** How a text is to be read: how soon, until when, and who keeps count of the milliseconds that it takes. */
export interface Reading {
  pace: Pace;
  signal: AbortSignal;
  spent: (milliseconds: number) => void;
}

/** Reads a text; null when the signal aborts first. */
export type Read = (text: string, reading: Reading) => Promise<Analysis | null>;

/**
 * Reads in the page's own thread: for pages that carry the index anyway. `known` is the identity of a document that is
 * catalogued, so that it need not be found in the text.
 */
export function readHere(index: ReportIndex, known: ReportIdentity | null = null): Read {
  const knowledge = knowledgeOf(index);
  return (text, { pace, signal, spent }) =>
    inSlices(analyzeInSteps(text, knowledge, {}, known), signal, { pace, spent });
}
