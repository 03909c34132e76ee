/** A number as a text writes it. Offsets are UTF-16 code units into the text that was read. */
export interface Numeral {
  value: number;
  start: number;
  end: number;
}

/** Fifteen digits are all that a double keeps; a longer run is a code or a slip and no quantity. */
const ARABIC = /\d{1,3}(?:,\d{3}){1,4}(?:[.·]\d{1,8})?(?![\d,])|\d{1,15}(?:[.·]\d{1,8})?(?!\d)/y;

/** The Arabic number that starts exactly at `start`, thousands separators allowed and 13·06 as old texts print it, or null. */
export function arabicAt(text: string, start: number): Numeral | null {
  ARABIC.lastIndex = start;
  const match = ARABIC.exec(text);
  if (!match) return null;
  return { value: Number(match[0].replaceAll(',', '').replace('·', '.')), start, end: start + match[0].length };
}

const DIGIT: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PLACE: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Reads 十五, 二十, 一百零八 or a digit run such as 二〇三五; null when the word is no Chinese number. */
export function chineseNumber(word: string): number | null {
  if (word.length === 0 || word.length > 12) return null;
  if (word.length > 1 && [...word].every((char) => char in DIGIT)) {
    return Number([...word].map((char) => DIGIT[char]).join(''));
  }
  let total = 0;
  let digit: number | null = null;
  for (const char of word) {
    if (char in DIGIT) {
      if (digit) return null;
      digit = DIGIT[char]!;
    } else if (char in PLACE) {
      total += (digit ?? 1) * PLACE[char]!;
      digit = null;
    } else return null;
  }
  return total + (digit ?? 0);
}

/** An ordinal's or a count's number in either writing: '8', '八', '十五'. */
export function anyNumber(word: string): number | null {
  return /^\d{1,9}$/.test(word) ? Number(word) : chineseNumber(word);
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** ¹² as a number. */
export function raisedNumber(digits: string): number {
  return Number([...digits].map((char) => RAISED.indexOf(char)).join(''));
}

/** 二〇二一 and 2021 as a number; null when the text is no year between 1949 and 2099. */
export function yearOf(text: string): number | null {
  const digits = [...text].map((char) => (/[○Ｏ]/.test(char) ? 0 : (DIGIT[char] ?? char))).join('');
  const year = /^\d{4}$/.test(digits) ? Number(digits) : 0;
  return year >= 1949 && year <= 2099 ? year : null;
}
