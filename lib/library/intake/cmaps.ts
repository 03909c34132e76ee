/**
 * The character maps for Adobe-GB1 of ISO 32000-1, table 118 (and, for older files in traditional characters, those of
 * Big5), which PDFs name without embedding them. pdf.js would fetch them, which the content security policy of the extension forbids: so each is a
 * module of its own, base64, and loaded when a file asks for it.
 */
const CMAPS: Record<string, () => Promise<{ default: string }>> = {
  'Adobe-GB1-UCS2': () => import('pdfjs-dist/cmaps/Adobe-GB1-UCS2.bcmap?url&inline'),
  'Adobe-CNS1-UCS2': () => import('pdfjs-dist/cmaps/Adobe-CNS1-UCS2.bcmap?url&inline'),
  'GB-EUC-H': () => import('pdfjs-dist/cmaps/GB-EUC-H.bcmap?url&inline'),
  'GB-EUC-V': () => import('pdfjs-dist/cmaps/GB-EUC-V.bcmap?url&inline'),
  'GBpc-EUC-H': () => import('pdfjs-dist/cmaps/GBpc-EUC-H.bcmap?url&inline'),
  'GBpc-EUC-V': () => import('pdfjs-dist/cmaps/GBpc-EUC-V.bcmap?url&inline'),
  'GBK-EUC-H': () => import('pdfjs-dist/cmaps/GBK-EUC-H.bcmap?url&inline'),
  'GBK-EUC-V': () => import('pdfjs-dist/cmaps/GBK-EUC-V.bcmap?url&inline'),
  'GBKp-EUC-H': () => import('pdfjs-dist/cmaps/GBKp-EUC-H.bcmap?url&inline'),
  'GBKp-EUC-V': () => import('pdfjs-dist/cmaps/GBKp-EUC-V.bcmap?url&inline'),
  'GBK2K-H': () => import('pdfjs-dist/cmaps/GBK2K-H.bcmap?url&inline'),
  'GBK2K-V': () => import('pdfjs-dist/cmaps/GBK2K-V.bcmap?url&inline'),
  'UniGB-UCS2-H': () => import('pdfjs-dist/cmaps/UniGB-UCS2-H.bcmap?url&inline'),
  'UniGB-UCS2-V': () => import('pdfjs-dist/cmaps/UniGB-UCS2-V.bcmap?url&inline'),
  'UniGB-UTF16-H': () => import('pdfjs-dist/cmaps/UniGB-UTF16-H.bcmap?url&inline'),
  'UniGB-UTF16-V': () => import('pdfjs-dist/cmaps/UniGB-UTF16-V.bcmap?url&inline'),
  'B5pc-H': () => import('pdfjs-dist/cmaps/B5pc-H.bcmap?url&inline'),
  'ETen-B5-H': () => import('pdfjs-dist/cmaps/ETen-B5-H.bcmap?url&inline'),
  'ETenms-B5-H': () => import('pdfjs-dist/cmaps/ETenms-B5-H.bcmap?url&inline'),
};

/** A character map in pdf.js's own packed form. @throws Error for one that is not packaged. */
export async function cmapOf(name: string): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
  const load = CMAPS[name];
  if (!load) throw new Error(`The character map ${name} is not packaged.`);
  const { default: url } = await load();
  const base64 = url.slice(url.indexOf(',') + 1);
  return { cMapData: Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)), isCompressed: true };
}
