import * as v from 'valibot';
import { COLOURS } from './colours';
import { NotesError } from './errors';
import type { Note, NoteDraft } from './types';

/**
 * Bounds in UTF-16 code units. A whole report has at most some 40,000 (the longest provincial report at hand: 33,000),
 * so a quote may be a whole page and a note as long as an essay, and nobody can fill the disk with one message.
 */
export const LIMITS = {
  text: 50_000,
  quote: 40_000,
  context: 2_048,
  place: 64,
  source: 8_192,
  selectors: 8,
  bodies: 24,
} as const;

const short = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const id = v.pipe(v.string(), v.regex(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const time = v.pipe(v.string(), v.isoTimestamp());

const quoteSelector = v.strictObject({
  type: v.literal('TextQuoteSelector'),
  exact: v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.quote)),
  prefix: short(LIMITS.context),
  suffix: short(LIMITS.context),
});

const positionSelector = v.pipe(
  v.strictObject({ type: v.literal('TextPositionSelector'), start: offset, end: offset }),
  v.check(({ start, end }) => start < end, 'start must lie before end'),
);

const selectors = v.pipe(
  v.array(v.variant('type', [quoteSelector, positionSelector])),
  v.maxLength(LIMITS.selectors),
  v.check((list) => list.some(({ type }) => type === 'TextQuoteSelector'), 'a note needs a quote'),
);

const report = v.nullable(
  v.strictObject({
    place: v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.place)),
    year: v.pipe(v.number(), v.safeInteger(), v.minValue(1949), v.maxValue(2199)),
  }),
);

const draft = v.strictObject({
  id: v.exactOptional(id),
  basedOn: v.exactOptional(time),
  text: short(LIMITS.text),
  colour: v.exactOptional(v.picklist(COLOURS)),
  selector: selectors,
  report,
});

const note = v.strictObject({
  '@context': v.literal('http://www.w3.org/ns/anno.jsonld'),
  id,
  type: v.literal('Annotation'),
  motivation: v.picklist(['commenting', 'highlighting']),
  created: time,
  modified: time,
  body: v.pipe(
    v.array(
      v.strictObject({
        type: v.literal('TextualBody'),
        value: short(LIMITS.text),
        format: v.picklist(['text/plain', 'text/markdown']),
        purpose: v.exactOptional(v.literal('tagging')),
      }),
    ),
    v.maxLength(LIMITS.bodies),
  ),
  target: v.strictObject({
    source: short(LIMITS.source),
    selector: selectors,
    styleClass: v.exactOptional(v.picklist(COLOURS)),
  }),
  report,
});

/** A draft from a content script, which nobody vouches for. Throws a NotesError `too_long` or `invalid`. */
export function parseDraft(input: unknown): NoteDraft {
  return parse(draft, input);
}

/** A note as the database or a file holds it. Throws a NotesError `too_long` or `invalid`. */
export function parseNote(input: unknown): Note {
  return parse(note, input);
}

/** The report that a message claims to be about. Throws a NotesError `invalid`. */
export function parseReport(input: unknown): Note['report'] {
  return parse(report, input);
}

/** A note's id. Throws a NotesError `invalid`. */
export function parseId(input: unknown): string {
  return parse(id, input);
}

function parse<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T {
  const result = v.safeParse(schema, input, { abortEarly: true });
  if (result.success) return result.output;
  throw new NotesError(result.issues[0].type === 'max_length' ? 'too_long' : 'invalid', v.flatten(result.issues));
}
