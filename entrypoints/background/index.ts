import { defineBackground } from '#imports';
import { setupNotes } from './setupNotes';
import { setupOverlay } from './setupOverlay';
import { setupReader } from './setupReader';

export default defineBackground(() => {
  setupNotes();
  setupOverlay();
  setupReader();
});
