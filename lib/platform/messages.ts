import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Analysis } from '../analyze';
import type { ExportFormat, FigureRow } from '../indicators/table';
import type { Held } from '../library/service';
import type { Added } from '../library/types';
import type { KeptDraft, Note, NoteDraft, TrashedNote } from '../notes/types';
import type { StepKind } from '../page/keys';
import type { PageOutline } from '../page/outline';
import type { Candidate } from '../page/watchForReport';
import type { PageHints } from '../report/detect';

/** What the overlay found on a page. */
export interface PageSummary {
  outline: PageOutline;
  figures: { rows: FigureRow[]; unread: number };
}

/**
 * Every message of the extension.
 * What comes from a content script is untrusted whatever its type says: the receiver validates it.
 */
export interface ProtocolMap {
  /** Page → background: the notes of the page's own address and of the report that it shows. */
  'notes.list'(data: { report: Note['report'] }): Note[];
  /** Page → background: stores a draft and answers with the note as it is on the disk. */
  'notes.save'(data: NoteDraft): Note;
  /** Page → background: `report` is that of the note, so that it can be removed on another site with the report. */
  'notes.remove'(data: { id: string; report: Note['report'] }): void;
  /** Page → background: takes the removal of a note back. */
  'notes.restore'(data: { id: string; report: Note['report'] }): Note;
  /** Extension's page → background: the removed notes that can still be put back. */
  'notes.trash'(): TrashedNote[];
  /** Page → background: keeps what is typed until it is saved; without words and on a new note, forgets it. */
  'drafts.keep'(data: NoteDraft): void;
  /** Page → background: what was typed and not saved on this address or on its report. */
  'drafts.list'(data: { report: Note['report'] }): KeptDraft[];
  /** Page → background: the reader wants a draft no more. */
  'drafts.drop'(data: NoteDraft): void;
  /** Options → background: takes notes in, all or none; answers how many were new or newer. */
  'notes.import'(data: { notes: unknown }): number;
  /** Options → background: the rhythm of backups was chosen, or one is wanted now; answers when it is written. */
  'notes.backUp'(): void;
  /** Background → every page of the extension and every tab with a margin: the notes are no longer what they were. */
  notesChanged(): void;
  /** Content → background, on the reader's click: takes the page's report into the library; the address is the sender's. */
  'library.add'(data: { text: string; title: string }): Added;
  /** Content → background: the added report from this page, or of this place and year; null when there is none. */
  'library.has'(data: { place: string | null; year: number | null }): Held | null;
  /**
   * Detector → background: the text of a page that may be a report, for a closer look; answers whether it was one and the
   * overlay is there. lib/platform/handOn.ts sends it.
   */
  mayBeReport(data: Candidate): boolean;
  /**
   * Content → background: reads a text; answers what was understood of it and the milliseconds that took, null when the
   * frame has sent a later text meanwhile.
   */
  read(data: { text: string; hints: PageHints }): (Omit<Analysis, 'text'> & { spent: number }) | null;
  /** Content → background: show the reader page at this address, one that linkHash in lib/library/address.ts knows. */
  openReader(data: { hash: string }): void;
  /** Popup → tab: what the overlay found there. */
  summary(): PageSummary;
  /** Background → tab: a command that the reader has given a key. */
  step(data: { by: 1 | -1; kind: StepKind }): void;
  /** Popup and panel → tab: the report of the library that the page shows; null when there is none. */
  takenIn(): Held | null;
  /** Popup and panel → tab: takes the page's report into the library. */
  takeIn(): Added;
  /** Popup → tab: shows the card of what is marked at a place. */
  showAt(data: { start: number; end: number }): void;
  /** Popup → tab: all figures of the document as a file. */
  exportFigures(data: { format: ExportFormat }): string;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<ProtocolMap>();
