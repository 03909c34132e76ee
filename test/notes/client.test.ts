import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { list, onChange, remove, save } from '../../lib/notes/client';
import { NotesError } from '../../lib/notes/errors';
import { onMessage, sendMessage } from '../../lib/platform/messages';
import { draftOf, HENGYANG, noteOf } from './notes';

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('chrome', fakeBrowser);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('asks the background and gives back what it says', async () => {
  const asked: unknown[] = [];
  const stops = [
    onMessage('notes.list', ({ data }) => {
      asked.push(data);
      return [noteOf(1)];
    }),
    onMessage('notes.save', ({ data }) => {
      asked.push(data);
      return noteOf(2);
    }),
    onMessage('notes.remove', ({ data }) => {
      asked.push(data);
    }),
  ];
  expect(await list(HENGYANG)).toEqual([noteOf(1)]);
  expect(await save(draftOf())).toEqual(noteOf(2));
  await remove(noteOf(2));
  expect(asked).toEqual([{ report: HENGYANG }, draftOf(), { id: noteOf(2).id, report: HENGYANG }]);
  for (const stop of stops) stop();
});

test('an error of the background arrives with its code and its sentence', async () => {
  const stop = onMessage('notes.save', () => {
    throw new NotesError('quota');
  });
  await expect(save(draftOf())).rejects.toMatchObject({
    code: 'quota',
    message: expect.stringContaining('磁盘空间不足'),
  });
  stop();
});

test('a background that is gone is said in a sentence', async () => {
  await expect(save(draftOf())).rejects.toMatchObject({
    name: 'NotesError',
    code: 'disconnected',
    message: expect.stringContaining('复制写下的文字'),
  });
});

test('listeners hear of changes until they stop', async () => {
  const first = vi.fn();
  const second = vi.fn();
  const stopFirst = onChange(first);
  const stopSecond = onChange(second);
  await sendMessage('notesChanged');
  stopFirst();
  stopFirst();
  await sendMessage('notesChanged');
  stopSecond();
  expect(first).toHaveBeenCalledTimes(1);
  expect(second).toHaveBeenCalledTimes(2);
  const third = vi.fn();
  const stopThird = onChange(third);
  await sendMessage('notesChanged');
  expect(third).toHaveBeenCalledTimes(1);
  stopThird();
});
