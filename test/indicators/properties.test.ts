import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFigures } from '../../lib/indicators/read';
import type { Bound, Indicator, Observation } from '../../lib/indicators/types';
import type { ReportIdentity } from '../../lib/report/types';
import { normalise } from '../../lib/text/normal';

const lexicon: Indicator[] = parse(readFileSync('seeds/indicators.yaml', 'utf8'));
const report: ReportIdentity = { title: '', place: '衡阳市', level: 'prefecture', year: 2020, reviewYear: 2019 };
const HEAD = '一、2019年工作回顾\n';

function read(text: string): Observation[] {
  return readFigures(normalise(HEAD + text), { lexicon, sections: [], report }).observations;
}

/** Indicators that have a level in money and a growth, by a name that stands alone. */
const MONEY = lexicon.filter(({ unit }) => unit.includes('亿元'));
const money = fc.constantFrom(
  ...MONEY.flatMap(({ id, name, aliases }) => [name, ...aliases].map((word) => ({ id, word }))),
);
const RATES = ['urbanization', 'unemployment_registered', 'forest_coverage', 'tax_share', 'services_share'];
const rate = fc.constantFrom(
  ...lexicon.filter(({ id }) => RATES.includes(id)).map(({ id, name }) => ({ id, word: name })),
);
const number = fc.integer({ min: 1, max: 99_999 }).map((n) => n / 100);
const bound = fc.constantFrom<{ before: string; after: string; bound: Bound | null }>(
  { before: '', after: '', bound: null },
  { before: '', after: '以上', bound: 'at_least' },
  { before: '', after: '以内', bound: 'at_most' },
  { before: '', after: '左右', bound: 'about' },
  { before: '约', after: '', bound: 'about' },
  { before: '超过', after: '', bound: 'at_least' },
  { before: '不低于', after: '', bound: 'at_least' },
  { before: '不超过', after: '', bound: 'at_most' },
);

type Expected = Pick<Observation, 'indicator' | 'value' | 'unit' | 'measure' | 'bound'>;

function brief({ indicator, value, unit, measure, bound }: Expected): string {
  return `${indicator} ${value} ${unit} ${measure} ${bound}`;
}

/** A single clause: a name, a verb, a number with a bound. */
const single = fc.oneof(
  fc
    .record({ name: money, value: number, bound, verb: fc.constantFrom('增长', '同比增长', '比上年增长', '增速达到') })
    .map(({ name, value, bound, verb }) => ({
      text: `${name.word}${verb}${bound.before}${value}%${bound.after}`,
      expected: [{ indicator: name.id, value, unit: '%', measure: 'growth', bound: bound.bound }] as Expected[],
    })),
  fc.record({ name: money, value: number, verb: fc.constantFrom('下降', '同比下降') }).map(({ name, value, verb }) => ({
    text: `${name.word}${verb}${value}%`,
    expected: [{ indicator: name.id, value: -value, unit: '%', measure: 'growth', bound: null }] as Expected[],
  })),
  fc
    .record({ name: money, value: number, bound, verb: fc.constantFrom('达到', '完成', '为', '') })
    .map(({ name, value, bound, verb }) => ({
      text: `${name.word}${verb}${bound.before}${value}亿元${bound.after}`,
      expected: [{ indicator: name.id, value, unit: '亿元', measure: 'level', bound: bound.bound }] as Expected[],
    })),
  fc
    .record({ name: rate, value: number, bound, verb: fc.constantFrom('达到', '为', '提高到', '控制在') })
    .map(({ name, value, bound, verb }) => ({
      text: `${name.word}${verb}${bound.before}${value}%${bound.after}`,
      expected: [{ indicator: name.id, value, unit: '%', measure: 'level', bound: bound.bound }] as Expected[],
    })),
  fc.record({ name: rate, value: number }).map(({ name, value }) => ({
    text: `${name.word}提高${value}个百分点`,
    expected: [{ indicator: name.id, value, unit: '个百分点', measure: 'change', bound: null }] as Expected[],
  })),
);

/** Names and numbers side by side: A、B和C分别增长1%、2%和3%, then their levels or multiples. */
const parallel = fc
  .uniqueArray(fc.tuple(money, number, number), { minLength: 2, maxLength: 5, selector: ([name]) => name.id })
  .chain((rows) =>
    fc.record({
      rows: fc.constant(rows),
      joint: fc.constantFrom('、', '和'),
      numberJoint: fc.constantFrom('、', '和'),
      follow: fc.boolean(),
    }),
  )
  .map(({ rows, joint, numberJoint, follow }) => {
    const list = (words: string[], last: string) => words.slice(0, -1).join('、') + last + words[words.length - 1]!;
    const names = list(
      rows.map(([name]) => name.word),
      joint,
    );
    const levels = list(
      rows.map(([, level]) => `${level}亿元`),
      numberJoint,
    );
    const growths = list(
      rows.map(([, , growth]) => `${growth}%`),
      numberJoint,
    );
    const expected: Expected[] = rows.map(([name, level]) => ({
      indicator: name.id,
      value: level,
      unit: '亿元',
      measure: 'level',
      bound: null,
    }));
    if (follow) {
      for (const [name, , growth] of rows)
        expected.push({ indicator: name.id, value: growth, unit: '%', measure: 'growth', bound: null });
    }
    return { text: `${names}分别达到${levels}${follow ? `，分别增长${growths}` : ''}`, expected };
  });

