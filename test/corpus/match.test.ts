import { describe, expect, it } from 'vitest';
import { compileIndex } from '../../lib/corpus/compile';
import { makeMatcher } from '../../lib/corpus/match';
import { readPassages } from '../../lib/corpus/passages';
import { normalise } from '../../lib/text/normal';

const index = compileIndex();
const matcher = makeMatcher(index);
const textOf = (id: string) => index.reports.find((report) => report.id === id)!.text;

describe('passages', () => {
  it('are short, in document order and exact', () => {
    for (const report of index.reports) {
      let last = 0;
      for (const passage of readPassages(report)) {
        expect(passage.end - passage.start).toBeLessThanOrEqual(900);
        expect(passage.start).toBeGreaterThanOrEqual(last);
        last = passage.end;
        expect(normalise(report.text.slice(passage.start, passage.end)).text.replaceAll('\n', '')).toBe(passage.text);
      }
    }
  });

  it('begin at the run-in items of a long paragraph', () => {
    const report = index.reports.find((one) => one.id === 'hengyang-2020')!;
    const starts = readPassages(report).map((passage) => passage.text.slice(0, 8));
    for (const item of ['农业产业化步伐加快', '创新创业取得突破。', '社会治理创新推进。', '简政放权成效显著。']) {
      expect(starts).toContain(item.slice(0, 8));
    }
  });
});

describe('match', () => {
  it('finds the passage on the same matter in another report', () => {
    const query = '扩大普惠性幼儿园覆盖面，新增公办幼儿园学位，规范治理校外培训机构，提高教师待遇。';
    const [best] = matcher.match(query, { exclude: ['shigu-2021'] });
    expect(best!.reportId).toMatch(/^hengyang-2020/);
    expect(textOf(best!.reportId).slice(best!.start, best!.end)).toContain('普惠性幼儿园覆盖面');
    expect(best!.why.join()).toContain('普惠性幼儿园');
  });

  it('answers with headings only where the query is a heading', () => {
    const [best] = matcher.match('深化行政体制改革，建设人民满意的服务型政府', { exclude: [] });
    expect(textOf(best!.reportId).slice(best!.start, best!.end)).toContain('深化行政体制改革，建设服务型政府');
  });

  it('gives a passage that two documents carry only once', () => {
    const query = '聚焦聚力先进制造业，实施重点优势产业强链补链延链工程，持续推进振兴实体经济和工业原地倍增计划。';
    const found = matcher
      .match(query, { top: 5 })
      .map(({ reportId, start, end }) => textOf(reportId).slice(start, end));
    expect(found.filter((text) => text.includes('强链补链延链工程')).length).toBe(1);
  });

  it('says nothing where nothing is close', () => {
    expect(matcher.match('主队在加时赛里连进两球，门将扑出点球，球迷彻夜狂欢。')).toEqual([]);
    expect(matcher.match('')).toEqual([]);
  });
});
