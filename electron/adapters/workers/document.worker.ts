/** Entry of the worker thread: one job in, one answer out. */
import { parentPort } from 'node:worker_threads';
import type { DocumentJob } from './document-job';
import { runDocumentJob } from './document-job';
import type { WorkerReply, WorkerRequest } from './worker-pool';

const port = parentPort;
if (!port) throw new Error('document.worker runs in a worker thread only');

port.on('message', (request: WorkerRequest) => {
  // The pool is the only sender, and its callers build jobs from the same table.
  void runDocumentJob(request.job as DocumentJob).then((result) => {
    const reply: WorkerReply = { id: request.id, result };
    port.postMessage(reply, result.ok ? ownBuffers(result.value) : []);
  });
});

/** Buffers that belong to one byte array alone can move instead of being copied. */
function ownBuffers(value: unknown): ArrayBuffer[] {
  if (value instanceof Uint8Array) {
    const { buffer } = value;
    return buffer instanceof ArrayBuffer && buffer.byteLength === value.byteLength ? [buffer] : [];
  }
  if (!Array.isArray(value)) return [];
  const found = value.flatMap((item: unknown) =>
    typeof item === 'object' && item !== null && 'bytes' in item ? ownBuffers(item.bytes) : [],
  );
  return [...new Set(found)];
}
