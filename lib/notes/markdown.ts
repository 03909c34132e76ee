import { parseReaderHash } from '../corpus/address';

/**
 * The little Markdown that notes are written in: paragraphs, lists, quotes, bold, emphasis, code, links. What is not one
 * of these stays the text that it is; there is no HTML. One pass with a stack of bounded depth, so the time is linear in
 * whatever a note holds. (Of the libraries marked 16.4.1 was tried: its lexer needs minutes for 40,000 characters of
 * `[a](`, and a note may come from a file that somebody else wrote.)
 */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'break' }
  | { type: 'code'; text: string }
  | { type: 'strong' | 'emphasis'; children: Inline[] }
  /** `href` is an http(s) address, or a place in the reader as lib/corpus/address.ts writes it. */
  | { type: 'link'; href: string; children: Inline[] };

export type Block =
  | { type: 'paragraph' | 'quote'; children: Inline[] }
  /** `first` is the number that an ordered list begins with, null for one with dots. */
  | { type: 'list'; first: number | null; items: Inline[][] };

const QUOTE = /^ {0,3}> ?(.*)$/;
const DOT = /^ {0,3}[-*+] +(\S.*)$/;
const NUMBER = /^ {0,3}(\d{1,3})[.)] +(\S.*)$/;
const INDENTED = /^(?: {2,}|\t)(\S.*)$/;

/** Reads a note's text. */
export function parseMarkdown(text: string): Block[] {
  const found: { kind: 'paragraph' | 'quote' | 'dots' | 'numbers'; first: number | null; parts: string[][] }[] = [];
  let open = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const [, quoted] = QUOTE.exec(line) ?? [];
    const [, dotted] = DOT.exec(line) ?? [];
    const [, number, numbered] = NUMBER.exec(line) ?? [];
    const last = found.at(-1);
    if (line.trim() === '') {
      open = false;
    } else if (dotted !== undefined || numbered !== undefined) {
      const kind = numbered === undefined ? 'dots' : 'numbers';
      const item = [(dotted ?? numbered)!];
      if (last?.kind === kind) last.parts.push(item);
      else found.push({ kind, first: number === undefined ? null : Number(number), parts: [item] });
      open = true;
    } else {
      const kind = quoted === undefined ? 'paragraph' : 'quote';
      const isItem = last?.kind === 'dots' || last?.kind === 'numbers';
      const indented = INDENTED.exec(line)?.[1];
      if (open && isItem && indented !== undefined) last.parts.at(-1)!.push(indented);
      else if (open && last?.kind === kind) last.parts[0]!.push(quoted ?? line.trim());
      else found.push({ kind, first: null, parts: [[quoted ?? line.trim()]] });
      open = true;
    }
  }
  return found.map(({ kind, first, parts }): Block => {
    const read = parts.map((lines) => parseInline(lines.join('\n')));
    return kind === 'paragraph' || kind === 'quote'
      ? { type: kind, children: read[0]! }
      : { type: 'list', first, items: read };
  });
}

/** What has been opened and not closed; at most one of each marker is open, so the stack is never deeper than four. */
interface Frame {
  marker: '' | '*' | '**' | '[';
  nodes: Inline[];
}

