import { LibraryError, type LibraryErrorCode } from '../library/errors';

/** The sentences of lib/library/errors.ts in English. */
const ENGLISH: Record<LibraryErrorCode, string> = {
  no_database:
    'The library cannot be opened. Make sure that the browser may store data (a private window may not), then restart it.',
  newer_database: 'The library was written by a newer version of the extension. Update the extension to open it.',
  no_space:
    'The disk is full and the report was not added. Make some room and try again; what was added before is there.',
  write_failed: 'The report was not written to the library. Try again; if that does not help, restart the browser.',
  missing: 'This report is no longer in the library; another tab may have removed it. Reload the page.',
  bundled: 'Bundled reports can be neither changed nor removed.',
  invalid: 'The place, the year or the title is not as it should be; nothing was changed. Check them and try again.',
  forbidden: 'This page cannot add reports. Add a report from the web page that it is on.',
  stopped: 'The background thread of the library has stopped. Reload the page and try again.',
  not_archive: 'This file was not exported from a library. Choose an exported zip file.',
  newer_archive: 'This file was exported by a newer version of the extension. Update the extension first.',
  broken_archive: 'This file is incomplete or was changed; nothing was imported. Export it again.',
  large_archive: 'This file is too large for an exported library; nothing was imported.',
};

/** What an error of the library says to a reader of that language; any other error in its own words. */
export function reasonOf(error: unknown, lang: string): string {
  if (error instanceof LibraryError && lang === 'en') return ENGLISH[error.code];
  return error instanceof Error ? error.message : String(error);
}
