/**
 * The host's side of the application's thread: the same functions as the application's own, asked over messages.
 * A thread that dies answers everything that waits, once and for all, with UNAVAILABLE; what it had acknowledged is on
 * the disk, for a command answers after its commit.
 */
import type { Worker, WorkerOptions } from 'node:worker_threads';
import { fail, ok, type Result } from '../../shared/result';
import type { HostEvent } from '../../shared/rpc/method';
import type { HostedApplication } from '../application';
import type { Answer, Arguments, Question, ThreadMessage, ThreadOptions, Verb } from './messages';

/** Starts the thread. Hosts pass the one of `spawn.ts`, which only a bundler can resolve. */
export type SpawnApplication = (options: WorkerOptions) => Worker;

/** Why a thread ended that was not told to. */
export type DeathCause = 'memory' | 'crash';

export interface ApplicationThreadOptions {
  readonly spawn: SpawnApplication;
  readonly options: ThreadOptions;
  /** Told once, after every waiting call has its answer. Not when the application was being closed. */
  readonly onDeath: (cause: DeathCause, particulars: string) => void;
  /** Heap of the thread; its document workers have their own. */
  readonly memoryMb?: number;
}

/** Many times what the largest office needs; beyond it the thread ends, where the whole program would. */
const MEMORY_MB = 2048;

const GONE = fail(
  'UNAVAILABLE',
  'Phần xử lý dữ liệu của chương trình đã dừng đột ngột nên việc này chưa có trả lời; những gì đã lưu vẫn còn nguyên. Mở lại chương trình rồi xem lại việc đang làm.',
  { details: { reason: 'thread' } },
);

/** What a dead thread answers: no work is left in it, and nothing new is taken. */
const AFTER_DEATH: { readonly [V in Verb]: Answer<V> } = {
  dispatch: GONE,
  ticketFor: GONE,
  peekOffer: GONE,
  dropOffer: undefined,
  running: [],
  cancelAll: undefined,
  idle: undefined,
  close: undefined,
};

interface Waiting {
  readonly verb: Verb;
  readonly resolve: (value: never) => void;
  readonly reject: (fault: Error) => void;
}

/**
 * Starts the thread and waits until it has opened the data folder. A folder that can't be used answers with the
 * reason, as `compose` does; a thread that dies while it opens rejects.
 */
export async function startApplicationThread(
  given: ApplicationThreadOptions,
): Promise<Result<HostedApplication>> {
  const worker = given.spawn({
    workerData: given.options,
    resourceLimits: { maxOldGenerationSizeMb: given.memoryMb ?? MEMORY_MB },
  });
  const listeners = new Set<(event: HostEvent) => void>();
  const waiting = new Map<number, Waiting>();
  let state: 'open' | 'closing' | 'gone' = 'open';
  let asked = 0;

  const ask = <V extends Verb>(verb: V, ...argument: Arguments<V>): Promise<Answer<V>> => {
    if (state === 'gone') return Promise.resolve(AFTER_DEATH[verb]);
    return new Promise((resolve, reject) => {
      const id = (asked += 1);
      const question: Question<V> = { id, verb, with: argument };
      // First, for it throws (and so rejects) where the argument can't be cloned.
      worker.postMessage(question);
      // The answer's type is the table's: host and thread share it (messages.ts).
      waiting.set(id, { verb, resolve, reject });
    });
  };

  const application: HostedApplication = {
    dispatch: (request) => ask('dispatch', request),
    ticketFor: (paths) => ask('ticketFor', paths),
    peekOffer: (ticket) => ask('peekOffer', ticket),
    dropOffer: (ticket) => ask('dropOffer', ticket),
    running: () => ask('running'),
    cancelAll: () => ask('cancelAll'),
    idle: () => ask('idle'),
    onEvent(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async close() {
      if (state === 'open') state = 'closing';
      await ask('close');
      state = 'gone';
      await worker.terminate();
    },
  };

  return new Promise((resolve, reject) => {
    let opened = false;
    const die = (error: unknown): void => {
      if (state === 'gone') return;
      const wasClosing = state === 'closing';
      state = 'gone';
      for (const one of waiting.values()) one.resolve(AFTER_DEATH[one.verb] as never);
      waiting.clear();
      if (!opened) reject(error instanceof Error ? error : new Error(`the thread ended: ${String(error)}`));
      else if (!wasClosing) given.onDeath(causeOf(error), particularsOf(error));
      void worker.terminate();
    };
    worker.on('error', die);
    worker.on('messageerror', die);
    worker.on('exit', die);
    worker.on('message', (message: ThreadMessage) => {
      if ('event' in message) {
        for (const listener of listeners) listener(message.event);
        return;
      }
      if ('opened' in message) {
        opened = true;
        if (message.opened.ok) {
          resolve(ok(application));
          return;
        }
        state = 'gone';
        resolve(message.opened);
        void worker.terminate();
        return;
      }
      const one = waiting.get(message.id);
      waiting.delete(message.id);
      if ('fault' in message) one?.reject(new Error(message.fault));
      else one?.resolve(message.value as never);
    });
  });
}

function causeOf(error: unknown): DeathCause {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash';
}

function particularsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : `exit ${String(error)}`;
}
