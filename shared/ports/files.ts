/** Files that come in and go out. The renderer never names a path: it holds tickets; hosts hold paths and bytes. */
import type { Result } from '../result';

export interface InputFile {
  /** File name without folder. */
  readonly name: string;
  /** Where it came from, for messages: a path relative to what was dropped. */
  readonly place: string;
  readonly size: number;
  /** When the file was last written, where the host knows it. */
  readonly modifiedAt?: string;
  bytes(): Promise<Uint8Array>;
}

export interface Inputs {
  /** The files behind a ticket (a folder is expanded; a zip is opened by the caller). Unknown ticket: NOT_FOUND. */
  open(ticket: string): Promise<Result<readonly InputFile[]>>;
}

export interface OutputFile {
  /** Name or relative path with `/`, safe for Windows. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Outputs {
  /** Keeps the files for one delivery by the host (save dialog, download, --out) and names the ticket. */
  offer(files: readonly OutputFile[], suggestedName: string): Promise<string>;
}

export interface ZipWriter {
  /** Stable bytes: fixed dates, given order. */
  zip(files: readonly OutputFile[]): Promise<Uint8Array>;
}

export interface ZipReader {
  /** Entries of a zip with safe relative names; size, ratio and count limits; refused with the reason. */
  unzip(bytes: Uint8Array, name: string): Promise<Result<readonly OutputFile[]>>;
}
