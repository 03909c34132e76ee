import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import puppeteer, { type Browser } from 'puppeteer-core';
import { type Driver, install, type LaunchPlan, type OwnWindow, proxyScript, type SiteProxy } from './browser';
import { frameOf, type View } from './ownWorld';

/**
 * Firefox makes an extension's internal UUID anew at every installation; its origin and its database hang on it. A
 * fixed one, and storage that stays when the temporarily installed extension goes with the browser, make a relaunch
 * with the same profile mean what it means to a reader who installed the extension for good.
 */
const uuid = '5b0c9f8e-6a55-4a0b-9a37-2f1d6a7c4e10';

const quiet = {
  'browser.aboutConfig.showWarning': false,
  'browser.region.network.url': '',
  'devtools.console.stdout.content': true,
  'dom.security.https_first': false,
  'dom.security.https_first_schemeless': false,
  'extensions.webextensions.keepStorageOnUninstall': true,
  // A page that closes while a script runs would have it cancelled, which Firefox logs as “terminated by timeout”.
  'dom.ipc.cancel_content_js_when_navigating': false,
  'extensions.webextensions.keepUuidOnUninstall': true,
  // What an extension asks for within a click is granted without the question, which no driver can answer.
  'extensions.webextOptionalPermissionPrompts': false,
  'intl.accept_languages': 'zh-CN,zh',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
};

/** Firefox heeds another settings server only when this variable allows it. */
const environment = { MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' };

function behind(proxy: SiteProxy) {
  if (proxy.onlyFor) return { 'network.proxy.type': 2, 'network.proxy.autoconfig_url': proxyScript(proxy) };
  const [host, port] = proxy.address.split(':');
  return {
    'network.proxy.type': 1,
    'network.proxy.http': host,
    'network.proxy.http_port': Number(port),
    'network.proxy.ssl': host,
    'network.proxy.ssl_port': Number(port),
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'network.proxy.failover_direct': false,
  };
}

export async function launchFirefox(plan: LaunchPlan): Promise<Driver> {
  const id = plan.extensionDir ? await geckoId(plan.extensionDir) : null;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: plan.executablePath,
    userDataDir: plan.userDataDir,
    headless: plan.headless,
    defaultViewport: plan.defaultViewport,
    // System access lets the driver open the extension's pages and press its toolbar button.
    args: ['--width=1280', '--height=1000', '--remote-allow-system-access'],
    env: { ...process.env, ...environment },
    extraPrefsFirefox: {
      ...quiet,
      ...(plan.headless ? { 'ui.prefersReducedMotion': 1 } : {}),
      ...(id ? { 'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }) } : {}),
      ...(plan.proxy ? behind(plan.proxy) : {}),
    },
  });
  const noise = listen(browser);
  if (plan.extensionDir) await install(browser, plan.extensionDir);

  return {
    browser,
    origin: id && `moz-extension://${uuid}`,
    backgroundNoise: () => noise,
    async visit(page, path) {
      // No event tells of the end of such a load, so nothing may wait for one.
      const url = `moz-extension://${uuid}/${path}`;
      await send(browser, 'browsingContext.navigate', { context: contextOf(page), url, wait: 'none' });
    },
    async pressToolbarButton(page) {
      await page.bringToFront();
      await inWindow(browser, pressActionOf, String(id));
    },
    async setScheme(_page, scheme) {
      await inWindow(browser, setSchemeTo, scheme);
    },
    async giveCommand(page, command) {
      await page.bringToFront();
      await inWindow(browser, giveCommandOf, String(id), command);
    },
    async inBackground(script) {
      if (!(await inWindow(browser, runInBackgroundOf, String(id), script))) {
        throw new Error('The extension has no background page awake.');
      }
    },
    async inOwnWindow<T>(path: OwnWindow, expression: string) {
      const json = await inWindow(browser, runInViewOf, String(id), VIEWS[path], evaluates(expression));
      if (json === null) throw new Error(`No window shows ${path}.`);
      return JSON.parse(json as string) as T;
    },
    async clickInOwnWindow(path, x, y) {
      await inWindow(browser, runInViewOf, String(id), VIEWS[path], clicks(x, y));
    },
    async stopBackground() {
      await inWindow(browser, stopBackgroundOf, String(id));
    },
    async inShadow<T>(view: View, host: string, read: (root: ShadowRoot | null) => T) {
      const context = contextOf(view);
      const root = await shadowRootOf(browser, context, host);
      const json = await call(
        browser,
        { context, sandbox: 'report-margins-tools' },
        `(root) => JSON.stringify((${read})(root)) ?? 'null'`,
        [root ? { sharedId: root } : { type: 'null' }],
      );
      return JSON.parse(json as string) as T;
    },
  };
}

async function geckoId(extensionDir: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8'));
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id)
    throw new Error(`${extensionDir}/manifest.json has no browser_specific_settings.gecko.id; Firefox needs one.`);
  return id;
}

