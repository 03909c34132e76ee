/** The alternatives of a pattern, from lists of words with a space between two of them. */
export function anyOf(lists: readonly string[]): string {
  return lists.join(' ').replaceAll(' ', '|');
}
