/**
 * The typed client over any transport: the window uses it over Electron's IPC or HTTP, tests also in process.
 */
import type { Result } from '../result';
import type { CommandName, InputOf, OutputOf, QueryName } from './contract';
import type { HostEvent, Request } from './method';

/** The answer to a request: an envelope; its value is the method's output. */
export type Reply = Result<unknown>;

/** What carries requests. It never throws: a transport that fails answers UNAVAILABLE. */
export interface Transport {
  send(request: Request): Promise<Reply>;
  /** Told about changes and progress; returns how to stop listening. */
  onEvent(listener: (event: HostEvent) => void): () => void;
}

export interface CommandOptions {
  /** Given again for a retry, which is then harmless; default a new one. Also the key of its progress events. */
  readonly requestId?: string;
  /** The revision the person saw; null or absent = whatever stands. */
  readonly expectedRevision?: number | null;
}

export interface Client {
  query<M extends QueryName>(
    method: M,
    input: InputOf<M>,
    options?: Pick<CommandOptions, 'requestId'>,
  ): Promise<Result<OutputOf<M>>>;
  command<M extends CommandName>(
    method: M,
    input: InputOf<M>,
    options?: CommandOptions,
  ): Promise<Result<OutputOf<M>>>;
  onEvent(listener: (event: HostEvent) => void): () => void;
}

/** A client over `transport`; `newRequestId` names each command (e.g. `crypto.randomUUID`). */
export function createClient(transport: Transport, newRequestId: () => string): Client {
  return {
    async query(method, input, options = {}) {
      const requestId = options.requestId === undefined ? {} : { requestId: options.requestId };
      return typed(await transport.send({ method, input, ...requestId }));
    },
    async command(method, input, options = {}) {
      const requestId = options.requestId ?? newRequestId();
      const expectedRevision = options.expectedRevision ?? null;
      return typed(await transport.send({ method, input, requestId, expectedRevision }));
    },
    onEvent: (listener) => transport.onEvent(listener),
  };
}

/** The output's shape is the contract's promise, which the dispatcher checks in development and in tests. */
function typed<T>(reply: Reply): Result<T> {
  return reply as Result<T>;
}
