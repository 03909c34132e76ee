const TYPES: Record<string, string> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  jsonld: 'application/ld+json',
};

/** Hands the reader a text made on this machine as a file; for the extension's own pages. */
export function downloadFile(name: string, text: string): void {
  const type = TYPES[name.split('.').at(-1)!] ?? 'text/plain;charset=utf-8';
  saveBlob(name, new Blob([text], { type }));
}

/** The same for what is no text. */
export function saveBlob(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
