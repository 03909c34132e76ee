import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MakeUp, pourFramed, pourLate, pourNotice, pourReport, pourRoutes, siteScript, siteStyle } from './pour';
import type { SitePage } from './site';

/** The name of the poured site. */
export const siteName = 'www.hengyang.gov.cn';

const host = `http://${siteName}`;

/** The addresses of the pages that the tour and the end-to-end tests visit. */
export const address = {
  /** The 2020 report, as a content system sets it. */
  report: `${host}/zwgk/zfgzbg/2020.html`,
  /** The same text parted by line breaks only. */
  breaks: `${host}/zwgk/zfgzbg/2020-br.html`,
  /** The same in one cell of a table. */
  cell: `${host}/zwgk/zfgzbg/2020-table.html`,
  /** The same in nested spans that break words. */
  wechat: `${host}/zwgk/zfgzbg/2020-spans.html`,
  /** The same as an e-paper sets it, in columns. */
  columns: `${host}/zwgk/zfgzbg/2020-epaper.html`,
  /** A page that shows the report in a frame. */
  framed: `${host}/zwgk/zfgzbg/2020-frame.html`,
  /** The report arriving after the load, in portions. */
  late: `${host}/zwgk/zfgzbg/2020-late.html`,
  /** A page that changes between no report, the 2020 report and the district's by script. */
  routes: `${host}/zwgk/routes.html`,
  /** The same under a strict content security policy whose violations are posted to `violations`. */
  strict: `${host}/zwgk/zfgzbg/2020-csp.html`,
  /** The same with a script that fights everything foreign. */
  hostile: `${host}/zwgk/zfgzbg/2020-hostile.html`,
  /** No report. */
  notice: `${host}/tzgg/notice.html`,
  /** The report on a site that the extension does not watch by itself. */
  elsewhere: 'http://www.example.com/2020.html',
  violations: `${host}/csp-violations`,
};

/** The text of a bundled document, `id` being the name of its file without the ending. */
export const reportText = (id: string) =>
  readFileSync(join(import.meta.dirname, '../seeds/reports', `${id}.txt`), 'utf8');

const strictPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'report-uri /csp-violations',
].join('; ');

/**
 * A page that throws out every node it did not put there, wipes adopted style sheets and highlights, and has broken
 * the built-ins that an overlay would use. It counts what it throws out, so that a test can see a fight that never ends.
 */
const hostileScript = `
(() => {
  const broken = () => { throw new Error('hostile: a built-in was called'); };
  const own = new Set(['HEAD', 'BODY']);
  window.removals = 0;
  new MutationObserver((records) => {
    for (const record of records) {
      for (const node of record.addedNodes) {
        if (record.target === document.documentElement && !own.has(node.nodeName)) { node.remove(); window.removals += 1; }
        if (record.target === document.body && document.readyState === 'complete') { node.remove(); window.removals += 1; }
      }
    }
  }).observe(document, { childList: true, subtree: true });
  setInterval(() => { if (document.adoptedStyleSheets.length) document.adoptedStyleSheets = []; }, 50);
  Array.prototype.map = broken;
  Array.prototype.filter = broken;
  Element.prototype.attachShadow = broken;
  Element.prototype.append = broken;
  HTMLElement.prototype.showPopover = broken;
  Document.prototype.createTreeWalker = broken;
  Document.prototype.createRange = broken;
  Document.prototype.caretPositionFromPoint = broken;
  CSSStyleSheet.prototype.replaceSync = broken;
  JSON.stringify = broken;
  Object.defineProperty(window, 'StaticRange', { value: broken });
  Object.defineProperty(window, 'Highlight', { value: broken });
  Object.prototype.polluted = 'hostile';
  document.oncontextmenu = document.onselectstart = () => false;
})();
`;

/** A night scheme, which few government sites have and every article of a news reader. */
const nightStyle = `<meta name="color-scheme" content="light dark"><style>
@media (prefers-color-scheme: dark) {
  body, .article { background: #191919; color: #d4d4d4; border-color: #333; }
}
</style>`;

/** Everything that the site answers: the pages by their address, their style sheet and script. */
export function sitePages(): Record<string, SitePage> {
  const text = reportText('hengyang-2020');
  const script = { 'content-type': 'text/javascript; charset=utf-8' };
  const late = pourLate(text);
  const routes = pourRoutes({ 'hengyang-2020': text, 'shigu-2021': reportText('shigu-2021') });
  const report = (makeUp: MakeUp = {}, headers: Record<string, string> = {}) => ({
    body: pourReport(text, makeUp),
    headers,
  });
  return {
    [address.report]: report(),
    [address.breaks]: report({ body: 'breaks' }),
    [address.cell]: report({ body: 'cell' }),
    [address.wechat]: report({ body: 'wechat', head: nightStyle }),
    [address.columns]: report({ body: 'columns' }),
    [address.framed]: { body: pourFramed('政府工作报告', address.report) },
    [address.late]: { body: late.body },
    [`${host}/late.js`]: { body: late.script, headers: script },
    [address.routes]: { body: routes.body },
    [`${host}/routes.js`]: { body: routes.script, headers: script },
    [address.strict]: report({ inlineStyles: false }, { 'content-security-policy': strictPolicy }),
    [address.hostile]: report({ headScript: '/hostile.js' }),
    [address.elsewhere]: report(),
    [address.notice]: { body: pourNotice() },
    [`${host}/site.css`]: { body: siteStyle, headers: { 'content-type': 'text/css; charset=utf-8' } },
    'http://www.example.com/site.js': {
      body: siteScript,
      headers: script,
    },
    [`${host}/site.js`]: { body: siteScript, headers: script },
    [`${host}/hostile.js`]: { body: hostileScript, headers: script },
  };
}
