/** The way between the offsets of a report's text and the heights that they stand at in the window. */
export interface Positions {
  /** The offset that stands at a height; 0 above the text, its length below. */
  offsetAt(y: number): number;
  /** The height that an offset stands at. */
  yOf(offset: number): number;
}

/**
 * Reads the places of an article's paragraphs, each of which says in `data-start` where it begins in the text. Within
 * a paragraph the lines are taken for equally full: the answers are right to a line or two, and nothing is measured
 * but the boxes of a few paragraphs.
 */
export function makePositions(article: Element, length: number): Positions {
  const paragraphs = [...article.querySelectorAll<HTMLElement>('[data-start]')];
  const starts = paragraphs.map(({ dataset }) => Number(dataset.start));
  const endOf = (i: number) => starts[i + 1] ?? length;
  /** The last paragraph for which `isBefore` holds; the first where it holds for none. */
  const last = (isBefore: (i: number) => boolean) => {
    let low = 0;
    let high = paragraphs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (isBefore(middle)) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    offsetAt(y) {
      const i = last((each) => paragraphs[each]!.getBoundingClientRect().top <= y);
      const { top, height } = paragraphs[i]!.getBoundingClientRect();
      if (y < top) return i === 0 ? 0 : starts[i]!;
      return starts[i]! + Math.round(Math.min(1, (y - top) / (height || 1)) * (endOf(i) - starts[i]!));
    },
    yOf(offset) {
      const i = last((each) => starts[each]! <= offset);
      const { top, height } = paragraphs[i]!.getBoundingClientRect();
      return top + Math.min(1, Math.max(0, offset - starts[i]!) / (endOf(i) - starts[i]! || 1)) * height;
    },
  };
}
