/** Goes to another page of the reader, given as its hash. */
export function openPage(hash: string): void {
  location.hash = hash;
}
