import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineAt, scanJson } from '../../lib/notes/jsonPlaces';

const KEYS = new Set(['items']);

function isValid(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test.each([
  ['[1, {"a": [2]}, "x]"]', [1, 4, 16]],
  ['{"items": [], "first": 1}', []],
  ['{"first": {"total": [9], "items": [{}, []]}}', [35, 39]],
  ['{"items": 3, "a": ["items", [1]]}', []],
  [' "items" ', []],
])('%s has its list at %j', (text, elements) => {
  expect(scanJson(text, KEYS)).toEqual({ fault: null, elements });
});

test.each([
  ['', 0],
  ['[1, 2', 5],
  ['[1 2]', 3],
  ['{"a" 1}', 5],
  ['{a: 1}', 1],
  ['[1,]', 3],
  ['{"a": 1,}', 8],
  ['[1] x', 4],
  ['["\\x"]', 2],
])('%s breaks at %i', (text, fault) => {
  expect(scanJson(text, KEYS).fault).toBe(fault);
});

test('finds a fault exactly where JSON.parse refuses', () => {
  const mutated = fc.tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', 'x', '1', '\n'));
  fc.assert(
    fc.property(mutated, ([json, at, insert]) => {
      const text = json.slice(0, at % (json.length + 1)) + insert + json.slice((at % (json.length + 1)) + 1);
      expect(scanJson(text, KEYS).fault === null).toBe(isValid(text));
      expect(scanJson(json, KEYS).fault).toBe(null);
    }),
    { numRuns: 1_000 },
  );
});

test('is not deep where the text is deep', () => {
  const depth = 1_000_000;
  expect(scanJson('['.repeat(depth) + ']'.repeat(depth), KEYS).fault).toBe(null);
  expect(scanJson('['.repeat(depth), KEYS).fault).toBe(depth);
});

test('counts lines from 1', () => {
  expect(lineAt('a\nb\nc', 0)).toBe(1);
  expect(lineAt('a\nb\nc', 2)).toBe(2);
  expect(lineAt('a\nb\nc', 5)).toBe(3);
});
