import { readFileSync, statSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { findMainText } from '../lib/page/mainText';
import { pageHints } from '../lib/page/pageHints';
import { MAX_TEXT, mapText } from '../lib/page/textMap';
import type { PageHints } from '../lib/report/detect';

/** The share of characters that may be unreadable in a text with a few broken bytes. */
const UNREADABLE = 0.02;

/** A document to be analysed: its text, what the page around it says, and whether something was left out. */
export interface Document {
  text: string;
  hints: PageHints;
  truncated: boolean;
}

/** The input cannot be read as a document; the message says what to do. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** Twenty-five megabytes of HTML hold some eight million characters; nothing larger is a report. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Reads a .txt, .md or .html file. Throws an InputError for a file that is missing, empty, binary or too large; cuts a
 * text longer than MAX_TEXT characters and says so.
 */
export function readDocument(path: string): Document {
  const bytes = readBytes(path);
  if (/\.x?html?$/i.test(path)) return readHtml(bytes, path);
  const text = decode(bytes, null, path);
  if (text.trim() === '') throw new InputError(`${path} is empty: give a file that holds a report's text`);
  return { text: text.slice(0, MAX_TEXT), hints: {}, truncated: text.length > MAX_TEXT };
}

function readBytes(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > LARGEST) throw new InputError(`${path} has ${size} bytes: nothing over ${LARGEST} is read`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`cannot read ${path}: ${(error as Error).message}`);
  }
}

function readHtml(bytes: Uint8Array, path: string): Document {
  const html = decode(bytes, declaredCharset(bytes), path);
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  // linkedom makes up an empty body where something stands before the head, so the page's own one is the longest.
  const length = (element: Element) => element.textContent?.length ?? 0;
  const bodies = [...document.querySelectorAll('body')].sort((a, b) => length(b) - length(a));
  const root = bodies[0] ?? document.documentElement;
  if (!root) throw new InputError(`${path} holds no HTML: give a page that was saved whole`);
  const { text, truncated } = mapText(findMainText(root));
  if (text.trim() === '') throw new InputError(`${path} holds no text: give a page that was saved whole`);
  return { text, hints: pageHints(document), truncated };
}

/** The charset that a page declares in its first bytes, null when it declares none. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{3,20})/i.exec(head)?.[1] ?? null;
}

/**
 * BOM first; then UTF-8 where the bytes are nothing else, for pages saved by a browser keep the charset that they had
 * declared; then the declared charset, and GB 18030 for the rest.
 */
function decode(bytes: Uint8Array, declared: string | null, path: string): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 65_536).includes(0)) throw new InputError(`${path} looks binary: give a text or HTML file`);
  const utf8 = tryDecode(bytes, 'utf-8', true);
  if (utf8 !== null) return utf8;
  for (const charset of [declared ?? 'gb18030', 'gb18030', 'utf-8']) {
    const text = tryDecode(bytes, charset, false);
    if (text !== null && (text.match(/\ufffd/g)?.length ?? 0) <= text.length * UNREADABLE) return text;
  }
  throw new InputError(`${path} is neither UTF-8 nor GB 18030 text: convert it first`);
}

function tryDecode(bytes: Uint8Array, charset: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}
