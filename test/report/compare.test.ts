import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareVersions, numbersFirst, sharedText } from '../../lib/report/compare';
import { normalise } from '../../lib/text/normal';

function seed(name: string) {
  return normalise(readFileSync(new URL(`../../seeds/reports/${name}.txt`, import.meta.url), 'utf8'));
}

const PARAGRAPH =
  '地区生产总值增长8.5%左右，固定资产投资增长12%，社会消费品零售总额增长10.5%，进出口总额增长30%左右，完成城镇小区配套幼儿园治理22所，新增城镇就业6.8万人。';

describe('two versions of a report', () => {
  const whole = seed('hengyang-2020');
  const part = seed('hengyang-2020-continuation');
  const { differences, covered } = compareVersions(whole, part);

  test('the newspaper continuation is the same report, other years and places are not', () => {
    expect(sharedText(whole, part)).toBeGreaterThan(0.9);
    expect(sharedText(whole, seed('hengyang-2012'))).toBeLessThan(0.1);
    expect(sharedText(whole, seed('shigu-2021'))).toBeLessThan(0.1);
  });

  test('a carrier is recognised whatever its slips and its setting', () => {
    const names = ['hengyang-2012', 'hengyang-2020', 'shigu-2021'];
    for (const name of names) {
      const { source } = seed(name);
      const slips = source.replace(/([^\n]{60})[\u4e00-\u9fff]/g, '$1口').replace(/\n/g, '<br>');
      for (const other of names) {
        const share = sharedText(normalise(slips), seed(other));
        if (other === name) expect(share).toBeGreaterThan(0.5);
        else expect(share).toBeLessThan(0.1);
      }
      expect(sharedText(normalise(source.slice(4000, 8000)), seed(name))).toBeGreaterThan(0.9);
    }
  });

  // Read side by side: each of these stands in one version and not in the other.
  test.each([
    ['小区配套幼儿园', '老旧小区'],
    ['已', ''],
    ['涨幅', '指数'],
    ['建设，确保比亚迪车灯厂投产达产', ''],
    ['碲锌镉', '锆铌'],
    ['基本消除55人以上大班额。', ''],
    ['应急抢险', '抢险救灾'],
    ['', '&'],
  ])('%s became %s', (before, after) => {
    expect(differences.some((found) => found.before.text === before && found.after.text === after)).toBe(true);
  });

  test('only what both carry is compared, and what concerns a number comes first', () => {
    expect(covered!.before.text.startsWith('保障水平稳步提高')).toBe(true);
    expect(whole.source.slice(covered!.before.end)).toContain('推进社会治理体系和治理能力现代化');
    expect(numbersFirst(differences)[0]!.matter).toBe('number');
    console.log(`hengyang-2020: ${differences.length} differences between the full report and the newspaper`);
  });

  test('every difference points at its own text', () => {
    for (const { before, after } of differences) {
      expect(whole.source.slice(before.start, before.end)).toBe(before.text);
      expect(part.source.slice(after.start, after.end)).toBe(after.text);
    }
  });
});

describe('compareVersions', () => {
  test('a changed figure is one difference of whole numbers', () => {
    const { differences } = compareVersions(normalise(PARAGRAPH), normalise(PARAGRAPH.replace('10.5%', '11.5%')));
    expect(differences).toMatchObject([
      { kind: 'substitution', matter: 'number', before: { text: '10.5%' }, after: { text: '11.5%' } },
    ]);
  });

  test('line breaks, markup and the forms of punctuation are no differences', () => {
    const other = `# ${PARAGRAPH.replaceAll('，', ',\n').replace('固定', '**固定')}**`;
    expect(compareVersions(normalise(PARAGRAPH), normalise(other)).differences).toEqual([]);
  });

  test('applying the differences to one version gives the other', () => {
    const edit = fc.record({
      at: fc.nat(PARAGRAPH.length - 1),
      cut: fc.nat(3),
      put: fc.constantFrom('', '新', '万', '很大的'),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
        let other = PARAGRAPH.repeat(2);
        for (const { at, cut, put } of edits) other = other.slice(0, at + 20) + put + other.slice(at + 20 + cut);
        const a = normalise(PARAGRAPH.repeat(2));
        const b = normalise(other);
        const { differences, covered } = compareVersions(a, b);
        if (!covered) return;
        let rebuilt = '';
        let from = covered.before.start;
        for (const { before, after } of differences) {
          rebuilt += a.source.slice(from, before.start) + after.text;
          from = before.end;
        }
        rebuilt += a.source.slice(from, covered.before.end);
        expect(rebuilt).toBe(covered.after.text);
      }),
    );
  });
});
