import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Doubt, pledgesOf, type Verdict } from '../../lib/indicators/promised';
import { sightingsOf } from '../../lib/indicators/sightings';
import type { Observation } from '../../lib/indicators/types';
import { librarianOf } from '../library/library';
import { holding, sighting } from './sightings';

const plan = holding(2021);
const review = holding(2022);
const target = (more: Partial<Observation>) => sighting(plan, { status: 'target', from: 2021, to: 2021, ...more });
const outcome = (more: Partial<Observation>) => sighting(review, { from: 2021, to: 2021, ...more });
const open = (doubt: Doubt): Verdict => ({ kind: 'open', doubt });
const MET: Verdict = { kind: 'met' };
const MISSED: Verdict = { kind: 'missed' };

/** The verdict on one target by one outcome. */
function verdict(
  aimed: Partial<Observation>,
  came: Partial<Observation>,
  better: 'up' | 'down' | null = 'up',
): Verdict {
  const pledges = pledgesOf([target(aimed), outcome(came)], better ? { better } : {});
  expect(pledges).toHaveLength(1);
  return pledges[0]!.verdict;
}

describe('what was promised and what came', () => {
  it.each<[string, Partial<Observation>, Partial<Observation>, Verdict]>([
    ['增长6% → 增长6.1%', { value: 6 }, { value: 6.1 }, MET],
    ['增长6% → 增长6%', { value: 6 }, { value: 6 }, MET],
    ['增长6% → 增长5.9%', { value: 6 }, { value: 5.9 }, MISSED],
    ['6%以上 → 6%', { value: 6, bound: 'at_least' }, { value: 6 }, MET],
    ['6%以上 → 4%', { value: 6, bound: 'at_least' }, { value: 4 }, MISSED],
    ['6%左右 → 6.4%', { value: 6, bound: 'about' }, { value: 6.4 }, MET],
    ['6%左右 → 5.8%：差多少还算左右，没有人说', { value: 6, bound: 'about' }, { value: 5.8 }, open('about')],
    ['8.5% → 8%以上', { value: 8.5 }, { value: 8, bound: 'at_least' }, open('bound')],
    ['8.5% → 9%以上', { value: 8.5 }, { value: 9, bound: 'at_least' }, MET],
    ['8.5% → 8%以内', { value: 8.5 }, { value: 8, bound: 'at_most' }, MISSED],
    ['8% → 9%左右', { value: 8 }, { value: 9, bound: 'about' }, open('about')],
  ])('compares numbers and bounds: %s', (_, aimed, came, expected) => {
    expect(verdict(aimed, came)).toEqual(expected);
  });

  it('takes a lower number for the better one where the lexicon says so', () => {
    const rate: Partial<Observation> = { measure: 'level', unit: '%' };
    expect(verdict({ ...rate, value: 4.5 }, { ...rate, value: 4.2 }, 'down')).toEqual(MET);
    expect(verdict({ ...rate, value: 4.5, bound: 'at_most' }, { ...rate, value: 4.6 }, 'down')).toEqual(MISSED);
    // The article on the party congress says no more than 4.5% 以内, which may be above or below 4%.
    expect(verdict({ ...rate, value: 4, bound: 'at_most' }, { ...rate, value: 4.5, bound: 'at_most' }, 'down')).toEqual(
      open('bound'),
    );
  });

  it('reads 下降2%以上 as a fall of two percent and more', () => {
    expect(verdict({ value: -2, bound: 'at_least' }, { value: -3.1 }, 'down')).toEqual(MET);
    expect(verdict({ value: -2, bound: 'at_least' }, { value: -1.5 }, 'down')).toEqual(MISSED);
    expect(verdict({ value: -2 }, { value: -2.5, bound: 'at_least' }, 'down')).toEqual(MET);
  });

  it('says nothing where nobody says which way is welcome, unless the bound does or the number is the same', () => {
    expect(verdict({ value: 3 }, { value: 2.3 }, null)).toEqual(open('direction'));
    expect(verdict({ value: 3, bound: 'about' }, { value: 2.3 }, null)).toEqual(open('direction'));
    expect(verdict({ value: 3 }, { value: 3 }, null)).toEqual(MET);
    expect(verdict({ value: 3, bound: 'at_most' }, { value: 2.3 }, null)).toEqual(MET);
    expect(verdict({ value: 3, bound: 'at_most' }, { value: 3.1 }, null)).toEqual(MISSED);
  });

  it('converts units, and leaves what does not convert', () => {
    const level: Partial<Observation> = { measure: 'level' };
    expect(verdict({ ...level, value: 1, unit: '万亿元' }, { ...level, value: 10_200, unit: '亿元' })).toEqual(MET);
    expect(verdict({ ...level, value: 5, unit: '亿美元' }, { ...level, value: 35, unit: '亿元' })).toEqual(
      open('unit'),
    );
    expect(verdict({ ...level, value: 6, unit: '万人' }, { ...level, value: 68_000, unit: '人' })).toEqual(MET);
  });

  it('never compares a level with a growth', () => {
    const pledges = pledgesOf(
      [target({ value: 8.5, bound: 'about' }), outcome({ measure: 'level', value: 3500, unit: '亿元' })],
      { better: 'up' },
    );
    expect(pledges[0]!.verdict).toEqual(open('measure'));
    expect(pledges[0]!.outcome?.observation.value).toBe(3500);
  });

  it('puts first places before last ones', () => {
    const rank: Partial<Observation> = { measure: 'rank', unit: '位' };
    // Ranks have no unit that converts, but the same one compares.
    expect(verdict({ ...rank, value: 3 }, { ...rank, value: 2 })).toEqual(MET);
    expect(verdict({ ...rank, value: 3 }, { ...rank, value: 4 })).toEqual(MISSED);
  });

  it('keeps a range together and takes more than its upper end for kept where more is better', () => {
    const range = [
      target({ value: 6, bound: 'at_least', start: 200, end: 202 }),
      target({ value: 6.5, bound: 'at_most', start: 203, end: 207 }),
    ];
    const judged = (value: number, better?: 'up' | 'down') =>
      pledgesOf([...range, outcome({ value })], better ? { better } : {}).map((pledge) => pledge.verdict);
    expect(judged(6.2, 'up')).toEqual([MET]);
    expect(judged(7, 'up')).toEqual([MET]);
    expect(judged(5.9, 'up')).toEqual([MISSED]);
    expect(judged(7)).toEqual([MISSED]);
    expect(judged(6.5)).toEqual([MET]);
  });

  it('prefers the final figure to the estimate, and says when reports disagree', () => {
    const aimed = target({ value: 6 });
    const estimate = outcome({ value: 6.1, status: 'estimate' });
    const later = holding(2023);
    const final = sighting(later, { value: 5.8, from: 2021, to: 2021 });
    const pledge = (list: Parameters<typeof pledgesOf>[0]) => pledgesOf(list, { better: 'up' })[0]!;
    expect(pledge([aimed, estimate]).verdict).toEqual(MET);
    expect(pledge([aimed, estimate, final])).toMatchObject({ verdict: MISSED, outcome: final });
    expect(pledge([aimed, outcome({ value: 6.1 }), final]).verdict).toEqual(open('differ'));
    expect(pledge([aimed, outcome({ value: 5.9 }), final]).verdict).toEqual(MISSED);
  });

  it('knows no outcome from the report that plans for the year, from another place, or from an article', () => {
    const aimed = target({ value: 6 });
    const verdictBy = (other: ReturnType<typeof sighting>) => pledgesOf([aimed, other], { better: 'up' })[0]!.verdict;
    expect(verdictBy(sighting(plan, { value: 7, from: 2021, to: 2021 }))).toEqual(open('none'));
    expect(verdictBy(sighting(holding(2022, { place: '乙水市' }), { value: 7, from: 2021, to: 2021 }))).toEqual(
      open('none'),
    );
    expect(verdictBy(outcome({ value: 7, from: 2017 }))).toEqual(open('none'));
    const article = holding(2022, { kind: 'article' });
    expect(verdictBy(sighting(article, { value: 7, from: 2021, to: 2021 }))).toEqual(open('second_hand'));
  });

  it('says once what a report says twice, and leaves out targets without a year', () => {
    const twice = [target({ value: 6, start: 10, end: 12 }), target({ value: 6, start: 900, end: 902 })];
    expect(pledgesOf([...twice, target({ value: 6, from: null, to: null })], { better: 'up' })).toHaveLength(1);
  });
});

