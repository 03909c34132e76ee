import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileIndex } from '../../lib/corpus/compile';
import { partParagraph, readPassages } from '../../lib/corpus/passages';
import { normalise } from '../../lib/text/normal';

const { reports } = compileIndex();

describe('passages', () => {
  it('are short, in document order and exact', () => {
    for (const report of reports) {
      let last = 0;
      for (const passage of readPassages(report)) {
        expect(passage.end - passage.start).toBeLessThanOrEqual(900);
        expect(passage.start).toBeGreaterThanOrEqual(last);
        last = passage.end;
        const again = normalise(report.text.slice(passage.start, passage.end)).text;
        expect(again.replaceAll('\n', '')).toBe(passage.text.replaceAll('\n', ''));
      }
    }
  });

  it('begin at the run-in items of a long paragraph', () => {
    const starts = readPassages(reports.find(({ id }) => id === 'hengyang-2020')!).map(({ text }) => text.slice(0, 9));
    for (const item of ['农业产业化步伐加快', '创新创业取得突破。', '社会治理创新推进。', '简政放权成效显著。']) {
      expect(starts).toContain(item);
    }
  });

  it('part a long paragraph at its topics, not at its terse sentences', () => {
    const filler = '这一句话说的是具体的工作，有数字、有项目，也有下一步的打算。'.repeat(10);
    const paragraph = `项目建设提速提质。${filler}城市面貌明显改善。${filler}工作有声有色。成绩有目共睹。`;
    expect(partParagraph(paragraph).map(({ head }) => head)).toEqual(['项目建设提速提质。', '城市面貌明显改善。']);
  });

  it('cover any paragraph without gap or overlap', () => {
    const sentence = fc.constantFrom(
      '加快发展。',
      '一是抓项目，',
      '全年完成投资，增长很快；',
      '（二）改革开放。',
      '“十四五”规划',
      '无',
      '！',
    );
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 400 }), (sentences) => {
        const paragraph = sentences.join('');
        const parts = partParagraph(paragraph);
        expect(parts[0]!.start).toBe(0);
        expect(parts.at(-1)!.end).toBe(paragraph.length);
        for (const [i, part] of parts.entries()) {
          if (i > 0) expect(part.start).toBe(parts[i - 1]!.end);
          expect(part.end - part.start).toBeLessThanOrEqual(900);
        }
      }),
    );
  });
});
