import { compareVersions, numbersFirst, sharedText } from '../lib/report/compare';
import { normalise } from '../lib/text/normal';
import { InputError, readDocument } from './document';

const USAGE = 'usage: npm run -s diff -- A B';

/** Prints how two versions of a document differ, as one JSON object: numbers first. Returns the exit status. */
function main(args: string[]): number {
  if (args.length !== 2) return fail(USAGE, 2);
  try {
    const [before, after] = args.map((path) => normalise(readDocument(path).text)) as [
      ReturnType<typeof normalise>,
      ReturnType<typeof normalise>,
    ];
    const { differences, covered, truncated } = compareVersions(before, after);
    const count = (matter: string) => differences.filter((difference) => difference.matter === matter).length;
    const report = {
      shared: Math.round(sharedText(before, after) * 1000) / 1000,
      counts: {
        all: differences.length,
        number: count('number'),
        words: count('words'),
        punctuation: count('punctuation'),
      },
      truncated,
      covered: covered && {
        before: { start: covered.before.start, end: covered.before.end },
        after: { start: covered.after.start, end: covered.after.end },
      },
      differences: numbersFirst(differences),
    };
    process.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
    return 0;
  } catch (error) {
    return fail((error as Error).message.split('\n', 1)[0]!, error instanceof InputError ? 2 : 1);
  }
}

function fail(message: string, status: number): number {
  process.stderr.write(`${message}\n`);
  return status;
}

process.exitCode = main(process.argv.slice(2));
