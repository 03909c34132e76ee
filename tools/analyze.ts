import { readFileSync } from 'node:fs';
import { analyze } from '../lib/analyze';
import { compileIndex } from '../lib/corpus/compile';

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
  const index = compileIndex();
  const terms = index.reports.flatMap((report) => report.glossary);
  process.stdout.write(`${JSON.stringify(analyze(text, { indicators: index.indicators, terms }), null, 1)}\n`);
  return 0;
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 2;
}

process.exitCode = main(process.argv.slice(2));
