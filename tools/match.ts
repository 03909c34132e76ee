import { readFileSync } from 'node:fs';
import { compileIndex } from '../lib/corpus/compile';
import { makeMatcher } from '../lib/corpus/match';

const USAGE = 'usage: npm run -s match -- [--top K] FILE (K is a whole number from 1 to 100)';
const DEFAULT_TOP = 3;

function main(args: string[]): number {
  const call = readCall(args);
  if (!call) return fail(USAGE, 2);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(call.file));
  } catch (error) {
    const why = error instanceof TypeError ? 'it is not UTF-8 text; save it as UTF-8' : (error as Error).message;
    return fail(`cannot read ${call.file}: ${why}`, 2);
  }
  try {
    const matcher = makeMatcher(compileIndex());
    const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
    const answers = lines.map((query) => ({ query, matches: matcher.match(query, { top: call.top }) }));
    process.stdout.write(text === '' ? '' : `${answers.map((answer) => JSON.stringify(answer)).join('\n')}\n`);
    return 0;
  } catch (error) {
    return fail(`cannot match: ${(error as Error).message}`, 1);
  }
}

function readCall(args: string[]): { file: string; top: number } | null {
  let top = DEFAULT_TOP;
  const files: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    const value = arg === '--top' ? args[++i] : arg.startsWith('--top=') ? arg.slice('--top='.length) : null;
    if (value === null) {
      if (arg.startsWith('-')) return null;
      files.push(arg);
    } else {
      if (value === undefined || !/^[1-9]\d?$|^100$/.test(value)) return null;
      top = Number(value);
    }
  }
  return files.length === 1 ? { file: files[0]!, top } : null;
}

function fail(message: string, status: number): number {
  process.stderr.write(`${message.replaceAll('\n', ' ')}\n`);
  return status;
}

process.exitCode = main(process.argv.slice(2));
