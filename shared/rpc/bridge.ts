/**
 * What a host gives its window beside RPC: files in and out. Electron's preload exposes it as `window.vpdu`; in the
 * loopback host the window builds the same thing over HTTP (see `http.ts`). `F` is the DOM's `File`, which this pure
 * folder may not name.
 *
 * The window never names a path: it holds tickets, and the host holds the paths and the bytes.
 */
import type { Result } from '../result';
import type { Transport } from './client';
import type { HostEvent, Request } from './method';

/** Which dialog to open and what may be chosen in it. */
export const PICK_KINDS = ['plan', 'directory', 'forms', 'signed', 'backup', 'archive', 'any'] as const;
export type PickKind = (typeof PICK_KINDS)[number];

export interface PickOptions {
  readonly kind: PickKind;
  /** More than one file. Default false. */
  readonly multiple?: boolean;
  /** A whole folder in place of files. Default false. */
  readonly folder?: boolean;
}

/** Files (or folders) that came in: one ticket for all, and their names to show. */
export interface PickedFiles {
  readonly ticket: string;
  readonly names: readonly string[];
}

export interface HostBridge<F> {
  readonly host: 'electron' | 'web';
  call(request: Request): ReturnType<Transport['send']>;
  on(listener: (event: HostEvent) => void): () => void;
  /** A ticket for files that the person dropped, pasted or chose in an `<input type="file">`. */
  ticketForFiles(files: readonly F[]): Promise<Result<PickedFiles>>;
  /** The host's own dialog; null when the person closed it. */
  pickFiles(options: PickOptions): Promise<Result<PickedFiles | null>>;
  /** Delivers offered files (save dialog, folder, download); `saved` says where, null when the person closed it. */
  saveOffered(ticket: string): Promise<Result<{ readonly saved: string | null }>>;
  /** Shows the data folder in the system's file manager. */
  openDataFolder(): Promise<Result<null>>;
}
