import { analyze } from '../lib/analyze';
import { compileIndex } from '../lib/corpus/compile';
import { knowledgeOf } from '../lib/corpus/lookup';
import { observationsToCsv } from '../lib/indicators/csv';
import { sectionAt } from '../lib/report/sectionAt';
import { InputError, readDocument } from './document';

const USAGE = 'usage: npm run -s analyze -- FILE [--observations csv]';

/** Prints a file's Analysis as JSON, or its observations as CSV. Returns the exit status. */
function main(args: string[]): number {
  const rest = [...args];
  const flag = rest.indexOf('--observations');
  const csv = flag >= 0 && rest.splice(flag, 2)[1] === 'csv';
  if (rest.length !== 1 || rest[0]!.startsWith('--') || (flag >= 0 && !csv)) return fail(USAGE, 2);
  try {
    const { text, hints, truncated } = readDocument(rest[0]!);
    const analysis = analyze(text, knowledgeOf(compileIndex()), hints);
    if (truncated) analysis.detection.evidence.push(`文件过长，只读了前 ${text.length} 个字符`);
    process.stdout.write(csv ? csvOf(analysis) : `${JSON.stringify(analysis, null, 1)}\n`);
    return 0;
  } catch (error) {
    return fail((error as Error).message.split('\n', 1)[0]!, error instanceof InputError ? 2 : 1);
  }
}

function csvOf({ text, report, sections, observations }: ReturnType<typeof analyze>): string {
  return observationsToCsv(observations, {
    text,
    report: report?.title ?? '',
    url: '',
    sectionAt: (offset) => sectionAt(sections, offset)?.heading ?? '',
  });
}

function fail(message: string, status: number): number {
  process.stderr.write(`${message}\n`);
  return status;
}

process.exitCode = main(process.argv.slice(2));
