import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { anchor } from '../../lib/notes/anchor';
import { passageLink, toCsv, toJsonLd, toMarkdown } from '../../lib/notes/export';
import { MAX_FILE, readNotes } from '../../lib/notes/import';
import type { Note } from '../../lib/notes/types';
import { describe } from '../../lib/text/quote';
import { draftOf, idOf, noteOf, SHIGU } from './notes';

const report = readFileSync(new URL('../../seeds/reports/hengyang-2020.txt', import.meta.url), 'utf8');

group('our own export', () => {
  const notes = fc
    .array(
      fc.record({
        n: fc.nat(1_000_000),
        start: fc.nat(report.length - 60),
        length: fc.integer({ min: 1, max: 50 }),
        text: fc.string({ unit: 'grapheme', maxLength: 60 }),
        colour: fc.constantFrom(undefined, 'red', 'yellow', 'green', 'blue'),
        report: fc.constantFrom(null, SHIGU, { place: '衡阳市', year: 2020 }),
      }),
      { maxLength: 12 },
    )
    .map((list) => [
      ...new Map(
        list.map(({ n, start, length, text, colour, report: of }): [number, Note] => [
          n,
          noteOf(n, {
            motivation: text ? 'commenting' : 'highlighting',
            body: text ? [{ type: 'TextualBody', value: text, format: 'text/plain' }] : [],
            target: {
              source: 'https://www.hengyang.gov.cn/report.html',
              selector: describe(report, start, start + length),
              ...(colour && { styleClass: colour }),
            },
            report: of,
          }),
        ]),
      ).values(),
    ]);

  test('gives back the very same notes, each in its place', async () => {
    await fc.assert(
      fc.asyncProperty(notes, async (list) => {
        const back = await readNotes(toJsonLd(list));
        expect(back).toEqual(list);
        for (const { target } of back) {
          const [quote, position] = target.selector as ReturnType<typeof describe>;
          if (quote.exact.trim() === '') continue;
          expect(anchor(report, target.selector)).toMatchObject({ start: position.start, end: position.end });
        }
      }),
      { numRuns: 30 },
    );
  });

  test('of the same note twice takes the later one', async () => {
    const later = noteOf(1, { modified: '2021-01-01T00:00:00.000Z' });
    expect(await readNotes(toJsonLd([later, noteOf(1)]))).toEqual([later]);
  });
});

group('foreign annotations', () => {
  const hypothesis = {
    total: 1,
    rows: [
      {
        id: 'AbCdEf123',
        created: '2020-01-12T06:20:00.5+00:00',
        updated: '2020-01-13T06:20:00+08:00',
        user: 'acct:reader@example.org',
        uri: 'https://www.hengyang.gov.cn/report.html#p3',
        text: '<script>alert(1)</script>核对',
        tags: ['口径', '投资'],
        target: [
          {
            source: 'https://www.hengyang.gov.cn/report.html#p3',
            selector: [
              { type: 'RangeSelector', startContainer: '/div[1]/p[3]', startOffset: 3 },
              { type: 'TextPositionSelector', start: 812, end: 820 },
              { type: 'TextQuoteSelector', exact: '增长9%、12%', prefix: '分别', suffix: '，一般' },
            ],
          },
        ],
      },
    ],
  };

  test("Hypothesis' export becomes notes, markup as plain text", async () => {
    const [note, ...more] = await readNotes(JSON.stringify(hypothesis));
    expect(more).toEqual([]);
    expect(note).toEqual({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: expect.stringMatching(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      type: 'Annotation',
      motivation: 'commenting',
      created: '2020-01-12T06:20:00.500Z',
      modified: '2020-01-12T22:20:00.000Z',
      body: [
        { type: 'TextualBody', value: '<script>alert(1)</script>核对\n\n#口径 #投资', format: 'text/plain' },
        { type: 'TextualBody', value: '口径', format: 'text/plain', purpose: 'tagging' },
        { type: 'TextualBody', value: '投资', format: 'text/plain', purpose: 'tagging' },
      ],
      target: {
        source: 'https://www.hengyang.gov.cn/report.html',
        selector: [
          { type: 'TextPositionSelector', start: 812, end: 820 },
          { type: 'TextQuoteSelector', exact: '增长9%、12%', prefix: '分别', suffix: '，一般' },
        ],
      },
      report: null,
    });
  });

  test('read again they are the same notes', async () => {
    expect(await readNotes(JSON.stringify(hypothesis))).toEqual(await readNotes(JSON.stringify(hypothesis)));
  });

  const w3c = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    body: 'comment',
    target: {
      source: { id: 'https://www.gov.cn/a.html', type: 'SpecificResource' },
      selector: { type: 'TextQuoteSelector', exact: '稳中求进' },
    },
  };

  test.each([
    ['one annotation', w3c],
    ['a list', [w3c]],
    ['a page', { type: 'AnnotationPage', items: [w3c] }],
    ['a collection', { type: 'AnnotationCollection', total: 1, first: { type: 'AnnotationPage', items: [w3c] } }],
    ['a graph', { '@graph': [{ ...w3c, body: [{ type: 'TextualBody', value: 'comment' }] }] }],
  ])('W3C annotations come as %s', async (_, file) => {
    expect(await readNotes(`\ufeff${JSON.stringify(file)}`)).toMatchObject([
      {
        body: [{ value: 'comment', format: 'text/plain' }],
        target: {
          source: 'https://www.gov.cn/a.html',
          selector: [{ type: 'TextQuoteSelector', exact: '稳中求进', prefix: '', suffix: '' }],
        },
      },
    ]);
  });
});

