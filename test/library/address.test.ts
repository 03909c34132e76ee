import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  indicatorHash,
  KINDS,
  LEVELS,
  linkHash,
  ORIGINS,
  parseIndicatorHash,
  parseSearchHash,
  parseTermHash,
  searchHash,
  termHash,
} from '../../lib/library/address';
import type { Filter } from '../../lib/library/types';

describe('the address of a search', () => {
  it('is read as it was written', () => {
    const hash = searchHash({ words: '"一般公共预算" 税收', filter: { place: '衡阳市', from: 2012, kind: 'report' } });
    expect(hash).toBe(
      `#search?q=${encodeURIComponent('"一般公共预算" 税收')}&place=${encodeURIComponent('衡阳市')}&from=2012&kind=report`,
    );
    expect(parseSearchHash(hash)).toEqual({
      words: '"一般公共预算" 税收',
      filter: { place: '衡阳市', from: 2012, kind: 'report' },
    });
  });

  it('is short where nothing is asked', () => {
    expect(searchHash({ words: '', filter: {} })).toBe('#search');
    expect(parseSearchHash('#search')).toEqual({ words: '', filter: {} });
  });

  it('keeps whatever is searched for', () => {
    const filter = fc.record(
      {
        place: fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }),
        level: fc.constantFrom(...LEVELS),
        from: fc.integer({ min: 1000, max: 2999 }),
        to: fc.integer({ min: 1000, max: 2999 }),
        kind: fc.constantFrom(...KINDS),
        origin: fc.constantFrom(...ORIGINS),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), filter, (words, asked) => {
        const address = { words, filter: asked as Filter };
        expect(parseSearchHash(searchHash(address))).toEqual(address);
      }),
    );
  });

  it.each([
    '#search?',
    '#search?q',
    '#search?level=village',
    '#search?from=99',
    '#search?to=20222',
    '#search?kind=',
    '#search?q=%E0%A4%A',
    '#search?other=1',
    '#searching',
    `#search?q=${'长'.repeat(501)}`,
  ])('refuses %j', (hash) => {
    expect(parseSearchHash(hash)).toBeNull();
  });
});

describe('the address of an indicator', () => {
  it.each([
    [{ id: null, places: [] }, '#indicator'],
    [{ id: 'gdp', places: [] }, '#indicator/gdp'],
    [
      { id: 'jobs_urban_new', places: ['衡阳市', '衡阳市石鼓区'] },
      `#indicator/jobs_urban_new?place=${encodeURIComponent('衡阳市')}&place=${encodeURIComponent('衡阳市石鼓区')}`,
    ],
  ])('is written and read the same way', (address, hash) => {
    expect(indicatorHash(address)).toBe(hash);
    expect(parseIndicatorHash(hash)).toEqual(address);
  });

  it.each(['#indicator/', '#indicator/GDP', '#indicator/a/b', '#indicator/gdp?year=2020', '#indicators'])(
    'refuses %j',
    (hash) => {
      expect(parseIndicatorHash(hash)).toBeNull();
    },
  );
});

describe('the address of a term', () => {
  it.each(['三高四新', '“六稳”', '5G/6G 100%', '放管服？'])('keeps %j', (term) => {
    expect(parseTermHash(termHash(term))).toBe(term);
  });

  it('is read when nobody has encoded it', () => {
    expect(parseTermHash('#term/三高四新')).toBe('三高四新');
  });

  it.each(['#term/', '#term', '#term/%E0%A4%A', '#term/a/b', `#term/${'长'.repeat(61)}`, '#term/%20'])(
    'refuses %j',
    (hash) => {
      expect(parseTermHash(hash)).toBeNull();
    },
  );
});

describe('the address that a card leads to', () => {
  it.each(['#hengyang-2020', '#own-abc@12-20', '#term/%E5%85%AD%E7%A8%B3', '#indicator/gdp'])(
    'is %j itself',
    (hash) => {
      expect(linkHash(hash)).toBe(hash);
    },
  );

  it('is written anew', () => {
    expect(linkHash('#term/六稳')).toBe('#term/%E5%85%AD%E7%A8%B3');
  });

  it.each([
    '',
    '#notebook',
    '#search?q=a',
    '#term/',
    '#indicator/GDP',
    'https://evil.example/#term/a',
    '#../popup.html',
  ])('refuses %j', (hash) => {
    expect(linkHash(hash)).toBeNull();
  });
});
