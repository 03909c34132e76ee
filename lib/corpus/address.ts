/** A place in a report: a passage, a section, or the report's beginning. */
export interface ReaderPlace {
  reportId: string;
  sectionId?: string;
  start?: number;
  end?: number;
  /** The id of another version of the same report, to see the differences from it. */
  against?: string;
  /** The id of the report that is read beside this one. */
  beside?: string;
}

/** The reader page's address of the list of reports. */
export const LIBRARY_HASH = '#';

/** The reader page's address of the notebook; no report has this name. */
export const NOTEBOOK_HASH = '#notebook';

/**
 * Writes a place as the reader page's address: `#hengyang-2020`, `#hengyang-2020/3.1` or `#hengyang-2020@120-164`, each
 * with `+b` to read the report b beside it, or `#a~b` for the differences of a from b.
 */
export function readerHash({ reportId, sectionId, start, end, against, beside }: ReaderPlace): string {
  if (against) return `#${reportId}~${against}`;
  const other = beside ? `+${beside}` : '';
  if (start !== undefined && end !== undefined) return `#${reportId}@${start}-${end}${other}`;
  return (sectionId ? `#${reportId}/${sectionId}` : `#${reportId}`) + other;
}

const ID = '[a-z0-9-]{1,80}';
const ADDRESS = new RegExp(
  `^#(${ID})(?:~(${ID})|(?:/(\\d{1,3}(?:\\.\\d{1,3}){0,8})|@(\\d{1,7})-(\\d{1,7}))?(?:\\+(${ID}))?)$`,
);

/** Reads what `readerHash` writes; null for anything else, the notebook too. */
export function parseReaderHash(hash: string): ReaderPlace | null {
  if (hash === NOTEBOOK_HASH) return null;
  const found = ADDRESS.exec(hash);
  if (!found) return null;
  const [, reportId, against, sectionId, start, end, beside] = found;
  return {
    reportId: reportId!,
    ...(against && { against }),
    ...(sectionId && { sectionId }),
    ...(start && { start: Number(start), end: Number(end) }),
    ...(beside && { beside }),
  };
}