describe('whatever the numbers are', () => {
  const number = fc.integer({ min: -200, max: 2000 }).map((tenths) => tenths / 10);
  const bound = fc.constantFrom(null, 'about', 'at_least', 'at_most');
  const RANK = { missed: 0, open: 1, met: 2 };

  it('a better outcome is never judged worse', () => {
    fc.assert(
      fc.property(number, bound, number, number, fc.constantFrom('up', 'down'), (aim, aimBound, a, b, better) => {
        // A bound that the words set goes before the direction that is welcome.
        fc.pre(aimBound === null || aimBound === 'about');
        const [worse, best] = a < b === (better === 'up') ? [a, b] : [b, a];
        const judged = (value: number) => RANK[verdict({ value: aim, bound: aimBound }, { value }, better).kind];
        expect(judged(best)).toBeGreaterThanOrEqual(judged(worse));
      }),
    );
  });

  it('what is approximate is never called missed, nor is an approximate outcome called anything', () => {
    fc.assert(
      fc.property(number, bound, number, fc.constantFrom('up', 'down', null), (aim, aimBound, came, better) => {
        expect(verdict({ value: aim, bound: 'about' }, { value: came }, better)).not.toEqual(MISSED);
        expect(verdict({ value: aim, bound: aimBound }, { value: came, bound: 'about' }, better).kind).toBe('open');
      }),
    );
  });

  it('units change no verdict', () => {
    fc.assert(
      fc.property(number, bound, number, bound, (aim, aimBound, came, cameBound) => {
        const level = { measure: 'level', unit: '亿元' } as const;
        const aimed = { ...level, value: aim, bound: aimBound };
        const same = verdict(aimed, { ...level, value: came, bound: cameBound });
        const small = { ...level, unit: '万元', value: Math.round(came * 10) * 1000, bound: cameBound };
        expect(verdict(aimed, small)).toEqual(same);
      }),
    );
  });
});

