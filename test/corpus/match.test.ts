import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileIndex } from '../../lib/corpus/compile';
import { makeMatcher } from '../../lib/corpus/match';
import type { Match } from '../../lib/corpus/types';

const index = compileIndex();
const matcher = makeMatcher(index);
const textOf = ({ reportId, start, end }: Match) =>
  index.reports.find((report) => report.id === reportId)!.text.slice(start, end);

const SCHOOLS = '扩大普惠性幼儿园覆盖面，新增公办幼儿园学位，规范治理校外培训机构，提高教师待遇。';

describe('match', () => {
  it('finds the passage on the same matter in another report, and says why', () => {
    const [best] = matcher.match(SCHOOLS, { exclude: ['shigu-2021'] });
    expect(best!.reportId).toBe('hengyang-2020');
    expect(best!.heading).toBe('努力办好人民满意教育');
    expect(textOf(best!)).toContain('普惠性幼儿园覆盖面');
    expect(best!.why[0]).toBe('同一事项：教育');
    expect(best!.why.join()).toContain('“扩大普惠性幼儿园覆盖面”');
  });

  it('finds a matter under other words', () => {
    const query = '发放稳岗返还和一次性吸纳补助，帮扶离校未就业毕业生和零工群体，扩大招工规模。';
    expect(matcher.match(query).map(textOf).join()).toContain('就业');
    const epidemics = '流调、核酸和疫苗接种同步推进，发热门诊应设尽设。';
    expect(matcher.match(epidemics).map(textOf).join()).toContain('疫情');
  });

  it('names the indicators that both speak of', () => {
    const query = '全年地区生产总值增长7.2%，社会消费品零售总额增长9%，城镇登记失业率3.1%，进出口总额增长两成。';
    const [best] = matcher.match(query);
    expect(best!.why.find((reason) => reason.startsWith('同一指标：'))).toContain('社会消费品零售总额');
  });

  it('prefers the side, review or plan, that the query stands on', () => {
    const done = '全年新增城镇就业8.1万人，实现农村劳动力转移就业5.2万人，零就业家庭动态清零，城镇登记失业率3.4%。';
    const toDo = '要健全就业服务体系，加强职业技能培训，确保新增城镇就业8万人，城镇登记失业率控制在4%以内。';
    expect(matcher.match(done)[0]!.why.at(-1)).toBe('同属工作回顾');
    expect(matcher.match(toDo)[0]!.why.at(-1)).toBe('同属工作部署');
  });

  it('answers a heading with headings, too, and anything else with passages only', () => {
    const [best] = matcher.match('二、2022年形势任务');
    expect(textOf(best!)).toContain('二、2020年形势任务');
    const headings = matcher
      .match('我们要深化行政体制改革，建设人民满意的服务型政府，切实转变政府职能。', { top: 20 })
      .filter((match) => match.end - match.start < 24);
    expect(headings).toEqual([]);
  });

  it('gives a passage that two documents carry only once, as the whole report has it', () => {
    const query = '聚焦聚力先进制造业，实施重点优势产业强链补链延链工程，持续推进振兴实体经济和工业原地倍增计划。';
    const found = matcher.match(query, { top: 5 }).filter((match) => textOf(match).includes('强链补链延链工程'));
    expect(found.map(({ reportId }) => reportId)).toEqual(['hengyang-2020']);
    const without = matcher.match(query, { top: 5, exclude: ['hengyang-2020'] });
    expect(without[0]!.reportId).toBe('hengyang-2020-continuation');
  });

  it('never answers with an entry of a glossary', () => {
    const matches = matcher.match('“三高四新”战略：着力打造国家重要先进制造业、科技创新、内陆地区改革开放的高地。', {
      top: 50,
    });
    expect(matches.filter((match) => /^\d+\./.test(textOf(match)))).toEqual([]);
  });

  it('says nothing where nothing is close', () => {
    expect(matcher.match('主队在加时赛里连进两球，门将扑出点球，球迷彻夜狂欢。')).toEqual([]);
    expect(matcher.match('推进祖国和平统一进程，深化两岸融合发展，保障台湾同胞福祉。')).toEqual([]);
    expect(matcher.match('加快建设海洋强省')).toEqual([]);
    expect(matcher.match('')).toEqual([]);
    expect(matcher.match('2020')).toEqual([]);
  });

  it('keeps its promises on any input', () => {
    const phrase = fc.constantFrom(
      '推进',
      '农村',
      '就业',
      '。',
      '\n',
      '**',
      '３.5％',
      'GDP',
      '，',
      '（一）',
      '生态环境',
      '\ud83d',
    );
    const query = fc.oneof(
      fc.string(),
      fc.array(phrase, { maxLength: 60 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(
        query,
        fc.integer({ min: 0, max: 9 }),
        fc.subarray(index.reports.map(({ id }) => id)),
        (text, top, exclude) => {
          const matches = matcher.match(text, { top, exclude });
          expect(matches.length).toBeLessThanOrEqual(top);
          let last = 1;
          for (const match of matches) {
            expect(exclude).not.toContain(match.reportId);
            expect(match.end - match.start).toBeLessThanOrEqual(900);
            expect(textOf(match).length).toBe(match.end - match.start);
            expect(match.score).toBeGreaterThan(0);
            expect(match.score).toBeLessThanOrEqual(last);
            expect(match.why.length).toBeGreaterThan(0);
            last = match.score;
          }
        },
      ),
    );
  });

  it('takes hostile lengths in its stride', () => {
    const start = performance.now();
    matcher.match('推进农村就业'.repeat(20_000));
    matcher.match('（一）'.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
