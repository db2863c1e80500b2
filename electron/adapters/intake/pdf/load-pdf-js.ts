/**
 * pdf.js for reading words, in a worker thread of Node: its own worker code runs in this very thread (which can be
 * killed), nothing is drawn, evaluated or fetched. The build bundles it, so that its package is not shipped.
 */
import type * as PdfJs from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Drawing classes of a browser that pdf.js names while it loads. Nothing here draws: any class does. */
const BROWSER_ONLY = ['DOMMatrix', 'ImageData', 'Path2D'] as const;

let loaded: Promise<typeof PdfJs> | null = null;

export function loadPdfJs(): Promise<typeof PdfJs> {
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
