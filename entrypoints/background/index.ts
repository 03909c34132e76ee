import { defineBackground } from '#imports';
import { createNotesStore } from '../../lib/notes/store';
import { setupBackups } from './setupBackups';
import { setupCommands } from './setupCommands';
import { setupNotes } from './setupNotes';
import { setupOverlay } from './setupOverlay';
import { setupReader } from './setupReader';
import { setupSites } from './setupSites';

export default defineBackground(() => {
  const store = createNotesStore();
  setupCommands();
  setupNotes(store);
  setupBackups(store);
  setupOverlay();
  setupReader();
  setupSites();
});
