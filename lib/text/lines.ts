/** A line of a normal text, without its break. */
export interface Line {
  start: number;
  end: number;
  text: string;
}

/** The lines of a text, in order; a normal text has no empty ones. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end > start) lines.push({ start, end, text: text.slice(start, end) });
    start = end + 1;
  }
  return lines;
}
