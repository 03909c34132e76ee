/** A place in a bundled report: a passage, a section, or the report's beginning. */
export interface ReaderPlace {
  reportId: string;
  sectionId?: string;
  start?: number;
  end?: number;
  /** The id of another version of the same report, to see the differences from it. */
  against?: string;
}

/** The reader page's address of the list of reports. */
export const LIBRARY_HASH = '#';

/** The reader page's address of the notebook; no report has this name. */
export const NOTEBOOK_HASH = '#notebook';

/** Writes a place as the reader page's address: `#hengyang-2020`, `#hengyang-2020/3.1` or `#hengyang-2020@120-164`, or `#a~b` for the differences of a from b. */
export function readerHash({ reportId, sectionId, start, end, against }: ReaderPlace): string {
  if (against) return `#${reportId}~${against}`;
  if (start !== undefined && end !== undefined) return `#${reportId}@${start}-${end}`;
  return sectionId ? `#${reportId}/${sectionId}` : `#${reportId}`;
}

/** Reads what `readerHash` writes; null for anything else, the notebook too. */
export function parseReaderHash(hash: string): ReaderPlace | null {
  if (hash === NOTEBOOK_HASH) return null;
  const found = /^#([a-z0-9-]{1,80})(?:\/(\d{1,3}(?:\.\d{1,3}){0,8})|@(\d{1,7})-(\d{1,7})|~([a-z0-9-]{1,80}))?$/.exec(
    hash,
  );
  if (!found) return null;
  const [, reportId, sectionId, start, end, against] = found;
  if (against) return { reportId: reportId!, against };
  if (start !== undefined) return { reportId: reportId!, start: Number(start), end: Number(end) };
  return sectionId ? { reportId: reportId!, sectionId } : { reportId: reportId! };
}
