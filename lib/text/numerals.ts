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

/** The value of a Chinese ordinal up to 99 as headings print it (十二 → 12, 二十 → 20); null when it is none. */
export function ordinalOf(numeral: string): number | null {
  if (/^\d{1,3}$/.test(numeral)) return Number(numeral);
  const ten = numeral.indexOf('十');
  if (ten < 0) return numeral.length === 1 ? (DIGIT[numeral] ?? null) : null;
  if (ten > 1 || numeral.length > ten + 2) return null;
  const tens = ten === 0 ? 1 : DIGIT[numeral[0]!];
  const ones = numeral.length > ten + 1 ? DIGIT[numeral[ten + 1]!] : 0;
  return tens === undefined || ones === undefined ? null : tens * 10 + ones;
}

/** 二〇二一 and 2021 as a number; null when the text is no year between 1949 and 2099. */
export function yearOf(text: string): number | null {
  let digits = '';
  for (const char of text) {
    const digit = /\d/.test(char) ? Number(char) : char === '○' || char === 'Ｏ' ? 0 : DIGIT[char];
    if (digit === undefined) return null;
    digits += digit;
  }
  const year = Number(digits);
  return digits.length === 4 && year >= 1949 && year <= 2099 ? year : null;
}
