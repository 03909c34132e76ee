import { describe, expect, test } from 'vitest';
import { readPassages } from '../../lib/corpus/passages';
import { countPairs, createSketches, SKETCH, sketchesOf } from '../../lib/library/sketch';
import { index } from './library';

const reports = index.reports.filter(({ partOf }) => partOf === null);
const passagesOf = (report: (typeof reports)[number]) => readPassages(report).map(({ text }) => text);
const known = countPairs(reports.flatMap(passagesOf));

function libraryOf(passages: Record<string, readonly string[]>) {
  const sketches = createSketches();
  for (const [id, texts] of Object.entries(passages)) sketches.set(id, sketchesOf(texts, known));
  return sketches;
}

const everything = () => true;

describe('sketches', () => {
  const bundled = Object.fromEntries(reports.map((report) => [report.id, passagesOf(report)]));

  test('find the report that a passage is from', () => {
    const sketches = libraryOf(bundled);
    for (const [id, texts] of Object.entries(bundled)) {
      const long = texts.filter((text) => text.length > 60);
      const right = long.filter((text) => sketches.best(text, 1, everything)[0] === id);
      expect(right.length / long.length).toBeGreaterThan(0.97);
    }
  });

  test('find a matter that one passage of one report treats, in other words', () => {
    const ferry = '修复清溪古渡口石阶，整治渡船安全隐患，恢复两岸摆渡通航，让古渡口焕发新生机。';
    const sketches = libraryOf({ ...bundled, 'own-ferry': [ferry] });
    expect(sketches.best('整治古渡口渡船隐患，方便群众往来', 1, everything)).toEqual(['own-ferry']);
    expect(sketches.best('整治古渡口渡船隐患，方便群众往来', 9, (id) => id !== 'own-ferry')).not.toContain('own-ferry');
    sketches.delete('own-ferry');
    expect(sketches.best('整治古渡口渡船隐患，方便群众往来', 9, everything)).not.toContain('own-ferry');
    expect(sketches.best('《》', 9, everything)).toEqual([]);
  });

  test('are of one size, and put again count once', () => {
    const [first, second] = [sketchesOf(['甲乙', bundled['hengyang-2020']![5]!], known), sketchesOf(['丙丁'], known)];
    expect(first.length).toBe(2 * SKETCH);
    const sketches = createSketches();
    sketches.set('own-1', first);
    sketches.set('own-1', second);
    expect(sketches.best('甲乙', 9, everything)).toEqual([]);
    sketches.set('own-2', first);
    expect(sketches.best('甲乙', 9, everything)).toEqual(['own-2']);
  });
});
