import * as v from 'valibot';
import { NotesError } from './errors';
import { lineAt, scanJson } from './jsonPlaces';
import { LIMITS, parseNote } from './schema';
import { bodiesOf, tagText } from './tags';
import type { Note } from './types';

/**
 * 10,000 notes take some 8,000,000 characters, and a message to the background 64 MiB at most (Chromium), which is some
 * 20,000,000 Chinese characters.
 */
export const MAX_FILE = 20_000_000;

/** Why a file was not taken, with the line, in a sentence for the reader. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/** Where lists of annotations stand: AnnotationPage and AnnotationCollection, JSON-LD graphs, Hypothesis' export. */
const LISTS = new Set(['items', 'first', '@graph', 'rows', 'annotations']);

/**
 * Reads a file of notes: our own export, Hypothesis' JSON export, or any W3C annotations with text quotes (one, a list,
 * an AnnotationPage or an AnnotationCollection). Nothing is stored here. Rejects with an ImportError on the first thing
 * that cannot be taken over, so that a file is taken whole or not at all.
 *
 * Foreign annotations become notes of no report; their ids are hashed into ours, so that the same file gives the same
 * notes however often it is read. Bodies are kept as plain text, whatever markup they hold.
 */
export async function readNotes(file: string): Promise<Note[]> {
  if (file.length > MAX_FILE)
    throw new ImportError('文件太大，不像旁注文件。请选择从这里或其他批注工具导出的 JSON 文件。');
  const text = file.startsWith('\ufeff') ? file.slice(1) : file;
  const items = listOf(parseJson(text));
  if (!items) throw new ImportError('文件里没有批注。请选择从这里或其他批注工具导出的 JSON 文件。');
  const notes = new Map<string, Note>();
  for (const [index, item] of items.entries()) {
    try {
      const note = await toNote(item);
      const other = notes.get(note.id);
      if (!other || other.modified < note.modified) notes.set(note.id, note);
    } catch (error) {
      throw new ImportError(`${placeOf(text, index)}：${reasonOf(error)}。`, { cause: error });
    }
  }
  return [...notes.values()];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { fault } = scanJson(text, LISTS);
    const line = lineAt(text, fault ?? text.length);
    const rest = fault === null || fault >= text.length ? '文件到这里断了' : '这里不是 JSON';
    throw new ImportError(`第 ${line} 行：${rest}。请重新导出文件。`, { cause: error });
  }
}

function listOf(root: unknown): unknown[] | null {
  if (Array.isArray(root)) return root;
  if (!isRecord(root)) return null;
  for (const key of LISTS) {
    const value = Object.hasOwn(root, key) ? root[key] : undefined;
    if (Array.isArray(value)) return value;
    if (isRecord(value)) return listOf(value);
  }
  return Object.hasOwn(root, 'target') ? [root] : null;
}

function placeOf(text: string, index: number): string {
  const offset = scanJson(text, LISTS).elements[index];
  return `第 ${lineAt(text, offset ?? 0)} 行的第 ${index + 1} 条`;
}

function toNote(item: unknown): Note | Promise<Note> {
  // Only our own notes say which report they belong to.
  return isRecord(item) && Object.hasOwn(item, 'report') ? parseNote(item) : fromForeign(item);
}

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
// The list first: a valibot object takes an array for an object.
const one = <T extends v.GenericSchema>(schema: T) => v.union([v.array(schema), schema]);
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const selector = v.variant('type', [
  v.object({
    type: v.literal('TextQuoteSelector'),
    exact: text(LIMITS.quote),
    prefix: v.optional(text(LIMITS.quote), ''),
    suffix: v.optional(text(LIMITS.quote), ''),
  }),
  v.object({ type: v.literal('TextPositionSelector'), start: offset, end: offset }),
]);
const anySelector = v.looseObject({ type: v.string() });

