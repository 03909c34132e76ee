import { storage } from '#imports';

/** How many of the marks of a kind are painted: none, the first of each in a section, or every one. */
export type Density = 'off' | 'first' | 'all';

export interface Settings {
  density: { terms: Density; figures: Density; notes: Density };
  /** 'uncommon' leaves out the terms that stand in most reports, for readers who know them. */
  explain: 'all' | 'uncommon';
  /** Terms that the reader has marked as known; they are not painted. */
  known: string[];
  /** Host names on which the overlay stays away. */
  offSites: string[];
  /** The language of the interface; 'auto' follows the browser. */
  language: 'auto' | 'zh-CN' | 'en';
}

/** Quiet: the first occurrence of a term in a section, every figure, every note. */
export const DEFAULT_SETTINGS: Settings = {
  density: { terms: 'first', figures: 'all', notes: 'all' },
  explain: 'all',
  known: [],
  offSites: [],
  language: 'auto',
};

/** The reader's settings, on this machine only; every page of the extension and every overlay watches it. */
export const settingsItem = storage.defineItem<Settings>('local:settings', { fallback: DEFAULT_SETTINGS });

/** Changes are made one after the other: two at once would each write back what the other has just changed. */
let last: Promise<void> = Promise.resolve();

/** Changes some settings. Fields that are not named stay as they are. */
export function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<void> {
  const make = async () => {
    const settings = await settingsItem.getValue();
    await settingsItem.setValue({ ...settings, ...change(settings) });
  };
  last = last.then(make, make);
  return last;
}

/** Changes how many marks of a kind are painted. */
export function changeDensity(change: Partial<Settings['density']>): Promise<void> {
  return changeSettings(({ density }) => ({ density: { ...density, ...change } }));
}

/** The reader needs no explanation of a term any more. */
export function markKnown(term: string): Promise<void> {
  return changeSettings(({ known }) => ({ known: [...new Set([...known, term])] }));
}

/** Keeps the overlay away from a site, or lets it come again. */
export function switchSite(host: string, on: boolean): Promise<void> {
  return changeSettings(({ offSites }) => ({
    offSites: on ? offSites.filter((site) => site !== host) : [...new Set([...offSites, host])],
  }));
}
