/** The composed application, as the three hosts see it. */
import type { Instant } from '../shared/date/plain-date';
import type { Ports } from '../shared/ports/ports';
import type { Reply } from '../shared/rpc/client';
import type { HostEvent } from '../shared/rpc/method';
import type { InputTickets } from './adapters/files/inputs';
import type { OutputTickets } from './adapters/files/outputs';

/** A call that has not answered yet. */
export interface RunningCall {
  readonly requestId: string;
  readonly method: string;
  /** Its last progress in words; empty when it has told none. */
  readonly label: string;
  readonly startedAt: Instant;
}

export interface Application {
  /** Answers a request as it came over a wire; never throws. */
  dispatch(request: unknown): Promise<Reply>;
  readonly ports: Ports;
  readonly inputs: InputTickets;
  readonly outputs: OutputTickets;
  /** Changes and progress, for the host's windows. Returns how to stop listening. */
  onEvent(listener: (event: HostEvent) => void): () => void;
  /** Calls with a requestId (every command) that have not answered. */
  running(): readonly RunningCall[];
  /** Asks every running call to stop; what was committed stays. */
  cancelAll(): Promise<void>;
  /** Resolves when no call is running. */
  idle(): Promise<void>;
  /** Waits for running calls, writes what is pending, frees the data folder. */
  close(): Promise<void>;
}
