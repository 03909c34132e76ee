import type { Definition } from '../report/types';
import { type NormalText, normalise } from '../text/normal';
import { Trie } from './trie';
import type { Mention } from './types';

interface Term {
  term: string;
  source: Mention['source'];
  /** Where the document defines it, in its own offsets; no mention lies inside. */
  own: { start: number; end: number }[];
  /** A term of one or two characters is also an ordinary word: it counts only in quotation marks. */
  needsQuotes: boolean;
}

/** A term of the bundled index; `quoted` names the spellings that count only in quotation marks, where it is known. */
export interface KnownTerm {
  term: string;
  aliases: readonly string[];
  quoted?: readonly string[];
}

const QUOTES = /[“”‘’"'《》〈〉]/;
const WORD = /[0-9A-Za-z]/;
const NUMERAL = /[一二三四五六七八九十百千]/;

/** Every place where a defined term stands, longest match first, with or without its quotation marks. */
export function findMentions(normal: NormalText, own: readonly Definition[], bundled: readonly KnownTerm[]): Mention[] {
  const trie = termTrie(own, bundled);
  const { bare, at } = withoutQuotes(normal.text);
  const mentions: Mention[] = [];
  for (let i = 0; i < bare.length; ) {
    const match = trie.matches(bare, i).findLast(({ end, value }) => stands(normal, bare, at, i, end, value));
    if (!match) {
      i++;
      continue;
    }
    const { start, end } = normal.toSource(at[i]!, at[match.end - 1]! + 1);
    mentions.push({ term: match.value.term, start, end, source: match.value.source });
    i = match.end;
  }
  return mentions;
}

function stands(normal: NormalText, bare: string, at: Uint32Array, start: number, end: number, term: Term): boolean {
  if (WORD.test(bare[start]!) && WORD.test(bare[start - 1] ?? '')) return false;
  if (WORD.test(bare[end - 1]!) && WORD.test(bare[end] ?? '')) return false;
  if (
    NUMERAL.test(bare[start]!) &&
    /[第一二三四五六七八九十]/.test(bare[start - 1] ?? '') &&
    !QUOTES.test(normal.text[at[start]! - 1]!)
  ) {
    return false;
  }
  if (term.needsQuotes) {
    const quoted = QUOTES.test(normal.text[at[start]! - 1] ?? '') && QUOTES.test(normal.text[at[end - 1]! + 1] ?? '');
    if (!quoted) return false;
  }
  if (term.own.length === 0) return true;
  const { start: from } = normal.toSource(at[start]!, at[start]! + 1);
  return !term.own.some((definition) => from >= definition.start && from < definition.end);
}

function termTrie(own: readonly Definition[], bundled: readonly KnownTerm[]): Trie<Term> {
  const trie = new Trie<Term>();
  for (const { term, aliases, start, end } of own) {
    add(trie, term, aliases, { term, source: 'document', own: [{ start, end }], needsQuotes: false });
  }
  for (const { term, aliases, quoted } of bundled) {
    add(trie, term, aliases, { term, source: 'bundled', own: [], needsQuotes: false }, quoted);
  }
  return trie;
}

function add(
  trie: Trie<Term>,
  term: string,
  aliases: readonly string[],
  value: Term,
  quoted?: readonly string[],
): void {
  for (const spelling of [term, ...aliases]) {
    const bare = withoutQuotes(normalise(spelling).text).bare;
    const ordinary = bare.length <= 2 && !/[一二三四五六七八九十]/.test(bare);
    if (bare.length > 0) trie.add(bare, { ...value, needsQuotes: quoted?.includes(spelling) ?? ordinary });
  }
}

/** The text without quotation marks, and for each of its characters the offset in the text. */
function withoutQuotes(text: string): { bare: string; at: Uint32Array } {
  const at = new Uint32Array(text.length);
  const kept: string[] = [];
  for (let i = 0; i < text.length; i++) {
    if (QUOTES.test(text[i]!)) continue;
    at[kept.length] = i;
    kept.push(text[i]!);
  }
  return { bare: kept.join(''), at };
}
