import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lexiconOf } from '../../lib/indicators/lexicon';
import type { Indicator } from '../../lib/indicators/types';
import { dimensionOf } from '../../lib/indicators/units';

const entries: Indicator[] = parse(readFileSync('seeds/indicators.yaml', 'utf8'));
const lexicon = lexiconOf(entries);

describe('seeds/indicators.yaml', () => {
  test('no id and no name stands twice', () => {
    const ids = entries.map(({ id }) => id);
    const names = entries.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  test('every name finds its own entry, also where spellings are folded', () => {
    for (const entry of entries) {
      for (const name of [entry.name, ...entry.aliases])
        expect([name, lexicon.find(name)?.id]).toEqual([name, entry.id]);
    }
  });

  test('no ending is ruled out that a known name may have, in any spelling', () => {
    const silent = [
      '',
      '的',
      '”',
      '·',
      ' ',
      '年末',
      '期末',
      '本外币',
      '总量',
      '总数',
      '规模',
      '数量',
      '总额',
      '总值',
      '人数',
    ];
    const wrong: string[] = [];
    for (const { name, aliases } of entries) {
      for (const spelling of [name, ...aliases].flatMap((one) => [
        ...silent.map((tail) => one + tail),
        one.replace(/比重$/, '比例'),
        one.replace(/优良率$/, '优良天数比例'),
        `${one}贸易额`,
        `${one}贸易`,
      ])) {
        if (lexicon.find(spelling) && !lexicon.mayEnd(spelling)) wrong.push(spelling);
      }
    }
    expect(wrong).toEqual([]);
    expect(lexicon.mayEnd('人居环境整治扎实推进')).toBe(false);
  });

  test('every unit is one that the reader knows, and every entry says what it measures', () => {
    for (const { id, unit, about } of entries) {
      expect([id, unit.every((one) => one === 'ratio' || dimensionOf(one) !== null)]).toEqual([id, true]);
      expect([id, about?.endsWith('。')]).toEqual([id, true]);
    }
  });
});

describe('a modified name is another indicator', () => {
  test.each([
    '民营企业进出口',
    '制造业投资',
    '高新区工业增加值',
    '服务进出口总额',
    '制造业贷款余额',
    '地方级收入',
    '入境游客',
    '规上服务业营业收入',
  ])('%s', (name) => {
    expect(lexicon.find(name)).toBeNull();
    expect(lexicon.findForGrowth(name)).toBeNull();
  });
});

test('the same share in other words', () => {
  for (const name of [
    '全社会研发支出占国内生产总值比重',
    '全社会研发经费支出相当于全市生产总值的比例',
    'R&D经费支出占地区生产总值的比重',
  ]) {
    expect(lexicon.find(name)?.id).toBe('rd_intensity');
  }
});

test('no spelling that is folded leads to another entry', () => {
  for (const { id, name, aliases } of entries) {
    for (const one of [name, ...aliases]) {
      // A blank makes the name miss the exact lookup and take the folded one.
      const spaced = `${one.slice(0, 1)} ${one.slice(1)}`;
      expect([one, lexicon.find(spaced)?.id]).toEqual([one, id]);
    }
  }
});

describe('an indicator by other words', () => {
  test.each([
    ['城镇居民人平可支配收入', 'income_urban'],
    ['按常住人口计算的人均地区生产总值', 'gdp_per_capita'],
    ['民间投资完成额', 'private_investment'],
    ['规模以上高技术制造业增加值', 'hightech_va'],
    ['进出口总金额', 'trade_total'],
    ['城市居民消费价格总水平', 'cpi'],
    ['常住人口城市化水平', 'urbanization'],
    ['规上工业企业户数', 'designated_firms'],
    ['在营商事主体', 'market_entities'],
    ['认定登记的技术合同成交金额', 'tech_contracts'],
    ['游客接待总人次', 'tourist_visits'],
    ['空气质量优良比率', 'air_quality_days'],
    ['地表水国考断面优良水体占比', 'surface_water'],
    ['国家考核断面水质优良率', 'surface_water'],
    ['民航机场旅客吞吐量', 'airport_passengers'],
    ['最终消费支出对GDP增长的贡献率', 'consumption_contribution'],
  ])('knows %s by what its words fold to', (name, id) => expect(lexicon.find(name)?.id).toBe(id));

  test.each(['省考断面优良水质比例', '城市污水集中处理率', '入境游客人次', '市级技术合同成交额', '综合贫困发生率'])(
    'holds %s for a part or a neighbour',
    (name) => expect(lexicon.find(name)).toBeNull(),
  );
});
