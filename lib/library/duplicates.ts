import { telling } from '../corpus/versions';
import { compareVersions, sharedText } from '../report/compare';
import type { NormalText } from '../text/normal';

/** The SHA-256 of a text without what every carrier sets anew (widths, spaces, line breaks), in hexadecimal. */
export function hashOf(normal: NormalText): Promise<string> {
  return sha256(normal.text.replace(/[\n ]+/g, ''));
}

export async function sha256(text: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Below this share of common text two texts are no carriers of one report that say the same; see sharedText. */
const SAME = 0.9;
/** What a site sets around a text, in characters of normal form: a menu line, the source and the date, the editor. */
const FRAME = 300;

/**
 * Whether two carriers of one report say the same: what a site sets around the text and its punctuation may differ, but no
 * figure and no word. A carrier with another figure, or with an appendix, is a version, which the reader wants to compare.
 */
export function saySame(a: NormalText, b: NormalText): boolean {
  if (Math.abs(a.text.length - b.text.length) > 2 * FRAME || sharedText(a, b) < SAME) return false;
  const { differences, covered } = compareVersions(a, b);
  return (
    covered !== null &&
    aroundOf(a, covered.before) <= FRAME &&
    aroundOf(b, covered.after) <= FRAME &&
    telling(differences).length === 0
  );
}

/** How much of a text stands before and after a passage of it. */
function aroundOf(normal: NormalText, { start, end }: { start: number; end: number }): number {
  return normal.fromSource(start) + normal.text.length - normal.fromSource(end);
}
