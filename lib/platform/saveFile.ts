import { type Browser, browser } from '#imports';

/**
 * Writes a file to the downloads folder, beside one of the same name, and resolves when it is there. Needs no page, so the
 * background can. Rejects with an Error whose message is fit for the reader.
 */
export async function saveFile(name: string, text: string): Promise<void> {
  // Absent until the reader has granted the optional permission.
  if (!browser.downloads) throw new Error('浏览器没有允许扩展写下载文件夹。请在设置里重新选择自动备份。');
  const file = await addressOf(new Blob([text], { type: 'application/ld+json' }));
  try {
    const id = await browser.downloads.download({ url: file.url, filename: name, conflictAction: 'uniquify' });
    await finished(id);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`浏览器没有写下文件（${reason}）。请看看下载文件夹是否还能写。`, { cause: error });
  } finally {
    file.release();
  }
}

/**
 * Chromium's service worker has no URL.createObjectURL, and its downloads take data: addresses of any length (30 MB tried
 * on Chromium 156); Firefox refuses those and takes blob: ones.
 */
async function addressOf(blob: Blob): Promise<{ url: string; release(): void }> {
  if (import.meta.env.FIREFOX) {
    const url = URL.createObjectURL(blob);
    return { url, release: () => URL.revokeObjectURL(url) };
  }
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
  return { url, release: () => {} };
}

/** Resolves when a download is complete, rejects with the browser's reason when it is broken off. */
function finished(id: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = ({ state, error }: { state: string | undefined; error: string | undefined }) => {
      if (state !== 'complete' && state !== 'interrupted') return;
      browser.downloads.onChanged.removeListener(onChanged);
      if (state === 'complete') resolve();
      else reject(new Error(error ?? state));
    };
    const onChanged = (delta: Browser.downloads.DownloadDelta) => {
      if (delta.id === id) settle({ state: delta.state?.current, error: delta.error?.current });
    };
    browser.downloads.onChanged.addListener(onChanged);
    // It may have ended before anybody listened.
    browser.downloads.search({ id }).then(([item]) => settle({ state: item?.state, error: item?.error }), reject);
  });
}
