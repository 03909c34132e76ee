// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it } from 'vitest';
import { Margin, type MarginNote } from '../../components/Margin';
import { zh_CN } from '../../lib/locales/zh_CN';

const NOTE: MarginNote = {
  key: 'a',
  text: '这里说的是**全年**目标。',
  colour: 'red',
  tags: ['口径'],
  modified: new Date(2020, 0, 12, 14, 20).toISOString(),
  site: '衡阳日报',
  state: 'value_changed',
  changes: [{ before: '8%左右', after: '8.5%左右' }],
  top: 40,
};

function margin(note: Partial<MarginNote>, { width = 240 as number | null, now = new Date(2020, 0, 12, 18) } = {}) {
  const root = document.body.appendChild(document.createElement('div'));
  const opened: string[] = [];
  const actions = { onOpen: (key: string) => opened.push(key), onReader: (hash: string) => opened.push(hash) };
  const notes = [{ ...NOTE, ...note }];
  render(<Margin notes={notes} left={1000} width={width} dark={false} now={now} t={zh_CN} {...actions} />, root);
  return { root, opened, text: root.textContent! };
}

it('says that the value has changed, from what to what, before the words', () => {
  const { text } = margin({});
  expect(text).toMatch(/^值已变8%左右 → 8.5%左右这里说的是全年目标。今天 14:20 · 口径 · 原写于 衡阳日报$/);
});

it('says that the passage was edited, and the day of an older note', () => {
  const { text } = margin({ state: 'edited', site: null, tags: [] }, { now: new Date(2020, 1, 1) });
  expect(text).toBe('原文已改动这里说的是全年目标。2020-01-12');
});

it('shows a draft as one', () => {
  const { root, text } = margin({ state: 'exact', modified: null, tags: [], site: null });
  expect(text).toContain('草稿，还没有保存');
  expect(root.querySelector('.note.draft')).not.toBeNull();
});

it('opens from anywhere on it but its links, which go where they say', () => {
  const { root, opened } = margin({ text: '见 [石鼓](#shigu-2021/3.1)、[公报](https://www.gov.cn/a)' });
  root.querySelector<HTMLElement>('.words p')!.click();
  root.querySelector<HTMLElement>('.link')!.click();
  root.querySelector<HTMLElement>('button.open')!.click();
  expect(opened).toEqual(['a', '#shigu-2021/3.1', 'a']);
  expect(root.querySelector('a')!.getAttribute('rel')).toBe('noopener noreferrer');
});

it('is a marker with its words as its name where there is no room', () => {
  const { root, opened } = margin({}, { width: null });
  const marker = root.querySelector<HTMLElement>('button.marker')!;
  expect(marker.getAttribute('aria-label')).toBe('旁注 值已变 这里说的是**全年**目标。');
  marker.click();
  expect(opened).toEqual(['a']);
});
