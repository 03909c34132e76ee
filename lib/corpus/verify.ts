import { normalise } from '../text/normal';
import type { BundledReport } from './types';

/** A seed or an entry that cannot go into the index; the message starts with file:line as editors understand it. */
export class SeedError extends Error {
  override readonly name = 'SeedError';
  constructor(
    readonly file: string,
    readonly line: number,
    readonly text: string,
    reason: string,
  ) {
    super(`${file}:${line}: “${text}” ${reason}`);
  }
}

/**
 * Throws a SeedError for the first entry whose offsets do not enclose the characters that it claims. `terms` gives the
 * spellings that a mention may have.
 */
export function verifyReport(
  report: BundledReport,
  file: string,
  terms: readonly { term: string; aliases: readonly string[] }[],
): void {
  const { text } = report;
  const plain = (passage: string) => normalise(passage).text.replace(/[\n"“”]/g, '');
  const claim = (start: number, end: number, claimed: string, what: string, found: (slice: string) => boolean) => {
    const whole = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
    if (whole && found(text.slice(start, end))) return;
    const line = text.slice(0, Math.max(0, start)).split('\n').length;
    const stands = whole ? `“${text.slice(start, Math.min(end, start + 40))}” stands` : 'nothing stands';
    throw new SeedError(file, line, claimed, `is not where the ${what} points: ${stands} at ${start}–${end}`);
  };

  for (const { heading, start, end } of report.sections) {
    claim(start, end, heading, 'section', (slice) => plain(slice).startsWith(plain(heading)));
  }
  for (const { term, text: meaning, start, end } of report.glossary) {
    claim(start, end, term, 'definition', (slice) => {
      const entry = plain(slice);
      return entry.includes(plain(term)) && entry.includes(plain(meaning));
    });
  }
  for (const { term, start, end } of report.mentions) {
    const spellings = terms.filter((entry) => entry.term === term).flatMap((entry) => [term, ...entry.aliases]);
    claim(start, end, term, 'mention', (slice) => spellings.some((spelling) => plain(spelling) === plain(slice)));
  }
  for (const { name, value, parts, start, end } of report.observations) {
    claim(start, end, `${name} ${value}`, 'observation', (slice) => namesValue(plain(slice), parts?.[0] ?? value));
  }
}

/** Whether a passage holds the value in digits; a value in Chinese numerals is held to having any numeral. */
function namesValue(passage: string, value: number): boolean {
  const numbers = passage.replace(/(\d)[,，](?=\d{3})/g, '$1').match(/\d+(?:\.\d+)?/g);
  if (!numbers) return /[零〇一二两三四五六七八九十百千万亿半番]/.test(passage);
  return numbers.some((number) => Math.abs(Number(number) - Math.abs(value)) < 1e-9);
}