/** Characters that may begin something; all others are text. */
const SPECIAL = /[\\`*[\]\nh]/g;
const ADDRESS = /https?:\/\/[^\s<>"'`*[\](){}，。；：、！？“”（）《》【】「」]+/y;
/** No bracket inside, so that a row of them is not searched again from each. */
const TARGET = /\(([^\s()<>[\]]{1,2000})\)/y;
const ESCAPED = /[!-/:-@[-`{-~]/;

function parseInline(text: string): Inline[] {
  const stack: Frame[] = [{ marker: '', nodes: [] }];
  const add = (node: Inline) => {
    const { nodes } = stack.at(-1)!;
    const last = nodes.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.text += node.text;
    else if (node.type !== 'text' || node.text) nodes.push(node);
  };
  const isOpen = (marker: Frame['marker']) => stack.some((frame) => frame.marker === marker);
  /** Takes back what was opened last: its marker is text. */
  const flatten = () => {
    const { marker, nodes } = stack.pop()!;
    add({ type: 'text', text: marker });
    for (const node of nodes) add(node);
  };
  const flattenTo = (marker: Frame['marker']) => {
    while (stack.at(-1)!.marker !== marker) flatten();
  };
  let noMoreCode = false;
  let at = 0;
  while (at < text.length) {
    SPECIAL.lastIndex = at;
    const next = SPECIAL.exec(text)?.index ?? text.length;
    if (next > at) add({ type: 'text', text: text.slice(at, next) });
    at = next;
    const char = text[at];
    if (char === undefined) break;
    if (char === '\n') {
      add({ type: 'break' });
      at += 1;
    } else if (char === '\\' && ESCAPED.test(text[at + 1] ?? '')) {
      add({ type: 'text', text: text[at + 1]! });
      at += 2;
    } else if (char === '`' && !noMoreCode) {
      const end = text.indexOf('`', at + 1);
      noMoreCode = end < 0;
      if (end > at + 1) {
        add({ type: 'code', text: text.slice(at + 1, end) });
        at = end + 1;
      } else {
        add({ type: 'text', text: '`' });
        at += 1;
      }
    } else if (char === '*') {
      // Of three the first closes the emphasis that the bold holds: **a *b***.
      const single = text[at + 1] !== '*' || (text[at + 2] === '*' && stack.at(-1)!.marker === '*');
      const marker = single ? '*' : '**';
      const after = text[at + marker.length] ?? ' ';
      const before = text[at - 1] ?? ' ';
      if (isOpen(marker) && !/\s/.test(before) && isWorth(stack, marker)) {
        flattenTo(marker);
        const { nodes } = stack.pop()!;
        add({ type: marker === '**' ? 'strong' : 'emphasis', children: nodes });
      } else if (!isOpen(marker) && !/\s/.test(after)) {
        stack.push({ marker, nodes: [] });
      } else {
        add({ type: 'text', text: marker });
      }
      at += marker.length;
    } else if (char === '[') {
      if (isOpen('[')) {
        // The inner bracket is the likelier beginning of a link.
        flattenTo('[');
        flatten();
      }
      stack.push({ marker: '[', nodes: [] });
      at += 1;
    } else if (char === ']' && isOpen('[')) {
      TARGET.lastIndex = at + 1;
      const target = TARGET.exec(text);
      const href = target && hrefOf(target[1]!);
      flattenTo('[');
      if (target && href !== null && stack.at(-1)!.nodes.length > 0) {
        const { nodes } = stack.pop()!;
        add({ type: 'link', href, children: nodes });
        at = TARGET.lastIndex;
      } else {
        flatten();
        add({ type: 'text', text: ']' });
        at += 1;
      }
    } else {
      ADDRESS.lastIndex = at;
      const address = char === 'h' && !isOpen('[') && !/\w/.test(text[at - 1] ?? ' ') ? ADDRESS.exec(text)?.[0] : null;
      const href = address ? hrefOf(address) : null;
      if (address && href !== null) add({ type: 'link', href, children: [{ type: 'text', text: address }] });
      else add({ type: 'text', text: address ?? char });
      at += (address ?? char).length;
    }
  }
  flattenTo('');
  return stack[0]!.nodes;
}

/** Nothing between two markers is no emphasis. */
function isWorth(stack: readonly Frame[], marker: Frame['marker']): boolean {
  const top = stack.at(-1)!;
  return top.marker !== marker || top.nodes.length > 0;
}

function hrefOf(target: string): string | null {
  if (target.startsWith('#')) return parseReaderHash(target) ? target : null;
  if (!/^https?:\/\//i.test(target)) return null;
  return URL.canParse(target) ? target : null;
}