group('a file that is not taken says where and why', () => {
  const broken = (change: (note: Record<string, unknown>) => void) => {
    const notes = JSON.parse(toJsonLd([noteOf(1), noteOf(2), noteOf(3)]));
    change(notes[1]);
    return JSON.stringify(notes, null, 1);
  };
  const second = toJsonLd([noteOf(1)]).split('\n').length - 1;

  test.each<[string, string, RegExp]>([
    ['nothing', '', /^第 1 行：文件到这里断了/],
    ['a page of HTML', '<!doctype html>\n<p>', /^第 1 行：这里不是 JSON/],
    ['a file cut off', toJsonLd([noteOf(1)]).slice(0, 300), /^第 \d+ 行：文件到这里断了/],
    ['another JSON file', '{"name": "report-margins"}', /文件里没有批注/],
    ['a number', '7', /文件里没有批注/],
    ['a list of something else', '[1]', /^第 1 行的第 1 条/],
    ['an unknown field', broken((note) => Object.assign(note, { onclick: 'x' })), RegExp(`^第 ${second} 行的第 2 条`)],
    ['a wrong type', broken((note) => Object.assign(note, { created: 7 })), RegExp(`^第 ${second} 行的第 2 条`)],
    [
      'HTML as a body',
      broken((n) => Object.assign(n, { body: [{ type: 'TextualBody', value: '', format: 'text/html' }] })),
      /第 2 条/,
    ],
    [
      'a prototype key',
      toJsonLd([noteOf(1)]).replace('"report": {', '"report": { "__proto__": {},'),
      /^第 2 行的第 1 条/,
    ],
    ['a note without a quote', '[{"target": {"source": "https://www.gov.cn/"}}]', /第 1 条：没有引文/],
    [
      'a note of no page',
      '[{"target": {"selector": {"type": "TextQuoteSelector", "exact": "9%"}}}]',
      /第 1 条：没有网址/,
    ],
    ['too long a text', JSON.stringify([{ ...draftOf(), text: '字'.repeat(60_000), target: {} }]), /第 1 条/],
    ['too large a file', ' '.repeat(MAX_FILE + 1), /文件太大/],
    ['a hundred thousand brackets', '['.repeat(100_000), /^第 1 行/],
  ])('%s', async (_, file, message) => {
    await expect(readNotes(file)).rejects.toMatchObject({
      name: 'ImportError',
      message: expect.stringMatching(message),
    });
  });

  test('any JSON is taken or refused in words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (file) => {
        const outcome = await readNotes(file).catch((error: Error) => error.name);
        expect(Array.isArray(outcome) || outcome === 'ImportError').toBe(true);
      }),
    );
  });
});

group('for reading', () => {
  const note = noteOf(1, {
    body: [{ type: 'TextualBody', value: '=核对“口径”\n**两处**', format: 'text/plain' }],
    target: {
      source: 'https://www.hengyang.gov.cn/report.html?id=1',
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: '增长9%、12%',
          prefix: '\n固定资产-投资分别',
          suffix: '，一般公共预算收入\n',
        },
      ],
    },
  });

  test('a link leads to the passage', () => {
    expect(decodeURIComponent(passageLink(note)!)).toBe(
      'https://www.hengyang.gov.cn/report.html?id=1#:~:text=固定资产-投资分别-,增长9%、12%,-，一般公共预算收'.replace(
        '固定资产-投资分别',
        '定资产-投资分别',
      ),
    );
    expect(passageLink(note)).toContain('%2d');
    expect(passageLink({ ...note, target: { ...note.target, source: 'javascript:alert(1)' } })).toBe(null);
  });

  test('Markdown has quote, note, report and link; the page cannot write Markdown', () => {
    const hostile = noteOf(2, {
      target: {
        source: 'https://www.gov.cn/',
        selector: [
          { type: 'TextQuoteSelector', exact: '# 稳中\n<img src=x>[进](javascript:x)', prefix: '', suffix: '' },
        ],
      },
      report: null,
    });
    const lines = toMarkdown([note, hostile]).split('\n');
    expect(lines).toContain('# 衡阳市 2020 年政府工作报告');
    expect(lines).toContain('> 增长9%、12%');
    expect(lines).toContain('**两处**');
    expect(lines).toContain('# 其他页面');
    expect(lines).toContain('> \\# 稳中');
    expect(lines).toContain('> \\<img src=x\\>\\[进\\](javascript:x)');
    expect(
      lines.some((line) => line.startsWith('[2020-01-12 原文](<https://www.hengyang.gov.cn/report.html?id=1#:~:text=')),
    ).toBe(true);
  });

  test('CSV has one row a note, and no cell that a spreadsheet would run', () => {
    const [header, row, end] = toCsv([note]).split('\r\n');
    expect(header).toBe('\ufeffID,CREATED,MODIFIED,PLACE,YEAR,QUOTE,NOTE,TAGS,COLOUR,URL');
    expect(row).toBe(
      `${idOf(1)},2020-01-12T00:00:01.000Z,2020-01-12T00:00:01.000Z,衡阳市,2020,增长9%、12%,"'=核对“口径”\n**两处**",,,https://www.hengyang.gov.cn/report.html?id=1`,
    );
    expect(end).toBe('');
  });
});
