import { storage } from '#imports';
import type { CanaryMark } from '../notes/canary';

/** Kept apart from the notes' database, so that it is still there when that is gone. */
export const canaryItem = storage.defineItem<CanaryMark | null>('local:canary', { fallback: null });
