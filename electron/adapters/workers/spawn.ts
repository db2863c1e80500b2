/**
 * The real worker, bundled by electron-vite. Imported by the hosts only: other bundlers and test runners do not know
 * `?nodeWorker` and would run the worker's file on the main thread.
 */
import createDocumentWorker from './document.worker?nodeWorker';
import type { SpawnWorker } from './worker-pool';

export const spawnWorker: SpawnWorker = (options) => createDocumentWorker(options);
