import { Refusal } from './refusal';

/** One step through an XML document. Names come without their prefix: 'p' for w:p. */
export type XmlStep =
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const TAG_NAME = /^[^\s/>]+/;

/**
 * Walks through an XML document from its beginning to its end, in linear time. An own small reader, because a .docx holds
 * thirty characters of markup for one of text: DOMParser would build a tree of hundreds of megabytes before anything could be
 * counted, and exists in pages only. It knows no document types, so there is nothing to expand.
 *
 * @throws Refusal 'broken_file' for a document type, and where tags do not close in their order.
 */
export function* stepsThrough(xml: string): Generator<XmlStep> {
  const open: string[] = [];
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    const text = xml.slice(at, tag < 0 ? xml.length : tag);
    if (text && open.length > 0) yield { kind: 'text', text: unescaped(text) };
    if (tag < 0) break;
    const next = xml.charAt(tag + 1);
    if (next === '!' || next === '?') {
      const skipped = special(xml, tag);
      if (skipped.text) yield { kind: 'text', text: skipped.text };
      at = skipped.end;
      continue;
    }
    const end = endOfTag(xml, tag);
    if (next === '/') {
      const name = localName(xml.slice(tag + 2, end).trim());
      if (open.pop() !== name) throw new Refusal('broken_file');
      yield { kind: 'close', name };
    } else {
      const empty = xml.charAt(end - 1) === '/';
      const inside = xml.slice(tag + 1, empty ? end - 1 : end);
      const written = TAG_NAME.exec(inside)?.[0];
      if (!written) throw new Refusal('broken_file');
      const name = localName(written);
      yield { kind: 'open', name, attributes: attributesOf(inside.slice(written.length)) };
      if (empty) yield { kind: 'close', name };
      else open.push(name);
    }
    at = end + 1;
  }
  if (open.length > 0) throw new Refusal('broken_file');
}

/** Comments and instructions say nothing, CDATA is text as it stands. */
function special(xml: string, tag: number): { text: string; end: number } {
  const from = (opening: string, closing: string) => {
    const end = xml.indexOf(closing, tag + opening.length);
    if (end < 0) throw new Refusal('broken_file');
    return { inside: xml.slice(tag + opening.length, end), end: end + closing.length };
  };
  if (xml.startsWith('<?', tag)) return { text: '', end: from('<?', '?>').end };
  if (xml.startsWith('<!--', tag)) return { text: '', end: from('<!--', '-->').end };
  if (xml.startsWith('<![CDATA[', tag)) {
    const { inside, end } = from('<![CDATA[', ']]>');
    return { text: inside, end };
  }
  throw new Refusal('broken_file');
}

/** Where the tag's own bracket closes: one in an attribute's value is none. */
function endOfTag(xml: string, tag: number): number {
  for (let at = tag + 1; at < xml.length; at++) {
    const char = xml.charAt(at);
    if (char === '>') return at;
    if (char === '"' || char === "'") {
      at = xml.indexOf(char, at + 1);
      if (at < 0) break;
    }
  }
  throw new Refusal('broken_file');
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

function attributesOf(inside: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  let at = 0;
  for (;;) {
    const equals = inside.indexOf('=', at);
    if (equals < 0) return attributes;
    let start = equals + 1;
    while (inside.charCodeAt(start) <= 32) start++;
    const quote = inside.charAt(start);
    const end = quote === '"' || quote === "'" ? inside.indexOf(quote, start + 1) : -1;
    if (end < 0) throw new Refusal('broken_file');
    attributes.set(localName(inside.slice(at, equals).trim()), unescaped(inside.slice(start + 1, end)));
    at = end + 1;
  }
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|([a-z]{2,4}));/g, (written, decimal, hex, name) => {
    if (name) return ENTITIES[name] ?? written;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
