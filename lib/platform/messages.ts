import { defineExtensionMessaging } from '@webext-core/messaging';
import type { ExportFormat } from '../indicators/table';
import type { Note, NoteDraft } from '../notes/types';
import type { OverlaySummary } from '../page/overlay';
import type { Candidate } from '../page/watchForReport';

/**
 * Every message of the extension. The detector imports this too, so it pulls in nothing but the messenger.
 * What comes from a content script is untrusted whatever its type says: the receiver validates it.
 */
interface ProtocolMap {
  /** Page → background: the notes of the page's own address and of the report that it shows. */
  'notes.list'(data: { report: Note['report'] }): Note[];
  /** Page → background: stores a draft and answers with the note as it is on the disk. */
  'notes.save'(data: NoteDraft): Note;
  /** Page → background: `report` is that of the note, so that it can be removed on another site with the report. */
  'notes.remove'(data: { id: string; report: Note['report'] }): void;
  /** Background → every page of the extension and every tab with a margin: the notes are no longer what they were. */
  notesChanged(): void;
  /** Detector → background: the text of a page that may be a report, for a closer look. */
  mayBeReport(data: Candidate): void;
  /** Content → background: show the reader page at this place, an address as lib/corpus/address.ts writes it. */
  openReader(data: { hash: string }): void;
  /** Popup → tab: what the overlay found there. */
  summary(): OverlaySummary;
  /** Popup → tab: shows the card of what is marked at a place. */
  showAt(data: { start: number; end: number }): void;
  /** Popup → tab: all figures of the document as a file. */
  exportFigures(data: { format: ExportFormat }): string;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<ProtocolMap>();
