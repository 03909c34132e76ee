import { spawnSync } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { type BrowserName, browserNames, builds, launchBrowser } from './browser';
import { address, siteName, sitePages } from './pages';
import { startSite } from './site';
import { lookAt, open, tourReport } from './tour';
import { Unkept } from './until';

/**
 * npm start: the extension in a browser, on a report. With a display the browser opens for the reader; without one (or
 * with --headless) the tour makes the reader's round by itself, says what it finds and leaves pictures.
 */

const root = join(import.meta.dirname, '..');
const usage = '用法：npm start -- [--browser chromium|firefox] [--url 网址] [--headless]';

function fail(status: 1 | 2, message: string): never {
  console.error(message);
  process.exit(status);
}

function readArguments(): { browser: BrowserName; url: string | undefined; headless: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'string', default: 'chromium' },
        url: { type: 'string' },
        headless: { type: 'boolean', default: false },
      },
    });
    const browser = browserNames.find((name) => name === values.browser);
    if (!browser) fail(2, `没有“${values.browser}”这个浏览器。${usage}`);
    if (values.url !== undefined && !URL.canParse(values.url)) fail(2, `“${values.url}”不是完整的网址。${usage}`);
    const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
    return { browser, url: values.url, headless: values.headless || !display };
  } catch (error) {
    fail(2, `${error instanceof Error ? error.message : error}。${usage}`);
  }
}

/** Runs a command of this project; its output counts only when it fails. */
function run(command: string, args: string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) fail(1, `${command} ${args.join(' ')} 没有成功：\n${stdout}${stderr}`);
}

const { browser: name, url, headless } = readArguments();

const setup = spawnSync(process.execPath, [join(root, 'tools/setup.mjs'), name], { stdio: 'inherit' });
if (setup.status !== 0) process.exit(setup.status ?? 1);

console.log('正在构建扩展……');
run(process.execPath, [
  join(root, 'node_modules/wxt/bin/wxt.mjs'),
  'build',
  '-b',
  name === 'chromium' ? 'chrome' : name,
]);

const site = await startSite(sitePages());
const proxy = url ? undefined : { address: site.address, ...(headless ? {} : { onlyFor: siteName }) };
const browser = await launchBrowser(name, { extensionDir: builds[name], headless, proxy });
const page = await browser.newTab();
let status = 0;

if (headless) {
  const album = join(root, '.output/tour', name);
  await rm(album, { recursive: true, force: true });
  await mkdir(album, { recursive: true });
  let pictures = 0;
  const shoot = async (shown: Page, title: string) => {
    pictures += 1;
    await shown.screenshot({ path: join(album, `${String(pictures).padStart(2, '0')}-${title}.png`) });
  };
  let steps = 0;
  const say = (line: string) => {
    steps += 1;
    console.log(`${steps}. ${line}`);
  };
  try {
    const guide = { browser, page, say, shoot };
    await (url ? lookAt(guide, url) : tourReport(guide, address.report));
    console.log(`走完了，截图在 .output/tour/${name}/（${pictures} 张）。`);
  } catch (error) {
    await shoot(page, 'failed').catch(() => {});
    console.error(error instanceof Unkept ? `没有走完：${error.message}` : error);
    status = 1;
  }
  await browser.close();
} else {
  for (const other of await browser.browser.pages()) if (other !== page) await other.close();
  const closed = new Promise<void>((resolve) => browser.browser.once('disconnected', resolve));
  const wanted = url ?? address.report;
  const opened = open(page, wanted).then(() => `${name} 已经打开 ${wanted}，关上浏览器窗口就结束。`);
  console.log(await opened.catch((error: Error) => error.message));
  await closed;
  await browser.close();
}
await site.close();
process.exitCode = status;
