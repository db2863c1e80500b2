/** What the window needs from the program around it. Two ways to get it: Electron's bridge, or HTTP on 127.0.0.1. */
import type { Bridge, HandedFile } from '../../../shared/rpc/bridge';

/** What both ways share is named once, by the bridge. */
export interface Host extends Pick<Bridge<File>, 'call' | 'on' | 'restart'> {
  readonly kind: 'electron' | 'web';
  /** Hands over what was dropped on the window or chosen in it. */
  hand(dropped: DroppedFiles): Promise<readonly HandedFile[]>;
  /** Asks a person for files; an empty list when they changed their mind. */
  readonly pick: Bridge<File>['pickFiles'];
  /** Delivers offered files to where a person wants them: the place, or null when they changed their mind. */
  readonly save: Bridge<File>['saveOffered'];
  /** Opens what was just saved with the system's program; absent where the host cannot (a browser shows its downloads). */
  readonly openSaved: Bridge<File>['openSaved'] | null;
  /** Shows the data folder in the file manager; absent where the host cannot. */
  readonly openDataFolder: Bridge<File>['openDataFolder'] | null;
}

/** What a drop carried. `entries` must be taken during the drop event, before anything is awaited. */
export interface DroppedFiles {
  readonly files: readonly File[];
  readonly entries: readonly FileSystemEntry[];
}
