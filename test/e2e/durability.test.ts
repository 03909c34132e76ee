import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { NoteDraft } from '../../lib/notes/types';
import { browserNames, type LaunchedBrowser } from '../../tools/browser';
import { openStore, storedNotes, storeNote } from '../../tools/storedNotes';
import { launchWatched } from './watched';

/** How often the browser is killed while it writes; 20 rounds put some 200 notes on their way. */
const ROUNDS = Number(process.env.DURABILITY_ROUNDS ?? 2);

/** Kills the browser with all its processes, as a power cut would, so that it can tidy up nothing. */
async function kill(launched: LaunchedBrowser): Promise<void> {
  const child = launched.browser.process()!;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  try {
    process.kill(-child.pid!, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
  await gone;
  await launched.close();
}

test.each(browserNames)(
  'in %s every note that was acknowledged is there after the browser was killed while it wrote',
  async (name) => {
    const profileDir = await mkdtemp(join(tmpdir(), 'report-margins-durability-'));
    const launch = async () => {
      const browser = await launchWatched(name, { profileDir });
      const page = await openStore(browser);
      return { browser, page, stored: await storedNotes(page) };
    };
    const acknowledged = new Map<string, string>();
    let sent = 0;
    let { browser, page, stored } = await launch();
    try {
      for (let round = 1; round <= ROUNDS; round++) {
        const write = async () => {
          for (;;) {
            const text = `第 ${++sent} 条`;
            const selector: NoteDraft['selector'] = [
              { type: 'TextQuoteSelector', exact: text, prefix: '', suffix: '' },
            ];
            const { id } = await storeNote(page, { text, selector, report: null });
            acknowledged.set(id, text);
          }
        };
        // The kill cuts one of these short; what it was told before counts.
        const writing = write().catch(() => {});
        await pause(50 + Math.random() * 400);
        await kill(browser);
        await writing;
        ({ browser, page, stored } = await launch());
        const there = new Map(stored.map((note) => [note.id, note.body[0]?.value]));
        for (const [id, text] of acknowledged) expect(there.get(id), `${text} after kill ${round}`).toBe(text);
      }
      console.log(
        `${name}: ${ROUNDS} kills, ${sent} notes sent, ${acknowledged.size} acknowledged, ${stored.length} there`,
      );
      expect(acknowledged.size).toBeGreaterThan(0);
    } finally {
      await browser.close();
      await rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  },
  60_000 * ROUNDS,
);
