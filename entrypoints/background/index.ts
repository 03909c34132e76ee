import { defineBackground } from '#imports';
import { setupCommands } from './setupCommands';
import { setupNotes } from './setupNotes';
import { setupOverlay } from './setupOverlay';
import { setupReader } from './setupReader';

export default defineBackground(() => {
  setupCommands();
  setupNotes();
  setupOverlay();
  setupReader();
});
