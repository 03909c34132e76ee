import { snippet } from '../corpus/lookup';
import { sectionAt } from '../report/sectionAt';
import { readSections } from '../report/sections';
import type { Section } from '../report/types';
import { type NormalText, normalise } from '../text/normal';
import { byYear } from './identity';
import type { Shelf } from './shelf';
import { bitsOf, hasBits, signatureOf } from './signature';
import type { LibraryStore } from './store';
import type { Found, Hit, Holding, Library } from './types';
import { findWords, readWords, searchForm } from './words';

/** Texts that are read from the disk at a time: a few for the first answer, then enough to keep the disk busy. */
const FIRST_BATCH = 4;
const BATCH = 32;
const PER_REPORT = 3;
/** Characters that a hit shows on both sides. */
const AROUND = 24;

/**
 * Search without a tokeniser: signatures tell which reports may have the words, and those are read and looked through, the
 * newest first. It reads one batch ahead of whoever takes the results.
 */
export function createSearch(shelf: Shelf, store: Pick<LibraryStore, 'texts'>): Library['search'] {
  let bundledSignatures: Map<string, Uint8Array> | undefined;
  const signaturesOfBundled = () => {
    bundledSignatures ??= new Map(
      [...shelf.bundled].map(([id, { text }]) => [id, signatureOf(searchForm(normalise(text).text))]),
    );
    return bundledSignatures;
  };

  /** The texts of holdings in their order; a report that has been removed meanwhile is passed over. */
  async function* textsOf(holdings: readonly Holding[]): AsyncGenerator<[Holding, string]> {
    const load = (from: number) => {
      const batch = holdings.slice(from, from + (from === 0 ? FIRST_BATCH : BATCH));
      const ids = batch.filter(({ id }) => !shelf.bundled.has(id)).map(({ id }) => id);
      const texts = ids.length > 0 ? store.texts(ids) : Promise.resolve([]);
      // Loaded ahead: one that fails is heard of when it is its turn.
      texts.catch(() => {});
      return { batch, ids, texts };
    };
    let from = 0;
    for (let next = load(from); next.batch.length > 0; ) {
      const { batch, ids, texts } = next;
      from += batch.length;
      next = load(from);
      const loaded = await texts;
      const byId = new Map(ids.map((id, i) => [id, loaded[i]]));
      for (const holding of batch) {
        const text = shelf.bundled.get(holding.id)?.text ?? byId.get(holding.id);
        if (text !== undefined) yield [holding, text];
      }
    }
  }

  return async function* search(
    { words, filter = {}, perReport = PER_REPORT },
    { signal } = {},
  ): AsyncGenerator<Found> {
    const wanted = readWords(words);
    if (wanted.length === 0) return;
    const bits = wanted.flatMap(bitsOf);
    const [holdings, added] = await Promise.all([shelf.holdings(filter), shelf.signatures()]);
    const bundled = signaturesOfBundled();
    const candidates = holdings.filter(({ id }) => {
      const signature = bundled.get(id) ?? added.bits.get(id);
      return signature === undefined || hasBits(signature, bits);
    });
    for await (const [holding, text] of textsOf(candidates.sort(byYear))) {
      if (signal?.aborted) return;
      const normal = normalise(text);
      const found = findWords(searchForm(normal.text), wanted, perReport);
      if (!found) continue;
      const sections = shelf.bundled.get(holding.id)?.sections ?? readSections(normal);
      const hits = found.places.map(({ start, end }) => hitAt(normal, sections, start, end));
      yield { holding, hits, count: found.count };
    }
  };
}

function hitAt(normal: NormalText, sections: readonly Section[], from: number, to: number): Hit {
  const { start, end } = normal.toSource(from, to);
  const section = sectionAt(sections, start);
  return {
    start,
    end,
    sectionId: section?.id ?? '',
    heading: section?.heading ?? '',
    snippet: snippet(normal.source, start, end, AROUND),
  };
}
