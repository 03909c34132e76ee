import puppeteer, { type CDPSession, type Extension, type Protocol, type Target } from 'puppeteer-core';
import type { Driver, LaunchPlan } from './browser';

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
  '--lang=zh-CN',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  `--disable-features=${unwanted.join(',')}`,
];

/**
 * Everything goes through the proxy, loopback too. Chromium asks the account server at every start which accounts are
 * signed in, and has no switch against it: the question is sent to a name that never resolves.
 */
const behind = (proxy: string) => [
  `--proxy-server=http://${proxy}`,
  '--proxy-bypass-list=<-loopback>;accounts.invalid',
  '--gaia-url=http://accounts.invalid/',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export async function launchChromium(plan: LaunchPlan): Promise<Driver> {
  const args = [...quiet, '--window-size=1280,1000'];
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
  });

  const noise: string[] = [];
  browser.on('targetcreated', (target) => {
    if (target.type() === 'service_worker') void listen(target, noise);
  });
  const id = plan.extensionDir ? await browser.installExtension(plan.extensionDir) : null;
  const origin = id && `chrome-extension://${id}`;

  return {
    browser,
    origin,
    backgroundNoise: () => noise,
    async openExtensionPage(path) {
      const page = await browser.newPage();
      await page.goto(`${origin}/${path}`);
      return page;
    },
    async pressToolbarButton(page) {
      const extension = (await browser.extensions()).get(id ?? '') as Extension;
      await page.bringToFront();
      await page.triggerExtensionAction(extension);
    },
    async inShadow(page, host, read, ...args) {
      const session = await page.createCDPSession();
      try {
        return await callOn(session, await shadowRootOf(session, host), read.toString(), args);
      } finally {
        await session.detach();
      }
    },
  };
}

/** The remote object of a closed shadow root, null without a host. The protocol pierces what scripts cannot. */
async function shadowRootOf(session: CDPSession, host: string): Promise<string | null> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: `document.querySelector(${JSON.stringify(host)})`,
  });
  if (!result.objectId) return null;
  const { node } = await session.send('DOM.describeNode', { objectId: result.objectId, depth: 1, pierce: true });
  const root = node.shadowRoots?.[0];
  if (!root) return null;
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: root.backendNodeId });
  return object.objectId ?? null;
}

async function callOn<T>(session: CDPSession, root: string | null, read: string, args: unknown[]): Promise<T> {
  const call: Protocol.Runtime.CallFunctionOnRequest = {
    functionDeclaration: `function (...rest) { return (${read})(...rest); }`,
    arguments: [root ? { objectId: root } : { value: null }, ...args.map((value) => ({ value }))],
    returnByValue: true,
    awaitPromise: true,
  };
  if (root) call.objectId = root;
  else {
    const { result } = await session.send('Runtime.evaluate', { expression: 'globalThis' });
    call.objectId = result.objectId as string;
  }
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', call);
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

/** Collects what a service worker says. A worker that is gone before we listen has said nothing that we could hear. */
async function listen(target: Target, noise: string[]): Promise<void> {
  try {
    const session = await target.createCDPSession();
    session.on('Runtime.consoleAPICalled', (event) => {
      noise.push(`${event.type}: ${event.args.map((arg) => arg.value ?? arg.description).join(' ')}`);
    });
    session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      noise.push(`error: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    });
    await session.send('Runtime.enable');
  } catch {}
}
