import * as v from 'valibot';
import {
  type Entry,
  type Ground,
  type Sense,
  type WrittenEntry,
  WrittenGlossary,
  type WrittenSense,
} from '../glossary/entries';
import { membersAnnounced } from '../glossary/members';
import type { Definition } from '../report/types';
import { normalise } from '../text/normal';
import { SeedError } from './verify';

const FILE = 'seeds/glossary.yaml';
/** Lengths of a definition and of a quoted term, in characters; the issue's. */
const SHORTEST = 20;
const LONGEST = 300;
const QUOTED = /[“"]([^“”"\n。！？；]{2,14})[”"]/g;

interface SeedText {
  id: string;
  text: string;
  glossary: readonly Definition[];
}

/**
 * The entries of the bundled glossary: those written in seeds/glossary.yaml (`source` is its text, `data` what YAML reads
 * in it), then the terms that the seeds quote and nobody defines. Throws a SeedError that names the line of the first
 * entry that breaks a rule of CONTRIBUTING.md.
 */
export function compileTerms(source: string, data: unknown, seeds: readonly SeedText[]): Entry[] {
  const written = readWritten(source, data);
  const check = checker(source);
  checkSpellings(written.entries, seeds, check);
  const sentences = new Set(seeds.flatMap(({ text }) => sentencesOf(text)));
  const known = new Set([
    ...written.entries.map(({ term }) => term),
    ...seeds.flatMap(({ glossary }) => glossary.map(({ term }) => term)),
  ]);
  const entries = written.entries.map((entry): Entry => {
    const { term, aliases = [], quoted = [], confused = null, related = [] } = entry;
    for (const other of related) {
      check(known.has(other) && other !== term, term, `is said to be related to “${other}”, which is no other entry`);
    }
    for (const spelling of quoted) {
      check(
        [term, ...aliases].includes(spelling),
        term,
        `wants “${spelling}” in quotation marks but is not spelled so`,
      );
    }
    const senses = 'senses' in entry ? entry.senses : [entry as WrittenSense];
    return { term, aliases, quoted, senses: senses.map((s) => readSense(s)), confused, related };

    function readSense(sense: WrittenSense): Sense {
      const { place = null, from = null, to = null, sentence, full = '', members = [], since = null, sure } = sense;
      const length = sentence.length + full.length + members.join('、').length;
      check(
        length >= SHORTEST && length <= LONGEST,
        term,
        `has a definition of ${length} characters, not ${SHORTEST}–${LONGEST}`,
      );
      const announced = entry.uncounted ? null : membersAnnounced(term);
      check(
        announced === null || members.length === announced,
        term,
        `announces ${announced} members and lists ${members.length}`,
      );
      const ground = readGround(term, sense.ground, seeds, check);
      if (ground.kind !== 'seed') {
        const copied = sentencesOf(`${sentence}\n${full}`).find((each) => sentences.has(each));
        check(copied === undefined, term, `repeats a sentence of a seed without quoting it: “${copied}”`);
      }
      return { place, from, to, sentence, full, members, since, ground, sure };
    }
  });
  return [...entries, ...quotedTerms(seeds, entries, written.plain)];
}

type Check = (holds: boolean, term: string, reason: string) => void;

function checker(source: string): Check {
  return (holds, term, reason) => {
    if (!holds) throw new SeedError(FILE, lineOf(source, term), term, reason);
  };
}

function readWritten(source: string, data: unknown): WrittenGlossary {
  const result = v.safeParse(WrittenGlossary, data);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const [key, at] = issue.path?.map(({ key }) => key) ?? [];
  const blocks = source.split(/^- term:/m);
  const upTo = key === 'entries' && typeof at === 'number' ? at + 1 : 0;
  const line = blocks.slice(0, upTo).join('- term:').split('\n').length;
  const [term = ''] = upTo === 0 ? [] : blocks[upTo]!.split('\n');
  throw new SeedError(FILE, line, term.trim(), `is not written as an entry is: ${issue.message}`);
}

/** Entries stand in order, and no spelling belongs to two terms, those of the seeds' own glossaries among them. */
function checkSpellings(entries: readonly WrittenEntry[], seeds: readonly SeedText[], check: Check): void {
  const owner = new Map<string, string>();
  for (const { glossary } of seeds) {
    for (const { term, aliases } of glossary) for (const each of [term, ...aliases]) owner.set(bare(each), bare(term));
  }
  const mine = new Set<string>();
  for (const [i, { term, aliases = [] }] of entries.entries()) {
    check(
      i === 0 || entries[i - 1]!.term < term,
      term,
      'does not stand in order; entries are sorted by their characters',
    );
    for (const spelling of [term, ...aliases]) {
      const key = bare(spelling);
      check(
        normalise(spelling).text === spelling,
        term,
        `is spelled “${spelling}”, not in the normal form of lib/text`,
      );
      check(!mine.has(key), term, `is spelled “${spelling}”, as another entry or alias is`);
      const other = owner.get(key);
      check(
        other === undefined || other === bare(term),
        term,
        `is spelled “${spelling}”, which a seed defines as “${other}”`,
      );
      mine.add(key);
    }
  }
}

function readGround(term: string, ground: WrittenSense['ground'], seeds: readonly SeedText[], check: Check): Ground {
  if (ground === 'general knowledge') return { kind: 'general' };
  if ('title' in ground) return { kind: 'document', ...ground };
  const text = seeds.find(({ id }) => id === ground.seed)?.text ?? '';
  const start = text.indexOf(ground.quote);
  const once = start >= 0 && text.indexOf(ground.quote, start + 1) < 0;
  check(once, term, `quotes “${ground.quote}”, which does not stand exactly once in “${ground.seed}”`);
  return { kind: 'seed', report: ground.seed, start, end: start + ground.quote.length };
}

/** The terms that the seeds put in quotation marks and neither define nor have in the written glossary. */
function quotedTerms(seeds: readonly SeedText[], entries: readonly Entry[], plain: readonly string[]): Entry[] {
  const taken = new Set(plain.map(bare));
  for (const { term, aliases } of [...entries, ...seeds.flatMap(({ glossary }) => glossary)]) {
    for (const spelling of [term, ...aliases]) taken.add(bare(spelling));
  }
  const found: Entry[] = [];
  for (const { text, glossary } of seeds) {
    const normal = normalise(text);
    for (const match of normal.text.matchAll(QUOTED)) {
      const { start } = normal.toSource(match.index, match.index + 1);
      if (glossary.some((definition) => start >= definition.start && start < definition.end)) continue;
      const term = match[1]!.replace(/ /g, '');
      if (taken.has(bare(term))) continue;
      taken.add(bare(term));
      found.push({ term, aliases: [], quoted: [term], senses: [], confused: null, related: [] });
    }
  }
  return found.sort((a, b) => (a.term < b.term ? -1 : 1));
}

function bare(spelling: string): string {
  return normalise(spelling).text.replace(/[“”"'‘’\s]/g, '');
}

/** Sentences of twelve characters and more in normal form; a shorter one is a name or a list that anybody would write. */
function sentencesOf(text: string): string[] {
  return normalise(text)
    .text.split(/[。；！？\n]/)
    .map((sentence) => sentence.trim())
    .filter(({ length }) => length >= 12);
}

/** The line of an entry, whether or not its term is written in quotation marks. */
function lineOf(source: string, term: string): number {
  const lines = source.split('\n').map((line) => line.replace(/^- term: '?(.*?)'?$/, '- term: $1'));
  return lines.indexOf(`- term: ${term}`) + 1;
}
