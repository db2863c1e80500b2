/** Small ports for what pure code may not do itself. */
import type { Instant } from '../date/plain-date';

export interface Clock {
  now(): Instant;
}

export interface Ids {
  /** A new uuid. */
  next(): string;
}

export interface Hash {
  /** Lower-case hexadecimal sha256. Text is hashed as UTF-8. */
  sha256(content: string | Uint8Array): string;
}

/** Never with content of reports or names of people. */
export interface Log {
  info(message: string, data?: Readonly<Record<string, unknown>>): void;
  error(message: string, data?: Readonly<Record<string, unknown>>): void;
}

/** Long computing asks for a turn between its steps, so that other calls are answered meanwhile. */
export interface Turns {
  /** Resolves after what else waits has had its turn. */
  next(): Promise<void>;
}

/** Progress of long work; `cancelled` is asked between steps. */
export interface Progress {
  report(done: number, total: number, label: string): void;
  cancelled(): boolean;
}

export const silentProgress: Progress = { report: () => undefined, cancelled: () => false };
