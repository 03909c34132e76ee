import { describe, expect, it } from 'vitest';
import { NOTEBOOK_HASH, parseReaderHash, readerHash } from '../../lib/corpus/address';

describe('the address of a place in the reader', () => {
  it.each([
    [{ reportId: 'hengyang-2020' }, '#hengyang-2020'],
    [{ reportId: 'hengyang-2020', sectionId: '3.1' }, '#hengyang-2020/3.1'],
    [{ reportId: 'shigu-2021', start: 120, end: 164 }, '#shigu-2021@120-164'],
    [{ reportId: 'hengyang-2020-continuation', against: 'hengyang-2020' }, '#hengyang-2020-continuation~hengyang-2020'],
    [{ reportId: 'hengyang-2020', beside: 'shigu-2021' }, '#hengyang-2020+shigu-2021'],
    [{ reportId: 'hengyang-2020', sectionId: '3.1', beside: 'shigu-2021' }, '#hengyang-2020/3.1+shigu-2021'],
    [{ reportId: 'a', start: 0, end: 12, beside: '2b'.repeat(40) }, `#a@0-12+${'2b'.repeat(40)}`],
  ])('is written and read the same way', (place, hash) => {
    expect(readerHash(place)).toBe(hash);
    expect(parseReaderHash(hash)).toEqual(place);
  });

  it.each([
    '',
    '#',
    '#../options',
    '#a/b',
    '#a@1',
    '#a@1-99999999',
    'a',
    '#a"><script>',
    '#a+',
    '#a+b+c',
    '#a~b+c',
    '#a+b/3',
    `#a+${'b'.repeat(81)}`,
  ])('refuses %j', (hash) => {
    expect(parseReaderHash(hash)).toBeNull();
  });

  it('takes the notebook for no report', () => {
    expect(NOTEBOOK_HASH).toBe('#notebook');
    expect(parseReaderHash(NOTEBOOK_HASH)).toBeNull();
    expect(parseReaderHash('#notebook-2020')).toEqual({ reportId: 'notebook-2020' });
  });
});
