/** Entry of the application's thread: composes, says whether the data folder could be opened, then answers. */
import { parentPort, workerData } from 'node:worker_threads';
import { ok } from '../../shared/result';
import { spawnWorker } from '../adapters/workers/spawn';
import { hostHere } from '../application';
import { compose } from '../compose';
import type { ThreadMessage, ThreadOptions } from './messages';
import { serveApplication } from './serve-application';

const port = parentPort;
if (!port) throw new Error('application.worker runs in a worker thread only');

// application-thread.ts is the only one that starts this file.
const composed = await compose({ ...(workerData as ThreadOptions), spawnWorker });
// First, so that `opened` comes before any event.
port.postMessage({ opened: composed.ok ? ok(null) : composed } satisfies ThreadMessage);
if (composed.ok) serveApplication(hostHere(composed.value), port);
