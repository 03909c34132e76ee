import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { Analysis } from '../../lib/analyze';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'analyze-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Result {
  status: number;
  stdout: string;
  stderr: string;
}

function run(command: string, ...args: string[]): Promise<Result> {
  return new Promise((resolve) => {
    const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
    execFile(
      process.execPath,
      [tsx, `tools/${command}.ts`, ...args],
      { cwd: ROOT, maxBuffer: 2 ** 28 },
      (error, stdout, stderr) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
      },
    );
  });
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const SEED = join(ROOT, 'seeds/reports/shigu-2021.txt');

/** 政府工作报告, 各位代表 and a sentence in GB 2312, byte by byte. */
const GBK = new Uint8Array([
  ...new TextEncoder().encode('<html><head><meta charset="gbk"><title>'),
  ...[0xd5, 0xfe, 0xb8, 0xae, 0xb9, 0xa4, 0xd7, 0xf7, 0xb1, 0xa8, 0xb8, 0xe6],
  ...new TextEncoder().encode('</title></head><body><div><p>'),
  ...[0xb8, 0xf7, 0xce, 0xbb, 0xb4, 0xfa, 0xb1, 0xed, 0xa3, 0xac],
  ...new TextEncoder().encode('</p></div></body></html>'),
]);

describe('npm run -s analyze', () => {
  test('a report', async () => {
    const { status, stdout, stderr } = await run('analyze', SEED);
    expect([status, stderr]).toEqual([0, '']);
    const analysis = JSON.parse(stdout) as Analysis;
    expect(analysis.detection.verdict).toBe('report');
    expect(analysis.report).toMatchObject({ place: '衡阳市石鼓区', level: 'county', year: 2021, reviewYear: 2020 });
    expect(analysis.sections).toHaveLength(53);
    expect(analysis.glossary).toHaveLength(16);
    expect(analysis.text).toContain('政 府 工 作 报 告');
  });

  test('observations as CSV', async () => {
    const { status, stdout } = await run('analyze', SEED, '--observations', 'csv');
    expect(status).toBe(0);
    expect(stdout.startsWith('\ufeffINDICATOR,')).toBe(true);
  });

  test('a GBK page', async () => {
    const { status, stdout } = await run('analyze', file('gbk.html', GBK));
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as Analysis).text.trim()).toBe('各位代表，');
  });

  test.each([
    ['no file', [], 'usage'],
    ['an unknown option', [SEED, '--observations', 'xml'], 'usage'],
    ['a missing file', ['/nowhere/report.txt'], 'cannot read'],
    ['an empty file', [file('empty.txt', '')], 'is empty'],
    ['an empty page', [file('empty.html', '<html><body></body></html>')], 'holds no text'],
    ['a binary file', [file('image.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))], 'looks binary'],
  ])('%s is refused in one line', async (_, args, message) => {
    const { status, stdout, stderr } = await run('analyze', ...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a 5 MB line without punctuation and a 20 MB page are answered in part, and it says so', async () => {
    const line = await run('analyze', file('line.txt', '发展'.repeat(850_000)));
    expect(line.status).toBe(0);
    expect((JSON.parse(line.stdout) as Analysis).detection.verdict).toBe('none');
    const page = await run(
      'analyze',
      file('page.html', `<html><body>${'<p>加快推进产业升级，完善基础设施。</p>'.repeat(400_000)}</body></html>`),
    );
    expect(page.status).toBe(0);
    const analysis = JSON.parse(page.stdout) as Analysis;
    expect(analysis.text.length).toBeLessThan(2_100_000);
    expect(analysis.detection.evidence.join()).toContain('只读了前');
  }, 120_000);

  test('100,000 nested elements', async () => {
    const nested = `${'<div>'.repeat(100_000)}各位代表，现在开会。${'</div>'.repeat(100_000)}`;
    const { status, stdout } = await run('analyze', file('nested.html', `<html><body>${nested}</body></html>`));
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as Analysis).text).toContain('各位代表');
  }, 120_000);
});

describe('npm run -s diff', () => {
  test('lists the differences of the newspaper, numbers first', async () => {
    const { status, stdout } = await run(
      'diff',
      join(ROOT, 'seeds/reports/hengyang-2020.txt'),
      join(ROOT, 'seeds/reports/hengyang-2020-continuation.txt'),
    );
    expect(status).toBe(0);
    const result = JSON.parse(stdout);
    expect(result.counts.all).toBe(result.differences.length);
    expect(result.differences[0].matter).toBe('number');
  });

  test('is called with two files', async () => {
    expect(await run('diff', SEED)).toMatchObject({ status: 2, stdout: '' });
  });
});
