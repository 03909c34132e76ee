import type { ReportIndex } from '../../lib/corpus/types';
import { normalise } from '../../lib/text/normal';

/** A range of a bundled report that some matcher answers with. */
export interface Answer {
  reportId: string;
  start: number;
  end: number;
  score: number;
}

/**
 * The peer: plain tf-idf cosine over character 1+2-grams of passages of at most 450 characters, nothing else. Paragraphs
 * are filled with whole sentences up to the limit.
 */
export function makePlain(index: ReportIndex) {
  const passages: (Answer & { text: string })[] = [];
  for (const report of index.reports) {
    const normal = normalise(report.text);
    let at = 0;
    for (const paragraph of normal.text.split('\n')) {
      for (const [from, to] of fill(paragraph)) {
        const range = normal.toSource(at + from, at + to);
        if (to - from >= 12)
          passages.push({ reportId: report.id, ...range, score: 0, text: paragraph.slice(from, to) });
      }
      at += paragraph.length + 1;
    }
  }
  const frequency = new Map<string, number>();
  const counted = passages.map((passage) => count(passage.text));
  for (const counts of counted) for (const gram of counts.keys()) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const weigh = (counts: Map<string, number>) => {
    const weights = new Map<string, number>();
    let square = 0;
    for (const [gram, n] of counts) {
      const weight = n * Math.log((passages.length + 1) / ((frequency.get(gram) ?? 0) + 1));
      weights.set(gram, weight);
      square += weight * weight;
    }
    return { weights, norm: Math.sqrt(square) };
  };
  const vectors = counted.map(weigh);
  const postings = new Map<string, [number, number][]>();
  for (const [i, vector] of vectors.entries()) {
    for (const [gram, weight] of vector.weights) {
      const list = postings.get(gram);
      if (list) list.push([i, weight]);
      else postings.set(gram, [[i, weight]]);
    }
  }
  return (query: string, exclude: readonly string[] = [], top = 3): Answer[] => {
    const { weights, norm } = weigh(count(normalise(query).text));
    const dots = new Float64Array(passages.length);
    for (const [gram, weight] of weights) {
      for (const [i, other] of postings.get(gram) ?? []) dots[i]! += weight * other;
    }
    return passages
      .map((passage, i) => ({ ...passage, score: dots[i]! / (norm * vectors[i]!.norm || 1) }))
      .filter((passage) => passage.score > 0 && !exclude.includes(passage.reportId))
      .sort((a, b) => b.score - a.score)
      .slice(0, top);
  };
}

function* fill(paragraph: string): Generator<[number, number]> {
  let open = 0;
  let close = 0;
  for (const sentence of paragraph.match(/[^。！？]*[。！？]?/g) ?? []) {
    if (close - open + sentence.length > 450 && close > open) {
      yield [open, close];
      open = close;
    }
    close += sentence.length;
  }
  if (close > open) yield [open, close];
}

function count(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i < text.length; i++) {
    for (const gram of [text[i]!, text.slice(i, i + 2)]) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}
