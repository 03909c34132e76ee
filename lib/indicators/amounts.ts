import { chineseNumber } from '../text/numerals';
import { type Unit, unitAt } from './units';

/** An amount in words or half in words: 六千八百万元, 百分之九点二, 3亿2千万元. */
export interface Amount {
  value: number;
  unit: Unit;
}

const PART = /([百千])分之/y;
const DIGIT = '零〇一二两三四五六七八九';
/** Two digits side by side. */
const GUESS = new RegExp(`[${DIGIT.slice(2)}]{2}`);
const RUN = new RegExp(`[${DIGIT}十百千万亿点\\d.]{1,24}`, 'y');
const COMPOUND = new RegExp(
  `\\d{1,4}(?:\\.\\d{1,4})?[万亿](?=[\\d${DIGIT}])(?![两三四五]个?大?(?:台阶|大关|关口))`,
  'y',
);
/** Before a number they make it vague or an ordinal: 几十亿元, 第三百户; a digit before it means that it is torn apart: 七八亿元. */
const SPOILERS = new RegExp(`[几数第每${DIGIT}十百千万亿点\\d.]`);

/** The amount that starts exactly at `start`, or null; a vague one (七八亿元, 十几万人) is none. */
export function amountAt(text: string, start: number): Amount | null {
  PART.lastIndex = start;
  const part = PART.exec(text);
  if (part) {
    const end = runAt(text, start + part[0].length);
    const value = runValue(text.slice(start + part[0].length, end));
    if (value === null || value > 1000) return null;
    return {
      value,
      unit: { text: part[1] === '百' ? '%' : '‰', dimension: 'percent', ...overAt(text, end) },
    };
  }
  if (/[百千万亿点]/.test(text[start]!) || SPOILERS.test(text[start - 1] ?? '')) return null;
  const said = runAt(text, start);
  // 1亿3千多万: what makes it a floor stands inside the number.
  const over = /[百千]$/.test(text.slice(start, said)) && /^[多余]万/.test(text.slice(said, said + 2));
  const end = over ? said + 2 : said;
  const run = text.slice(start, said) + (over ? '万' : '');
  const unit = withOver(
    unitAt(text, end) ?? (run.includes('亿') && run.endsWith('万') ? nothing(text, end) : null),
    over,
  );
  const ones = unit && runValue(run);
  if (!unit || ones === null) return null;
  const [size, magnitude] = magnitudeOf(run);
  const base = unit.text.replace(/^[万亿千百]+/, '');
  if (size > 1 && base !== unit.text) return null;
  if (!isAmount(ones * (base === unit.text ? 1 : 1e4), unit)) return null;
  return { value: rounded(ones / size), unit: { ...unit, text: magnitude + unit.text } };
}

/** A number of people whose name stands before it: 增加到1亿3千万。 */
function nothing(text: string, end: number): Unit | null {
  return /^(?:$|[，；、。]|左右|以上)/.test(text.slice(end, end + 2))
    ? { text: '', dimension: 'bare', over: false, end }
    : null;
}

function withOver(unit: Unit | null, over: boolean): Unit | null {
  return unit && over ? { ...unit, over } : unit;
}

/** Whether digits go on in words after a magnitude: 3亿2千万元. */
export function isCompound(text: string, start: number): boolean {
  COMPOUND.lastIndex = start;
  return COMPOUND.test(text);
}

/** A small number in words is a way of speaking (三个坚持, 一户一策) unless it is money, times or points. */
function isAmount(ones: number, { dimension }: Unit): boolean {
  if (dimension === 'times' || dimension === 'point') return true;
  return ones >= (dimension === 'money' ? 10 : 100);
}

function runAt(text: string, start: number): number {
  RUN.lastIndex = start;
  return RUN.test(text) ? RUN.lastIndex : start;
}

function overAt(text: string, end: number): { over: boolean; end: number } {
  const over = /[多余]/.test(text[end] ?? '');
  return { over, end: over ? end + 1 : end };
}

function magnitudeOf(run: string): [number, string] {
  if (run.endsWith('万亿')) return [1e12, '万亿'];
  if (run.includes('亿')) return [1e8, '亿'];
  return run.includes('万') ? [1e4, '万'] : [1, ''];
}

/** The number that a run of digits and places says, in ones; null when it says none, or says it loosely (三亿二). */
function runValue(run: string): number | null {
  const cut = run.lastIndexOf('亿');
  const [high, low] = cut < 0 ? ['', run] : [run.slice(0, cut), run.slice(cut + 1)];
  const below = low === '' ? 0 : tenThousands(low, high !== '');
  const above = high === '' ? 0 : tenThousands(high, false);
  if (below === null || above === null || (cut >= 0 && high === '')) return null;
  return above * 1e8 + below;
}

function tenThousands(words: string, follows: boolean): number | null {
  const cut = words.indexOf('万');
  if (cut < 0) return section(words, follows);
  const above = section(words.slice(0, cut), follows);
  const below = cut + 1 < words.length ? section(words.slice(cut + 1), true) : 0;
  return above === null || below === null ? null : above * 1e4 + below;
}

/** A number below ten thousand. After a greater one it must name its place: 三亿二千万, not 三亿二. */
function section(written: string, follows: boolean): number | null {
  const words = written.replace(/^[零〇]/, '');
  if (follows && !/[十百千]/.test(words) && words === written && words.length < 4) return null;
  const mixed = /^(\d{1,4}(?:\.\d{1,4})?)([百千])?$/.exec(words);
  if (mixed) return Number(mixed[1]) * (mixed[2] === '百' ? 100 : mixed[2] === '千' ? 1000 : 1);
  const [whole, decimals, ...more] = words.split('点');
  if (more.length > 0 || !whole || /\d/.test(words)) return null;
  // 七八, 三五百: two digits side by side are a guess and no number.
  if (GUESS.test(whole)) return null;
  const value = chineseNumber(whole);
  if (decimals === undefined || value === null) return value;
  const fraction = [...decimals].map((digit) => chineseNumber(digit));
  if (decimals === '' || fraction.some((digit) => digit === null || digit > 9)) return null;
  return Number(`${value}.${fraction.join('')}`);
}

/** Powers of ten leave crumbs in a double: 1.1e8 / 1e8. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
