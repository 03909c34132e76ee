import type { Messages } from './zh_CN';

const measure: Messages['measure'] = {
  level: 'level',
  growth: 'growth',
  average_growth: 'average yearly growth',
  multiple: 'multiple',
  change: 'change',
  rank: 'rank',
  structure: 'structure',
};

function yearsOf(from: number | null, to: number | null): string {
  if (to === null) return 'year open';
  return from === null || from === to ? `${to}` : `${from}–${to}`;
}

export const en: Messages = {
  lang: 'en',
  name: 'Report Margins',
  official: 'official',
  ownDefinition: 'in this document',
  noDefinition: 'No definition bundled',
  appendix: (report, page) => `${report}, glossary${page === null ? '' : `, p. ${page}`}`,
  alsoUsed: 'Also used in',
  moreUses: (count) => `${count} more`,
  goToSource: 'Source',
  writeNote: 'Note',
  copy: 'Copy',
  copied: 'Copied',
  copyForm: { text: 'as text', tsv: 'as a table row', citation: 'as a citation' },
  close: 'Close',
  escape: 'Esc',
  alsoHere: 'Also here',
  status: { actual: 'actual', estimate: 'estimate', target: 'target' },
  bound: { about: 'about', at_least: 'at least', at_most: 'at most' },
  measure,
  years: yearsOf,
  period: (kind, from, to) => {
    const years = yearsOf(from, to);
    const isSpan = from !== null && from !== to;
    if (to === null) return measure[kind];
    if (kind === 'growth' && isSpan) return `${to} over ${from - 1}`;
    if (kind === 'growth') return `${years} on the year before`;
    if (kind === 'average_growth') return `yearly average ${years}`;
    if (kind === 'multiple' && isSpan) return `${to} as a multiple of ${from - 1}`;
    if (kind === 'level') return years;
    return `${measure[kind]}, ${years}`;
  },
  plainFigure: 'A number that was not read in full',
  unlisted: 'not in the list of indicators',
  inBundled: 'The same indicator in the bundled reports',
  trend: (place) => `${place}; hollow points are targets`,
  notInBundled: 'The bundled reports do not give this indicator.',
  column: { report: 'Report', year: 'Year', target: 'Target', actual: 'Actual' },
  figures: {
    title: 'All figures',
    none: 'No figures were read.',
    indicator: 'Indicator',
    value: 'Value',
    status: 'Kind',
    csv: 'Export CSV',
    json: 'Export JSON',
    unread: (count) => `${count} more figures could not be read in full and are left out.`,
  },
  note: 'Note',
  noteFor: (quote) => `Note on “${quote}”`,
  notePlaceholder: 'Write in the margin…',
  save: 'Save',
  saveHint: 'Ctrl+Enter saves',
  cancel: 'Cancel',
  edit: 'Edit',
  remove: 'Delete',
  removeSure: 'Really delete',
  noteFailed: (reason) => `Not stored: ${reason} Your text is still here; try again or copy it first.`,
  removeFailed: (reason) => `Not deleted: ${reason}`,
  orphanedNotes: (count) => `${count} notes could not be placed on this page`,
  noteState: {
    exact: '',
    moved: '',
    edited: 'passage edited',
    value_changed: 'value changed',
    ambiguous: 'place uncertain',
    orphaned: 'passage not found',
  },
  sections: 'Matching sections',
  sectionsOf: (heading) => `Matching “${heading}”`,
  noSections: 'No bundled report has a matching section.',
  selectionBar: 'Selected text',
  outline: 'Outline',
  library: 'Bundled reports',
  toTop: 'To the top',
  popup: {
    looking: 'Reading this page…',
    cannot: 'The browser does not let extensions read this page (its own pages and the extension store, for example).',
    none: 'This page does not look like a government work report.',
    report: 'This page is a government work report',
    excerpt: 'This page is a part of a government work report',
    related: 'This page is about a government work report',
    because: 'Why',
    counts: (terms, figures, notes) => `${terms} terms · ${figures} figures · ${notes} notes`,
    annotated: 'Marked.',
    openReader: 'Open the bundled reports',
    keys: 'Keys: Alt+J / Alt+K next, previous; Alt+M note; Alt+S matching sections; Esc close',
  },
  reader: {
    missing: (id) => `No report “${id}” is bundled. Choose one below.`,
    source: (name) => `File: seeds/reports/${name}.txt`,
  },
};
