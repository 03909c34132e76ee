import { beforeEach, describe, expect, test, vi } from 'vitest';
import { LibraryError } from '../../lib/library/errors';
import { createLibrarian } from '../../lib/library/librarian';
import { createLibraryStore } from '../../lib/library/store';
import type { Found, Holding, Intake, Progress } from '../../lib/library/types';
import { index, librarianOf, wipe } from './library';
import { reportOf } from './reports';

beforeEach(wipe);

const paste = (text: string): Intake => ({ text, origin: { kind: 'paste', name: '' } });
const bundledText = (id: string) => index.reports.find((report) => report.id === id)!.text;
const added = (list: Holding[]) => list.filter(({ origin }) => origin !== null);

async function all(found: AsyncIterable<Found>): Promise<Found[]> {
  const list: Found[] = [];
  for await (const one of found) list.push(one);
  return list;
}

describe('adding', () => {
  test('a report is read, listed, opened and found', async () => {
    const { librarian, announce } = librarianOf();
    const text = reportOf();
    const [one] = await librarian.add([paste(text)]);
    expect(one).toMatchObject({
      state: 'added',
      holding: { id: 'own-1', kind: 'report', place: '清溪县', level: 'county', year: 2019, short: '清溪 2019' },
    });
    expect(announce).toHaveBeenCalled();
    const list = await librarian.list();
    expect(list).toHaveLength(index.reports.length + 1);
    const open = await librarian.open('own-1');
    expect(open).toMatchObject({ id: 'own-1', text, partOf: null, year: 2019 });
    expect(open!.observations.some(({ indicator, value }) => indicator === 'gdp' && value === 8)).toBe(true);
    const found = await all(librarian.search({ words: '清溪茶' }));
    expect(found.map(({ holding, count }) => [holding.id, count])).toEqual([['own-1', 1]]);
    const [hit] = found[0]!.hits;
    expect(text.slice(hit!.start, hit!.end)).toBe('清溪茶');
    expect(hit!.heading).toBe('一、2018年工作回顾');
    expect(hit!.snippet.join('')).toContain('深化“清溪茶”品牌建设');
  });

  test('the same words in another setting are known, a changed figure makes a version', async () => {
    const { librarian } = librarianOf();
    await librarian.add([paste(reportOf())]);
    const wide = reportOf().replaceAll('%', '％').replaceAll('\n\n', '\r\n　　');
    const framed = `首页 > 政务公开\n发布时间：2019-01-20 来源：县政府办\n${reportOf()}\n打印本页 关闭窗口`;
    const version = reportOf().replace('增长12%', '增长13%');
    const results = await librarian.add([wide, framed, version, reportOf({ year: 2020 })].map(paste));
    expect(results.map((result) => [result.state, 'holding' in result && result.holding.id])).toEqual([
      ['known', 'own-1'],
      ['known', 'own-1'],
      ['added', expect.stringMatching(/^own-[2-5]$/)],
      ['added', expect.stringMatching(/^own-[2-5]$/)],
    ]);
    expect(added(await librarian.list())).toHaveLength(3);
  });

  test('a bundled report is known', async () => {
    const { librarian } = librarianOf();
    const [same, framed] = await librarian.add([
      paste(bundledText('shigu-2021').replaceAll('\n', '\r\n')),
      { ...paste(`${bundledText('shigu-2021')}\n打印本页`), title: '石鼓区2021年政府工作报告' },
    ]);
    expect(same).toMatchObject({ state: 'known', holding: { id: 'shigu-2021' } });
    expect(framed).toMatchObject({ state: 'known', holding: { id: 'shigu-2021' } });
    expect(added(await librarian.list())).toEqual([]);
  });

  test('a text that does not say whose it is asks for it, and is right once it is told', async () => {
    const { librarian, store } = librarianOf();
    const text = '各项工作取得新进展。地区生产总值增长7.5%，全面推进各项事业，不断改善人民生活。';
    const [unsure] = await librarian.add([paste(text)]);
    expect(unsure).toMatchObject({ state: 'unsure', missing: ['place', 'year'], holding: { place: '', year: 0 } });
    const identity = {
      title: '石桥镇政府工作报告',
      place: '石桥镇',
      level: 'township',
      year: 2015,
      reviewYear: 2014,
    } as const;
    const corrected = await librarian.correct('own-1', identity);
    expect(corrected).toMatchObject({ ...identity, short: '石桥 2015', corrected: true });
    expect(await librarian.open('own-1')).toMatchObject({ ...identity, text });
    const [figures] = (await librarian.figures('gdp')).filter(({ holding }) => holding.id === 'own-1');
    expect(figures!.observations).toMatchObject([{ value: 7.5, refArea: '石桥镇' }]);
    expect((await store.get('own-1'))!.corrected).toBe(true);
  });

  test('a page and a file say whose it is where the text does not', async () => {
    const { librarian } = librarianOf();
    const text = '各项工作取得新进展。全面推进各项事业，不断改善人民生活，加快建设步伐。';
    const [page, file] = await librarian.add([
      {
        text,
        origin: { kind: 'page', name: 'https://www.example.gov.cn/a.html' },
        title: '2018年青石县政府工作报告_青石县人民政府',
      },
      { text: `${text}。`, origin: { kind: 'file', name: '白沙镇2016年政府工作报告.docx' } },
    ]);
    expect(page).toMatchObject({ state: 'added', holding: { place: '青石县', year: 2018 } });
    expect(file).toMatchObject({ state: 'added', holding: { place: '白沙镇', year: 2016 } });
  });

  test('what is no text is refused, each for its reason', async () => {
    const { librarian } = librarianOf();
    const results = await librarian.add(
      ['', ' \n\u3000', '文'.repeat(500_001), `%PDF-1.4 ${'\0\ufffd\u0001字'.repeat(100)}`].map(paste),
    );
    expect(results.map((result) => 'reason' in result && result.reason)).toEqual([
      'empty',
      'empty',
      'too_long',
      'not_text',
    ]);
    expect(added(await librarian.list())).toEqual([]);
  });

  test('cancelling in the middle keeps what was taken whole, and takes no more', async () => {
    const { librarian, store } = librarianOf();
    const stop = new AbortController();
    const seen: Progress[] = [];
    const onProgress = (progress: Progress) => {
      seen.push(progress);
      if (progress.done === 2) stop.abort();
    };
    const years = [2014, 2015, 2016, 2017, 2018];
    const texts = years.map((year) => reportOf({ year, more: `独有的话${year}。` }));
    const results = await librarian.add(texts.map(paste), { signal: stop.signal, onProgress });
    expect(results.map(({ state }) => state)).toEqual(['added', 'added', 'refused', 'refused', 'refused']);
    expect(results[2]).toEqual({ state: 'refused', reason: 'cancelled' });
    expect(seen[0]).toEqual({ done: 0, total: 5 });
    const list = added(await librarian.list());
    expect(list.map(({ year }) => year)).toEqual([2014, 2015]);
    for (const { id, year } of list) {
      expect(await store.text(id)).toContain(`独有的话${year}`);
      expect((await store.signature(id))!.bits.length).toBe(8192);
    }
    expect((await librarian.figures('gdp')).filter(({ holding }) => holding.place === '清溪县')).toHaveLength(2);
  });

  test('a full disk refuses with its reason and leaves nothing half written', async () => {
    const { librarian, store } = librarianOf();
    await librarian.add([paste(reportOf({ year: 2018 }))]);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
      if (this.name === 'figures') throw new DOMException('full', 'QuotaExceededError');
      return put.getMockImplementation() ? ({} as IDBRequest<IDBValidKey>) : ({} as never);
    });
    const [full] = await librarian.add([paste(reportOf({ year: 2019 }))]);
    put.mockRestore();
    expect(full).toEqual({ state: 'refused', reason: 'no_space' });
    expect((await store.all()).map(({ year }) => year)).toEqual([2018]);
    expect((await store.figures('gdp')).map(({ id }) => id)).toEqual(['own-1']);
    const [again] = await librarian.add([paste(reportOf({ year: 2019 }))]);
    expect(again!.state).toBe('added');
  });
});

