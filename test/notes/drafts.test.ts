import { expect, test } from 'vitest';
import { createDraftsService } from '../../lib/notes/drafts';
import type { Caller } from '../../lib/notes/service';
import type { KeptDraft } from '../../lib/notes/types';
import { draftOf, HENGYANG, idOf, SHIGU } from './notes';

const PAGE: Caller = { kind: 'content', source: 'https://www.hengyang.gov.cn/report.html' };
const PAPER: Caller = { kind: 'content', source: 'https://www.hyqss.cn/paper.html' };

function setUp() {
  const kept = new Map<string, KeptDraft>();
  return createDraftsService({
    store: {
      drafts: async () => [...kept.values()],
      keepDraft: async (draft) => void kept.set(draft.key, draft),
      dropDraft: async (key) => void kept.delete(key),
    },
    now: () => new Date(0),
  });
}

test('keeps the last of what was typed on a passage or a note, until it is dropped', async () => {
  const service = setUp();
  await service.keep(PAGE, draftOf({ text: '一' }));
  await service.keep(PAGE, draftOf({ text: '一二' }));
  await service.keep(PAGE, draftOf({ id: idOf(1), text: '三' }));
  const texts = async () => (await service.list(PAGE, { report: HENGYANG })).map(({ draft }) => draft.text);
  expect(await texts()).toEqual(['一二', '三']);
  await service.drop(PAGE, draftOf({ text: '' }));
  expect(await texts()).toEqual(['三']);
});

test('a draft follows its report to another site, and no page sees that of another report', async () => {
  const service = setUp();
  await service.keep(PAGE, draftOf());
  expect(await service.list(PAPER, { report: HENGYANG })).toHaveLength(1);
  expect(await service.list(PAPER, { report: SHIGU })).toEqual([]);
  expect(await service.list(PAPER, { report: null })).toEqual([]);
  expect(await service.list(PAGE, { report: { ...HENGYANG, year: 2021 } })).toEqual([]);
});

test('a page may not overwrite or drop the draft of another page', async () => {
  const service = setUp();
  await service.keep(PAGE, draftOf({ id: idOf(1) }));
  await expect(service.keep(PAPER, draftOf({ id: idOf(1), report: SHIGU }))).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(service.drop(PAPER, draftOf({ id: idOf(1), report: null }))).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await service.list(PAGE, { report: HENGYANG })).toHaveLength(1);
});

test.each([undefined, null, 7, {}, { report: 'x' }])('refuses %o', async (data) => {
  const service = setUp();
  await expect(service.keep(PAGE, data)).rejects.toMatchObject({ code: 'invalid' });
  await expect(service.list(PAGE, data)).rejects.toMatchObject({ code: 'invalid' });
});
