import { browser } from '#imports';
import { checkCanary } from '../../lib/notes/canary';
import { createDraftsService } from '../../lib/notes/drafts';
import { callerOf, createNotesService, type Sender } from '../../lib/notes/service';
import type { NotesStore } from '../../lib/notes/store';
import { askTab } from '../../lib/platform/askTab';
import { canaryItem } from '../../lib/platform/canary';
import { onMessage, sendMessage } from '../../lib/platform/messages';

/** Opens the store to pages. Call it before the first await of the background: later listeners miss the waking message. */
export function setupNotes(store: NotesStore): void {
  const parts = {
    store,
    now: () => new Date(),
    newId: () => `urn:uuid:${crypto.randomUUID()}`,
  };
  const service = createNotesService(parts);
  const caller = (sender: Sender) => callerOf(sender, { id: browser.runtime.id, root: browser.runtime.getURL('/') });

  const drafts = createDraftsService(parts);

  onMessage('drafts.keep', async ({ data, sender }) => drafts.keep(caller(sender), data));
  onMessage('drafts.drop', async ({ data, sender }) => drafts.drop(caller(sender), data));
  onMessage('drafts.list', async ({ data, sender }) => drafts.list(caller(sender), data));
  onMessage('notes.list', async ({ data, sender }) => service.list(caller(sender), data));
  onMessage('notes.save', async ({ data, sender }) => {
    const note = await service.save(caller(sender), data);
    void announce();
    return note;
  });
  onMessage('notes.import', async ({ data, sender }) => {
    const count = await service.importAll(caller(sender), data);
    void announce();
    return count;
  });
  onMessage('notes.restore', async ({ data, sender }) => {
    const note = await service.restore(caller(sender), data);
    void announce();
    return note;
  });
  onMessage('notes.trash', async ({ sender }) => service.trash(caller(sender)));
  onMessage('notes.remove', async ({ data, sender }) => {
    await service.remove(caller(sender), data);
    void announce();
  });

  // A database that cannot be opened says so to whoever asks for notes.
  guard(parts).catch(() => {});
}

/** Looks whether the browser has kept the database, and asks it to. */
async function guard(parts: Omit<Parameters<typeof checkCanary>[0], 'remembered'>): Promise<void> {
  await checkCanary({ ...parts, remembered: canaryItem });
  // Only Firefox's background page has it; in Chromium the permission unlimitedStorage says the same.
  await navigator.storage.persist?.();
}

/** Tells every page of the extension and every tab; most tabs have nobody who listens, and that is no error. */
async function announce(): Promise<void> {
  const deaf = () => {};
  sendMessage('notesChanged').catch(deaf);
  const tabs = await browser.tabs.query({}).catch(() => []);
  for (const { id } of tabs) if (id !== undefined) askTab(id, 'notesChanged').catch(deaf);
}
