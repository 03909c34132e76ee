import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createBundledPlaces } from '../../lib/notes/bundledPlaces';
import { choicesOf, filterEntries, NO_FILTER, type NotePlace, newestFirst, toEntry } from '../../lib/notes/notebook';
import type { AnchorResult, Note } from '../../lib/notes/types';
import { describe as describePassage } from '../../lib/text/quote';
import { draftOf, HENGYANG, noteOf, SHIGU } from './notes';

const says = (value: string): Note['body'] => [{ type: 'TextualBody', value, format: 'text/plain' }];
const at = (state: AnchorResult['state']): NotePlace => ({
  reportId: 'hengyang-2020',
  result: { state, start: null, end: null, score: null, changes: [] },
});

const entries = newestFirst([
  toEntry(noteOf(1, { body: says('核对：统计公报 #口径') }), at('moved')),
  toEntry(
    noteOf(2, {
      body: says('目标偏低 #口径 #目标'),
      created: '2021-03-05T12:00:00.000Z',
      report: SHIGU,
      target: { source: 'http://www.shigu.gov.cn/a.html', selector: draftOf().selector, styleClass: 'blue' },
    }),
    null,
  ),
  toEntry(noteOf(3, { body: says('ＧＤＰ怎么算'), created: '2021-03-06T12:00:00.000Z', report: null }), null),
  toEntry(noteOf(4, { body: [] }), at('value_changed')),
]);
const numbers = (list: typeof entries) => list.map(({ note }) => Number(note.id.slice(-12)));
const found = (filter: Partial<typeof NO_FILTER>) => numbers(filterEntries(entries, { ...NO_FILTER, ...filter }));

describe('the notebook', () => {
  it('has the newest note first', () => {
    expect(numbers(entries)).toEqual([3, 2, 4, 1]);
    expect(found({})).toEqual([3, 2, 4, 1]);
  });

  it('knows of a note what its row shows', () => {
    expect(entries.find(({ note }) => note.id.endsWith('2'))).toMatchObject({
      words: '目标偏低 #口径 #目标',
      quote: '增长9%、12%',
      tags: ['口径', '目标'],
      colour: 'blue',
      report: '衡阳市石鼓区 2021',
      host: 'www.shigu.gov.cn',
      day: '2021-03-05',
      state: 'unknown',
    });
  });

  it.each<[Partial<typeof NO_FILTER>, number[]]>([
    [{ search: '统计' }, [1]],
    [{ search: '12%  目标' }, [2]],
    [{ search: '１２％' }, [3, 2, 4, 1]],
    [{ search: 'gdp' }, [3]],
    [{ search: '没有这样的话' }, []],
    [{ report: '衡阳市 2020' }, [4, 1]],
    [{ report: '' }, [3]],
    [{ tag: '口径' }, [2, 1]],
    [{ colour: 'blue' }, [2]],
    [{ colour: 'red' }, [3, 4, 1]],
    [{ state: 'found' }, [1]],
    [{ state: 'value_changed' }, [4]],
    [{ state: 'unknown' }, [3, 2]],
    [{ from: '2021-03-06' }, [3]],
    [{ to: '2021-03-05' }, [2, 4, 1]],
    [{ from: '2021-03-05', to: '2021-03-05' }, [2]],
    [{ tag: '口径', search: '目标', state: 'unknown' }, [2]],
  ])('shows with %j the notes %j', (filter, expected) => {
    expect(found(filter)).toEqual(expected);
  });

  it('offers what there is to choose from', () => {
    expect(choicesOf(entries)).toEqual({
      reports: [
        ['衡阳市 2020', 2],
        ['衡阳市石鼓区 2021', 1],
        ['', 1],
      ],
      tags: [
        ['口径', 2],
        ['目标', 1],
      ],
      colours: [
        ['red', 3],
        ['blue', 1],
      ],
      states: [
        ['found', 1],
        ['value_changed', 1],
        ['unknown', 2],
      ],
    });
  });

  it('takes any search for words and never for a pattern', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (search) => {
        const all = filterEntries(entries, { ...NO_FILTER, search });
        expect(all.every((entry) => entries.includes(entry))).toBe(true);
      }),
    );
  });

  it('filters ten thousand notes at a key press', () => {
    const many = Array.from({ length: 10_000 }, (_, n) =>
      toEntry(noteOf(n, { body: says(`第${n}条 #标签${n % 50} ${'投资、消费、出口。'.repeat(20)}`) }), null),
    );
    const start = performance.now();
    const some = filterEntries(many, { ...NO_FILTER, search: '第777条', tag: '标签27' });
    const spent = performance.now() - start;
    console.log(`notebook: 10,000 notes filtered in ${spent.toFixed(1)} ms`);
    expect(some).toHaveLength(1);
    expect(spent).toBeLessThan(200);
  });
});

describe('bundled places', () => {
  const text =
    '一、2019年工作回顾\n固定资产投资分别增长9%、12%，一般公共预算收入完成270.06亿元。困难多于预想，结果好于预期。';
  const report = { id: 'a', place: '衡阳市', year: 2020, partOf: null, text };
  const part = {
    ...report,
    id: 'a-part',
    partOf: 'a',
    text: '城镇新增就业6.5万人，农村劳动力转移就业7万人。',
  };
  const noteOn = (carrier: { text: string }, words: string) => {
    const start = carrier.text.indexOf(words);
    const selector = describePassage(carrier.text, start, start + words.length);
    return noteOf(1, { report: HENGYANG, target: { source: 'https://a.gov.cn/', selector } });
  };

  test('a note stands in the carrier that has its passage', () => {
    const find = createBundledPlaces([part, report]);
    const start = text.indexOf('12%');
    expect(find(noteOn(report, '12%'))).toMatchObject({ reportId: 'a', result: { state: 'exact', start } });
    expect(find(noteOn(part, '转移就业'))).toMatchObject({ reportId: 'a-part', result: { state: 'exact' } });
  });

  test('a note of another report, or of none, has no place', () => {
    const find = createBundledPlaces([part, report]);
    expect(find(noteOf(1, { report: SHIGU }))).toBe(null);
    expect(find(noteOf(1, { report: null }))).toBe(null);
  });

  test('a passage that no carrier has is orphaned, in the whole report', () => {
    const place = createBundledPlaces([part, report])(
      noteOn({ text: '全市粮食总产量稳定在三百万吨以上' }, '粮食总产量'),
    );
    expect(place).toMatchObject({ reportId: 'a', result: { state: 'orphaned' } });
  });
});
