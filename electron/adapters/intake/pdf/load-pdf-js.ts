/**
 * pdf.js for reading words, in a worker thread of Node: its own worker code runs in this very thread (which can be
 * killed), nothing is drawn, evaluated or fetched. The build bundles it, so that its package is not shipped.
 */
import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Drawing classes of a browser that pdf.js names while it loads. Nothing here draws: any class does. */
const BROWSER_ONLY = ['DOMMatrix', 'ImageData', 'Path2D'] as const;

let loaded: Promise<typeof PdfJs> | null = null;

function loadPdfJs(): Promise<typeof PdfJs> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<typeof PdfJs> {
  const globals = globalThis as Record<string, unknown>;
  for (const name of BROWSER_ONLY) globals[name] ??= Object;
  // It says on loading that it cannot draw: a line that would end up among the answers of the command line.
  const spoken = globalThis.console;
  const { log, warn } = spoken;
  const quiet = (): void => undefined;
  Object.assign(spoken, { log: quiet, warn: quiet });
  try {
    // First: what it leaves in `globalThis` is found by the other instead of starting a worker of its own.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    Object.assign(spoken, { log, warn });
  }
}

export interface OpenedPdf {
  readonly task: PdfJs.PDFDocumentLoadingTask;
  readonly operations: Readonly<Record<string, number>>;
}

/** Begins to open a PDF for its words; the caller ends `task` whatever happens. Its promise tells of a bad file. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const { getDocument, OPS } = await loadPdfJs();
  const task = getDocument({
    // pdf.js takes the bytes for its own.
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    disableFontFace: true,
    stopAtErrors: false,
    // Pictures are not unpacked.
    maxImageSize: 1,
    verbosity: 0,
  });
  return { task, operations: OPS };
}

/** Whether a PDF could not be opened for want of its password. */
export function isLockedPdf(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}
