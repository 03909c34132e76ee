import type { ReaderPlace } from '../../lib/corpus/address';
import type { BundledReport, ReportIndex } from '../../lib/corpus/types';
import type { Messages } from '../../lib/locales/zh_CN';
import type { ReadingStyle } from '../../lib/platform/readingStyle';
import type { Settings } from '../../lib/platform/settings';

/** What every view of the reader page is given. */
export interface Parts {
  app: HTMLElement;
  index: ReportIndex;
  /** The report of that id, null when there is none; rejects with a LibraryError when the library cannot be asked. */
  find: (id: string) => Promise<BundledReport | null>;
  /** All reports that there are, bundled and added. */
  list: () => Promise<Pick<BundledReport, 'id' | 'short'>[]>;
  t: Messages;
  settings: Settings;
  style: ReadingStyle;
  /** Aborted when another view takes the page: the view then leaves `app` empty and nothing running. */
  signal: AbortSignal;
}

/** What a view does while it is shown; a view that does not change leaves all out. */
export interface Shown {
  /** Another address of the same view. */
  goTo?(place: ReaderPlace | null): void;
  configure?(settings: Settings): void;
  /** The page is set in another style already. */
  restyle?(style: ReadingStyle): void;
}

/** Shows itself in `app`, each in a file of its own. `place` is null where the address names no report. */
export type View = (place: ReaderPlace | null, parts: Parts) => Shown | Promise<Shown>;
