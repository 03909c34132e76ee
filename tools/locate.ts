import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { type Anchorer, createAnchorer } from '../lib/notes/anchor';
import type { AnchorResult, Selector } from '../lib/notes/types';

/**
 * `npm run -s locate -- FILE`: for each line `{text, selectors}` of FILE (JSON lines) one AnchorResult as a JSON line.
 * Every line is read before the first result is printed, so that a fault leaves nothing half done.
 */
const USAGE = 'usage: npm run -s locate -- FILE (JSON lines of {"text": …, "selectors": […]})';

/** W3C selectors as anybody writes them: context may be left out, and kinds that we do not know are passed over. */
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const known = v.variant('type', [
  v.object({
    type: v.literal('TextQuoteSelector'),
    exact: v.string(),
    prefix: v.optional(v.string(), ''),
    suffix: v.optional(v.string(), ''),
  }),
  v.object({ type: v.literal('TextPositionSelector'), start: offset, end: offset }),
]);
const KNOWN = new Set(['TextQuoteSelector', 'TextPositionSelector']);
const request = v.object({ text: v.string(), selectors: v.array(v.looseObject({ type: v.string() })) });

interface Request {
  text: string;
  selectors: Selector[];
}

/** What is wrong with the call or the input, in one line for the user. */
class BadInput extends Error {}

function read(file: string): Request[] {
  let content: string;
  try {
    content = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    throw new BadInput(`cannot read ${file} as UTF-8 text: ${(error as Error).message}`);
  }
  const lines = content.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => {
    try {
      const { text, selectors } = v.parse(request, JSON.parse(line));
      return { text, selectors: selectors.filter(({ type }) => KNOWN.has(type)).map((each) => v.parse(known, each)) };
    } catch (error) {
      const where = error instanceof v.ValiError ? (v.getDotPath(error.issues[0]) ?? '') : '';
      const reason = `${where} ${(error as Error).message}`.trim().replaceAll('\n', ' ');
      throw new BadInput(`${file}, line ${index + 1} is no {"text", "selectors"}: ${reason}`);
    }
  });
}

function locate(requests: readonly Request[]): AnchorResult[] {
  // Many lines mostly ask about one text, which then is read once.
  let last: { text: string; anchorer: Anchorer } | undefined;
  return requests.map(({ text, selectors }) => {
    if (last?.text !== text) last = { text, anchorer: createAnchorer(text) };
    return last.anchorer(selectors);
  });
}

function main([file, ...rest]: string[]): number {
  try {
    if (file === undefined || file.startsWith('-') || rest.length > 0) throw new BadInput(USAGE);
    const results = locate(read(file));
    process.stdout.write(results.map((result) => `${JSON.stringify(result)}\n`).join(''));
    return 0;
  } catch (error) {
    process.stderr.write(`locate: ${(error as Error).message.replaceAll('\n', ' ')}\n`);
    return error instanceof BadInput ? 2 : 1;
  }
}

process.exitCode = main(process.argv.slice(2));
