import type { Definition } from '../report/types';
import { type NormalText, normalise } from '../text/normal';
import { Trie } from '../text/trie';
import type { Mention } from './types';

interface Spelling {
  term: string;
  source: Mention['source'];
  /** The term's own definition, in source offsets; the term is not mentioned there but defined. */
  definition: { start: number; end: number } | null;
  /** The call-out that the document's own entry has, in normal form; null for others. */
  callout: string | null;
  /** An ordinary word too: it is the term only where quotation marks make it one. */
  needsQuotes: boolean;
}

/**
 * A term of the bundled index. `quoted` names the spellings that count only in quotation marks, where that is known; the
 * spellings of such a term are in normal form.
 */
export interface KnownTerm {
  term: string;
  aliases: readonly string[];
  quoted?: readonly string[];
}

const QUOTES = '“”‘’"\'《》〈〉';
const ANY_QUOTE = new RegExp(`[${QUOTES}]`, 'g');
const WORD = /[0-9A-Za-z]/;
const NUMERAL = /[一二三四五六七八九十百千万]/;

/**
 * Every place where a defined term stands, with or without its quotation marks, in one pass: the longest term wins and
 * keeps the shorter ones inside it as `nested`. The document's own terms come before bundled ones of the same spelling.
 */
export function findMentions(normal: NormalText, own: readonly Definition[], bundled: readonly KnownTerm[]): Mention[] {
  const tries: Tries = [ownTrie(own), bundledTrie(bundled)];
  const page = pageOf(normal.text);
  const mentions: Mention[] = [];
  const nexts = tries.map((trie) => ({ trie, at: -1 }));
  for (let i = 0; i < page.bare.length; ) {
    // Each trie says how far nothing of it begins; most of a text is passed over so.
    for (const next of nexts) if (next.at < i) next.at = next.trie.next(page.bare, i);
    i = Math.min(...nexts.map(({ at }) => at));
    const match = matchesAt(normal, page, tries, i).at(-1);
    if (!match) {
      i++;
      continue;
    }
    const mention = mentionOf(normal, page, i, match);
    const nested = nestedIn(normal, page, tries, i, match);
    mentions.push(nested.length > 0 ? { ...mention, nested } : mention);
    i = match.end;
  }
  return mentions;
}

/** The text without quotation marks, and where each of its characters stands in the text. */
interface Page {
  bare: string;
  at(offset: number): number;
}

type Tries = readonly [own: Trie<Spelling>, bundled: Trie<Spelling>];

interface Match {
  end: number;
  value: Spelling;
}

/** The terms that stand at a place, shortest first; a spelling of the document's own hides the bundled one. */
function matchesAt(normal: NormalText, page: Page, [own, bundled]: Tries, start: number): Match[] {
  const mine = own.matches(page.bare, start);
  const others = bundled.matches(page.bare, start);
  if (mine.length === 0 && others.length === 0) return [];
  return [...mine, ...others.filter(({ end }) => !mine.some((match) => match.end === end))]
    .filter((match) => stands(normal, page, start, match))
    .sort((x, y) => x.end - y.end);
}

function nestedIn(normal: NormalText, page: Page, tries: Tries, start: number, outer: Match): Mention[] {
  const nested: Mention[] = [];
  const next = (from: number) => Math.min(...tries.map((trie) => trie.next(page.bare, from, outer.end)));
  for (let i = next(start); i < outer.end; i = next(i + 1)) {
    for (const match of matchesAt(normal, page, tries, i)) {
      if (match.end > outer.end || match.value.term === outer.value.term) continue;
      nested.push(mentionOf(normal, page, i, match));
    }
  }
  return nested;
}

function mentionOf(normal: NormalText, { at }: Page, start: number, { end, value }: Match): Mention {
  const range = normal.toSource(at(start), at(end - 1) + 1);
  return { term: value.term, start: range.start, end: range.end, source: value.source };
}

