import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'locate-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the command on a file with this content, or with these arguments. */
function locate(input: string | string[]) {
  const file = join(folder, 'requests.jsonl');
  if (typeof input === 'string') writeFileSync(file, input);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tools/locate.ts', ...(typeof input === 'string' ? [file] : input)],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const request = (text: string, exact: string, prefix = '', suffix = '') =>
  JSON.stringify({ text, selectors: [{ type: 'TextQuoteSelector', exact, prefix, suffix }] });

test('prints one result for each line', () => {
  const text = '地区生产总值增长8.5%左右，位居全省前列。';
  const foreign = {
    text,
    selectors: [
      { type: 'XPathSelector', value: '/html/body/p' },
      { type: 'TextQuoteSelector', exact: '位居全省前列' },
    ],
  };
  const { status, stdout, stderr } = locate(
    `${request(text, '8%左右', '地区生产总值增长', '，位居全省前列。')}\r\n${JSON.stringify(foreign)}\n${request(text, '财政收入')}`,
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const results = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(results).toEqual([
    {
      state: 'value_changed',
      start: 8,
      end: 14,
      score: expect.any(Number),
      changes: [{ before: '8%左右', after: '8.5%左右' }],
    },
    { state: 'exact', start: 15, end: 21, score: 1, changes: [] },
    { state: 'orphaned', start: null, end: null, score: null, changes: [] },
  ]);
});

test.each([
  ['no file', [], 'usage'],
  ['two files', ['a', 'b'], 'usage'],
  ['an option', ['--help'], 'usage'],
  ['a file that is not there', ['nowhere.jsonl'], 'nowhere.jsonl'],
  ['a line that is no JSON', `${request('增长9%', '9%')}\n{"text": \n`, 'line 2'],
  ['an empty line', `${request('增长9%', '9%')}\n\n${request('增长9%', '9%')}\n`, 'line 2'],
  ['a line without selectors', '{"text": "增长9%"}', 'line 1'],
  ['a selector without a quote', '{"text": "增长9%", "selectors": [{"type": "TextQuoteSelector"}]}', 'exact'],
])('says in one line what is wrong with %s, and prints nothing', (_, input, hint) => {
  const { status, stdout, stderr } = locate(input);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(hint)]);
});
