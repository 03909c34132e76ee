import { describe, expect, it } from 'vitest';
import { compileIndex } from '../../lib/corpus/compile';
import { lookUpTerm } from '../../lib/corpus/lookup';
import type { Sense } from '../../lib/glossary/entries';
import { chooseSense } from '../../lib/glossary/senses';

const sense = (sentence: string, scope: Partial<Sense> = {}): Sense => ({
  place: null,
  from: null,
  to: null,
  sentence,
  full: '',
  members: [],
  since: null,
  ground: { kind: 'general' },
  sure: 'high',
  ...scope,
});
const chosen = (senses: Sense[], page: { place: string; year: number } | null) =>
  chooseSense(senses, page).sense?.sentence ?? null;

describe('a term with several meanings', () => {
  const places = [sense('湖南的', { place: '湖南省' }), sense('广东的', { place: '广东省' })];

  it.each([
    ['湖南省', '湖南的'],
    ['衡阳市', '湖南的'],
    ['衡阳市石鼓区', '湖南的'],
    ['广州市', '广东的'],
    ['浙江省', null],
    ['全国', null],
    ['某某县', null],
  ])('has at %s the meaning %s', (place, expected) => {
    expect(chosen(places, { place, year: 2025 })).toBe(expected);
  });

  it('tells nothing of a page that says neither place nor year', () => {
    expect(chooseSense(places, null)).toEqual({ sense: null, others: places });
  });

  it('prefers the narrower scope, and the unscoped one where no other may hold', () => {
    const senses = [sense('一般的'), ...places];
    expect(chosen(senses, { place: '湖南省', year: 2025 })).toBe('湖南的');
    expect(chosen(senses, { place: '浙江省', year: 2025 })).toBe('一般的');
    // A county whose province is not known may lie in either.
    expect(chosen(senses, { place: '某某县', year: 2025 })).toBeNull();
    expect(chosen(senses, null)).toBeNull();
  });

  it('goes by the year', () => {
    const years = [sense('旧', { to: 2020 }), sense('新', { from: 2021 }), sense('更新', { from: 2023 })];
    expect(chosen(years, { place: '全国', year: 2020 })).toBe('旧');
    expect(chosen(years, { place: '全国', year: 2021 })).toBe('新');
    expect(chosen(years, { place: '全国', year: 2024 })).toBeNull();
  });

  it('with one unscoped meaning has it everywhere', () => {
    expect(chosen([sense('唯一')], null)).toBe('唯一');
  });
});

describe('a card', () => {
  const index = compileIndex();
  const members = (term: string, place: string, year: number) =>
    lookUpTerm(index, term, { place, year }).written?.sense?.members.join('、') ?? null;

  it('picks the meaning by place and year', () => {
    expect(members('三保', '湖南省', 2025)).toBe('保基本民生、保工资、保运转');
    expect(members('三保', '全国', 2010)).toBe('保增长、保民生、保稳定');
    expect(members('两新', '广东省', 2025)).toBe('大规模设备更新、消费品以旧换新');
    expect(members('两新', '长沙市', 2021)).toBe('新型基础设施建设、新型城镇化建设');
    expect(members('三品一标', '衡阳市', 2020)).toContain('无公害农产品');
    expect(members('一体两翼', '衡阳市石鼓区', 2021)).toContain('省域副中心城市');
  });

  it('shows what a term without a meaning goes with, and when', () => {
    const entry = lookUpTerm(index, '衡阳群众');
    expect(entry.written).toBeNull();
    expect(entry.definitions).toEqual([]);
    // In the report of 2020, the article of 2021 and the district report of 2021.
    expect(entry.years).toEqual({ first: 2020, last: 2021 });
    expect(entry.uses.length).toBeGreaterThan(2);
    expect(entry.goesWith.length).toBeGreaterThan(0);
    expect(entry.goesWith).not.toContain('衡阳群众');
  });
});
