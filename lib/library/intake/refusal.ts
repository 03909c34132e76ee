import type { RefusalReason } from '../types';

/** Nothing can be taken from a file; `readFile` turns it into its reason, for which the interface has a sentence. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(readonly reason: RefusalReason) {
    super(reason);
  }
}

/** Throws when the reader has had enough. */
export function goOn(signal: AbortSignal): void {
  if (signal.aborted) throw new Refusal('cancelled');
}
