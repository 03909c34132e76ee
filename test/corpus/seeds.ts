import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { BundledReport, ReportIndex } from '../../lib/corpus/types';
import { pageOf, readGlossary } from '../../lib/report/glossary';
import { readSections } from '../../lib/report/sections';
import { normalise } from '../../lib/text/normal';

const SEEDS = new URL('../../seeds/', import.meta.url);

/** The bundled reports with what matching leans on: sections and glossary, but neither mentions nor observations. */
export function readSeeds(): ReportIndex {
  const read = (path: string) => readFileSync(new URL(path, SEEDS), 'utf8');
  const catalog = parse(read('catalog.yaml')) as (BundledReport & { sha256: string })[];
  const reports = catalog.map(({ sha256: _, ...entry }): BundledReport => {
    const text = read(`reports/${entry.id}.txt`);
    const normal = normalise(text);
    const sections = readSections(normal);
    const glossary = readGlossary(normal, sections).map((one) => ({ ...one, page: pageOf(one.callout) }));
    return { ...entry, partOf: entry.partOf ?? null, text, sections, glossary, mentions: [], observations: [] };
  });
  return { reports, indicators: parse(read('indicators.yaml')) as ReportIndex['indicators'] };
}
