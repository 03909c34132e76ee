import { foldText, type NormalText } from './fold';
import { TRADITIONAL } from './traditional';

export type { NormalText } from './fold';

/** The normal form of a text, traditional characters folded too; linear in the length of the source. */
export function normalise(source: string): NormalText {
  return foldText(source, TRADITIONAL);
}
