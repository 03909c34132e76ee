import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

vi.mock('virtual:report-knowledge', () => ({ knowledge: () => ({ indicators: [], terms: [] }) }));

/** The background and the page, new for every test: a messenger listens but once. */
let onMessage: typeof import('../../lib/platform/messages').onMessage;
let setupReading: typeof import('../../entrypoints/background/setupReading').setupReading;
let readThere: typeof import('../../lib/platform/readThere').readThere;

beforeEach(async () => {
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('scheduler', { yield: pause, postTask: pause });
  vi.resetModules();
  ({ onMessage } = await import('../../lib/platform/messages'));
  ({ setupReading } = await import('../../entrypoints/background/setupReading'));
  ({ readThere } = await import('../../lib/platform/readThere'));
  fakeBrowser.reset();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const pause = (milliseconds = 0) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const ANALYSIS = {
  detection: { verdict: 'none' as const, confidence: 0, evidence: [] },
  report: null,
  sections: [],
  glossary: [],
  mentions: [],
  observations: [],
  unread: [],
};
const TEXT = '各位代表：\n现在，我代表县人民政府，向大会报告工作。\n一、2023年工作回顾\n地区生产总值增长5.5%。\n';
const LONG = TEXT + '城镇新增就业1.2万人，粮食总产量达到30万吨。\n'.repeat(3000);

/** Reads a text; `spent` counts what the reading has cost. */
function reading(text: string) {
  const stop = new AbortController();
  const costs: number[] = [];
  const read = readThere(() => ({ title: '政府工作报告', url: 'http://www.example.com/' }));
  const answer = read(text, { pace: 'soon', signal: stop.signal, spent: (cost) => void costs.push(cost) });
  return { answer, stop, costs };
}

test('a text is read, and what it took is counted', async () => {
  setupReading();
  const { answer, costs } = reading(TEXT);
  const analysis = await answer;
  expect(analysis?.text).toBe(TEXT);
  expect(analysis?.observations.map(({ start, end }) => TEXT.slice(start, end))).toEqual(['5.5%']);
  expect(costs).toHaveLength(1);
});

test('a later text of the same frame overtakes an earlier one', async () => {
  setupReading();
  const first = reading(LONG);
  await pause(20);
  const second = reading(TEXT);
  expect((await second.answer)?.text).toBe(TEXT);
  expect(await first.answer).toBeNull();
});

test('what comes of a text that nobody waits for any more is dropped, and its cost is counted', async () => {
  onMessage('read', () => pause(80).then(() => ({ ...ANALYSIS, spent: 7 })));
  const { answer, stop, costs } = reading(TEXT);
  await pause(40);
  stop.abort();
  expect(await answer).toBeNull();
  expect(costs).toHaveLength(1);
  expect(costs[0]).toBeGreaterThan(30);
});

test('a background that fails is asked once more', async () => {
  let asked = 0;
  onMessage('read', () => {
    asked += 1;
    if (asked === 1) throw new Error('stopped in the middle');
    return { ...ANALYSIS, spent: 7 };
  });
  const { answer, costs } = reading(TEXT);
  expect(await answer).toEqual({ ...ANALYSIS, text: TEXT });
  expect(asked).toBe(2);
  expect(costs).toEqual([7]);
});

test('a background that keeps failing is asked no more than twice', async () => {
  let asked = 0;
  onMessage('read', () => {
    asked += 1;
    throw new Error('broken');
  });
  await expect(reading(TEXT).answer).rejects.toThrow('broken');
  expect(asked).toBe(2);
});

test('a text that is overtaken while the background fails is not sent again', async () => {
  let asked = 0;
  onMessage('read', () => {
    asked += 1;
    throw new Error('stopped in the middle');
  });
  const { answer, stop } = reading(TEXT);
  await pause(20);
  stop.abort();
  expect(await answer).toBeNull();
  expect(asked).toBe(1);
});

test('whatever a page sends is read as text', async () => {
  setupReading();
  for (const data of [{}, { text: 5, hints: 'x' }, { text: null, hints: null }]) {
    const answer = (await fakeBrowser.runtime.sendMessage({ id: 0, type: 'read', timestamp: 0, data })) as {
      res: object;
    };
    expect(answer.res).toMatchObject({ observations: [] });
  }
});
