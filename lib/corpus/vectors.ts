/**
 * Character 1+2-grams of normal text as sparse tf-idf vectors over an inverted index of typed arrays.
 *
 * Grams are of CJK characters and Latin letters. Digits and punctuation are left out: a figure says how much, not what
 * about, and figures of different reports agree by chance only.
 */
export interface GramIndex {
  vector(text: string): GramVector;
  /** The cosine of a query with every document, in the documents' order. */
  cosines(query: GramVector): Float64Array;
  /** The inverse document frequency of a gram code, that of a gram found nowhere included. */
  idf(gram: number): number;
}

export interface GramVector {
  /** tf-idf weights by gram code. */
  readonly weights: ReadonlyMap<number, number>;
  readonly norm: number;
}

/** Codes of characters stay below 2^15 and those of pairs below 2^30, so that they are small integers to the engine. */
const PAIR = 0x8000;
const FIRST_CJK = 0x3400;
const LAST_CJK = 0x9fff;
const LETTERS = LAST_CJK - FIRST_CJK + 2;

/** 1 to 2^15 − 1 for a CJK character or a Latin letter (small and capital alike), else 0. */
function codeOf(char: number): number {
  if (char >= FIRST_CJK) return char <= LAST_CJK ? char - FIRST_CJK + 1 : 0;
  if (char >= 0x61 && char <= 0x7a) return LETTERS + char - 0x61;
  return char >= 0x41 && char <= 0x5a ? LETTERS + char - 0x41 : 0;
}

/** The code of the pair of characters at an offset, 0 when either is no gram character. */
export function pairAt(text: string, offset: number): number {
  const first = codeOf(text.charCodeAt(offset));
  const second = codeOf(text.charCodeAt(offset + 1));
  return first === 0 || second === 0 ? 0 : first * PAIR + second;
}

/** Writes the gram codes of a text in order and returns how many they are, at most twice the text's length. */
function readGrams(text: string, into: Uint32Array): number {
  let count = 0;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = codeOf(text.charCodeAt(i));
    if (code !== 0) {
      into[count++] = code;
      if (before !== 0) into[count++] = before * PAIR + code;
    }
    before = code;
  }
  return count;
}

/**
 * Indexes documents given in normal form. Every norm is raised as if the document had a gram of the weight `padding`
 * besides its own: the cosine with a text of a few characters is high by chance.
 */
export function indexGrams(documents: readonly string[], padding: number): GramIndex {
  const size = documents.length;
  const length = 2 * documents.reduce((sum, document) => sum + document.length, 0);
  const grams = new Uint32Array(2 * documents.reduce((most, document) => Math.max(most, document.length), 0));
  const ids = new Map<number, number>();
  const frequency: number[] = [];
  /** For each gram the entry of the document read last that has it. */
  const latest: number[] = [];
  const entryGram = new Uint32Array(length);
  const entryCount = new Uint16Array(length);
  const entryEnd = new Uint32Array(size);
  let entries = 0;
  for (let document = 0; document < size; document++) {
    const first = entries;
    const count = readGrams(documents[document]!, grams);
    for (let i = 0; i < count; i++) {
      const gram = grams[i]!;
      let id = ids.get(gram);
      if (id === undefined) {
        id = frequency.length;
        ids.set(gram, id);
        frequency.push(0);
        latest.push(-1);
      }
      const entry = latest[id]!;
      if (entry >= first) {
        entryCount[entry]!++;
        continue;
      }
      frequency[id]!++;
      latest[id] = entries;
      entryGram[entries] = id;
      entryCount[entries++] = 1;
    }
    entryEnd[document] = entries;
  }

  const idfs = Float64Array.from(frequency, (count) => Math.log((size + 1) / (count + 0.5)));
  const unseen = Math.log((size + 1) / 0.5);
  const starts = new Uint32Array(frequency.length + 1);
  for (let id = 0; id < frequency.length; id++) starts[id + 1] = starts[id]! + frequency[id]!;
  const next = starts.slice();
  const postings = new Uint32Array(entries);
  const weights = new Float32Array(entries);
  const norms = new Float64Array(size);
  for (let document = 0, entry = 0; document < size; document++) {
    let square = padding * padding;
    for (; entry < entryEnd[document]!; entry++) {
      const id = entryGram[entry]!;
      const weight = dampen(entryCount[entry]!) * idfs[id]!;
      postings[next[id]!] = document;
      weights[next[id]!++] = weight;
      square += weight * weight;
    }
    norms[document] = Math.sqrt(square);
  }

  const idf = (gram: number): number => {
    const id = ids.get(gram);
    return id === undefined ? unseen : idfs[id]!;
  };
  return {
    idf,
    vector(text) {
      const counts = new Map<number, number>();
      const codes = new Uint32Array(2 * text.length);
      for (const gram of codes.subarray(0, readGrams(text, codes))) counts.set(gram, (counts.get(gram) ?? 0) + 1);
      let square = 0;
      for (const [gram, count] of counts) {
        const weight = dampen(count) * idf(gram);
        counts.set(gram, weight);
        square += weight * weight;
      }
      return { weights: counts, norm: Math.sqrt(square) };
    },
    cosines(query) {
      const out = new Float64Array(size);
      if (query.norm === 0) return out;
      for (const [gram, weight] of query.weights) {
        const id = ids.get(gram);
        if (id === undefined) continue;
        for (let at = starts[id]!; at < starts[id + 1]!; at++) out[postings[at]!]! += weight * weights[at]!;
      }
      for (let document = 0; document < size; document++) out[document]! /= query.norm * norms[document]!;
      return out;
    },
  };
}

function dampen(count: number): number {
  return 1 + Math.log(count);
}
