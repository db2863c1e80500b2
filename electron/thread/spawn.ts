/** The real thread, bundled by electron-vite. Imported by the window's host only (see adapters/workers/spawn.ts). */
import createApplicationWorker from './application.worker?nodeWorker';
import type { SpawnApplication } from './application-thread';

export const spawnApplication: SpawnApplication = (options) => createApplicationWorker(options);
