import { NotesError } from './errors';
import { parseDraft, parseReport } from './schema';
import type { Caller } from './service';
import type { NotesStore } from './store';
import type { KeptDraft, Note, NoteDraft } from './types';

/** What was typed and not saved: kept so that a closed tab, a crash or an update of the extension loses nothing. */
export interface DraftsService {
  keep(caller: Caller, data: unknown): Promise<void>;
  drop(caller: Caller, data: unknown): Promise<void>;
  /** The drafts of the caller's address and of the report that it shows. */
  list(caller: Caller, data: unknown): Promise<KeptDraft[]>;
}

export function createDraftsService({
  store,
  now,
}: {
  store: Pick<NotesStore, 'drafts' | 'keepDraft' | 'dropDraft'>;
  now(): Date;
}): DraftsService {
  return {
    async keep(caller, data) {
      const draft = parseDraft(data);
      const key = keyOf(draft, caller.source);
      const before = (await store.drafts()).find((kept) => kept.key === key);
      if (before && !mayTouch(caller, before, draft.report)) throw new NotesError('forbidden');
      const source = before?.source ?? caller.source;
      await store.keepDraft({ key, source, written: now().toISOString(), draft });
    },

    async drop(caller, data) {
      const draft = parseDraft(data);
      const key = keyOf(draft, caller.source);
      const before = (await store.drafts()).find((kept) => kept.key === key);
      if (!before) return;
      if (!mayTouch(caller, before, draft.report)) throw new NotesError('forbidden');
      await store.dropDraft(key);
    },

    async list(caller, data) {
      const question = typeof data === 'object' && data !== null ? (data as { report?: unknown }).report : undefined;
      const report = parseReport(question);
      return (await store.drafts()).filter((kept) => mayTouch(caller, kept, report));
    },
  };
}

/** What a draft is for: its note, or its passage in its report, or on its page where that shows no known report. */
export function keyOf({ id, report, selector }: NoteDraft, source: string): string {
  if (id !== undefined) return id;
  const quote = selector.find(({ type }) => type === 'TextQuoteSelector');
  return JSON.stringify([report ? [report.place, report.year] : source, quote]);
}

function mayTouch({ source }: Caller, kept: KeptDraft, report: Note['report']): boolean {
  const { report: own } = kept.draft;
  if (own && report) return own.place === report.place && own.year === report.year;
  return kept.source === source;
}
