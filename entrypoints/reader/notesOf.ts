import { missingOf } from '../../lib/library/identity';
import * as notes from '../../lib/notes/client';
import type { NotesClient } from '../../lib/notes/types';
import type { Parts } from './view';

/**
 * The notes as a report has them. Notes belong to a place and a year: where an added report lacks one of them, saving
 * says what to do instead of storing a note that would not be found again.
 */
export function notesOf(report: { place: string; year: number }, { t }: Pick<Parts, 't'>): NotesClient {
  if (missingOf(report).length === 0) return notes;
  return { ...notes, save: () => Promise.reject(new Error(t.reader.nobodysReport)) };
}
