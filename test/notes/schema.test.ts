import { describe, expect, test } from 'vitest';
import { LIMITS, parseDraft, parseNote } from '../../lib/notes/schema';
import { draftOf, idOf, noteOf } from './notes';

const quote = draftOf().selector[0]!;
const position = draftOf().selector[1]!;

describe('a draft', () => {
  test.each([
    ['new', draftOf()],
    ['changed', draftOf({ id: idOf(1) })],
    ['empty, for a mere highlight', draftOf({ text: '' })],
    ['of no report', draftOf({ report: null })],
    ['without a position', draftOf({ selector: [quote] })],
  ])('%s passes unchanged', (_, draft) => {
    expect(parseDraft(structuredClone(draft))).toEqual(draft);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a string', 'draft'],
    ['a list', [draftOf()]],
    ['an unknown field', { ...draftOf(), source: 'https://www.gov.cn/' }],
    ['an id undefined', { ...draftOf(), id: undefined }],
    ['an id of another kind', { ...draftOf(), id: '1' }],
    ['a text that is a number', { ...draftOf(), text: 9 }],
    ['no selector', { ...draftOf(), selector: [] }],
    ['a position alone', { ...draftOf(), selector: [position] }],
    ['a foreign selector', { ...draftOf(), selector: [quote, { type: 'XPathSelector', value: '//p' }] }],
    ['an empty quote', { ...draftOf(), selector: [{ ...quote, exact: '' }] }],
    ['a position backwards', { ...draftOf(), selector: [quote, { ...position, start: 9, end: 3 }] }],
    ['a position not whole', { ...draftOf(), selector: [quote, { ...position, start: 0.5 }] }],
    ['a position before the text', { ...draftOf(), selector: [quote, { ...position, start: -1 }] }],
    ['a position of infinity', { ...draftOf(), selector: [quote, { ...position, end: Number.POSITIVE_INFINITY }] }],
    ['a year that is a string', { ...draftOf(), report: { place: '衡阳市', year: '2020' } }],
    ['a report without a place', { ...draftOf(), report: { place: '', year: 2020 } }],
    ['a prototype key', JSON.parse(JSON.stringify(draftOf()).replace('{', '{"__proto__":{"id":"x"},'))],
    ['a constructor key', { ...draftOf(), constructor: 1 }],
    ['a prototype key inside', { ...draftOf(), report: JSON.parse('{"place":"衡阳市","year":2020,"__proto__":{}}') }],
  ])('with %s is refused', (_, input) => {
    expect(() => parseDraft(input)).toThrow(expect.objectContaining({ code: 'invalid' }));
  });

  test.each<[string, unknown]>([
    ['text', draftOf({ text: '字'.repeat(LIMITS.text + 1) })],
    ['quote', draftOf({ selector: [{ ...quote, exact: '字'.repeat(LIMITS.quote + 1) } as never] })],
    ['context', draftOf({ selector: [{ ...quote, prefix: '字'.repeat(LIMITS.context + 1) } as never] })],
    ['list of selectors', draftOf({ selector: Array(LIMITS.selectors + 1).fill(quote) })],
  ])('with too long a %s is refused as too long', (_, input) => {
    expect(() => parseDraft(input)).toThrow(expect.objectContaining({ code: 'too_long' }));
  });
});

describe('a stored note', () => {
  test('passes unchanged', () => {
    expect(parseNote(structuredClone(noteOf(1)))).toEqual(noteOf(1));
  });

  test.each<[string, unknown]>([
    ['HTML as its body', noteOf(1, { body: [{ type: 'TextualBody', value: '<b>', format: 'text/html' as never }] })],
    ['a time that is none', noteOf(1, { created: 'yesterday' })],
    ['an unknown motivation', noteOf(1, { motivation: 'linking' as never })],
  ])('with %s is refused', (_, input) => {
    expect(() => parseNote(input)).toThrow(expect.objectContaining({ code: 'invalid' }));
  });
});
