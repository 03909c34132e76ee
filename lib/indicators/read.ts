// STUB
import type { NormalText } from '../text/normal';
import type { Indicator, Observation } from './types';
export function readObservations(normal: NormalText, { lexicon, report }: { lexicon: readonly Indicator[]; sections: unknown; report: { place: string; year: number } | null }): Observation[] {
  const out: Observation[] = [];
  for (const m of normal.text.matchAll(/(\d+(?:\.\d+)?)(%|亿元)/g)) {
    const before = normal.text.slice(Math.max(0, m.index - 30), m.index);
    const ind = lexicon.flatMap((l)=>[l.name,...l.aliases].map((n)=>({l,n}))).filter(({n})=>before.includes(n)).sort((a,b)=>b.n.length-a.n.length)[0]?.l ?? null;
    out.push({ indicator: ind?.id ?? null, name: ind?.name ?? '数', value: Number(m[1]), unit: m[2]!, measure: m[2] === '%' ? 'growth' : 'level', parts: null, bound: null, status: before.includes('目标') ? 'target' : 'actual', from: 2019, to: 2019, refArea: report?.place ?? '', ...normal.toSource(m.index, m.index + m[0].length) });
  }
  return out;
}
