import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

/** The walls of the house: who may import whom, what the browser is asked for, how large the parts may grow. */
const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

interface Import {
  from: string;
  to: string;
  /** Left out of the built code. */
  typeOnly: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /\.(ts|tsx|mts|mjs)$/.test(file) && !file.endsWith('.d.ts'));
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  const statements = source.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)';/gm);
  return [...statements].map(([, type, target]) => ({
    from: file,
    to: target!.startsWith('.') ? relative(root, join(root, dirname(file), target!)) : target!,
    typeOnly: type !== undefined,
  }));
}

const rooms = (names: string[]) => names.flatMap(sources).flatMap(importsOf);
const pureRooms = ['text', 'report', 'glossary', 'indicators', 'corpus'].map((room) => `lib/${room}`);
const buildTime = ['lib/corpus/compile.ts', 'lib/corpus/plugin.ts'];
const all = rooms(['entrypoints', 'components', 'lib']);
const show = ({ from, to }: Import) => `${from} → ${to}`;

describe('imports', () => {
  it('keeps the understanding of text free of the DOM, the browser and Preact', () => {
    const wanted =
      /^(#imports|preact|wxt|@webext-core|idb|virtual:|lib\/(page|notes\/(store|client|service)|platform)|components|entrypoints)/;
    const found = rooms(pureRooms).filter(({ to, typeOnly }) => !typeOnly && wanted.test(to));
    expect(found.map(show)).toEqual([]);
    const code = (file: string) => readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    const touching = pureRooms
      .flatMap(sources)
      .filter((file) => !buildTime.includes(file))
      .filter((file) =>
        /(?<![\w.])(?:document\.(?:body|title|create|query|get|caret|adopted)|(?:window|navigator|browser|chrome)\.)/.test(
          code(file),
        ),
      );
    expect(touching).toEqual([]);
  });

  it('keeps Node to the compiler of the index', () => {
    const found = all.filter(({ from, to }) => /^(node:|yaml$|vite$)/.test(to) && !buildTime.includes(from));
    expect(found.map(show)).toEqual([]);
  });

  it('gives components props and callbacks only', () => {
    const found = rooms(['components']).filter(
      ({ to, typeOnly }) =>
        !typeOnly &&
        /^(#imports|idb|@webext-core|virtual:|lib\/(notes\/(client|store|service)|platform|page))/.test(to),
    );
    expect(found.map(show)).toEqual([]);
  });

  it('lets only the two stores import idb, and only the background and the librarian the stores', () => {
    const stores = ['lib/library/store', 'lib/notes/store'];
    const opening = all.filter(({ to, typeOnly }) => to === 'idb' && !typeOnly).map(({ from }) => from);
    expect(opening).toEqual(['lib/database.ts']);
    const connecting = all.filter(({ to, typeOnly }) => to === 'lib/database' && !typeOnly).map(({ from }) => from);
    expect(connecting).toEqual(stores.map((store) => `${store}.ts`));
    const users = all.filter(({ to, typeOnly }) => stores.includes(to) && !typeOnly);
    const ofNotes = users.filter(({ to }) => to === 'lib/notes/store').map(({ from }) => from);
    expect(ofNotes.filter((file) => !file.startsWith('entrypoints/background/'))).toEqual([]);
    const ofLibrary = users.filter(({ to }) => to === 'lib/library/store').map(({ from }) => from);
    expect(ofLibrary.filter((file) => !/^entrypoints\/(?:background\/|reader\/librarian\.ts$)/.test(file))).toEqual([]);
  });

  it('never lets runtime code import the compiler', () => {
    const found = all.filter(
      ({ from, to, typeOnly }) => !typeOnly && /^lib\/corpus\/(compile|plugin)$/.test(to) && !buildTime.includes(from),
    );
    expect(found.map(show)).toEqual([]);
  });

  it('has every browser of the end-to-end tests watched but the one that shows what the tests can see', () => {
    const launching = sources('test/e2e').filter((file) =>
      /\blaunchBrowser\b/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(launching.sort()).toEqual(['test/e2e/harness.test.ts', 'test/e2e/watched.ts']);
  });

  it('lets nothing import from the doors', () => {
    const found = [...all, ...rooms(['tools'])].filter(
      ({ from, to }) => to.startsWith('entrypoints') && !from.startsWith('entrypoints'),
    );
    expect(found.map(show)).toEqual([]);
  });
});

describe('the built extensions', () => {
  const builds = ['chrome', 'firefox'].map((browser) => ({
    browser,
    folder: join(root, `.output/${browser}-mv3`),
    zip: join(root, `.output/report-margins-${version()}-${browser}.zip`),
  }));

  it.each(builds)('asks $browser for what the README lists, and nothing else', ({ browser, folder }) => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const scripts = manifest.content_scripts.flatMap((script: { matches: string[] }) => script.matches);
    const asked = new Set([...manifest.permissions, ...manifest.host_permissions, ...scripts]);
    const listed = [...readme.matchAll(/^\| `([^`]+)` \| (?:权限|网站)/gm)]
      .map(([, name]) => name!)
      .filter((name) => browser === 'chrome' || name !== 'sidePanel');
    expect([...asked].sort()).toEqual(listed.sort());
    const optional = [...readme.matchAll(/^\| `([^`]+)` \| 可选/gm)].map(([, name]) => name!);
    const offered = [...(manifest.optional_permissions ?? []), ...(manifest.optional_host_permissions ?? [])];
    expect(offered.sort()).toEqual(optional.sort());
    expect(manifest.content_security_policy.extension_pages).toContain("connect-src 'none'");
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
  });

  it.each(builds)('keeps the sizes of $browser', ({ browser, folder, zip }) => {
    const detect = gzipSync(readFileSync(join(folder, 'detect.js'))).length;
    const atOnce = loadedAtOnce(folder);
    const sizes = packedSizes(zip);
    const sum = (files: string[]) => files.reduce((all, file) => all + sizes.get(file)!, 0);
    const [first, later] = [...sizes.keys()].reduce<[string[], string[]]>(
      (parts, file) => {
        parts[atOnce(file) ? 0 : 1].push(file);
        return parts;
      },
      [[], []],
    );
    console.log(
      `${browser}: detect ${detect} B gzip (budget 6,000), zip without what loads on demand ${sum(first)} B (budget ` +
        `500,000), on demand ${sum(later)} B (budget 1,000,000), whole zip ${statSync(zip).size} B`,
    );
    expect(detect).toBeLessThanOrEqual(6_000);
    // What loads on demand is told by the imports: it must hold PDF reading and the librarian, and never the index.
    for (const part of [/pdf\.worker/, /Adobe-GB1-UCS2/, /librarian/, /showLibrary/, /notebook/]) {
      expect(
        later.filter((file) => part.test(file)),
        `${part}`,
      ).not.toEqual([]);
    }
    expect(first).toContain('report-index.js');
    expect(sum(first)).toBeLessThanOrEqual(500_000);
    expect(sum(later)).toBeLessThanOrEqual(1_000_000);
  });

  it('passes the linter of the Firefox store, each warning explained in the README', () => {
    const linter = join(root, 'node_modules/.bin/addons-linter');
    const output = execFileSync(linter, [join(root, '.output/firefox-mv3'), '-o', 'json'], { encoding: 'utf8' });
    const { summary, warnings } = JSON.parse(output);
    console.log(`addons-linter: ${summary.errors} errors, ${summary.warnings} warnings`);
    expect(summary.errors).toBe(0);
    for (const { code } of warnings) expect(readme).toContain(code);
    // pdf.js alone takes the linter six seconds on an idle machine.
  }, 120_000);
});

describe('the project', () => {
  it('pins every dependency exactly and gives each a line in the README', () => {
    const { dependencies, devDependencies, overrides } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const all = { ...dependencies, ...devDependencies };
    for (const [name, range] of Object.entries({ ...all, ...overrides }))
      expect(range, name).toMatch(/^\d+\.\d+\.\d+$/);
    for (const name of Object.keys(all)) expect(readme, name).toContain(`\`${name}\``);
  });

  it('holds no path of a machine, no registry host and nothing of the workplace', () => {
    const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
      .toString()
      .split('\0')
      .filter(
        (file) => file && existsSync(join(root, file)) && !/\.(png|txt)$/.test(file) && file !== 'test/repo.test.ts',
      );
    const found = files.filter((file) =>
      /\/(?:home|root|Users|work)\/\w|registry\.npm|npmmirror|deb\.debian/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(found).toEqual([]);
  });
});

/** The files of a zip with the bytes that each takes in it. */
function packedSizes(zip: string): Map<string, number> {
  const sizes = new Map<string, number>();
  const filter = ({ name, size }: { name: string; size: number }) => {
    sizes.set(name, size);
    return false;
  };
  unzipSync(readFileSync(zip), { filter });
  return sizes;
}

/**
 * Tells the files that a reader's browser loads without being asked for more: everything but the chunks and assets that no
 * page reaches by its own tags and their static imports. Those wait for an import() or a new Worker().
 */
function loadedAtOnce(folder: string): (file: string) => boolean {
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
  const reached = new Set<string>();
  const pending = pages.flatMap((page) =>
    [...text(page).matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, file]) => file!),
  );
  while (pending.length > 0) {
    const file = pending.pop()!;
    if (reached.has(file) || !existsSync(join(folder, file))) continue;
    reached.add(file);
    if (!file.endsWith('.js')) continue;
    const imports = text(file).matchAll(/\b(?:import|from)\s*["'`]\.\/([^"'`]+)["'`]/g);
    for (const [, target] of imports) pending.push(join(dirname(file), target!));
  }
  return (file) => !/^(?:chunks|assets)\//.test(file) || reached.has(file);
}

function version(): string {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}
