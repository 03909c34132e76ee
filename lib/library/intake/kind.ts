/** What a file is, as far as its reading goes. */
export type FileKind = 'text' | 'html' | 'docx' | 'pdf' | 'foreign';

/** So many bytes at the beginning tell what a file is; a PDF may have so much before its header (ISO 32000-1, annex H). */
const HEAD = 1024;

/** Files that hold no text to take, by their first bytes: OLE (.doc, .wps, an encrypted .docx), RTF, pictures, archives. */
const FOREIGN = [
  '\xd0\xcf\x11\xe0',
  '{\\rtf',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'BM',
  'RIFF',
  'II*\0',
  'MM\0*',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
  'AT&TFORM',
];

const PAGE_NAME = /\.x?html?$/i;
const TEXT_NAME = /\.(?:txt|md|markdown|text)$/i;

/** What a file is: its bytes say it first, its name where they leave it open. */
export function kindOf(name: string, bytes: Uint8Array): FileKind {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'docx';
  // 中 in UTF-16 has no such beginning, BM has: a text of that name is read, and refused if it is none.
  if (!TEXT_NAME.test(name) && FOREIGN.some((mark) => head.startsWith(mark))) return 'foreign';
  const start = head.replace(/^(?:\xef\xbb\xbf)?\s*/, '').toLowerCase();
  if (/^(?:mime-version|from: <saved by)/.test(start)) return 'foreign';
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype html|html[\s>])/.test(start)) return 'html';
  if (PAGE_NAME.test(name)) return 'html';
  if (start.startsWith('<?xml') && !TEXT_NAME.test(name)) return 'foreign';
  // An archive or a PDF whose beginning is broken is no text, whatever its name: it is told apart by its characters.
  return 'text';
}
