/** The longest text that is taken, in UTF-16 code units: sixty times the longest report at hand; see MAX_TEXT in lib/page/textMap.ts. */
export const LONGEST_TEXT = 2_000_000;

/** The largest file that is opened, in bytes: a scan of two hundred pages has some sixty million. */
export const LARGEST_FILE = 128 * 1024 * 1024;

/** Four bytes hold any character: a longer file of plain text is too long whatever its charset. */
export const LARGEST_TEXT_FILE = LONGEST_TEXT * 4;

/** A saved page carries scripts and styles many times its text. */
export const LARGEST_PAGE = 32 * 1024 * 1024;
