/** The composed application, as the three hosts see it. */
import type { Instant } from '../shared/date/plain-date';
import type { Ports } from '../shared/ports/ports';
import { ok, type Result } from '../shared/result';
import type { Reply } from '../shared/rpc/client';
import type { HostEvent } from '../shared/rpc/method';
import type { InputTickets } from './adapters/files/inputs';
import type { Offer, OutputTickets } from './adapters/files/outputs';

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

/** The file tickets as a host with a window sees them. */
export interface HostedFiles {
  /** One ticket for files and folders of this PC. */
  ticketFor(paths: readonly string[]): Promise<Result<string>>;
  /** What the ticket stands for; it stays. */
  peekOffer(ticket: string): Promise<Result<Offer>>;
  /** Forgets an offer that was delivered. */
  dropOffer(ticket: string): Promise<void>;
}

/** What the window's host needs of the application, wherever that runs: here, or in a thread of its own. */
export interface HostedApplication
  extends HostedFiles, Pick<Application, 'dispatch' | 'onEvent' | 'cancelAll' | 'idle' | 'close'> {
  running(): Promise<readonly RunningCall[]>;
}

export function hostFiles(
  inputs: Pick<InputTickets, 'fromPaths'>,
  outputs: Pick<OutputTickets, 'peek' | 'take'>,
): HostedFiles {
  return {
    ticketFor: async (paths) => ok(inputs.fromPaths(paths)),
    peekOffer: async (ticket) => outputs.peek(ticket),
    dropOffer: async (ticket) => void outputs.take(ticket),
  };
}

/** The application of this very thread, as a window's host sees it. */
export function hostHere(application: Application): HostedApplication {
  return {
    ...hostFiles(application.inputs, application.outputs),
    dispatch: (request) => application.dispatch(request),
    onEvent: (listener) => application.onEvent(listener),
    running: async () => application.running(),
    cancelAll: () => application.cancelAll(),
    idle: () => application.idle(),
    close: () => application.close(),
  };
}
