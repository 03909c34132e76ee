/** Where an expression of a vocabulary stands in a text. */
export interface Hit {
  /** Its number in the vocabulary. */
  expression: number;
  start: number;
  end: number;
}

/**
 * Makes a search for all expressions of a vocabulary at once: the longest at each place, none overlapping. Expressions
 * have two characters or more. Linear in the text for vocabularies whose expressions open in many ways.
 */
export function makeFinder(expressions: readonly string[]): (text: string) => Hit[] {
  const opens = new Uint8Array(0x10000);
  const byOpening = new Map<number, number[]>();
  for (const [i, expression] of expressions.entries()) {
    opens[expression.charCodeAt(0)] = 1;
    const opening = openingAt(expression, 0);
    const list = byOpening.get(opening);
    if (list) list.push(i);
    else byOpening.set(opening, [i]);
  }
  for (const list of byOpening.values()) list.sort((a, b) => expressions[b]!.length - expressions[a]!.length);

  return (text) => {
    const hits: Hit[] = [];
    for (let i = 0; i + 1 < text.length; i++) {
      if (opens[text.charCodeAt(i)] === 0) continue;
      const candidates = byOpening.get(openingAt(text, i));
      const expression = candidates?.find((candidate) => text.startsWith(expressions[candidate]!, i));
      if (expression === undefined) continue;
      const end = i + expressions[expression]!.length;
      hits.push({ expression, start: i, end });
      i = end - 1;
    }
    return hits;
  };
}

/** The first two characters as one number; shifted so that the usual ones stay small integers. */
function openingAt(text: string, offset: number): number {
  return ((text.charCodeAt(offset) << 15) ^ text.charCodeAt(offset + 1)) | 0;
}
