import { ImportError } from './import';
import type { Note } from './types';

/** How often backups are written by themselves. */
export const BACKUP_RHYTHMS = ['off', 'daily', 'weekly'] as const;
export type BackupRhythm = (typeof BACKUP_RHYTHMS)[number];

const DAY = 86_400_000;
const EVERY: Record<Exclude<BackupRhythm, 'off'>, number> = { daily: DAY, weekly: 7 * DAY };

/** What a written backup came to. */
export interface BackupDone {
  /** ISO 8601, UTC. */
  time: string;
  count: number;
  /** Of the notes in it, as in the file. */
  checksum: string;
}

/** What is remembered of backups. */
export interface BackupState {
  rhythm: BackupRhythm;
  last: BackupDone | null;
  /** Why the last attempt failed, in a sentence for the reader; '' when it did not. */
  failure: string;
}

export const NO_BACKUPS: BackupState = { rhythm: 'off', last: null, failure: '' };

/**
 * The notes as a backup: a W3C AnnotationCollection with `total`, and the SHA-256 of its items, written as JSON without
 * spaces. A change of any character of a note shows; a change of the file's layout does not.
 */
export async function toBackup(notes: readonly Note[], now: Date): Promise<{ text: string; done: BackupDone }> {
  const done = { time: now.toISOString(), count: notes.length, checksum: await checksumOf(notes) };
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationCollection',
    label: '报告旁注',
    created: done.time,
    total: done.count,
    checksum: done.checksum,
    first: { type: 'AnnotationPage', items: notes },
  };
  return { text: `${JSON.stringify(collection, null, 1)}\n`, done };
}

/** The name of the day's backup in the downloads folder; the day is the reader's. */
export function backupName(now: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `report-margins/notes-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.jsonld`;
}

/**
 * Checks that a backup is whole: as many notes as it says, and these to the letter. Files of another kind pass, and so
 * does what is no JSON, of which readNotes tells more. Rejects with an ImportError.
 */
export async function checkBackup(file: string): Promise<void> {
  const backup = parse(file);
  if (!isRecord(backup) || !Object.hasOwn(backup, 'checksum')) return;
  const items = isRecord(backup.first) && Array.isArray(backup.first.items) ? backup.first.items : [];
  const advice = '这份备份在写成以后改动过或损坏了，请换一份备份。';
  if (items.length !== backup.total) {
    throw new ImportError(`备份上写着 ${String(backup.total).slice(0, 20)} 条，里面是 ${items.length} 条。${advice}`);
  }
  if ((await checksumOf(items)) !== backup.checksum) throw new ImportError(`校验码与内容不符。${advice}`);
}

/**
 * Whether it is time for a backup. One in the future was written before the clock was moved back, and counts as none.
 */
export function isBackupDue({ rhythm, last }: BackupState, now: Date): boolean {
  if (rhythm === 'off') return false;
  if (!last) return true;
  const age = now.getTime() - Date.parse(last.time);
  return !(age >= 0 && age < EVERY[rhythm]);
}

async function checksumOf(items: readonly unknown[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(items));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256:${[...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function parse(file: string): unknown {
  try {
    return JSON.parse(file.startsWith('\ufeff') ? file.slice(1) : file);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
