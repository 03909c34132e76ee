/** A reproducible source of chance (mulberry32, public domain): the same seed gives the same numbers on every machine. */
export function chance(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    below: (limit: number) => Math.floor(next() * limit),
    shuffled: <T>(items: readonly T[]): T[] => {
      const list = [...items];
      for (let i = list.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1));
        [list[i], list[j]] = [list[j]!, list[i]!];
      }
      return list;
    },
  };
}
export type Chance = ReturnType<typeof chance>;

/** An edited text that knows where each character of the old one has gone. */
export interface Edited {
  text: string;
  /** Where a range of the old text stands in the new one, null when nothing is left of it. */
  range(start: number, end: number): { start: number; end: number } | null;
}

/** Puts pieces together; a piece that was taken from the old text says from where. */
export function assemble(pieces: Iterable<{ text: string; from?: number }>): Edited {
  const old = new Map<number, number>();
  let text = '';
  for (const piece of pieces) {
    if (piece.from !== undefined) for (let i = 0; i < piece.text.length; i++) old.set(piece.from + i, text.length + i);
    text += piece.text;
  }
  return {
    text,
    range(start, end) {
      let first = Number.POSITIVE_INFINITY;
      let last = -1;
      for (let i = start; i < end; i++) {
        const at = old.get(i);
        if (at === undefined) continue;
        first = Math.min(first, at);
        last = Math.max(last, at);
      }
      return last < 0 ? null : { start: first, end: last + 1 };
    },
  };
}

/** Replaces, inserts or deletes a share of the characters, a third each; new characters come from the same text. */
export function editCharacters(text: string, share: number, random: Chance): Edited {
  const letters = text.replace(/[\s\d]/g, '');
  const letter = () => letters[random.below(letters.length)]!;
  function* pieces() {
    for (let i = 0; i < text.length; i++) {
      const char = text[i]!;
      if (char === '\n' || random.next() >= share) {
        yield { text: char, from: i };
        continue;
      }
      const kind = random.below(3);
      // A replaced character keeps its place.
      if (kind === 0) yield { text: letter(), from: i };
      if (kind === 1) yield { text: char, from: i };
      if (kind === 1) yield { text: letter() };
    }
  }
  return assemble(pieces());
}

/** Puts the paragraphs into another order. */
export function moveParagraphs(text: string, random: Chance): Edited {
  const paragraphs: { text: string; from: number }[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start) + 1 || text.length;
    paragraphs.push({ text: text.slice(start, end), from: start });
    start = end;
  }
  return assemble(random.shuffled(paragraphs));
}

/** Sets the same words anew: full-width figures and signs, other spacing, lines broken at a column. */
export function reset(text: string, column: number): Edited {
  function* pieces() {
    let filled = 0;
    for (let i = 0; i < text.length; i++) {
      const char = text[i]!;
      if (char === ' ' && /[^\w]/.test((text[i - 1] ?? '-') + (text[i + 1] ?? '-'))) continue;
      yield { text: wide(char), from: i };
      filled = char === '\n' ? 0 : filled + 1;
      // A pair of asterisks is one mark.
      if (filled >= column && char !== '*') {
        yield { text: '\r\n　' };
        filled = 0;
      }
    }
  }
  return assemble(pieces());
}

function wide(char: string): string {
  const code = char.charCodeAt(0);
  const folds = (code >= 48 && code <= 57) || char === '%';
  return folds ? String.fromCharCode(code + 0xfee0) : char;
}

/** Takes out every sentence that the range touches. */
export function deleteSentences(text: string, start: number, end: number): Edited {
  let from = start;
  while (from > 0 && !/[。；！？\n]/.test(text[from - 1]!)) from--;
  let to = end;
  while (to < text.length && !/[。；！？\n]/.test(text[to - 1]!)) to++;
  return assemble([
    { text: text.slice(0, from), from: 0 },
    { text: text.slice(to), from: to },
  ]);
}

/** Gives every figure in the range another value, of the same form. */
export function changeFigures(text: string, start: number, end: number, random: Chance): Edited {
  const figures = /\d+(?:\.\d+)?/g;
  const pieces: { text: string; from: number }[] = [{ text: text.slice(0, start), from: 0 }];
  let at = start;
  for (const match of text.slice(start, end).matchAll(figures)) {
    const from = start + match.index;
    pieces.push({ text: text.slice(at, from), from: at });
    let other = match[0];
    while (Number(other) === Number(match[0])) other = match[0].replace(/\d/g, () => String(random.below(10)));
    pieces.push({ text: other, from });
    at = from + match[0].length;
  }
  pieces.push({ text: text.slice(at), from: at });
  return assemble(pieces);
}
