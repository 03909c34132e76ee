import { type ReadingStyle, readingStyleItem, TEXT_SIZES } from '../../lib/platform/readingStyle';

/** Sets all of the reader page in the style that the reader has chosen. */
export function applyStyle({ face, size, theme }: ReadingStyle): void {
  const { style } = document.documentElement;
  style.setProperty('--reading', `var(--${face})`);
  style.setProperty('--size', `${TEXT_SIZES[size] ?? TEXT_SIZES[1]}px`);
  style.setProperty('--report-margins-scheme', theme === 'auto' ? 'light dark' : theme);
}

/** Changes some of the style. */
export async function changeStyle(change: Partial<ReadingStyle>): Promise<void> {
  await readingStyleItem.setValue({ ...(await readingStyleItem.getValue()), ...change });
}
