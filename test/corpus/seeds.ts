import { readdirSync, readFileSync } from 'node:fs';
import type { BundledReport, ReportIndex } from '../../lib/corpus/types';
import type { Section } from '../../lib/report/types';

/** The seeds with their printed headings, enough of an index for matching. */
export function readSeeds(): ReportIndex {
  const folder = new URL('../../seeds/reports/', import.meta.url);
  const reports = readdirSync(folder)
    .sort()
    .map((name) => bundle(name.replace(/\.txt$/, ''), readFileSync(new URL(name, folder), 'utf8')));
  return { reports, indicators: [], terms: [] };
}

function bundle(id: string, text: string): BundledReport {
  return {
    id,
    kind: 'report',
    title: id,
    short: id,
    place: '',
    level: 'prefecture',
    year: 0,
    reviewYear: null,
    partOf: null,
    text,
    sections: headings(text),
    glossary: [...text.matchAll(/^\s*\d{1,2}\.[^\n]{2,30}（P\d+）.*$/gm)].map((entry) => ({
      term: '',
      aliases: [],
      text: '',
      start: entry.index + entry[0].search(/\d/),
      end: entry.index + entry[0].length,
      callout: null,
      page: null,
    })),
    mentions: [],
    observations: [],
  };
}

function headings(text: string): Section[] {
  const sections: Section[] = [];
  const marks = [
    ...text.matchAll(/^[#* ]*([一二三四五六七八九]、|[（(][一二三四五六七八九][）)])\s*([^。\n]{2,50})/gm),
  ];
  let chapter = 0;
  let part = 0;
  for (const [i, mark] of marks.entries()) {
    const level = mark[1]!.endsWith('、') ? 1 : 2;
    if (level === 1) {
      chapter++;
      part = 0;
    } else part++;
    const end = marks.slice(i + 1).find((next) => level === 2 || next[1]!.endsWith('、'))?.index ?? text.length;
    const heading = mark[1]! + mark[2]!;
    sections.push({ id: level === 1 ? `${chapter}` : `${chapter}.${part}`, level, heading, start: mark.index, end });
  }
  return sections;
}
