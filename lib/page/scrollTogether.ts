import type { Positions } from './positions';

/** One of two texts that scroll together, each in a box of its own. */
export interface Side {
  scroller: HTMLElement;
  positions: Positions;
  /** The offset of the other text that corresponds to one of this; null where none does. */
  counterpart(offset: number): number | null;
}

export interface ScrollTogether {
  /** The side that the reader used last. */
  readonly leader: 0 | 1;
  /** The offset of a side that is being read. */
  here(side: 0 | 1): number;
  /** Brings the given offsets to the line that is read; the side is the leader from now on. */
  align(side: 0 | 1, offset: number, other: number | null, at?: 'once'): void;
}

interface Options {
  /** Whether scrolling one side moves the other. */
  isLocked(): boolean;
  /** Called after every scroll with where the leader stands, and the place of the other, null for none. */
  onPlace(leader: 0 | 1, offset: number, other: number | null): void;
  signal: AbortSignal;
}

/** What is read stands so far down a box. */
const LINE = 0.3;
/** Of the way that is left, so much is gone in a frame: quick to begin, soft to end. */
const PACE = 0.2;

/**
 * Moves one box to what corresponds to that which is read in the other. The box that the reader touches last leads; the
 * other never moves by itself while the reader has hold of it.
 */
export function scrollTogether(sides: readonly [Side, Side], { isLocked, onPlace, signal }: Options): ScrollTogether {
  let leader: 0 | 1 = 0;
  /** Where a box is on its way to, null when it stands. */
  const goal: (number | null)[] = [null, null];
  /** Where we have put a box ourselves: any other place is the reader's doing. */
  const put: (number | null)[] = [null, null];
  let frame = 0;
  const calm = matchMedia('(prefers-reduced-motion: reduce)');

  const lineOf = ({ scroller }: Side) => scroller.getBoundingClientRect().top + scroller.clientHeight * LINE;
  const here = (side: 0 | 1) => sides[side].positions.offsetAt(lineOf(sides[side]));
  const set = (side: 0 | 1, top: number) => {
    const { scroller } = sides[side];
    scroller.scrollTop = top;
    put[side] = scroller.scrollTop;
  };
  const move = () => {
    frame = 0;
    for (const side of [0, 1] as const) {
      const to = goal[side];
      if (to === null || to === undefined) continue;
      const { scrollTop } = sides[side].scroller;
      const left = to - scrollTop;
      const isThere = Math.abs(left) < 1.5;
      set(side, isThere || calm.matches ? to : scrollTop + Math.sign(left) * Math.max(1, Math.abs(left) * PACE));
      // A box that is at its end goes no further.
      if (isThere || calm.matches || sides[side].scroller.scrollTop === scrollTop) goal[side] = null;
    }
    if (goal.some((each) => each !== null)) frame = requestAnimationFrame(move);
  };
  const bring = (side: 0 | 1, offset: number, at?: 'once') => {
    const { scroller, positions } = sides[side];
    const to = scroller.scrollTop + positions.yOf(offset) - lineOf(sides[side]);
    goal[side] = Math.max(0, Math.min(scroller.scrollHeight - scroller.clientHeight, to));
    if (at === 'once') {
      set(side, goal[side]);
      goal[side] = null;
    } else frame ||= requestAnimationFrame(move);
  };
  const follow = () => {
    const offset = here(leader);
    const other = sides[leader].counterpart(offset);
    if (isLocked() && other !== null) bring(leader ? 0 : 1, other);
    onPlace(leader, offset, other);
  };

  for (const side of [0, 1] as const) {
    const { scroller } = sides[side];
    const lead = () => {
      leader = side;
      goal[side] = null;
    };
    for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown', 'focusin'] as const) {
      scroller.addEventListener(type, lead, { signal, passive: true });
    }
    scroller.addEventListener(
      'scroll',
      () => {
        const isOurs = put[side] !== null && Math.abs(scroller.scrollTop - put[side]!) < 2;
        if (isOurs || goal[side] !== null) return;
        // The browser's own find scrolls without any of the events above.
        leader = side;
        follow();
      },
      { signal, passive: true },
    );
  }
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));

  return {
    get leader() {
      return leader;
    },
    here,
    align(side, offset, other, at) {
      leader = side;
      bring(side, offset, at);
      if (other !== null) bring(side ? 0 : 1, other, at);
      onPlace(side, offset, other);
    },
  };
}
