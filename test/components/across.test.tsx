import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { IndicatorList, IndicatorPage } from '../../components/IndicatorPage';
import { SearchPage, type SearchResults } from '../../components/SearchPage';
import { TermPage } from '../../components/TermPage';
import { lookUpTerm } from '../../lib/corpus/lookup';
import type { Drawing } from '../../lib/indicators/drawing';
import { type Sighting, sightingsOf } from '../../lib/indicators/sightings';
import type { IndicatorAddress, SearchAddress } from '../../lib/library/address';
import { concordanceOf } from '../../lib/library/concordance';
import type { Found } from '../../lib/library/types';
import { acrossWords } from '../../lib/locales/across';
import { zh_CN as t } from '../../lib/locales/zh_CN';
import { holding, sighting } from '../indicators/sightings';
import { index, librarianOf } from '../library/library';

const { document, window } = parseHTML('<!doctype html><html><body></body></html>');
vi.stubGlobal('document', document);
vi.stubGlobal('window', window);
vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run));
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
);
for (const name of ['Element', 'HTMLElement', 'HTMLSelectElement', 'HTMLInputElement'] as const) {
  vi.stubGlobal(name, window[name]);
}
// linkedom lays nothing out and moves no focus.
Object.assign(window.HTMLElement.prototype, { focus() {}, select() {}, clientWidth: 640 });

const w = acrossWords('zh-CN');
const { librarian } = librarianOf();

async function show(page: preact.ComponentChild): Promise<HTMLElement> {
  const root = document.createElement('div') as unknown as HTMLElement;
  document.body.append(root as never);
  await act(() => render(page, root));
  return root;
}

async function search(words: string): Promise<Found[]> {
  const found: Found[] = [];
  for await (const one of librarian.search({ words })) found.push(one);
  return found;
}

const buttons = (root: HTMLElement, words: string) =>
  [...root.querySelectorAll('button')].filter(({ textContent }) => textContent?.startsWith(words));

describe('the search page', () => {
  const page = async (results: Partial<SearchResults>, address: Partial<SearchAddress> = {}) => {
    const asked: SearchAddress[] = [];
    const more: string[] = [];
    const root = await show(
      <SearchPage
        address={{ words: '六稳', filter: {}, ...address }}
        results={{ state: 'done', reason: '', found: [], whole: new Map(), ...results }}
        holdings={await librarian.list()}
        terms={['六稳']}
        indicators={[{ id: 'gdp', name: '地区生产总值' }]}
        t={t}
        w={w}
        onAsk={(next) => asked.push(next)}
        onMore={({ id }) => more.push(id)}
      />,
    );
    return { root, asked, more };
  };

  it('lists reports with their hits, the words marked, each a link to its place', async () => {
    const found = await search('六稳');
    const { root } = await page({ found });
    expect(root.querySelector('[role=status]')!.textContent).toBe('3 份报告，共 6 处');
    const [first] = root.querySelectorAll('.found > li');
    expect(first!.querySelector('h2')!.textContent).toContain('石鼓 2021');
    const { start, end } = found[0]!.hits[0]!;
    const hit = first!.querySelector('.hit')!;
    expect(hit.getAttribute('href')).toBe(`#shigu-2021@${start}-${end}`);
    expect(hit.querySelector('mark')!.textContent).toBe('六稳');
    expect([...root.querySelectorAll('.links a')].map((link) => link.getAttribute('href'))).toEqual([
      `#term/${encodeURIComponent('六稳')}`,
      '#indicator/gdp',
    ]);
  });

  it('offers the other hits of a report, and the other reports', async () => {
    const [one] = await search('发展');
    const many = Array.from({ length: 60 }, (_, i) => ({ ...one!, holding: { ...one!.holding, id: `own-${i}` } }));
    const { root, more } = await page({ found: many });
    expect(root.querySelectorAll('.found > li')).toHaveLength(50);
    buttons(root, '这份报告的其余')[0]!.click();
    expect(more).toEqual(['own-0']);
    await act(() => buttons(root, '更多报告（还有 10 份）')[0]!.click());
    expect(root.querySelectorAll('.found > li')).toHaveLength(60);
  });

  it.each<[SearchResults['state'], string]>([
    ['empty', '输入要找的词'],
    ['short', '至少输入两个字'],
    ['done', '没有找到'],
    ['failed', '没有找成：库坏了'],
  ])('says what is the matter when it is %s', async (state, words) => {
    const { root } = await page({ state, reason: '库坏了' });
    expect(root.querySelector('[role=status]')!.textContent).toContain(words);
  });

  it('keeps a filter that the library knows nothing of to be taken back', async () => {
    const { root, asked } = await page({}, { filter: { place: '乙水市' } });
    expect([...root.querySelectorAll('option')].map((option) => option.getAttribute('value'))).toContain('乙水市');
    buttons(root, '清除筛选')[0]!.click();
    expect(asked).toEqual([{ words: '六稳', filter: {} }]);
  });
});

