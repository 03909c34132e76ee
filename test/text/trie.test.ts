import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Trie } from '../../lib/text/trie';

const words = fc.array(fc.string({ unit: fc.constantFrom(...'三高四新战略5G'), minLength: 1, maxLength: 5 }), {
  maxLength: 12,
});
const text = fc.string({ unit: fc.constantFrom(...'三高四新战略5G，的'), maxLength: 40 });

function trieOf(spellings: readonly string[]): Trie<string> {
  const trie = new Trie<string>();
  for (const spelling of spellings) trie.add(spelling, spelling);
  return trie;
}

describe('a trie', () => {
  test('finds at each place what begins there, shortest first', () => {
    fc.assert(
      fc.property(words, text, (spellings, text) => {
        const trie = trieOf(spellings);
        for (let i = 0; i < text.length; i++) {
          const begins = [...new Set(spellings)].filter((spelling) => text.startsWith(spelling, i));
          expect(trie.matches(text, i).map(({ value }) => value)).toEqual(begins.sort((a, b) => a.length - b.length));
        }
      }),
    );
  });

  test('passes over no place where something begins', () => {
    fc.assert(
      fc.property(words, text, (spellings, text) => {
        const trie = trieOf(spellings);
        const passed: number[] = [];
        for (let from = 0, i = trie.next(text, 0); from < text.length; from = i + 1, i = trie.next(text, from)) {
          for (let place = from; place < i; place++) passed.push(place);
        }
        expect(passed.filter((place) => trie.matches(text, place).length > 0)).toEqual([]);
      }),
    );
  });

  test('keeps the first value of a spelling', () => {
    const trie = new Trie<number>();
    trie.add('六稳', 1);
    trie.add('六稳', 2);
    expect(trie.matches('做好六稳工作', 2)).toEqual([{ end: 4, value: 1 }]);
  });
});
