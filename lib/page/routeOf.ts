/** What an address says of the view that a page shows: a fragment counts only where it is a script's route (#/, #!). */
export function routeOf({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): string {
  return pathname + search + (/^#[/!]/.test(hash) ? hash : '');
}
