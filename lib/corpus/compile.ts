import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { parse } from 'yaml';
import { type Analysis, analyze } from '../analyze';
import { quotedSpellings } from '../glossary/mentions';
import { foldedNames } from '../indicators/lexicon';
import type { Indicator } from '../indicators/types';
import { pageOf, readGlossary } from '../report/glossary';
import { readSections } from '../report/sections';
import { normalise } from '../text/normal';
import { compileTerms } from './terms';
import type { BundledReport, ReportIndex } from './types';
import { SeedError, verifyReport } from './verify';

const SEEDS = fileURLToPath(new URL('../../seeds/', import.meta.url));

const Catalog = v.array(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
    kind: v.picklist(['report', 'continuation', 'article']),
    title: v.string(),
    short: v.string(),
    place: v.string(),
    level: v.picklist(['nation', 'province', 'prefecture', 'county', 'township']),
    year: v.number(),
    reviewYear: v.nullable(v.number()),
    partOf: v.optional(v.string()),
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  }),
);

const Indicators = v.array(
  v.looseObject({
    id: v.pipe(v.string(), v.regex(/^[a-z0-9_]+$/)),
    name: v.string(),
    aliases: v.array(v.string()),
    unit: v.array(v.string()),
  }),
);

/**
 * Compiles the documents in `seeds` (a folder laid out like this project's) into the bundled index. Node only.
 * Throws a SeedError, which names file, line and text, when a file is not the catalogued one or when an entry does not
 * point at the characters that it claims.
 */
export function compileIndex(seeds: string = SEEDS): ReportIndex {
  const catalog = readYaml(join(seeds, 'catalog.yaml'), Catalog);
  const listed: Indicator[] = readYaml(join(seeds, 'indicators.yaml'), Indicators);
  const indicators = listed.map((indicator) => ({ ...indicator, folded: foldedNames(indicator) }));
  const files = readdirSync(join(seeds, 'reports')).sort();
  for (const file of files) {
    if (!catalog.some((entry) => `${entry.id}.txt` === file)) {
      throw new SeedError(join('seeds/reports', file), 1, file, 'has no entry in seeds/catalog.yaml; add one');
    }
  }

  const documents = catalog.map((entry) => {
    const file = `seeds/reports/${entry.id}.txt`;
    const bytes = readFileSync(join(seeds, 'reports', `${entry.id}.txt`));
    if (createHash('sha256').update(bytes).digest('hex') !== entry.sha256) {
      throw new SeedError(file, 1, entry.sha256, 'is not the catalogued document: its sha256 differs');
    }
    if (entry.partOf && !catalog.some((other) => other.id === entry.partOf)) {
      throw new SeedError('seeds/catalog.yaml', 1, entry.partOf, `is named as the whole of ${entry.id} but not listed`);
    }
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    return { id: entry.id, entry, file, text, glossary: ownGlossary(text) };
  });

  const glossary = readFileSync(join(seeds, 'glossary.yaml'), 'utf8');
  const written = compileTerms(glossary, parse(glossary), documents);
  const terms = [...documents.flatMap((document) => document.glossary), ...written];
  const reports = documents.map(({ entry, file, text }): BundledReport => {
    const { sha256: _, partOf, ...meta } = entry;
    const analysis = analyze(text, { indicators, terms }, {}, meta);
    const report = { ...meta, partOf: partOf ?? null, text, ...entries(analysis) };
    verifyReport(report, file, terms);
    return report;
  });
  return { reports, indicators, terms: written };
}

function ownGlossary(text: string) {
  const normal = normalise(text);
  return readGlossary(normal, readSections(normal));
}

function entries(analysis: Analysis): Pick<BundledReport, 'sections' | 'glossary' | 'mentions' | 'observations'> {
  const { sections, glossary, mentions, observations } = analysis;
  return {
    sections,
    glossary: glossary.map((entry) => ({ ...entry, ...quotedSpellings(entry), page: pageOf(entry.callout) })),
    mentions,
    observations,
  };
}

function readYaml<T extends v.GenericSchema>(path: string, schema: T): v.InferOutput<T> {
  const result = v.safeParse(schema, parse(readFileSync(path, 'utf8')));
  if (result.success) return result.output;
  const issue = result.issues[0];
  const file = join('seeds', relative(join(path, '..'), path) || basename(path));
  throw new SeedError(file, 1, v.getDotPath(issue) ?? '', issue.message);
}
