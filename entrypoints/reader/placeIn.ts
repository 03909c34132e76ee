import type { ReaderPlace } from '../../lib/corpus/address';
import type { BundledReport } from '../../lib/corpus/types';
import type { Messages } from '../../lib/locales/zh_CN';

interface Found {
  /** The passage, or the section's heading; null for the report's beginning. */
  range: { start: number; end: number } | null;
  /** What is to be said when the report no longer holds the place; '' when it does. */
  word: string;
}

/** Finds what an address names in a report. */
export function placeIn({ text, sections }: BundledReport, place: ReaderPlace | null, t: Messages): Found {
  const { sectionId, start, end: last } = place ?? {};
  if (start !== undefined && last !== undefined) {
    const isThere = start < last && last <= text.length;
    return isThere ? { range: { start, end: last }, word: '' } : { range: null, word: t.reader.noPassage };
  }
  if (sectionId === undefined) return { range: null, word: '' };
  const section = sections.find(({ id }) => id === sectionId);
  if (!section) return { range: null, word: t.reader.noSection(sectionId) };
  const heading = text.indexOf(section.heading, section.start);
  const newline = text.indexOf('\n', section.start);
  const line = { start: section.start, end: newline < 0 ? text.length : newline };
  // A heading that runs into its paragraph is marked alone; one that is spelt otherwise in the file is marked by its line.
  const end = heading + section.heading.length;
  return { range: heading >= 0 && end <= line.end ? { start: heading, end } : line, word: '' };
}
