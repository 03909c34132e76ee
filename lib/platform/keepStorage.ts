/**
 * Asks the browser to keep this extension's data when the disk is nearly full, and resolves to whether it will. Only for
 * pages of the extension. Chromium exempts extensions with the permission unlimitedStorage from clearing, whatever
 * `persist` answers there; Firefox may put the question to the reader.
 */
export async function keepStorage(): Promise<boolean> {
  const persisted = await navigator.storage.persist();
  return persisted || !import.meta.env.FIREFOX;
}