/** A name whose growth follows after a comma, and a movement from one year's level to another's. */
const chained = fc.oneof(
  fc.record({ name: money, level: number, growth: number }).map(({ name, level, growth }) => ({
    text: `${name.word}达到${level}亿元，增长${growth}%`,
    expected: [
      { indicator: name.id, value: level, unit: '亿元', measure: 'level', bound: null },
      { indicator: name.id, value: growth, unit: '%', measure: 'growth', bound: null },
    ] as Expected[],
  })),
  fc.record({ name: rate, a: number, b: number }).map(({ name, a, b }) => ({
    text: `${name.word}由2015年的${a}%提高到${b}%`,
    expected: [
      { indicator: name.id, value: a, unit: '%', measure: 'level', bound: null },
      { indicator: name.id, value: b, unit: '%', measure: 'level', bound: null },
    ] as Expected[],
  })),
);

const statement = fc.oneof(single, parallel, chained);
const sentence = fc
  .array(statement, { minLength: 1, maxLength: 4 })
  .chain((parts) => fc.tuple(fc.constant(parts), fc.constantFrom('；', '。')))
  .map(([parts, joint]) => ({
    text: `${parts.map(({ text }) => text).join(joint)}。`,
    expected: parts.flatMap(({ expected }) => expected),
  }));

describe('a generated clause parses back to what it was made from', () => {
  test('names, 分别, values, units and bounds in any arrangement', () => {
    fc.assert(
      fc.property(sentence, ({ text, expected }) => {
        expect(read(text).map(brief)).toEqual(expected.map(brief));
      }),
      { numRuns: 400 },
    );
  });

  test('more names than numbers, or fewer, make nothing of that clause', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(money, { minLength: 2, maxLength: 5, selector: ({ id }) => id }),
        fc.array(number, { minLength: 2, maxLength: 6 }),
        (names, values) => {
          fc.pre(names.length !== values.length);
          const text = `${names.map(({ word }) => word).join('、')}分别增长${values.map((value) => `${value}%`).join('、')}。`;
          expect(read(text)).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});

/** The same text in other widths and with padding; digits and points stay together. */
function disguise(text: string, wide: boolean, pad: boolean): string {
  let out = '';
  for (const char of text) {
    const code = char.charCodeAt(0);
    const full = wide && ((char >= '0' && char <= '9') || char === '%') ? String.fromCharCode(code + 0xfee0) : char;
    out += pad && /[\u4e00-\u9fff]/.test(char) ? `${full} ` : full;
  }
  return out;
}

describe('what changes nothing', () => {
  test('widths and spaces', () => {
    fc.assert(
      fc.property(sentence, fc.boolean(), fc.boolean(), ({ text }, wide, pad) => {
        expect(read(disguise(text, wide, pad)).map(brief)).toEqual(read(text).map(brief));
      }),
      { numRuns: 200 },
    );
  });

  test('half-width punctuation', () => {
    fc.assert(
      fc.property(sentence, ({ text }) => {
        const half = text.replaceAll('，', ',').replaceAll('；', ';');
        expect(read(half).map(brief)).toEqual(read(text).map(brief));
      }),
      { numRuns: 100 },
    );
  });

  test('a line broken in the middle of a sentence', () => {
    const text =
      '全市规模工业增加值、固定资产投资、社会消费品零售总额、进出口总额分别增长9%、12%、10.2%、25%，增速均居全省前列。';
    const whole = read(text).map(brief);
    expect(whole).toHaveLength(4);
    for (let at = 26; at < text.length - 4; at++) {
      if (/[\d.%]/.test(text[at]!) && /[\d.]/.test(text[at - 1]!)) continue;
      expect(read(`${text.slice(0, at)}\n${text.slice(at)}`).map(brief)).toEqual(whole);
    }
  });
});

test('offsets name the number with its unit and bound words in the source', () => {
  const source = `${HEAD}全市　地区生产总值 突破 ３３７２ 亿元，\n增长 8％ 以上。`;
  const { observations } = readFigures(normalise(source), { lexicon, sections: [], report });
  expect(observations.map(({ start, end }) => source.slice(start, end))).toEqual(['突破 ３３７２ 亿元', '8％ 以上']);
});
