const NUMBERS: Record<string, number> = {
  一: 1,
  二: 2,
  双: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/**
 * How many members a numbered slogan announces: 三大攻坚战 3, 两不愁三保障 5, 三重一大 4. Null where the term
 * counts nothing: no numeral above 一 (一网通办, 一业一证), a five-year plan (十四五) or a number above ten (百千万工程). The 一 of
 * 五位一体, 双一流, 三证合一 and 五个一批 is no member.
 */
export function membersAnnounced(term: string): number | null {
  if (/[百千万亿\d]|^十?[一二三四五六七八九]?五(?:规划|时期|普法|$)/.test(term)) return null;
  const numerals = [...term.replace(/位一体|一流|合一|一批/, '')].flatMap((char) => NUMBERS[char] ?? []);
  return numerals.some((number) => number > 1) ? numerals.reduce((total, number) => total + number, 0) : null;
}
