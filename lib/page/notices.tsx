import { Notice } from '../../components/Notice';
import type { Messages } from '../locales/zh_CN';
import type { Surface } from './surface';

/** How long something that was done can be taken back from the page, in milliseconds; the trash keeps it longer. */
const OFFER = 12_000;

/** Says what was done with the way to undo it; a later notice takes the place of an earlier one. */
export type OfferUndo = (words: string, undo: () => Promise<unknown>) => void;

export function makeNotices(surface: Surface, t: Messages, signal: AbortSignal): OfferUndo {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hide = () => {
    clearTimeout(timer);
    surface.draw('notice', null);
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return (words, undo) => {
    clearTimeout(timer);
    timer = setTimeout(hide, OFFER);
    const onUndo = async () => {
      hide();
      try {
        await undo();
      } catch (error) {
        surface.announce(error instanceof Error ? error.message : String(error));
      }
    };
    surface.draw('notice', <Notice words={words} t={t} onUndo={() => void onUndo()} />);
  };
}
