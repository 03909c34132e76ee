interface Node<T> {
  next: Map<string, Node<T>>;
  value: T | undefined;
}

/** Terms by their spelling. A walk from one position costs no more than the longest term. */
export class Trie<T> {
  readonly #root: Node<T> = { next: new Map(), value: undefined };

  /** The first value added for a spelling stays. */
  add(spelling: string, value: T): void {
    let node = this.#root;
    for (let i = 0; i < spelling.length; i++) {
      const char = spelling[i]!;
      let child = node.next.get(char);
      if (!child) {
        child = { next: new Map(), value: undefined };
        node.next.set(char, child);
      }
      node = child;
    }
    node.value ??= value;
  }

  /** True when some spelling begins with the character; most positions of a text are done with here. */
  opens(char: string): boolean {
    return this.#root.next.has(char);
  }

  /** Every spelling that begins at `start`, shortest first. */
  matches(text: string, start: number): { end: number; value: T }[] {
    const found: { end: number; value: T }[] = [];
    let node: Node<T> | undefined = this.#root;
    for (let i = start; i < text.length; i++) {
      node = node.next.get(text[i]!);
      if (!node) break;
      if (node.value !== undefined) found.push({ end: i + 1, value: node.value });
    }
    return found;
  }
}
