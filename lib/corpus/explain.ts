import type { Passage } from './passages';
import { leaning, type Side } from './side';
import type { TopicIndex, Topics } from './topics';
import { type GramIndex, pairAt } from './vectors';

interface Evidence {
  grams: GramIndex;
  names: TopicIndex['names'];
  query: Topics;
  passage: Topics;
}

const KINDS = { matter: '同一事项', indicator: '同一指标', term: '同一名词' } as const;
const SIDES: Record<Side, string> = { review: '工作回顾', plan: '工作部署' };
/** How much of each kind of reason a card has room for. */
const MOST = 3;
const LONGEST_PHRASE = 12;
/** Of a longer query only the beginning is searched for shared phrases; a card shows three. */
const LONGEST_SEARCHED = 1500;

/**
 * Why a passage matches a query (both in normal form), in words a reader understands: the matters, indicators and terms
 * that both speak of, the rarest phrases that both have, and the side (review or plan) that the passage stands on.
 */
export function explain(text: string, passage: Passage & { side: Side }, evidence: Evidence): string[] {
  const why: string[] = [];
  for (const kind of ['matter', 'indicator', 'term'] as const) {
    const names = sharedTopics(kind, evidence);
    if (names.length > 0) why.push(`${KINDS[kind]}：${names.join('、')}`);
  }
  const phrases = sharedPhrases(text, passage.text, evidence.grams);
  if (phrases.length > 0) why.push(`共有：${phrases.map((phrase) => `“${phrase}”`).join('')}`);
  const lean = leaning(text);
  const same = passage.side === 'review' ? lean > 0 : lean < 0;
  why.push(`${same ? '同属' : '见于'}${SIDES[passage.side]}`);
  return why;
}

function sharedTopics(kind: keyof typeof KINDS, { names, query, passage }: Evidence): string[] {
  const shared: [string, number][] = [];
  for (const [topic, weight] of query.weights) {
    const other = passage.weights.get(topic);
    if (other !== undefined && names[topic]!.kind === kind) shared.push([names[topic]!.name, weight * other]);
  }
  shared.sort((a, b) => b[1] - a[1]);
  const strongest = shared[0]?.[1] ?? 0;
  return shared
    .filter(([, strength]) => strength >= strongest / 10)
    .slice(0, MOST)
    .map(([name]) => name);
}

function sharedPhrases(whole: string, passage: string, grams: GramIndex): string[] {
  const query = whole.slice(0, LONGEST_SEARCHED);
  const found = new Map<string, number>();
  for (let i = 0; i + 1 < query.length; ) {
    let end = i;
    let rarity = 0;
    while (end - i < LONGEST_PHRASE - 1 && pairAt(query, end) !== 0 && passage.includes(query.slice(i, end + 2))) {
      rarity += grams.idf(pairAt(query, end));
      end++;
    }
    if (end === i) {
      i++;
      continue;
    }
    found.set(query.slice(i, end + 1), rarity);
    i = end + 1;
  }
  const phrases = [...found].sort((a, b) => b[1] - a[1]).map(([phrase]) => phrase);
  return phrases.filter((phrase, i) => !phrases.slice(0, i).some((other) => other.includes(phrase))).slice(0, MOST);
}
