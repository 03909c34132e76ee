import { anyNumber } from '../text/numerals';
import { isFigure, NUMERALS, type Tokens, tokenAt, written } from './tokens';

/** How the words of a passage have changed, in the spelling of their sources. */
export interface Changes {
  list: { before: string; after: string }[];
  /** Whether one of the changes puts another value in the place of a figure. */
  value: boolean;
}

/** What belongs to a figure and is shown with it: its unit and its bound, as in 8.5%左右, 270.06亿元, 178个以上. */
const TAIL =
  /([十百千万亿]*(?:个?百分点|[%‰]|美元|平方公里|平方米|立方米|公里|千瓦时|千瓦|[元人户吨亩个家次件位倍年月日岁米辆所条项]))?(以上|以下|以内|左右)?/y;

/**
 * Compares the pattern's tokens [from, to) with what stands in their place on the page, as `align` paired them. The
 * passage on the page is [first, last).
 */
export function compare(
  pattern: Tokens,
  [from, to]: readonly [number, number],
  page: Tokens,
  [first, last]: readonly [number, number],
  stands: Int32Array,
): Changes {
  const changes: Changes = { list: [], value: false };
  let i = from;
  let j = first;
  // The changed run that is still open: pattern [openI, i) against page [openJ, j).
  let openI = i;
  let openJ = j;

  const close = () => {
    if (openI < i || openJ < j) {
      const [a, b, c, d] = aroundNumerals(pattern, openI, i, page, openJ, j, from, first);
      const before = pattern.normal.text.slice(pattern.start[a], a < b ? pattern.end[b - 1] : pattern.start[a]);
      const after = page.normal.text.slice(page.start[c], c < d ? page.end[d - 1] : page.start[c]);
      changes.list.push({ before: source(pattern, a, b), after: source(page, c, d) });
      changes.value ||= isNumber(before) && isNumber(after) && !isSameNumber(before, after);
    }
  };
  const skipTo = (nextI: number, nextJ: number) => {
    i = openI = nextI;
    j = openJ = nextJ;
  };

  while (i < to || j < last) {
    const place = i < to ? stands[i]! : -1;
    if (i < to && place === j) {
      if (isFigure(pattern, i) && isFigure(page, j)) {
        close();
        const a = tailOf(pattern, i, to);
        const b = tailOf(page, j, last);
        const otherValue = number(written(pattern, i)) !== number(written(page, j)) || differs(a, b);
        if (otherValue || written(pattern, i) !== written(page, j)) {
          changes.list.push({ before: source(pattern, i, a.end), after: source(page, j, b.end) });
          changes.value ||= otherValue;
          skipTo(a.end, b.end);
        } else {
          skipTo(i + 1, j + 1);
        }
      } else if (pattern.blind[i] === page.blind[j]) {
        close();
        skipTo(i + 1, j + 1);
      } else {
        i++;
        j++;
      }
    } else if (i < to && place < j) {
      i++;
    } else {
      j++;
    }
  }
  close();
  return changes;
}

interface Tail {
  unit: string | undefined;
  bound: string | undefined;
  /** The token after the figure's last. */
  end: number;
}

function tailOf(tokens: Tokens, figure: number, limit: number): Tail {
  const from = tokens.end[figure]!;
  const to = limit < tokens.blind.length ? tokens.start[limit]! : tokens.normal.text.length;
  // Units are short; what lies further on is not theirs.
  const text = tokens.normal.text.slice(from, Math.min(to, from + 16));
  TAIL.lastIndex = 0;
  const [all, unit, bound] = TAIL.exec(text) ?? [''];
  return { unit, bound, end: all ? tokenAt(tokens, from + all.length - 1) + 1 : figure + 1 };
}

function differs(a: Tail, b: Tail): boolean {
  const units = a.unit !== undefined && b.unit !== undefined && a.unit !== b.unit;
  const bounds = a.bound !== undefined && b.bound !== undefined && a.bound !== b.bound;
  return units || bounds;
}

/** Widens a change within a Chinese numeral to the whole numeral: 二十三 that became 二十五, not 三 that became 五. */
function aroundNumerals(
  pattern: Tokens,
  i0: number,
  i1: number,
  page: Tokens,
  j0: number,
  j1: number,
  from: number,
  first: number,
): [number, number, number, number] {
  const changed = pattern.blind.slice(i0, i1) + page.blind.slice(j0, j1);
  if (!NUMERALS.test(changed)) return [i0, i1, j0, j1];
  let [a, c] = [i0, j0];
  while (a > from && c > first && sameNumeral(pattern, a - 1, page, c - 1)) {
    a--;
    c--;
  }
  let [b, d] = [i1, j1];
  while (sameNumeral(pattern, b, page, d)) {
    b++;
    d++;
  }
  return [a, b, c, d];
}

function sameNumeral(pattern: Tokens, i: number, page: Tokens, j: number): boolean {
  const char = pattern.blind[i];
  return char !== undefined && char === page.blind[j] && NUMERALS.test(char);
}

function isNumber(text: string): boolean {
  return NUMERALS.test(text) || /^\d/.test(text);
}

/** 第4位 and 第四位, 2020年 and 二〇二〇年: the same number in the other writing. */
function isSameNumber(a: string, b: string): boolean {
  const value = anyNumber(a);
  return value !== null && value === anyNumber(b);
}

function number(figure: string): number {
  return Number.parseFloat(figure.replaceAll(',', ''));
}

function source({ normal, start, end }: Tokens, from: number, to: number): string {
  if (from >= to) return '';
  const range = normal.toSource(start[from]!, end[to - 1]!);
  return normal.source.slice(range.start, range.end);
}
