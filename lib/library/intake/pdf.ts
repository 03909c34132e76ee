import type { Progress } from '../types';
import { LONGEST_TEXT } from './limits';
import { type PdfItem, type PdfLine, readLines } from './pdfLines';
import { joinPages } from './pdfText';
import { goOn, Refusal } from './refusal';

/** A PDF as its reading needs it; see openPdf in ./pdfEngine.ts. */
export interface PdfDocument {
  pages: number;
  /** What is set on a page, counted from 1. */
  page(number: number): Promise<{ width: number; height: number; items: PdfItem[] }>;
}

/** Opens a PDF; everything that works on it ends when the signal aborts. @throws Refusal */
export type OpenPdf = (bytes: Uint8Array, signal: AbortSignal) => Promise<PdfDocument>;

/** A yearbook has a thousand pages, a report with its annexes two hundred. */
const MOST_PAGES = 1500;
/** A page takes some ten milliseconds; one that takes so many has been made to. */
const LONGEST_PAGE = 20_000;
/** All pages together, in milliseconds. */
const LONGEST_DOCUMENT = 180_000;
/** Scanned pages have no text but a stamp, a page number or the name of the scanner's program. */
const FEWEST_ON_A_PAGE = 20;
/** With fewer pages that hold text, a document is a scan with a few typed ones, and taking those would be half a report. */
const FEWEST_READ = 0.6;
/** Characters that stand for none, or that no Chinese or English text has: with so large a share of them it is guesswork. */
const UNKNOWN = 0.1;
const USUAL = 0.6;
const FEW = 100;
/** A Chinese text of so many characters without a comma or a stop is one whose fonts do not say what they show. */
const UNPUNCTUATED = 600;

/**
 * The text of a PDF's text layer: lines from where its characters stand, in reading order, paragraphs from its lines, without
 * running heads and page numbers, footnotes at the end. Nothing is recognised from pictures.
 *
 * @throws Refusal 'pdf_without_text' for scans, and for fonts that do not tell their characters.
 */
export async function readPdf(
  bytes: Uint8Array,
  open: OpenPdf,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<string> {
  const end = performance.now() + LONGEST_DOCUMENT;
  const stop = new AbortController();
  try {
    const opening = open(bytes, AbortSignal.any([signal, stop.signal]));
    const document = await inTime(opening, LONGEST_DOCUMENT, signal);
    if (document.pages > MOST_PAGES) throw new Refusal('too_long');
    const pages: PdfLine[][] = [];
    let read = 0;
    let length = 0;
    for (let number = 1; number <= document.pages; number++) {
      if (performance.now() > end) throw new Refusal('bomb');
      const lines = readLines(await inTime(document.page(number), LONGEST_PAGE, signal));
      const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
      if (characters >= FEWEST_ON_A_PAGE) read++;
      length += characters;
      if (length > LONGEST_TEXT) throw new Refusal('too_long');
      pages.push(lines);
      onProgress({ done: number, total: document.pages });
    }
    const text = joinPages(pages);
    // One page with a few words is a short document rather than a scan.
    const isShort = document.pages === 1 && length > 0;
    if (!isShort && read < Math.max(1, document.pages * FEWEST_READ)) throw new Refusal('pdf_without_text');
    if (!saysWhatItShows(text)) throw new Refusal('pdf_without_text');
    return text;
  } finally {
    stop.abort();
  }
}

function saysWhatItShows(text: string): boolean {
  const shown = text.replace(/\s+/g, '');
  const unknown = shown.match(/[\ufffd\p{Co}\p{Cc}]/gu)?.length ?? 0;
  if (unknown > shown.length * UNKNOWN) return false;
  const chinese = shown.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (chinese >= UNPUNCTUATED && !/[，。、；,;]/.test(shown)) return false;
  const usual = chinese + (shown.match(/[!-~\u2000-\u206f\u3000-\u303f\uff00-\uffef]/g)?.length ?? 0);
  return shown.length < FEW || usual >= shown.length * USUAL;
}

/** Waits for a piece of work, no longer than it may take and not after the signal. */
async function inTime<T>(work: Promise<T>, milliseconds: number, signal: AbortSignal): Promise<T> {
  goOn(signal);
  const stop = new AbortController();
  const limit = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new Refusal('bomb')), milliseconds);
    const cancel = () => reject(new Refusal('cancelled'));
    signal.addEventListener('abort', cancel, { signal: stop.signal });
    stop.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    stop.abort();
  }
}
