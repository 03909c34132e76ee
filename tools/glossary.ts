import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../lib/analyze';
import { compileIndex } from '../lib/corpus/compile';
import { knowledgeOf } from '../lib/corpus/lookup';

/**
 * Figures of the bundled glossary as one JSON object. Given a folder of reports (.txt) and the names of those kept aside,
 * also how much of what the kept reports quote has a definition: of the quoted terms of 2 to 14 characters that stand in
 * at least three reports of the folder, the share of occurrences. Terms that lack one are named from the other reports
 * only, so that the kept ones stay unread.
 */
const USAGE = 'usage: npx tsx tools/glossary.ts [FOLDER KEPT-ASIDE.txt …]';
const QUOTED = /[“"]([^“”"\n]{2,14})[”"]/g;
const FEWEST_REPORTS = 3;

function main([folder, ...kept]: string[]): number {
  const index = compileIndex();
  const written = index.terms.filter(({ senses }) => senses.length > 0);
  const senses = written.flatMap((entry) => entry.senses);
  const figures: Record<string, unknown> = {
    entries: written.length,
    senses: senses.length,
    scoped: senses.filter(({ place, from, to }) => place ?? from ?? to).length,
    spellings: written.reduce((sum, { aliases }) => sum + 1 + aliases.length, 0),
    byGround: count(senses.map(({ ground }) => ground.kind)),
    bySureness: count(senses.map(({ sure }) => sure)),
    onlyInQuotationMarks: written.reduce((sum, { quoted }) => sum + quoted.length, 0),
    official: index.reports.reduce((sum, { glossary }) => sum + glossary.length, 0),
    withoutDefinition: index.terms.length - written.length,
  };
  if (folder) {
    const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    if (!names.length || !kept.length || kept.some((name) => !names.includes(name))) {
      process.stderr.write(`${USAGE}\n`);
      return 2;
    }
    figures.quoted = coverage(folder, names, kept);
  }
  process.stdout.write(`${JSON.stringify(figures, null, 1)}\n`);
  return 0;

  function coverage(folder: string, names: string[], kept: string[]) {
    const defined = new Set([...index.reports.flatMap(({ glossary }) => glossary), ...written].map(({ term }) => term));
    const occurrences = names.flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const { mentions } = analyze(text, knowledgeOf(index));
      return [...text.matchAll(QUOTED)].map((match) => {
        const start = match.index + 1;
        const end = start + match[1]!.length;
        const has = mentions.some((each) => each.start <= start && each.end >= end && defined.has(each.term));
        return { name, term: match[1]!.replace(/\s/g, ''), has };
      });
    });
    const reports = new Map<string, Set<string>>();
    for (const { term, name } of occurrences) reports.set(term, (reports.get(term) ?? new Set()).add(name));
    const frequent = occurrences.filter(({ term }) => reports.get(term)!.size >= FEWEST_REPORTS);
    const share = (some: typeof occurrences) => `${some.filter(({ has }) => has).length} of ${some.length}`;
    const aside = (each: { name: string }) => kept.includes(each.name);
    const lacking = frequent.filter((each) => !aside(each) && !each.has).map(({ term }) => term);
    return {
      keptAside: share(frequent.filter(aside)),
      others: share(frequent.filter((each) => !aside(each))),
      keptAsideAnyNumberOfReports: share(occurrences.filter(aside)),
      lackingInOthers: Object.entries(count(lacking)).sort(([, a], [, b]) => b - a),
    };
  }
}

function count(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

process.exitCode = main(process.argv.slice(2));
