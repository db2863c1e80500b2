/** What the window needs from the program around it. Two ways to get it: Electron's bridge, or HTTP on 127.0.0.1. */
import type { HandedFile, PickOptions } from '../../../shared/rpc/bridge';
import type { Reply } from '../../../shared/rpc/client';
import type { OfferedFiles } from '../../../shared/rpc/contract/common';
import type { HostEvent, Request } from '../../../shared/rpc/method';

export interface Host {
  readonly kind: 'electron' | 'web';
  call(request: Request): Promise<Reply>;
  /** Events of the host; answers how to stop listening. */
  on(listener: (event: HostEvent) => void): () => void;
  /** Hands over what was dropped on the window or chosen in it. */
  hand(dropped: DroppedFiles): Promise<readonly HandedFile[]>;
  /** Asks a person for files; an empty list when they changed their mind. */
  pick(options: PickOptions): Promise<readonly HandedFile[]>;
  /** Delivers offered files to where a person wants them: the place, or null when they changed their mind. */
  save(offered: OfferedFiles): Promise<string | null>;
  /** Shows the data folder in the file manager; absent where the host cannot. */
  openDataFolder: (() => Promise<void>) | null;
}

/** What a drop carried. `entries` must be taken during the drop event, before anything is awaited. */
export interface DroppedFiles {
  readonly files: readonly File[];
  readonly entries: readonly FileSystemEntry[];
}
