import { type NormalText, normalise } from '../text/normal';
import { hashOf } from './duplicates';
import { LIMITS } from './identity';
import { hintsOf, readIdentity } from './read';
import type { KeptReport } from './store';
import type { Holding, Intake, RefusalReason } from './types';

/** What decoding gives where the bytes are no text: controls, replacement characters, private use. */
const NO_TEXT = /(?!\s)[\p{Cc}\p{Co}\ufffd]/gu;
/** Scans that were read by machine have a few in a thousand; a file that is no text has one in three. */
const MOST_NO_TEXT = 0.1;

/** A text that can be taken, with what it says of itself; nobody has read its figures and terms yet. */
export interface Prepared {
  report: KeptReport;
  text: string;
  normal: NormalText;
}

/** Why a text cannot be taken; null when it can. */
export function refusalOf(text: string): RefusalReason | null {
  if (text.length > LIMITS.text) return 'too_long';
  if (normalise(text).text.trim() === '') return 'empty';
  return (text.match(NO_TEXT)?.length ?? 0) > MOST_NO_TEXT * text.length ? 'not_text' : null;
}

/** Looks at an intake; a reason where it cannot be taken. */
export async function prepare(
  intake: Intake,
  parts: { now(): Date; newId(): string },
): Promise<Prepared | RefusalReason> {
  const reason = refusalOf(intake.text);
  if (reason) return reason;
  // Lone surrogates do not survive a file of UTF-8.
  const text = intake.text.toWellFormed();
  const normal = normalise(text);
  const hint = (intake.title ?? '').slice(0, LIMITS.title);
  const origin = { kind: intake.origin.kind, name: intake.origin.name.slice(0, LIMITS.name) };
  const report: KeptReport = {
    id: parts.newId(),
    ...readIdentity(normal, hintsOf(origin, hint)),
    length: text.length,
    origin,
    added: parts.now().toISOString(),
    readBy: null,
    corrected: false,
    hash: await hashOf(normal),
    hint,
  };
  return { report, text, normal };
}

/** The report without what only the store needs. */
export function holdingOf({ hash: _hash, hint: _hint, ...holding }: KeptReport): Holding {
  return holding;
}
