import { describe, expect, test } from 'vitest';
import { keyOf } from '../../lib/notes/drafts';
import { type Caller, callerOf, createNotesService } from '../../lib/notes/service';
import type { NotesStore } from '../../lib/notes/store';
import type { KeptDraft, Note, TrashedNote } from '../../lib/notes/types';
import { draftOf, HENGYANG, idOf, SHIGU } from './notes';

const PAGE: Caller = { kind: 'content', source: 'https://www.hengyang.gov.cn/report.html' };
const PAPER: Caller = { kind: 'content', source: 'https://www.hyqss.cn/paper.html' };
const READER: Caller = { kind: 'extension', source: 'chrome-extension://x/reader.html' };

/** The service over a store in memory; the clock ticks a second with each reading. */
function setUp() {
  const notes = new Map<string, Note>();
  const trash = new Map<string, TrashedNote>();
  const drafts = new Map<string, KeptDraft>();
  const store: NotesStore = {
    get: async (id) => notes.get(id),
    listBySource: async (source) => [...notes.values()].filter((note) => note.target.source === source),
    listByReport: async ({ place, year }) =>
      [...notes.values()].filter(({ report }) => report?.place === place && report.year === year),
    all: async () => [...notes.values()],
    put: async (note) => void notes.set(note.id, note),
    putAll: async (all) => {
      for (const note of all) notes.set(note.id, note);
    },
    discard: async (id, deleted) => {
      trash.set(id, { note: notes.get(id)!, deleted });
      notes.delete(id);
    },
    restore: async (id) => {
      notes.set(id, trash.get(id)!.note);
      trash.delete(id);
    },
    trashed: async (id) => trash.get(id),
    trash: async () => [...trash.values()],
    purge: async (before) => {
      for (const [id, { deleted }] of trash) if (deleted < before) trash.delete(id);
    },
    canary: async () => undefined,
    setCanary: async () => {},
    drafts: async () => [...drafts.values()],
    keepDraft: async (draft) => void drafts.set(draft.key, draft),
    dropDraft: async (key) => void drafts.delete(key),
    close: async () => {},
  };
  let ticks = 0;
  const clock = { days: 0 };
  let ids = 0;
  const service = createNotesService({
    store,
    now: () => new Date(Date.UTC(2020, 0, 12 + clock.days) + 1000 * ticks++),
    newId: () => idOf(++ids),
  });
  return { service, notes, drafts, clock };
}

describe('the caller', () => {
  const own = { id: 'x', root: 'chrome-extension://x/' };
  test.each([
    ['https://www.gov.cn/a.html?id=1#p2', { kind: 'content', source: 'https://www.gov.cn/a.html?id=1' }],
    ['chrome-extension://x/reader.html#shigu-2021', { kind: 'extension', source: 'chrome-extension://x/reader.html' }],
    ['https://evil.cn/?chrome-extension://x/', { kind: 'content', source: 'https://evil.cn/?chrome-extension://x/' }],
  ])('is read from the address %s', (url, caller) => {
    expect(callerOf({ id: 'x', url }, own)).toEqual(caller);
  });

  test.each([
    {},
    { id: 'x' },
    { url: 'https://www.gov.cn/' },
    { id: 'other', url: 'chrome-extension://x/reader.html' },
  ])('is nobody for %o', (sender) => {
    expect(() => callerOf(sender, own)).toThrow(expect.objectContaining({ code: 'forbidden' }));
  });
});