describe('the page of an indicator', () => {
  const indicator = index.indicators.find(({ id }) => id === 'gdp')!;
  const page = async (sightings: Sighting[] | null, places: string[] = []) => {
    const addresses: IndicatorAddress[] = [];
    const drawings: Drawing[] = [];
    const root = await show(
      <IndicatorPage
        indicator={indicator}
        choices={await librarian.indicators()}
        address={{ id: 'gdp', places }}
        sightings={sightings}
        message=""
        t={t}
        w={w}
        onAddress={(address) => addresses.push(address)}
        onQuote={async () => '这里是原文。'}
        onExport={() => {}}
        onPicture={(drawing) => drawings.push(drawing)}
      />,
    );
    return { root, addresses, drawings };
  };
  const rows = (root: HTMLElement) => [...root.querySelectorAll('.observations tbody tr')];

  it('shows levels and growth in a chart each, and every figure in the table that the charts point to', async () => {
    const { root } = await page(sightingsOf(await librarian.figures('gdp')));
    const charts = [...root.querySelectorAll('svg[role=img]')];
    expect(charts.map((chart) => chart.getAttribute('aria-label'))).toEqual([
      '地区生产总值（亿元），衡阳市、衡阳市石鼓区，2012–2025 年。数字都在下面的表里。',
      '地区生产总值比上年增长（%），衡阳市、衡阳市石鼓区，2013–2021 年。数字都在下面的表里。',
    ]);
    for (const chart of charts) {
      const table = root.querySelector(`#${chart.getAttribute('aria-describedby')}`);
      expect(table?.querySelectorAll('tbody tr')).toHaveLength(18);
    }
    const target = rows(root).find(({ textContent }) => textContent?.includes('+8.5% 左右'))!;
    expect(target.textContent).toContain('○');
    expect(target.textContent).toContain('目标');
    expect(target.querySelector('a')!.getAttribute('href')).toMatch(/^#hengyang-2020@\d+-\d+$/);
  });

  it('filters by place, sorts, and shows the sentence on demand', async () => {
    const { root, addresses } = await page(sightingsOf(await librarian.figures('gdp')), ['衡阳市石鼓区']);
    expect(new Set(rows(root).map((row) => row.querySelector('th')!.textContent))).toEqual(new Set(['衡阳市石鼓区']));
    const [all] = root.querySelectorAll<HTMLInputElement>('.places input');
    all!.dispatchEvent(new window.Event('change', { bubbles: true }) as never);
    expect(addresses).toEqual([{ id: 'gdp', places: [] }]);
    await act(() => buttons(root, '期间')[0]!.click());
    await act(() => buttons(root, '期间')[0]!.click());
    expect(root.querySelector('[aria-sort=descending]')!.textContent).toContain('期间');
    expect(rows(root)[0]!.textContent).toContain('2025');
    const [quote] = buttons(root, '原文');
    await act(async () => {
      quote!.click();
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(root.querySelector('.quoted')!.textContent).toContain('这里是原文。');
  });

  it('says met, missed or why not', async () => {
    const sightings = [
      sighting(holding(2021), { value: 6, status: 'target', from: 2021, to: 2021 }),
      sighting(holding(2022), { value: 6.3 }),
      sighting(holding(2022), { value: 7, status: 'target', from: 2022, to: 2022 }),
      sighting(holding(2023), { value: 5 }),
      sighting(holding(2023), { value: 5, status: 'target', bound: 'about', from: 2023, to: 2023 }),
      sighting(holding(2024), { value: 4.9 }),
      sighting(holding(2024), { value: 5, status: 'target', from: 2024, to: 2024 }),
    ];
    const { root } = await page(sightings);
    const verdicts = [...root.querySelectorAll('.verdict')].map(({ textContent }) => textContent);
    expect(verdicts).toEqual(['· 不能比较约数，差多少没有说定', '✗ 没有做到', '✓ 做到', '· 不能比较还没有结果']);
    expect(root.querySelector('summary')!.textContent).toBe('1 个目标在报告库里还没有结果');
  });

  it('hands over a drawing of its own width to save', async () => {
    const { root, drawings } = await page(sightingsOf(await librarian.figures('gdp')));
    buttons(root, '存为 PNG')[1]!.click();
    expect(drawings.map(({ width }) => width)).toEqual([960]);
  });

  it('draws six places at most and says so', async () => {
    const sightings = Array.from({ length: 9 }, (_, i) => sighting(holding(2021, { place: `甲${i}市` }), { value: i }));
    const { root } = await page(sightings);
    expect(root.textContent).toContain('图中只画数据最多的 6 个地方，共有 9 个');
    expect(rows(root)).toHaveLength(9);
  });

  it('says when there is nothing', async () => {
    expect((await page([])).root.textContent).toContain('报告库里还没有这个指标的数字');
    expect((await page(null)).root.textContent).toContain('正在读各报告的数字');
  });

  it('lists the indicators that reports tell of', async () => {
    const root = await show(<IndicatorList choices={await librarian.indicators()} message="" t={t} w={w} />);
    const [first] = root.querySelectorAll('.indicators li');
    expect(first!.textContent).toBe('地区生产总值4 份报告');
    expect(root.textContent).toMatch(/另有 \d+ 个指标还没有报告提到/);
  });
});

describe('the page of a term', () => {
  const page = async (term: string, spellings: string[] = []) => {
    const found = await Promise.all(
      [term, ...spellings].map(async (spelling) => (await search(spelling)).map((one) => ({ spelling, found: one }))),
    );
    const holdings = await librarian.list();
    return show(
      <TermPage
        term={term}
        written={lookUpTerm(index, term).written}
        use={{
          definitions: await librarian.definitions(term),
          lines: concordanceOf(found.flat(), holdings),
          holdings,
          aliases: spellings,
        }}
        message=""
        t={t}
        w={w}
        onTerm={() => {}}
      />,
    );
  };

  it('shows the meaning with its ground, definitions, use and context', async () => {
    const root = await page('六稳', ['六保']);
    expect(root.querySelector('.definitions')!.textContent).toContain('石鼓 2021 · 2021 年');
    const years = [...root.querySelectorAll('#frequency tbody tr')].map(({ textContent }) => textContent);
    expect(years[0]).toBe('2013100');
    expect(root.querySelectorAll('.concordance tbody tr').length).toBeGreaterThan(5);
    const before = root.querySelectorAll('.concordance tbody tr').length;
    await act(() => buttons(root, '六保')[0]!.click());
    const keywords = [...root.querySelectorAll('.concordance tbody .keyword')].map(({ textContent }) => textContent);
    expect(new Set(keywords)).toEqual(new Set(['六保']));
    expect(keywords.length).toBeLessThan(before);
  });

  it('says what is not there', async () => {
    const root = await page('甲山经验');
    expect(root.textContent).toContain('本项目没有写这个词的释义');
    expect(root.textContent).toContain('没有报告给出释义');
    expect(root.textContent).toContain('报告库里没有用到这个词');
    expect(root.querySelector('.concordance')).toBeNull();
  });
});
