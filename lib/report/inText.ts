import type { NormalText } from '../text/normal';
import { anyNumber } from '../text/numerals';
import type { Definition } from './types';

/** A quoted name with the noun that it qualifies: “一核多极”格局, “3+2”产业体系. */
const QUOTED = '“[^“”\\n]{1,20}”[^“”，。；：、（）\\n]{0,6}?';
const MEANING = '[^。；\\n]{6,160}?';

/**
 * The ways in which running text defines a term: “一体”指…; “1+5”文件，即…; “六稳”（稳就业、…）; and the short form that
 * stands for a long one, （以下简称“…”）. Group 1 is the term, group 2 what it means.
 */
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `(${QUOTED})(?:，?(?:是指|指的是|指(?![数标导示引挥定出向望南令])|即指)|，?(?:就是|即)(?!将|使|可|便|时|刻|日|办))[：，]?(${MEANING})(?=[。；\\n）]|，“[^“”\\n]{1,20}”(?:是指|指|即))`,
    'gm',
  ),
  new RegExp(
    `(${QUOTED})（(?:即|指|是指|包括)?[：，]?([^（）“”。；\\n]{2,30}(?:、[^（）“”。；\\n]{2,30}){1,8})）`,
    'g',
  ),
];
const SHORT_FORM = /([\u4e00-\u9fff0-9A-Za-z“”《》·]{4,40})（(?:以下)?简称：?“?([\u4e00-\u9fff0-9A-Za-z]{2,16})”?）/g;

/** Where a sentence goes on to what was done: …的议事方式，全年共开136场次. */
const GOES_ON = /，(?=全年|目前|截至|累计|今年|去年|已|共|先后|\d)/;

/**
 * How much of the words behind 即 is the meaning. “四放”，即放心、放手、放胆、放开，新发展…: a list of as many members as
 * the term counts is the whole of it.
 */
function meaningLength(term: string, meaning: string): number {
  const clause = meaning.split('，', 1)[0]!;
  const counted = [...term.matchAll(/[一二两三四五六七八九十]|\d/g)].reduce(
    (sum, [digit]) => sum + anyNumber(digit)!,
    0,
  );
  const members = clause.split('、').length;
  if (members > 1 && members === counted) return clause.length;
  const goesOn = meaning.search(GOES_ON);
  return goesOn > 5 ? goesOn : meaning.length;
}

/** The definitions that the running text gives; `listed` tells what lies inside an entry of the glossary. */
export function inTextDefinitions(normal: NormalText, listed: (offset: number) => boolean): Definition[] {
  const found: Definition[] = [];
  const seen = new Set<string>();
  const add = (start: number, end: number, termStart: number, termEnd: number, textStart: number, textEnd: number) => {
    const source = (from: number, to: number) => {
      const range = normal.toSource(from, to);
      return normal.source.slice(range.start, range.end);
    };
    const term = source(termStart, termEnd);
    const bare = term.replace(/[“”]/g, '');
    if (seen.has(bare) || listed(start)) return;
    seen.add(bare);
    const range = normal.toSource(start, end);
    const aliases = bare === term ? [] : [bare];
    found.push({ term, aliases, text: source(textStart, textEnd), start: range.start, end: range.end, callout: null });
  };
  for (const pattern of PATTERNS) {
    for (const match of normal.text.matchAll(pattern)) {
      const termStart = match.index + match[0].indexOf(match[1]!);
      const textStart = match.index + match[0].lastIndexOf(match[2]!);
      const textEnd = textStart + meaningLength(match[1]!, match[2]!);
      add(termStart, textEnd, termStart, termStart + match[1]!.length, textStart, textEnd);
    }
  }
  // Looked for first, since the pattern begins anew at each character of a text.
  const shortForms = normal.text.includes('简称') ? normal.text.matchAll(SHORT_FORM) : [];
  for (const match of shortForms) {
    const termStart = match.index + match[0].lastIndexOf(match[2]!);
    add(
      match.index,
      match.index + match[0].length,
      termStart,
      termStart + match[2]!.length,
      match.index,
      match.index + match[1]!.length,
    );
  }
  return found;
}
