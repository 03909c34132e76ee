import { type ReadingStyle, readingStyleItem, TEXT_SIZES } from '../../lib/platform/readingStyle';

/** Sets all of the reader page in the style that the reader has chosen. */
export function applyStyle({ face, size, theme }: ReadingStyle): void {
  const { style } = document.documentElement;
  style.setProperty('--reading', `var(--${face})`);
  style.setProperty('--size', `${TEXT_SIZES[size] ?? TEXT_SIZES[1]}px`);
  style.setProperty('--report-margins-scheme', theme === 'auto' ? 'light dark' : theme);
}

let last: Promise<void> = Promise.resolve();

/** Changes some of the style. Each change waits for the one before, or it would write over it. */
export function changeStyle(change: Partial<ReadingStyle>): Promise<void> {
  const write = async () => readingStyleItem.setValue({ ...(await readingStyleItem.getValue()), ...change });
  last = last.then(write, write);
  return last;
}
