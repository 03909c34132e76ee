import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { expect, it, vi } from 'vitest';
import { NoteEditor } from '../../components/NoteEditor';
import { zh_CN } from '../../lib/locales/zh_CN';
import { SupersededError } from '../../lib/notes/errors';

vi.stubGlobal('document', parseHTML('<!doctype html><html><body></body></html>').document);
const nothing = () => {};
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

function editor(onSave: (text: string, colour: string) => Promise<void>, restored = false) {
  const root = document.createElement('div');
  const typed: string[][] = [];
  const props = { quote: '六稳', text: '写到一半', colour: 'red' as const, restored, wordless: false, t: zh_CN };
  const actions = { onDiscard: nothing, onClose: nothing, onInput: (...what: string[]) => typed.push(what) };
  render(<NoteEditor {...props} {...actions} onSave={onSave} />, root);
  const press = (words: string) =>
    [...root.querySelectorAll('button')]
      .find((each) => each.textContent === words || each.getAttribute('aria-label') === words)!
      .click();
  return { root, typed, press };
}

it('keeps the text and shows what another tab has written, and the next save is the reader’s word', async () => {
  const errors: unknown[] = [new SupersededError('别处改的'), new SupersededError(null), null];
  const saved: string[] = [];
  const { root, press } = editor(async (text) => {
    const error = errors.shift();
    if (error) throw error;
    saved.push(text);
  });
  press('保存');
  await settled();
  expect(root.querySelector('[role=alert]')!.textContent).toContain('别处改的');
  expect(root.querySelector('textarea')!.value).toBe('写到一半');
  press('保存');
  await settled();
  expect(root.querySelector('[role=alert]')!.textContent).toContain('已在别处删除');
  press('保存');
  await settled();
  expect(saved).toEqual(['写到一半']);
});

it('changes the ink, which is kept with the draft', async () => {
  const saved: string[][] = [];
  const { typed, press } = editor(async (...what) => void saved.push(what));
  press('绿色');
  await settled();
  expect(typed).toEqual([['写到一半', 'green']]);
  press('保存');
  await settled();
  expect(saved).toEqual([['写到一半', 'green']]);
});

it('says that the text is a draft from before, which can be discarded', () => {
  expect(editor(async () => {}, true).root.textContent).toContain('放弃草稿');
  expect(editor(async () => {}).root.textContent).not.toContain('放弃草稿');
});
