import { MATTERS } from './matters';

/** What a text is about: a weight for each matter that it speaks of. */
export type Topics = Map<number, number>;

/** The places of the vocabulary's expressions in a text, the longest at each place, none overlapping. */
export function findExpressions(text: string): { expression: number; start: number; end: number }[] {
  const found: { expression: number; start: number; end: number }[] = [];
  for (let i = 0; i + 1 < text.length; ) {
    const expression = BY_OPENING.get(text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1))?.find((candidate) =>
      text.startsWith(EXPRESSIONS[candidate]!.text, i),
    );
    if (expression === undefined) {
      i++;
      continue;
    }
    const end = i + EXPRESSIONS[expression]!.text.length;
    found.push({ expression, start: i, end });
    i = end;
  }
  return found;
}

export const EXPRESSIONS: readonly { text: string; matter: number }[] = MATTERS.flatMap(({ words }, matter) =>
  words.split(' ').map((text) => ({ text, matter })),
);

/** Expressions by their first two characters, longest first. */
const BY_OPENING = new Map<number, number[]>();
for (const [i, { text }] of EXPRESSIONS.entries()) {
  const opening = text.charCodeAt(0) * 0x10000 + text.charCodeAt(1);
  const list = BY_OPENING.get(opening);
  if (list) list.push(i);
  else BY_OPENING.set(opening, [i]);
}
for (const list of BY_OPENING.values()) list.sort((a, b) => EXPRESSIONS[b]!.text.length - EXPRESSIONS[a]!.text.length);
