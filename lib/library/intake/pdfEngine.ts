import type { getDocument } from 'pdfjs-dist';
import type { TextItem } from 'pdfjs-dist/types/src/display/api';
import { cmapOf } from './cmaps';
import type { OpenPdf, PdfDocument } from './pdf';
import { Refusal } from './refusal';

/** What pdf.js is given beside the file: it may fetch nothing, evaluate nothing, and needs no font to tell the characters. */
const OPTIONS = {
  CMapReaderFactory: class {
    fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
      return cmapOf(name);
    }
  },
  useWorkerFetch: false,
  isEvalSupported: false,
  useWasm: false,
  useSystemFonts: false,
  disableFontFace: true,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  enableXfa: false,
  verbosity: 0,
};

/**
 * Opens a PDF with pdf.js, which is loaded now. A worker of its own for each file: ending it ends everything that the file made
 * it do. It starts from the extension's own files; an asset of its own kind is what `script-src 'self'` lets in.
 */
export const openPdf: OpenPdf = async (bytes, signal) => {
  const [{ getDocument, PDFWorker }, { default: PdfWorker }] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.mjs?worker'),
  ]);
  const port = new PdfWorker();
  signal.addEventListener('abort', () => port.terminate());
  return openDocument(getDocument, bytes, { worker: PDFWorker.create({ port }) });
};

type GetDocument = typeof getDocument;

/** Opens a PDF with pdf.js as it is given. @throws Refusal */
export async function openDocument(getDocument: GetDocument, bytes: Uint8Array, more: object): Promise<PdfDocument> {
  // The bytes are handed over to the worker for good, so it gets a copy.
  const task = getDocument({ data: bytes.slice(), ...OPTIONS, ...more });
  const document = await task.promise.catch((error: Error) => {
    throw new Refusal(error.name === 'PasswordException' ? 'encrypted_pdf' : 'broken_file');
  });
  return {
    pages: document.numPages,
    async page(number) {
      const page = await document.getPage(number);
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const content = await page.getTextContent();
      const items = content.items
        .filter((item): item is TextItem => 'str' in item)
        .map((item) => placeOf(item, transform as Matrix));
      page.cleanup();
      return { width, height, items };
    },
  };
}

type Matrix = [number, number, number, number, number, number];

/** Where an item stands on the page as it is seen: from the left and from the top, in points. */
function placeOf({ str, width, transform }: TextItem, view: Matrix) {
  const [a, b, , , e, f] = transform as Matrix;
  const x = view[0] * e + view[2] * f + view[4];
  const y = view[1] * e + view[3] * f + view[5];
  const alongX = view[0] * a + view[2] * b;
  const alongY = view[1] * a + view[3] * b;
  const size = Math.hypot(transform[2], transform[3]) || Math.hypot(a, b);
  return { text: str, x, y, width, size, level: Math.abs(alongY) < Math.abs(alongX) * 0.1 && alongX > 0 };
}
