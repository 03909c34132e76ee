import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { compileIndex } from '../../lib/corpus/compile';
import { knowledgeOf } from '../../lib/corpus/lookup';
import { verifyReport } from '../../lib/corpus/verify';

const index = compileIndex();
const report = (id: string) => index.reports.find((each) => each.id === id)!;

describe('the compiled index', () => {
  it('holds the five documents, each as its file', () => {
    expect(index.reports.map(({ id }) => id)).toEqual([
      'hengyang-2012',
      'hengyang-2020',
      'hengyang-2020-continuation',
      'hengyang-congress-2021-article',
      'shigu-2021',
    ]);
    for (const { id, text } of index.reports) {
      expect(Buffer.from(text, 'utf8')).toEqual(
        readFileSync(join(import.meta.dirname, `../../seeds/reports/${id}.txt`)),
      );
    }
  });

  it("holds the district report's 16 definitions with the pages that they name", () => {
    // Read off the appendix 名词解释 of the district report.
    const expected: [term: string, page: number][] = [
      ['教育“扁平化”管理', 3],
      ['“五中心合一”综治模式', 3],
      ['六稳六保', 3],
      ['三高四新', 4],
      ['一体两翼', 4],
      ['2+4产业体系', 5],
      ['月清“三地”', 6],
      ['两个大局', 9],
      ['万雁入衡', 14],
      ['百千万人才工程', 14],
      ['六大强农行动', 18],
      ['百千万工程', 18],
      ['多规合一', 18],
      ['三资管理', 19],
      ['四到四零', 20],
      ['“两年”行动', 25],
    ];
    const plain = (term: string) => term.replace(/[“”]/g, '');
    const appendix = report('shigu-2021').glossary.filter(({ callout }) => callout !== null);
    expect(appendix.map(({ term, page }) => [plain(term), page])).toEqual(
      expected.map(([term, page]) => [plain(term), page]),
    );
    const [, , sixes] = appendix;
    expect(report('shigu-2021').text.slice(sixes!.start, sixes!.end)).toMatch(
      /^3\.六稳六保（P3）：即稳就业.*保基层运转。$/,
    );
  });

  it('finds a term in the reports that use it', () => {
    const uses = index.reports.filter(({ mentions }) => mentions.some(({ term }) => term === '三高四新'));
    expect(uses.map(({ id }) => id)).toEqual(['hengyang-congress-2021-article', 'shigu-2021']);
  });
});

describe('the build', () => {
  const folders: string[] = [];
  const copyOfSeeds = () => {
    const folder = mkdtempSync(join(tmpdir(), 'report-margins-seeds-'));
    folders.push(folder);
    cpSync(join(import.meta.dirname, '../../seeds'), folder, { recursive: true });
    return folder;
  };
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it('fails when a document is not the catalogued one', () => {
    const seeds = copyOfSeeds();
    const path = join(seeds, 'reports/shigu-2021.txt');
    writeFileSync(path, readFileSync(path, 'utf8').replace('27.9亿元', '28.9亿元'));
    expect(() => compileIndex(seeds)).toThrow(/^seeds\/reports\/shigu-2021\.txt:1: .*sha256/);
  });

  it('fails when a document is not in the catalogue', () => {
    const seeds = copyOfSeeds();
    writeFileSync(join(seeds, 'reports/elsewhere.txt'), '政府工作报告');
    expect(() => compileIndex(seeds)).toThrow(/elsewhere\.txt:1: .*catalog\.yaml/);
  });

  it('fails when the catalogue lacks a field', () => {
    const seeds = copyOfSeeds();
    const path = join(seeds, 'catalog.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('  place: 衡阳市\n', ''));
    expect(() => compileIndex(seeds)).toThrow(/catalog\.yaml/);
  });

  it.each([
    ['section', (broken: ReturnType<typeof report>) => broken.sections[1]!],
    ['definition', (broken: ReturnType<typeof report>) => broken.glossary[2]!],
    ['mention', (broken: ReturnType<typeof report>) => broken.mentions[1]!],
    ['observation', (broken: ReturnType<typeof report>) => broken.observations[3]!],
  ])('fails with file, line and text when a %s points elsewhere', (what, pick) => {
    const broken = structuredClone(report('shigu-2021'));
    const entry = pick(broken);
    entry.start += 7;
    entry.end += 7;
    const line = broken.text.slice(0, entry.start).split('\n').length;
    const { terms } = knowledgeOf(index);
    expect(() => verifyReport(broken, 'seeds/reports/shigu-2021.txt', terms)).toThrow(
      new RegExp(`^seeds/reports/shigu-2021\\.txt:${line}: “.+” is not where the ${what} points: “`),
    );
  });
});
