import { browser } from '#imports';
import { NotesError } from '../../lib/notes/errors';
import { callerOf } from '../../lib/notes/service';
import type { NotesStore } from '../../lib/notes/store';
import { writeBackup } from '../../lib/notes/writeBackup';
import { backupItem } from '../../lib/platform/backups';
import { onMessage } from '../../lib/platform/messages';
import { saveFile } from '../../lib/platform/saveFile';

const ALARM = 'backup';
/** How often it is asked whether a backup is due: a machine that was asleep at the hour has it within the next one. */
const MINUTES = 60;

/** Writes the backups that the reader has asked for, when they are due. */
export function setupBackups(store: Pick<NotesStore, 'all'>): void {
  const parts = { notes: () => store.all(), state: backupItem, saveFile, now: () => new Date() };
  // One after the other: two at the same time would write the same file twice.
  let last = Promise.resolve();
  const run = (force: boolean) => {
    last = last.then(() => writeBackup(parts, force));
    return last;
  };

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void run(false);
  });
  // Firefox forgets alarms with every session.
  browser.runtime.onStartup.addListener(() => void setAlarm());
  onMessage('notes.backUp', async ({ sender }) => {
    const own = { id: browser.runtime.id, root: browser.runtime.getURL('/') };
    if (callerOf(sender, own).kind !== 'extension') throw new NotesError('forbidden');
    await setAlarm();
    await run(true);
  });
  void setAlarm();
}

async function setAlarm(): Promise<void> {
  const { rhythm } = await backupItem.getValue();
  if (rhythm === 'off') await browser.alarms.clear(ALARM);
  else if (!(await browser.alarms.get(ALARM))) {
    await browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: MINUTES });
  }
}
