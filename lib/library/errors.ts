/** What can go wrong with the library, each with the one sentence that the reader sees. */
const SENTENCES = {
  no_database: '打不开报告库。请确认浏览器允许保存数据（无痕窗口可能不允许），再重启浏览器。',
  newer_database: '报告库由更新版本的扩展写成，本版本不能打开。请把扩展更新到最新版本。',
  no_space: '磁盘空间不足，报告没有收入。请腾出一些空间后再试，已经收入的报告都还在。',
  write_failed: '报告没有写进报告库。请再试一次；仍不行请重启浏览器。',
  missing: '这份报告已经不在报告库里了，可能在别的标签页里被移除。请刷新页面。',
  bundled: '自带的报告不能改动，也不能移除。',
  invalid: '地方、年份或标题不合规格，没有改动。请检查后再试。',
  forbidden: '这个页面不能收入报告。请从报告所在的网页上收入。',
  stopped: '报告库的后台线程停了。请刷新页面后再试。',
  not_archive: '这个文件不是从报告库导出的。请选择导出的 zip 文件。',
  newer_archive: '这个文件由更新版本的扩展导出。请先把扩展更新到最新版本。',
  broken_archive: '这个文件不完整或被改动过，什么也没有导入。请重新导出。',
  large_archive: '这个文件太大，不像从报告库导出的，什么也没有导入。',
} as const;

export type LibraryErrorCode = keyof typeof SENTENCES;

/** An error of the library. `code` is for programs and survives the way through a message; `message` is for the reader. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';
  readonly code: LibraryErrorCode;

  constructor(code: LibraryErrorCode, cause?: unknown) {
    super(SENTENCES[code], cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** The error that a message carried only by its code; `otherwise` where it carried none that is known. */
export function libraryError(code: unknown, otherwise: LibraryErrorCode, cause?: unknown): LibraryError {
  const known = typeof code === 'string' && Object.hasOwn(SENTENCES, code);
  return new LibraryError(known ? (code as LibraryErrorCode) : otherwise, cause);
}