// Read in the seeds: the 2020 report of Hengyang plans for 2020, and the article on the party congress of 2021 is the only
// one that tells of 2020; the reports of 2013 and 2021 have no successor among the seeds.
describe('the pledges of the seeds', () => {
  const { librarian: library } = librarianOf();
  const verdicts = async (id: string, better?: 'up' | 'down') =>
    pledgesOf(sightingsOf(await library.figures(id)), better ? { better } : {}).map((pledge) => [
      pledge.area,
      pledge.to,
      pledge.target.observation.value,
      pledge.verdict.kind === 'open' ? pledge.verdict.doubt : pledge.verdict.kind,
    ]);

  it('compares no article’s level of 3,500 亿元 with the growth of 8.5% that was planned', async () => {
    const gdp = await verdicts('gdp', 'up');
    expect(gdp).toContainEqual(['衡阳市', 2020, 8.5, 'measure']);
    expect(gdp).toContainEqual(['衡阳市', 2013, 12, 'none']);
    expect(gdp).toContainEqual(['衡阳市石鼓区', 2021, 8.5, 'none']);
  });

  it('takes no verdict from an article', async () => {
    expect(await verdicts('unemployment_registered', 'down')).toEqual([
      ['衡阳市', 2020, 4, 'second_hand'],
      ['衡阳市', 2017, 4.5, 'none'],
    ]);
    expect(await verdicts('jobs_urban_new', 'up')).toContainEqual(['衡阳市', 2020, 5.7, 'second_hand']);
  });
});
