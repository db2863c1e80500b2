/**
 * What Electron's preload exposes as `window.vpdu`, and nothing else. `F` is the DOM's `File`, which this pure folder
 * may not name. The window never names a path: it holds tickets, and the host holds the paths and the bytes.
 * Functions that can't do their work reject with an Error whose message is a Vietnamese sentence.
 */
import type { Reply } from './client';
import type { OfferedFiles } from './contract/common';
import type { HostEvent, Request } from './method';

/** A file (or, in Electron, a folder) that the host now holds; methods take the ticket. */
export interface HandedFile {
  readonly ticket: string;
  readonly name: string;
}

export interface PickOptions {
  readonly title: string;
  /** Extensions without a dot. */
  readonly extensions: readonly string[];
  readonly multiple: boolean;
  /** Choose a folder in place of files. */
  readonly folder?: boolean;
}

export interface Bridge<F> {
  call(request: Request): Promise<Reply>;
  /** Told about changes and progress; returns how to stop listening. */
  on(listener: (event: HostEvent) => void): () => void;
  /** A ticket for a file or folder that a person dropped on the window; its path stays outside the window. */
  pathForFile(file: F): Promise<HandedFile>;
  /** The system's dialog; an empty list when the person changed their mind. */
  pickFiles(options: PickOptions): Promise<readonly HandedFile[]>;
  /** Save dialog (several files: into a new subfolder of a chosen folder); the place, or null. */
  saveOffered(offered: OfferedFiles): Promise<string | null>;
  /**
   * Opens what `saveOffered` has just saved with the system's own program, to be read or printed. Only a place that it
   * answered in this session, and only documents and tables: never a program, never another path.
   */
  openSaved(place: string): Promise<void>;
  /** Shows the data folder in the system's file manager. */
  openDataFolder(): Promise<void>;
  /**
   * Finishes what is under way and starts the program anew (a person may still say that they stay). In a browser the
   * program only ends: a person starts it again.
   */
  restart(): Promise<void>;
}

/** Name of the page's property that is true while something typed there is not saved. */
export const UNSAVED_MARK = 'vpduUnsaved';
