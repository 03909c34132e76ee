import { storage } from '#imports';

/** How reports are set on the reader page. */
export interface ReadingStyle {
  face: 'serif' | 'sans';
  /** An index into TEXT_SIZES. */
  size: number;
  theme: 'auto' | 'light' | 'dark';
}

/** Pixels; the lines hold as many characters at each. */
export const TEXT_SIZES = [15, 17, 19, 22];

export const readingStyleItem = storage.defineItem<ReadingStyle>('local:readingStyle', {
  fallback: { face: 'serif', size: 1, theme: 'auto' },
});