function stands(normal: NormalText, { bare, at }: Page, start: number, { end, value }: Match): boolean {
  const first = bare[start]!;
  const before = bare[start - 1] ?? '';
  if (WORD.test(first) && WORD.test(before)) return false;
  // A call-out marks what stands before it as the term, were it an ordinary word and were its number a part of it.
  const called = value.callout !== null && bare.startsWith(value.callout, end);
  if (!called && WORD.test(bare[end - 1]!) && WORD.test(bare[end] ?? '')) return false;
  const opened = isQuote(normal.text[at(start) - 1]);
  const closed = isQuote(normal.text[at(end - 1) + 1]);
  // 三资 is not in 十三资, 五年 not in 第五年.
  if (!opened && NUMERAL.test(first) && (NUMERAL.test(before) || before === '第')) return false;
  if (value.needsQuotes && !called && !(opened && closed)) return false;
  if (!value.definition) return true;
  const { start: offset } = normal.toSource(at(start), at(start) + 1);
  return offset < value.definition.start || offset >= value.definition.end;
}

function ownTrie(own: readonly Definition[]): Trie<Spelling> {
  const trie = new Trie<Spelling>();
  for (const { term, aliases, start, end, callout } of own) {
    const mark = callout === null ? null : normalise(callout).text;
    add(trie, term, aliases, { source: 'document', definition: { start, end }, callout: mark });
  }
  return trie;
}

/**
 * Which of a bundled term's spellings count only in quotation marks, found out once for all pages; nothing where a
 * spelling is not in normal form.
 */
export function quotedSpellings({ term, aliases }: KnownTerm): Pick<KnownTerm, 'quoted'> {
  const spellings = [term, ...aliases];
  if (spellings.some((spelling) => normalise(spelling).text !== spelling)) return {};
  const whole = withoutQuotes(term);
  return { quoted: spellings.filter((spelling) => isOrdinary(withoutQuotes(spelling), term, whole, 'bundled')) };
}

/** Building the trie of a thousand bundled spellings costs more than reading a report with it, so it is kept. */
const bundledTries = new WeakMap<readonly KnownTerm[], Trie<Spelling>>();

function bundledTrie(bundled: readonly KnownTerm[]): Trie<Spelling> {
  const known = bundledTries.get(bundled);
  if (known) return known;
  const trie = new Trie<Spelling>();
  for (const { term, aliases, quoted } of bundled) {
    add(trie, term, aliases, { source: 'bundled', definition: null, callout: null }, quoted);
  }
  bundledTries.set(bundled, trie);
  return trie;
}

function add(
  trie: Trie<Spelling>,
  term: string,
  aliases: readonly string[],
  entry: Pick<Spelling, 'source' | 'definition' | 'callout'>,
  quoted?: readonly string[],
): void {
  // The compiler has seen to the form of the bundled spellings; folding a thousand of them again would cost each page.
  const bareOf = (spelling: string) => withoutQuotes(quoted ? spelling : normalise(spelling).text);
  const whole = bareOf(term);
  for (const spelling of [term, ...aliases]) {
    const bare = bareOf(spelling);
    if (bare.length === 0) continue;
    trie.add(bare, {
      ...entry,
      term,
      needsQuotes: quoted?.includes(spelling) ?? isOrdinary(bare, term, whole, entry.source),
    });
  }
}

/** 两个大局, 三大攻坚战: elsewhere the same words count other things (统筹国内国际两个大局). */
const COUNTED = /^[一二两三四五六七八九十]{1,2}[个大项条]/;

/**
 * Two characters (两新) are an ordinary word as well, and so are three that the glossary itself quotes, and the quoted
 * core of a longer term (农业龙头企业“三个全覆盖”), and in another document whatever only counts.
 */
function isOrdinary(bare: string, term: string, whole: string, source: Mention['source']): boolean {
  if (source === 'bundled' && COUNTED.test(bare)) return true;
  if (bare.length <= 2 && !WORD.test(bare)) return true;
  if (bare.length <= 3 && !WORD.test(bare) && term.startsWith('“')) return true;
  return bare.length < whole.length && term.includes(`“${bare}”`);
}

function isQuote(char: string | undefined): boolean {
  return char !== undefined && QUOTES.includes(char);
}

function withoutQuotes(text: string): string {
  return text.replace(ANY_QUOTE, '');
}

function pageOf(text: string): Page {
  /** For each quotation mark, the first of the bare characters behind it. */
  const behind: number[] = [];
  for (const { index } of text.matchAll(ANY_QUOTE)) behind.push(index - behind.length);
  const at = (offset: number) => {
    let low = 0;
    let high = behind.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (behind[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  };
  return { bare: withoutQuotes(text), at };
}