describe('saving', () => {
  test('gives a new note its identity, times and address', async () => {
    const { service, notes } = setUp();
    const note = await service.save(PAGE, draftOf());
    expect(note).toMatchObject({
      id: idOf(1),
      created: '2020-01-12T00:00:00.000Z',
      modified: '2020-01-12T00:00:00.000Z',
      motivation: 'commenting',
      body: [{ type: 'TextualBody', value: draftOf().text, format: 'text/plain' }],
      target: { source: PAGE.source, selector: draftOf().selector },
      report: HENGYANG,
    });
    expect([...notes.values()]).toEqual([note]);
  });

  test('keeps identity, birth and birthplace when the note is changed on another site with the report', async () => {
    const { service, notes } = setUp();
    const { id } = await service.save(PAGE, draftOf());
    const changed = await service.save(PAPER, draftOf({ id, text: '改' }));
    expect(changed).toMatchObject({
      id,
      created: '2020-01-12T00:00:00.000Z',
      modified: '2020-01-12T00:00:01.000Z',
      body: [{ value: '改' }],
      target: { source: PAGE.source },
    });
    expect(notes.size).toBe(1);
  });

  test('a draft that is sent again, because no answer came, is stored once', async () => {
    const { service, notes } = setUp();
    const first = await service.save(PAGE, draftOf());
    expect(await service.save(PAGE, draftOf())).toEqual(first);
    expect(notes.size).toBe(1);
    await service.save(PAGE, draftOf({ text: '另一条' }));
    await service.save(PAPER, draftOf());
    expect(notes.size).toBe(3);
  });

  test('does not overwrite what another tab has written since', async () => {
    const { service } = setUp();
    const { id, modified: basedOn } = await service.save(PAGE, draftOf());
    const theirs = await service.save(PAGE, draftOf({ id, basedOn, text: '别处改的' }));
    await expect(service.save(PAGE, draftOf({ id, basedOn, text: '这里改的' }))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await service.list(PAGE, { report: HENGYANG })).toEqual([theirs]);
  });

  test('a later change looks later although the clock was moved back', async () => {
    const { service, notes } = setUp();
    const { id } = await service.save(PAGE, draftOf());
    notes.set(id, { ...notes.get(id)!, modified: '2030-01-01T00:00:00.000Z' });
    expect(await service.save(PAGE, draftOf({ id, text: '改' }))).toMatchObject({
      modified: '2030-01-01T00:00:00.001Z',
    });
  });

  test('keeps the tags in the words as bodies of their own', async () => {
    const { service } = setUp();
    expect((await service.save(PAGE, draftOf({ text: '取整 #口径' }))).body.slice(1)).toEqual([
      { type: 'TextualBody', value: '口径', format: 'text/plain', purpose: 'tagging' },
    ]);
  });

  test('drops what was kept as a draft of the same passage', async () => {
    const { service, drafts } = setUp();
    const draft = draftOf();
    const key = keyOf(draft, PAGE.source);
    drafts.set(key, { key, source: PAGE.source, written: '2020-01-01T00:00:00.000Z', draft });
    await service.save(PAGE, draft);
    expect([...drafts.keys()]).toEqual([]);
  });

  test('a note without words is a highlight', async () => {
    const { service } = setUp();
    expect(await service.save(PAGE, draftOf({ text: '' }))).toMatchObject({ motivation: 'highlighting', body: [] });
  });

  test('refuses what is no draft, and stores nothing', async () => {
    const { service, notes } = setUp();
    await expect(service.save(PAGE, { ...draftOf(), source: 'https://www.gov.cn/' })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(notes.size).toBe(0);
  });

  test('does not let a page choose the id of a new note', async () => {
    const { service, notes } = setUp();
    await expect(service.save(PAGE, draftOf({ id: idOf(7) }))).rejects.toMatchObject({ code: 'missing' });
    expect(notes.size).toBe(0);
  });
});

describe('a page', () => {
  test('sees the notes of its address and of its report, each once, oldest first', async () => {
    const { service } = setUp();
    const here = await service.save(PAGE, draftOf());
    const there = await service.save(PAPER, draftOf());
    await service.save(PAPER, draftOf({ report: SHIGU }));
    const loose = await service.save(PAGE, draftOf({ report: null }));
    expect(await service.list(PAGE, { report: HENGYANG })).toEqual([here, there, loose]);
    expect(await service.list(PAGE, { report: null })).toEqual([here, loose]);
  });

  test('does not see the notes of another year under the same address', async () => {
    const { service } = setUp();
    await service.save(PAGE, draftOf());
    expect(await service.list(PAGE, { report: { ...HENGYANG, year: 2021 } })).toEqual([]);
  });

  test.each([
    ['of no report', null],
    ['of another report', SHIGU],
  ])('%s may not change or remove a note from elsewhere', async (_, report) => {
    const { service, notes } = setUp();
    const note = await service.save(PAGE, draftOf());
    await expect(service.save(PAPER, draftOf({ id: note.id, report }))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(service.remove(PAPER, { id: note.id, report })).rejects.toMatchObject({ code: 'forbidden' });
    expect([...notes.values()]).toEqual([note]);
  });

  test('may remove a note of its report that was made elsewhere', async () => {
    const { service, notes } = setUp();
    const { id } = await service.save(PAGE, draftOf());
    await service.remove(PAPER, { id, report: HENGYANG });
    expect(notes.size).toBe(0);
    await expect(service.remove(PAPER, { id, report: HENGYANG })).rejects.toMatchObject({ code: 'missing' });
  });

  test.each([undefined, null, 7, [], {}, { report: 'all' }, { report: { place: '衡阳市' } }])(
    'gets nothing for the question %o',
    async (data) => {
      const { service } = setUp();
      await service.save(PAGE, draftOf());
      await expect(service.list(PAGE, data)).rejects.toMatchObject({ code: 'invalid' });
    },
  );
});

describe('a page of the extension', () => {
  test('sees all notes, or those of a report, and may change any', async () => {
    const { service, notes } = setUp();
    const one = await service.save(PAGE, draftOf());
    const two = await service.save(PAPER, draftOf({ report: SHIGU }));
    expect(await service.list(READER, { report: null })).toEqual([one, two]);
    expect(await service.list(READER, { report: SHIGU })).toEqual([two]);
    await service.remove(READER, { id: one.id, report: null });
    expect([...notes.keys()]).toEqual([two.id]);
  });
});

describe('taking notes in', () => {
  test('adds what is new or newer, and nothing the second time', async () => {
    const { service, notes } = setUp();
    const kept = await service.save(PAGE, draftOf());
    const later = { ...kept, modified: '2030-01-01T00:00:00.000Z', body: [] };
    const other = { ...kept, id: idOf(99) };
    expect(await service.importAll(READER, { notes: [later, other] })).toBe(2);
    expect(await service.importAll(READER, { notes: [kept, later, other] })).toBe(0);
    expect(notes.get(kept.id)).toEqual(later);
  });

  test('writes nothing when one of them is no note, and nothing for a page', async () => {
    const { service, notes } = setUp();
    const kept = await service.save(PAGE, draftOf());
    const other = { ...kept, id: idOf(99) };
    await expect(service.importAll(READER, { notes: [other, { ...other, id: 'x' }] })).rejects.toThrow();
    await expect(service.importAll(PAGE, { notes: [other] })).rejects.toThrow();
    expect([...notes.keys()]).toEqual([kept.id]);
  });
});

describe('the trash', () => {
  test('gives a removed note back to the page that may touch it', async () => {
    const { service } = setUp();
    const note = await service.save(PAGE, draftOf());
    await service.remove(PAGE, { id: note.id, report: HENGYANG });
    expect(await service.list(PAGE, { report: HENGYANG })).toEqual([]);
    await expect(service.restore(PAPER, { id: note.id, report: SHIGU })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await service.restore(PAPER, { id: note.id, report: HENGYANG })).toEqual(note);
    expect(await service.list(PAGE, { report: HENGYANG })).toEqual([note]);
    await expect(service.restore(PAGE, { id: note.id, report: HENGYANG })).rejects.toMatchObject({ code: 'missing' });
  });

  test('is listed for pages of the extension only', async () => {
    const { service } = setUp();
    const note = await service.save(PAGE, draftOf());
    await service.remove(PAGE, { id: note.id, report: HENGYANG });
    expect(await service.trash(READER)).toEqual([{ note, deleted: '2020-01-12T00:00:01.000Z' }]);
    await expect(service.trash(PAGE)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('keeps a note for thirty days', async () => {
    const { service, clock } = setUp();
    const remove = async (text: string) => {
      const { id } = await service.save(PAGE, draftOf({ text }));
      await service.remove(PAGE, { id, report: HENGYANG });
    };
    await remove('一');
    clock.days = 29;
    await remove('二');
    expect(await service.trash(READER)).toHaveLength(2);
    clock.days = 31;
    await remove('三');
    expect((await service.trash(READER)).map(({ note }) => note.body[0]!.value)).toEqual(['二', '三']);
  });
});
