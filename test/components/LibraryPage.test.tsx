// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { LibraryPage } from '../../components/LibraryPage';
import type { Holding } from '../../lib/library/types';
import { libraryWords } from '../../lib/locales/library';
import { zh_CN } from '../../lib/locales/zh_CN';

const nothing = () => {};
const PLACES = ['清溪县', '白石县', '云台县', '石桥县', '竹海县'];
const holdings: Holding[] = Array.from({ length: 3000 }, (_, i) => ({
  id: `own-${i}`,
  kind: 'report',
  title: `${1990 + (i % 36)}年${PLACES[i % 5]}${i}人民政府工作报告`,
  place: `${PLACES[i % 5]}${i}`,
  level: 'county',
  year: 1990 + (i % 36),
  reviewYear: 1989 + (i % 36),
  short: `${i}`,
  length: 16_000,
  origin: { kind: 'file', name: `${i}.docx` },
  added: '2026-01-01T00:00:00.000Z',
  readBy: '1',
  corrected: false,
}));

async function show(props: Partial<Parameters<typeof LibraryPage>[0]>) {
  const app = document.createElement('div');
  document.body.replaceChildren(app);
  await act(() =>
    render(
      <LibraryPage
        holdings={holdings}
        fault=""
        work={null}
        results={[]}
        message=""
        storage={null}
        t={zh_CN}
        w={libraryWords('zh-CN')}
        onFiles={nothing}
        onPaste={nothing}
        onCancel={nothing}
        onDismiss={nothing}
        onCorrect={nothing}
        onRemove={nothing}
        onRemoveAll={nothing}
        onExport={nothing}
        onImport={nothing}
        {...props}
      />,
      app,
    ),
  );
  return app;
}

it('stays usable with 3,000 reports: a window of rows, found in a moment', async () => {
  const app = await show({});
  const rows = () => app.querySelectorAll('.holdings > li').length;
  expect(rows()).toBe(100);
  expect(app.textContent).toContain('更多（还有 2900 份）');
  await act(() => app.querySelector<HTMLElement>('.more')!.click());
  expect(rows()).toBe(200);
  const input = app.querySelector<HTMLInputElement>('[type=search]')!;
  input.value = '白石县1001';
  const start = performance.now();
  await act(() => {
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  // A browser takes a few milliseconds; the bound leaves room for a machine with other work.
  expect(performance.now() - start).toBeLessThan(500);
  expect(rows()).toBe(1);
});

it('shows how far the work has come, lets it be cancelled, and takes nothing else meanwhile', async () => {
  const onCancel = vi.fn();
  const work = { kind: 'adding', name: '2021.pdf', done: 1, total: 5, pages: { done: 3, total: 40 } } as const;
  const app = await show({ work, onCancel });
  expect(app.querySelector('.ways')!.textContent).toContain('正在收入第 2 个，共 5 个：2021.pdf 读到第 3 页，共 40 页');
  expect(app.querySelector('progress')!.getAttribute('max')).toBe('5');
  expect(app.querySelectorAll('.ways input')).toHaveLength(0);
  expect([...app.querySelectorAll<HTMLButtonElement>('.whole button')].every(({ disabled }) => disabled)).toBe(true);
  app.querySelector<HTMLElement>('.ways button')!.click();
  expect(onCancel).toHaveBeenCalledOnce();
});

it('names a source only by what it is: no link but to web pages', async () => {
  const origin = { kind: 'page', name: 'javascript:alert(1)' } as const;
  const app = await show({ holdings: [{ ...holdings[0]!, origin }] });
  expect([...app.querySelectorAll('.holdings a')].map((link) => link.getAttribute('href'))).toEqual(['#own-0']);
});