const address = v.union([text(LIMITS.source), v.looseObject({ id: text(LIMITS.source) })]);
const target = v.looseObject({ source: v.optional(address), selector: v.optional(one(anySelector)) });
const body = v.union([
  text(LIMITS.text),
  v.looseObject({ value: v.optional(text(LIMITS.text), ''), purpose: v.optional(v.unknown()) }),
]);
const tag = text(200);

/** A W3C annotation, or a row of Hypothesis' export, as far as a note can hold it. */
const foreign = v.looseObject({
  id: v.optional(text(LIMITS.source)),
  created: v.optional(v.string()),
  modified: v.optional(v.string()),
  updated: v.optional(v.string()),
  body: v.optional(one(body)),
  text: v.optional(text(LIMITS.text)),
  tags: v.optional(v.array(tag)),
  uri: v.optional(text(LIMITS.source)),
  target: one(target),
});

/** A reason of ours, in words. */
class Unfit extends Error {}

async function fromForeign(item: unknown): Promise<Note> {
  const given = v.parse(foreign, item, { abortEarly: true });
  const [first] = listed(given.target);
  const known = listed(first?.selector).filter(({ type }) => /^Text(?:Quote|Position)Selector$/.test(type));
  const selectors = known
    .map((each) => v.parse(selector, each))
    .map((each) =>
      each.type === 'TextQuoteSelector'
        ? { ...each, prefix: each.prefix.slice(-CONTEXT), suffix: each.suffix.slice(0, CONTEXT) }
        : each,
    );
  if (!selectors.some((each) => each.type === 'TextQuoteSelector' && each.exact.trim() !== '')) {
    throw new Unfit('没有引文（TextQuoteSelector），不知道写在哪一处');
  }
  const source = addressOf(first?.source) ?? given.uri;
  if (source === undefined) throw new Unfit('没有网址（target.source）');
  const bodies = listed(given.body).map((each) => (typeof each === 'string' ? { value: each, purpose: null } : each));
  const tagged = bodies.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => value);
  const tags = [...tagged, ...(given.tags ?? [])].filter((each) => /[\p{L}\p{N}]/u.test(each));
  const words = [
    ...bodies.filter((each) => each.purpose !== 'tagging').map(({ value }) => value),
    given.text ?? '',
    // In the words, so that they stay when the words are changed.
    tags.map(tagText).join(' '),
  ].filter((each) => each !== '');
  const created = timeOf(given.created) ?? timeOf(given.modified) ?? timeOf(given.updated) ?? UNKNOWN_TIME;
  const value = words.join('\n\n');
  return parseNote({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: await idOf(given.id ?? JSON.stringify([source, selectors, value])),
    type: 'Annotation',
    motivation: value ? 'commenting' : 'highlighting',
    created,
    modified: timeOf(given.modified) ?? timeOf(given.updated) ?? created,
    body: bodiesOf(value),
    target: { source: source.split('#', 1)[0]!, selector: selectors },
    report: null,
  });
}

/** As much context as we keep ourselves at most. */
const CONTEXT = 1_024;
/** For an annotation that does not say when it was made; a fixed time, so that reading it again changes nothing. */
const UNKNOWN_TIME = new Date(0).toISOString();

function addressOf(source: v.InferOutput<typeof address> | undefined): string | undefined {
  return typeof source === 'object' ? source.id : source;
}

function timeOf(time: string | undefined): string | undefined {
  const at = time === undefined ? Number.NaN : Date.parse(time);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

/** Our kind of id made of a foreign one: its hash as a UUID of version 8 (RFC 9562), or itself where it is one of ours. */
async function idOf(id: string): Promise<string> {
  if (/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return id;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(id)));
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = [...hash.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

function listed<T>(value: T | T[] | undefined): T[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function reasonOf(error: unknown): string {
  if (error instanceof Unfit) return error.message;
  if (error instanceof v.ValiError) return `“${v.getDotPath(error.issues[0]) ?? '批注'}”不合规格`;
  if (error instanceof NotesError) return error.code === 'too_long' ? '内容太长' : '不是合规格的旁注';
  return '不是批注';
}
