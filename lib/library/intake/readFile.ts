import type { Intake, Progress, RefusalReason } from '../types';
import { decodeText } from './decode';
import { readDocx } from './docx';
import { readHtml } from './html';
import { kindOf } from './kind';
import { LARGEST_FILE, LARGEST_TEXT_FILE, LONGEST_TEXT } from './limits';
import { goOn, Refusal } from './refusal';

const NO_SIGNAL = new AbortController().signal;
/** A title is a line, not a page's worth of words. */
const LONGEST_TITLE = 300;

/** What a file gave: a text for the library, or why there is none. */
export type FileReading = Intake | { reason: RefusalReason };

/**
 * Reads a file that the reader hands over. What it is, is told by its bytes first and its name second. Runs in a page, where
 * DOMParser is; the parts that take long (inflating, PDF) work beside the page and end soon after the signal aborts.
 * `onProgress` counts a PDF's pages.
 */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  signal: AbortSignal = NO_SIGNAL,
  onProgress: (progress: Progress) => void = () => {},
): Promise<FileReading> {
  try {
    goOn(signal);
    if (bytes.length === 0) throw new Refusal('empty');
    if (bytes.length > LARGEST_FILE) throw new Refusal('too_long');
    const read = await readBytes(name, bytes, signal, onProgress);
    goOn(signal);
    const text = read.text.replace(/\r\n?/g, '\n');
    if (text.trim() === '') throw new Refusal('empty');
    if (text.length > LONGEST_TEXT) throw new Refusal('too_long');
    const title = (read.title || stemOf(name)).trim().slice(0, LONGEST_TITLE);
    return { text, origin: { kind: 'file', name }, ...(title && { title }) };
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.reason };
    // A reader of files that throws anything else has met a file that it did not expect.
    return { reason: signal.aborted ? 'cancelled' : 'broken_file' };
  }
}

async function readBytes(
  name: string,
  bytes: Uint8Array,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<{ text: string; title?: string }> {
  switch (kindOf(name, bytes)) {
    case 'foreign':
      throw new Refusal('unknown_kind');
    case 'html':
      return readHtml(bytes);
    case 'docx':
      return { text: await readDocx(bytes, signal) };
    case 'pdf': {
      const [{ readPdf }, { openPdf }] = await Promise.all([import('./pdf'), import('./pdfEngine')]);
      return { text: await readPdf(bytes, openPdf, signal, onProgress) };
    }
    case 'text':
      if (bytes.length > LARGEST_TEXT_FILE) throw new Refusal('too_long');
      return { text: decodeText(bytes) };
  }
}

/** 2021年衡阳市政府工作报告.docx says whose report it is as well as a title does. */
function stemOf(name: string): string {
  return name.replace(/^.*[/\\]/, '').replace(/\.[A-Za-z\d]{1,8}$/, '');
}
