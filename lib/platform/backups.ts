import { storage } from '#imports';
import { type BackupState, NO_BACKUPS } from '../notes/backup';

/** Whether and when backups are written; beside the settings, since the background writes it too. */
export const backupItem = storage.defineItem<BackupState>('local:backup', { fallback: NO_BACKUPS });
