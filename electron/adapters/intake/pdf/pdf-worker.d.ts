/** pdf.js describes its main file alone; of this one nothing is called. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
