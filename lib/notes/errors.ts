/** What can go wrong with a note, each with the one sentence that the reader sees. */
const SENTENCES = {
  invalid: '这条旁注的内容不合规格，没有保存。请检查后再试。',
  too_long: '旁注太长，没有保存。请删短一些，或分成几条来写。',
  forbidden: '这条旁注不属于当前页面，不能在这里改动。请到旁注原来的页面或阅读页中改动。',
  missing: '这条旁注已经不在了，可能在别的标签页里被删除。请刷新页面。',
  conflict: '这条旁注刚在别的标签页里改过，没有覆盖。请复制写下的文字，重新打开旁注再改。',
  no_database: '打不开旁注数据库，旁注没有保存。请确认浏览器允许保存数据（无痕窗口可能不允许），再重启浏览器。',
  newer_database: '旁注数据库由更新版本的扩展写成，本版本不能打开。请把扩展更新到最新版本。',
  quota: '磁盘空间不足，旁注没有保存。请腾出一些空间后再试。',
  write_failed: '旁注没有写进数据库。请再试一次；仍不行请重启浏览器。',
  disconnected: '扩展刚刚更新或停用过，这个页面联系不上它。请复制写下的文字，刷新页面后再试。',
} as const;

export type NotesErrorCode = keyof typeof SENTENCES;

/** An error about notes. `code` is for programs and survives the way through a message; `message` is for the reader. */
export class NotesError extends Error {
  override readonly name = 'NotesError';
  readonly code: NotesErrorCode;

  constructor(code: NotesErrorCode, cause?: unknown) {
    super(SENTENCES[code], cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** The error as a NotesError: one that came through a message is rebuilt, any other means that the way is cut. */
export function toNotesError(error: unknown): NotesError {
  if (error instanceof NotesError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && Object.hasOwn(SENTENCES, code)) return new NotesError(code as NotesErrorCode, error);
  return new NotesError('disconnected', error);
}

/** Whether an error is about notes and of that kind. */
export function isNotesError(error: unknown, code: NotesErrorCode): boolean {
  return error instanceof NotesError && error.code === code;
}

/** The note has been changed or removed in another tab; `theirs` is what it says there, null where it is gone. */
export class SupersededError extends Error {
  override readonly name = 'SupersededError';
  readonly theirs: string | null;

  constructor(theirs: string | null) {
    super(theirs === null ? SENTENCES.missing : SENTENCES.conflict);
    this.theirs = theirs;
  }
}
