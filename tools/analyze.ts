import { readFileSync } from 'node:fs';
import { analyze } from '../lib/analyze';
import { compileIndex } from '../lib/corpus/compile';
import { knowledgeOf } from '../lib/corpus/lookup';

const USAGE = 'usage: npm run -s analyze -- FILE [--observations csv]';

function main(args: string[]): number {
  const files = args.filter((arg) => !arg.startsWith('--'));
  if (files.length !== 1) return fail(USAGE);
  let text: string;
  try {
    text = new TextDecoder().decode(readFileSync(files[0]!));
  } catch (error) {
    return fail(`cannot read ${files[0]}: ${(error as Error).message}`);
  }
  process.stdout.write(`${JSON.stringify(analyze(text, knowledgeOf(compileIndex())), null, 1)}\n`);
  return 0;
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 2;
}

process.exitCode = main(process.argv.slice(2));
