import { csvOf } from '../text/csv';
import { tagsOf } from './tags';
import type { Note } from './types';
import { quoteOf, wordsOf } from './words';

export const NOTE_FORMATS = ['jsonld', 'md', 'csv'] as const;
export type NoteFormat = (typeof NOTE_FORMATS)[number];

/** The notes as the content of a file; the format is also the ending of its name. */
export function exportNotes(notes: readonly Note[], format: NoteFormat): string {
  return { jsonld: toJsonLd, md: toMarkdown, csv: toCsv }[format](notes);
}

/** All that there is of the notes, as Web Annotation JSON-LD; `readNotes` gives back the very same notes. */
export function toJsonLd(notes: readonly Note[]): string {
  return `${JSON.stringify(notes, null, 1)}\n`;
}

const COLUMNS = ['ID', 'CREATED', 'MODIFIED', 'PLACE', 'YEAR', 'QUOTE', 'NOTE', 'TAGS', 'COLOUR', 'URL'] as const;

/** One row a note, for spreadsheet programs. */
export function toCsv(notes: readonly Note[]): string {
  const rows = notes.map((note) => [
    note.id,
    note.created,
    note.modified,
    note.report?.place ?? '',
    note.report ? String(note.report.year) : '',
    quoteOf(note).exact,
    wordsOf(note),
    tagsOf(note).join(' '),
    note.target.styleClass ?? '',
    note.target.source,
  ]);
  return csvOf([COLUMNS, ...rows]);
}

/** For reading: the notes of each report under its name, each with its passage and a link to it. */
export function toMarkdown(notes: readonly Note[]): string {
  const reports = new Map<string, Note[]>();
  for (const note of notes) {
    const title = note.report ? `${note.report.place} ${note.report.year} 年政府工作报告` : '其他页面';
    const chapter = reports.get(title);
    if (chapter) chapter.push(note);
    else reports.set(title, [note]);
  }
  const chapters = [...reports].map(([title, list]) => `# ${plain(title)}\n\n${list.map(entry).join('\n')}`);
  return chapters.join('\n');
}

function entry(note: Note): string {
  const quote = quoteOf(note)
    .exact.trim()
    .split(/\s*\n\s*/);
  const words = wordsOf(note);
  const link = passageLink(note);
  const date = note.created.slice(0, 10);
  return [
    ...quote.map((line) => `> ${plain(line)}`),
    '',
    // The note is the reader's own Markdown and stays as it was written.
    ...(words ? [words, ''] : []),
    link ? `[${date} 原文](<${link}>)` : date,
    '',
  ].join('\n');
}

/** A text-fragment link to the passage (WICG scroll-to-text-fragment); null where the source is no web address. */
export function passageLink(note: Note): string | null {
  const { source } = note.target;
  if (!/^https?:\/\/[^\s<>]+$/.test(source)) return null;
  const { exact, prefix, suffix } = quoteOf(note);
  const lines = exact.split('\n').map((line) => line.trim());
  const first = lines.find((line) => line !== '') ?? '';
  const last = lines.findLast((line) => line !== '') ?? '';
  // A fragment's text may not run over paragraphs, and a long one is better told by its two ends.
  const range = lines.length > 1 || exact.length > LONG;
  const words = range ? [first.slice(0, END), last.slice(-END)] : [first];
  const before = prefix.split('\n').at(-1)!.trim().slice(-CONTEXT);
  const after = suffix.split('\n')[0]!.trim().slice(0, CONTEXT);
  const parts = [
    ...(before ? [`${encode(before)}-`] : []),
    ...words.map(encode),
    ...(after ? [`-${encode(after)}`] : []),
  ];
  return `${source}#:~:text=${parts.join(',')}`;
}

const LONG = 100;
const END = 16;
const CONTEXT = 8;

/** The hyphen and the comma part a fragment's texts, and brackets part Markdown's links. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/[-()'!*~]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
}

/** A text of the page, which is no Markdown. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#&|~]/g, '\\$&');
}
