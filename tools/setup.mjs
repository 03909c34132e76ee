// Installs what is missing: the npm packages of package-lock.json, then the browsers that are named on the command
// line (node tools/setup.mjs chromium firefox). Runs before any package is there, so it is plain JavaScript and uses
// nothing but Node. Says nothing when nothing is missing.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const root = here('..');

/** Ends the set-up with one line that says what to do. */
function stop(message) {
  console.error(message);
  process.exit(2);
}

function run(command, args, env = {}) {
  return spawnSync(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * Whether node_modules holds what package-lock.json says. npm notes what it installed in node_modules/.package-lock.json;
 * times of files would tell less, since a checkout sets them anew. Packages for other systems are rightly absent.
 */
function packagesAreThere() {
  const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
  const installedPath = here('../node_modules/.package-lock.json');
  if (!existsSync(installedPath)) return false;
  const installed = packagesOf(installedPath);
  return Object.entries(packagesOf(here('../package-lock.json'))).every(
    ([path, { version, optional, peer }]) =>
      path === '' || installed[path]?.version === version || (!installed[path] && (optional || peer)),
  );
}

/** A link is somebody else's installation (a second worktree's, say) and not ours to replace. */
const isLinked = () => lstatSync(here('../node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

function setUpPackages() {
  if (isLinked() || packagesAreThere()) return;
  console.log('正在安装 npm 依赖（npm ci）……');
  const { status, stderr } = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) stop(`npm ci 没有成功，请检查网络与 npm 设置后再试：\n${stderr}`);
}

/** How to run apt-get here: as root, through sudo that asks for no password, or not at all. */
function aptGet() {
  if (!existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  return run('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n', 'apt-get'] : null;
}

/** Reports are set in Chinese: without a Chinese font the screenshots show boxes. */
const fontsAreThere = () => run('fc-list', [':lang=zh', 'file']).stdout?.length > 0;

function setUpBrowsers(names) {
  const known = JSON.parse(readFileSync(here('browsers.json'), 'utf8'));
  const unknown = names.find((name) => !(name in known));
  if (unknown) stop(`没有“${unknown}”这个浏览器，可选的是：${Object.keys(known).join('、')}`);
  const missing = () => names.filter((name) => !known[name].paths.some(existsSync)).map((name) => known[name].package);
  if (missing().length === 0 && fontsAreThere()) return;

  const apt = aptGet();
  if (apt) {
    const wanted = fontsAreThere() ? missing() : [...missing(), 'fonts-noto-cjk'];
    console.log(`正在安装 ${wanted.join('、')}（apt-get）……`);
    const [command, ...first] = apt;
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    run(command, [...first, 'update', '-q'], env);
    run(command, [...first, 'install', '-y', '-q', '--no-install-recommends', ...wanted], env);
  }
  if (missing().length > 0) stop(`缺少浏览器，请先安装：apt-get install ${missing().join(' ')}`);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) stop(`需要 Node 20.19 或更新的版本，现在是 ${process.versions.node}`);
setUpPackages();
if (process.argv.length > 2) setUpBrowsers(process.argv.slice(2));
