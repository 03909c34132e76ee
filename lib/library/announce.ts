import { CHANGES } from './protocol';

/** A page that lists the library draws anew at each change; while many reports come in, twice a second is enough. */
const PAUSE = 500;

/** Says on the channel that the library has changed: at once, and then at most once in each pause. */
export function createAnnouncer(channel = new BroadcastChannel(CHANGES)): () => void {
  let resting = false;
  let again = false;
  const announce = () => {
    if (resting) {
      again = true;
      return;
    }
    channel.postMessage(null);
    resting = true;
    setTimeout(() => {
      resting = false;
      if (!again) return;
      again = false;
      announce();
    }, PAUSE);
  };
  return announce;
}
