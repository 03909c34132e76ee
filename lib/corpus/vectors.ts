/**
 * Character 1+2-grams of normal text as sparse tf-idf vectors over an inverted index of typed arrays.
 *
 * Grams are of CJK characters and Latin letters. Digits and punctuation are left out: a figure says how much, not what
 * about, and figures of different reports agree by chance only.
 */
export interface GramIndex {
  /** The number of documents. */
  readonly size: number;
  /** Cosine of the query with every document. */
  cosines(query: GramVector): Float64Array;
  vector(text: string): GramVector;
  idf(gram: number): number;
}

export interface GramVector {
  /** Gram codes with their tf-idf weights. */
  readonly weights: Map<number, number>;
  readonly norm: number;
}

const GRAM_BASE = 0x10000;

/** The gram codes of a text in order: a character is its code unit, a pair is `first * 65536 + second`. */
export function grams(text: string): number[] {
  const out: number[] = [];
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = letter(text.charCodeAt(i));
    if (code !== 0) {
      out.push(code);
      if (before !== 0) out.push(before * GRAM_BASE + code);
    }
    before = code;
  }
  return out;
}

/** The code unit of a CJK character or a Latin letter (small), else 0. */
function letter(code: number): number {
  if (code >= 0x3400 && code <= 0x9fff) return code;
  if (code >= 0x61 && code <= 0x7a) return code;
  if (code >= 0x41 && code <= 0x5a) return code + 32;
  return code >= 0xf900 && code <= 0xfaff ? code : 0;
}

/** Indexes documents given in normal form. */
export function indexGrams(documents: readonly string[]): GramIndex {
  const size = documents.length;
  const ids = new Map<number, number>();
  const frequency: number[] = [];
  const seenIn: number[] = [];
  const entries: { document: number; id: number; count: number }[] = [];
  const open: number[] = [];
  for (let document = 0; document < size; document++) {
    for (const gram of grams(documents[document]!)) {
      let id = ids.get(gram);
      if (id === undefined) {
        id = frequency.length;
        ids.set(gram, id);
        frequency.push(0);
        seenIn.push(-1);
        open.push(0);
      }
      if (seenIn[id] === document) {
        entries[open[id]!]!.count++;
      } else {
        seenIn[id] = document;
        frequency[id]!++;
        open[id] = entries.length;
        entries.push({ document, id, count: 1 });
      }
    }
  }

  const idfs = Float64Array.from(frequency, (count) => Math.log((size + 1) / (count + 0.5)));
  const unseen = Math.log((size + 1) / 0.5);
  const starts = new Uint32Array(frequency.length + 1);
  for (let id = 0; id < frequency.length; id++) starts[id + 1] = starts[id]! + frequency[id]!;
  const fill = starts.slice(0, -1);
  const postings = new Uint32Array(entries.length);
  const weights = new Float32Array(entries.length);
  const norms = new Float64Array(size);
  for (const { document, id, count } of entries) {
    const weight = (1 + Math.log(count)) * idfs[id]!;
    const at = fill[id]!++;
    postings[at] = document;
    weights[at] = weight;
    norms[document]! += weight * weight;
  }
  for (let document = 0; document < size; document++) norms[document] = Math.sqrt(norms[document]!);

  const idf = (gram: number): number => {
    const id = ids.get(gram);
    return id === undefined ? unseen : idfs[id]!;
  };
  return {
    size,
    idf,
    vector(text) {
      const counts = new Map<number, number>();
      for (const gram of grams(text)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
      let square = 0;
      for (const [gram, count] of counts) {
        const weight = (1 + Math.log(count)) * idf(gram);
        counts.set(gram, weight);
        square += weight * weight;
      }
      return { weights: counts, norm: Math.sqrt(square) };
    },
    cosines(query) {
      const out = new Float64Array(size);
      for (const [gram, weight] of query.weights) {
        const id = ids.get(gram);
        if (id === undefined) continue;
        for (let at = starts[id]!; at < starts[id + 1]!; at++) out[postings[at]!]! += weight * weights[at]!;
      }
      for (let document = 0; document < size; document++) {
        const scale = query.norm * norms[document]!;
        out[document] = scale === 0 ? 0 : out[document]! / scale;
      }
      return out;
    },
  };
}
