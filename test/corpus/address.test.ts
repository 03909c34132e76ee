import { describe, expect, it } from 'vitest';
import { NOTEBOOK_HASH, parseReaderHash, readerHash } from '../../lib/corpus/address';

describe('the address of a place in the reader', () => {
  it.each([
    [{ reportId: 'hengyang-2020' }, '#hengyang-2020'],
    [{ reportId: 'hengyang-2020', sectionId: '3.1' }, '#hengyang-2020/3.1'],
    [{ reportId: 'shigu-2021', start: 120, end: 164 }, '#shigu-2021@120-164'],
    [{ reportId: 'hengyang-2020-continuation', against: 'hengyang-2020' }, '#hengyang-2020-continuation~hengyang-2020'],
  ])('is written and read the same way', (place, hash) => {
    expect(readerHash(place)).toBe(hash);
    expect(parseReaderHash(hash)).toEqual(place);
  });

  it.each(['', '#', '#../options', '#a/b', '#a@1', '#a@1-99999999', 'a', '#a"><script>'])('refuses %j', (hash) => {
    expect(parseReaderHash(hash)).toBeNull();
  });

  it('takes the notebook for no report', () => {
    expect(NOTEBOOK_HASH).toBe('#notebook');
    expect(parseReaderHash(NOTEBOOK_HASH)).toBeNull();
    expect(parseReaderHash('#notebook-2020')).toEqual({ reportId: 'notebook-2020' });
  });
});
