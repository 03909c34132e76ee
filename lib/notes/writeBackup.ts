import { type BackupState, backupName, isBackupDue, toBackup } from './backup';
import type { Note } from './types';

interface Parts {
  notes(): Promise<Note[]>;
  state: { getValue(): Promise<BackupState>; setValue(state: BackupState): Promise<void> };
  /** Rejects with an Error whose message is fit for the reader. */
  saveFile(name: string, text: string): Promise<void>;
  now(): Date;
}

/**
 * Writes a backup if one is due and there is something new to keep; `force` writes it before its time. Never rejects: what
 * went wrong is in the state for the reader. No notes make no backup, so that a wiped database leaves the good ones be.
 */
export async function writeBackup({ notes, state, saveFile, now }: Parts, force = false): Promise<void> {
  const before = await state.getValue();
  const time = now();
  if (before.rhythm === 'off' || !(force || isBackupDue(before, time))) return;
  try {
    const all = await notes();
    if (all.length === 0) return;
    const { text, done } = await toBackup(all, time);
    if (!force && done.checksum === before.last?.checksum) return;
    await saveFile(backupName(time), text);
    await state.setValue({ ...(await state.getValue()), last: done, failure: '' });
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    await state.setValue({ ...(await state.getValue()), failure });
  }
}
