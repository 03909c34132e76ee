import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { anchor, createAnchorer } from '../../lib/notes/anchor';
import { normalise } from '../../lib/text/normal';
import { describe } from '../../lib/text/quote';
import { accuracy } from '../bench/anchor';
import { chance, deleteSentences, editCharacters, moveParagraphs, reset } from '../bench/peers/edits';

const folder = new URL('../../seeds/reports/', import.meta.url);
const reports = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
const report = readFileSync(new URL('hengyang-2020.txt', folder), 'utf8');

const PASSAGE =
  '一年来，面对外部环境深刻变化，全市上下坚持稳中求进。地区生产总值预计增长8%以上，位居全省前列；' +
  '规模工业增加值、固定资产投资分别增长9%、12%，一般公共预算收入完成270.06亿元、排名第四位，' +
  '地方税占比提高到64.9%，主要经济指标普遍高于全国、全省平均水平。';

/** The selectors of the first place where the words stand in a text. */
function selectorsOf(text: string, words: string) {
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return describe(text, start, start + words.length);
}

/** Anchors words of a text in what the text has become; `at` is what stands there now. */
function follow(words: string, before: string, after: string) {
  const { state, start, end, changes } = anchor(after, selectorsOf(before, words));
  return { state, at: start === null ? null : after.slice(start, end!), changes };
}

group('exact', () => {
  test('a passage that stands as it stood', () => {
    const selectors = selectorsOf(report, '规模工业增加值、固定资产投资分别增长');
    expect(anchor(report, selectors)).toEqual({
      state: 'exact',
      start: selectors[1].start,
      end: selectors[1].end,
      score: 1,
      changes: [],
    });
  });

  test('under a banner that the page has got', () => {
    const after = `通知公告　首页 > 政务公开　字体：大 中 小　打印\n${PASSAGE}`;
    expect(follow('位居全省前列', PASSAGE, after)).toEqual({ state: 'exact', at: '位居全省前列', changes: [] });
  });

  test('in other widths, spaces and line breaks, even inside a figure', () => {
    const after = PASSAGE.replace('8%', '8 ％')
      .replace('270.06亿元、排', '２７０．\n０６ 亿元、\r\n排')
      .replace('一年来', '　　一年来');
    expect(follow('270.06亿元、排名第四位', PASSAGE, after)).toEqual({
      state: 'exact',
      at: '２７０．\n０６ 亿元、\r\n排名第四位',
      changes: [],
    });
  });

  test('without its position, or with nothing around it', () => {
    const [quote] = selectorsOf(report, '千亿产业加快布局');
    expect(anchor(report, [quote]).state).toBe('exact');
    expect(anchor(report, [{ ...quote, prefix: '', suffix: '' }]).state).toBe('exact');
  });

  test('a quote that begins inside a figure covers the same characters', () => {
    const result = follow('06亿元', PASSAGE, `\n\n${PASSAGE.replace('一年来', '过去的一年')}`);
    expect(result).toEqual({ state: 'exact', at: '06亿元', changes: [] });
  });
});

group('moved', () => {
  const text =
    '第一段讲工业。全市规模工业增加值增长9%，创近年新高。\n' +
    '第二段讲农业。粮食总产稳定在百亿斤以上。\n' +
    '第三段讲民生。新增城镇就业六万人，失业率控制在4%以内。\n';

  test('with its paragraph to another place', () => {
    const paragraphs = report.split('\n');
    const words = '规模工业增加值、固定资产投资分别增长';
    const from = paragraphs.findIndex((paragraph) => paragraph.includes(words));
    const [taken] = paragraphs.splice(from, 1);
    const after = [...paragraphs, taken].join('\n');
    expect(follow(words, report, after)).toEqual({ state: 'moved', at: words, changes: [] });
  });

  test('among short paragraphs', () => {
    const after = text.trim().split('\n').reverse().join('\n');
    expect(follow('新增城镇就业六万人', text, after)).toEqual({
      state: 'moved',
      at: '新增城镇就业六万人',
      changes: [],
    });
    expect(follow('规模工业增加值增长9%', text, after).state).toBe('moved');
  });
});

