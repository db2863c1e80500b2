/**
 * Workers that can be killed: a job that hangs, crashes or eats memory ends with a sentence for the user, and the
 * next job finds a fresh worker.
 */
import type { Worker, WorkerOptions } from 'node:worker_threads';
import type { Result } from '../../../shared/result';
import { fail } from '../../../shared/result';

/** Starts a worker. Hosts pass the one of `spawn.ts`, which only a bundler can resolve. */
export type SpawnWorker = (options: WorkerOptions) => Worker;

export interface WorkerPoolOptions {
  readonly spawn: SpawnWorker;
  /** Workers at the same time. */
  readonly size: number;
  /** For one job, from its start; the wait in the queue does not count. */
  readonly deadlineMs: number;
  /** Heap of one worker. */
  readonly memoryMb: number;
}

export interface PoolTask {
  /** What the worker gets; it must survive structured cloning. */
  readonly job: unknown;
  /** What the user knows it by, e.g. “bieu-q1.xlsx”; begins the sentence when something goes wrong. */
  readonly label: string;
  /** In place of the pool's own. */
  readonly deadlineMs?: number;
  readonly signal?: AbortSignal;
}

export interface WorkerPool {
  /** UNAVAILABLE: deadline, crash, memory, cancelled or closed. Anything else is the worker's own answer. */
  run<T>(task: PoolTask): Promise<Result<T>>;
  /** Ends all workers; jobs under way are answered with UNAVAILABLE. */
  close(): Promise<void>;
}

/** Worker → pool. */
export interface WorkerReply {
  readonly id: number;
  readonly result: Result<unknown>;
}
/** Pool → worker. */
export interface WorkerRequest {
  readonly id: number;
  readonly job: unknown;
}

interface Pending {
  readonly id: number;
  readonly task: PoolTask;
  settle(result: Result<unknown>): void;
}

interface Slot {
  readonly worker: Worker;
  current: Pending | null;
  timer: NodeJS.Timeout | null;
}

/** Workers start when first needed and stay; an idle one does not keep the process alive. */
export function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  const slots = new Set<Slot>();
  const queue: Pending[] = [];
  let nextId = 1;
  let closed = false;

  const finish = (slot: Slot, result: Result<unknown>): void => {
    const { current } = slot;
    if (slot.timer) clearTimeout(slot.timer);
    slot.timer = null;
    slot.current = null;
    current?.settle(result);
  };

  /** Takes the worker out of service; whatever it still says is not heard. */
  const retire = async (slot: Slot, result: Result<unknown>): Promise<void> => {
    slots.delete(slot);
    slot.worker.removeAllListeners();
    // A dying worker may still emit an error; without a listener that would end the process.
    slot.worker.on('error', () => undefined);
    finish(slot, result);
    const ended = slot.worker.terminate();
    pump();
    await ended;
  };

  const open = (): Slot => {
    const worker = options.spawn({ resourceLimits: { maxOldGenerationSizeMb: options.memoryMb } });
    const slot: Slot = { worker, current: null, timer: null };
    slots.add(slot);
    worker.unref();
    worker.on('message', (reply: WorkerReply) => {
      if (slot.current?.id !== reply.id) return;
      worker.unref();
      finish(slot, reply.result);
      pump();
    });
    const died = (error: unknown) => void retire(slot, crashed(slot.current?.task.label ?? '', error));
    worker.on('error', died);
    worker.on('messageerror', died);
    worker.on('exit', () => died(null));
    return slot;
  };

  const start = (slot: Slot, pending: Pending): void => {
    const request: WorkerRequest = { id: pending.id, job: pending.task.job };
    // First, for it throws where the job cannot be cloned; the answer cannot come before this function ends.
    slot.worker.postMessage(request);
    slot.current = pending;
    slot.worker.ref();
    const deadlineMs = pending.task.deadlineMs ?? options.deadlineMs;
    slot.timer = setTimeout(() => void retire(slot, overdue(pending.task.label, deadlineMs)), deadlineMs);
  };

  const pump = (): void => {
    while (queue.length > 0 && !closed) {
      const idle = [...slots].find((slot) => slot.current === null);
      if (!idle && slots.size >= options.size) return;
      const pending = queue.shift();
      if (!pending) return;
      try {
        start(idle ?? open(), pending);
      } catch (error) {
        pending.settle(crashed(pending.task.label, error));
      }
    }
  };

  const cancel = (pending: Pending): void => {
    const index = queue.indexOf(pending);
    if (index >= 0) queue.splice(index, 1);
    const slot = [...slots].find((candidate) => candidate.current === pending);
    if (slot) void retire(slot, cancelled(pending.task.label));
    else pending.settle(cancelled(pending.task.label));
  };

  return {
    run<T>(task: PoolTask): Promise<Result<T>> {
      if (closed) return Promise.resolve(shutDown(task.label));
      if (task.signal?.aborted) return Promise.resolve(cancelled(task.label));
      return new Promise<Result<T>>((resolve) => {
        const onAbort = () => cancel(pending);
        const pending: Pending = {
          id: nextId,
          task,
          settle(result) {
            task.signal?.removeEventListener('abort', onAbort);
            // The caller names the type: pool and worker share the table of jobs (document-job.ts).
            resolve(result as Result<T>);
          },
        };
        nextId += 1;
        task.signal?.addEventListener('abort', onAbort, { once: true });
        queue.push(pending);
        pump();
      });
    },
    async close() {
      closed = true;
      for (const pending of queue.splice(0)) pending.settle(shutDown(pending.task.label));
      await Promise.all([...slots].map((slot) => retire(slot, shutDown(slot.current?.task.label ?? ''))));
    },
  };
}

function overdue(label: string, deadlineMs: number): Result<never> {
  return fail(
    'UNAVAILABLE',
    `${label}: xử lý quá ${Math.ceil(deadlineMs / 1000)} giây nên đã dừng. Tệp có thể hỏng hoặc quá lớn; hãy mở bằng phần mềm văn phòng, lưu lại rồi thử lại.`,
    { details: { label, reason: 'deadline' } },
  );
}

function crashed(label: string, error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return fail(
      'UNAVAILABLE',
      `${label}: cần quá nhiều bộ nhớ nên đã dừng. Hãy bớt nội dung thừa (trang tính, dòng trống, ảnh) rồi thử lại.`,
      { details: { label, reason: 'memory' } },
    );
  return fail(
    'UNAVAILABLE',
    `${label}: gặp lỗi khi xử lý nên đã dừng. Hãy thử lại; nếu vẫn lỗi, hãy xin lại tệp.`,
    {
      details: { label, reason: 'crash', error: error instanceof Error ? error.message : String(error) },
    },
  );
}

function cancelled(label: string): Result<never> {
  return fail('UNAVAILABLE', `${label}: đã dừng theo yêu cầu.`, { details: { label, reason: 'cancelled' } });
}

function shutDown(label: string): Result<never> {
  return fail('UNAVAILABLE', `${label}: ứng dụng đang đóng nên không xử lý tiếp.`, {
    details: { label, reason: 'closed' },
  });
}
