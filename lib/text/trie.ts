/** Beginnings fall into so many places; the thousand spellings at hand leave most of them empty. */
const PLACES = 1 << 16;

/**
 * Terms by their spelling. Most places of a text are done with after a look or two into tables, which is quick even
 * where the code has never run before; elsewhere each length that the first two characters promise is looked up.
 */
export class Trie<T> {
  readonly #values = new Map<string, T>();
  /** By their first two characters, the lengths of the spellings that begin with them, shortest first. */
  readonly #lengths = new Map<string, number[]>();
  readonly #begins = new Uint8Array(PLACES);
  /** The characters that are spellings by themselves. */
  readonly #alone = new Uint8Array(PLACES);

  /** The first value added for a spelling stays. */
  add(spelling: string, value: T): void {
    if (spelling === '' || this.#values.has(spelling)) return;
    this.#values.set(spelling, value);
    const { length } = spelling;
    if (length === 1) {
      this.#alone[spelling.charCodeAt(0)] = 1;
      return;
    }
    this.#begins[placeOf(spelling.charCodeAt(0), spelling.charCodeAt(1), length > 2 ? spelling.charCodeAt(2) : ANY)] =
      1;
    const pair = spelling.slice(0, 2);
    const lengths = this.#lengths.get(pair);
    if (!lengths) this.#lengths.set(pair, [length]);
    else if (!lengths.includes(length)) lengths.splice(lengths.filter((other) => other < length).length, 0, length);
  }

  /** The first place from `start` on where a spelling may begin, `end` when there is none before. */
  next(text: string, start: number, end = text.length): number {
    if (this.#values.size === 0) return end;
    const begins = this.#begins;
    const alone = this.#alone;
    // Behind the end stands no character: NaN, which would make each number here an object of its own.
    let first = text.charCodeAt(start) | 0;
    let second = text.charCodeAt(start + 1) | 0;
    for (let i = start; i < end; i++) {
      const third = text.charCodeAt(i + 2) | 0;
      if (begins[placeOf(first, second, third)] === 1 || begins[placeOf(first, second, ANY)] === 1) return i;
      if (alone[first] === 1) return i;
      first = second;
      second = third;
    }
    return end;
  }

  /** Every spelling that begins at `start`, shortest first. */
  matches(text: string, start: number): { end: number; value: T }[] {
    const found: { end: number; value: T }[] = [];
    const look = (length: number) => {
      const value = this.#values.get(text.slice(start, start + length));
      if (value !== undefined && start + length <= text.length) found.push({ end: start + length, value });
    };
    if (this.#alone[text.charCodeAt(start)] === 1) look(1);
    for (const length of this.#lengths.get(text.slice(start, start + 2)) ?? []) look(length);
    return found;
  }
}

/** Stands for the third character of a spelling that has none. */
const ANY = 0;

/** Different beginnings may share a place: what a place says for certain is only that nothing begins so. */
function placeOf(first: number, second: number, third: number): number {
  return (first * 961 + second * 31 + third) & (PLACES - 1);
}
