import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { bitsOf, hasBit, hasBits, signatureOf } from '../../lib/library/signature';
import { findWords, readWords, searchForm } from '../../lib/library/words';
import { normalise } from '../../lib/text/normal';
import { index, librarianOf, wipe } from './library';

beforeEach(wipe);

describe('the words of a search', () => {
  test.each<[string, string[]]>([
    ['乡村振兴', ['乡村振兴']],
    ['  乡村　振兴 ', ['乡村', '振兴']],
    ['“三高 四新” 石鼓', ['三高四新', '石鼓']],
    ['"low carbon" ＧＤＰ', ['low carbon', 'gdp']],
    ['「湘江治理', ['湘江治理']],
    ['鄉村振興', ['乡村振兴']],
    ['9％ 9%', ['9%']],
    ['“” 　', []],
  ])('%s', (query, words) => expect(readWords(query)).toEqual(words));

  test('are few and short whatever is pasted', () => {
    expect(readWords('长'.repeat(100_000))[0]!.length).toBeLessThanOrEqual(500);
    expect(readWords(Array.from({ length: 400 }, (_, i) => String.fromCharCode(0x4e00 + i)).join(' '))).toHaveLength(
      16,
    );
  });
});

test('places that overlap count once, in the order of the text', () => {
  expect(findWords('湖南省在湖南', ['湖南', '湖南省'], 9)).toEqual({
    places: [
      { start: 0, end: 3 },
      { start: 4, end: 6 },
    ],
    count: 2,
  });
  expect(findWords('湖南省', ['湖南', '湖北'], 9)).toBeNull();
});

describe('signatures', () => {
  const forms = index.reports.map(({ text }) => searchForm(normalise(text).text));

  test('never lose a text that has the words', () => {
    fc.assert(
      fc.property(fc.constantFrom(...forms), fc.nat(), fc.integer({ min: 1, max: 12 }), (form, at, length) => {
        const start = at % (form.length - length);
        return hasBits(signatureOf(form), bitsOf(form.slice(start, start + length)));
      }),
      { numRuns: 200 },
    );
  });

  test('let few texts pass that have them not', () => {
    const signature = signatureOf(forms[1]!);
    const set = Array.from({ length: 65_536 }, (_, bit) => bit).filter((bit) => hasBit(signature, bit));
    expect(set.length).toBeLessThan(0.16 * 65_536);
    const foreign = new Set(forms.slice(4).flatMap((form) => form.match(/[\u4e00-\u9fff]{4}/g) ?? []));
    const absent = [...foreign].filter(
      (word) => !forms[1]!.includes(word.slice(0, 2)) && !forms[1]!.includes(word.slice(1, 3)),
    );
    const passed = absent.filter((word) => hasBits(signature, bitsOf(word)));
    expect(absent.length).toBeGreaterThan(100);
    expect(passed.length / absent.length).toBeLessThan(0.1);
  });
});

test('finds what a plain scan finds, and nothing else', async () => {
  // Few characters, so that words meet by chance, in the ways in which texts are set.
  const characters = fc.constantFrom(...'湖南省衡阳市县ＡaB％%9９ \u3000\n，,。振興兴');
  const text = fc.array(characters, { minLength: 20, maxLength: 120 }).map((chars) => chars.join(''));
  const word = fc
    .array(fc.constantFrom(...'湖南省衡阳市Aab%9振興'), { minLength: 1, maxLength: 3 })
    .map((c) => c.join(''));
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 6 }),
      fc.array(word, { minLength: 1, maxLength: 3 }),
      async (texts, words) => {
        wipe();
        const { librarian } = librarianOf();
        await librarian.add(texts.map((each) => ({ text: each, origin: { kind: 'paste', name: '' } })));
        const found = new Map<string, number>();
        const query = {
          words: words.join(' '),
          filter: { origin: 'added' as const },
          perReport: Number.POSITIVE_INFINITY,
        };
        for await (const { holding, hits, count } of librarian.search(query)) {
          const open = (await librarian.open(holding.id))!;
          expect(hits).toHaveLength(count);
          // A line break inside a hit is told from a space by what stands around it, so the whole text is put in form.
          const whole = normalise(open.text);
          for (const { start, end } of hits) {
            const there = searchForm(whole.text.slice(whole.fromSource(start), whole.fromSource(end)));
            expect(readWords(words.join(' '))).toContain(there);
          }
          found.set(open.text, count);
        }
        const expected = new Map<string, number>();
        for (const { id } of (await librarian.list()).filter(({ origin }) => origin)) {
          const own = (await librarian.open(id))!.text;
          const form = normalise(own).text.toLowerCase();
          const wanted = [...new Set(words.map((each) => normalise(each).text.toLowerCase()))];
          if (!wanted.every((each) => form.includes(each))) continue;
          expected.set(own, naiveCount(form, wanted));
        }
        expect(found).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

/** Walks through the text and takes the longest word that stands at each place. */
function naiveCount(form: string, words: string[]): number {
  let count = 0;
  for (let at = 0; at < form.length; ) {
    const here = words.filter((word) => form.startsWith(word, at)).sort((a, b) => b.length - a.length)[0];
    if (here) count++;
    at += here ? here.length : 1;
  }
  return count;
}
