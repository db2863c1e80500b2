/** pdf.js under the window's policy: its worker is a file of ours, nothing is evaluated, nothing is fetched. */
import { PDFWorker, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import PdfWorkerFile from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';

let shared: PDFWorker | null = null;

/** One worker for all previews; it lives as long as the window. */
function worker(): PDFWorker {
  // A port, not an address: pdf.js would wrap an address of our own scheme into a blob, which the policy forbids.
  shared ??= PDFWorker.create({ port: new PdfWorkerFile() });
  return shared;
}

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  close(): void;
}

/** Opens a PDF that came in base64. */
export async function openPdf(base64: string): Promise<OpenPdf> {
  const letters = atob(base64);
  const data = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const task = getDocument({ data, worker: worker(), isEvalSupported: false, useWasm: false, verbosity: 0 });
  const document = await task.promise;
  return { document, close: () => void task.destroy() };
}
