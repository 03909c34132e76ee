import { defineBackground } from '#imports';
import { createLibraryStore } from '../../lib/library/store';
import { createNotesStore } from '../../lib/notes/store';
import { setupBackups } from './setupBackups';
import { setupCommands } from './setupCommands';
import { setupLibrary } from './setupLibrary';
import { setupNotes } from './setupNotes';
import { setupOverlay } from './setupOverlay';
import { setupReader } from './setupReader';
import { setupReading } from './setupReading';
import { setupSites } from './setupSites';

export default defineBackground(() => {
  const store = createNotesStore();
  setupCommands();
  setupNotes(store);
  setupBackups(store);
  setupOverlay();
  setupReader();
  setupReading();
  setupLibrary(createLibraryStore());
  setupSites();
});
