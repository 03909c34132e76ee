import { readdirSync } from 'node:fs';

/**
 * `npm run -s bench [-- NAME [SIZE]…]`: runs every benchmark of test/bench, or those named, and prints one JSON object of
 * their figures by name. A benchmark is a module with `name` and `run()`, which may take a size; what it compares with
 * lies in its subfolders.
 */
interface Benchmark {
  name: string;
  run(size?: number): unknown;
}

const folder = new URL('../test/bench/', import.meta.url);
const isSize = (word: string | undefined) => /^\d+$/.test(word ?? '');
const words = process.argv.slice(2);
const wanted = words.filter((word) => !isSize(word));
/** The size that stands behind a name. */
const sizeOf = (name: string): [size?: number] => {
  const size = words[words.indexOf(name) + 1];
  return words.includes(name) && isSize(size) ? [Number(size)] : [];
};

try {
  const benchmarks: Benchmark[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith('.ts')) benchmarks.push(await import(new URL(file, folder).href));
  }
  const unknown = wanted.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
  if (unknown.length > 0) {
    const names = benchmarks.map(({ name }) => name).join(', ');
    console.error(`bench: there is no benchmark named ${unknown.join(', ')}; there are ${names}.`);
    process.exitCode = 2;
  } else {
    const results: Record<string, unknown> = {};
    for (const { name, run } of benchmarks) {
      if (wanted.length === 0 || wanted.includes(name)) results[name] = await run(...sizeOf(name));
    }
    console.log(JSON.stringify(results, null, 2));
  }
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