/** Calls a function in Firefox's own window, where Firefox's own objects are. */
async function inWindow(browser: Browser, does: (...args: string[]) => unknown, ...args: string[]): Promise<unknown> {
  const { contexts } = await send(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const target = { context: contexts[0].context };
  const values = args.map((value) => ({ type: 'string', value }));
  return call(browser, target, does.toString(), values);
}

/** Runs in Firefox's own window: what its toolbar button and the _execute_action shortcut call. */
function pressActionOf(id: string): void {
  // @ts-expect-error Firefox's own globals
  const { WebExtensionPolicy: policy, ChromeUtils: utils } = globalThis;
  const { ExtensionParent } = utils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  ExtensionParent.apiManager.global.browserActionFor(policy.getByID(id).extension).triggerAction(globalThis);
}

/** Runs in Firefox's own window: what the key of a command calls. */
function giveCommandOf(id: string, command: string): void {
  // @ts-expect-error Firefox's own globals
  globalThis.WebExtensionPolicy.getByID(id).extension.shortcuts.onCommand(command);
}

/** Runs in Firefox's own window: what the browser does when the background has been idle, though it be busy. */
function stopBackgroundOf(id: string): Promise<void> {
  // @ts-expect-error Firefox's own globals
  const { extension } = globalThis.WebExtensionPolicy.getByID(id);
  return extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
}

/** Runs in Firefox's own window: the colour scheme that pages get to see, in every tab. */
function setSchemeTo(scheme: string): void {
  // @ts-expect-error Firefox's own globals
  const { prefs } = globalThis.Services;
  prefs.setIntPref('layout.css.prefers-color-scheme.content-override', scheme === 'dark' ? 0 : 1);
}

/** Runs in Firefox's own window: a script in the background page's process, with the rights of that page. */
function runInBackgroundOf(id: string, script: string): boolean {
  // @ts-expect-error Firefox's own globals
  const { views } = globalThis.WebExtensionPolicy.getByID(id).extension;
  for (const view of views) {
    if (view.viewType !== 'background') continue;
    const frame = `Cu.evalInSandbox(${JSON.stringify(script)}, new Cu.Sandbox(content, {
      sandboxPrototype: content, wantXrays: false }));`;
    view.xulBrowser.messageManager.loadFrameScript(`data:;charset=utf-8,${encodeURIComponent(frame)}`, false);
    return true;
  }
  return false;
}

/** What Firefox calls the windows of an extension. */
const VIEWS: Record<OwnWindow, string> = { 'popup.html': 'popup', 'sidepanel.html': 'sidebar' };

/**
 * Runs in Firefox's own window: an expression in the process of an extension's popup or sidebar, with the rights of the
 * browser. Resolves to what it gives, null without such a window.
 */
async function runInViewOf(id: string, type: string, expression: string): Promise<unknown> {
  // @ts-expect-error Firefox's own globals
  const { views } = globalThis.WebExtensionPolicy.getByID(id).extension;
  for (const view of views) {
    if (view.viewType !== type) continue;
    const { messageManager } = view.xulBrowser;
    const name = `report-margins-tools:${Math.random()}`;
    const answer = new Promise((resolve, reject) => {
      messageManager.addMessageListener(name, ({ data }: { data: { value?: unknown; error?: string } }) =>
        data.error === undefined ? resolve(data.value) : reject(new Error(data.error)),
      );
      // A window that is only coming, or just going, takes the question with it.
      setTimeout(() => reject(new Error('No answer.')), 5000);
    });
    const frame = `Promise.resolve().then(() => ${expression}).then(
      (value) => sendAsyncMessage('${name}', { value }), (error) => sendAsyncMessage('${name}', { error: String(error) }));`;
    messageManager.loadFrameScript(`data:;charset=utf-8,${encodeURIComponent(frame)}`, false);
    return answer;
  }
  return null;
}

/** A frame script's expression: the JSON of another that has the rights of the page. */
const evaluates = (expression: string) => `Promise.resolve(Cu.evalInSandbox(${JSON.stringify(expression)},
  new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false }))).then((value) => JSON.stringify(value) ?? 'null')`;

/** A frame script's expression: soon a click of the mouse, which counts as the reader's; a popup may close upon it. */
const clicks = (
  x: number,
  y: number,
) => `content.setTimeout(() => ['mousemove', 'mousedown', 'mouseup'].forEach((type) =>
  content.synthesizeMouseEvent(type, ${x}, ${y}, { button: 0, clickCount: 1 })))`;

/** A node's serialisation may pierce closed shadow roots, and its shared id makes the root an argument. */
async function shadowRootOf(browser: Browser, context: string, host: string): Promise<string | null> {
  const { result } = await send(browser, 'script.evaluate', {
    expression: `document.querySelector(${JSON.stringify(host)})`,
    target: { context },
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
  });
  return result.value?.shadowRoot?.sharedId ?? null;
}

async function call(browser: Browser, target: object, declaration: string, args: unknown[]): Promise<unknown> {
  const answer = await send(browser, 'script.callFunction', {
    functionDeclaration: declaration,
    arguments: args,
    target,
    awaitPromise: true,
  });
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  return answer.result.value;
}

// Puppeteer has the connection and the ids but does not publish them.
// biome-ignore lint/suspicious/noExplicitAny: the protocol's answers are read field by field where they are used
async function send(browser: Browser, method: string, params: object): Promise<any> {
  const { connection } = browser as unknown as {
    connection: { send(method: string, params: object): Promise<{ result: unknown }> };
  };
  return (await connection.send(method, params)).result;
}

const contextOf = (view: View) => (frameOf(view) as unknown as { _id: string })._id;

/**
 * Firefox prints what content and extensions write to the console, and what an extension throws with its address. When
 * a tab closes it cancels the scripts that run there, and says that they were terminated: that is no fault of theirs.
 */
function listen(browser: Browser): string[] {
  const noise: string[] = [];
  // RSLoader is Firefox's own, asking for its remote settings.
  const tells = (line: string) =>
    /^(console\.(?!error: RSLoader)|JavaScript \w+: moz-extension:)/.test(line) &&
    !line.includes('Script terminated by timeout');
  for (const stream of [browser.process()?.stdout, browser.process()?.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => tells(line) && noise.push(line));
  }
  return noise;
}
