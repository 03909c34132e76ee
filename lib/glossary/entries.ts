import * as v from 'valibot';

/** What an entry rests on. Offsets are into the text of the bundled report. */
export type Ground =
  | { kind: 'seed'; report: string; start: number; end: number }
  | { kind: 'document'; title: string; year: number }
  | { kind: 'general' };

export type Sureness = 'high' | 'medium' | 'low';

/** One meaning of a term, and where and when it has that meaning; `place` null is everywhere. */
export interface Sense {
  place: string | null;
  from: number | null;
  to: number | null;
  sentence: string;
  full: string;
  /** The parts that a numbered slogan counts, empty for other terms. */
  members: string[];
  /** Who coined it and when, where that is known. */
  since: { by: string; year: number } | null;
  ground: Ground;
  sure: Sureness;
}

/** A term of the bundled glossary. Without senses it has no definition: the seeds quote it, and that is all we know. */
export interface Entry {
  term: string;
  aliases: string[];
  /** Those of its spellings that are ordinary words too and count only in quotation marks. */
  quoted: string[];
  senses: Sense[];
  /** What it is often taken for, or null. */
  confused: string | null;
  /** Terms of other entries. */
  related: string[];
}

const words = v.pipe(v.string(), v.trim(), v.minLength(1));
const year = v.pipe(v.number(), v.integer(), v.minValue(1949), v.maxValue(2026));
const writtenGround = v.union([
  v.literal('general knowledge'),
  v.strictObject({ title: words, year }),
  v.strictObject({ seed: words, quote: words }),
]);
const meaning = {
  place: v.optional(words),
  from: v.optional(year),
  to: v.optional(year),
  sentence: words,
  full: v.optional(words),
  members: v.optional(v.array(words)),
  since: v.optional(v.strictObject({ by: words, year })),
  ground: writtenGround,
  sure: v.picklist(['high', 'medium', 'low']),
};
const writtenSense = v.strictObject(meaning);
const head = {
  term: words,
  aliases: v.optional(v.array(words)),
  quoted: v.optional(v.array(words)),
  confused: v.optional(words),
  related: v.optional(v.array(words)),
  /** True where the numeral counts no members (三年行动) or too many to list. */
  uncounted: v.optional(v.literal(true)),
};

/** How seeds/glossary.yaml is written: `plain` lists words that the seeds quote without making a term of them. */
export const WrittenGlossary = v.strictObject({
  plain: v.array(words),
  entries: v.array(
    v.union([
      v.strictObject({ ...head, ...meaning }),
      v.strictObject({ ...head, senses: v.pipe(v.array(writtenSense), v.minLength(2)) }),
    ]),
  ),
});

export type WrittenGlossary = v.InferOutput<typeof WrittenGlossary>;
export type WrittenEntry = WrittenGlossary['entries'][number];
export type WrittenSense = v.InferOutput<typeof writtenSense>;
