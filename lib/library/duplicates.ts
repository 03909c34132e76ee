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

/** Two carriers that share less than this differ by more than what a site sets around the text. */
const SAME = 0.97;

/**
 * Whether two carriers of one report say the same: a site's frame and punctuation may differ, but no figure and no word.
 * A carrier with another figure is a version, which the reader wants to compare.
 */
export function saySame(a: NormalText, b: NormalText): boolean {
  const [short, long] = [a.text.length, b.text.length].sort((x, y) => x - y) as [number, number];
  if (short < SAME * long || sharedText(a, b) < SAME) return false;
  return telling(compareVersions(a, b).differences).length === 0;
}
