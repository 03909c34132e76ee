import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { SectionsCard } from '../../components/SectionsCard';
import type { ShownMatch } from '../../lib/corpus/lookup';
import { zh_CN } from '../../lib/locales/zh_CN';

vi.stubGlobal('document', parseHTML('<!doctype html><html><body></body></html>').document);
const nothing = () => {};

const shown = (reportId: string, report: string): ShownMatch => ({
  match: { reportId, sectionId: '2', heading: '优化营商环境', start: 10, end: 20, score: 0.5, why: ['同说“营商环境”'] },
  report,
  quote: '深化放管服改革。',
});

function card(matches: ShownMatch[], added: ShownMatch[] | Error, onGo: (id: string) => void = nothing) {
  const root = document.createElement('div');
  const rest = { heading: '优化营商环境', terms: [], same: [], t: zh_CN };
  const actions = { onTerm: nothing, onPlace: nothing, onClose: nothing };
  render(
    <SectionsCard {...rest} {...actions} matches={matches} added={added} onGo={({ reportId }) => onGo(reportId)} />,
    root,
  );
  const groups = [...root.querySelectorAll('nav')].map((nav) => [
    nav.getAttribute('aria-label'),
    ...[...nav.querySelectorAll('.where')].map((where) => where.textContent),
  ]);
  return { root, groups, text: root.textContent! };
}

describe('the card of matching sections', () => {
  const bundled = shown('hengyang-2020', '衡阳 2020');
  const own = shown('own-1', '清溪 2019');

  it('has the reader’s own reports in a group of their own, after the bundled ones', () => {
    const gone: string[] = [];
    const { root, groups } = card([bundled], [own], (id) => gone.push(id));
    expect(groups).toEqual([
      ['对应章节', '衡阳 2020'],
      ['你收入的报告', '清溪 2019'],
    ]);
    root.querySelectorAll<HTMLElement>('nav:last-of-type button')[0]!.click();
    expect(gone).toEqual(['own-1']);
    expect(root.querySelectorAll('[data-focus]')).toHaveLength(1);
  });

  it('says nothing of them where there is nothing, and why where they could not be asked', () => {
    expect(card([bundled], []).text).not.toContain('收入');
    const { groups, text } = card([bundled], new Error('打不开报告库。'));
    expect(groups).toHaveLength(1);
    expect(text).toContain('没有查成你收入的报告：打不开报告库。');
    expect(card([bundled], [own]).root.querySelector('footer button')!.textContent).toBe('你收入的报告 1 ↓');
  });

  it('shows them where no bundled report has anything', () => {
    const { groups, text } = card([], [own]);
    expect(text).toContain(zh_CN.noSections);
    expect(groups).toEqual([['你收入的报告', '清溪 2019']]);
  });
});
