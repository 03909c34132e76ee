const TYPES: Record<string, string> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  zip: 'application/zip',
  jsonld: 'application/ld+json',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** Hands the reader a file made on this machine; for the extension's own pages. */
export function downloadFile(name: string, content: string | Blob): void {
  const type = TYPES[name.split('.').at(-1)!] ?? 'text/plain;charset=utf-8';
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
