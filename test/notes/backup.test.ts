import fc from 'fast-check';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { type BackupState, backupName, checkBackup, isBackupDue, NO_BACKUPS, toBackup } from '../../lib/notes/backup';
import { readNotes } from '../../lib/notes/import';
import type { Note } from '../../lib/notes/types';
import { writeBackup } from '../../lib/notes/writeBackup';
import { noteOf } from './notes';

const NOON = new Date(2021, 2, 5, 12);
const notes = Array.from({ length: 5 }, (_, n) => noteOf(n));

describe('a backup', () => {
  it('gives back the very same notes', async () => {
    const { text, done } = await toBackup(notes, NOON);
    expect(done).toMatchObject({ count: 5, checksum: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
    await checkBackup(text);
    expect(await readNotes(text)).toEqual(notes);
  });

  it('may be laid out anew', async () => {
    const { text } = await toBackup(notes, NOON);
    await checkBackup(JSON.stringify(JSON.parse(text), null, 4));
  });

  it('is refused when any character of a note has changed', async () => {
    const { text } = await toBackup(notes, NOON);
    const first = text.indexOf('"items"');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: first, max: text.length - 1 }), async (at) => {
        const changed = `${text.slice(0, at)}${text[at] === '7' ? '8' : '7'}${text.slice(at + 1)}`;
        const taken = await checkBackup(changed)
          .then(() => readNotes(changed))
          .catch(() => null);
        if (taken) expect(taken).toEqual(notes);
      }),
    );
  });

  it('is refused when a note is gone, with both numbers', async () => {
    const { text } = await toBackup(notes, NOON);
    const backup = JSON.parse(text);
    backup.first.items.pop();
    await expect(checkBackup(JSON.stringify(backup))).rejects.toThrow(/5 条，里面是 4 条/);
    backup.total = 4;
    await expect(checkBackup(JSON.stringify(backup))).rejects.toThrow(/校验码/);
  });

  it.each(['', '[', '[]', '{}', 'null', '{"rows":[]}', '\ufeff{}'])('leaves %j to the import', async (file) => {
    await checkBackup(file);
  });

  it('has the name of the day', () => {
    expect(backupName(NOON)).toBe('report-margins/notes-2021-03-05.jsonld');
  });

  const last = { time: NOON.toISOString(), count: 5, checksum: 'sha256:0' };
  const later = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);
  it.each<[string, Partial<BackupState>, number, boolean]>([
    ['never when off', { rhythm: 'off' }, 1000, false],
    ['at once when there is none', { rhythm: 'weekly', last: null }, 0, true],
    ['not within the day', { rhythm: 'daily' }, 23, false],
    ['a day later', { rhythm: 'daily' }, 24, true],
    ['not within the week', { rhythm: 'weekly' }, 167, false],
    ['a week later', { rhythm: 'weekly' }, 168, true],
    ['when the clock was moved back', { rhythm: 'weekly' }, -1, true],
  ])('is due %s', (_, state, hours, due) => {
    expect(isBackupDue({ ...NO_BACKUPS, last, ...state }, later(hours))).toBe(due);
  });
});

describe('writing backups', () => {
  let state: BackupState;
  let all: Note[];
  let files: { name: string; text: string }[];
  let fault: Error | null;
  let now: Date;
  const write = (force = false) =>
    writeBackup(
      {
        notes: async () => all,
        state: {
          getValue: async () => state,
          setValue: async (value) => {
            state = value;
          },
        },
        saveFile: async (name, text) => {
          if (fault) throw fault;
          files.push({ name, text });
        },
        now: () => now,
      },
      force,
    );
  beforeEach(() => {
    state = { ...NO_BACKUPS, rhythm: 'daily' };
    all = notes;
    files = [];
    fault = null;
    now = NOON;
  });

  test('happens when it is due and something has changed', async () => {
    await write();
    expect(files.map(({ name }) => name)).toEqual([backupName(NOON)]);
    expect(state.last).toMatchObject({ count: 5, time: NOON.toISOString() });
    await write();
    now = new Date(NOON.getTime() + 86_400_000);
    await write();
    expect(files).toHaveLength(1);
    all = [...notes, noteOf(9)];
    await write();
    expect(files).toHaveLength(2);
    expect(state.last?.count).toBe(6);
  });

  test('happens before its time when the reader wants it, but never when off', async () => {
    await write(true);
    await write(true);
    expect(files).toHaveLength(2);
    state = NO_BACKUPS;
    await write(true);
    expect(files).toHaveLength(2);
  });

  test('writes no backup of no notes', async () => {
    all = [];
    await write(true);
    expect(files).toEqual([]);
    expect(state.last).toBe(null);
  });

  test('tells what went wrong, and forgets it when it goes right', async () => {
    fault = new Error('磁盘满了');
    await write();
    expect(state).toMatchObject({ failure: '磁盘满了', last: null });
    fault = null;
    await write();
    expect(state).toMatchObject({ failure: '', last: { count: 5 } });
  });
});