group('edited', () => {
  test.each([
    ['主要经济指标普遍高于全国、全省平均水平', '高于', '低于', [{ before: '高', after: '低' }]],
    ['固定资产投资分别增长9%', '固定资产', '全社会固定资产', []],
    ['主要经济指标普遍高于全国', '普遍', '', [{ before: '普遍', after: '' }]],
    ['面对外部环境深刻变化', '深刻', '深刻而复杂的', [{ before: '', after: '而复杂的' }]],
    ['分别增长9%、12%', '分别增长', '分别下降', [{ before: '增长', after: '下降' }]],
    ['增长8%以上', '以上', '', [{ before: '以上', after: '' }]],
    ['排名第四位', '第四位', '第4位', [{ before: '四', after: '4' }]],
  ])('%s: %s becomes %s', (words, from, to, changes) => {
    const { state, changes: found } = follow(words, PASSAGE, PASSAGE.replace(from, to));
    expect(found).toEqual(changes);
    expect(state).toBe(changes.length > 0 ? 'edited' : 'exact');
  });

  test('a clause may be inserted into a long passage, and cut from it', () => {
    const longer = PASSAGE.replace('投资分别', '投资在外部需求减弱、内部结构调整和改革任务繁重等困难叠加的情况下分别');
    const words = '规模工业增加值、固定资产投资分别增长9%、12%';
    expect(follow(words, PASSAGE, longer)).toMatchObject({
      state: 'edited',
      changes: [{ before: '', after: '在外部需求减弱、内部结构调整和改革任务繁重等困难叠加的情况下' }],
    });
    const long = PASSAGE.replace('投资分别', '投资在外部需求减弱的情况下分别');
    const all = long.slice(long.indexOf('规模'), long.indexOf('，一般公共'));
    expect(follow(all, long, PASSAGE)).toMatchObject({ state: 'edited', at: words });
  });
});

group('value_changed', () => {
  test.each([
    ['增长8%以上', '8%', '8.5%', '8%以上', '8.5%以上'],
    ['增长8%以上', '8%以上', '8%左右', '8%以上', '8%左右'],
    ['270.06亿元', '270.06', '270.6', '270.06亿元', '270.6亿元'],
    ['270.06亿元', '亿元', '万元', '270.06亿元', '270.06万元'],
    ['9%', '9%、', '19%、', '9%', '19%'],
    ['12%', '12%', '2%', '12%', '2%'],
    ['第四位', '第四位', '第三位', '四', '三'],
    ['第四位', '第四位', '第十四位', '四', '十四'],
    ['四', '第四位', '第十四位', '四', '十四'],
    ['四', '第四位', '第四十位', '四', '四十'],
    ['排名第四位', '第四位', '第5位', '四', '5'],
  ])('%s: %s becomes %s', (words, from, to, before, after) => {
    expect(follow(words, PASSAGE, PASSAGE.replace(from, to))).toMatchObject({
      state: 'value_changed',
      changes: [{ before, after }],
    });
  });

  test('lists every figure that changed, and no other', () => {
    const after = PASSAGE.replace('9%、12%', '9%、11.8%').replace('270.06', '268');
    const words = '分别增长9%、12%，一般公共预算收入完成270.06亿元';
    expect(follow(words, PASSAGE, after)).toEqual({
      state: 'value_changed',
      at: '分别增长9%、11.8%，一般公共预算收入完成268亿元',
      changes: [
        { before: '12%', after: '11.8%' },
        { before: '270.06亿元', after: '268亿元' },
      ],
    });
  });

  test('a figure written otherwise is edited, not changed', () => {
    const text = '全年地区生产总值达到1985亿元，比上年增长8%，财政收入稳步提高。';
    expect(follow('1985亿元', text, text.replace('1985', '1,985'))).toMatchObject({ state: 'edited' });
    expect(follow('增长8%', text, text.replace('8%', '8.0%'))).toMatchObject({ state: 'edited' });
  });

  test('a figure in the next cell of a table is another figure', () => {
    const text = '指标\n单位\n2019年\n2020年\n地区生产总值\n亿元\n912\n985\n人均\n元\n';
    expect(follow('912', text, text.replace('912', '918'))).toEqual({
      state: 'value_changed',
      at: '918',
      changes: [{ before: '912', after: '918' }],
    });
  });
});

