import puppeteer, {
  type Browser,
  type CDPSession,
  type Extension,
  type JSHandle,
  type Page,
  type Target,
} from 'puppeteer-core';
import { type Driver, install, type LaunchPlan, type OwnWindow, proxyScript, type SiteProxy } from './browser';
import { frameOf, ownWorld, type View } from './ownWorld';

/** Features that make Chromium speak to its maker, or turn http pages into https ones. */
const unwanted = [
  'AutofillServerCommunication',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'NetworkTimeServiceQuerying',
  'OptimizationGuideModelDownloading',
];

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--component-updater=url-source=http://127.0.0.1:9/',
  '--disable-domain-reliability',
  '--disable-gpu',
  '--disable-sync',
  '--accept-lang=zh-CN,zh',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  `--disable-features=${unwanted.join(',')}`,
];

/**
 * Two requests of Chromium's own that no switch stops: which accounts are signed in, at every start, and a spelling
 * dictionary when somebody types. They go past the proxy to names that never resolve, so they neither leave the machine
 * nor stand in the site's record; everything else goes through the proxy, loopback too.
 */
const behind = (proxy: SiteProxy) =>
  proxy.onlyFor
    ? [`--proxy-pac-url=${proxyScript(proxy)}`]
    : [
        `--proxy-server=http://${proxy.address}`,
        '--proxy-bypass-list=<-loopback>;accounts.invalid;redirector.gvt1.com',
        '--gaia-url=http://accounts.invalid/',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ];

export async function launchChromium(plan: LaunchPlan): Promise<Driver> {
  const args = [...quiet, '--window-size=1280,1000'];
  if (plan.headless) args.push('--force-prefers-reduced-motion');
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  if (plan.proxy) args.push(...behind(plan.proxy));
  const browser = await puppeteer.launch({
    executablePath: plan.executablePath,
    userDataDir: plan.userDataDir,
    headless: plan.headless,
    defaultViewport: plan.defaultViewport,
    pipe: true,
    enableExtensions: true,
    args,
    env: { ...process.env, LANGUAGE: 'zh_CN:zh' },
  });

  const noise: string[] = [];
  let listening: CDPSession | null = null;
  browser.on('targetcreated', async (target) => {
    if (target.type() === 'service_worker') listening = await listen(target, noise);
  });
  const id = plan.extensionDir ? await install(browser, plan.extensionDir) : null;
  const origin = id && `chrome-extension://${id}`;

  return {
    browser,
    origin,
    backgroundNoise: () => noise,
    async visit(page, path) {
      await page.goto(`${origin}/${path}`);
    },
    async pressToolbarButton(page) {
      const extension = (await browser.extensions()).get(id ?? '') as Extension;
      await page.bringToFront();
      await page.triggerExtensionAction(extension);
    },
    async setScheme(page, scheme) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    },
    async giveCommand(page, command) {
      await page.bringToFront();
      // Keys of the browser's own window are out of a driver's reach; the event is the one that they would fire.
      await inWorker(
        browser,
        `chrome.tabs.query({ active: true, lastFocusedWindow: true })
        .then(([tab]) => chrome.commands.onCommand.dispatch(${JSON.stringify(command)}, tab))`,
      );
    },
    async inBackground(script) {
      await inWorker(browser, script);
    },
    async inOwnWindow<T>(path: OwnWindow, expression: string) {
      const page = await windowOf(browser, `${origin}/${path}`);
      return (await page.evaluate(expression)) as T;
    },
    async clickInOwnWindow(path, x, y) {
      const page = await windowOf(browser, `${origin}/${path}`);
      await page.mouse.click(x, y);
    },
    async stopBackground() {
      // A worker that somebody listens to does not stop.
      await listening?.detach();
      const worker = await workerOf(browser).worker();
      await worker?.close();
    },
    async inShadow<T>(view: View, host: string, read: (root: ShadowRoot | null) => T) {
      const world = ownWorld(view);
      const id = await shadowRootOf(view, host);
      const root = id === null ? null : ((await world.adoptBackendNode(id)) as JSHandle<ShadowRoot>);
      return (await world.evaluate(read as (root: unknown) => T, root)) as T;
    },
  };
}

/** A popup or a side panel, which Chromium counts among its windows and not among its tabs. */
async function windowOf(browser: Browser, url: string): Promise<Page> {
  const target = browser.targets().find((each) => each.url() === url);
  if (!target) throw new Error(`No window shows ${url}.`);
  return target.asPage();
}

function workerOf(browser: Browser): Target {
  const worker = browser.targets().find((target) => target.type() === 'service_worker');
  if (!worker) throw new Error('The extension has no service worker awake.');
  return worker;
}

/** Runs a script in the extension's service worker. */
async function inWorker(browser: Browser, script: string): Promise<void> {
  const session = await workerOf(browser).createCDPSession();
  await session.send('Runtime.evaluate', { expression: script });
  await session.detach();
}

/** The backend node id of a closed shadow root, null without a host. The protocol sees what scripts cannot. */
async function shadowRootOf(view: View, host: string): Promise<number | null> {
  const element = (await ownWorld(view).evaluateHandle((name) => document.querySelector(name), host)).asElement();
  if (!element) return null;
  // Puppeteer has the session of a frame and does not publish it.
  const { client } = frameOf(view) as unknown as { client: CDPSession };
  const objectId = element.remoteObject().objectId as string;
  const { node } = await client.send('DOM.describeNode', { objectId, pierce: true });
  return node.shadowRoots?.[0]?.backendNodeId ?? null;
}

/** Collects what a service worker says. A worker that is gone before we listen has said nothing that we could hear. */
async function listen(target: Target, noise: string[]): Promise<CDPSession | null> {
  try {
    const session = await target.createCDPSession();
    session.on('Runtime.consoleAPICalled', (event) => {
      noise.push(`${event.type}: ${event.args.map((arg) => arg.value ?? arg.description).join(' ')}`);
    });
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      noise.push(`error: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    });
    // What listeners throw is not an exception to the runtime but an entry of the log.
    session.on('Log.entryAdded', ({ entry }) => noise.push(`${entry.level}: ${entry.text}`));
    await session.send('Runtime.enable');
    await session.send('Log.enable');
    return session;
  } catch {
    return null;
  }
}
