import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compileIndex } from '../../lib/corpus/compile';
import { compileTerms } from '../../lib/corpus/terms';
import { membersAnnounced } from '../../lib/glossary/members';
import { findMentions } from '../../lib/glossary/mentions';
import { normalise } from '../../lib/text/normal';

const index = compileIndex();
const written = index.terms.filter(({ senses }) => senses.length > 0);
const entry = (term: string) => index.terms.find((each) => each.term === term)!;

describe('the bundled glossary', () => {
  it('has at least 400 written entries, each with its ground', () => {
    expect(written.length).toBeGreaterThanOrEqual(400);
    for (const { term, senses } of written) {
      for (const { ground } of senses) expect(['seed', 'document', 'general'], term).toContain(ground.kind);
    }
  });

  it('points grounds in the seeds at their exact characters', () => {
    const { ground } = entry('一体两翼').senses[0]!;
    if (ground.kind !== 'seed') throw new Error('一体两翼 rests on a seed');
    const { text } = index.reports.find(({ id }) => id === ground.report)!;
    expect(text.slice(ground.start, ground.end)).toBe(
      '“一体”指建设省域副中心城市；“两翼”指建设现代产业强市和最美地级市。',
    );
  });

  // Members as the documents named in the entries give them.
  it.each([
    ['三大攻坚战', ['防范化解重大风险', '精准脱贫', '污染防治']],
    ['四个意识', ['政治意识', '大局意识', '核心意识', '看齐意识']],
    ['五位一体', ['经济建设', '政治建设', '文化建设', '社会建设', '生态文明建设']],
    ['三去一降一补', ['去产能', '去库存', '去杠杆', '降成本', '补短板']],
    ['四好农村路', ['建好', '管好', '护好', '运营好']],
  ])('lists the members of %s', (term, members) => {
    expect(entry(term).senses[0]!.members).toEqual(members);
  });

  it('has what the seeds quote and nobody defines, as entries without a meaning that count only in quotation marks', () => {
    // “衡阳群众” stands in the report of 2020 and in the article; “西水东调” in the report of 2012.
    for (const term of ['衡阳群众', '西水东调']) {
      expect(entry(term)).toEqual({ term, aliases: [], quoted: [term], senses: [], confused: null, related: [] });
    }
    expect(entry('刷脸时代')).toBeUndefined();
  });
});

describe('a spelling that is an ordinary word too', () => {
  it.each([
    ['机关厉行节约，“三公”经费下降5%。', ['三公']],
    ['严控“三公”支出和三公里长的道路。', ['三公']],
    ['新建道路三公里。', []],
    ['兜牢“三保”底线', ['三保']],
    ['落实住房安全等三保障政策', []],
    ['推进两新一重建设', ['两新一重']],
    ['开展两新产品展示', []],
  ])('is found in %s as %j', (text, expected) => {
    const found = findMentions(normalise(text), [], index.terms).map(({ term }) => term);
    expect(found.filter((term) => /^[三两]/.test(term))).toEqual(expected);
  });
});

describe('the numeral of a slogan', () => {
  it.each([
    ['三大攻坚战', 3],
    ['两不愁三保障', 5],
    ['三重一大', 4],
    ['五位一体', 5],
    ['双一流', 2],
    ['六稳六保', 12],
    ['一网通办', null],
    ['十四五', null],
    ['百千万工程', null],
    ['三类500强', null],
    ['河长制', null],
  ])('%s announces %s members', (term, count) => {
    expect(membersAnnounced(term)).toBe(count);
  });
});

describe('the build', () => {
  const seed = { id: 'some-report', text: '我们把三条河都治理得清清楚楚明明白白。\n“某词”。', glossary: [] };
  const good = `plain: []
entries:
- term: 两件好事
  sentence: 用于测试的一个名词，含有两项内容。
  members: [第一件, 第二件]
  ground: general knowledge
  sure: high
- term: 河湖
  sentence: 用于测试的另一个名词，说的是河流与湖泊，长度足够。
  ground: {seed: some-report, quote: 三条河}
  related: [两件好事]
  sure: low
`;
  const compile = (source: string) => compileTerms(source, parse(source), [seed]);

  it('takes a sound glossary and adds what the seeds quote', () => {
    expect(compile(good).map(({ term }) => term)).toEqual(['两件好事', '河湖', '某词']);
    expect(compile(good)[1]!.senses[0]!.ground).toEqual({ kind: 'seed', report: 'some-report', start: 3, end: 6 });
  });

  it.each([
    ['a missing field', (s: string) => s.replace('  sure: low\n', ''), 8, '河湖', 'not written as an entry'],
    ['an unknown field', (s: string) => s.replace('sure: low', 'sure: low\n  opinion: 好'), 8, '河湖', 'not written'],
    ['entries out of order', (s: string) => s.replace('两件好事\n', '黄河两岸\n'), 8, '河湖', 'order'],
    [
      'an alias twice',
      (s: string) => s.replace('  ground: {', '  aliases: [“两件”好事]\n  ground: {'),
      8,
      '河湖',
      'another entry',
    ],
    [
      'a spelling out of normal form',
      (s: string) => s.replace('  ground: {', '  aliases: [河　湖水]\n  ground: {'),
      8,
      '河湖',
      'normal form',
    ],
    ['a broken cross-reference', (s: string) => s.replace('[两件好事]', '[没有]'), 8, '河湖', 'no other entry'],
    ['a member too few', (s: string) => s.replace(', 第二件', ''), 3, '两件好事', 'announces 2 members and lists 1'],
    [
      'a short definition',
      (s: string) => s.replace('用于测试的另一个名词，说的是河流与湖泊，长度足够。', '河和湖。'),
      8,
      '河湖',
      '4 characters',
    ],
    ['a long definition', (s: string) => s.replace('长度足够', '很'.repeat(300)), 8, '河湖', 'not 20–300'],
    [
      'a quotation that does not stand',
      (s: string) => s.replace('quote: 三条河', 'quote: 四条河'),
      8,
      '河湖',
      'exactly once',
    ],
    [
      'a spelling in quotation marks that is none',
      (s: string) => s.replace('  sure: low', '  quoted: [江]\n  sure: low'),
      8,
      '河湖',
      '江',
    ],
    [
      'a sentence of a seed',
      (s: string) => s.replace('用于测试的一个名词，含有两项内容。', '我们把三条河都治理得清清楚楚明明白白。'),
      3,
      '两件好事',
      'repeats a sentence of a seed',
    ],
  ])('fails on %s with file, line and text', (_, spoil, line, term, reason) => {
    const spoilt = spoil(good);
    expect(spoilt).not.toBe(good);
    expect(() => compile(spoilt)).toThrow(new RegExp(`^seeds/glossary\\.yaml:${line}: “${term}” .*${reason}`));
  });

  it('fails on a spelling that a seed defines as another term', () => {
    const defined = { term: '好事', aliases: ['河湖'], text: '', start: 0, end: 1, callout: null };
    expect(() => compileTerms(good, parse(good), [{ ...seed, glossary: [defined] }])).toThrow(
      /“河湖” .*a seed defines as “好事”/,
    );
  });

  it('keeps seeds/glossary.yaml itself one entry a block', () => {
    const source = readFileSync(new URL('../../seeds/glossary.yaml', import.meta.url), 'utf8');
    expect(source.match(/^- term: /gm)).toHaveLength(written.length);
  });
});
