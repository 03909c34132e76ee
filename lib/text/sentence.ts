/** The sentence around [start, end) of a text, its line at most. */
export function sentenceAround(text: string, start: number, end: number): string {
  const before = Math.max(text.lastIndexOf('。', start - 1), text.lastIndexOf('\n', start - 1)) + 1;
  const stops = [text.indexOf('。', end), text.indexOf('\n', end)].filter((stop) => stop >= 0);
  const after = stops.length > 0 ? Math.min(...stops) : text.length;
  return text.slice(before, text[after] === '。' ? after + 1 : after).trim();
}
