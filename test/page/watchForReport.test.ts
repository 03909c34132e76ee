// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Candidate, watchForReport } from '../../lib/page/watchForReport';

const MENU = `<p>政府工作报告</p><p>${'通知公告、办事指南、政策解读，'.repeat(30)}</p>`;
const REPORT = `<h1>2024年政府工作报告</h1><p>各位代表：现在，我代表市人民政府，向大会报告工作。${'加快发展，'.repeat(60)}</p>`;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '';
});
afterEach(() => vi.useRealTimers());

/** Lets the page's observers and our timers have their turn. */
const settle = () => vi.advanceTimersByTimeAsync(2000);

test('a page that says nothing of reports is handed on to nobody', async () => {
  document.body.innerHTML = `<p>${'本周办事大厅照常开放，请预约。'.repeat(30)}</p>`;
  const handed = vi.fn(async () => true);
  watchForReport(handed);
  await settle();
  expect(handed).not.toHaveBeenCalled();
});

test('text that arrives late is handed on, and once it was a report nothing more', async () => {
  const handed = vi.fn(async (_candidate: Candidate) => true);
  watchForReport(handed);
  document.body.innerHTML = REPORT;
  await settle();
  expect(handed).toHaveBeenCalledTimes(1);
  expect(handed.mock.calls[0]![0].title).toContain('政府工作报告');
  document.body.innerHTML = REPORT + REPORT;
  await settle();
  expect(handed).toHaveBeenCalledTimes(1);
});

test('a menu that names a report does not hide the report that comes later', async () => {
  const handed = vi.fn(async ({ text }: Candidate) => text.includes('各位代表'));
  document.body.innerHTML = MENU;
  watchForReport(handed);
  await settle();
  document.body.innerHTML = MENU + REPORT;
  await settle();
  expect(handed).toHaveBeenCalledTimes(2);
  await expect(handed.mock.results[1]!.value).resolves.toBe(true);
});

test('a page that goes on changing is looked at a few times and then left alone', async () => {
  const handed = vi.fn(async () => false);
  document.body.innerHTML = MENU;
  watchForReport(handed);
  for (let i = 0; i < 20; i++) {
    document.body.insertAdjacentHTML('beforeend', '<p>又一条通知。</p>');
    await settle();
  }
  expect(handed.mock.calls.length).toBeLessThanOrEqual(6);
});

test('a page that puts another body in the place of its own is looked at', async () => {
  const handed = vi.fn(async ({ text }: Candidate) => text.includes('各位代表'));
  document.body.innerHTML = MENU;
  watchForReport(handed);
  await settle();
  handed.mockClear();
  const body = document.createElement('body');
  body.innerHTML = REPORT;
  document.body.replaceWith(body);
  await settle();
  expect(handed).toHaveBeenCalledTimes(1);
  expect(handed.mock.calls[0]![0].text).toContain('各位代表');
});
