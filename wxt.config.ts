import { defineConfig } from 'wxt';
import { reportIndex } from './lib/corpus/plugin';

/** The no-network promise, enforced by the browser on every page of the extension. */
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'";

/** Steps through one kind of mark; the reader gives them keys in the browser's own settings. */
function commands(): Record<string, { description: string }> {
  const kinds = { term: '名词 term', figure: '数字 figure', note: '旁注 note', section: '章节 section' };
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([kind, words]) => [
      [`next-${kind}`, { description: `下一处 next: ${words}` }],
      [`previous-${kind}`, { description: `上一处 previous: ${words}` }],
    ]),
  );
}

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  // The floors of the manifest: nothing is rewritten for older browsers, light-dark() least of all.
  vite: () => ({ plugins: [reportIndex()], build: { target: ['chrome140', 'firefox153'] } }),
  manifest: ({ browser, mode }) => ({
    name: '报告旁注 Report Margins',
    short_name: '报告旁注',
    description:
      '读政府工作报告：名词解释、指标对照、旁注、对应章节。Glossary, figures and notes for Chinese government work reports.',
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    action: { default_title: '报告旁注：标注这一页' },
    permissions: ['activeTab', 'alarms', 'scripting', 'storage', 'unlimitedStorage'],
    optional_permissions: ['downloads'],
    commands: commands(),
    host_permissions: ['*://*.gov.cn/*'],
    optional_host_permissions: ['*://*/*'],
    content_scripts: [{ matches: ['*://*.gov.cn/*'], js: ['detect.js'], run_at: 'document_idle', all_frames: true }],
    ...(mode === 'production' && { content_security_policy: { extension_pages: CSP } }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'report-margins@report-margins.example',
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '140' }),
  }),
});
