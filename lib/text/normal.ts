import { foldText, type NormalText } from './fold';
import { restoreBreaks } from './lostBreaks';
import { TRADITIONAL } from './traditional';

export type { NormalText } from './fold';

/**
 * The normal form of a text, traditional characters folded too and lost line breaks put back; linear in the length of the
 * source.
 */
export function normalise(source: string): NormalText {
  return restoreBreaks(foldText(source, TRADITIONAL));
}