group('ambiguous', () => {
  const twins = '全市投资增长9%。工业稳中有进。全市投资增长9%。工业稳中有进。';

  test('of two places that fit alike neither is given', () => {
    const [quote] = describe(twins, 2, 8);
    expect(anchor(twins, [{ ...quote, prefix: '全市', suffix: '。工业' }])).toEqual({
      state: 'ambiguous',
      start: null,
      end: null,
      score: null,
      changes: [],
    });
  });

  test('the old position chooses between them', () => {
    const second = twins.lastIndexOf('投资');
    const [quote, position] = describe(twins, second, second + 6);
    expect(anchor(`　${twins}`, [{ ...quote, prefix: '全市', suffix: '。工业' }, position])).toMatchObject({
      state: 'exact',
      start: second + 1,
    });
  });

  test('the old position does not choose a place that fits worse', () => {
    const text = '工业投资增长9%，全年目标完成。\n农业投资增长9%，全年任务过半。\n';
    const [quote] = selectorsOf(text, '增长9%');
    const second = text.lastIndexOf('增长9%');
    const position = { type: 'TextPositionSelector', start: second, end: second + 4 } as const;
    expect(anchor(text, [quote, position])).toMatchObject({ start: text.indexOf('增长9%') });
  });
});

group('orphaned', () => {
  test('a passage that is gone', () => {
    const words = '主要经济指标普遍高于全国、全省平均水平';
    expect(follow(words, report, report.replace(words, ''))).toEqual({ state: 'orphaned', at: null, changes: [] });
  });

  test('a figure that is gone from a list does not take its neighbour', () => {
    const after = PASSAGE.replace('规模工业增加值、固定资产投资分别增长9%、12%，', '');
    for (const words of ['分别增长9%', '12%', '固定资产投资分别增长9%、12%']) {
      expect(follow(words, PASSAGE, after).state).toBe('orphaned');
    }
  });

  test('four characters that stand elsewhere, without their context', () => {
    const [quote, position] = selectorsOf(PASSAGE, '全省前列');
    const text = `${'工业经济稳步向好。'.repeat(20)}各项改革走在全省前列，为人称道。`;
    expect(anchor(text, [quote, position]).state).toBe('orphaned');
  });

  test("last year's figure does not become this year's target", () => {
    const before =
      '过去一年，地区生产总值增长6.1%、突破2万亿元大关，规模以上工业增加值增长8%，固定资产投资增长6.9%，社会消费品零售总额增长2%。\n' +
      '今年主要预期目标是：地区生产总值增长6%左右；规模以上工业增加值增长8%左右；固定资产投资增长10%左右；社会消费品零售总额增长5%左右。\n';
    const after = before.slice(before.indexOf('\n') + 1);
    expect(follow('固定资产投资增长6.9%', before, after).state).toBe('orphaned');
    expect(follow('6.9%', before, after).state).toBe('orphaned');
  });

  test.each([
    ['no selector', []],
    ['only a position', [{ type: 'TextPositionSelector', start: 0, end: 4 }]],
    ['an empty quote', [{ type: 'TextQuoteSelector', exact: '', prefix: '一年来', suffix: '' }]],
    ['a quote of spaces', [{ type: 'TextQuoteSelector', exact: ' \n', prefix: '', suffix: '' }]],
  ] as const)('%s', (_, selectors) => {
    expect(anchor(PASSAGE, selectors).state).toBe('orphaned');
  });

  test('anything on an empty page', () => {
    expect(anchor('', selectorsOf(PASSAGE, '全省前列')).state).toBe('orphaned');
  });
});

