import type { Note, NoteDraft } from '../../lib/notes/types';

export const HENGYANG = { place: '衡阳市', year: 2020 };
export const SHIGU = { place: '衡阳市石鼓区', year: 2021 };

/** A draft as the editor makes it. */
export function draftOf(over: Partial<NoteDraft> = {}): NoteDraft {
  return {
    text: '核对：统计公报里固投是 12.1%。',
    selector: [
      { type: 'TextQuoteSelector', exact: '增长9%、12%', prefix: '固定资产投资分别', suffix: '，一般公共预算收入' },
      { type: 'TextPositionSelector', start: 812, end: 820 },
    ],
    report: HENGYANG,
    ...over,
  };
}

/** A stored note; `n` makes its id and its second of creation. */
export function noteOf(n: number, over: Partial<Note> = {}): Note {
  const time = new Date(Date.UTC(2020, 0, 12) + n * 1000).toISOString();
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: idOf(n),
    type: 'Annotation',
    motivation: 'commenting',
    created: time,
    modified: time,
    body: [{ type: 'TextualBody', value: `第${n}条`, format: 'text/plain' }],
    target: { source: 'https://www.hengyang.gov.cn/report.html', selector: draftOf().selector },
    report: HENGYANG,
    ...over,
  };
}

export function idOf(n: number): string {
  return `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
}