describe('changing', () => {
  test('removing takes a report out of everything, and only added ones can be removed', async () => {
    const { librarian, store } = librarianOf();
    const glossary =
      '\n名词解释\n1．清溪模式：指以茶旅融合带动农户增收的做法。\n2．三张清单：指权力清单、责任清单和负面清单。\n';
    await librarian.add([paste(reportOf() + glossary), paste(reportOf({ year: 2020 }))]);
    expect((await librarian.definitions('清溪模式')).map(({ holding }) => holding.id)).toEqual(['own-1']);
    await librarian.remove('own-1');
    expect(await librarian.open('own-1')).toBeNull();
    expect(await librarian.definitions('清溪模式')).toEqual([]);
    expect((await all(librarian.search({ words: '清溪' }))).map(({ holding }) => holding.id)).toEqual(['own-2']);
    expect(await store.texts(['own-1', 'own-2'])).toEqual([undefined, expect.any(String)]);
    await expect(librarian.remove('own-1')).rejects.toMatchObject({ code: 'missing' });
    await expect(librarian.remove('hengyang-2020')).rejects.toMatchObject({ code: 'bundled' });
    await librarian.removeAll();
    expect(added(await librarian.list())).toEqual([]);
    expect(await store.figures('gdp')).toEqual([]);
    expect((await store.signatures()).size).toBe(0);
  });

  test('an identity that is none is not taken', async () => {
    const { librarian } = librarianOf();
    await librarian.add([paste(reportOf())]);
    const identity = { title: '报告', place: '清溪县', level: 'county', year: 2019, reviewYear: 2018 } as const;
    for (const bad of [{ place: ' ' }, { year: 20190 }, { level: 'planet' }, { title: '' }, { more: 1 }]) {
      await expect(librarian.correct('own-1', { ...identity, ...bad } as never)).rejects.toMatchObject({
        code: 'invalid',
      });
    }
    await expect(librarian.correct('own-9', identity)).rejects.toBeInstanceOf(LibraryError);
    await expect(librarian.correct('shigu-2021', identity)).rejects.toMatchObject({ code: 'bundled' });
  });

  test('another version reads anew what the last one read, and leaves alone what the reader has put right', async () => {
    const { librarian, store } = librarianOf();
    await librarian.add([paste(reportOf()), paste(reportOf({ year: 2020 }))]);
    const identity = { title: '县里的报告', place: '清水县', level: 'county', year: 2021, reviewYear: 2020 } as const;
    await librarian.correct('own-2', identity);
    // As if the last version had read nothing of it.
    const rows = {
      signature: { bits: new Uint8Array(8192), sketches: new Uint16Array() },
      figures: new Map(),
      definitions: new Map(),
    };
    for (const id of ['own-1', 'own-2']) await store.reread(id, (report) => ({ ...report, title: '旧' }), rows);
    const { librarian: next } = librarianOf(store, '1.1.0');
    const seen: Progress[] = [];
    await next.catchUp({ onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toEqual({ done: 2, total: 2 });
    const [first, second] = await Promise.all(['own-1', 'own-2'].map((id) => store.get(id)));
    expect(first).toMatchObject({ title: '2019年清溪县人民政府工作报告', readBy: '1.1.0', corrected: false });
    expect(second).toMatchObject({ title: '旧', place: '清水县', year: 2021, readBy: '1.1.0', corrected: true });
    expect((await next.figures('gdp')).filter(({ holding }) => holding.origin)).toHaveLength(2);
    expect(await all(next.search({ words: '清溪茶' }))).toHaveLength(2);
    seen.length = 0;
    await next.catchUp({ onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual([]);
  });

  test('what another page has stored is there after a refresh', async () => {
    const store = createLibraryStore();
    const { librarian } = librarianOf(store);
    const other = createLibrarian({
      store,
      index,
      version: '1.0.0',
      now: () => new Date(),
      newId: () => 'own-other',
      announce: () => librarian.refresh(),
    });
    expect(await all(librarian.search({ words: '清溪茶' }))).toEqual([]);
    await other.add([paste(reportOf())]);
    expect((await all(librarian.search({ words: '清溪茶' }))).map(({ holding }) => holding.id)).toEqual(['own-other']);
    await other.remove('own-other');
    expect(await all(librarian.search({ words: '清溪茶' }))).toEqual([]);
  });
});

describe('asking', () => {
  test('filters hold for search', async () => {
    const { librarian } = librarianOf();
    await librarian.add([paste(reportOf()), paste(reportOf({ year: 2020, county: '青石县' }))]);
    const ids = async (filter: object) =>
      (await all(librarian.search({ words: '乡村振兴', filter }))).map(({ holding }) => holding.id);
    expect(await ids({ place: '清溪县' })).toEqual(['own-1']);
    expect(await ids({ origin: 'added' })).toEqual(['own-2', 'own-1']);
    expect(await ids({ origin: 'added', to: 2019 })).toEqual(['own-1']);
    expect(await ids({ origin: 'added', from: 2020 })).toEqual(['own-2']);
    expect(await ids({ origin: 'bundled' })).toContain('hengyang-2020');
    expect(await ids({ level: 'province' })).toEqual([]);
    expect(await ids({ kind: 'article', origin: 'added' })).toEqual([]);
  });

  test('a search that nobody takes further reads no further', async () => {
    const { librarian, store } = librarianOf();
    const years = Array.from({ length: 60 }, (_, i) => 1960 + i);
    await librarian.add(years.map((year) => paste(reportOf({ year }))));
    const texts = vi.spyOn(store, 'texts');
    for await (const { holding } of librarian.search({ words: '清溪', filter: { origin: 'added' } })) {
      expect(holding.year).toBe(2019);
      break;
    }
    expect(texts.mock.calls.flatMap(([ids]) => ids).length).toBeLessThanOrEqual(36);
    const stop = new AbortController();
    const seen: Found[] = [];
    for await (const one of librarian.search({ words: '清溪' }, { signal: stop.signal })) {
      seen.push(one);
      stop.abort();
    }
    expect(seen).toHaveLength(1);
  });

  test('figures come from all reports by place and year, and are counted', async () => {
    const { librarian } = librarianOf();
    const before = (await librarian.indicators()).find(({ id }) => id === 'gdp')!.reports;
    await librarian.add([paste(reportOf({ year: 2020 })), paste(reportOf())]);
    const figures = await librarian.figures('gdp');
    const own = figures.filter(({ holding }) => holding.place === '清溪县');
    expect(own.map(({ holding }) => holding.year)).toEqual([2019, 2020]);
    expect(own[0]!.observations.map(({ value, status }) => [value, status])).toEqual([
      [8, 'actual'],
      [8.5, 'target'],
    ]);
    expect(figures.some(({ holding }) => holding.id === 'hengyang-2020')).toBe(true);
    expect(figures.some(({ holding }) => holding.id === 'hengyang-2020-continuation')).toBe(false);
    expect((await librarian.indicators()).find(({ id }) => id === 'gdp')!.reports).toBe(before + 2);
  });

  test('matching finds the passage of an added report and says why', async () => {
    const { librarian } = librarianOf();
    const ferry = '修复清溪古渡口石阶，整治渡船安全隐患，恢复两岸摆渡通航，让古渡口焕发新生机，方便两岸群众往来。';
    const years = [2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022];
    await librarian.add(years.map((year) => paste(reportOf({ year, more: year === 2016 ? `${ferry}\n` : '' }))));
    const query = '修复古渡口，整治渡船安全隐患，恢复摆渡通航。';
    const [best] = await librarian.match(query);
    expect(best).toMatchObject({ holding: { year: 2016 }, quote: expect.stringContaining('修复清溪古渡口') });
    expect(best!.why.length).toBeGreaterThan(0);
    const text = (await librarian.open(best!.holding.id))!.text;
    expect(text.slice(best!.start, best!.end)).toBe(ferry);
    const without = await librarian.match(query, { exclude: [best!.holding.id] });
    expect(without.map(({ holding }) => holding.id)).not.toContain(best!.holding.id);
    const bundled = await librarian.match('加快推进城市轨道交通和地下综合管廊建设', { filter: { origin: 'bundled' } });
    expect(bundled.every(({ holding }) => holding.origin === null)).toBe(true);
  });

  test('without added reports matching answers as the bundled matcher does', async () => {
    const { librarian } = librarianOf();
    const { makeMatcher } = await import('../../lib/corpus/match');
    const query = '大力推进三高四新战略，打造重要先进制造业高地';
    const expected = makeMatcher(index).match(query, { top: 5 });
    const matches = await librarian.match(query, { top: 5 });
    expect(expected.length).toBeGreaterThan(0);
    expect(matches.map(({ holding, start, end, score }) => [holding.id, start, end, score])).toEqual(
      expected.map(({ reportId, start, end, score }) => [reportId, start, end, score]),
    );
  });
});