group('hostile input', () => {
  test.each([
    ['one character', '增'.repeat(200_000), '增'.repeat(50), '增'.repeat(30)],
    ['figures', '9%、'.repeat(60_000), '9%、9%、8%', '、9%、9%、9%'],
    ['line breaks', '\n'.repeat(200_000), '增长\n\n\n\n9%', '\n\n\n\n\n'],
  ])('a page of nothing but %s is answered at once', (_, page, exact, context) => {
    const start = performance.now();
    anchor(page, [
      { type: 'TextQuoteSelector', exact, prefix: context, suffix: context },
      { type: 'TextPositionSelector', start: 100, end: 110 },
    ]);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  test('a whole report is a quote like any other', () => {
    const start = report.indexOf('现在');
    const selectors = describe(report, start, report.length - 10);
    const edited = editCharacters(report, 0.02, chance(1)).text;
    const result = anchor(edited, selectors);
    expect(result.state).toBe('value_changed');
    expect(result.end! - result.start!).toBeGreaterThan(0.9 * (report.length - start));
  });

  test('any strings are answered, and what is given lies on the page', () => {
    const words = fc.array(
      fc.constantFrom('增长', '9', '%', '.', ',', ' ', '\n', '投资', '一', '十', '😀', '**', '# '),
      {
        maxLength: 40,
      },
    );
    const string = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      words.map((list) => list.join('')),
    );
    fc.assert(
      fc.property(string, string, string, string, fc.nat(80), (text, prefix, exact, suffix, start) => {
        const result = anchor(text, [
          { type: 'TextQuoteSelector', prefix, exact, suffix },
          { type: 'TextPositionSelector', start, end: start + 1 },
        ]);
        if (result.start === null) {
          expect(result).toMatchObject({ end: null, score: null, changes: [] });
          expect(['ambiguous', 'orphaned']).toContain(result.state);
        } else {
          expect(result.start).toBeGreaterThanOrEqual(0);
          expect(result.end).toBeGreaterThan(result.start);
          expect(result.end).toBeLessThanOrEqual(text.length);
          expect(result.score).toBeGreaterThanOrEqual(0.65);
          expect(result.score).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

group('on the seeds, for any passage,', () => {
  /** A report, a passage of it and a seed of chance. */
  const cases = fc
    .tuple(fc.nat(reports.length - 1), fc.constantFrom(4, 8, 15, 30, 60), fc.nat(), fc.integer())
    .map(([which, length, at, seed]) => ({ which, length, start: at % (reports[which]!.length - length), seed }))
    .filter(({ which, start, length }) => {
      const words = reports[which]!.slice(start, start + length);
      // Marks at the edge of a quote are not words, and half a mark is not even a mark.
      return /^[^\s*#][^\n]*[^\s*#]$/.test(words) && words.replace(/[\s*#-]/g, '').length > length / 2;
    });
  const bare = (text: string) => normalise(text).text.replace(/\s/g, '');

  test('the unchanged text gives it back', () => {
    fc.assert(
      fc.property(cases, ({ which, start, length }) => {
        const text = reports[which]!;
        const result = anchor(text, describe(text, start, start + length));
        expect(result).toMatchObject({ state: 'exact', start, end: start + length, score: 1 });
      }),
    );
  });

  test('other widths and line breaks leave it exact', () => {
    fc.assert(
      fc.property(cases, ({ which, start, length, seed }) => {
        const text = reports[which]!;
        const { text: after } = reset(text, 20 + (Math.abs(seed) % 30));
        const result = anchor(after, describe(text, start, start + length));
        expect(result.state).toBe('exact');
        expect(bare(after.slice(result.start!, result.end!))).toBe(bare(text.slice(start, start + length)));
      }),
      { numRuns: 100 },
    );
  });

  test('after any edits a place that is given as exact or moved has its very words', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(0.02, 0.1, 0.3), ({ which, start, length, seed }, share) => {
        const text = reports[which]!;
        const { text: after } = editCharacters(text, share, chance(seed));
        const result = anchor(after, describe(text, start, start + length));
        if (result.state !== 'exact' && result.state !== 'moved') return;
        expect(bare(after.slice(result.start!, result.end!))).toBe(bare(text.slice(start, start + length)));
        expect(result.changes).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('a changed figure in it is never shown without warning', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 9 }), ({ which, start, length }, digit) => {
        const text = reports[which]!;
        const at = start + text.slice(start, start + length).search(/\d/);
        fc.pre(at >= start && text[at] !== String(digit));
        const after = text.slice(0, at) + digit + text.slice(at + 1);
        const { state, changes } = anchor(after, describe(text, start, start + length));
        // 09 is 9 in another spelling; everything else is another value.
        expect(['value_changed', 'edited']).toContain(state);
        expect(changes).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });
});

test('one anchorer answers like many', () => {
  const { text: after } = moveParagraphs(report, chance(5));
  const locate = createAnchorer(normalise(after));
  for (let start = 200; start < 2_000; start += 100) {
    const selectors = describe(report, start, start + 12);
    expect(locate(selectors)).toEqual(anchor(after, selectors));
  }
});

test('a deleted sentence leaves its note without a place', () => {
  const start = report.indexOf('实际利用外资');
  const { text: after } = deleteSentences(report, start, start + 6);
  expect(anchor(after, describe(report, start, start + 6)).state).toBe('orphaned');
});

test('keeps the goals of the benchmark, here with fewer trials', () => {
  const { edits, paragraphMoves, widthAndLineBreaks, deletion, changedNumbers } = accuracy({ samples: 5, seed: 7 });
  expect(edits['10%']!.right).toBeGreaterThanOrEqual(0.98);
  expect(paragraphMoves.right).toBeGreaterThanOrEqual(0.98);
  expect(widthAndLineBreaks.right).toBe(1);
  expect(deletion.wrong).toBeLessThanOrEqual(0.01);
  expect(changedNumbers).toMatchObject({ flagged: 1, shownWithoutWarning: 0 });
});

group('between a report and a newspaper that carries a part of it', () => {
  const continuation = readFileSync(new URL('hengyang-2020-continuation.txt', folder), 'utf8');

  // Read side by side in seeds/reports: the same place of both, with what the newspaper has otherwise.
  test.each([
    ['完成城镇老旧小区治理22所', '完成城镇小区配套幼儿园治理22所', 'edited'],
    ['二是城市建设受限', '二是城市发展受限', 'edited'],
    ['新增城镇就业6.8万人、农村劳动力转移就业4.68万人', '新增城镇就业6.8万人、农村劳动力转移就业4.68万人', 'moved'],
    ['规模以上工业增加值增长9%左右', '规模工业增加值增长9%左右', 'edited'],
    ['重点发展东江综合物流产业园', '重点发展东阳渡综合物流产业园', 'edited'],
    ['加强政府债务管理', '加强政府债务管理', 'moved'],
  ])('%s stands there as %s', (words, there, state) => {
    const result = follow(words, continuation, report);
    expect(result.at?.replace(/\s/g, '')).toBe(there);
    expect(result.state).toBe(state);
  });

  test.each([['规模工业增加值、固定资产投资分别增长 9%、12%'], ['组建重大产业项目办'], ['制造业发展势头强劲']])(
    '%s is not in the newspaper',
    (words) => {
      expect(follow(words, report, continuation).state).toBe('orphaned');
    },
  );
});
