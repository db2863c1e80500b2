/** Names of the IPC channels between preload and main process. */
export const CHANNELS = {
  /** invoke: `Request` → `Reply`. */
  rpc: 'vpdu:rpc',
  /** send: `HostEvent`. */
  event: 'vpdu:event',
  /** invoke: path of a dropped file → `Result<HandedFile>`. Only the preload can make one up, from a real `File`. */
  dropped: 'vpdu:dropped',
  /** invoke: `PickOptions` → `Result<HandedFile[]>`. */
  pick: 'vpdu:pick',
  /** invoke: ticket → `Result<string | null>`. */
  save: 'vpdu:save',
  /** invoke: a place that `save` answered → `Result<null>`. */
  openSaved: 'vpdu:open-saved',
  /** invoke → `Result<null>`. */
  openDataFolder: 'vpdu:open-data-folder',
  /** invoke → `Result<null>`; then the program leaves in order and starts anew. */
  restart: 'vpdu:restart',
} as const;
